#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the screenshots of the README and the metainfo from the sample, on a private display.
#
# usage: build-aux/screenshots.sh [FOLDER]      (data/screenshots)
set -eu
cd "$(dirname "$0")/.."
bash build-aux/deps.sh test
export PATH="/usr/bin:/bin:$PATH"
[ -e _build/build.ninja ] || meson setup _build
ninja --quiet -C _build programs
exec python3 build-aux/screenshots.py _build "${1:-data/screenshots}"
