"""A programme of points and rewards is a product of its own: who joins it begins, who earns and redeems uses it."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.model import Stage
from cxaudit.tables.maps.framewords import groups_of
from cxaudit.tables.maps.namedforgood import named_for_good
from cxaudit.vocabulary import Vocabulary

_JOINS, _EARNS, _LAPSES = "joins", "earns", "lapses"
_BEGUN, _USED, _KEPT = ("onboarding",), ("use",), ("retention",)
_TOLD_OTHERWISE = frozenset({"support", "advocacy", "exit"})
_LEAST = 2


def is_programme(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> bool:
    """Whether somebody joins, and several stages behind are of points, tiers and rewards."""
    told = [groups_of(stage, vocabulary) for stage in stages]
    joined = next((n for n, groups in enumerate(told) if _JOINS in groups), len(stages))
    return sum(1 for groups in told[joined + 1 :] if _EARNS in groups) >= _LEAST


def in_programme(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages of a programme: joining begins, all until the last reward uses, points about to lapse keep."""
    told = [groups_of(stage, vocabulary) for stage in stages]
    joined = next(n for n, groups in enumerate(told) if _JOINS in groups)
    last = max(n for n, groups in enumerate(told) if _EARNS in groups)
    return tuple(
        _member(stage, told[n], n == joined, n <= last, vocabulary) if n >= joined else stage
        for n, stage in enumerate(stages)
    )


def _member(stage: Stage, groups: frozenset[str], joins: bool, earns: bool, vocabulary: Vocabulary) -> Stage:
    if named_for_good(stage, vocabulary):
        return stage
    if _LAPSES in groups:
        return replace(stage, phases=_KEPT)
    if joins:
        return replace(stage, phases=_BEGUN)
    otherwise = _EARNS not in groups and _TOLD_OTHERWISE.intersection(vocabulary.phases(stage.name.text))
    return replace(stage, phases=_USED) if earns and not otherwise else stage
