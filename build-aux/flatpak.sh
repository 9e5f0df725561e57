#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak from the sources as they are here and asks the program in it for its version.
#
# usage: build-aux/flatpak.sh [RUNTIME_VERSION]
#
# Without a version, that of the manifest is taken if it is installed, else any installed
# org.gnome.Platform, for example a stand-in for tests.
set -eu
cd "$(dirname "$0")/.."
id=io.github.sightline_planner.Sightline
manifest=flatpak/$id.yml
work=$PWD/_build-flatpak

for tool in flatpak flatpak-builder meson xz; do
    command -v "$tool" >/dev/null || { echo "$tool is missing." >&2; exit 1; }
done

installed() {
    flatpak list --runtime --columns=application,branch | awk '$1 == "org.gnome.Sdk" { print $2 }'
}
version=${1:-$(sed -n "s/^runtime-version: '\(.*\)'/\1/p" "$manifest")}
if ! installed | grep -qx "$version"; then
    [ $# = 0 ] || { echo "org.gnome.Sdk//$version is not installed." >&2; exit 1; }
    version=$(installed | head -n 1)
    [ -n "$version" ] || { echo "No org.gnome.Sdk is installed." >&2; exit 1; }
    echo "Building for org.gnome.Platform//$version instead."
fi

mkdir -p "$work"
tar --exclude='./_*' --exclude=./.git --exclude-vcs --transform 's,^\.,sightline,' \
    -cJf "$work/sightline.tar.xz" .
sum=$(sha256sum "$work/sightline.tar.xz" | cut -d' ' -f1)
sed -e "s/^runtime-version: .*/runtime-version: '$version'/" \
    -e "s/^\( *\)path: sightline.tar.xz/&\n\1sha256: $sum/" "$manifest" >"$work/$id.yml"
flatpak-builder --user --force-clean --disable-rofiles-fuse --state-dir="$work/state" \
    --repo="$work/repo" "$work/build" "$work/$id.yml"
flatpak build-bundle "$work/repo" "$work/$id.flatpak" "$id"
flatpak --user install -y --noninteractive --reinstall "$work/$id.flatpak"
flatpak run --command=sightline-cli "$id" --version
