"""What comes after a trip, a visit or a purchase is recommending where it holds little but reviews and sharing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cxaudit.model import Stage
from cxaudit.together import Together
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_WORDS, _AFTERWARDS = "map-frames", "afterwards"
_SPEAKS, _SPEAKS_UP, _SHARES = "advocacy", "speaks_up", "shares"
_RECOMMENDS = ("advocacy",)
_OPEN = frozenset({"onboarding", "use", "support", "retention", "unclear"})
_LEAST = 2


def speaking_up(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those after the event that hold little else than reviews and sharing as advocacy."""
    return tuple(replace(s, phases=_RECOMMENDS) if _speaks(s, vocabulary) else s for s in stages)


def _speaks(stage: Stage, vocabulary: Vocabulary) -> bool:
    if not _OPEN.issuperset(stage.phases) or vocabulary.phases_laid_down(stage.name.text):
        return False
    if vocabulary.words(_WORDS).opening(bare(stage.name.text))[1] != _AFTERWARDS:
        return False
    if vocabulary.phase_told(_texts(stage, ("activity",))) == _RECOMMENDS[0]:
        return True
    texts = set(_texts(stage))
    spoken = sum(1 for text in texts if _tells(text, vocabulary))
    return spoken >= _LEAST and spoken * 2 >= len(texts)


def _tells(text: str, vocabulary: Vocabulary) -> bool:
    by_list = vocabulary.words(_SPEAKS).find_groups(text)
    return by_list[:1] == (_SPEAKS_UP,) or _SHARES in vocabulary.words(_WORDS).find_groups(text)


def _texts(stage: Stage, fields: tuple[str, ...] = ()) -> Iterator[str]:
    layers = Together((stage.fields, *(step.fields for step in stage.steps)))
    return (entry.text for name in fields or layers.names for entry in layers.each(name) if entry.given)
