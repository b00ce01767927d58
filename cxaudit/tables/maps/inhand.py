"""Maps of what somebody has already: who logs in first, or works through a project, neither looks round nor buys."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import LOOKING, Stage
from cxaudit.tables.maps.framewords import groups_of
from cxaudit.tables.maps.namedforgood import named_for_good
from cxaudit.vocabulary import Vocabulary

_LOGS_IN, _LETS_IN, _PAYS, _PROCESS = "logs_in", "lets_in", "pays", "process"
_USED = ("use",)
_MOVED = LOOKING | {"purchase", "delivery", "onboarding", "advocacy", "unclear"}
_AT_WORK, _LOGGED_IN = _MOVED | {"exit"}, _MOVED | {"retention"}
_LEAST_STAGES = 3


def logs_in_first(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether a map begins with a log-in to an account that exists: nobody is let in anew behind it, or pays."""
    told = [groups_of(stage, vocabulary) for stage in stages]
    otherwise = any(groups & {_LETS_IN, _PAYS} for groups in told)
    return len(told) >= _LEAST_STAGES and _LOGS_IN in told[0] and not otherwise


def is_process(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether several stages are those in which an organisation works: a sprint, a charter, a triage."""
    return sum(1 for stage in stages if _PROCESS in groups_of(stage, vocabulary)) >= _LEAST_STAGES


def in_hand(stages: Sequence[Stage], logged_in: bool, vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those of looking, buying and beginning as use; a project closes, and who logs in comes back."""
    moved = _LOGGED_IN if logged_in else _AT_WORK
    return tuple(_used(stage, moved, vocabulary) for stage in stages)


def _used(stage: Stage, moved: frozenset[str], vocabulary: Vocabulary) -> Stage:
    if not moved.intersection(stage.phases) or named_for_good(stage, vocabulary):
        return stage
    return replace(stage, phases=tuple(phase for phase in stage.phases if phase not in moved) or _USED)
