"""Scores worked out by hand: dimensions, overall, coverage, interval, ledger and level."""

from fractions import Fraction

import pytest
from scoring_builders import judged, left_out, rule, ruleset, unknown

from cxaudit.ruleset import Gate
from cxaudit.scoring import score

HOLDS = Gate(max_level=2, when_at_most=0.0, says="no map goes on after acquisition")


def scored(*results):
    return score(results, ruleset(results))


def of_dimension(scores, ident):
    return next(d for d in scores.dimensions if d.dimension.id == ident)


def test_a_dimension_is_the_weighted_mean_of_its_judged_rules():
    scores = scored(judged(rule("AA01", "critical"), 1, 2), judged(rule("AA02", "medium"), 1, 1))
    assert of_dimension(scores, "AA").score == Fraction(100 * (5 * Fraction(1, 2) + 3), 8)


def test_the_overall_score_weighs_only_dimensions_with_a_judged_rule():
    scores = scored(judged(rule("AA01"), 1, 2), judged(rule("BB01"), 1, 1), unknown(rule("CC01")))
    assert scores.overall == Fraction(20 * 50 + 15 * 100, 35)
    assert of_dimension(scores, "CC").score is None


def test_a_dimension_with_nothing_applicable_is_not_assessed_and_leaves_coverage():
    scores = scored(judged(rule("AA01"), 1, 2), left_out(rule("CC01")))
    assert (of_dimension(scores, "CC").score, of_dimension(scores, "CC").applicable_rules) == (None, 0)
    assert scores.coverage == 1


def test_coverage_weighs_rules_inside_their_dimension_and_dimensions_among_themselves():
    scores = scored(
        judged(rule("AA01", "low"), 1, 1), unknown(rule("AA02", "high")), judged(rule("BB01", "minor"), 0, 1)
    )
    assert scores.coverage == Fraction(20 * Fraction(2, 6) + 15, 35)


def test_the_interval_runs_from_all_unknown_failed_to_all_unknown_met():
    scores = scored(judged(rule("AA01", "low"), 1, 2), unknown(rule("AA02", "low")), unknown(rule("BB01")))
    assert scores.overall == 50
    assert (scores.interval.low, scores.interval.high) == (
        Fraction(20 * 25, 35),
        Fraction(20 * 75 + 15 * 100, 35),
    )


def test_the_ledger_lists_the_largest_loss_first_and_equal_losses_by_rule():
    scores = scored(judged(rule("AA02"), 0, 1), judged(rule("AA01"), 0, 1), judged(rule("BB01"), 1, 5))
    assert [(loss.rule.id, loss.points) for loss in scores.ledger] == [
        ("BB01", Fraction(100 * 15, 35) * Fraction(4, 5)),
        ("AA01", Fraction(100 * 20, 35 * 2)),
        ("AA02", Fraction(100 * 20, 35 * 2)),
    ]


def test_nothing_judged_has_no_score_no_interval_and_no_level():
    scores = scored(unknown(rule("AA01")), left_out(rule("BB01")))
    assert (scores.overall, scores.interval, scores.level, scores.coverage) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("met", "number"), [(0, 1), (2499, 1), (2500, 2), (4500, 3), (6496, 3), (6500, 4), (8500, 5), (10000, 5)]
)
def test_a_level_begins_exactly_at_its_cut(met, number):
    assert scored(judged(rule("AA01"), met, 10000)).level.number == number


@pytest.mark.parametrize(("told", "provisional", "level"), [(3, False, True), (2, True, True), (1, True, False)])
def test_little_evidence_makes_a_result_provisional_and_very_little_takes_the_level(told, provisional, level):
    rules = [rule(f"AA0{n}") for n in range(5)]
    scores = scored(*(judged(r, 1, 1) if n < told else unknown(r) for n, r in enumerate(rules)))
    assert (scores.coverage, scores.provisional, scores.level is not None) == (Fraction(told, 5), provisional, level)


def test_a_gate_that_fails_holds_the_level_and_says_what_it_would_be():
    scores = scored(judged(rule("AA01", "low", gate=HOLDS), 0, 1), *(judged(rule(f"AA1{n}"), 1, 1) for n in range(3)))
    assert (scores.level.number, scores.gates[0].level_without, scores.gates[0].binds) == (2, 4, True)


def test_a_gate_under_a_low_score_holds_but_does_not_bind():
    scores = scored(judged(rule("AA01", gate=HOLDS), 0, 1), judged(rule("AA02"), 1, 2))
    assert (scores.level.number, scores.gates[0].binds) == (2, False)


def test_a_gate_is_open_above_its_bound_and_where_its_rule_was_not_judged():
    half = Gate(max_level=1, when_at_most=0.5, says="half")
    assert [g.rule.id for g in scored(judged(rule("AA01", gate=half), 1, 2)).gates] == ["AA01"]
    assert scored(judged(rule("AA01", gate=half), 2, 3)).gates == ()
    assert scored(unknown(rule("AA01", gate=half)), judged(rule("AA02"), 1, 1)).gates == ()


def test_of_two_gates_the_strictest_counts():
    three = Gate(max_level=3, when_at_most=0.0, says="no metric")
    results = [judged(rule("AA01", "minor", gate=three), 0, 1), judged(rule("AA02", "minor", gate=HOLDS), 0, 1)]
    scores = scored(*results, *(judged(rule(f"AA1{n}", "critical"), 1, 1) for n in range(4)))
    assert [(g.max_level, g.level_without, g.binds) for g in scores.gates] == [(2, 5, True), (3, 5, True)]
    assert scores.level.number == 2
