"""A map that sets out inside a product, signed in and before its screens, is read as work there from its beginning."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from cxaudit.model import Stage
from cxaudit.tables.maps.framewords import FRAMES
from cxaudit.tables.maps.mapparts import doings, phase_matches
from cxaudit.vocabulary import Vocabulary

_SCREEN, _OUTSIDE = "on_screen", "outside"
_BOUGHT, _BEGUN = "purchase", "onboarding"
_LEAST_STAGES, _MOST_ASKED = 3, 20


def from_within(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages read anew where the first of them is at a dashboard or a menu, and none is of a sale."""
    if len(stages) < _LEAST_STAGES or _BEGUN in stages[0].phases or not _is_inside(stages[0], vocabulary):
        return stages
    if any(_BOUGHT in vocabulary.phases(stage.name.text) and _BOUGHT in stage.phases for stage in stages):
        return stages
    inside = replace(stages[0], name=replace(stages[0].name, text=_BEGUN), fields={}, steps=())
    found = phase_matches((inside, *stages), vocabulary)[1:]
    return tuple(replace(stage, phases=match.phases) for stage, match in zip(stages, found, strict=True))


def _is_inside(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether the cells of a stage tell of screens behind a log-in, and nothing of how somebody comes to a product."""
    words = vocabulary.words(FRAMES)
    groups = {group for text in islice(doings(stage), _MOST_ASKED) for group in words.find_groups(text)}
    return _SCREEN in groups and _OUTSIDE not in groups
