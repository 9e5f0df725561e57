#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the sample in the window, goes from page to page and takes a picture of each.

usage: screenshots.py BUILDDIR FOLDER
"""

import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from display import Display, Frame  # noqa: E402

SIZE = (1000, 700)
NEXT, PREVIOUS = "ctrl+Next", "ctrl+Prior"  # view of a page
# Name of the picture and the keys that lead there. The README and the metainfo show the first ones,
# the guide shows all.
PAGES = (("goals", "alt+1"), ("stakeholders", "alt+2"), ("timeline", "alt+3"),
         ("alignment", "alt+4"), ("print", "alt+9"),
         ("today", "alt+0"), ("reviews", "alt+5"), ("direction", "alt+6"), ("resources", "alt+7"),
         ("risks", "alt+8"), ("kpis", "alt+1", NEXT), ("power", "alt+2", NEXT),
         ("priorities", "alt+4", NEXT, NEXT), ("conflicts", "alt+4", PREVIOUS, PREVIOUS, PREVIOUS))


def place_window(display):
    """Gives the window the size that software centers ask for; returns its id."""
    window = display.focus()
    display.run("xdotool", "windowsize", "--sync", window, *SIZE)
    display.run("xdotool", "windowmove", window, 60, 40)
    return window


def main():
    build, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with Display(1280, 800, GSETTINGS_SCHEMA_DIR=str(build / "data"),
                 SIGHTLINE_TODAY="2026-11-23") as display:
        sample = display.folder / "Product launch.sightline"
        shutil.copy(build / "data/samples/product-launch.sightline", sample)
        frame = Frame(display)
        display.spawn(build / "src/app/sightline", sample)
        window = place_window(display)
        frame.wait_still(quiet=3)
        for name, *keys in PAGES:
            for key in keys:
                display.key(key)
                frame.wait_still(quiet=1.5)
            display.screenshot(folder / f"{name}.png", window)
            display.run("mogrify", "-strip", "-colors", "256", "-define",
                        "png:compression-level=9", folder / f"{name}.png")
            print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
