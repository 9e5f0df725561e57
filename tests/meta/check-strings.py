#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at every string for people: po/POTFILES names all files that have one, the strings keep to
the manners of GNOME (ellipsis and quotation marks as characters, no abbreviations), and every
translation passes msgfmt.

usage: check-strings.py SOURCE_ROOT [--update]     --update rewrites po/POTFILES
"""

import pathlib
import re
import subprocess
import sys

MARKED = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext) \(\s*[\w, ]*"'
                    r'|(?<![\w"])(?:_|N_|C_|NC_|ngettext)\("|translatable="(?:yes|true)"')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INSTALLED = ("data/{id}.desktop.in", "data/{id}.metainfo.xml.in", "data/{id}.gschema.xml",
             "data/{id}.mime.xml.in")
APP_ID = "io.github.sightline_planner.Sightline"

MANNERS = (
    (re.compile(r"\.\.\."), "three dots: write …"),
    (re.compile(r"(?<!=)\"(?![^<]*>)"), "straight quotation marks: write “ and ”"),
    (re.compile(r"'"), "straight apostrophe: write ’"),
    (re.compile(r" -- "), "two hyphens: write a dash or another sentence"),
    (re.compile(r"\b(e\.g\.|i\.e\.|etc\.)", re.IGNORECASE), "abbreviation: write it out"),
    (re.compile(r"  +\S"), "two spaces"),
)


def files_with_strings(root):
    found = [name.format(id=APP_ID) for name in INSTALLED]
    found = [name for name in found if (root / name).is_file()]
    for folder in ("src", "ui"):
        for path in (root / folder).rglob("*"):
            if path.suffix not in (".c", ".h", ".ui"):
                continue
            if MARKED.search(COMMENT.sub("", path.read_text("utf-8"))):
                found.append(path.relative_to(root).as_posix())
    return sorted(found)


def listed(root):
    lines = (root / "po/POTFILES").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def messages(root, files):
    """Yields (place, text) of every string in the C and ui files, as gettext sees them."""
    sources = [name for name in files if name.endswith((".c", ".h", ".ui"))]
    command = ["xgettext", "--from-code=UTF-8", "-o", "-", "--keyword=_", "--keyword=N_",
               "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
               "--keyword=g_dgettext:2", "--keyword=g_dngettext:2,3", "--no-wrap", *sources]
    run = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    yield from (("xgettext", line) for line in run.stderr.splitlines() if "warning" in line)
    pot = run.stdout
    place, text, collecting = "", "", False
    for line in pot.splitlines() + [""]:
        if line.startswith("#: "):
            place = line[3:].split()[0]
        elif line.startswith(("msgid ", "msgid_plural ")):
            text, collecting = line.split(" ", 1)[1][1:-1], True
        elif collecting and line.startswith('"'):
            text += line[1:-1]
        elif collecting:
            collecting = False
            if place and text:
                yield place, text.replace('\\"', '"').replace("\\n", "\n")
            text = ""


def check_translations(root):
    """Yields what is wrong with po/LINGUAS and the catalogs that it lists."""
    languages = set((root / "po/LINGUAS").read_text("utf-8").split())
    there = {path.stem for path in (root / "po").glob("*.po")}
    for language in sorted(languages ^ there):
        yield f"po/LINGUAS: {language} is listed or there, but not both"
    for language in sorted(languages & there):
        run = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", f"po/{language}.po"],
                             cwd=root, capture_output=True, text=True)
        if run.returncode != 0:
            yield run.stderr.strip()


def main():
    root = pathlib.Path(sys.argv[1])
    have = files_with_strings(root)
    if sys.argv[2:] == ["--update"]:
        (root / "po/POTFILES").write_text("\n".join(have) + "\n", encoding="utf-8")
        return 0
    wrong = [f"po/POTFILES: {name} is missing" for name in have if name not in listed(root)]
    wrong += [f"po/POTFILES: {name} has no string" for name in listed(root) if name not in have]
    if any(wrong):
        wrong.append("run: tests/meta/check-strings.py . --update")
    wrong += check_translations(root)
    n_messages = 0
    for place, text in messages(root, have):
        if place == "xgettext":
            wrong.append(text)
            continue
        n_messages += 1
        wrong += [f"{place}: {why}: {text!r}" for rule, why in MANNERS if rule.search(text)]
    print(*wrong, sep="\n", file=sys.stderr)
    print(f"{n_messages} strings, {len(wrong)} faults")
    return 1 if wrong or not n_messages else 0


if __name__ == "__main__":
    sys.exit(main())
