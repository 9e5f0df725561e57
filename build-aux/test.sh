#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything that must hold before a change goes in: formatting, layers, gcc and clang without a
# warning, all tests, tests under sanitizers, validation of what is installed, the suite that
# drives the window. Ends with "N passed, N failed".
#
# Build directories are kept, so that the second run takes seconds:
#   _build (gcc)  _build-clang (compiled only)  _build-asan (core, charts and cli with sanitizers)
#
# usage: build-aux/test.sh
set -u
cd "$(dirname "$0")/.." || exit 1
bash build-aux/deps.sh test || exit 1

# The tools of the system first: a Python of one's own lacks the modules of the test packages.
export PATH="/usr/bin:/bin:$PATH"
export LC_ALL=C.UTF-8
if [ -z "${SIGHTLINE_SHARED:-}" ] && [ -d ../shared ]; then
    SIGHTLINE_SHARED=$(cd ../shared && pwd)
    export SIGHTLINE_SHARED
fi

. build-aux/gate.sh

# tests NAME BUILDDIR ARGUMENT...: a run of meson test; every single test case counts.
tests() {
    local name=$1 dir=$2 begin=$SECONDS status=0 p f s
    shift 2
    rm -f "$dir/meson-logs/$name.json"
    meson test -C "$dir" --no-rebuild --logbase "$name" --timeout-multiplier 3 "$@" \
        >"$log" 2>&1 </dev/null || status=$?
    if ! read -r p f s < <(python3 build-aux/count-tests.py "$dir/meson-logs/$name.json" "$status"); then
        p=0 f=1 s=0
    fi
    # A suite that ran nothing proves nothing.
    [ $((p + f + s)) != 0 ] || f=1
    passed=$((passed + p)) failed=$((failed + f))
    if [ "$f" = 0 ]; then
        echo "ok    $name: $p passed, $s skipped ($((SECONDS - begin)) s)"
    else
        grep -E ' (FAIL|ERROR|TIMEOUT|INTERRUPT) ' "$log" || tail -n 30 "$log"
        python3 build-aux/count-tests.py --failures "$dir/meson-logs/$name.json"
        failures+=("$name: $(python3 build-aux/count-tests.py --names "$dir/meson-logs/$name.json")")
        echo "FAIL  $name: $p passed, $f failed ($((SECONDS - begin)) s)"
    fi
}

# Formatting depends on the version of clang-format: Debian 12's is the one that counts.
check_format() {
    case "$(clang-format --version)" in
    *" version 14."*) ;;
    *) echo "clang-format is not version 14; formatting is not checked."; return 0 ;;
    esac
    find src tests -name '*.[ch]' ! -path 'src/core/model/kinds/*' -print0 |
        xargs -0 clang-format --dry-run -Werror
}

# build DIR COMPILER OPTION...: configures what is new or changed, then compiles.
build() {
    local dir=$1 compiler=$2
    shift 2
    command -v ccache >/dev/null && compiler="ccache $compiler"
    if [ ! -e "$dir/build.ninja" ]; then
        rm -rf "$dir"
        CC=$compiler meson setup "$dir" --werror "$@" >"$dir.log" 2>&1 || { cat "$dir.log"; return 1; }
        rm -f "$dir.log"
    elif ! meson introspect "$dir" --buildoptions | grep -q '"name": "werror", "value": true'; then
        meson configure "$dir" -Dwerror=true || return 1
    fi
    ninja --quiet -C "$dir" ${SIGHTLINE_JOBS:+-j "$SIGHTLINE_JOBS"}
}

gate format check_format
if gate "build with gcc" build _build gcc; then
    tests meta _build --suite meta
    tests data _build --suite data
    tests unit _build --suite core --suite charts
    tests cli _build --suite cli
    have_app=yes
fi
gate "build with clang" build _build-clang clang
if gate "build with sanitizers" build _build-asan gcc -Dapp=false \
    -Db_sanitize=address,undefined -Doptimization=1; then
    LSAN_OPTIONS="suppressions=$PWD/build-aux/lsan.supp:print_suppressions=0" \
        tests sanitized _build-asan --suite core --suite charts --suite cli
fi
if [ "${have_app:-}" = yes ]; then
    # A suite waits more than it works.
    tests app _build --suite app --num-processes $(($(nproc) + 1))
fi

report
