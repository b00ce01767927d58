"""A stage between two that are sure is what they are: nobody looks round between two stages of use."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import LOOKING, Stage
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_WORDS = "map-frames"
_FINDS, _REVIEWS, _SERVED, _PAYS = "finds", "reviews", "visit", "pays"
_NOTICED, _LOOKED, _BOUGHT = ("awareness",), ("consideration",), ("purchase",)
_BEGUN, _USED, _RECOMMENDS, _TROUBLE = ("onboarding",), ("use",), ("advocacy",), ("support",)
_LEAST_STAGES = 3


def by_neighbours(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those that do not fit between their neighbours with the phase that does."""
    if len(stages) < _LEAST_STAGES:
        return stages
    found = list(stages)
    for n, stage in enumerate(stages):
        phases = _fitting(n, found, vocabulary)
        if phases and phases != stage.phases and not _named_for_good(stage, vocabulary):
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
    return _served(index, stages, vocabulary)


def _first(own: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, ...]:
    """What sets somebody off before the beginning is a need, though it be a loss or a crisis."""
    lost = own == ("exit",) or (own == _TROUBLE and behind and (LOOKING | {_BEGUN[0]}).issuperset(behind))
    return _NOTICED if lost else ()


def _served(index: int, stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[str, ...]:
    """A service that is paid for next is what was bought; a review at the end recommends it or does not."""
    own, last = stages[index], index + 1 == len(stages)
    bought = any(_BOUGHT[0] in stage.phases for stage in stages[:index])
    if not bought:
        return ()
    if (
        own.phases == _TROUBLE
        and not last
        and _is(_SERVED, own, vocabulary)
        and _is(_PAYS, stages[index + 1], vocabulary)
    ):
        return _USED
    reviewed = last and own.phases == _USED and _BEGUN not in {stage.phases for stage in stages}
    return _RECOMMENDS if reviewed and _is(_REVIEWS, own, vocabulary) else ()


def _is(group: str, stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether a stage is named with nothing but a word of a group."""
    words, name = vocabulary.words(_WORDS), bare(stage.name.text)
    return words.is_whole(name) and group in words.find_groups(name)


def _named_for_good(stage: Stage, vocabulary: Vocabulary) -> bool:
    return vocabulary.phases_laid_down(stage.name.text)
