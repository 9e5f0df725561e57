#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures the window on a plan of 2 000 goals, 300 parties, 5 000 tasks and 20 000 changes: how long
# each page and view takes to open (limit 100 ms), the longest frame while it is scrolled (33 ms), and
# how long an edit takes to the screen (50 ms). Ends with 1 where a limit is broken.
#
# usage: build-aux/bench-pages.sh [--quick] [--judge wall|cpu] [--only WORD] [--json FILE]
set -eu
cd "$(dirname "$0")/.."
bash build-aux/deps.sh test
export PATH="/usr/bin:/bin:$PATH"
[ -e _build/build.ninja ] || meson setup _build
ninja --quiet -C _build programs tests/perf/generate-full
exec python3 tests/perf/pages.py _build "$@"
