#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test cases in a log of meson test (one JSON object a line).

usage: count-tests.py LOG.json [EXIT_STATUS]   prints "PASSED FAILED SKIPPED"
       count-tests.py --failures LOG.json      prints what the failed programs said
       count-tests.py --names LOG.json         prints which programs and tests failed, on one line

A program that speaks TAP counts by its lines, any other as one. A program that ends badly without
a failed line (a crash, a timeout, too few tests) counts as one failure more. A run that failed
although no program did, or that ran nothing at all without meson's consent, is a failure too.
"""

import json
import re
import sys

RESULT = re.compile(r"^(not ok|ok)\b(.*)$", re.MULTILINE)
SKIP = re.compile(r"#\s*skip", re.IGNORECASE)


def read(path):
    try:
        with open(path, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return []


def count(run):
    """Returns (passed, failed, skipped) of one program."""
    lines = RESULT.findall(run.get("stdout") or "")
    good = run["result"] in ("OK", "EXPECTEDFAIL")
    if not lines:
        if run["result"] == "SKIP":
            return 0, 0, 1
        return (1, 0, 0) if good else (0, 1, 0)
    skipped = sum(1 for verdict, rest in lines if verdict == "ok" and SKIP.search(rest))
    failed = sum(1 for verdict, rest in lines if verdict == "not ok" and not SKIP.search(rest))
    passed = sum(1 for verdict, _ in lines if verdict == "ok") - skipped
    if failed == 0 and not good and run["result"] != "SKIP":
        failed = 1
    return passed, failed, skipped


def failed_names(run):
    """The program's name with its failed lines, or with how it ended where no line failed."""
    lines = [rest.strip(" -") for verdict, rest in RESULT.findall(run.get("stdout") or "") if verdict == "not ok"]
    return f"{run['name']} ({', '.join(lines) or run['result']})"


def main(arguments):
    if arguments and arguments[0] == "--names":
        print("; ".join(failed_names(run) for run in read(arguments[1]) if count(run)[1]))
        return 0
    if arguments and arguments[0] == "--failures":
        for run in read(arguments[1]):
            if count(run)[1]:
                print(f"---- {run['name']}: {run['result']}")
                for stream in ("stdout", "stderr"):
                    print("\n".join((run.get(stream) or "").splitlines()[-60:]))
        return 0
    totals = [sum(column) for column in zip((0, 0, 0), *(count(run) for run in read(arguments[0])))]
    if len(arguments) > 1 and arguments[1] != "0" and totals[1] == 0:
        totals[1] = 1
    print(*totals)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
