"""From rule results to scores: dimensions, overall, coverage, interval, ledger, gates and level.

All numbers are exact fractions; nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from cxaudit.finding import Outcome
from cxaudit.result import RuleResult
from cxaudit.ruleset import Dimension, Level, Rule, Ruleset
from cxaudit.scores.gating import HeldGate, held_gates, held_level, level_by_score

FULL = Fraction(100)


class DimensionScore(Struct, frozen=True):
    """One dimension: `score` 0 to 100, or None where nothing was judged (it is then not assessed).

    Weights are sums of rule weights; in `evidence_weight` a claimed rule counts only in part. `points_lost` are
    points of the overall 100.
    """

    dimension: Dimension
    score: Fraction | None
    judged_weight: int
    evidence_weight: Fraction
    applicable_weight: int
    judged_rules: int
    applicable_rules: int
    points_lost: Fraction

    @property
    def coverage(self) -> Fraction:
        """Evidence weight of applicable weight, 0 to 1; 0 where nothing is applicable."""
        return self.evidence_weight / self.applicable_weight if self.applicable_weight else Fraction(0)


class Loss(Struct, frozen=True):
    """A line of the ledger: the points of the overall 100 that a judged rule lost."""

    rule: Rule
    points: Fraction


class ScoreInterval(Struct, frozen=True):
    """The overall score if every rule that no workbook shows failed, and if every one were met.

    At best a claimed rule is as it was claimed.
    """

    low: Fraction
    high: Fraction


class Scores(Struct, frozen=True):
    """All that follows from the results of one programme, map or persona.

    `overall` and `interval` are None where nothing was judged. `level` is None there and where coverage is
    under the maturity model's bound. The ledger holds every judged rule, the largest loss first, and sums
    to 100 - overall.
    """

    overall: Fraction | None
    interval: ScoreInterval | None
    coverage: Fraction
    dimensions: tuple[DimensionScore, ...]
    ledger: tuple[Loss, ...]
    gates: tuple[HeldGate, ...]
    level: Level | None
    provisional: bool

    def lost(self, rule: Rule) -> Fraction:
        """The points that a rule lost; 0 where it was not judged."""
        return next((loss.points for loss in self.ledger if loss.rule.id == rule.id), Fraction(0))


def score(results: Sequence[RuleResult], ruleset: Ruleset) -> Scores:
    """The scores of a set of results. Results of unknown dimensions raise KeyError."""
    grouped: dict[str, list[RuleResult]] = {d.id: [] for d in ruleset.maturity.dimensions}
    for result in results:
        grouped[result.rule.dimension].append(result)
    ledger = _ledger(grouped, ruleset)
    dimensions = tuple(_dimension(d, grouped[d.id], ruleset, ledger) for d in ruleset.maturity.dimensions)
    overall, coverage = _overall(dimensions), _coverage(dimensions)
    cuts = ruleset.maturity.coverage
    gates, level = _gates_and_level(overall, results, ruleset)
    return Scores(
        overall=overall,
        interval=None if overall is None else _interval(grouped, ruleset),
        coverage=coverage,
        dimensions=dimensions,
        ledger=ledger,
        gates=gates,
        level=None if coverage < Fraction(str(cuts.no_level_under)) else level,
        provisional=coverage < Fraction(str(cuts.provisional_under)),
    )


def is_applicable(result: RuleResult) -> bool:
    return result.outcome is not Outcome.NOT_APPLICABLE


def _weight(results: Iterable[RuleResult], ruleset: Ruleset) -> int:
    return sum(ruleset.weight(result.rule) for result in results)


def _gained(results: Iterable[RuleResult], ruleset: Ruleset, unknown: int = 0, unproved: bool = True) -> Fraction:
    """Sum of weight times score, with `unknown` as the score of what was not judged; claims count if `unproved`."""
    return total((ruleset.weight(r.rule), _share(r, unknown, unproved)) for r in results)


def total(parts: Iterable[tuple[int, Fraction]]) -> Fraction:
    """The sum of weights times values; most values are 0 or 1, for which whole numbers take a tenth of the time."""
    whole, rest = 0, Fraction(0)
    for weight, value in parts:
        if value.denominator == 1:
            whole += weight * value.numerator
        else:
            rest += weight * value
    return rest + whole


def _share(result: RuleResult, unknown: int, unproved: bool) -> Fraction:
    if result.score is None:
        return Fraction(unknown)
    return Fraction(0) if result.claimed and not unproved else result.score


def _evidence(judged: Iterable[RuleResult], ruleset: Ruleset) -> Fraction:
    """The weight of what was judged, where a claim counts as much as the maturity model says."""
    part = Fraction(str(ruleset.maturity.coverage.claim_counts))
    return total((ruleset.weight(r.rule), part if r.claimed else Fraction(1)) for r in judged)


def _ledger(grouped: dict[str, list[RuleResult]], ruleset: Ruleset) -> tuple[Loss, ...]:
    judged = {key: [r for r in group if r.judged] for key, group in grouped.items()}
    weights = {key: _weight(group, ruleset) for key, group in judged.items()}
    of_all = sum(d.weight for d in ruleset.maturity.dimensions if weights[d.id])
    losses = []
    for dimension in ruleset.maturity.dimensions:
        if not weights[dimension.id]:
            continue
        share = FULL * Fraction(dimension.weight, of_all) / weights[dimension.id]
        losses += [
            Loss(r.rule, share * ruleset.weight(r.rule) * (1 - r.score))
            for r in judged[dimension.id]
            if r.score is not None
        ]
    return tuple(sorted(losses, key=lambda loss: (-loss.points, loss.rule.id)))


def _dimension(
    dimension: Dimension, results: Sequence[RuleResult], ruleset: Ruleset, ledger: Sequence[Loss]
) -> DimensionScore:
    applicable = [r for r in results if is_applicable(r)]
    judged = [r for r in applicable if r.judged]
    weight = _weight(judged, ruleset)
    return DimensionScore(
        dimension=dimension,
        score=FULL * _gained(judged, ruleset) / weight if weight else None,
        judged_weight=weight,
        evidence_weight=_evidence(judged, ruleset),
        applicable_weight=_weight(applicable, ruleset),
        judged_rules=len(judged),
        applicable_rules=len(applicable),
        points_lost=sum((loss.points for loss in ledger if loss.rule.dimension == dimension.id), Fraction(0)),
    )


def _overall(dimensions: Sequence[DimensionScore]) -> Fraction | None:
    scored = [(d.dimension.weight, d.score) for d in dimensions if d.score is not None]
    if not scored:
        return None
    return sum((weight * value for weight, value in scored), Fraction(0)) / sum(weight for weight, _ in scored)


def _coverage(dimensions: Sequence[DimensionScore]) -> Fraction:
    applicable = [d for d in dimensions if d.applicable_weight]
    total = sum(d.dimension.weight for d in applicable)
    judged = sum((d.dimension.weight * d.coverage for d in applicable), Fraction(0))
    return judged / total if total else Fraction(0)


def _interval(grouped: dict[str, list[RuleResult]], ruleset: Ruleset) -> ScoreInterval:
    parts = []
    for dimension in ruleset.maturity.dimensions:
        applicable = [r for r in grouped[dimension.id] if is_applicable(r)]
        weight = _weight(applicable, ruleset)
        if weight:
            low, high = (_gained(applicable, ruleset, best, unproved=bool(best)) / weight for best in (0, 1))
            parts.append((dimension.weight, low, high))
    total = sum(weight for weight, _, _ in parts)
    low = sum((weight * low for weight, low, _ in parts), Fraction(0)) / total
    high = sum((weight * high for weight, _, high in parts), Fraction(0)) / total
    return ScoreInterval(FULL * low, FULL * high)


def _gates_and_level(
    overall: Fraction | None, results: Sequence[RuleResult], ruleset: Ruleset
) -> tuple[tuple[HeldGate, ...], Level | None]:
    if overall is None:
        return (), None
    alone = level_by_score(overall, ruleset.maturity)
    gates = held_gates(results, alone)
    return gates, held_level(alone, gates, ruleset.maturity)
