#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Refreshes what translators work from: po/POTFILES, po/sightline.pot and every po/*.po.
#
# usage: build-aux/update-po.sh
set -eu
cd "$(dirname "$0")/.."
python3 tests/meta/check-strings.py . --update
[ -e _build/build.ninja ] || meson setup _build
ninja -C _build sightline-pot sightline-update-po
