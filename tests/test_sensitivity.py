"""The extremes of the score under moving weights, against every corner and against random weights."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from scoring_builders import LAW, any_results, judged, rule, ruleset, unknown

from cxaudit.ruleset import Gate
from cxaudit.sensitivity import lowest_mean, sensitivity

MOVES = (Fraction(3, 4), Fraction(5, 4))


def moved(results, rule_moves, dimension_moves):
    """The overall score with each rule's and each dimension's weight times its factor."""
    pack, top, bottom = ruleset(results), Fraction(0), Fraction(0)
    for dimension, move in zip(pack.maturity.dimensions, dimension_moves, strict=True):
        of_it = [(r.score, f * pack.weight(r.rule)) for r, f in zip(results, rule_moves, strict=True)]
        judged_here = [
            pair
            for pair, r in zip(of_it, results, strict=True)
            if r.rule.dimension == dimension.id and pair[0] is not None
        ]
        if judged_here:
            mean = sum(s * w for s, w in judged_here) / sum(w for _, w in judged_here)
            top, bottom = top + move * dimension.weight * mean, bottom + move * dimension.weight
    return 100 * top / bottom


@LAW
@given(st.lists(st.tuples(st.fractions(0, 1, max_denominator=9), st.integers(1, 9)), min_size=1, max_size=7))
def test_the_lowest_mean_is_that_of_the_worst_corner(values):
    corners = product(MOVES, repeat=len(values))
    lowest = min(
        sum(v * w * f for (v, w), f in zip(values, c, strict=True))
        / sum(w * f for (_, w), f in zip(values, c, strict=True))
        for c in corners
    )
    assert lowest_mean(values) == lowest


@LAW
@given(any_results(at_most=4))
def test_both_ends_are_those_of_the_worst_and_best_corner(results):
    found = sensitivity(results, ruleset(results))
    if found is None:
        return
    reached = [
        moved(results, rules, dimensions)
        for rules in product(MOVES, repeat=len(results))
        for dimensions in product(MOVES, repeat=3)
    ]
    assert (found.low, found.high) == (min(reached), max(reached))


@LAW
@given(any_results(), st.data())
def test_no_weights_within_a_quarter_leave_the_ends(results, data):
    found = sensitivity(results, ruleset(results))
    if found is None:
        return
    moves = st.fractions(*MOVES, max_denominator=100)
    rules = [data.draw(moves) for _ in results]
    dimensions = [data.draw(moves) for _ in range(3)]
    assert found.low <= moved(results, rules, dimensions) <= found.high
    assert found.level_low.number <= found.level_high.number


def test_a_score_near_a_cut_does_not_hold_and_one_far_from_it_does():
    near = (judged(rule("AA01"), 66, 100), judged(rule("AA02"), 60, 100), judged(rule("BB01"), 70, 100))
    far = (judged(rule("AA01"), 55, 100), judged(rule("AA02"), 56, 100), judged(rule("BB01"), 57, 100))
    found = sensitivity(near, ruleset(near))
    assert (found.level_low.number, found.level_high.number, found.holds) == (3, 4, False)
    assert sensitivity(far, ruleset(far)).holds


def test_the_level_holds_where_a_gate_holds_it_at_both_ends():
    gate = Gate(max_level=2, when_at_most=0.0, says="no map goes on")
    results = (judged(rule("AA01", "minor", gate=gate), 0, 1), judged(rule("AA02", "critical"), 4, 5))
    found = sensitivity(results, ruleset(results))
    assert found.low < 65 < found.high
    assert (found.level_low.number, found.level_high.number, found.holds) == (2, 2, True)


def test_without_a_level_there_is_no_question_whether_it_holds():
    results = (judged(rule("AA01", "minor"), 1, 1), unknown(rule("AA02", "critical")))
    assert sensitivity(results, ruleset(results)) is None
