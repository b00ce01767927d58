"""Labels of a recognised table that no list has: they get the field whose headings use their words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import Vocabulary


def told_by_likeness(labels: Iterable[Label], vocabulary: Vocabulary, kind: str) -> tuple[Label, ...]:
    """The labels, those that nobody knows with the field that their words speak for; shown as a doubt."""
    known = tuple(labels)
    taken = frozenset(field for label in known for field in label.fields)
    return tuple(label if label.matches else _guessed(label, vocabulary, kind, taken) for label in known)


def _guessed(label: Label, vocabulary: Vocabulary, kind: str, taken: frozenset[str]) -> Label:
    match = vocabulary.likely(label.text, kind, taken) if label.text else None
    return replace(label, matches=(match,)) if match else label
