"""Pages of a product: a profile or settings are no set-up any more once the product is in use."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.model import Stage
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_WORDS, _SCREENS = "map-frames", "screens"
_BEGUN, _USED = ("onboarding",), ("use",)
_LEAST_USED = 2


def screens_in_use(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those named for nothing but such a page as use where several of use come before."""
    used, found = 0, []
    for stage in stages:
        page = used >= _LEAST_USED and stage.phases == _BEGUN and _is_screen(stage, vocabulary)
        found.append(replace(stage, phases=_USED) if page else stage)
        used += found[-1].phases == _USED
    return tuple(found)


def _is_screen(stage: Stage, vocabulary: Vocabulary) -> bool:
    words, name = vocabulary.words(_WORDS), bare(stage.name.text)
    whole = words.is_whole(name) and _SCREENS in words.find_groups(name)
    return whole and not vocabulary.phases_laid_down(stage.name.text)
