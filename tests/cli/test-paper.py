#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what sightline-cli puts on paper as another program reads it: that every title can be
found, that fonts are embedded, that no sheet goes without its frame, that nothing is shortened.

usage: test-paper.py SIGHTLINE_CLI SAMPLE.txt     speaks TAP
"""

import csv
import io
import re
import shutil
import subprocess
import sys

from desk import TESTS, main, test

DAY = "23 Nov 2026"
# The name of each chart, and what it must show whole; milestones are exported among tasks.
CHARTS = {
    "goal-tree": ("Goal Tree", ("goal",)),
    "stakeholder-matrix": ("Stakeholder Matrix", ("goal", "party")),
    "timeline": ("Timeline", ("goal", "task")),
}
SHEETS = (("--paper=A4", "--landscape"), ("--paper=A4", "--portrait"),
          ("--paper=A3", "--landscape"), ("--paper=Letter", "--portrait"),
          ("--paper=A4", "--landscape", "--grey"), ("--paper=A4", "--landscape", "--tile"))
LEAST_TYPE = 7.5
# pdftohtml gives sizes as whole numbers at three times the scale.
TYPE_SCALE = 3

# What is drawn of which plan, with words of the legend.
CASES = (
    ("sample", "goal-tree", ("on track", "part of")),
    ("sample", "stakeholder-matrix", ("not asked", "+3 commits own resources")),
    ("sample", "timeline", ("Task", "Milestone", "Due date of a goal")),
    ("long", "timeline", ("Task", "Done part")),
    ("vague", "goal-tree", ("no data",)),
    ("vague", "timeline", ("Due date of a goal",)),
)
PLANS = {
    "long": ["Task;Owner;Start;Due;Progress"] + [
        f"{verb} {what} Nr. {number};{owner};2026-{month:02}-01;2027-{month:02}-20;{number % 100}%"
        for number, (verb, what, owner) in enumerate(
            [("Prüfung", "der Lieferantenqualifizierungsmaßnahmen im Ausland", "Qualitätsabteilung"),
             ("Einführung", "eines Änderungsmanagements für Ersatzteile", "Vertrieb Übersee"),
             ("Abnahme", "aller Sicherheitsunterweisungen in beiden Werken", "Arbeitsschutz")] * 25)
        for month in [1 + number % 12]],
    "vague": ["Goal;Owner;Due"] + [
        f"Answer each question of customer {number} within a day;Service;"
        f"{'2027-03-01' if number % 10 == 0 else ''}" for number in range(120)],
}


def tool(name, *arguments):
    return subprocess.run([name, *map(str, arguments)], capture_output=True, check=True).stdout


def flat(text):
    """@text with blanks for ends of lines, as a person reads it."""
    return " ".join(text.split())


class Paper:
    """A PDF as text."""

    def __init__(self, path):
        self.path = path
        self.pages = [flat(page) for page in
                      tool("pdftotext", "-raw", path, "-").decode().split("\f")[:-1]]
        self.text = " ".join(self.pages)

    @property
    def not_shown(self):
        return sum(map(int, re.findall(r"[Nn]ot shown: (\d+)", self.pages[0])))

    def check_type(self):
        fonts = tool("pdffonts", self.path).decode().splitlines()[2:]
        assert fonts
        for line in fonts:
            embedded, _, to_unicode = line.split()[-5:-2]
            assert (embedded, to_unicode) == ("yes", "yes"), line
        sizes = re.findall(r'<fontspec [^>]*size="(\d+)"', tool(
            "pdftohtml", "-xml", "-stdout", "-i", "-zoom", TYPE_SCALE, self.path).decode())
        assert sizes and min(map(int, sizes)) >= int(LEAST_TYPE * TYPE_SCALE), sizes
        assert "…" not in self.text

    def check_frames(self, title, headline, legend, poster=False):
        for number, page in enumerate(self.pages, 1):
            assert page.startswith(flat(headline)), (number, page[:200])
            for words in (title, DAY, f"page {number} of {len(self.pages)}", *legend):
                assert words in page, f"{words!r} is not on page {number}: {page}"
            assert not poster or len(self.pages) == 1 or re.search(r"sheet [A-Z]+\d+ ·", page), page


def project(desk, name):
    if name == "sample":
        return desk.sample
    desk.write(f"{name}.csv", "\n".join(PLANS[name]) + "\n")
    rows = ["--tasks"] if name == "long" else []
    desk.run("import", f"{name}.csv", *rows, "-o", f"{name}.sightline")
    return desk.path(f"{name}.sightline")


def titles(desk, path, kinds):
    found = []
    for kind in kinds:
        table = desk.run("export", path, f"--kind={kind}")[0].decode("utf-8-sig")
        found += [row["title"] for row in csv.DictReader(io.StringIO(table))]
    return found


def check_chart(desk, path, chart, legend, sheet):
    name, kinds = CHARTS[chart]
    desk.run("render", path, "-c", chart, *sheet, "-o", "chart.pdf")
    paper = Paper(desk.path("chart.pdf"))
    paper.check_type()
    headline = next(line.removeprefix("headline ") for line in
                    desk.run("render", path, "-c", chart, *sheet, "-f", "text")[0].decode()
                    .splitlines() if line.startswith("headline ") and line != "headline ")
    paper.check_frames(name, headline, legend, "--tile" in sheet)
    all_titles = titles(desk, path, kinds)
    missing = [title for title in all_titles if flat(title) not in paper.text]
    assert len(all_titles) > 20 or chart == "stakeholder-matrix", all_titles
    assert len(missing) == paper.not_shown, (chart, sheet, paper.not_shown, missing)


def add_charts():
    for plan, chart, legend in CASES:
        def check(desk, plan=plan, chart=chart, legend=legend):
            for sheet in SHEETS:
                check_chart(desk, project(desk, plan), chart, legend, sheet)
        check.__name__ = f"{plan}_{chart}"
        test(check)


@test
def pack(desk):
    desk.run("pack", desk.sample, "-o", "pack.pdf")
    paper = Paper(desk.path("pack.pdf"))
    paper.check_type()
    n = len(paper.pages)
    for number, page in enumerate(paper.pages, 1):
        assert f"page {number} of {n}" in page and DAY in page, page
        assert len(page.split()) > 60, f"page {number} is nearly empty: {page}"
    parts = ["Alignment on a Page", "Stakeholder Matrix", "Goal Tree", "Priorities and Money", "Timeline",
             "Budget by Source", "People and Weeks", "Technology and Weeks", "Risks", "Decisions"]
    agenda = re.findall(rf"(\d+) ({'|'.join(parts)}).*?page (\d+)", paper.pages[0])
    assert [name for _, name, _ in agenda] == parts, paper.pages[0]
    begins = [int(page) for _, _, page in agenda] + [n + 1]
    assert begins[0] == 2 and begins == sorted(begins), begins
    for (_, name, _), first, end in zip(agenda, begins, begins[1:]):
        for page in range(first, end):
            assert name in paper.pages[page - 1], (name, page)
    for words in ("agree", "change", "accept", "Who", "By when", "Larsson Stores"):
        assert words in paper.pages[-1], words
    outline = tool("pdfinfo", desk.path("pack.pdf")).decode()
    assert "Page size:" in outline and "A4" in outline, outline


@test
def few_sheets(desk):
    for chart, sheet, most in (("timeline", "--landscape", 3), ("timeline", "--portrait", 3),
                               ("stakeholder-matrix", "--landscape", 1),
                               ("alignment-page", "--landscape", 1),
                               ("alignment-page", "--portrait", 1),
                               ("goal-tree", "--landscape", 4)):
        desk.run("render", desk.sample, "-c", chart, "--paper=A4", sheet, "-o", "chart.pdf")
        assert len(Paper(desk.path("chart.pdf")).pages) <= most, (chart, sheet)


@test
def copy_to_mark(desk):
    """Guesses are empty boxes in the copy of a partner, which has a column to mark them in and the whole scale in
    words."""
    scale = ("+3 commits own resources", "+2 supports", "+1 in favor", "0 no objection", "−1 doubts", "−2 opposes",
             "−3 would block")
    for chart in ("stakeholder-matrix", "alignment-page"):
        desk.run("render", desk.sample, "-c", chart, "--paper=A4", "--copy-for=Larsson Stores", "-o", "copy.pdf")
        pages = Paper(desk.path("copy.pdf")).pages
        text = " ".join(" ".join(pages).split())
        assert re.search(r"\d+ positions not asked yet: please mark", text), (chart, text)
        for words in scale + ("copy for Larsson Stores",):
            assert words in text, (chart, words)
        assert "our guess" not in text and "?" not in text, (chart, text)
        assert "Larsson Stores" in text.replace("copy for Larsson Stores", ""), chart


def skip():
    print(f"1..0 # SKIP poppler-utils is not installed, so that nothing reads {len(TESTS)} papers")
    return 0


if __name__ == "__main__":
    add_charts()
    TOOLS = ("pdftotext", "pdffonts", "pdftohtml", "pdfinfo")
    sys.exit(main("paper") if all(map(shutil.which, TOOLS)) else skip())
