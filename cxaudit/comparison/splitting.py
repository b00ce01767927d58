"""The change of a score parted in what the client changed, what the rules changed, and what was declared.

The earlier programme is judged by the later rules, or the counts that its scorecard keeps are scored again with the
later weights and curves. Exact numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from cxaudit.comparison.pair import Pair
from cxaudit.comparison.side import Side

Scored = Mapping[str, Fraction]
"""Scores 0 to 1 by rule id."""


class Parts(Struct, frozen=True):
    """Points of 100; together the change. `rescored` is the earlier score by the later rules."""

    client: Fraction
    rules: Fraction
    declared: Fraction
    rescored: Fraction


def split(pair: Pair) -> Parts | None:
    """The three parts; None where either side has no score, or the sides have no judged rule in common."""
    old, new = pair.old, pair.new
    known = set(new.by_id) if pair.again else set(old.by_id) & set(new.by_id)
    taken_out = {rule.id for rule in new.rules if rule.declared}
    taken_back = {rule.id for side in (old, pair.again or old) for rule in side.rules if rule.declared}
    before, after = _scores(old), _scores(new)
    again = pair.rescored
    shared = {key: value for key, value in after.items() if key in known}
    totals = (
        overall(before, old),
        overall(again, new),
        overall(_without(again, taken_out), new),
        overall(_without(shared, taken_back), new),
        overall(shared, new),
        overall(after, new),
    )
    if None in totals:
        return None
    a, b, b_left, c_left, c, d = (total for total in totals if total is not None)
    return Parts(client=c_left - b_left, rules=(b - a) + (d - c), declared=(b_left - b) + (c - c_left), rescored=b)


def overall(scores: Scored, weights: Side) -> Fraction | None:
    """The overall score of 0 to 100 with the weights of a side; None where there is nothing to weigh."""
    gained: dict[str, Fraction] = {}
    total: dict[str, int] = {}
    for rule in weights.rules:
        if rule.id in scores:
            gained[rule.dimension] = gained.get(rule.dimension, Fraction(0)) + rule.weight * scores[rule.id]
            total[rule.dimension] = total.get(rule.dimension, 0) + rule.weight
    judged = [dimension for dimension in weights.dimensions if total.get(dimension.id)]
    of_all = sum(dimension.weight for dimension in judged)
    if not of_all:
        return None
    points = (dimension.weight * gained[dimension.id] / total[dimension.id] for dimension in judged)
    return 100 * sum(points, Fraction(0)) / of_all


def _scores(side: Side) -> dict[str, Fraction]:
    return {rule.id: rule.score for rule in side.rules if rule.score is not None}


def _without(scores: Scored, left_out: set[str]) -> dict[str, Fraction]:
    return {key: value for key, value in scores.items() if key not in left_out}
