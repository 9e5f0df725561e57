#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the window on a plan in which every page is full: how long each view takes to open, the
longest frame while it is scrolled, and how long an edit takes to the screen.

usage: pages.py BUILDDIR [--quick] [--judge wall|cpu] [--json FILE] [--only WORD]

The window is the real one, under a window manager; it is driven by keys and the wheel, and writes
itself when events came and frames were drawn (SIGHTLINE_FRAMES). A view is open with the first
frame in which nothing that shows is still being made. Times run from the event, as the server has
it, to the end of the frame.

wall   milliseconds that passed
cpu    milliseconds of processor time of the window's thread

Limits hold for the time that passed where the machine has nothing else to do, else for the
processor time: on a busy machine the other says what the neighbours did. The last line says which.
Ends with 1 where a limit is broken.
"""

import argparse
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build-aux"))
from display import Display, Keyboard  # noqa: E402

# Goals, parties, tasks, changes.
SIZE = (2000, 300, 5000, 20000)
OPEN_MS, SCROLL_MS, EDIT_MS = 100, 33, 50
PAGES = ("today", "goals", "stakeholders", "timeline", "alignment", "reviews", "direction",
         "resources", "risks", "print")
# Where the wheel is turned: parts of the width and height of the window, over tables and pictures.
SPOTS = ((0.30, 0.40), (0.66, 0.40), (0.45, 0.86))
NOTCHES = 24
# No frame for so long: it stands still. Seconds.
QUIET = 0.35
# What others may use of the machine for the time that passed to count.
BUSY_SHARE = 0.15


class Log:
    """What the window writes about events and frames."""

    def __init__(self, path):
        self.path = path
        self.at = 0
        self.rest = ""

    def read(self):
        """Lines that are new, as lists of words."""
        if not self.path.exists():
            return []
        with open(self.path, encoding="utf-8") as file:
            file.seek(self.at)
            text = file.read()
            self.at = file.tell()
        *lines, self.rest = (self.rest + text).split("\n")
        return [line.split() for line in lines]

    def gather(self, answered=False, timeout=20.0, quiet=QUIET):
        """Lines until no frame was drawn for a while. @answered: not before one has."""
        lines, begin = self.read(), time.monotonic()
        last = time.monotonic()
        while time.monotonic() - last < quiet and time.monotonic() - begin < timeout:
            time.sleep(0.02)
            new = self.read()
            if new:
                lines += new
                last = time.monotonic()
            elif (lines and lines[-1][0] == "frame" and lines[-1][4] == "0"
                  or answered and (not lines or lines[-1][0] != "frame")):
                last = time.monotonic()  # something is still being made
        return lines


def frames(lines):
    return [{"end": int(end), "cpu": int(cpu), "busy": int(busy), "ready": ready == "1",
             "place": place}
            for kind, end, cpu, busy, ready, place in (line for line in lines if line[0] == "frame")]


def inputs(lines, what):
    return [{"server": int(line[2]), "arrived": int(line[3]), "cpu": int(line[4])}
            for line in lines if line[0] == "input" and line[1] == what]


class Window:
    """The program with the plan."""

    def __init__(self, display, build, plan, folder):
        self.display = display
        self.keyboard = Keyboard(display)
        self.log = Log(folder / "frames")
        self.process = display.spawn(build / "src/app/sightline", plan)
        self.state = pathlib.Path(display.environment["XDG_STATE_HOME"])

    def settle(self):
        return frames(self.log.gather())

    def answer(self, *keys):
        """Presses keys; gives the milliseconds to the frame that answers, those of the processor,
        the longest time that the loop did not wait, and what shows."""
        self.log.read()
        self.keyboard.press(*keys)
        lines = self.log.gather(answered=True)
        drawn = frames(lines)
        pressed = inputs(lines, "key")
        if not drawn or not pressed:
            return None
        event = pressed[-1]
        drawn = [frame for frame in drawn if frame["end"] >= event["arrived"]]
        if not drawn:
            return None
        place = drawn[-1]["place"]
        found = next((frame for frame in drawn if frame["ready"] and frame["place"] == place),
                     drawn[-1])
        return {"wall": (found["end"] - event["server"]) / 1000,
                "cpu": (found["cpu"] - event["cpu"]) / 1000,
                "busy": max(frame["busy"] for frame in drawn) / 1000, "place": place}

    def scroll(self, spot):
        """Turns the wheel over a place; gives the longest frame: (wall, cpu)."""
        width, height = self.display.size
        self.keyboard.point(width * spot[0], height * spot[1])
        before = self.settle()
        for up in (False, True):
            for _ in range(NOTCHES):
                self.keyboard.wheel(up)
                time.sleep(1 / 60)
        drawn = before[-1:] + self.settle()
        cpu = [after["cpu"] - first["cpu"] for first, after in zip(drawn, drawn[1:])]
        wall = [frame["busy"] for frame in drawn[1:]]
        return max(wall, default=0) / 1000, max(cpu, default=0) / 1000

    def steps(self):
        """Steps of the history so far."""
        files = sorted(self.state.glob("*/docs/*/work.db"), key=os.path.getmtime)
        with sqlite3.connect(f"file:{files[-1]}?mode=ro", uri=True, timeout=5) as db:
            return db.execute('SELECT max("last"), count(*), sum(undone) FROM _undo_step').fetchone()

    def has_stepped(self, before, timeout=10.0):
        """Whether there are other steps than @before. A thread writes them, which may take its time."""
        begin = time.monotonic()
        while self.steps() == before:
            if time.monotonic() - begin > timeout:
                return False
            time.sleep(0.05)
        return True

    def memory(self):
        """MiB that the process has."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return round(int(line.split()[1]) / 1024, 1)
        return None


def say(row):
    def times(name):
        wall, cpu = row.get(name + "_wall"), row.get(name + "_cpu")
        return f"{wall:7.1f} {cpu:7.1f}" if wall is not None else " " * 15
    print(f"{row['view']:<40}{times('open')}  {times('again')}  {times('scroll')}  {times('edit')}",
          flush=True)


def head():
    print(f"{'':<40}{'open':>15}  {'again':>15}  {'scroll':>15}  {'edit':>15}")
    print(f"{'':<40}" + "  ".join([f"{'wall':>7} {'cpu':>7}"] * 4))


def note(row, name, times):
    """Keeps the worst."""
    for key in ("wall", "cpu"):
        row[f"{name}_{key}"] = max(row.get(f"{name}_{key}", 0.0), times[key])
    row["busy"] = max(row.get("busy", 0.0), times.get("busy", 0.0))


def views_of(window, number):
    """Turns to a page and on through its views: (view, times to it) for each."""
    first = window.answer("Alt_L", str(number))
    if first is None:
        raise SystemExit(f"{PAGES[number]} does not show")
    seen = [first["place"]]
    yield first
    while len(seen) < 15:
        times = window.answer("Control_L", "Next")
        if times is None or times["place"] in seen:
            return
        seen.append(times["place"])
        yield times


def name_view(place):
    return place.removeprefix("project/")


def edit(window, row, *keys):
    """Presses keys of which the last one makes a step, which is taken back."""
    for key in keys[:-1]:
        window.keyboard.press(*key.split("+"))
        window.log.gather()
    before = window.steps()
    times = window.answer(*keys[-1].split("+"))
    if times is None or not window.has_stepped(before):
        window.keyboard.press("Escape")
        window.log.gather()
        row["edit_failed"] = True
        return
    note(row, "edit", times)
    times = window.answer("Control_L", "z")
    if times is not None:
        note(row, "edit", times)


# What is pressed in the view that begins so: to a cell, into it, and the key that stores.
EDITS = {
    "goals/page": ("Down", "F2", "End", "x", "Return"),
    "stakeholders/matrix": ("Down", "2"),
    "stakeholders/register": ("Down", "F2", "End", "x", "Return"),
    "stakeholders/needs": ("Down", "F2", "End", "x", "Return"),
    "timeline": ("Down", "Control_L+Right"),
    "reviews/check-ins": ("Down", "F2", "End", "x", "Return"),
    "reviews/decisions": ("Down", "F2", "End", "x", "Return"),
    "reviews/outcomes": ("Down", "F2", "End", "x", "Return"),
    "direction/objectives": ("Down", "F2", "End", "x", "Return"),
    "direction/current-state": ("Down", "F2", "End", "x", "Return"),
    "direction/signals": ("Down", "F2", "End", "x", "Return"),
    # The view begins in its chart; four buttons stand between it and the table.
    "resources/technology": (*("Tab",) * 5, "Down", "F2", "End", "x", "Return"),
    "risks/plans": ("Down", "F2", "End", "x", "Return"),
}


def others_share():
    """Part of the machine that is in use before the window is there."""
    def look():
        words = [int(word) for word in open("/proc/stat").readline().split()[1:]]
        return sum(words), words[3] + words[4]
    all_before, idle_before = look()
    time.sleep(1.0)
    total, idle = look()
    return 1 - (idle - idle_before) / max(total - all_before, 1)


def measure(window, rows, options):
    for number, _ in enumerate(PAGES):
        for times in views_of(window, number):
            view = name_view(times["place"])
            row = rows.setdefault(view, {"view": view[:40]})
            if options.only and options.only not in view:
                continue
            note(row, "open" if "open_wall" not in row else "again", times)
            if options.again:
                say(row)
                continue
            for spot in SPOTS:
                wall, cpu = window.scroll(spot)
                note(row, "scroll", {"wall": wall, "cpu": cpu})
            window.keyboard.point(window.display.size[0] - 1, window.display.size[1] - 1)
            for start, keys in EDITS.items():
                if view.startswith(start):
                    edit(window, row, *keys)
            if options.quick:
                say(row)


def turn_pages(window, times):
    """Turns pages again and again; gives MiB before and after."""
    def turn(n):
        for i in range(n):
            window.keyboard.press("Alt_L", str(i % len(PAGES)))
            window.log.gather(quiet=0.1)
    turn(20)
    before = window.memory()
    turn(times)
    return before, window.memory()


def judge(rows, key):
    """What is over a limit."""
    limits = (("open", OPEN_MS), ("again", OPEN_MS), ("scroll", SCROLL_MS), ("edit", EDIT_MS))
    return [f"{row['view']}: {name} {row[f'{name}_{key}']:.1f} ms, limit {limit} ms"
            for row in rows for name, limit in limits if row.get(f"{name}_{key}", 0) > limit] + [
            f"{row['view']}: the edit made no step" for row in rows if row.get("edit_failed")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--judge", choices=("wall", "cpu"))
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.set_defaults(again=False)
    options = parser.parse_args()
    build = options.build.resolve()
    with tempfile.TemporaryDirectory(prefix="sightline-pages-") as name:
        folder = pathlib.Path(name)
        plan = folder / "full.sightline"
        subprocess.run([build / "tests/perf/generate-full", *map(str, SIZE), plan], check=True,
                       env={**os.environ, "XDG_STATE_HOME": str(folder / "generated")})
        share = others_share()
        key = options.judge or ("cpu" if share > BUSY_SHARE else "wall")
        settings = {"GSETTINGS_SCHEMA_DIR": str(build / "data"), "TZ": "UTC",
                    "SIGHTLINE_TODAY": "2026-11-16", "XDG_STATE_HOME": str(folder / "state"),
                    "SIGHTLINE_FRAMES": str(folder / "frames")}
        with Display(**settings) as display:
            begin = time.monotonic()
            window = Window(display, build, plan, folder)
            opening = [frame for frame in window.settle() if frame["place"].startswith("project")]
            while not opening:
                opening = [frame for frame in window.settle()
                           if frame["place"].startswith("project")]
            ready = next(frame for frame in opening if frame["ready"])
            start = {"wall": ready["end"] / 1000 - begin * 1000, "cpu": ready["cpu"] / 1000}
            display.focus()
            time.sleep(3)  # all pages are made, and the first analysis is there
            rows = {}
            head()
            measure(window, rows, options)
            if not options.quick:
                options.again = True
                measure(window, rows, options)
            memory = window.memory()
            turned = turn_pages(window, 20 if options.quick else 100)
    print(f"\nfrom the start to the first page: {start['wall']:.0f} ms, {start['cpu']:.0f} ms of "
          f"processor time; {memory} MiB, before and after turning pages {turned[0]} and "
          f"{turned[1]} MiB")
    broken = judge(rows.values(), key)
    for line in broken:
        print("over: " + line)
    print(f"{100 * share:.0f} % of the machine was in use by others: limits hold for "
          + ("processor time" if key == "cpu" else "the time that passed"))
    if options.json:
        options.json.write_text(json.dumps({"judged": key, "start": start, "memory": memory,
                                            "turned": turned, "views": list(rows.values())},
                                           indent=2))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
