"""Lanes of a blueprint whose brackets say more than their name: on which side they stand, or whose deeds they hold.

Frontstage (user actions)  | what the customer does, though it is seen on the stage
Employee actions (visible) | what the customer meets
Actions (backstage)        | what the customer does not see
Evidence (what they see)   | what the customer meets, and no research
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, hints

_LANES, _FRONT, _BACK, _COMPANY = "blueprint-lanes", "front", "back", "company"
_ACTORS = ("viewpoint-customer", "actors")
_DOES, _MEETS, _UNSEEN = "activity", "touchpoint", "backstage"
_SURENESS = 0.85
_SIDE = pattern(r"^([^:：–—]{2,30}?)\s*[:：–—]\s*(\S.*)$")


def on_their_side(labels: Iterable[Label], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, those whose brackets tell another lane of a blueprint than their name does with that lane."""
    return tuple(_told(label, vocabulary) for label in labels)


def _told(label: Label, vocabulary: Vocabulary) -> Label:
    name, said = _parted(label.text)
    field = _field(label, name, said, vocabulary) if said else ""
    return replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if field else label


def _parted(text: str) -> tuple[str, str]:
    """The name of a lane and what its brackets say, or what stands behind a colon; empty where nothing does."""
    line = text.split("\n", 1)[0]
    if said := hints(line):
        return bare(line), said[0]
    parts = _SIDE.match(line)
    return (parts.group(1), parts.group(2)) if parts else ("", "")


def _field(label: Label, name: str, said: str, vocabulary: Vocabulary) -> str:
    """The lane that the brackets tell; empty where they tell none, or the name already does."""
    words, actors = vocabulary.words(_LANES), vocabulary.words(_ACTORS[0])
    if words.is_whole(name) and words.find_in(_FRONT, name):
        acts = vocabulary.fields(said, "journey")[:1]
        customers = bool(actors.find_in(_ACTORS[1], said)) and not words.find_in(_COMPANY, said)
        return _DOES if customers and acts and acts[0].field == _DOES else ""
    if label.fields == ("evidence",):
        met = vocabulary.fields(said, "journey")[:1]
        return _MEETS if met and met[0].field == _MEETS else ""
    if not words.is_whole(said) or actors.find_in(_ACTORS[1], name):
        return ""
    return _of_staff(label, words.find_in(_FRONT, said), words.find_in(_BACK, said))


def _of_staff(label: Label, front: Iterable[str], back: Iterable[str]) -> str:
    """The side on which deeds stand that are not said to be the customer's."""
    if label.fields == (_UNSEEN,) and front:
        return _MEETS
    return _UNSEEN if label.fields == (_DOES,) and back else ""
