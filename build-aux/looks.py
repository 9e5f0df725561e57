#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page and view of the sample as different people see it, to be looked at.

usage: looks.py BUILDDIR FOLDER [LOOK...]
"""

import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from display import Display, Frame  # noqa: E402

# Name, keys that lead there, how many views it has.
PAGES = (("today", "alt+0", 1), ("goals", "alt+1", 2), ("stakeholders", "alt+2", 6),
         ("timeline", "alt+3", 4), ("alignment", "alt+4", 6), ("reviews", "alt+5", 7),
         ("direction", "alt+6", 6), ("resources", "alt+7", 7), ("risks", "alt+8", 2),
         ("print", "alt+9", 1))
# Name, size of the screen, environment, dots per inch of text.
LOOKS = (("light", (1366, 768), {}, 96),
         ("dark", (1366, 768), {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 96),
         ("contrast", (1366, 768), {"ADW_DEBUG_HIGH_CONTRAST": "1"}, 96),
         ("dark-contrast", (1366, 768),
          {"ADW_DEBUG_HIGH_CONTRAST": "1", "ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 96),
         ("right-to-left", (1366, 768), {"LC_ALL": "ar_EG.UTF-8"}, 96),
         ("long-texts", (1366, 768), {"LC_ALL": "de_DE.UTF-8"}, 96),
         ("small", (1024, 600), {}, 96),
         ("small-right-to-left", (1024, 600), {"LC_ALL": "ar_EG.UTF-8"}, 96),
         ("large", (2560, 1440), {}, 96),
         ("text-double", (1366, 768), {}, 192),
         ("scale-double", (2732, 1536), {"GDK_SCALE": "2"}, 96))


def take(build, folder, catalogues, look):
    name, size, environment, dpi = look
    with Display(*size, GSETTINGS_SCHEMA_DIR=str(build / "data"), SIGHTLINE_TODAY="2026-11-16",
                 SIGHTLINE_LOCALEDIR=str(catalogues), **environment) as display:
        subprocess.run(["xrdb", "-nocpp", "-merge", "-"], input=f"Xft.dpi: {dpi}\n", text=True,
                       env=display.environment, check=True)
        sample = display.folder / "Product launch.sightline"
        shutil.copy(build / "data/samples/product-launch.sightline", sample)
        frame = Frame(display)
        display.spawn(build / "src/app/sightline", sample)
        window = display.focus()
        display.run("xdotool", "windowsize", "--sync", window, *size)
        display.run("xdotool", "windowmove", window, 0, 0)
        frame.wait_still(quiet=3)
        for page, keys, views in PAGES:
            for view in range(views):
                before = frame.take()
                display.key(keys if view == 0 else "ctrl+Next")
                frame.wait_change(before, 5)  # the first page shows already
                frame.wait_still(quiet=1.0)
                path = folder / (f"{name}-{page}-{view + 1}.png" if view else f"{name}-{page}.png")
                display.screenshot(path)
                print(path)


def main():
    build, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    catalogues = folder.resolve() / "catalogues"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, pathlib.Path(__file__).parent / "pseudo-locale.py", catalogues], check=True,
                   stdout=subprocess.DEVNULL)
    for look in LOOKS:
        if not sys.argv[3:] or look[0] in sys.argv[3:]:
            take(build, folder, catalogues, look)
    return 0


if __name__ == "__main__":
    sys.exit(main())
