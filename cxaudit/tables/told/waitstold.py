"""A lane that is headed by waiting: how long it lasts where its cells tell times, else a problem.

Wait state | Days to weeks | 20 min at the desk      how long
Wait       | Long queue    | Nobody answers          a problem
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_WAITS, _LANES, _TIMES = "waits", "lanes", "times"
_LASTS, _HURTS = "duration", "pain_point"
_SURENESS = 0.75
_LEAST_CELLS, _MOST_WORDS = 2, 4


def with_waits(labels: Sequence[Label], held: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, one of waiting with what most of its cells tell."""
    return tuple(
        _told(label, texts, vocabulary) if label.fields in ((_LASTS,), (_HURTS,)) else label
        for label, texts in zip(labels, held, strict=True)
    )


def _told(label: Label, texts: Sequence[str], vocabulary: Vocabulary) -> Label:
    words = vocabulary.words(_WAITS)
    if word_count(label.text) > _MOST_WORDS or not words.find_in(_LANES, label.text):
        return label
    given = [text for text in texts if text.strip() and not vocabulary.placeholder(text)]
    if len(given) < _LEAST_CELLS:
        return label
    timed = sum(1 for text in given if words.find_in(_TIMES, text))
    field = _LASTS if timed * 2 >= len(given) else _HURTS
    return label if label.field == field else replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),))
