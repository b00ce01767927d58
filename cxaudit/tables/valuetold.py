"""Lanes whose label says nothing, told by what stands in them: a row of "phone, letter, app" is one of channels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.tables.unknownlabels import told_by_likeness
from cxaudit.vocabulary import FieldMatch, Vocabulary

_WORDS = "lane-values"
_LEAST_VALUES = 3
_LEAST_SHARE = 0.75
_MOST_WORDS = 6
_SURENESS = 0.6
_KNOWN_MEASURE = 0.9


def told_by_values(
    labels: Sequence[Label], values: Sequence[Iterable[str]], vocabulary: Vocabulary
) -> tuple[Label, ...]:
    """The labels of a table, those that nobody knows with what their words are like, else what their values speak of.

    `values` are the texts of each label's row or column; they tell only of a lane that the table lacks.
    """
    guessed = told_by_likeness(labels, vocabulary, "journey")
    taken = {field.split(".")[0] for label in guessed for field in label.fields}
    found: list[Label] = []
    for label, texts in zip(guessed, values, strict=True):
        field = "" if label.matches or not label.text else _field_of(texts, vocabulary)
        told = field and field not in taken
        taken |= {field} if told else set()
        found.append(replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if told else label)
    return tuple(found)


def _field_of(texts: Iterable[str], vocabulary: Vocabulary) -> str:
    """The field that most of the different texts speak of; empty where they are few, long, or of several kinds."""
    given = [text for text in dict.fromkeys(texts) if text.strip() and not vocabulary.placeholder(text)]
    if len(given) < _LEAST_VALUES:
        return ""
    fields = [_spoken_of(text, vocabulary) for text in given]
    best = max(dict.fromkeys(fields), key=fields.count)
    return best if fields.count(best) >= _LEAST_SHARE * len(given) else ""


def _spoken_of(text: str, vocabulary: Vocabulary) -> str:
    if len(text.split()) > _MOST_WORDS:
        return ""
    measure = vocabulary.metric(text)
    if measure.concept and measure.confidence >= _KNOWN_MEASURE:
        return "metric"
    kinds = vocabulary.words(_WORDS).find_groups(text)
    return kinds[0] if len(set(kinds)) == 1 else ""
