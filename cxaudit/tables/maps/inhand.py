"""Maps of what somebody has already: who logs in first, or does the same again and again, neither looks nor buys."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import LOOKING, JourneyMap, Stage
from cxaudit.tables.maps.beforesale import named_otherwise
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_WORDS = "map-frames"
_LOGS_IN, _BEGINS, _AGAIN, _OF_TASKS = "logs_in", "lets_in", "again", "of_tasks"
_USED, _BEGUN = ("use",), "onboarding"
_MOVED = LOOKING | {"purchase", "delivery", "advocacy"}
_LEAST_STAGES = 3


def is_of_owners(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether the stages of a map are all what somebody does with what he has: it begins with a log-in to an account
    that exists, its title tells of what comes again, or each stage is a journey of its own.
    """
    stages = journey.stages
    if len(stages) < _LEAST_STAGES:
        return False
    return _logs_in_first(stages, vocabulary) or _are_tasks(stages, vocabulary) or _comes_again(journey, vocabulary)


def in_hand(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those of looking, buying and recommending as use; a log-in is use too, a beginning stays one."""
    first = _logs_in_first(stages, vocabulary)
    return tuple(_used(stage, _MOVED | ({_BEGUN, "retention"} if first else set()), vocabulary) for stage in stages)


def _used(stage: Stage, moved: frozenset[str], vocabulary: Vocabulary) -> Stage:
    if not moved.intersection(stage.phases) or named_otherwise(stage, vocabulary):
        return stage
    return replace(stage, phases=tuple(p for p in stage.phases if p not in moved) or _USED)


def _logs_in_first(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether a map begins with a log-in, and nobody is let in anew behind it."""
    if _LOGS_IN not in _groups(bare(stages[0].name.text), vocabulary):
        return False
    return not any(_BEGINS in _groups(stage.name.text, vocabulary) for stage in stages)


def _are_tasks(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether most stages are called journeys themselves: "Journey 2: Edit a plan"."""
    return sum(1 for s in stages if _OF_TASKS in _groups(s.name.text, vocabulary)) * 2 > len(stages)


def _comes_again(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether the title tells of what is done again and again, and no stage of looking or of a beginning."""
    told = {phase for stage in journey.stages for phase in vocabulary.phases(stage.name.text)}
    return _AGAIN in _groups(journey.title.text, vocabulary) and not (told & {"consideration", "purchase"})


def _groups(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary.words(_WORDS).find_groups(text))
