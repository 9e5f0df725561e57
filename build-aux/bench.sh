#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures on a generated project of N goals: start, open, edit to screen, render. Prints JSON, so
# that later figures can be laid beside earlier ones. Times are in milliseconds, memory in MiB.
#
# usage: build-aux/bench.sh [GOALS...]       (100 1000 5000)
set -eu
cd "$(dirname "$0")/.."
bash build-aux/deps.sh test
export PATH="/usr/bin:/bin:$PATH"
[ -e _build/build.ninja ] || meson setup _build
ninja --quiet -C _build programs tests/perf/generate
[ $# -gt 0 ] || set -- 100 1000 5000
exec python3 tests/perf/bench.py _build "$@"
