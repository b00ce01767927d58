"""The path to the next level: exact against trying every set, gates first, and said plainly where there is none."""

from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_builders import LAW, any_results, judged, rule, ruleset, unknown

from cxaudit.errors import UsageError
from cxaudit.plan import PlanState, mended, plan
from cxaudit.ruleset import Gate
from cxaudit.scoring import score

HOLDS = Gate(max_level=2, when_at_most=0.0, says="no map goes on after acquisition")


def planned(*results, to=None):
    return plan(results, ruleset(results), to)


def cost_of(result):
    effort = {"low": 1, "medium": 3, "high": 8}[result.rule.fix.effort]
    return effort * (result.open_items if result.rule.fix.per == "subject" else 1)


def best_by_trying(results, number):
    """Cost, size and ids of the cheapest set that reaches the level, among all sets."""
    mendable = sorted((r for r in results if r.judged and r.score < 1), key=lambda r: r.rule.id)
    found = []
    for size in range(len(mendable) + 1):
        for chosen in combinations(mendable, size):
            ids = [r.rule.id for r in chosen]
            level = score(mended(results, set(ids)), ruleset(results)).level
            if level and level.number >= number:
                found.append((sum(map(cost_of, chosen)), size, ids))
    return min(found)


@LAW
@given(any_results(at_most=8), st.one_of(st.none(), st.integers(2, 5)))
def test_the_plan_is_the_cheapest_of_all_sets_of_fixes(results, to):
    made = plan(results, ruleset(results), to)
    if made.state is not PlanState.PATH:
        return
    ids = sorted(fix.rule.id for fix in made.fixes)
    assert (made.cost, len(ids), ids) == best_by_trying(results, made.target.number)
    assert made.reachable


@LAW
@given(any_results())
def test_the_points_of_a_plan_are_what_scoring_it_again_gives(results):
    made = plan(results, ruleset(results))
    if made.state is PlanState.PATH:
        assert made.after.overall == made.before.overall + sum(fix.gain for fix in made.fixes)
        assert made.after.overall >= made.target.from_score


def test_the_cheapest_set_is_not_the_greedy_one():
    made = planned(
        judged(rule("AA01", "critical", effort="medium"), 0, 1),
        judged(rule("AA02", "high", effort="medium"), 0, 1),
        judged(rule("AA03", "minor", effort="low"), 0, 1),
        judged(rule("AA04", "medium"), 1, 1),
        to=3,
    )
    assert [(fix.rule.id, fix.cost) for fix in made.fixes] == [("AA01", 3)]


def test_an_effort_per_subject_is_paid_for_each_one_still_open():
    made = planned(judged(rule("AA01", effort="medium", per="subject"), 3, 10))
    assert [(fix.items, fix.cost) for fix in made.fixes] == [(7, 21)]


def test_of_equally_cheap_sets_the_smaller_and_then_the_first_is_taken():
    results = [judged(rule(f"AA0{n}", effort="low"), 0, 1) for n in range(4)]
    assert [fix.rule.id for fix in planned(*results, to=2).fixes] == ["AA00"]
    one_for_three = judged(rule("AA09", effort="medium"), 0, 3)
    three_low = [judged(rule(f"AA0{n}", "minor", effort="low"), 0, 1) for n in range(3)]
    assert [fix.rule.id for fix in planned(*three_low, one_for_three, to=3).fixes] == ["AA09"]


def test_a_gate_is_mended_first_even_where_the_points_are_enough():
    results = (
        judged(rule("AA01", "minor", effort="high", gate=HOLDS), 0, 1),
        judged(rule("AA02", "critical", effort="low"), 1, 2),
        judged(rule("AA03", "critical"), 1, 1),
    )
    made = planned(*results)
    assert [(fix.rule.id, fix.gate) for fix in made.fixes] == [("AA01", True)]
    assert (made.before.level.number, made.target.number, made.after.level.number) == (2, 3, 4)


def test_a_gate_above_the_target_is_left_alone():
    gate = Gate(max_level=3, when_at_most=0.0, says="no customer metric")
    made = planned(judged(rule("AA01", effort="high", gate=gate), 0, 1), judged(rule("AA02"), 0, 1), to=3)
    assert [fix.rule.id for fix in made.fixes] == ["AA02"]


def test_at_the_highest_level_and_at_a_level_reached_there_is_nothing_to_plan():
    top = judged(rule("AA01"), 9, 10)
    assert planned(top).state is PlanState.TOP
    assert planned(top, to=4).state is PlanState.REACHED
    assert planned(top, to=4).fixes == ()


def test_without_a_level_there_is_no_path_but_there_are_quick_wins():
    made = planned(judged(rule("AA01", "minor"), 0, 1), unknown(rule("AA02", "critical")))
    assert (made.state, made.fixes, made.after) == (PlanState.NO_LEVEL, (), None)
    assert [fix.rule.id for fix in made.quick_wins] == ["AA01"]


def test_quick_wins_are_the_most_points_for_the_effort_and_five_at_most():
    cheap = [judged(rule(f"AA0{n}", effort="low"), 0, 1) for n in range(5)]
    dear = [judged(rule("AA08", "critical", effort="high"), 0, 1), judged(rule("AA09", effort="low"), 3, 4)]
    wins = planned(*dear, *cheap).quick_wins
    assert [fix.rule.id for fix in wins] == ["AA00", "AA01", "AA02", "AA03", "AA04"]


def test_an_unknown_target_level_is_refused_in_a_sentence():
    with pytest.raises(UsageError, match=r"There is no level 7; the target level can be 1 to 5\."):
        planned(judged(rule("AA01"), 0, 1), to=7)


def test_seventy_rules_with_a_hundred_thousand_open_items_are_planned_at_once():
    impacts, efforts = ["critical", "high", "medium", "low", "minor"], ["low", "medium", "high"]
    results = [
        judged(
            rule(f"{'ABC'[n % 3] * 2}{n:02}", impacts[n * 7 % 5], effort=efforts[n * 5 % 3], per="subject"),
            n * 7919 % 60_000,
            100_000 + n,
        )
        for n in range(70)
    ]
    begun = perf_counter()
    made = planned(*results, to=5)
    assert perf_counter() - begun < 5
    assert made.after.overall >= 85
    assert made.cost < sum(map(cost_of, results))
