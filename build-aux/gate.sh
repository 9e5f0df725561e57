# SPDX-License-Identifier: GPL-3.0-or-later
#
# Steps that pass or fail, and what they come to. Sourced by test.sh and full-check.sh.

passed=0 failed=0 failures=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# gate NAME COMMAND...: one step that passes or fails; its output is shown when it fails.
gate() {
    local name=$1 begin=$SECONDS
    shift
    if "$@" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        echo "ok    $name ($((SECONDS - begin)) s)"
    else
        failed=$((failed + 1)) failures+=("$name")
        tail -n 200 "$log"
        echo "FAIL  $name ($((SECONDS - begin)) s)"
        return 1
    fi
}

# report: what failed once more at the end, where a reader of a long log looks first.
report() {
    [ "$failed" = 0 ] || printf 'FAIL  %s\n' "${failures[@]}"
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}
