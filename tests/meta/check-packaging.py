#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest asks for exactly the permissions that were decided, and everything that is
installed goes by the same application id."""

import pathlib
import re
import sys

APP_ID = "io.github.sightline_planner.Sightline"
PERMISSIONS = ["--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"]
NAMED = ("data/{}.desktop.in", "data/{}.metainfo.xml.in", "data/{}.gschema.xml",
         "data/{}.mime.xml.in", "data/{}.service.in",
         "data/icons/hicolor/scalable/apps/{}.svg",
         "data/icons/hicolor/symbolic/apps/{}-symbolic.svg", "flatpak/{}.yml")


def main():
    root = pathlib.Path(sys.argv[1])
    wrong = [f"{name.format(APP_ID)} is missing" for name in NAMED
             if not (root / name.format(APP_ID)).is_file()]
    manifest = (root / f"flatpak/{APP_ID}.yml").read_text("utf-8")
    asked = re.search(r"^finish-args:\n((?:  - .*\n)+)", manifest, re.MULTILINE)
    asked = [line.removeprefix("  - ") for line in asked.group(1).splitlines()] if asked else []
    if asked != PERMISSIONS:
        wrong.append(f"the manifest asks for {asked}")
    if f"id: {APP_ID}\n" not in manifest or "--share=network" in manifest:
        wrong.append("the manifest has another id, or builds with the network")
    if f"app_id = '{APP_ID}'" not in (root / "meson.build").read_text("utf-8"):
        wrong.append("meson.build has another id")
    print(*wrong, sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
