"""The most likely way through the phases: of all readings of the stage names, those that fit each other best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from cxaudit.model import PHASES

ORDER = {phase: index for index, phase in enumerate(PHASES)}
BOUGHT = ORDER["purchase"]
CUSTOMER = ORDER["delivery"]
_UNTIL = ("awareness", "consideration")
_EASY_BACK = {
    ("support", "use"): 0.05,
    ("retention", "use"): 0.15,
    ("retention", "support"): 0.1,
    ("advocacy", "support"): 0.15,
    ("advocacy", "retention"): 0.05,
    ("exit", "retention"): 0.05,
    ("exit", "advocacy"): 0.0,
    ("onboarding", "delivery"): 0.05,
}
_BACK, _BACK_A_PHASE, _UNKNOWING = 0.15, 0.1, 0.3
_SKIPPED_BUYING = 0.2
_PAID_LATER, _PAID_FOR_LOOKING = 0.1, 0.8
_GOT_IN = frozenset({"onboarding", "delivery"})
_UNUSED = 0.1
_AGAIN = _SKIPPED = 0.02
_SILENT = 0.3
_SPOKEN_OUT = 1.0
_BEGINS_INSIDE = 0.5
_START = {"awareness": 0.2, "consideration": 0.1, "onboarding": -0.4, "support": -0.1}
_START_LATE = -0.2


class Reading(Struct, frozen=True):
    """What a stage's name may mean, and how surely, from 0 to 1."""

    phases: tuple[str, ...]
    weight: float


Levels = tuple[tuple[Reading, ...], ...]
"""The readings of a name before the purchase, after it, for a customer, and inside a product, the likeliest first."""
LOOKING, HAS_BOUGHT, IS_CUSTOMER, INSIDE = range(4)


class _Way(NamedTuple):
    score: float
    last: str
    level: int
    phases: tuple[str, ...] = ()
    before: _Way | None = None

    @property
    def taken(self) -> tuple[tuple[str, ...], ...]:
        """What was read on the way, from its beginning; the beginning itself holds nothing."""
        found: list[tuple[str, ...]] = []
        way = self
        while way.before is not None:
            found.append(way.phases)
            way = way.before
        return tuple(reversed(found))


def best_way(names: Sequence[Levels]) -> tuple[tuple[str, ...], ...]:
    """One reading for each name, empty where it has none, so that the whole goes on as journeys do."""
    ways = [_Way(0.0, "", LOOKING), _Way(-_BEGINS_INSIDE, "", INSIDE)]
    for levels in names:
        onward: dict[tuple[str, int], _Way] = {}
        for way in ways:
            for step in _steps(way, levels[way.level]):
                known = onward.get((step.last, step.level))
                if known is None or step.score > known.score:
                    onward[step.last, step.level] = step
        ways = list(onward.values())
    return max(ways, key=lambda way: way.score).taken


def level_after(phases: Sequence[str], level: int = LOOKING) -> int:
    """Where these phases lead: who uses without having bought is inside a product, of which the journey tells."""
    for phase in phases:
        reached = ORDER[phase] if phase != "unclear" else -1
        if reached > CUSTOMER:
            level = IS_CUSTOMER if level in {HAS_BOUGHT, IS_CUSTOMER} else INSIDE
        elif reached >= BOUGHT:
            level = max(level % INSIDE, IS_CUSTOMER if reached == CUSTOMER else HAS_BOUGHT)
    return level


def _steps(way: _Way, readings: Sequence[Reading]) -> list[_Way]:
    silent = _Way(way.score + (_SILENT if readings else 0.0), way.last, way.level, (), way)
    steps = [_step(way, reading) for reading in readings]
    return steps if len(readings) == 1 and readings[0].weight >= _SPOKEN_OUT else [*steps, silent]


def _step(way: _Way, reading: Reading) -> _Way:
    score, last = way.score + reading.weight, way.last
    for phase in reading.phases:
        score -= _paid_later(way) if phase == "purchase" and _has_yet_to_pay(way) else _cost(last, phase, way.level)
        last = phase
    return _Way(score, last, level_after(reading.phases, way.level), reading.phases, way)


def _has_yet_to_pay(way: _Way) -> bool:
    """Whether a product has been used for several stages without being bought, or an account has just been opened."""
    if way.level != INSIDE or not way.last or way.before is None:
        return False
    return way.before.level == INSIDE or (way.last == "onboarding" and way.before.last in _UNTIL)


def _paid_later(way: _Way) -> float:
    """How unlike it is to pay for what was used: less so if somebody got in before, or the map began inside.

    Who sorts and compares in a shop, and was let into nothing, only looks round in it.
    """
    while way.before is not None:
        if _GOT_IN.intersection(way.phases):
            return _PAID_LATER
        way = way.before
    return _PAID_LATER if way.level == INSIDE else _PAID_FOR_LOOKING


def _cost(last: str, phase: str, level: int) -> float:
    """How unlike a journey it is that one phase follows another; only buying often takes several stages."""
    if not last:
        late = _START_LATE if ORDER[phase] > ORDER["support"] else 0.0
        return -_START.get(phase, late) if level == LOOKING else 0.0
    ahead = ORDER[phase] - ORDER[last]
    if ahead < 0 and phase == "awareness" and level in (HAS_BOUGHT, IS_CUSTOMER):
        return _BACK - _BACK_A_PHASE * ahead + _UNKNOWING
    if ahead < 0:
        return _EASY_BACK.get((last, phase), _BACK - _BACK_A_PHASE * ahead)
    if level == LOOKING and last in _UNTIL and ORDER[phase] > BOUGHT:
        return _SKIPPED_BUYING if ORDER[phase] > ORDER["use"] else _SKIPPED
    if phase == "retention" and ORDER[last] in (BOUGHT, CUSTOMER):
        return _UNUSED
    return 0.0 if ahead or level == HAS_BOUGHT or phase == "retention" else _AGAIN
