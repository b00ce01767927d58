"""The lane that says what each stage is: the text beside the stages' names whose own label nobody knows.

Stage          | What belongs here           | What she does
Signing up     | Tariff, term, bank details  | Types in her details
The first week | Plan, app, first four weeks | Does the induction
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

DEFINED = (FieldMatch("step_definition", "fuzzy", 0.6),)
_LEAST_STAGES, _LEAST_WORDS, _MOST_WORDS = 2, 3, 30
_UNSURE, _SHAKY = 0.75, frozenset({"duration", "other"})


def defined_beside(
    labels: Sequence[Label], beside: Label | None, texts: Iterable[str], vocabulary: Vocabulary
) -> tuple[Label, ...]:
    """The labels, the one `beside` the stages' names known for their definition, if nobody knows it.

    `texts` are what it says, one of each stage. It needs a lane of what the customer does beside it, which it else
    might be itself.
    """
    fields = {field for label in labels if label is not beside for field in label.fields}
    if beside is None or "step_definition" in fields or "activity" not in fields or not _unknown(beside):
        return tuple(labels)
    given = [text for text in texts if text.strip() and not vocabulary.placeholder(text)]
    if len(given) < _LEAST_STAGES or not _are_said(given):
        return tuple(labels)
    return tuple(replace(label, matches=DEFINED) if label is beside else label for label in labels)


def _unknown(label: Label) -> bool:
    return bool(label.text) and (not label.matches or (label.sureness < _UNSURE and label.field in _SHAKY))


def _are_said(texts: Sequence[str]) -> bool:
    """Whether texts are phrases or sentences, and no names, dates or numbers."""
    lengths = [word_count(text) for text in texts]
    phrases = sum(1 for n in lengths if _LEAST_WORDS <= n <= _MOST_WORDS)
    return phrases * 3 >= len(texts) * 2
