#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Sightline and shows it: with a display it opens a copy of the sample project, without one
# it prints the sample's meeting pack to a PDF and says where that lies.
#
# usage: build-aux/run.sh [FILE.sightline]
set -eu
cd "$(dirname "$0")/.."
bash build-aux/deps.sh build
export PATH="/usr/bin:/bin:$PATH"

if [ ! -e _build/build.ninja ]; then
    rm -rf _build
    if command -v ccache >/dev/null; then
        export CC="ccache ${CC:-gcc}"
    fi
    meson setup _build
fi
ninja -C _build programs

export GSETTINGS_SCHEMA_DIR="$PWD/_build/data" SIGHTLINE_SAMPLES="$PWD/_build/data/samples"
sample=_build/data/samples/product-launch.sightline
copy="_build/Product launch.sightline"
if [ ! -e "$copy" ] || [ "$sample" -nt "$copy" ]; then
    cp "$sample" "$copy"
fi
file=${1:-$PWD/$copy}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec _build/src/app/sightline "$file"
fi
pack="$PWD/_build/meeting-pack.pdf"
_build/src/cli/sightline-cli pack "$file" -o "$pack"
echo "No display. The meeting pack lies in $pack"
