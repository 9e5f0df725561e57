#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sightline-cli calc: the methods of agreement, priorities, trends, money and time at their edges:
what is a result and what is malformed, and that a seed repeats a forecast.

usage: test-calc-statistics.py SIGHTLINE_CLI SAMPLE.txt     speaks TAP
"""

import json
import sys

from desk import main, test

NETWORK = {"activities": {"A": [2, 4, 6], "B": [3, 5, 9], "C": [4, 5, 7]},
           "links": [{"pred": "A", "succ": "C"}]}


def calc(desk, method, value):
    return json.loads(desk.run("calc", method, feed=json.dumps(value))[0])


def says(desk, word, method, *values):
    """The answer to each value is a word instead of a number."""
    for value in values:
        answer = calc(desk, method, value)
        assert answer["value"] == word, (method, value, answer)


def refuse(desk, method, value, *words):
    desk.refuse("calc", method, feed=json.dumps(value), expect=2, contains=words)


@test
def nothing_to_compute_from_is_not_assessed(desk):
    for method, *values in (
            ("kendall_w", {"scores": []}, {"scores": [[None, None], [None, None]]}),
            ("rank_correlation", {"x": [], "y": []}, {"x": [1, None], "y": [None, 2]}),
            ("consensus_tastle_wierman", {"frequencies": [0, 0, 0]}, {"frequencies": []}),
            ("krippendorff_alpha", {"data": [[None], [None]], "level": "nominal"}),
            ("ahp_priorities", {"matrix": []}, {"values": []},
             {"matrices": [[[1]]], "votes": [0]},
             {"criteria": {"items": ["a"], "weights": [0]}, "alternatives": ["x"],
              "local": {"a": [1]}}),
            ("trend_drift", {"series": [80, None, 60, 40]}, {"x": [1]}, {"x": [], "y": []},
             {"agreed": {}, "now": {"a": 1}}, {"agreed": {"a": 0}, "now": {"a": 1}}),
            ("milestone_trend", {"report_day": [3], "forecast_day": [200]},
             {"report_day": [3, 3], "forecast_day": [200, 210]}),
            ("earned_schedule", {"pv": [], "ev": 0, "at": 1}, {"pv": [0, 0], "ev": 0, "at": 1}),
            ("montecarlo_forecast", {"samples": [], "q": 0.5}, {"paths": []}, {"activities": {}}),
            ("okr_kpi_scoring", {"kind": "range", "low": 1, "high": 2},
             {"kind": "start_target", "start": 1, "target": 2}, {"kind": "band"},
             {"kind": "rollup", "scores": [None, None]}, {"kind": "milestones", "items": []},
             {"kind": "pace", "start_day": 0, "due_day": 9, "today": 3})):
        says(desk, "not_assessed", method, *values)


@test
def what_is_not_defined_says_so(desk):
    says(desk, "undefined", "kendall_w", {"scores": [[1, 2, 3]]}, {"scores": [[1], [2]]},
         {"scores": [[1, None], [None, 2]]})
    says(desk, "undefined", "rank_correlation", {"x": [1, 2], "y": [3, 3]}, {"x": [1], "y": [1]})
    says(desk, "undefined", "consensus_tastle_wierman", {"frequencies": [4]})
    says(desk, "undefined", "krippendorff_alpha", {"data": [[1, 2, 3]], "level": "interval"})
    says(desk, "undefined", "trend_drift", {"x": [1, 1], "y": [1, 2]})
    says(desk, "undefined", "okr_kpi_scoring", {"kind": "range", "current": 4},
         {"kind": "pace", "start_day": 9, "due_day": 9, "today": 3, "progress": 0.5})
    says(desk, "use_range", "okr_kpi_scoring", {"kind": "start_target", "start": 2, "target": 2})
    says(desk, "unreachable", "okr_kpi_scoring",
         {"kind": "forecast", "days": [0, 1], "values": [3, 2], "target": 4})
    apart = calc(desk, "ahp_priorities", {"items": ["a", "b", "c"],
                                          "comparisons": [{"a": "a", "b": "c", "value": 3}]})
    assert apart == {"value": "undefined", "not_linked": [["a", "c"], ["b"]]}, apart


@test
def one_is_enough_where_it_is(desk):
    assert calc(desk, "ahp_priorities", {"matrix": [[1]]})["eigenvector"] == [1]
    assert calc(desk, "consensus_tastle_wierman", {"frequencies": [0, 1, 0]})["consensus"] == 1
    assert calc(desk, "pert", {"activities": {"A": [3, 3, 3]}, "critical_path": ["A"],
                               "deadline": 3})["probability_exact"] == 1
    assert calc(desk, "milestone_trend", {"report_day": [0, 9], "forecast_day": [50, 50]}) \
        ["class"] == "stable"


@test
def malformed_input_is_named(desk):
    for method, value, *words in (
            ("kendall_w", {"scores": [[1, 2], [1]]}, "scores[1]"),
            ("rank_correlation", {"x": [1, 2], "y": [1]}, "y", "1", "2"),
            ("consensus_tastle_wierman", {"frequencies": [1, -1]}, "frequencies[1]", "-1"),
            ("krippendorff_alpha", {"data": [[1, -1], [1, 2]], "level": "ratio"}, "data[0][1]"),
            ("krippendorff_alpha", {"data": [[1]], "level": "cardinal"}, "level", "cardinal"),
            ("ahp_priorities", {"matrix": [[1, 2], [2, 1]]}, "matrix[0][1]", "reciprocal"),
            ("ahp_priorities", {"matrix": [[2]]}, "matrix[0][0]", "1"),
            ("ahp_priorities", {"matrix": [[1, 2]]}, "matrix", "square"),
            ("ahp_priorities", {"matrix": [[1]], "random_index": "mine"}, "random_index", "mine"),
            ("ahp_priorities", {"items": ["a", "b"], "comparisons": [
                {"a": "a", "b": "x", "value": 2}]}, "comparisons[0].b", "x"),
            ("ahp_priorities", {"items": ["a", "b"], "comparisons": [
                {"a": "a", "b": "b", "value": 2}, {"a": "b", "b": "a", "value": 2}]},
             "comparisons[1]"),
            ("trend_drift", {}, "series"),
            ("trend_drift", {"agreed": {"a": -1}, "now": {}}, "agreed.a", "-1"),
            ("trend_drift", {"series": [1] * 2001}, "series", "2001"),
            ("milestone_trend", {"report_day": [1, 2], "forecast_day": [1]}, "forecast_day"),
            ("evm", {"PV": 1}, "EV", "missing"),
            ("evm", {"EV": 3, "BAC": 2}, "EV", "3", "2"),
            ("earned_schedule", {"pv": [20, 10], "ev": 5, "at": 1}, "pv[1]", "10"),
            ("earned_schedule", {"pv": [20], "ev": 25, "at": 1}, "ev", "25"),
            ("pert", {"activities": {"A": [3, 2, 4]}}, "activities.A"),
            ("pert", {"activities": {"A": [1, 2]}}, "activities.A", "three"),
            ("pert", {"activities": {"A": [1, 2, 3]}, "paths": ["AB"]}, "paths[0]", "B"),
            ("montecarlo_forecast", {"a": 3, "m": 2, "b": 4}, "m", "2"),
            ("montecarlo_forecast", {"count": 10 ** 9}, "count"),
            ("montecarlo_forecast", {**NETWORK, "runs": 0}, "runs", "0"),
            ("okr_kpi_scoring", {"kind": "range", "low": 5, "high": 3, "current": 1}, "high")):
        refuse(desk, method, value, *words)


@test
def a_seed_repeats_a_forecast(desk):
    first = calc(desk, "montecarlo_forecast", {**NETWORK, "seed": 7, "deadline": 10})
    assert first == calc(desk, "montecarlo_forecast", {**NETWORK, "seed": "7", "deadline": 10})
    assert first["seed"] == "7" and first["runs"] == 2000, first
    other = calc(desk, "montecarlo_forecast", {**NETWORK, "seed": 8, "deadline": 10})
    assert other["mean"] != first["mean"], other
    # A and C nearly always decide: their means are 4 and 31/6, their variances known.
    assert abs(first["mean"] - (4 + 31 / 6)) < 5 * (1.3 / 2000) ** 0.5, first
    assert first["criticality"]["A"] > 0.95 and first["p50"] < first["p80"] < first["p90"], first
    around = {**NETWORK, "links": NETWORK["links"] + [{"pred": "C", "succ": "A"}]}
    assert calc(desk, "montecarlo_forecast", around)["error"] == "cycle"


@test
def few_parties_get_a_chance_by_permutation(desk):
    scores = {"scores": [[1, 2, 3], [1, 2, 3], [1, 2, 3]], "seed": 3}
    answer = calc(desk, "kendall_w", scores)
    assert abs(answer["p_permutation"] - 1 / 36) < 0.01, answer
    assert answer == calc(desk, "kendall_w", scores)


@test
def several_missing_answers_are_completed(desk):
    items = ["a", "b", "c", "d"]
    chain = [{"a": x, "b": y, "value": 2} for x, y in zip(items, items[1:])]
    answer = calc(desk, "ahp_priorities", {"items": items, "comparisons": chain})
    values = {(v["a"], v["b"]): v["value"] for v in answer["missing_values"]}
    for pair, value in {("a", "c"): 4, ("a", "d"): 8, ("b", "d"): 4}.items():
        assert abs(values[pair] - value) < 1e-6, answer
    assert answer["cr"] < 1e-9, answer


if __name__ == "__main__":
    sys.exit(main("calc-statistics"))
