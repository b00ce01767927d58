"""Who visits a page and is let into nothing is looking round, whatever the parts of the page are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec.structs import replace

from cxaudit.model import JourneyMap, Stage
from cxaudit.tables.maps.beforesale import from_sale
from cxaudit.tables.maps.framewords import FRAMES, groups_in
from cxaudit.tables.maps.namedforgood import named_for_good
from cxaudit.together import Together
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_VISITOR, _PROSPECT, _PAGE = "visitor", "prospect", "on_page"
_PART, _TOPIC, _LET_IN, _ASKS = "page_part", "page_topic", "let_in", "asks"
_PARTS, _KEPT = frozenset({_PART, _TOPIC}), frozenset({"delivery", "retention"})
_BOUGHT, _LOOKED, _NOTICED = ("purchase",), ("consideration",), ("awareness",)
_STAYS = frozenset({"consideration", "advocacy", "exit"})
_TROUBLE = "support"
_ARRIVES = frozenset({"consideration", "purchase", "onboarding", "use", "unclear"})
_LEAST_STAGES, _MOST_STAGES, _LEAST_PARTS, _MOST_ASKED = 3, 40, 2, 60


def is_of_visitors(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether a map tells of visitors, or its stages are named as the parts of a page, and none lets anybody in."""
    named = [groups_in(stage.name.text, vocabulary) for stage in journey.stages]
    if not _LEAST_STAGES <= len(named) <= _MOST_STAGES or any(_LET_IN in groups for groups in named):
        return False
    told = [vocabulary.phases(stage.name.text) for stage in journey.stages]
    if any(_KEPT.intersection(names) for names in takewhile(lambda names: names[:1] != _BOUGHT, told)):
        return False
    return _are_parts(named) or _tells_of_visitors(journey, vocabulary)


def _are_parts(named: Sequence[frozenset[str]]) -> bool:
    """Whether several stages are named as the parts of a page, and one by a word for nothing else."""
    parts = sum(1 for groups in named if _PARTS & groups)
    return any(_PART in groups for groups in named) and parts >= _LEAST_PARTS and parts * 3 >= len(named)


def _tells_of_visitors(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether somebody who may become a customer is spoken of; a visitor of a page, not of a museum or a doctor."""
    headings = (journey.title.text, journey.header.sheet, *(lane.label for lane in journey.lanes))
    said = (headings, *((stage.name.text, *islice(_said(stage), _MOST_ASKED)) for stage in journey.stages))
    told = [frozenset(group for text in texts for group in groups_in(text, vocabulary)) for texts in said]
    pages = sum(1 for groups in told if _PAGE in groups)
    return any(_PROSPECT in groups or (_VISITOR in groups and pages >= _LEAST_PARTS) for groups in told)


def visiting(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages of a visit: who comes notices, and looks round until the purchase, or until asking for more."""
    told = [vocabulary.phases(stage.name.text) for stage in stages]
    sale = next((n for n, stage in enumerate(stages) if n and _closes(stage, told[n], n, vocabulary)), len(stages))
    before = tuple(_looked(stage, n, told[n], vocabulary) for n, stage in enumerate(stages[:sale]))
    return before + (from_sale(stages[sale:], _BOUGHT, vocabulary) if sale < len(stages) else ())


def _closes(stage: Stage, told: tuple[str, ...], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a stage is named for a purchase, or for nothing but what a visitor is to do in the end."""
    groups, name = groups_in(stage.name.text, vocabulary), bare(stage.name.text)
    asks = index > 1 and _ASKS in groups and vocabulary.words(FRAMES).is_whole(name)
    return asks or (told[:1] == _BOUGHT and not _PARTS & groups)


def _looked(stage: Stage, index: int, told: tuple[str, ...], vocabulary: Vocabulary) -> Stage:
    """A stage before the sale; one that is named for trouble keeps it, but for the part of a page that tells of it."""
    part = _PARTS & groups_in(stage.name.text, vocabulary)
    if (_TROUBLE in told and not part) or named_for_good(stage, vocabulary):
        return stage
    if not index:
        return replace(stage, phases=_NOTICED) if _ARRIVES.issuperset(stage.phases) else stage
    return stage if _STAYS.intersection(stage.phases) and not part else replace(stage, phases=_LOOKED)


def _said(stage: Stage) -> Iterator[str]:
    layers = Together((stage.fields, *(step.fields for step in stage.steps)))
    return (entry.text for name in layers.names for entry in layers.each(name) if entry.given)
