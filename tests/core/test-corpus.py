#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers of foreign formats against files that other programs wrote.

Compares the dump of every file of the formats below with what an independent reader found, and
holds every hostile file to the outcome, the time and the memory that its list names. The files are
not part of the project: without them (SIGHTLINE_SHARED) everything is skipped.

usage: test-corpus.py READ-PLAN [NAME-PART]
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

FORMATS = ("mspdi", "gan", "pod", "planner")
TABLES = ("csv", "okr-synthetic")
REFUSED_ELSEWHERE = ("mpp",)
HOSTILE = re.compile(r"\.(mspdi\.xml|gan|pod|planner|csv)$|^(truncated|bitflip)-.*\.xml$")
DEFAULT_LIMITS = {"seconds": 10, "memory_mb": 300}


def wait(process, seconds):
    """Exit status and peak memory in MB; status -9 if it had to be stopped."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / 1024


def read(program, path, limits=DEFAULT_LIMITS, options=()):
    """Runs the reader: exit status, dump, message, peak memory in MB."""
    # A sanitizer slows down; what it finds is wanted, not how fast.
    slow = 5 if "asan" in str(program) else 1
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([program, *options, path], stdout=out, stderr=err)
        status, peak = wait(process, limits["seconds"] * slow)
        out.seek(0)
        err.seek(0)
        text, message = out.read(), err.read()
    try:
        return status, json.loads(text), message, peak
    except ValueError as problem:
        return status, None, "%s: %s\n%s" % (problem, text[:300], message), peak


class Tap:
    """Test results as lines of TAP."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, name, problems):
        self.count += 1
        self.failed += bool(problems)
        print("%sok %d %s" % ("not " if problems else "", self.count, name))
        for line in problems:
            print("# " + line.replace("\n", "\n# "))

    def finish(self):
        print("1..%d" % self.count)
        return 1 if self.failed else 0


def check_crash(status, message):
    if status in (0, 1):
        return []
    return ["too slow" if status == -9 else "exit status %d: %s" % (status, message)]


def compare(shared, program, path, expectation):
    status, dump, message, _ = read(program, path)
    problems = check_crash(status, message)
    if problems or dump is None:
        return problems or [message]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as ours:
        json.dump(dump, ours)
        ours.flush()
        script = shared / "corpus" / "compare.py"
        result = subprocess.run([sys.executable, script, ours.name, expectation],
                                capture_output=True, text=True)
    if result.returncode != 0:
        return (result.stdout + result.stderr).splitlines()
    return []


def plain_cell(text):
    """A cell as we keep it: line ends of one kind, not longer than the limit."""
    return text.replace("\r\n", "\n").replace("\r", "\n")[:10000]


def compare_table(program, path, expectation):
    status, table, message, _ = read(program, path, options=["--table"])
    expected = json.loads(expectation.read_text("utf-8"))
    counts = expected["counts"]
    if table is None or status != 0:
        return check_crash(status, message) or [str(table or message)]
    found = {
        "delimiter": table["delimiter"],
        "header": table["rows"][0],
        "rows": len(table["rows"]),
        "data_rows": len(table["rows"]) - table["has_header"],
        "columns": len(table["rows"][0]),
        "ragged_rows": table["ragged_rows"],
        "multiline_cells": sum("\n" in cell for row in table["rows"] for cell in row),
        "first_rows": table["rows"][1:6],
    }
    wanted = {
        "delimiter": expected["delimiter"],
        "header": expected["header"],
        "first_rows": [[plain_cell(cell) for cell in row] for row in expected["first_rows"]],
        **{key: counts[key] for key in ("rows", "data_rows", "columns", "ragged_rows",
                                        "multiline_cells")},
    }
    return ["%s: %s, expected %s" % (key, str(found[key])[:500], str(wanted[key])[:500])
            for key in wanted if found[key] != wanted[key]]


def names_and_texts(dump):
    return [task["name"] for task in dump["tasks"]], [w["text"] for w in dump["warnings"]]


# What a hostile file must show beside its outcome, by name: functions of the dump.
DETAILS = {
    "utf16le-bom.mspdi.xml": lambda d: d["tasks"][0]["name"].startswith("Überprüfung"),
    "utf8-bom.mspdi.xml": lambda d: d["tasks"][0]["name"].startswith("Überprüfung"),
    "latin1-declared.gan": lambda d: d["title"] == "Größe" and d["tasks"][0]["name"] == "Prüfung",
    "no-namespace.mspdi.xml": lambda d: len(d["tasks"]) == 1,
    "prefixed-namespace.mspdi.xml": lambda d: len(d["tasks"]) == 1,
    "markup-names.gan": lambda d: d["tasks"][0]["name"]
    == "<b>&amp; %s %n $(touch /tmp/goal-pwn) `id` '; DROP TABLE goal;--"
    and not os.path.exists("/tmp/goal-pwn"),
    "cycle-deps.mspdi.xml": lambda d: len(d["tasks"]) == 3 and len(d["warnings"]) >= 2,
    "duplicate-uids.mspdi.xml": lambda d: len(d["tasks"]) == 4 and len(d["warnings"]) >= 3,
    "level-jumps.mspdi.xml": lambda d: len(d["tasks"]) == 4 and len(d["warnings"]) >= 3,
    "bad-durations.mspdi.xml": lambda d: len(d["tasks"]) == 5 and len(d["warnings"]) >= 4,
    "utf16.csv": lambda d: d["tasks"][0]["name"] == "Prüfung"
    and d["tasks"][0]["start"] == "2026-01-05",
    "cp1252-semicolon.csv": lambda d: d["tasks"][0]["name"] == "Prüfung"
    and d["tasks"][0]["start"] == "2026-01-05" and d["tasks"][0]["percent"] == 12.5,
    "cycle-parent.csv": lambda d: names_and_texts(d)[0] == ["a", "b", "c", "self", "orphan"]
    and len(d["warnings"]) >= 3,
    "nul-bytes.csv": lambda d: d["tasks"][0]["start"] == "2026-01-05" and d["warnings"],
    "ragged.csv": lambda d: any("row" in (w["place"] or w["text"]) for w in d["warnings"]),
    "sep-line.csv": lambda d: names_and_texts(d)[0] == ["A"],
    "sylk-id.csv": lambda d: names_and_texts(d)[0] == ["a"],
    "formula-injection.csv": lambda d: d["tasks"][0]["name"]
    == '=HYPERLINK("http://127.0.0.1/","x")' and d["tasks"][1]["name"] == "-2+3",
}


def check_hostile(program, path, expected):
    limits = expected.get("limits", DEFAULT_LIMITS)
    status, dump, message, peak = read(program, path, limits)
    outcome = expected["outcome"]
    problems = check_crash(status, message)

    if problems or dump is None:
        return problems or [message]
    if peak > limits["memory_mb"] and "asan" not in str(program):
        problems.append("%d MB of memory, allowed %d" % (peak, limits["memory_mb"]))
    refused = dump.get("refused", False)
    if refused != (status == 1):
        problems.append("exit status %d does not fit refused = %s" % (status, refused))
    if refused and path.name not in dump["reason"]:
        problems.append("the reason does not name the file: %s" % dump["reason"])
    if outcome.startswith("refuse with") and not refused:
        problems.append("was not refused")
    if outcome.startswith("import") and "refuse" not in outcome and refused:
        problems.append("was refused: %s" % dump["reason"])
    if not refused and "warning list" in outcome and not dump["warnings"]:
        problems.append("no warning")
    if not refused and "root:" in json.dumps(dump):
        problems.append("content of another file appears")
    if not refused and not DETAILS.get(path.name, lambda _: True)(dump):
        problems.append("unexpected content: %s" % json.dumps(dump, ensure_ascii=False)[:2000])
    return problems


def main():
    if "SIGHTLINE_SHARED" in os.environ:
        shared = pathlib.Path(os.environ["SIGHTLINE_SHARED"])
    else:
        shared = pathlib.Path(__file__).resolve().parents[3] / "shared"
    program = pathlib.Path(sys.argv[1]).resolve()
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    tap = Tap()

    if not (shared / "corpus").is_dir():
        print("1..0 # SKIP no corpus: set SIGHTLINE_SHARED to the folder that holds it")
        return 0
    expectations = shared / "corpus" / "dev" / "expect"
    for kind in FORMATS + REFUSED_ELSEWHERE:
        for expectation in sorted((expectations / kind).glob("*.json")):
            path = shared / "corpus" / "dev" / kind / expectation.stem
            name = "%s/%s" % (kind, path.name)
            if wanted in name and path.exists():
                tap.result(name, compare(shared, program, path, expectation))
    for kind in TABLES:
        for expectation in sorted((expectations / kind).glob("*.json")):
            path = shared / "corpus" / "dev" / kind / expectation.stem
            name = "%s/%s" % (kind, path.name)
            if wanted in name and path.exists():
                tap.result(name, compare_table(program, path, expectation))
    hostile = shared / "corpus" / "hostile" / "dev"
    for file, expected in json.loads((hostile / "expect.json").read_text()).items():
        name = "hostile/%s" % file
        if wanted in name and HOSTILE.search(file):
            tap.result(name, check_hostile(program, hostile / file, expected))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
