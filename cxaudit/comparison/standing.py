"""The level that the earlier programme would have by the later rules, from what its scorecard keeps."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.comparison.pair import Pair
from cxaudit.comparison.side import SideRule
from cxaudit.scorecard import LevelCut


def rescored_level(pair: Pair, score: Fraction) -> LevelCut | None:
    """The level of the earlier score by the later cuts and gates; None where the evidence is too thin for one.

    None too where the later side does not keep its cuts.
    """
    levels = sorted(pair.new.levels.cuts, key=lambda level: level.from_score)
    bounds = pair.new.levels.bounds
    if not levels or bounds is None or _coverage(pair, bounds.claim_counts) < Fraction(str(bounds.no_level_under)):
        return None
    by_score = [level.number for level in levels if level.from_score <= score] or [levels[0].number]
    number = min([by_score[-1], *_caps(pair)])
    return next((level for level in reversed(levels) if level.number <= number), levels[0])


def _caps(pair: Pair) -> list[int]:
    """The highest level that each gate allows which holds for the earlier scores."""
    gated = ((rule.gate, pair.rescored.get(rule.id)) for rule in pair.new.rules)
    return [
        gate.max_level
        for gate, score in gated
        if gate is not None and score is not None and score <= Fraction(str(gate.when_at_most))
    ]


def _coverage(pair: Pair, claim_counts: float) -> Fraction:
    """The evidence coverage of the earlier programme with the later weights, 0 to 1."""
    before = (pair.again or pair.old).by_id
    seen: dict[str, Fraction] = {}
    applies: dict[str, int] = {}
    for rule in pair.new.rules:
        if rule.id in before and before[rule.id].outcome != "not_applicable":
            share = _evidence(before[rule.id], claim_counts)
            applies[rule.dimension] = applies.get(rule.dimension, 0) + rule.weight
            seen[rule.dimension] = seen.get(rule.dimension, Fraction(0)) + rule.weight * share
    weights = {one.id: one.weight for one in pair.new.dimensions if one.id in applies}
    total = sum(weights.values())
    gained = sum((weight * seen[key] / applies[key] for key, weight in weights.items()), Fraction(0))
    return gained / total if total else Fraction(0)


def _evidence(rule: SideRule, claim_counts: float) -> Fraction:
    if rule.score is None:
        return Fraction(0)
    return Fraction(str(claim_counts)) if rule.claimed else Fraction(1)
