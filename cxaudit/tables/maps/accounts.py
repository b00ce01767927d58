"""Who signs up for an account has begun, not bought: the purchase comes later, or what is used costs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import Stage
from cxaudit.tables.maps.framewords import FRAMES
from cxaudit.tables.maps.mapparts import doings, phase_matches
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_SIGNS_UP, _SOLD, _ENTERS, _CHECKED = "signs_up", "sold", "enters", "checked"
_BOUGHT, _BEGUN = "purchase", "onboarding"


def with_accounts(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages read anew where one of them is the opening of an account, which is where a product begins."""
    opened = [n for n, stage in enumerate(stages) if _opens_account(n, stage, stages, vocabulary)]
    if not opened:
        return stages
    begun = [
        replace(s, name=replace(s.name, text=_BEGUN), fields={}, steps=()) if n in opened else s
        for n, s in enumerate(stages)
    ]
    found = phase_matches(begun, vocabulary)
    return tuple(
        replace(s, phases=_begun(s.phases) if n in opened else _from_here(s, found[n].phases, vocabulary))
        for n, s in enumerate(stages)
    )


def _begun(phases: tuple[str, ...]) -> tuple[str, ...]:
    """The phases of a stage in which an account is opened, which may tell of finding it too."""
    return tuple(_BEGUN if phase == _BOUGHT else phase for phase in phases)


def _from_here(stage: Stage, phases: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a stage is beside the opening of an account; one that is named for a sale still sells."""
    sold = _BOUGHT in stage.phases and _BOUGHT in vocabulary.phases(stage.name.text)
    return stage.phases if sold else phases


def _opens_account(index: int, stage: Stage, stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether a stage is named for signing up, not for what is sold, and cells or neighbours tell of an account."""
    groups = vocabulary.words(FRAMES).find_groups(bare(stage.name.text))
    if _BOUGHT not in stage.phases or _SIGNS_UP not in groups or _SOLD in groups:
        return False
    if vocabulary.phases_laid_down(stage.name.text):
        return False
    behind = stages[index + 1 :]
    checked = behind and _CHECKED in vocabulary.words(FRAMES).find_groups(behind[0].name.text)
    return bool(checked) or _is_sold(behind, vocabulary) or _enters(stage, vocabulary)


def _is_sold(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether something is bought in a later stage, by its name."""
    return any(_BOUGHT in s.phases and _BOUGHT in vocabulary.phases(s.name.text) for s in stages)


def _enters(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether the cells of a stage tell of a password, a code, an account that somebody makes."""
    words = vocabulary.words(FRAMES)
    return any(words.find_in(_ENTERS, text) for text in doings(stage))
