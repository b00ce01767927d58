"""Laws of the comparison: the parts add up, and rules that stay the same change nothing."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from scoring_builders import LAW

from cxaudit.comparison.document import SideInfo
from cxaudit.comparison.pair import Pair
from cxaudit.comparison.side import Bend, Side, SideDimension, SideRule
from cxaudit.comparison.splitting import overall, split

INFO = SideInfo(
    name="a",
    client="",
    as_of="",
    rule_pack="",
    version="",
    digest="",
    level=None,
    level_name="",
    score=None,
    coverage=1,
)
SHARES = st.fractions(0, 1, max_denominator=8)


@st.composite
def rules(draw: st.DrawFn, number: int) -> SideRule:
    dimension = draw(st.sampled_from(["AA", "BB"]))
    bend = Bend(Fraction(0), draw(st.sampled_from([Fraction(1), Fraction(1, 2)])))
    share = draw(SHARES)
    outcome = draw(st.sampled_from(["judged", "judged", "judged", "cannot_tell", "declared"]))
    judged = outcome == "judged"
    return SideRule(
        id=f"{number:02}",
        title="",
        dimension=dimension,
        weight=draw(st.integers(1, 5)),
        outcome=outcome,
        score=bend.score(share) if judged else None,
        share=share if judged else None,
        bend=bend,
        declared=outcome == "declared",
    )


@st.composite
def sides(draw: st.DrawFn) -> Side:
    numbers = draw(st.sets(st.integers(1, 8), min_size=1))
    weights = [SideDimension(name, name, draw(st.integers(1, 20)), None) for name in ("AA", "BB")]
    return Side(INFO, tuple(weights), tuple(draw(rules(number)) for number in sorted(numbers)), ())


def score(side: Side) -> Fraction | None:
    return overall({rule.id: rule.score for rule in side.rules if rule.score is not None}, side)


@given(sides(), sides())
@LAW
def test_the_parts_add_up_to_the_change(old: Side, new: Side) -> None:
    parts, before, after = split(Pair(old, new)), score(old), score(new)
    if parts is not None and before is not None and after is not None:
        assert parts.client + parts.rules + parts.declared == after - before


@given(sides(), st.data())
@LAW
def test_where_only_weights_and_curves_differ_the_client_changed_nothing(old: Side, data: st.DataObject) -> None:
    changed = []
    for rule in old.rules:
        bend = Bend(Fraction(0), data.draw(st.sampled_from([Fraction(1), Fraction(1, 2)])))
        again = None if rule.share is None else bend.score(rule.share)
        changed.append(replace(rule, weight=data.draw(st.integers(1, 5)), bend=bend, score=again))
    parts = split(Pair(old, replace(old, rules=tuple(changed))))
    if parts is not None:
        assert (parts.client, parts.declared) == (0, 0)


@given(sides(), st.data())
@LAW
def test_under_the_same_rules_nothing_is_put_down_to_the_rules(old: Side, data: st.DataObject) -> None:
    changed = []
    for rule in old.rules:
        share = data.draw(SHARES)
        judged = rule.score is not None and rule.bend is not None
        changed.append(replace(rule, share=share, score=rule.bend.score(share)) if judged and rule.bend else rule)
    parts = split(Pair(old, replace(old, rules=tuple(changed))))
    if parts is not None:
        assert (parts.rules, parts.declared) == (0, 0)
