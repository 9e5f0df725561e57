#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sees to it that the Debian packages are there which building (and, with "test", testing) needs.
# As root it installs what is missing; as anybody else it says what to install.
# The README has the names for Fedora and Arch.
#
# usage: build-aux/deps.sh build|test
set -eu

build="gcc libc6-dev make meson ninja-build pkg-config gettext git python3
  libglib2.0-dev libglib2.0-dev-bin libgtk-4-dev libadwaita-1-dev libsqlite3-dev libxml2-dev
  libjson-glib-dev
  libcairo2-dev libpango1.0-dev
  adwaita-icon-theme hicolor-icon-theme shared-mime-info librsvg2-common desktop-file-utils
  gtk-update-icon-cache
  dconf-gsettings-backend fonts-cantarell fonts-dejavu-core"

test="clang clang-format
  appstream libxml2-utils
  xvfb xfwm4 xdotool xclip x11-utils x11-xserver-utils dbus dbus-x11 at-spi2-core
  python3-gi gir1.2-atspi-2.0
  imagemagick poppler-utils librsvg2-bin locales fonts-noto-core"

case "${1:-}" in
build) want=$build ;;
test) want="$build $test" ;;
*) echo "usage: build-aux/deps.sh build|test" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
    for tool in cc meson ninja pkg-config msgfmt python3; do
        command -v "$tool" >/dev/null || { echo "$tool is missing; README.md lists the packages." >&2; exit 1; }
    done
    exit 0
fi

# shellcheck disable=SC2086
have=" $(dpkg-query -W -f='${db:Status-Status} ${Package} ' $want 2>/dev/null || true)"
missing=""
for package in $want; do
    case "$have" in
    *" installed $package "*) ;;
    *) missing="$missing $package" ;;
    esac
done

# Some tests run in a language with decimal commas and in one from right to left.
make_locales() {
    [ "$1" = test ] && [ "$(id -u)" = 0 ] || return 0
    there=" $(locale -a 2>/dev/null | tr '\n' ' ')"
    for name in de_DE ar_EG; do
        case "$there" in
        *" $name.utf8 "*) ;;
        *) localedef -i "$name" -f UTF-8 "$name.UTF-8" ;;
        esac
    done
}

if [ -z "$missing" ]; then
    make_locales "$1"
    exit 0
fi

if [ "$(id -u)" != 0 ]; then
    echo "Packages are missing. Install them with:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
echo "Installing:$missing"
apt-get -q -o Acquire::Retries=3 update
# shellcheck disable=SC2086
apt-get -q -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 install -y --no-install-recommends $missing
make_locales "$1"
