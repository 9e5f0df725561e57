#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks can fail: each is shown a small tree with one fault and has to name it.

usage: test-checks.py SOURCE_ROOT      speaks TAP
"""

import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])
HEAD = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n\n/* For a test. */\n\n"
LONG = "int\nf (void)\n{\n" + "  g ();\n" * 90 + "}\n"

# Name: check, file of the fault, its text, words of the complaint.
CASES = {
    "gtk-in-core": ("layers", "src/core/base/a.c", "#include <gtk/gtk.h>\n", "gtk"),
    "cairo-in-core": ("layers", "src/core/model/a.c", "#include <cairo.h>\n", "cairo"),
    "upwards": ("layers", "src/core/model/a.c", '#include "storage/sl-db.h"\n', "core/storage"),
    "app-from-charts": ("layers", "src/charts/a.c", '#include "sl-window.h"\n', "app"),
    "sqlite-in-project": ("layers", "src/core/project/a.c", "#include <sqlite3.h>\n", "sqlite3"),
    "sql-in-app": ("layers", "src/app/a.c", 'x ("SELECT id FROM goal");\n', "SQL"),
    "no-layer": ("layers", "src/misc/a.c", "int x;\n", "no layer"),
    "long-file": ("files", "src/a.c", "int x;\n" * 900, "904 lines"),
    "long-function": ("files", "src/a.c", LONG, "f has 92 lines"),
    "machine-path": ("files", "src/a.c", 'x ("/' 'home/anna/plan");\n', "path of a machine"),
    "note": ("files", "src/a.c", "/* FIX" "ME: later */\n", "note to oneself"),
    "end-of-line": ("files", "src/a.c", "int x; \n", "space at the end"),
    "three-dots": ("strings", "src/a.c", '_ ("Open...");\n', "three dots"),
    "quotes": ("strings", "src/a.c", '_ ("Open \\"it\\"");\n', "straight quotation"),
    "unlisted": ("strings", "src/b.c", '_ ("Open");\n', "src/b.c is missing"),
    "unknown-language": ("strings", "po/LINGUAS", "xx\n", "xx is listed"),
    "stray-translation": ("strings", "po/xx.po", "", "xx is listed or there"),
    "macro": ("strings", "src/a.c", 'printf (_ ("Take %" G_GINT64_FORMAT));\n', "valid C format"),
}


def run_check(check, folder):
    return subprocess.run([sys.executable, ROOT / f"tests/meta/check-{check}.py", folder],
                          capture_output=True, text=True)


def plant(folder, name, text):
    """A tree that passes, plus one file with the fault."""
    for path, content in (("src/app/sl-window.h", ""), ("src/core/storage/sl-db.h", ""),
                          ("src/app/ok.c", '_ ("Fine");\n'), ("meson.build", ""), ("po/LINGUAS", ""),
                          ("po/POTFILES", "src/app/ok.c\n" + ("src/a.c\n" if '_ ("' in text
                                                              and name == "src/a.c" else ""))):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        head = HEAD if path.endswith((".c", ".h")) else ""
        (folder / path).write_text(head + content, encoding="utf-8")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    head = HEAD if name.endswith((".c", ".h")) else ""
    (folder / name).write_text(head + text, encoding="utf-8")


def clean_tree_passes():
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        plant(folder, "src/app/more.h", "")
        runs = [run_check(check, folder) for check in ("layers", "files", "strings")]
        return not any(run.returncode for run in runs), "".join(run.stderr for run in runs)


def fault_is_named(check, name, text, words):
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        plant(folder, name, text)
        bad = run_check(check, folder)
        return bad.returncode == 1 and words in bad.stderr, bad.stderr


def counts(runs, status="0"):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        log.write("\n".join(map(json.dumps, runs)))
        log.flush()
        return subprocess.run([sys.executable, ROOT / "build-aux/count-tests.py", log.name, status],
                              capture_output=True, text=True, check=True).stdout.split()


def failures_are_counted():
    good = {"name": "a", "result": "OK", "stdout": "1..2\nok 1 /a\nok 2 /b # SKIP no display\n"}
    bad = {"name": "b", "result": "FAIL", "stdout": "1..2\nok 1 /a\nnot ok 2 /b\n"}
    crash = {"name": "c", "result": "ERROR", "stdout": "1..3\nok 1 /a\n"}
    plain = {"name": "d", "result": "TIMEOUT", "stdout": ""}
    got = [counts([good]), counts([good, bad]), counts([crash]), counts([plain]),
           counts([good], "1"), counts([], "0")]
    return got == [["1", "0", "1"], ["2", "1", "1"], ["1", "1", "0"], ["0", "1", "0"],
                   ["1", "1", "1"], ["0", "0", "0"]], str(got)


def main():
    tests = [(name, lambda case=case: fault_is_named(*case)) for name, case in CASES.items()]
    tests.append(("clean-tree", clean_tree_passes))
    tests.append(("counting", failures_are_counted))
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, check) in enumerate(tests, 1):
        passed, said = check()
        failed += not passed
        print(f"{'ok' if passed else 'not ok'} {number} /meta/checks/{name}")
        if not passed:
            print("\n".join("# " + line for line in said.splitlines()))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
