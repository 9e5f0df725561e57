#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What takes too long for every change and is run before a release, beside build-aux/test.sh:
#   newer   builds in a tree of a newer system without a warning and runs all tests there
#   memory  runs some tests of the core under valgrind
#   fuzz    feeds every reader of foreign formats with damaged input for a while
#   rules   types the input of every rule in the window of _build and looks for what is found
# Build directories: _build-newer (in a copy of the sources) _build-memory _build-fuzz
#
# usage: build-aux/full-check.sh [--newer=TREE] [--seconds=N] [memory] [fuzz] [rules]
#   --newer=TREE  a Debian tree with GTK 4.18, made with debootstrap; needs root
#   --seconds=N   of fuzzing a format (20)
# Without a name, all three are run. Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1

tree="" seconds=20 wanted=""
for argument; do
    case $argument in
    --newer=*) tree=${argument#*=} ;;
    --seconds=*) seconds=${argument#*=} ;;
    memory | fuzz | rules) wanted="$wanted $argument" ;;
    *) echo "usage: build-aux/full-check.sh [--newer=TREE] [--seconds=N] [memory] [fuzz] [rules]" >&2; exit 2 ;;
    esac
done
wanted=${wanted:-memory fuzz rules}
export LC_ALL=C.UTF-8

. build-aux/gate.sh

# build DIR COMPILER OPTION...: configures what is new, then compiles; without the application.
build() {
    local dir=$1 compiler=$2
    shift 2
    command -v ccache >/dev/null && compiler="ccache $compiler"
    [ -e "$dir/build.ninja" ] || CC=$compiler meson setup "$dir" -Dapp=false "$@" || return 1
    ninja --quiet -C "$dir" ${SIGHTLINE_JOBS:+-j "$SIGHTLINE_JOBS"}
}

# in_tree COMMAND...: runs it in the sources' copy in the tree. The tree becomes the root of a mount
# namespace of its own, so that nothing stays mounted.
in_tree() {
    unshare -m bash -c '
        set -e
        tree=$1; shift
        mount --make-rprivate /
        mount --bind "$tree" "$tree"; cd "$tree"
        mount -t proc proc proc; mount --rbind /dev dev; mount --rbind /sys sys
        mount -t tmpfs tmpfs tmp
        pivot_root . mnt; cd /sightline; umount -l /mnt
        export PATH=/usr/sbin:/usr/bin:/sbin:/bin
        exec "$@"' in-tree "$tree" "$@"
}

copy_sources() {
    mkdir -p "$tree/sightline" &&
        git ls-files -z | tar --null -T - -cf - | tar -C "$tree/sightline" -xf -
}

build_newer() {
    [ -e "$tree/sightline/_build-newer/build.ninja" ] ||
        in_tree meson setup _build-newer --werror || return 1
    in_tree ninja --quiet -C _build-newer
}

if [ -n "$tree" ] && gate "copy sources to the newer system" copy_sources &&
    gate "build on the newer system" build_newer; then
    for suite in core charts cli app; do
        gate "$suite on the newer system" in_tree meson test -C _build-newer --no-rebuild \
            --suite "$suite" --timeout-multiplier 3
    done
fi

case $wanted in *memory*)
    if gate "build for valgrind" build _build-memory gcc; then
        for unit in text schema txn command import-plan mspdi; do
            gate "$unit under valgrind" env G_SLICE=always-malloc G_DEBUG=gc-friendly \
                SIGHTLINE_TODAY=2026-03-16 TZ=UTC G_TEST_SRCDIR="$PWD/tests" \
                G_TEST_BUILDDIR="$PWD/_build-memory/tests" \
                valgrind --quiet --error-exitcode=99 --leak-check=full \
                --errors-for-leak-kinds=definite "_build-memory/tests/core/test-$unit"
        done
    fi
    ;;
esac

case $wanted in *fuzz*)
    if gate "build for fuzzing" build _build-fuzz clang -Dfuzz=true \
        -Db_sanitize=address,undefined -Db_lundef=false; then
        for target in _build-fuzz/tests/fuzz/fuzz-*; do
            [ -x "$target" ] && [ -f "$target" ] || continue
            gate "${target##*/} for $seconds s" "$target" -max_total_time="$seconds" -timeout=10 \
                -rss_limit_mb=1024 -artifact_prefix="$PWD/_build-fuzz/"
        done
    fi
    ;;
esac
case $wanted in *rules*)
    gate "every rule in the window" /usr/bin/python3 tests/app/run.py _build tests/app/suite-rules.py --all
    ;;
esac

report
