"""Labels of personas that name what they like best, of a kind that no list has: they tell how they behave.

Preferred flavours | Cherry, lime
Favourite trails   | Flat ones by the river
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_WORDS = "preferences"
_SURENESS = 0.6
_MOST_WORDS = 5


def told_by_preference(labels: Iterable[Label], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, those that nobody knows and that name a preference as behaviour; asked when all else is told."""
    return tuple(_preferred(label, vocabulary) for label in labels)


def _preferred(label: Label, vocabulary: Vocabulary) -> Label:
    if label.matches or not 0 < word_count(label.text) <= _MOST_WORDS or not vocabulary.words(_WORDS).uses(label.text):
        return label
    return replace(label, matches=(FieldMatch("behaviour", "fuzzy", _SURENESS),))
