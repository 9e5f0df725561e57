# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of sightline-cli share: a folder of its own with a home of its own, in which the
program runs, and a TAP runner.

A test program calls main() with its name; its arguments are SIGHTLINE_CLI SAMPLE.txt.
"""

import functools
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

PROGRAM, SAMPLE = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:3])
TESTS = []

GOALS_CSV = """Goal;Owner;Due;Level
Cut delivery time to five days;Logistics;2026-09-30;1
Open a second warehouse;Logistics;2026-06-30;2
Answer within one day;Service;2026-12-31;1
"""


def test(function):
    TESTS.append(function)
    return function


class Skip(Exception):
    """What a test needs is not there; the text says what."""


class Desk:
    """A folder of its own with a home of its own, in which the program runs."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.home = self.folder / "home"
        self.home.mkdir()
        keep = {key: value for key, value in os.environ.items()
                if not key.startswith(("XDG_", "DISPLAY", "WAYLAND_"))}
        self.environment = {**keep, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                            "XDG_STATE_HOME": str(self.folder / "state"),
                            "SIGHTLINE_TODAY": "2026-11-23", "SOURCE_DATE_EPOCH": "1795392000"}

    def path(self, name):
        return self.folder / name

    def run(self, *arguments, expect=0, feed=b"", **environment):
        """Runs the program with @feed as its input, checks its exit code and gives (stdout,
        stderr)."""
        result = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, timeout=120,
                                env={**self.environment, **environment}, capture_output=True,
                                input=feed if isinstance(feed, bytes) else feed.encode())
        out, err = result.stdout, result.stderr.decode()
        assert result.returncode == expect, \
            f"{arguments}: exit code {result.returncode}, expected {expect}\n{err}"
        return out, err

    def refuse(self, *arguments, expect=1, contains=(), feed=b""):
        """The program must fail with one clear sentence and leave the folder as it was."""
        before = self.state_of_files()
        _, err = self.run(*arguments, expect=expect, feed=feed)
        lines = err.strip().splitlines()
        if expect == 2:
            assert lines[-1].endswith(("tells more.", "lists the verbs.")), err
            lines = lines[:-1]
        assert len(lines) == 1, f"not one sentence: {err!r}"
        assert lines[0].startswith("sightline-cli: "), err
        for word in ("sqlite", "SQL ", "errno", "assertion", "CRITICAL"):
            assert word not in err, err
        for word in contains:
            assert str(word).lower() in lines[0].lower(), f"{word!r} is not named in {lines[0]!r}"
        assert self.state_of_files() == before, "files were changed"
        return lines[0]

    def state_of_files(self):
        """Every file but those of the program's own state, with its bytes."""
        return {path: path.read_bytes() for path in sorted(self.folder.rglob("*"))
                if path.is_file() and not path.is_symlink() and "state" not in path.relative_to(self.folder).parts}

    def write(self, name, text):
        data = text if isinstance(text, bytes) else text.encode()
        self.path(name).write_bytes(data)
        return self.path(name)

    @functools.cached_property
    def sample(self):
        self.run("compile", SAMPLE, "-o", "sample.sightline")
        return self.path("sample.sightline")

    @functools.cached_property
    def goals(self):
        self.write("goals.csv", GOALS_CSV)
        self.run("import", "goals.csv", "-o", "goals.sightline")
        return self.path("goals.sightline")


def main(suite):
    print(f"1..{len(TESTS)}")
    failed = 0
    for number, function in enumerate(TESTS, 1):
        name = function.__name__.replace("_", "-")
        with tempfile.TemporaryDirectory(prefix="sightline-cli-") as folder:
            try:
                function(Desk(folder))
                print(f"ok {number} /{suite}/{name}", flush=True)
            except Skip as reason:
                print(f"ok {number} /{suite}/{name} # SKIP {reason}", flush=True)
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} /{suite}/{name}", flush=True)
                print("\n".join("# " + s for s in traceback.format_exc().splitlines()), flush=True)
    return 1 if failed else 0
