#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the programs of a build directory on generated projects; prints JSON.

usage: bench.py BUILDDIR GOALS...

start           sightline without a file: from the start of the process to a still picture
open            the same with the project
edit            from pressing a key in a title to the first change on the screen, median of 15
undo            from Ctrl+Z of a new goal until list and chart are still again
open_cli        sightline-cli dump
render_CHART    sightline-cli render to PDF
memory_...      the most that the process had
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build-aux"))
from display import Display, Frame, Keyboard  # noqa: E402

CHARTS = ("goal-tree", "stakeholder-matrix", "timeline")
EDITS = 15


def timed(command, environment):
    """Runs @command; gives (milliseconds, peak memory in MiB)."""
    begin = time.perf_counter()
    child = subprocess.Popen([str(part) for part in command], env=environment,
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} failed")
    return round(1000 * (time.perf_counter() - begin), 1), round(usage.ru_maxrss / 1024, 1)


def measure_cli(build, project, folder):
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "LC_ALL": "C.UTF-8"}
    program = build / "src/cli/sightline-cli"
    result = {}
    result["open_cli"], result["memory_cli"] = timed([program, "dump", project], environment)
    for chart in CHARTS:
        milliseconds, memory = timed([program, "render", project, "--chart", chart, "--paper=A3",
                                      "--landscape", "-o", folder / "out.pdf"], environment)
        result["render_" + chart] = milliseconds
        result["memory_render_" + chart] = memory
    return result


def show(display, frame, *command):
    """Starts the program and waits for a still picture; gives (process, milliseconds)."""
    before = frame.take()
    child = display.spawn(*command)
    appeared = frame.wait_change(before)
    if appeared is None:
        raise SystemExit(f"{command[0]} shows nothing")
    return child, round(1000 * (appeared + frame.wait_still()), 1)


def peak_memory(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return round(int(line.split()[1]) / 1024, 1)
    return None


def measure_edits(frame, keyboard):
    """Types into a new goal's title, one letter at a time."""
    keyboard.press("Return")
    frame.wait_still()
    times = []
    for number in range(EDITS):
        before = frame.take()
        keyboard.press("abcdefghijklmnopq"[number])
        seconds = frame.wait_change(before, timeout=5)
        if seconds is not None:
            times.append(1000 * seconds)
        frame.wait_still(quiet=0.2)
    keyboard.press("Escape")
    frame.wait_still(quiet=3)
    return times


def measure_undo(frame, keyboard):
    before = frame.take()
    keyboard.press("Control_L", "z")
    appeared = frame.wait_change(before, timeout=5)
    return None if appeared is None else round(1000 * (appeared + frame.wait_still(quiet=0.4)), 1)


def measure_window(build, project):
    result = {}
    settings = {"GSETTINGS_SCHEMA_DIR": str(build / "data")}
    with Display(**settings) as display:
        frame, keyboard = Frame(display), Keyboard(display)
        program = build / "src/app/sightline"
        child, result["start"] = show(display, frame, program)
        child.terminate()
        child.wait()
        frame.wait_still()
        child, result["open"] = show(display, frame, program, project)
        result["memory_open"] = peak_memory(child)
        display.focus()
        frame.wait_still()
        times = measure_edits(frame, keyboard)
        result["edits"] = len(times)
        if times:
            result["edit"] = round(statistics.median(times), 1)
            result["edit_slowest"] = round(max(times), 1)
        result["undo"] = measure_undo(frame, keyboard)
        result["memory_after_edits"] = peak_memory(child)
    return result


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    results = []
    for goals in sys.argv[2:]:
        with tempfile.TemporaryDirectory(prefix="sightline-bench-") as name:
            folder = pathlib.Path(name)
            project = folder / "plan.sightline"
            environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
            generate, _ = timed([build / "tests/perf/generate", goals, project], environment)
            results.append({"goals": int(goals), "file_kib": project.stat().st_size // 1024,
                            "generate": generate, **measure_cli(build, project, folder)})
            if (build / "src/app/sightline").exists():
                results[-1].update(measure_window(build, project))
    json.dump(results, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
