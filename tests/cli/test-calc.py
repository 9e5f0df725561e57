#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sightline-cli calc: wrong uses, hostile input, and every method against the vectors.

The vectors are not part of the project: without them (SIGHTLINE_SHARED) those tests are skipped
with a line.

usage: test-calc.py SIGHTLINE_CLI SAMPLE.txt     speaks TAP
"""

import copy
import json
import os
import pathlib
import random
import re
import subprocess
import sys

from desk import PROGRAM, Skip, main, test

LINK = {"weight": -60, "source_active": True}


def vectors():
    """The folder with one file a method."""
    beside = pathlib.Path(__file__).resolve().parents[3] / "shared"
    folder = pathlib.Path(os.environ.get("SIGHTLINE_SHARED", beside)) / "vectors"
    if not folder.is_dir():
        raise Skip("no vectors: set SIGHTLINE_SHARED to the folder that holds them")
    return folder


def methods(desk):
    """The names of all methods, from the help."""
    out = desk.run("calc", "--help")[0].decode()
    return re.findall(r"^  (\w+) ", out[out.index("Methods:"):], re.MULTILINE)


def calc(desk, method, value):
    return json.loads(desk.run("calc", method, feed=json.dumps(value))[0])


def refuse(desk, text, *words):
    desk.refuse("calc", "conflict_detection", feed=text, expect=2, contains=words)


@test
def help_lists_the_methods(desk):
    names = methods(desk)
    assert "conflict_detection" in names and len(names) == len(set(names)), names


@test
def a_method_is_needed_and_known(desk):
    desk.refuse("calc", expect=2, contains=["METHOD"])
    desk.refuse("calc", "astrology", expect=2, contains=["astrology", *methods(desk)])
    desk.refuse("calc", "conflict_detection", "more", expect=2, contains=["more"])


@test
def what_is_no_json_is_refused(desk):
    for text, words in (("", ["empty"]), ("  \n", ["empty"]), (b"\xff{}", ["UTF-8"]),
                        ("{", ["not JSON"]), ('{"weight": -60,}', ["not JSON"]),
                        ('{"weight": -60} 1', ["not JSON"]), ('"open', ["not JSON"]),
                        ('{"weight": NaN}', ["not JSON"]), ("{\n'weight': 1}", ["line 2", "'"]),
                        ("/* a */ {}", ["line 1", "/"]), ('{"weight": 012}', ["012"]),
                        ('{"weight": 0x1f}', ["0x1f"]), ('{"weight": .5}', ["."]),
                        ('{"weight": 5.}', ["5."]), ('{"weight": 1e}', ["1e"]),
                        ('{"weight": 10000000000000000000}', ["10000000000000000000"]),
                        ('{"weight": ' + "9" * 1000 + ".5}", ["9999"])):
        refuse(desk, text, *words)


@test
def hostile_sizes_are_refused(desk):
    refuse(desk, "[" * 200_000, "deeper than 64")
    refuse(desk, '{"a":' * 65 + "1" + "}" * 65, "deeper than 64")
    refuse(desk, " " * (16 * 1024 * 1024 + 1), "16 MB")
    many = json.dumps({"xor_children": [0] * 100_001})
    refuse(desk, many, "xor_children", "100001", "100000")


@test
def a_wrong_value_is_named_with_its_place(desk):
    for value, words in (
            ({}, ["party_a", "weight"]), ([], ["input"]), (3, ["input"]), (None, ["input"]),
            ({"weight": "x"}, ["weight", "-100 to 100", '"x"']),
            ({"weight": -101}, ["weight", "-101"]), ({"weight": [1]}, ["weight", "[1]"]),
            ({**LINK, "source_active": 1}, ["source_active", "true or false", "1"]),
            ({"severity": 0.5}, ["probability", "missing", "0 to 1"]),
            ({"recorded": "huge"}, ["recorded", "low, medium, high", "huge"]),
            ({"party_a": 3, "party_b": {}}, ["party_a", "object", "3"]),
            ({"party_a": {"low": 3, "high": 2}, "party_b": {}}, ["party_a", "3", "2"]),
            ({"xor_children": {}}, ["xor_children", "list"]),
            ({"xor_children": [{"id": "a", "active": True}, {"id": "b"}]},
             ["xor_children[1].active", "missing"]),
            ({"xor_children": [{"id": "a", "active": True}, {"id": "a", "active": True}]},
             ["xor_children[1].id", "twice"]),
            ({"xor_children": [{"id": 1.5, "active": True}]}, ["xor_children[0].id", "1.5"])):
        refuse(desk, json.dumps(value), *words)
    refuse(desk, '{"weight": 1e999}', "weight")


@test
def numbers_come_back_exactly(desk):
    for number in (0.1 + 0.2, 1 / 3, 2 ** -40, 1e-300, 1.0):
        answer = calc(desk, "conflict_detection", {"severity": number, "probability": 1})
        assert answer["severity"] == number, (answer, number)


@test
def what_cannot_be_computed_is_a_result(desk):
    numbers = {"target": 5, "threshold": 5, "worst": 5}
    assert calc(desk, "grl_kpi_conversion", {**numbers, "value": 1}) == {"value": "undefined"}
    assert calc(desk, "grl_kpi_conversion", numbers) == {"value": "not_assessed"}


CONFLICT = {"items": {"A1": {"g1": 3, "g2": 1}, "A5": {"x-y": 1}},
            "findings": [{"id": "CON-01:g1", "sub": "A1", "touch": {"g1": 0.6}},
                         {"id": "CON-02:g1", "sub": "A1", "touch": {"g1": 0.6, "g2": 0.2}}]}


@test
def the_index_charges_an_item_once(desk):
    got = calc(desk, "alignment_index", CONFLICT)
    assert abs(got["index"] + sum(got["points"].values()) - 100) < 1e-9, got
    assert abs(got["points"]["CON-01:g1"] - 30) < 1e-9, got
    assert abs(got["points"]["CON-02:g1"] - 100 * 20 / 30 * 0.05) < 1e-9, got
    assert got["gain_if_fixed"]["CON-01:g1"] == 0, got
    assert got["veto"] == ["CON-01:g1", "CON-02:g1"] and got["band_shown"] == "at risk", got
    assert got["shown"] is False and got["coverage"]["B"] == 0, got
    twice = {**CONFLICT, "findings": CONFLICT["findings"] * 2}
    assert calc(desk, "alignment_index", twice) == got


@test
def accepted_findings_cost_nothing(desk):
    accepted = [{**finding, "accepted": True} for finding in CONFLICT["findings"]]
    got = calc(desk, "alignment_index", {**CONFLICT, "findings": accepted})
    assert got["index"] == 100 and got["veto"] == [] and got["band_shown"] == "aligned", got


@test
def an_item_that_is_not_assessed_leaves_the_index(desk):
    items = {"A1": {"g1": 1, "g2": {"weight": 3, "assessed": False}}}
    touch = [{"id": "f", "sub": "A1", "touch": {"g1": 0.5, "g2": 1, "g3": 1}}]
    got = calc(desk, "alignment_index", {"items": items, "findings": touch})
    assert got["index"] == 50 and got["assessed_share"] == 0.05, got
    assert got["low"] == 2.5 and got["high"] == 97.5 and got["coverage"]["A"] == 0.25, got
    none = calc(desk, "alignment_index", {"items": {"A1": {"g1": 0}}, "findings": []})
    assert none["index"] is None and none["value"] == "not_assessed", none


@test
def money_without_shares_is_not_assessed(desk):
    for value in ({"a": {"x": 0}, "b": {"x": 1}}, {"priority": {}, "budget": {}}, {"values": []}):
        assert calc(desk, "resource_fit", value) == {"value": "not_assessed"}, value
    one = calc(desk, "resource_fit", {"priority": {"g": 7}, "budget": {"g": 3}})
    assert one == {"tv": 0, "per_item": {"g": 0}, "over": {}, "under": {}}, one
    desk.refuse("calc", "resource_fit", feed='{"a": {"x": -1}, "b": {"x": 1}}', expect=2,
                contains=["a.x"])


@test
def roles_are_audited(desk):
    for value, rules in (({"row": []}, ["RACI-01", "RACI-03"]),
                         ({"row": ["A", "R", "A"]}, ["RACI-02"]),
                         ({"row": ["a/r", *["C"] * 6]}, ["RACI-05"]),
                         ({"row": ["AR", *["C"] * 6], "max_consulted": 6}, []),
                         ({"row": {"Ana": "A", "Ben": "R"}, "affected": ["Ana", "Cem"],
                           "unavailable": ["Ben"]}, ["RACI-04", "RACI-06"]),
                         ({"accountable": {"Ana": 8, "Ben": 7}}, ["Ana"])):
        assert calc(desk, "stakeholders", value)["value"] == rules, value
    unaware = {"current": "unaware", "desired": "unaware"}
    assert calc(desk, "stakeholders", {**unaware, "power": 6})["severity"] == 0.5
    assert calc(desk, "stakeholders", {**unaware, "power": 5})["severity"] == 0


@test
def networks_have_all_floats(desk):
    tasks = [{"id": name, "duration": days} for name, days in zip("ABCD", (1.5, 2, 0.25, 0))]
    links = [{"pred": "A", "succ": "B"}, {"pred": "A", "succ": "C"}, {"pred": "C", "succ": "D"}]
    got = calc(desk, "cpm_network", {"tasks": tasks, "links": links})
    assert got["project_duration"] == 3.5 and got["critical"] == ["A", "B"], got
    assert got["TF"] == {"A": 0, "B": 0, "C": 1.75, "D": 1.75}, got
    assert got["FF"] == {"A": 0, "B": 0, "C": 0, "D": 1.75}, got
    assert got["tasks"]["D"]["driver"] == "C" and got["tasks"]["A"]["driver"] is None, got
    loop = calc(desk, "cpm_network", {"tasks": tasks, "links": [{"pred": "B", "succ": "B"}]})
    assert loop == {"error": "cycle", "members": ["B"]}, loop
    empty = calc(desk, "cpm_network", {"tasks": [], "links": []})
    assert empty["project_duration"] == 0 and empty["critical"] == [], empty


@test
def calendars_skip_days_off(desk):
    tasks = [{"id": 1, "duration_days": 2}, {"id": 2, "duration_days": 0},
             {"id": 3, "duration_days": 1}]
    links = [{"pred": 1, "succ": 2}, {"pred": 2, "succ": 3, "lag_days": -1}]
    plan = {"start": "2026-12-24", "holidays": ["2026-12-25"], "tasks": tasks, "links": links}
    got = calc(desk, "cpm_calendar_links", plan)
    assert got["project_finish"] == "2026-12-28" and got["project_duration_days"] == 2, got
    assert got["tasks"]["2"]["early_start"] == "2026-12-28", got
    assert got["tasks"]["3"]["early_start"] == "2026-12-28", got
    week = calc(desk, "cpm_calendar_links", {**plan, "calendar": "Sun-Thu", "holidays": []})
    assert week["project_finish"] == "2026-12-27", week
    for change, words in (({"start": "24.12."}, ["start", "24.12."]),
                          ({"calendar": "always"}, ["calendar", "always"]),
                          ({"tasks": [{"id": 1, "duration_days": 1e6}], "links": []},
                           ["start", "2199"])):
        desk.refuse("calc", "cpm_calendar_links", feed=json.dumps({**plan, **change}), expect=2,
                    contains=words)


@test
def an_explanation_adds_up(desk):
    graph = {"nodes": {"Margin": {}, "Price": {}, "Launch": {}, "Staff": {}},
             "links": [{"kind": "contribution", "src": "Price", "dst": "Margin", "weight": 50},
                       {"kind": "contribution", "src": "Launch", "dst": "Margin", "weight": -75},
                       {"kind": "dependency", "src": "Staff", "dst": "Margin"}],
             "given": {"Price": 100, "Launch": 100, "Staff": -40}, "explain": "Margin"}
    answer = calc(desk, "grl_quantitative", graph)
    assert answer["Margin"] == -40 and answer["known"]["Margin"] == "fully", answer
    assert [(t["kind"], t.get("src"), t["amount"]) for t in answer["terms"]] == [
        ("contribution", "Launch", -75), ("contribution", "Price", 50),
        ("dependency", "Staff", -15)], answer
    desk.refuse("calc", "grl_quantitative", feed=json.dumps({**graph, "explain": "Cost"}),
                expect=2, contains=["explain", "Cost"])
    desk.refuse("calc", "grl_quantitative", feed=json.dumps({**graph, "given": {"Cost": 1}}),
                expect=2, contains=["given.Cost"])
    graph["links"][1]["weight"] = "x"
    desk.refuse("calc", "grl_quantitative", feed=json.dumps(graph), expect=2,
                contains=["links[1].weight", "-100 to 100", '"x"'])


@test
def a_graph_in_words_says_why(desk):
    graph = {"nodes": {"Margin": {"decomp": "OR"}, "Price": {}, "Launch": {}, "Staff": {}},
             "links": [{"kind": "decomposition", "src": "Price", "dst": "Margin"},
                       {"kind": "contribution", "src": "Launch", "dst": "Margin",
                        "contribution": "Hurt"},
                       {"kind": "dependency", "src": "Margin", "dst": "Staff"},
                       {"kind": "contribution", "src": "Staff", "dst": "Staff",
                        "contribution": "Help"}],
             "given": {"Price": "S", "Launch": "S"}, "explain": "Margin"}
    answer = calc(desk, "grl_qualitative", graph)
    assert answer["Margin"] == "WS" and answer["not_computed"] == ["Staff"], answer
    assert answer["cycles"] == [["Staff"]], answer
    assert [(t["kind"], t.get("src"), t["label"]) for t in answer["terms"]] == [
        ("part", "Price", "S"), ("decomposition", None, "S"),
        ("contribution", "Launch", "WD"), ("contributions", None, "WD")], answer
    desk.refuse("calc", "grl_qualitative", feed=json.dumps({**graph, "given": {"Price": "X"}}),
                expect=2, contains=["given.Price"])


@test
def a_name_can_be_anything(desk):
    graph = {"nodes": {"not_computed": {}, "known": {}, "ünï “x”\n": {}},
             "links": [{"kind": "contribution", "src": "known", "dst": "ünï “x”\n", "weight": 40}],
             "given": {"known": 50, "not_computed": 7}}
    answer = calc(desk, "grl_quantitative", graph)
    assert answer == {**answer, "not_computed": 7, "known": 50, "ünï “x”\n": 20}, answer


@test
def every_conflict_rule_has_an_input(desk):
    for value, severity in (({"weight": -20, "weight_back": -80}, 0.8),
                            ({"weight": -20, "weight_back": -80, "target_active": False}, 0),
                            ({"satisfaction": -25, "weakest_own": 10}, 0.25),
                            ({"satisfaction": -25, "weakest_own": -1}, 0),
                            ({"recorded": "medium"}, 0.6)):
        assert calc(desk, "conflict_detection", value)["severity"] == severity, value


@test
def margins_and_coverage(desk):
    margin = calc(desk, "positions", {"kind": "margin", "positions": [
        {"value": 2, "influence": 50}, {"value": -1, "influence": 100}, {"value": None}]})
    assert margin["support"] == 0.5 and margin["known"] == 2, margin
    assert calc(desk, "positions", {"kind": "margin", "positions": []})["support"] is None
    assert calc(desk, "line_of_sight", {"plans": 0, "kpis": 1, "owners": 2})["missing"] == [
        "plan", "owner"]
    sight = calc(desk, "line_of_sight", {
        "objectives": ["O", "P"], "weights": {"T": 3, "U": 1},
        "links": [{"child": "T", "parent": "G"}, {"child": "G", "parent": "O"},
                  {"child": "U", "parent": "O", "weight": -20}]})
    assert sight["distance"] == {"O": 0, "P": 0, "T": 2, "U": None, "G": 1}, sight
    assert sight["orphans"] == ["U"] and sight["unsupported_objectives"] == ["P"], sight
    assert sight["share_linked"] == 0.75, sight


@test
def smart_letters_are_scored(desk):
    facts = {"owners": 1, "kpi": False, "effort": True, "line_of_sight": True, "due_day": 9}
    answer = calc(desk, "smart_text", {"text": "Launch all products", "facts": facts})
    assert answer["letters"] == {"S": True, "M": False, "A": False, "R": True, "T": True}, answer
    assert (answer["score"], answer["severity"]) == (3, 0.4), answer


@test
def every_vector_is_met(desk):
    folder, known = vectors(), methods(desk)
    files = [folder / f"{name}.json" for name in known]
    assert all(file.is_file() for file in files), known
    run = subprocess.run([sys.executable, folder / "check.py", PROGRAM, *files], timeout=250,
                         capture_output=True, text=True, env=desk.environment, check=False)
    assert run.returncode == 0 and run.stdout.endswith(" 0 failed\n"), run.stdout + run.stderr


# What a value is replaced with.
ODD = (None, "x", "", -1, 0, 1.5, 1e308, -1e308, 2 ** 53, True, [], {}, [[]], [None], {"": None})


def damage(rng, value):
    """A copy of @value with one thing in it taken away, doubled or replaced."""
    value = copy.deepcopy(value)
    place, key = None, None
    inner = value
    while isinstance(inner, (dict, list)) and inner and (place is None or rng.random() < 0.7):
        place = inner
        key = rng.choice(list(inner) if isinstance(inner, dict) else range(len(inner)))
        inner = place[key]
    if place is None:
        return rng.choice(ODD)
    action = rng.randrange(4)
    if action == 0:
        del place[key]
    elif action == 1 and isinstance(place, list):
        place.append(place[key])
    else:
        place[key] = rng.choice(ODD)
    return value


@test
def damaged_vectors_never_crash(desk):
    folder, rng = vectors(), random.Random(7)
    for method in methods(desk):
        cases = json.loads((folder / f"{method}.json").read_text("utf-8"))["cases"]
        for _ in range(40):
            value = damage(rng, rng.choice(cases)["input"])
            run = subprocess.run([PROGRAM, "calc", method], input=json.dumps(value).encode(),
                                 capture_output=True, timeout=60, env=desk.environment,
                                 check=False)
            assert run.returncode in (0, 2), (method, value, run)
            if run.returncode == 0:
                json.loads(run.stdout, parse_constant=lambda name: 1 / 0)
            else:
                assert run.stdout == b"" and len(run.stderr.splitlines()) == 2, (method, value, run)


if __name__ == "__main__":
    sys.exit(main("calc"))
