"""Whether a table with stages tells of customers, or of a project, a release or a pipeline that has phases too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxaudit.model import LOOKING
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

_OWN = frozenset({"touchpoint", "emotion", "thought", "moment"})
_SHARED = _OWN | {"pain_point", "goal", "activity", "channel"}
_DUE = "other.due"
_TITLES = frozenset({"journey", "touchpoints"})
_MOST_WORDS = 8
_SURE = 0.8
_LEAST_PHASES, _PHASES_OF_A_RELATION = 3, 4
_LAST = frozenset({"retention", "advocacy"})


def surely_named(labels: Iterable[Label]) -> frozenset[str]:
    """The fields of the labels that leave little doubt; a word inside a text may be there by chance."""
    return frozenset(field for label in labels if label.sureness >= _SURE for field in label.fields)


def tells_of_customers(
    fields: Iterable[str], names: Sequence[str], kinds: Sequence[str], vocabulary: Vocabulary, led: bool = False
) -> bool:
    """Whether lanes and stage names are a customer's, where no title of the sheet says so.

    Plans have phases, actions, goals and owners as well. Touchpoints, feelings and thoughts are a customer's
    alone; with problems only, the names of the stages must tell of the relation with the company. Names that tell
    of it from the first notice to the return need nothing else where the table is `led` by them and sets no dates.
    """
    fields = frozenset(fields)
    lanes = {field.split(".")[0] for field in fields}
    several = len(lanes & _SHARED) >= 2
    if _TITLES.intersection(kinds) or (lanes & _OWN and several):
        return True
    if (lanes & _OWN or ("pain_point" in lanes and several)) and names_tell(names, vocabulary):
        return True
    return led and _DUE not in fields and _tell_all(names, vocabulary)


def names_tell(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether half of the names or more tell phases by their own words, and several; long sentences are no names."""
    phases = _told(names, vocabulary)
    return len(phases) * 2 >= len(names) and len(set(phases)) >= min(_LEAST_PHASES, max(2, len(names)))


def _tell_all(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether nearly all names tell phases, from before the purchase to retention or advocacy: no project has those."""
    phases = _told(names, vocabulary)
    several = len(set(phases)) >= _PHASES_OF_A_RELATION and len(phases) * 4 >= len(names) * 3
    return several and bool(LOOKING.intersection(phases)) and bool(_LAST.intersection(phases))


def _told(names: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The phases that the names tell by their own words."""
    short = [name for name in names if word_count(name) <= _MOST_WORDS]
    return [phase for name in short for phase in vocabulary.phases(name)[:1] if phase != "unclear"]
