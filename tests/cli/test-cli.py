#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives every verb of sightline-cli as a person or a script would, right and wrong, and looks at
exit codes, at what is said where, and at what is on the disk afterwards.

usage: test-cli.py SIGHTLINE_CLI SAMPLE.txt     speaks TAP
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys

from desk import GOALS_CSV, PROGRAM, SAMPLE, Skip, main, test

VERBS = ("new", "compile", "import", "read", "export", "dump", "diff", "schema", "render", "pack",
         "undo", "redo", "log", "calc")
CHARTS = ("goal-tree", "stakeholder-matrix", "timeline", "alignment-page", "findings", "profile",
          "stands-together", "priorities", "charter", "conflict-sheet")


# --- Help and usage ---

@test
def help_names_every_verb(desk):
    out = desk.run("--help")[0].decode()
    for verb in VERBS:
        assert f"\n  {verb} " in out, verb


@test
def every_verb_explains_itself(desk):
    for verb in VERBS:
        out = desk.run(verb, "--help")[0].decode()
        assert out.startswith("Usage:\n  sightline-cli " + verb), out
        assert "Examples:" in out
        assert max(map(len, out.splitlines())) <= 110, out


@test
def version_is_said(desk):
    out = desk.run("--version")[0].decode()
    assert out.startswith("sightline-cli 0."), out


@test
def wrong_usage_is_exit_code_2(desk):
    desk.refuse(expect=2)
    desk.refuse("frobnicate", expect=2, contains=["frobnicate"])
    for verb in VERBS:
        desk.refuse(verb, "--frobnicate", expect=2, contains=["--frobnicate"])
    desk.refuse("dump", expect=2)
    desk.refuse("dump", "a", "b", expect=2, contains=["b"])
    desk.refuse("new", expect=2, contains=["-o"])
    desk.refuse("import", "a.csv", expect=2, contains=["-o"])
    desk.refuse("undo", "a", "--steps=0", expect=2, contains=["0"])


@test
def no_gtk_is_linked(desk):
    out = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert "libcairo" in out and "libsqlite3" in out, out
    for library in ("libgtk", "libgdk-", "libadwaita"):
        assert library not in out, library


# --- new, schema ---

@test
def new_makes_an_empty_project(desk):
    desk.run("new", "-o", "a.sightline", "--title", "Plan “A”")
    assert desk.path("a.sightline").read_bytes().startswith(b"SQLite format 3\0")
    assert "Plan “A”" in desk.run("dump", "a.sightline")[0].decode()


@test
def new_overwrites_nothing(desk):
    desk.write("a.sightline", "mine")
    desk.refuse("new", "-o", "a.sightline", contains=["a.sightline"])


@test
def unwritable_folder_is_said(desk):
    desk.refuse("new", "-o", "/proc/plan.sightline", contains=["plan.sightline"])
    desk.refuse("new", "-o", desk.path("nowhere") / "plan.sightline", contains=["nowhere"])
    desk.refuse("render", desk.sample, "--chart=timeline", "-o", "/proc/out.pdf",
                contains=["/proc/out.pdf"])


@test
def files_only_where_they_belong(desk):
    desk.run("new", "-o", "a.sightline")
    desk.run("dump", "a.sightline")
    assert sorted(p.name for p in desk.folder.iterdir()) == ["a.sightline", "home", "state"]
    assert not any(desk.home.iterdir())


@test
def schema_is_the_data_dictionary(desk):
    text = desk.run("schema")[0].decode()
    kinds = {kind["kind"]: kind for kind in json.loads(desk.run("schema", "--json")[0])}
    assert len(kinds) >= 20
    due = next(field for field in kinds["goal"]["fields"] if field["name"] == "due")
    assert due["type"] == "date" and due["unit"] == "day" and due["help"]
    strength = next(f for f in kinds["goal_link"]["fields"] if f["name"] == "strength")
    assert (strength["min"], strength["max"]) == (-100, 100)
    for kind in kinds:
        assert f"\n{kind} — " in text, kind


# --- compile ---

@test
def same_text_same_bytes(desk):
    first = desk.sample.read_bytes()
    shutil.rmtree(desk.path("state"))
    desk.run("compile", SAMPLE, "-o", "again.sightline", SIGHTLINE_TODAY="2027-02-01")
    assert desk.path("again.sightline").read_bytes() == first


@test
def compiled_text_says_what_was_written(desk):
    desk.write("plan.txt", 'party pd "Development" power=8\n'
               'goal a "Ship \\"one\\"" owner=pd due=2027-01-15 progress=40%\n'
               "  summary: first line\n  summary: second line\n"
               'goal b "Part" parent=a\nposition pd a -2 said - "Too early"\n'
               'budget "Tools" item=a planned=12k\n')
    desk.run("compile", "plan.txt", "-o", "plan.sightline")
    dump = desk.run("dump", "plan.sightline")[0].decode()
    for part in ('Ship "one"', "2027-01-15", "0.4", "first line\\nsecond line", "Too early",
                 "1200000"):
        assert part in dump, f"{part} is not in\n{dump}"


@test
def faults_in_a_text_are_named(desk):
    for line, words in (('gaol "x"', ["gaol"]),
                        ('goal "x" ownr=pd', ["ownr"]),
                        ('goal "x" owner=nobody', ["owner", "nobody"]),
                        ('goal "x" due=99999-01-01', ["due", "99999-01-01"]),
                        ('goal "x" due=2026-02-30', ["due", "2026-02-30"]),
                        ('goal "x" progress=140%', ["140"]),
                        ('goal "x" status=asleep', ["status", "asleep"]),
                        ('goal "x', ["quotation mark"]),
                        ('position pd pd +2', ["goal"]),
                        ('party pd "again"', ["pd"]),
                        ('  due: 2026-01-01', ["due"]),
                        ('budget "x" planned=much', ["planned", "much"])):
        desk.write("bad.txt", f'# comment\nparty pd "Development"\n{line}\n')
        desk.refuse("compile", "bad.txt", "-o", "bad.sightline", contains=["bad.txt:", *words])
    desk.write("bad.txt", 'goal "x"\n  due: 2026-13-01\n')
    desk.refuse("compile", "bad.txt", "-o", "bad.sightline", contains=["bad.txt:2", "2026-13-01"])
    desk.write("latin.txt", b'goal "B\xe4r"\n')
    desk.refuse("compile", "latin.txt", "-o", "bad.sightline", contains=["latin.txt"])
    desk.refuse("compile", "missing.txt", "-o", "bad.sightline", contains=["missing.txt"])


# --- import, read, export ---

@test
def import_makes_a_project(desk):
    dump = desk.run("dump", desk.goals)[0].decode()
    for part in ("Cut delivery time to five days", "Logistics", "2026-06-30"):
        assert part in dump, dump


@test
def import_into_a_project_is_one_step(desk):
    before = desk.run("dump", desk.goals)[0]
    desk.write("more.csv", "Goal,Owner\nHire ten drivers,Logistics\nTrain them,Nora\n")
    desk.run("import", "more.csv", "-o", desk.goals)
    after = desk.run("dump", desk.goals)[0]
    assert b"Hire ten drivers" in after
    desk.run("undo", desk.goals)
    assert desk.run("dump", desk.goals)[0] == before
    desk.run("redo", desk.goals)
    assert desk.run("dump", desk.goals)[0] == after


@test
def import_refuses_what_it_cannot_read(desk):
    desk.write("noise.xml", bytes(range(256)) * 8)
    desk.refuse("import", "noise.xml", "-o", "x.sightline", contains=["noise.xml"])
    desk.refuse("import", "missing.csv", "-o", "x.sightline", contains=["missing.csv"])
    desk.refuse("import", desk.goals, "-o", "x.sightline", contains=["Sightline project"])
    desk.refuse("import", "goals.csv", "-o", "x.sightline", "--format=abacus", expect=2,
                contains=["abacus"])
    before = desk.run("dump", desk.goals)[0]
    desk.refuse("import", "noise.xml", "-o", desk.goals, contains=["noise.xml"])
    assert desk.run("dump", desk.goals)[0] == before


@test
def dates_out_of_range_never_enter(desk):
    desk.write("far.csv", "Goal,Due\nLand on Mars,99999-01-01\nStay here,2027-01-01\n")
    _, err = desk.run("import", "far.csv", "-o", "far.sightline")
    assert "99999-01-01" in err, err
    dump = desk.run("dump", "far.sightline")[0].decode()
    assert "Land on Mars" in dump and "2027-01-01" in dump and "99999" not in dump, dump


@test
def read_shows_and_changes_nothing(desk):
    desk.write("goals.csv", GOALS_CSV)
    before = desk.state_of_files()
    out = desk.run("read", "goals.csv")[0].decode()
    assert "Open a second warehouse\t\t2026-06-30" in out, out
    plan = json.loads(desk.run("read", "goals.csv", "--tasks", "--json")[0])
    assert {"tasks", "dependencies", "resources", "assignments"} <= set(plan), plan
    assert [task["name"] for task in plan["tasks"]][:1] == ["Cut delivery time to five days"]
    assert desk.state_of_files() == before


@test
def read_says_why_it_refuses(desk):
    desk.write("noise.xml", bytes(range(256)) * 8)
    answer = json.loads(desk.run("read", "noise.xml", "--json", expect=1)[0])
    assert answer["refused"] is True and "noise.xml" in answer["reason"], answer
    answer = json.loads(desk.run("read", desk.sample, "--json", expect=1)[0])
    assert answer["refused"] is True and "dump" in answer["reason"], answer


@test
def export_gives_a_table(desk):
    rows = desk.run("export", desk.goals, "--kind=goal")[0].decode().splitlines()
    assert "title" in rows[0] and len(rows) == 4, rows
    desk.run("export", desk.goals, "--kind=goal", "-s", "semicolon", "-o", "out.csv")
    assert desk.path("out.csv").read_text().splitlines()[0].count(";") == rows[0].count(",")
    milestones = desk.run("export", desk.sample, "--kind=milestone")[0].decode()
    assert "Launch day" in milestones and "Campaign on air" not in milestones, milestones
    desk.refuse("export", desk.goals, "--kind=gaol", expect=2, contains=["gaol"])
    desk.refuse("export", desk.goals, expect=2, contains=["--kind"])
    desk.refuse("export", desk.goals, "--kind=goal", "-s", "dash", expect=2, contains=["dash"])


# --- dump, diff, history ---

@test
def dump_is_stable(desk):
    assert desk.run("dump", desk.sample)[0] == desk.run("dump", desk.sample)[0]


@test
def reading_changes_no_byte(desk):
    before = desk.sample.read_bytes()
    desk.run("dump", desk.sample)
    desk.run("log", desk.sample)
    desk.run("render", desk.sample, "--chart=timeline", "-f", "text")
    assert desk.sample.read_bytes() == before


@test
def reading_leaves_nothing_behind(desk):
    shutil.copy(desk.sample, desk.path("copy.sightline"))
    shutil.rmtree(desk.path("state"))
    for arguments in (["dump"], ["log"], ["diff", "copy.sightline"], ["export", "--kind=goal"],
                      ["render", "--chart=timeline", "-o", "x.pdf"], ["pack", "-o", "y.pdf"]):
        desk.run(arguments[0], "copy.sightline", *arguments[1:])
    assert not desk.path("state").exists(), list(desk.path("state").rglob("*"))


@test
def diff_names_what_differs(desk):
    shutil.copy(desk.goals, desk.path("old.sightline"))
    desk.write("more.csv", "Goal\nHire ten drivers\n")
    desk.run("import", "more.csv", "-o", desk.goals)
    assert desk.run("diff", "old.sightline", "old.sightline")[0] == b""
    out = desk.run("diff", "old.sightline", desk.goals)[0].decode()
    assert "Hire ten drivers" in out and "Cut delivery time" not in out, out


@test
def history_has_names_and_ends(desk):
    desk.write("more.csv", "Goal\nHire ten drivers\n")
    desk.run("import", "more.csv", "-o", desk.goals)
    log = desk.run("log", desk.goals)[0].decode().splitlines()
    assert "more.csv" in log[-1] and "\tdone\t" in log[-1], log
    assert "more.csv" in desk.run("undo", desk.goals)[0].decode()
    assert "\tundone\t" in desk.run("log", desk.goals)[0].decode().splitlines()[-1]
    desk.run("redo", desk.goals)
    desk.refuse("redo", desk.goals, contains=["redo"])
    desk.run("new", "-o", "empty.sightline")
    desk.refuse("undo", "empty.sightline", contains=["undo"])


# --- render, pack ---

@test
def every_chart_in_every_format(desk):
    for chart in CHARTS:
        for form, head in (("pdf", b"%PDF-"), ("svg", b"<?xml"), ("png", b"\x89PNG")):
            desk.run("render", desk.sample, "--chart", chart, "-o", f"{chart}.{form}")
            assert desk.path(f"{chart}.{form}").read_bytes().startswith(head), (chart, form)
        text = desk.run("render", desk.sample, "--chart", chart, "--format=text")[0].decode()
        assert len(text.splitlines()) > 20, text


@test
def copies_for_a_party_hold_no_guesses(desk):
    def text(chart, *options):
        return desk.run("render", desk.sample, "-c", chart, "-f", "text", *options)[0].decode()
    copy = ("--copy-for", "Larsson Stores")
    for chart in CHARTS:
        assert "copy for Larsson Stores" in text(chart, *copy), chart
    assert "our guess" in text("stakeholder-matrix")
    assert "our guess" not in text("stakeholder-matrix", *copy)
    assert "positions not asked yet: please mark" in text("stakeholder-matrix", *copy)
    assert "our guess" not in text("findings", *copy)
    desk.refuse("render", desk.sample, "-c", "findings", "--copy-for", "Nobody", "-o", "x.pdf",
                expect=2, contains=["Nobody"])


@test
def charts_show_the_records(desk):
    def text(chart, *options):
        return desk.run("render", desk.sample, "-c", chart, "-f", "text", *options)[0].decode()
    assert "Obtain CE and radio approval" in text("goal-tree").replace("\n", " ")
    assert "Larsson Stores" in text("stakeholder-matrix")
    assert "Launch day" in text("timeline")


@test
def what_changed_since_a_day(desk):
    def text(chart, *options):
        return desk.run("render", desk.sample, "-c", chart, "-f", "text", *options)[0].decode()
    assert "Since " not in text("goal-tree")
    tree = text("goal-tree", "--since=2026-10-01")
    assert "Since 1 Oct: Due: 22 Feb 2027" in tree and "not all that changed since 1 Oct 2026" in tree
    for chart in CHARTS:
        assert "since 1 Oct 2026" in text(chart, "--since=2026-10-01"), chart
    desk.run("pack", desk.sample, "--since=2026-10-01", "-o", "pack.pdf")
    desk.refuse("render", desk.sample, "-c", "goal-tree", "--since=2190-01-01", "-o", "x.pdf",
                expect=2, contains=["2190-01-01", "still to come"])
    desk.refuse("pack", desk.sample, "--since=never", "-o", "x.pdf", expect=2, contains=["never"])


@test
def same_project_same_paper(desk):
    for name in ("a.pdf", "b.pdf"):
        desk.run("render", desk.sample, "--chart=timeline", "-o", name)
    assert desk.path("a.pdf").read_bytes() == desk.path("b.pdf").read_bytes()


@test
def paper_is_what_was_asked_for(desk):
    for paper, landscape, size in (("A4", False, "595"), ("A3", True, "1190"),
                                   ("Letter", False, "612"), ("Tabloid", True, "1224")):
        desk.run("render", desk.sample, "--chart=goal-tree", f"--paper={paper}",
                 "--landscape" if landscape else "--portrait", "-o", "x.svg")
        head = desk.path("x.svg").read_text()[:400]
        assert f'width="{size}' in head, (paper, head)


@test
def quarters_of_the_fiscal_year(desk):
    def timeline(first, last):
        return desk.run("render", "year.sightline", "-c", "timeline", "-f", "text", f"--from={first}", f"--to={last}")[0]
    desk.path("year.txt").write_text('project "Year" fiscal_month=4\ngoal a "Grow" due=2027-06-01\n')
    desk.run("compile", "year.txt", "-o", "year.sightline")
    assert timeline("Q1 2027", "Q2 2027") == timeline("2027-04-01", "2027-09-30")
    assert timeline("Q1 2027", "Q2 2027") != timeline("2027-01-01", "2027-06-30")


@test
def a_part_of_the_tree(desk):
    def tree(*options):
        return desk.run("render", desk.sample, "-c", "goal-tree", "-f", "text", *options)[0].decode()
    branch = "--branch=Start series production by 8 March 2027"
    for shown, hidden, options in (("Raise awareness", "Offer Aero 2", ["--depth=2"]),
                                   ("Qualify the second", "Raise awareness", [branch]),
                                   ("Start series", "Qualify the second", [branch, "--depth=1"])):
        text = tree(*options)
        assert shown in text and hidden not in text, (options, text)


@test
def render_refuses_nonsense(desk):
    sample = desk.sample
    for wrong in ("--chart=pie", "--paper=A9", "--format=doc", "--from=99999-01-01",
                  "--to=someday", "--min-type=3", "--depth=-1", "--branch=Nothing like it"):
        arguments = [wrong] if wrong.startswith("--chart") else ["--chart=timeline", wrong]
        desk.refuse("render", sample, *arguments, "-o", "x.pdf", expect=2,
                    contains=[wrong.split("=")[1]])
    desk.refuse("render", sample, "-o", "x.pdf", expect=2, contains=["--chart"])
    desk.refuse("render", sample, "--chart=timeline", expect=2, contains=["-o"])
    desk.refuse("render", sample, "--chart=timeline", "--from=2027-02-01", "--to=2027-01-01",
                "-o", "x.pdf", expect=2, contains=["2027-02-01", "2027-01-01"])


@test
def pack_is_a_document_of_several_pages(desk):
    desk.run("pack", desk.sample, "-o", "pack.pdf")
    data = desk.path("pack.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    if shutil.which("pdfinfo"):
        info = subprocess.run(["pdfinfo", desk.path("pack.pdf")], capture_output=True, text=True,
                              check=True).stdout
        pages = int(next(s for s in info.splitlines() if s.startswith("Pages:")).split()[1])
        assert pages >= 4, info
        assert "Title:" in info and "Product launch" in info, info
    desk.refuse("pack", desk.sample, expect=2, contains=["-o"])


# --- Bad project files ---

def every_reader(desk, path, *words):
    """Each verb that opens a project refuses @path with a sentence that names it."""
    for arguments in (["dump", path], ["log", path], ["undo", path], ["redo", path],
                      ["diff", path, path], ["export", path, "--kind=goal"],
                      ["render", path, "--chart=timeline", "-o", "x.pdf"],
                      ["pack", path, "-o", "x.pdf"], ["import", "goals.csv", "-o", path]):
        desk.refuse(*arguments, contains=[path, *words])


@test
def a_text_is_not_a_project(desk):
    desk.write("goals.csv", GOALS_CSV)
    desk.write("letter.sightline", "Dear Ms. Weber,\n" * 100)
    desk.write("empty.sightline", "")
    every_reader(desk, "letter.sightline")
    every_reader(desk, "empty.sightline")


@test
def missing_files_and_folders(desk):
    desk.path("folder.sightline").mkdir()
    for path in ("missing.sightline", "folder.sightline"):
        desk.refuse("dump", path, contains=[path])
        desk.refuse("render", path, "--chart=timeline", "-o", "x.pdf", contains=[path])


@test
def what_is_no_file_at_all(desk):
    desk.write("goals.csv", GOALS_CSV)
    os.mkfifo(desk.path("pipe.sightline"))
    os.symlink("circle.sightline", desk.path("circle.sightline"))
    desk.path("folder.sightline").mkdir()
    for name, word in (("pipe", "pipe"), ("circle", "cannot be read"), ("folder", "folder")):
        path = name + ".sightline"
        for arguments in (["dump"], ["log"], ["undo"], ["export", "--kind=goal"],
                          ["render", "--chart=timeline", "-o", "x.pdf"], ["pack", "-o", "x.pdf"]):
            desk.refuse(arguments[0], path, *arguments[1:], contains=[path, word])
        desk.refuse("import", "goals.csv", "-o", path, contains=[path])
    for name in ("pipe", "circle", "folder"):
        desk.refuse("read", name + ".sightline", contains=[name + ".sightline"])


@test
def a_name_that_turns_the_text_around(desk):
    path = "plan\u202egpj.sightline"
    desk.write(path, "no project")
    assert "\u202e" not in desk.refuse("dump", path)


def without_rights(desk, *arguments):
    """Runs the program as nobody: for the superuser no folder is unwritable."""
    if os.geteuid() != 0:
        raise Skip("only the superuser can become somebody else")
    for folder in (desk.folder, desk.home):
        folder.chmod(0o755)
    state = desk.path("state-of-nobody")
    state.mkdir(exist_ok=True)
    state.chmod(0o777)
    # Nobody may not look into the folder of the superuser, where the program may have been built.
    program = shutil.copy(PROGRAM, desk.path("program-of-nobody"))
    environment = {**desk.environment, "XDG_STATE_HOME": str(state)}
    # Nor may it read which leaks of libraries are known.
    environment.pop("LSAN_OPTIONS", None)
    environment["ASAN_OPTIONS"] = "detect_leaks=0"
    result = subprocess.run([program, *map(str, arguments)], cwd=desk.folder, timeout=120, check=False,
                            env=environment, user=65534, group=65534, capture_output=True, text=True)
    assert result.returncode == 1, (arguments, result)
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1 and "safe in this program" not in lines[0], lines
    return lines[0]


@test
def nothing_is_written_without_rights(desk):
    sample = desk.sample
    desk.write("goals.csv", GOALS_CSV)
    before = sample.read_bytes()
    sample.chmod(0o444)
    locked = desk.path("locked")
    locked.mkdir(mode=0o555)
    for arguments in (["import", "goals.csv", "-o", sample], ["undo", sample], ["redo", sample]):
        assert "sample.sightline" in without_rights(desk, *arguments), arguments
    for arguments in (["new", "-o", "locked/new.sightline"],
                      ["import", "goals.csv", "-o", "locked/new.sightline"],
                      ["render", sample, "--chart=timeline", "-o", "locked/x.pdf"],
                      ["pack", sample, "-o", "locked/x.pdf"],
                      ["export", sample, "--kind=goal", "-o", "locked/x.csv"]):
        assert "locked" in without_rights(desk, *arguments), arguments
    assert sample.read_bytes() == before
    assert not list(locked.iterdir())


@test
def a_full_disk_changes_nothing(desk):
    disk = desk.path("disk")
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk],
                                           check=False, capture_output=True).returncode != 0:
        raise Skip("a small file system cannot be mounted here")
    try:
        shutil.copy(desk.sample, disk / "plan.sightline")
        desk.write("goals.csv", GOALS_CSV)
        with open(disk / "filler", "wb", buffering=0) as filler:
            try:
                while filler.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        for arguments in (["import", "goals.csv", "-o", disk / "plan.sightline"],
                          ["import", "goals.csv", "-o", disk / "new.sightline"],
                          ["new", "-o", disk / "new.sightline"],
                          ["render", desk.sample, "--chart=goal-tree", "-o", disk / "x.pdf"],
                          ["pack", desk.sample, "-o", disk / "x.pdf"]):
            desk.refuse(*arguments, contains=[arguments[-1].name])
    finally:
        subprocess.run(["umount", disk], check=False)


@test
def a_truncated_project(desk):
    desk.write("goals.csv", GOALS_CSV)
    whole = desk.sample.read_bytes()
    for size in (90, 4096, len(whole) // 2, len(whole) - 1):
        desk.write("cut.sightline", whole[:size])
        every_reader(desk, "cut.sightline")


@test
def a_changed_byte_is_noticed(desk):
    data = bytearray(desk.sample.read_bytes())
    place = data.index(b"Freeze the design")
    data[place] ^= 0x20
    desk.write("flip.sightline", bytes(data))
    desk.refuse("dump", "flip.sightline", contains=["flip.sightline"])


@test
def a_newer_project_is_not_touched(desk):
    desk.write("goals.csv", GOALS_CSV)
    data = bytearray(desk.sample.read_bytes())
    data[60:64] = (99_000).to_bytes(4, "big")  # user_version
    desk.write("newer.sightline", bytes(data))
    every_reader(desk, "newer.sightline", "newer")


@test
def databases_of_others(desk):
    path = desk.path("other.sightline")
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE goal (id INTEGER PRIMARY KEY, title TEXT)")
    database.close()
    desk.refuse("dump", "other.sightline", contains=["other.sightline"])
    data = bytearray(path.read_bytes())
    data[68:72] = b"SLN1"
    path.write_bytes(bytes(data))
    desk.refuse("dump", "other.sightline", contains=["other.sightline"])
    with sqlite3.connect(desk.sample) as database:
        database.execute("CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM goal; END")
    database.close()
    desk.refuse("dump", desk.sample, contains=["sample.sightline"])


if __name__ == "__main__":
    sys.exit(main("cli"))
