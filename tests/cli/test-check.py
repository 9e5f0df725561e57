#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check: published and constructed cases of the methods, entered as projects, must give the very
numbers that they give alone; and what the verb says of good and bad arguments.

The cases lie in vectors/ of the folder that SIGHTLINE_SHARED names; without it those tests skip.
"""

import json
import math
import os
import pathlib
import sys

from desk import SAMPLE, Skip, main, test

SHARED = pathlib.Path(os.environ.get("SIGHTLINE_SHARED") or
                      pathlib.Path(__file__).resolve().parents[3] / "shared")
SOURCES = {"guess": "guess", "said": "said", "written": "writing"}
COUNTED = []


def cases(method):
    path = SHARED / "vectors" / f"{method}.json"
    if not path.is_file():
        raise Skip(f"{path.name} is not there")
    return {case["id"]: case for case in json.loads(path.read_text())["cases"]}


def check(desk, plan, code=None, *options):
    """What check says of a plan written as text."""
    desk.write("case.txt", "\n".join(['project "Case"', *plan]) + "\n")
    desk.run("compile", "case.txt", "-o", "case.sightline")
    for expect in (0, 1) if code is None else (code,):
        try:
            return json.loads(desk.run("check", "case.sightline", "--json", *options,
                                       expect=expect)[0])
        except AssertionError:
            if expect == 1 or code is not None:
                raise
    return None


def near(got, want, case, tolerance=1e-9):
    assert got is not None and math.isclose(got, want, rel_tol=tolerance, abs_tol=tolerance), \
        f"{case}: {got}, expected {want}"
    COUNTED.append(case)


def found(result, rule):
    return [finding for finding in result["findings"] if finding["rule"] == rule]


def goal(result, title):
    return next(item for item in result["goals"] if item["title"] == title)


def leaf(name, value):
    """A goal whose KPI has just that satisfaction."""
    return [f'goal {name} "{name}"',
            f'kpi k{name} "KPI of {name}" goal={name} baseline=-100 target=100 threshold=0 worst=-100',
            f"kpi_value k{name} 2026-11-01 {value}"]


def grl_plan(case):
    """Goals, parts and links of a case; None where a project cannot say it."""
    data = case["input"]
    links, given = data["links"], data["given"]
    targets = {link["dst"] for link in links}
    if data["min_range"] != -100 or any(link["kind"] == "dependency" for link in links) \
            or targets & set(given):
        return None
    parent = {link["src"]: link["dst"] for link in links if link["kind"] == "decomposition"}
    plan, todo = [], list(data["nodes"])
    done = set()
    while todo:
        name = next(n for n in todo if parent.get(n) is None or parent[n] in done)
        todo.remove(name)
        done.add(name)
        lines = leaf(name, given[name]) if name in given else [f'goal {name} "{name}"']
        if name in parent:
            lines[0] += f" parent={parent[name]}"
        if data["nodes"][name]["decomp"]:
            lines[0] += f" refinement={data['nodes'][name]['decomp'].lower()}"
        plan += lines
    return plan + [f"goal_link {link['src']} {link['dst']} {link['weight']}" for link in links
                   if link["kind"] == "contribution"]


@test
def satisfaction(desk):
    for name, case in cases("grl_quantitative").items():
        plan = grl_plan(case) if isinstance(case["input"], dict) else None
        if plan is None:
            continue
        result = check(desk, plan)
        for node, want in case["expected"].items():
            if node in case["expected"].get("not_computed", []):
                assert goal(result, node)["satisfaction"] is None, (name, node)
            elif node != "not_computed":
                near(goal(result, node)["satisfaction"], want, name)


@test
def indicators(desk):
    for name, case in cases("grl_kpi_conversion").items():
        i = case["input"]
        if i["min_range"] != -100:
            continue
        result = check(desk, ['goal g "Goal"',
                              f"kpi k \"KPI\" goal=g target={i['target']} "
                              f"threshold={i['threshold']} worst={i['worst']} baseline={i['worst']}",
                              f"kpi_value k 2026-11-01 {i['value']}"])
        near(goal(result, "Goal")["satisfaction"], case["expected"]["value"], name)


@test
def scores(desk):
    for name, case in cases("okr_kpi_scoring").items():
        i, want = case["input"], case["expected"]
        if i.get("kind") == "start_target" and "score" in want:
            fields = f"baseline={i['start']} target={i['target']}"
        elif i.get("kind") == "range":
            fields = (f"direction=keep low={i['low']} high={i['high']} "
                      f"tolerance={i['tolerance']}")
        else:
            continue
        result = check(desk, ['goal g "Goal"', f'kpi k "KPI" goal=g {fields}',
                              f"kpi_value k 2026-11-01 {i['current']}"])
        near(result["kpis"][0]["score"], want["score"], name)
        near(goal(result, "Goal")["progress"], want["score"], name)


@test
def roll_up(desk):
    for name, case in cases("okr_kpi_scoring").items():
        i, want = case["input"], case["expected"]
        if i.get("kind") != "rollup":
            continue
        plan = ['goal whole "Whole"']
        plan += [f'goal part{n} "Part {n}" parent=whole weight={weight} progress={score * 100}%'
                 for n, (score, weight) in enumerate(zip(i["scores"], i["weights"]))]
        result = check(desk, plan)
        near(goal(result, "Whole")["progress"], want.get("value", want.get("mean")), name)
        if "minimum" in want:
            near(goal(result, "Whole")["minimum"], want["minimum"], name)


@test
def pace(desk):
    i = cases("okr_kpi_scoring")["pace"]["input"]
    want = cases("okr_kpi_scoring")["pace"]["expected"]
    # Day 40 of 100 is the day that the tests call today.
    result = check(desk, [f'goal g "Goal" start=2026-10-14 due=2027-01-22 '
                          f'progress={i["progress"] * 100}%'])
    near(goal(result, "Goal")["expected"], want["expected"], "pace")
    near(goal(result, "Goal")["gap"], want["gap"], "pace")


@test
def concordance(desk):
    for name, case in cases("kendall_w").items():
        want = case["expected"]
        scores = case["input"]["scores"]
        if "W" not in want or case["input"].get("ties_correction") is False:
            continue
        # Points of a party have a sum of 100 at most; only their order counts here.
        plan = [f'goal g{n} "Goal {n}" shared=1' for n in range(len(scores[0]))]
        for p, row in enumerate(scores):
            plan.append(f'party p{p} "Party {p}"')
            plan += [f"priority p{p} g{n} {score}" for n, score in enumerate(row)]
        near(check(desk, plan)["concordance"], want["W"], name)


def position(party, goal_name, stance):
    return f"position {party} {goal_name} {stance['value']:+d} {SOURCES[stance['source']]}"


@test
def opposition(desk):
    for name, case in cases("positions").items():
        i, want = case["input"], case["expected"]
        if i["kind"] != "opposition":
            continue
        result = check(desk, ['party a "Sales"', 'party b "Production"', 'goal g "Goal" shared=1',
                              position("a", "g", i["a"]), position("b", "g", i["b"])])
        hits = found(result, "POS-01")
        assert bool(hits) == want["opposed"], (name, hits)
        near(hits[0]["severity"] if hits else 0.0, want["severity"], name)


@test
def owners(desk):
    for name, case in cases("positions").items():
        i, want = case["input"], case["expected"]
        if i["kind"] != "owner":
            continue
        result = check(desk, ['party a "Sales"', 'goal g "Goal" shared=1 owner=a',
                              position("a", "g", i["position"])])
        hits = found(result, "POS-02")
        assert bool(hits) == want["fires"], (name, hits)
        near(hits[0]["severity"] if hits else 0.0, want["severity"], name)


@test
def agreement(desk):
    for name, case in cases("positions").items():
        i, want = case["input"], case["expected"]
        if i["kind"] != "agreement":
            continue
        result = check(desk, ['party a "Sales"', 'party b "Production"', 'goal g "Goal" shared=1',
                              position("a", "g", i["position"])])
        hits = found(result, "VIS-03")
        assert (result["alignment"]["sub_measures"]["A6c"]["coverage"] > 0) == want["assessed"], name
        assert bool(hits) == (want["severity"] > 0), (name, hits)
        near(hits[0]["severity"] if hits else 0.0, want["severity"], name)


@test
def conflicts_assessed(desk):
    for name, case in cases("positions").items():
        i = case["input"]
        if i["kind"] != "assessed":
            continue
        plan = ['party a "Sales"', 'party b "Production"', 'goal h "Helper" status=parked',
                'goal g "Goal" shared=1']
        if i["confirmed_no_conflict"]:
            plan[-1] += " conflict_checked=2026-11-01"
        plan += [f"position {party} g +1 said" for party in "ab"[:i["known_positions"]]]
        plan += ["goal_link h g +20"] * min(i["links"], 1)
        coverage = check(desk, plan)["alignment"]["sub_measures"]["A1"]["coverage"]
        assert (coverage > 0) == case["expected"]["assessed"], (name, coverage)
        COUNTED.append(name)


@test
def ranges(desk):
    for name, case in cases("conflict_detection").items():
        i, want = case["input"], case["expected"]
        if "party_a" not in i:
            continue
        plan = ['goal a "Goal A"', 'goal b "Goal B"']
        for key in "ab":
            side = i[f"party_{key}"]
            ends = "".join(f" {end}={side[end]}" for end in ("low", "high")
                           if side[end] is not None)
            plan.append(f'kpi k{key} "Support staff" goal={key} direction=keep unit=people{ends}')
        hits = found(check(desk, plan), "CON-02")
        assert bool(hits) == want["conflict"], (name, hits)
        near(hits[0]["severity"] if hits else 0.0, want.get("severity", 0.0), name)


@test
def links(desk):
    for name, case in cases("conflict_detection").items():
        i, want = case["input"], case["expected"]
        if "weight" not in i:
            continue
        status = "active" if i["source_active"] else "parked"
        hits = found(check(desk, [f'goal a "Goal A" status={status}', 'goal b "Goal B"',
                                  f"goal_link a b {i['weight']}"]), "CON-01")
        assert bool(hits) == want["conflict"], (name, hits)
        near(hits[0]["severity"] if hits else 0.0, want.get("severity", 0.0), name)


@test
def conditions(desk):
    case = cases("conflict_detection")["boundary_condition"]
    i = case["input"]
    hits = found(check(desk, ['goal a "Goal A"', 'goal b "Goal B"',
                              f"goal_link a b {-100 * i['severity']:.0f} - \"Steel is dear\" "
                              f"{100 * i['probability']:.0f}%"]), "CON-06")
    near(hits[0]["severity"], case["expected"]["severity"], "boundary_condition")


@test
def alternatives(desk):
    case = cases("conflict_detection")["xor_both_active"]
    plan = ['goal whole "Whole" refinement=xor']
    for child in case["input"]["xor_children"]:
        status = "active" if child["active"] else "parked"
        plan.append(f'goal {child["id"]} "Way {child["id"]}" parent=whole status={status}')
        plan.append(f'budget m{child["id"]} "Money" item={child["id"]} planned={child["budget"]}')
    hits = found(check(desk, plan), "CON-03")
    near(hits[0]["severity"], case["expected"]["severity"], "xor_both_active")


@test
def engagement(desk):
    for name, case in cases("stakeholders").items():
        i, want = case["input"], case["expected"]
        if "current" not in i:
            continue
        hits = found(check(desk, [f'party a "Sales" power=5 interest=5 engagement={i["current"]} '
                                  f'engagement_wanted={i["desired"]}']), "COM-01")
        near(hits[0]["severity"] if hits else 0.0, want["severity"], name)


@test
def roles(desk):
    words = {"R": "responsible", "A": "accountable", "C": "consulted", "I": "informed"}
    for name, case in cases("stakeholders").items():
        if "row" not in case["input"]:
            continue
        plan = ['goal g "Goal"', 'task t "Task" goal=g']
        for n, letters in enumerate(case["input"]["row"]):
            plan.append(f'party p{n} "Party {n}"')
            plan += [f"role t p{n} {words[letter]}" for letter in letters.split("/")]
        rules = sorted({f["rule"] for f in check(desk, plan)["findings"]
                        if f["rule"].startswith("RACI")})
        assert rules == case["expected"]["value"], (name, rules)
        COUNTED.append(name)


@test
def enough_cases(desk):
    cases("positions")
    assert len(set(COUNTED)) >= 30, f"only {len(set(COUNTED))} cases: {sorted(set(COUNTED))}"


# --- The verb ---


@test
def text_and_exit_codes(desk):
    out, _ = desk.run("check", desk.sample, expect=1)
    text = out.decode()
    assert "A " in text and "Conflicting goals" in text, text
    out, _ = desk.run("check", desk.sample, "--json", expect=1)
    result = json.loads(out)
    lost = sum(f["points"] for f in result["findings"])
    assert abs(100 - lost - result["alignment"]["index"]) < 1e-6, (lost, result["alignment"])
    grave = [f for f in result["findings"] if f["level"] in ("high", "critical")]
    assert grave
    out, _ = desk.run("check", desk.sample, "--explain", grave[0]["key"], expect=1)
    for row in grave[0]["evidence"]:
        assert row["label"] in out.decode(), row
    out, _ = desk.run("check", desk.sample, "--json", "--rule", grave[0]["rule"], expect=1)
    assert {f["rule"] for f in json.loads(out)["findings"]} == {grave[0]["rule"]}


@test
def why_numbers(desk):
    out, _ = desk.run("check", desk.sample, "--why", "index", expect=0)
    said = out.decode()
    index = json.loads(desk.run("check", desk.sample, "--json", expect=1)[0])["alignment"]
    assert said.startswith("Alignment: %.1f of 100" % index["index"]), said
    for part in index["dimensions"].values():
        assert part["title"] in said, part
    out, _ = desk.run("check", desk.sample, "--why", "Bring Aero 2 to market by 15 April 2027", expect=0)
    said = out.decode()
    assert "Progress – Bring Aero 2" in said and "if everybody succeeds" in said, said
    desk.refuse("check", desk.sample, "--why", "Nobody", contains=["Nobody"])


@test
def quiet_plan(desk):
    desk.write("quiet.txt", 'project "Quiet"\n')
    desk.run("compile", "quiet.txt", "-o", "quiet.sightline")
    out, _ = desk.run("check", "quiet.sightline", "--json", expect=0)
    assert json.loads(out)["alignment"]["shown"] is False


@test
def wrong_uses(desk):
    desk.refuse("check", expect=2)
    desk.refuse("check", desk.sample, "--rule", "NO-99", expect=2, contains=["NO-99"])
    desk.refuse("check", desk.sample, "--explain", "NO-99:1", expect=2, contains=["NO-99"])
    desk.refuse("check", "missing.sightline", contains=["missing.sightline"])


if __name__ == "__main__":
    assert SAMPLE
    sys.exit(main("check"))
