#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's guide is whole: every page is installed and found from the first one, pictures and
pages that it leads to exist, and what it calls a button or a tab is called so in the program. Every
page of the program has a card that explains it and leads to a page of the guide."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ET

NS = "{http://projectmallard.org/1.0/}"


def program_strings(root):
    """Everything the program says, without the marks of mnemonics."""
    text = ""
    for pattern in ("src/**/*.c", "src/**/*.h", "ui/**/*.ui"):
        text += "".join(path.read_text("utf-8") for path in sorted(root.glob(pattern)))
    return text.replace("_", "")


def faults_of(path, root, said, ids):
    page = ET.parse(path).getroot()
    if page.get("id") != path.stem:
        yield f"has the id {page.get('id')}"
    for picture in page.iter(NS + "media"):
        if not (root / "data/screenshots" / pathlib.Path(picture.get("src")).name).is_file():
            yield f"shows {picture.get('src')}, which is not there"
    for link in page.iter(NS + "link"):
        if link.get("xref", "").split("#")[0] not in ids:
            yield f"leads to {link.get('xref')}, which is not there"
    if path.stem != "index" and page.find(f"{NS}info/{NS}link[@type='guide']") is None:
        yield "is not found from the first page"
    for gui in page.iter(NS + "gui"):
        if f'"{gui.text}"' not in said and f">{gui.text}<" not in said:
            yield f"speaks of “{gui.text}”, which the program does not say"


def faults_of_cards(root, ids):
    app = root / "src/app"
    cards = re.findall(r'\{ "([\w-]+)",\s+(?:NULL|"([\w-]+)"),\s+"([\w-]+)",\s+N_ ',
                       (app / "learn/sl-learn-texts.c").read_text("utf-8"))
    pages = re.findall(r'\{ "([\w-]+)", N_ ', (app / "window/sl-page.c").read_text("utf-8"))
    sources = "".join(path.read_text("utf-8") for folder in ("src", "ui")
                      for path in (root / folder).rglob("*") if path.suffix in (".c", ".ui")
                      and path.stem != "sl-learn-texts")
    if len(pages) < 10 or len(cards) < len(pages):
        yield "the cards or pages are not found"
    for page in pages:
        if (page, "") not in [card[:2] for card in cards]:
            yield f"the page {page} has no card"
        guide = root / f"help/C/{page}.page"
        if not guide.is_file() or f"figures/{page}.png" not in guide.read_text("utf-8"):
            yield f"the guide shows no picture of the page {page}"
    for page, tab, guide in cards:
        if page not in pages or (tab and f'"{tab}"' not in sources and f">{tab}<" not in sources):
            yield f"the card of {page} {tab} explains nothing that is there"
        if guide not in ids:
            yield f"the card of {page} {tab} leads to {guide}, which is not there"


def main():
    root = pathlib.Path(sys.argv[1])
    pages = sorted((root / "help/C").glob("*.page"))
    listed = re.findall(r"'C/(.*?)\.page'", (root / "help/meson.build").read_text("utf-8"))
    ids = {path.stem for path in pages}
    wrong = [f"help/meson.build: {name} is not in both places" for name in ids ^ set(listed)]
    said = program_strings(root)
    for path in pages:
        wrong += [f"{path.name} {fault}" for fault in faults_of(path, root, said, ids)]
    wrong += [f"sl-learn-texts.c: {fault}" for fault in faults_of_cards(root, ids)]
    print(*wrong, sep="\n", file=sys.stderr)
    print(f"{len(pages)} pages, {len(wrong)} faults")
    return 1 if wrong or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
