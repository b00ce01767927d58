"""Facts about a map whose label nobody knows, told by their value: a date, or what the map rests on."""

from __future__ import annotations

from cxaudit.dates import find_date
from cxaudit.pattern import pattern
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_EVIDENCE, _KINDS = "evidence-kinds", frozenset({"customers", "methods", "insiders", "assumptions"})
_SURENESS = 0.6
_MOST_WORDS_OF_A_LABEL, _MOST_WORDS_OF_A_DATE = 7, 5
_LONGEST_SPAN, _MOST_WORDS = 100, 25
_SENTENCE = pattern(r"[.!?]\s*$")


def told_by_value(label: str, value: str, vocabulary: Vocabulary) -> FieldMatch | None:
    """The field of a labelled value by what the value is; None where it does not tell, or the label is a sentence."""
    if not label or word_count(label) > _MOST_WORDS_OF_A_LABEL or _SENTENCE.search(label):
        return None
    if any(vocabulary.fields(label, kind) for kind in ("journey", "persona", "metrics")):
        return None
    if _is_date(value, vocabulary):
        return FieldMatch("other.reviewed", "fuzzy", _SURENESS)
    if word_count(value) <= _MOST_WORDS and _KINDS.intersection(vocabulary.words(_EVIDENCE).find_groups(value)):
        return FieldMatch("evidence", "fuzzy", _SURENESS)
    return None


def _is_date(value: str, vocabulary: Vocabulary) -> bool:
    """Whether a value is a date and nothing else; a year alone may be anything."""
    span = find_date(value, vocabulary) if word_count(value) <= _MOST_WORDS_OF_A_DATE else None
    return span is not None and (span.last - span.first).days <= _LONGEST_SPAN
