#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every #include against the layer table and looks for SQL outside storage.

The build already keeps core and charts from finding headers of GTK; this test also keeps the
folders inside core in their order, which one library cannot.
"""

import pathlib
import re
import sys

BASE, MODEL, STORAGE, COMMAND = "core/base", "core/model", "core/storage", "core/command"
METHODS, ANALYSIS = "core/methods", "core/analysis"
IO, PROJECT = "core/io", "core/project"
CORE = [BASE, METHODS, MODEL, STORAGE, COMMAND, ANALYSIS, IO, PROJECT]

# Folder: folders that it may include from, and libraries beyond GLib and the C library.
LAYERS = {
    BASE: ([BASE], []),
    METHODS: ([BASE, METHODS], []),
    MODEL: ([BASE, MODEL], []),
    ANALYSIS: ([BASE, METHODS, MODEL, ANALYSIS], []),
    STORAGE: ([BASE, MODEL, STORAGE], ["sqlite3"]),
    COMMAND: ([BASE, METHODS, MODEL, ANALYSIS, STORAGE, COMMAND], []),
    IO: ([BASE, METHODS, MODEL, ANALYSIS, STORAGE, COMMAND, IO], ["libxml"]),
    PROJECT: (CORE, []),
    "charts": ([BASE, METHODS, MODEL, ANALYSIS, "charts"], ["cairo", "pango"]),
    "cli": (CORE + ["charts", "cli"], ["json-glib"]),
    "app": (CORE + ["charts", "app"], ["cairo", "pango", "gtk"]),
}

# How the headers of those libraries begin; what is not here is GLib or the system.
LIBRARIES = {
    "sqlite3": ("sqlite3",),
    "libxml": ("libxml/",),
    "json-glib": ("json-glib/",),
    "cairo": ("cairo",),
    "pango": ("pango/",),
    "gtk": ("gtk/", "gdk/", "gsk/", "adwaita", "graphene", "gdk-pixbuf/"),
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
SQL = re.compile(r'"\s*(SELECT\s.*\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA)\b')


def layer_of(path):
    """The folder of the table that @path (relative to src) lies in."""
    for layer in LAYERS:
        if path.as_posix().startswith(layer + "/"):
            return layer
    return None


def resolve(source, file, name):
    """Where an include in quotes is found, relative to @source; None if it is generated."""
    for folder in (file.parent, source / "core", source / "charts", source / "app", source / "cli"):
        if (folder / name).is_file():
            return (folder / name).resolve().relative_to(source)
    return None


def check_file(source, file):
    """Yields what is wrong with one file."""
    layer = layer_of(file.relative_to(source))
    if layer is None:
        yield "lies in no layer; give its folder a line in tests/meta/check-layers.py"
        return
    folders, libraries = LAYERS[layer]
    text = file.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        line = text.count("\n", 0, match.start(2)) + 1
        library = next((key for key, heads in LIBRARIES.items() if name.startswith(heads)), None)
        if library is not None and library not in libraries:
            yield f"{line}: {layer} must not use {library} ({name})"
        if kind == '"':
            found = resolve(source, file, name)
            if found is not None and layer_of(found) not in folders:
                yield f"{line}: {layer} must not include {found}"
    if layer != STORAGE:
        for match in SQL.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{line}: SQL belongs into core/storage"


def main():
    source = (pathlib.Path(sys.argv[1]) / "src").resolve()
    files = sorted(path for path in source.rglob("*") if path.suffix in (".c", ".h"))
    wrong = [f"src/{file.relative_to(source)}:{text}" for file in files
             for text in check_file(source, file)]
    print(*wrong, sep="\n", file=sys.stderr)
    print(f"{len(files)} files, {len(wrong)} violations")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
