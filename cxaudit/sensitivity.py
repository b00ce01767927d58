"""Whether the level holds when every weight may move by a quarter either way, found exactly.

Every rule weight and every dimension weight moves by itself. A weighted mean is lowest when the values
under some threshold weigh as much as they may and the others as little, so trying each threshold over
the sorted values finds the extreme; dimensions first, then the mean of their extremes.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from cxaudit.result import RuleResult
from cxaudit.ruleset import Level, Ruleset
from cxaudit.scores.gating import held_level, level_by_score
from cxaudit.scoring import FULL, Scores, score, total

SWING = Fraction(1, 4)

# A value and the weight that it has before anything moves.
Weighted = tuple[Fraction, int]


class Sensitivity(Struct, frozen=True):
    """The overall score at the worst and the best weights, 0 to 100, and the levels there after gates."""

    low: Fraction
    high: Fraction
    level_low: Level
    level_high: Level

    @property
    def holds(self) -> bool:
        return self.level_low.number == self.level_high.number


def sensitivity(results: Sequence[RuleResult], ruleset: Ruleset, scores: Scores | None = None) -> Sensitivity | None:
    """How far the score moves with the weights; None where no level is given. `scores` are those of the results.

    Evidence coverage is taken at the weights as they stand: the question is whether the level is another
    one, not whether there is one.
    """
    scores = scores or score(results, ruleset)
    if scores.level is None:
        return None
    ends = [_overall_at(results, ruleset, sign) for sign in (1, -1)]
    levels = [held_level(level_by_score(end, ruleset.maturity), scores.gates, ruleset.maturity) for end in ends]
    return Sensitivity(ends[0], ends[1], levels[0], levels[1])


def lowest_mean(values: Sequence[Weighted], swing: Fraction = SWING) -> Fraction:
    """The lowest weighted mean when each weight may be (1 - swing) to (1 + swing) times what it is.

    At least one weight must be more than 0.
    """
    rising = sorted(values)
    # As many times the weights as makes them whole numbers: the mean is the same, and sums take a third of the time.
    least, step = swing.denominator - swing.numerator, 2 * swing.numerator
    weight = sum(w for _, w in rising) * least
    gained = total((w, value) for value, w in rising) * least
    best = gained / weight
    for value, w in rising:
        weight += step * w
        gained += step * w * value
        best = min(best, gained / weight)
    return best


def _overall_at(results: Sequence[RuleResult], ruleset: Ruleset, sign: int) -> Fraction:
    """The overall score at the worst weights (`sign` 1) or the best (-1): the best is the worst upside down."""
    ends: list[Weighted] = []
    for dimension in ruleset.maturity.dimensions:
        of_it = [r for r in results if r.rule.dimension == dimension.id]
        values = [(sign * r.score, ruleset.weight(r.rule)) for r in of_it if r.score is not None]
        if any(weight for _, weight in values):
            ends.append((lowest_mean(values), dimension.weight))
    return FULL * sign * lowest_mean(ends)
