#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a suite of the window on a private display, bus and home.

usage: run.py BUILDDIR SUITE.py [--size WxH] [suite arguments]
The suite prints TAP. Screenshots of failures go to BUILDDIR/meson-logs/ui."""
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'build-aux'))
from display import TOOLS, Display  # noqa: E402


def take_option(arguments, name, default):
    if name not in arguments:
        return default
    at = arguments.index(name)
    value = arguments[at + 1]
    del arguments[at:at + 2]
    return value


def main():
    build, suite = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    rest = sys.argv[3:]
    width, height = take_option(rest, '--size', '1366x768').split('x')
    for tool in TOOLS + ('xclip',):
        if shutil.which(tool) is None:
            print('1..0 # SKIP ' + tool + ' is not installed')
            return 0
    with Display(int(width), int(height), accessible=True, SIGHTLINE_TODAY='2026-11-16',
                 TZ='UTC') as display:
        state = display.folder / 'home' / 'state'
        display.environment.update(SIGHTLINE_BUILD=str(build), XDG_STATE_HOME=str(state),
                                   SIGHTLINE_UI_FOLDER=str(display.folder))
        return subprocess.call(['/usr/bin/python3', suite, *rest], env=display.environment)


if __name__ == '__main__':
    sys.exit(main())
