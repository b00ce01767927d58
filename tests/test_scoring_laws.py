"""Laws that hold for any results: ranges, the ledger's sum, and that mending never makes it worse."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from scoring_builders import LAW, any_results, left_out, rule, ruleset

from cxaudit.finding import Outcome
from cxaudit.plan import mended
from cxaudit.scoring import score


def scored(results):
    return score(results, ruleset(results))


def level_number(scores):
    return scores.level.number if scores.level else 0


@LAW
@given(any_results())
def test_every_score_stays_in_its_range(results):
    scores = scored(results)
    assert 0 <= scores.coverage <= 1
    for value in [scores.overall, *(d.score for d in scores.dimensions)]:
        assert value is None or 0 <= value <= 100


@LAW
@given(any_results())
def test_the_interval_always_holds_the_score_and_is_a_point_at_full_coverage(results):
    scores = scored(results)
    if scores.overall is None:
        assert scores.interval is None
        return
    assert 0 <= scores.interval.low <= scores.overall <= scores.interval.high <= 100
    assert (scores.interval.low == scores.interval.high) == (scores.coverage == 1)


@LAW
@given(any_results())
def test_the_ledger_sums_to_what_is_lost_exactly(results):
    scores = scored(results)
    lost = sum((loss.points for loss in scores.ledger), Fraction(0))
    assert lost == (100 - scores.overall if scores.overall is not None else 0)
    assert lost == sum((d.points_lost for d in scores.dimensions), Fraction(0))


@LAW
@given(any_results(at_least=1), st.data())
def test_mending_a_rule_wins_exactly_its_points_and_never_lowers_the_level(results, data):
    chosen = data.draw(st.sampled_from(results))
    if not chosen.judged:
        return
    before, after = scored(results), scored(mended(results, {chosen.rule.id}))
    assert after.overall - before.overall == before.lost(chosen.rule)
    assert level_number(after) >= level_number(before)


@LAW
@given(any_results(at_least=1), st.data())
def test_supplying_evidence_that_meets_a_rule_lowers_nothing(results, data):
    chosen = data.draw(st.sampled_from(results))
    if chosen.outcome is not Outcome.CANNOT_TELL:
        return
    before, after = scored(results), scored(mended(results, {chosen.rule.id}))
    assert after.overall >= (before.overall or 0)
    assert after.coverage >= before.coverage
    assert level_number(after) >= level_number(before)


@LAW
@given(any_results(), st.integers(0, 3))
def test_rules_that_do_not_apply_change_nothing(results, more):
    without = tuple(r for r in results if r.outcome is not Outcome.NOT_APPLICABLE)
    added = tuple(left_out(rule(f"BB9{n}", "critical")) for n in range(more))
    assert scored((*added, *results)) == scored(without)


@LAW
@given(any_results(), st.randoms())
def test_the_order_of_the_results_does_not_matter(results, random):
    shuffled = list(results)
    random.shuffle(shuffled)
    assert scored(tuple(shuffled)) == scored(results)


@LAW
@given(any_results())
def test_gates_only_hold_down(results):
    free = tuple(replace(r, rule=r.rule.replaced(gate=None)) for r in results)
    held, alone = scored(results), scored(free)
    assert (held.overall, held.coverage) == (alone.overall, alone.coverage)
    assert level_number(held) <= level_number(alone)
    assert any(g.binds for g in held.gates) or level_number(held) == level_number(alone)
