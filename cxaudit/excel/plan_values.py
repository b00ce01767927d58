"""What the formulas of the What-if sheet give as the workbook is written.

They are stored beside the formulas, so that a viewer that does not calculate (a protected view, a preview
in a mail) shows the numbers too. A test holds them against a recalculation.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from cxaudit.scorecard import DimensionInfo, RuleInfo, Scorecard

Shown = float | str


def exact_score(rule: RuleInfo) -> float | None:
    """A rule's score now, 0 to 1, without the rounding of the document; None where it was not judged."""
    if rule.score is None:
        return None
    return float(Fraction(rule.score_exact)) if rule.score_exact else rule.score


class DimensionSums(Struct, frozen=True):
    """One dimension: the sums of weights that apply and that count, of weight times score, and its planned score.

    `proved` is the weight as evidence: of what is only claimed a part.
    """

    applies: int
    counts: int
    proved: float
    gained: float
    weight: int
    now: float | None

    @property
    def score(self) -> float | None:
        return 100 * self.gained / self.counts if self.counts else None

    @property
    def evidence(self) -> float:
        return self.proved / self.applies if self.applies else 0.0

    def row(self) -> tuple[Shown, ...]:
        """What the sheet shows in its columns E to L."""
        score = self.score
        weight = self.weight if self.counts else 0
        change = change_of(self.now, score)
        sums = (self.evidence, self.applies, self.counts, weight, weight * (score or 0.0))
        return shown(score), change, *sums, "not assessed" if score is None else score


class PlanValues(Struct, frozen=True, dict=True):
    """The results for a scorecard with scores planned by rule id."""

    scorecard: Scorecard
    planned: Mapping[str, float]

    def counted(self, rule: RuleInfo) -> float | None:
        """The score that counts for a rule, 0 to 1; None where none does."""
        if rule.outcome == "not_applicable":
            return None
        typed = self.planned.get(rule.id)
        return exact_score(rule) if typed is None else max(0.0, min(1.0, typed))

    def dimension(self, one: DimensionInfo) -> DimensionSums:
        """The sums of a dimension."""
        applying = [r for r in self.scorecard.rules if r.dimension == one.id and r.outcome != "not_applicable"]
        judged = [(rule.weight, score) for rule in applying if (score := self.counted(rule)) is not None]
        proved = [self.proved(rule) for rule in applying]
        return DimensionSums(
            applies=sum(rule.weight for rule in applying),
            counts=sum(weight for weight, _ in judged),
            proved=sum(proved),
            gained=sum(weight * score for weight, score in judged),
            weight=one.weight,
            now=one.score,
        )

    def proved(self, rule: RuleInfo) -> float:
        """A rule's weight as evidence; a claim that is only planned to be better stays a claim."""
        if self.counted(rule) is None:
            return 0.0
        bounds = self.scorecard.coverage_bounds
        return rule.weight * bounds.claim_counts if bounds and rule.evidence == "claimed" else float(rule.weight)

    def rule_row(self, rule: RuleInfo) -> tuple[Shown, ...]:
        """What the sheet shows of a rule from the score counted on, in its columns H to L."""
        score = self.counted(rule)
        if score is None:
            return "", 0.0, 0.0, "", 0.0
        now, own = exact_score(rule), self._sums[rule.dimension]
        of_all = sum(each.weight for each in self._sums.values() if each.counts)
        share = own.weight / of_all * rule.weight / own.counts
        won = "" if now is None else 100 * share * (score - now)
        return score, rule.weight, rule.weight * score, won, self.proved(rule)

    @property
    def overall(self) -> float | None:
        judged = [(each.weight, each.score) for each in self._sums.values() if each.score is not None]
        total = sum(weight for weight, _ in judged)
        return sum(weight * score for weight, score in judged) / total if total else None

    @property
    def coverage(self) -> float:
        asked = [each for each in self._sums.values() if each.applies]
        total = sum(each.weight for each in asked)
        return sum(each.weight * each.evidence for each in asked) / total if total else 0.0

    @property
    def level(self) -> int | None:
        """The number of the planned level, gates and evidence considered."""
        overall, bounds = self.overall, self.scorecard.coverage_bounds
        if overall is None or (bounds and round(self.coverage, 9) < bounds.no_level_under):
            return None
        rising = sorted(self.scorecard.levels, key=lambda level: level.from_score)
        reached = [level.number for level in rising if level.from_score <= round(overall, 9)] or [rising[0].number]
        caps = [rule.gate.max_level for rule in self.scorecard.rules if rule.gate and self.gate_holds(rule)]
        allowed = [level.number for level in rising if level.number <= min([reached[-1], *caps])]
        return max(allowed, default=rising[0].number)

    def gate_holds(self, rule: RuleInfo) -> bool:
        """Whether a rule's gate holds the level down under the plan."""
        score = self.counted(rule)
        return rule.gate is not None and score is not None and round(score, 9) <= rule.gate.when_at_most

    def verdict(self) -> str:
        """The plan in one line."""
        overall, number = self.overall, self.level
        if overall is None:
            return "No score: no rule is judged or planned"
        name = next((level.name for level in self.scorecard.levels if level.number == number), "")
        said = "No level: " if number is None else f"Level {number}, {name}: "
        change = change_of(self.scorecard.score, overall)
        by = f" ({round(change, 1) + 0.0:+.1f})" if isinstance(change, float) else ""
        return f"{said}{shown(overall):.1f} of 100{by}"

    @cached_property
    def _sums(self) -> Mapping[str, DimensionSums]:
        """The sums of each dimension by its id."""
        return {one.id: self.dimension(one) for one in self.scorecard.dimensions}


def shown(score: float | None) -> Shown:
    """A score as the sheet shows it: to one decimal, rounded down."""
    return "not assessed" if score is None else math.floor(round(round(score, 9) * 10, 8)) / 10


def change_of(now: float | None, planned: float | None) -> Shown:
    """The change from now to the plan, to three places as Excel rounds: a half goes away from zero.

    Empty where one of them is missing.
    """
    if now is None or planned is None:
        return ""
    return float(Decimal(f"{planned - now:.9f}").quantize(Decimal("0.001"), ROUND_HALF_UP)) + 0.0
