"""Exact numbers as the reader sees them: never rounded up over a bound that they do not reach."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

from cxaudit.ruleset import Maturity

PLACES = 4
_STEP = Fraction(1, 10**PLACES)


def to_places(value: Fraction, cuts: Iterable[Fraction | int] = ()) -> float:
    """A number to four places, half to even; down where rounding would lift it to a cut that it is under."""
    rounded = round(value, PLACES)
    if any(value < cut <= rounded for cut in cuts):
        rounded = math.floor(value / _STEP) * _STEP
    return float(rounded)


def score_to_places(score: Fraction, maturity: Maturity) -> float:
    """A score of 0 to 100 to four places, never up over the cut of a level nor up to 100."""
    return to_places(score, [100, *(level.from_score for level in maturity.levels)])


def points_to_places(points: Fraction) -> float:
    """Points lost or won to four places; a loss too small for that is shown as the smallest there is."""
    return float(max(round(points, PLACES), _STEP)) if points > 0 else 0.0


def one_decimal(value: Fraction | float) -> str:
    """A score of 0 or more for the reader, rounded down: 64.96 is '64.9'. A float counts as it is printed."""
    tenths = math.floor(Fraction(str(value)) * 10)
    return f"{tenths // 10}.{tenths % 10}"


def whole_percent(share: Fraction | float) -> str:
    """A share of 0 to 1 as whole per cent, rounded down: '82 %'."""
    return f"{math.floor(Fraction(str(share)) * 100)} %"
