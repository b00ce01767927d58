"""Lanes that are called good or bad and no more: where their cells name feelings, they are lanes of these.

Emotions |                   |                feelings, where no other lane holds them
Positive | Curious, hopeful  | Relieved
Negative | Torn              | Worried, lost
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, word_count

_HEADS = "lane-heads"
_JUDGED, _FEELS = frozenset({"enabler", "pain_point"}), "emotion"
_LEAST_CELLS, _MOST_WORDS = 2, 8
_SURENESS = 0.7


def told_by_feelings(
    labels: Sequence[Label], held: Sequence[Sequence[str]], vocabulary: Vocabulary, feels: Callable[[str], bool]
) -> tuple[Label, ...]:
    """The labels, the good and the bad ones as those of feelings where most of their cells are; `feels` tells one."""
    filled = (label.fields for label, texts in zip(labels, held, strict=True) if any(text.strip() for text in texts))
    if any(_FEELS in fields for fields in filled):
        return tuple(labels)
    words = vocabulary.words(_HEADS)
    emotion = (FieldMatch(_FEELS, "fuzzy", _SURENESS),)
    return tuple(
        replace(label, matches=emotion)
        if _JUDGED.issuperset(label.fields) and words.is_whole(bare(label.text)) and _felt(texts, feels)
        else label
        for label, texts in zip(labels, held, strict=True)
    )


def _felt(texts: Sequence[str], feels: Callable[[str], bool]) -> bool:
    given = [text for text in texts if text.strip()]
    felt = sum(1 for text in given if word_count(text) <= _MOST_WORDS and feels(text))
    return len(given) >= _LEAST_CELLS and felt * 3 >= len(given) * 2
