"""The lane right behind the problems whose label nobody knows: where it holds phrases, it says what helps instead.

Snags             | Lights up
No price anywhere | The host rings back
Two forms         | All on one page
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_HELPS = (FieldMatch("enabler", "fuzzy", 0.6),)
_NAMES = frozenset({"owner", "channel", "persona"})
_MOST_WORDS_OF_A_NAME, _GUESSED = 4.5, 0.6
_LEAST_WORDS, _MOST_WORDS = 2.0, 12.0
_MOST_WORDS_OF_A_LABEL = 4
_DIFFERENT, _AS_FULL = 0.75, 0.5


def without_long_names(labels: Iterable[Label], values: Iterable[Iterable[str]]) -> tuple[Label, ...]:
    """The labels, a guess at owners, channels or personas given up where the cells hold whole phrases."""
    return tuple(
        replace(label, matches=()) if _guessed_name(label) and _words(texts) > _MOST_WORDS_OF_A_NAME else label
        for label, texts in zip(labels, values, strict=True)
    )


def with_what_helps(
    labels: Sequence[Label], values: Sequence[Iterable[str]], vocabulary: Vocabulary
) -> tuple[Label, ...]:
    """The labels, that behind the problems known for what helps if none else is, and its cells read like theirs."""
    if any("enabler" in label.fields for label in labels):
        return tuple(labels)
    given = [[t for t in texts if t.strip() and not vocabulary.placeholder(t)] for texts in values]
    places = enumerate(pairwise(labels), start=1)
    behind = next((n for n, (one, other) in places if one.field == "pain_point" and not other.matches), 0)
    if not behind or not _short(labels[behind]) or not _like(given[behind], given[behind - 1]):
        return tuple(labels)
    return tuple(replace(label, matches=_HELPS) if n == behind else label for n, label in enumerate(labels))


def _guessed_name(label: Label) -> bool:
    return label.field in _NAMES and label.matches[0].match == "fuzzy" and label.sureness <= _GUESSED


def _short(label: Label) -> bool:
    return 0 < word_count(label.text) <= _MOST_WORDS_OF_A_LABEL


def _like(texts: Sequence[str], problems: Sequence[str]) -> bool:
    """Whether texts are short phrases, nearly all different, and not much fewer than the problems."""
    if len(texts) < 3 or len(texts) < _AS_FULL * len(problems):
        return False
    different = len(set(texts)) >= _DIFFERENT * len(texts)
    worded = all(any(sign.isalpha() for sign in text) for text in texts)
    return different and worded and _LEAST_WORDS <= _words(texts) <= _MOST_WORDS


def _words(texts: Iterable[str]) -> float:
    given = [word_count(text) for text in texts if text.strip()]
    return sum(given) / len(given) if given else 0.0
