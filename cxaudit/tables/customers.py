"""Whether a table with stages tells of customers, or of a project, a release or a pipeline that has phases too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import Vocabulary

_OWN = frozenset({"touchpoint", "emotion", "thought", "moment"})
_SHARED = _OWN | {"pain_point", "goal", "activity", "channel"}
_TITLES = frozenset({"journey", "touchpoints"})
_MOST_WORDS = 8
_SURE = 0.8
_LEAST_PHASES = 3


def surely_named(labels: Iterable[Label]) -> frozenset[str]:
    """The fields of the labels that leave little doubt; a word inside a text may be there by chance."""
    return frozenset(field for label in labels if label.sureness >= _SURE for field in label.fields)


def tells_of_customers(
    fields: Iterable[str], names: Sequence[str], kinds: Sequence[str], vocabulary: Vocabulary
) -> bool:
    """Whether lanes and stage names are a customer's, where no title of the sheet says so.

    Plans have phases, actions, goals and owners as well. Touchpoints, feelings and thoughts are a customer's
    alone; with problems only, the names of the stages must tell of the relation with the company.
    """
    if _TITLES.intersection(kinds):
        return True
    lanes = {field.split(".")[0] for field in fields}
    several = len(lanes & _SHARED) >= 2
    if lanes & _OWN and several:
        return True
    return bool(lanes & _OWN or ("pain_point" in lanes and several)) and _tell(names, vocabulary)


def _tell(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether half of the names or more tell phases by their own words, and several; long sentences are no names."""
    short = [name for name in names if len(name.split()) <= _MOST_WORDS]
    phases = [phase for name in short for phase in vocabulary.phases(name)[:1] if phase != "unclear"]
    return len(phases) * 2 >= len(names) and len(set(phases)) >= min(_LEAST_PHASES, max(2, len(names)))
