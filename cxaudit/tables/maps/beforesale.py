"""Who has not bought yet is still looking: stages before the purchase of their map are no use of what is bought."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import LOOKING, Stage
from cxaudit.tables.maps.framewords import groups_of
from cxaudit.tables.maps.mapparts import phase_matches
from cxaudit.tables.maps.namedforgood import named_for_good
from cxaudit.vocabulary import Vocabulary

_ARRIVES, _GETS_IN, _FINANCES = "arrives", "gets_in", "finances"
_BOUGHT, _LOOKED, _NOTICED = ("purchase",), ("consideration",), ("awareness",)
_HAS_PRODUCT = frozenset({"onboarding", "use"})
_AFTERWARDS = frozenset({"onboarding", "use", "support", "retention", "advocacy", "exit"})
_LEAST_BEFORE = 2


def looking_until_sale(stages: tuple[Stage, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, those between the first look and the purchase as looking.

    Left alone where somebody gets the product first, signs in, uploads or works with it, and pays for it later.
    """
    told = [vocabulary.phases(stage.name.text) for stage in stages]
    groups = [groups_of(stage, vocabulary) for stage in stages]
    sale = next((n for n, names in enumerate(told) if names[:1] == _BOUGHT and _FINANCES not in groups[n]), 0)
    if sale < _LEAST_BEFORE or not LOOKING.issuperset(told[0]) or not LOOKING.issuperset(stages[0].phases):
        return stages
    if any(_has_it(stages[n], told[n], groups[n]) for n in range(1, sale + 1)):
        return stages
    first = next((n for n, names in enumerate(told) if _LOOKED[0] in names), sale)
    looked = tuple(
        _looked(stage, n > first, _FINANCES in groups[n], vocabulary) for n, stage in enumerate(stages[:sale])
    )
    return looked + from_sale(stages[sale:], told[sale], vocabulary)


def _has_it(stage: Stage, told: tuple[str, ...], groups: frozenset[str]) -> bool:
    """Whether a stage tells that somebody has the product already; who arrives or tries it has not."""
    if _LOOKED[0] in told:
        return False
    named = _HAS_PRODUCT.intersection(told) and _ARRIVES not in groups
    return _GETS_IN in groups or bool(named and _HAS_PRODUCT.intersection(stage.phases))


def _looked(stage: Stage, looking: bool, finances: bool, vocabulary: Vocabulary) -> Stage:
    """A stage before the sale; who is `looking` already discovers no need, and asks where to get the money from."""
    moved = (
        _AFTERWARDS.intersection(stage.phases)
        or (looking and stage.phases == _NOTICED)
        or (finances and _BOUGHT[0] in stage.phases)
    )
    return replace(stage, phases=_LOOKED) if moved and not named_for_good(stage, vocabulary) else stage


def from_sale(stages: Sequence[Stage], told: tuple[str, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The sale and what follows it, read anew where the sale was not seen before."""
    if _BOUGHT[0] in stages[0].phases or named_for_good(stages[0], vocabulary):
        return tuple(stages)
    bought = replace(stages[0], name=replace(stages[0].name, text=_BOUGHT[0]), fields={}, steps=())
    behind = phase_matches((bought, *stages[1:]), vocabulary)[1:]
    found = (replace(stage, phases=match.phases) for stage, match in zip(stages[1:], behind, strict=True))
    return (replace(stages[0], phases=told), *found)
