"""Which maturity level a score gives, and the gates that hold it down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from cxaudit.result import RuleResult
from cxaudit.ruleset import Level, Maturity, Rule


class HeldGate(Struct, frozen=True):
    """A gate whose condition holds.

    `level_without` is the number of the level that the score alone gives; the gate `binds` where that is
    higher than `max_level`.
    """

    rule: Rule
    max_level: int
    level_without: int
    says: str

    @property
    def binds(self) -> bool:
        return self.level_without > self.max_level


def level_by_score(score: Fraction, maturity: Maturity) -> Level:
    """The highest level that begins at or below an exact score of 0 to 100; no rounding, so 64.96 is not 65."""
    rising = sorted(maturity.levels, key=lambda level: level.from_score)
    reached = [level for level in rising if level.from_score <= score]
    return reached[-1] if reached else rising[0]


def held_gates(results: Iterable[RuleResult], level_without: Level) -> tuple[HeldGate, ...]:
    """The gates whose rules were judged at or below their bound, the strictest first."""
    held = [
        HeldGate(result.rule, result.rule.gate.max_level, level_without.number, result.rule.gate.says)
        for result in results
        if result.rule.gate is not None
        and result.score is not None
        and result.score <= Fraction(str(result.rule.gate.when_at_most))
    ]
    return tuple(sorted(held, key=lambda gate: (gate.max_level, gate.rule.id)))


def held_level(level: Level, gates: Sequence[HeldGate], maturity: Maturity) -> Level:
    """The level after the gates: never higher than `level`, and the lowest level at the least."""
    number = min([level.number, *(gate.max_level for gate in gates)])
    rising = sorted(maturity.levels, key=lambda each: each.number)
    allowed = [each for each in rising if each.number <= number]
    return allowed[-1] if allowed else rising[0]
