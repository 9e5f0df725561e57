#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes and manners of source files: length of files and functions, licence line, the paragraph
that says what a C file is for, no paths of somebody's machine, no notes to oneself."""

import pathlib
import re
import sys

FILE_LINES = 800
FUNCTION_LINES = 80
FOLDERS = ("src", "ui", "tests", "build-aux", "data", "po", "flatpak", ".ci")
TEXT = (".c", ".h", ".py", ".sh", ".ui", ".css", ".xml", ".in", ".build", ".yml", ".txt", ".md",
        ".sql", ".svg")
LICENSED = (".c", ".h", ".py", ".sh")

MACHINE_PATH = re.compile(r"(?<![\w.])/(home|root|work|Users)/[\w.]")
NOTE_TO_SELF = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
NAME = re.compile(r"^(\w+) \(")


def functions(lines):
    """Yields (name, first line, length) of each function; layout is the formatter's."""
    begin = name = None
    for number, line in enumerate(lines, 1):
        if begin is None:
            match = NAME.match(line)
            if match:
                name = match.group(1)
            if line == "{" and lines[number - 2].endswith(")"):
                begin = number
        elif line == "}":
            yield name, begin, number - begin + 1
            begin = None


def check_c(lines):
    for name, begin, length in functions(lines):
        if length > FUNCTION_LINES and not name.endswith("_class_init"):
            yield f"{begin}: {name} has {length} lines, {FUNCTION_LINES} are allowed"
    if not any(line.startswith("/*") and "SPDX" not in line for line in lines[:8]):
        yield "1: begin with a paragraph that says what the file is for"


def check_file(path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    if path.suffix in LICENSED and not any("SPDX-License-Identifier" in s for s in lines[:3]):
        yield "1: the SPDX licence line is missing"
    if len(lines) > FILE_LINES and path.suffix in (".c", ".h", ".py", ".sh"):
        yield f"1: {len(lines)} lines, {FILE_LINES} are allowed"
    for number, line in enumerate(lines, 1):
        if MACHINE_PATH.search(line):
            yield f"{number}: path of a machine"
        if NOTE_TO_SELF.search(line):
            yield f"{number}: a note to oneself; write an issue"
        if line != line.rstrip():
            yield f"{number}: space at the end of the line"
    if path.suffix in (".c", ".h"):
        yield from check_c(lines)


def main():
    root = pathlib.Path(sys.argv[1])
    files = [root / "meson.build", *root.glob("*.md")]
    for folder in FOLDERS:
        files += [p for p in sorted((root / folder).rglob("*"))
                  if p.is_file() and (p.suffix in TEXT) and p.parent.name != "golden"]
    wrong = [f"{path.relative_to(root)}:{text}" for path in files for text in check_file(path)]
    print(*wrong, sep="\n", file=sys.stderr)
    print(f"{len(files)} files, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
