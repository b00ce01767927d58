"""Labels of a recognised table that no list has: they get the field whose headings use their words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.likeness import AHEAD

_UNSURE, _FAR = 0.8, 6.0


def told_by_likeness(labels: Iterable[Label], vocabulary: Vocabulary, kind: str) -> tuple[Label, ...]:
    """The labels, those that nobody knows with the field that their words speak for; shown as a doubt.

    One that is known by a single word only gets another field where all of its words speak for that by far.
    """
    known = tuple(labels)
    taken = frozenset(field for label in known if not _unsure(label) for field in label.fields)
    return tuple(_guessed(label, vocabulary, kind, taken) for label in known)


def _unsure(label: Label) -> bool:
    return len(label.matches) == 1 and label.matches[0].match == "fuzzy" and label.sureness <= _UNSURE


def _guessed(label: Label, vocabulary: Vocabulary, kind: str, taken: frozenset[str]) -> Label:
    if not label.text or (label.matches and not _unsure(label)):
        return label
    match = vocabulary.likely(label.text, kind, taken, _FAR if label.matches else AHEAD)
    return replace(label, matches=(match,)) if match and match.field != label.field else label
