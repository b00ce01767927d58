"""Lanes that are named by the company's or product's own name: what it does is what "the system" does.

User action     | Starts a run | Pays
Zendrix does    | Draws a map  | Sends the bill     behind the scenes
What Zendrix observes | Place  | Card number        the data that it gets

Of a name that also feels or thinks the map tells as of a person, and so of one that does something where the map asks
what "she" sees and nowhere else what she does.

What Maira does | Types the address      what the customer does
What she sees   | A list of shops
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare

_ASKED = pattern(r"^(?:What|How)\s+([^\W\d_]\w{2,})\s+((?:\w+s|must|should|can|will)\b.*)$")
_OF_HER = pattern(r"^(?:What|How)\s+(?:she|he)\s", re.IGNORECASE)
_HER_DEEDS = pattern(r"^What\s+\S+\s+(?:does|did)$", re.IGNORECASE)
_NAMED = pattern(r"^([^\W\d_]\w{2,})(?:['’]s)?\s+(\w+)$")
_QUALITY = pattern(r"(?:al|ive|ous|able|ible|ile|ed|ing|ic|ary|ory|ful|less|ly|ent|ant|er|or|y)$")
_GLUED = pattern(r"[a-z0-9][A-Z]|[A-Z]{3}")
_OF_ANYBODY = ("backstage", "data_shared", "opportunity", "enabler", "other")
_OF_PERSONS = frozenset({"emotion", "thought", "goal"})
_DOES = "activity"
_SURE, _SURENESS = 0.85, 0.7
_UNSURE = 0.75


def with_products(labels: Sequence[Label], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, those that nobody knows and that say what a product does with what "the system" does."""
    asked = [_asked(label, vocabulary) for label in labels]
    persons = {_asked_about(label) for label in labels if not _OF_PERSONS.isdisjoint(label.fields)}
    hers = any(_OF_HER.match(label.text) for label in labels) and not any(_DOES in label.fields for label in labels)
    return tuple(
        _told(label, text, hers, vocabulary) if name and name not in persons else label
        for label, (name, text) in zip(labels, asked, strict=True)
    )


def _told(label: Label, text: str, hers: bool, vocabulary: Vocabulary) -> Label:
    if hers and _HER_DEEDS.match(label.text):
        return replace(label, matches=(FieldMatch(_DOES, "fuzzy", _SURENESS),))
    found = next((m for m in vocabulary.fields(text, "journey")[:1] if m.confidence >= _SURE), None)
    if found is None or found.field.split(".", maxsplit=1)[0] not in _OF_ANYBODY:
        return label
    return replace(label, matches=(FieldMatch(found.field, "fuzzy", _SURENESS),))


def _asked(label: Label, vocabulary: Vocabulary) -> tuple[str, str]:
    """The name in a label that nobody knows, and what the label says of it as said of a system; empty without one."""
    if label.matches and not (label.matches[0].match == "fuzzy" and label.sureness <= _UNSURE):
        return "", ""
    text = bare(label.text.split("\n", 1)[0]).strip()
    if found := _ASKED.match(text):
        return _named(found[1], f"what the system {found[2]}", lambda name: name[0].isupper(), vocabulary)
    if found := _NAMED.match(text):
        return _named(found[1], f"system {found[2]}", _may_be_a_name, vocabulary)
    return "", ""


def _named(name: str, said: str, fits: Callable[[str], bool], vocabulary: Vocabulary) -> tuple[str, str]:
    """The name and what is said, if it is the name of a thing that no heading speaks of."""
    return (name, said) if fits(name) and not vocabulary.speaks_of(name) else ("", "")


def _may_be_a_name(word: str) -> bool:
    """Whether a word before a deed is a name: capital letters inside tell, the ending of a quality tells against it."""
    return bool(_GLUED.search(word)) or (word[0].isupper() and not _QUALITY.search(word))


def _asked_about(label: Label) -> str:
    """The word in a label that stands where whom it asks about does: "What Zofia feels"."""
    found = _ASKED.match(label.text.strip())
    return found[1] if found else ""
