"""A stage between two that are sure is what they are: nobody looks round between two stages of use."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import LOOKING, Stage
from cxaudit.tables.maps.framewords import FRAMES
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_FINDS = "finds"
_NOTICED, _LOOKED = ("awareness",), ("consideration",)
_BEGUN, _USED, _TROUBLE = ("onboarding",), ("use",), ("support",)
_LEAST_STAGES = 3


def by_neighbours(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those that do not fit between their neighbours with the phase that does."""
    if len(stages) < _LEAST_STAGES:
        return stages
    found = list(stages)
    for n, stage in enumerate(stages):
        phases = _fitting(n, found, vocabulary)
        if phases and not vocabulary.phases_laid_down(stage.name.text):
            found[n] = replace(stage, phases=phases)
    return tuple(found)


def _fitting(index: int, stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The phase that a stage must have where it stands; empty where its neighbours do not tell."""
    own = stages[index].phases
    behind = stages[index + 1].phases if index + 1 < len(stages) else ()
    if not index:
        return _first(own, behind)
    before = stages[index - 1].phases
    if own == _USED and before == behind == _BEGUN:
        return _BEGUN
    if own == _LOOKED and before == behind == _USED:
        return _USED
    if own == _NOTICED and before == _NOTICED and behind == _LOOKED and _is(_FINDS, stages[index], vocabulary):
        return _LOOKED
    return ()


def _first(own: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, ...]:
    """What sets somebody off before the beginning is a need, though it be a loss or a crisis."""
    lost = own == ("exit",) or (own == _TROUBLE and behind and (LOOKING | {_BEGUN[0]}).issuperset(behind))
    return _NOTICED if lost else ()


def _is(group: str, stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether a stage is named with nothing but a word of a group."""
    words, name = vocabulary.words(FRAMES), bare(stage.name.text)
    return words.is_whole(name) and group in words.find_groups(name)
