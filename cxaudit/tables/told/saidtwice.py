"""Labels that seem to say what another label of their table says already, and mean what stands next to it instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.tables.told.labelglosses import goes_on
from cxaudit.vocabulary import FieldMatch

_SURENESS = 0.6
_PERSONS = frozenset({"persona", "owner"})
_TIMES = frozenset({"", "duration", "other", "other.route"})


def told_apart(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels of a table from left to right, with the second of two that cannot mean the same.

    Beside a definition a second text on what happens tells what the customer does, if nothing else does. What they
    do right behind the content, where another lane says what they do at all, is the use of it, and so is "… and what
    for". Persons right of the improvements, where others answer for the stage, are those who carry them out; dates
    follow.
    """
    said = Counter(name for label in labels for name in set(label.fields))
    told: list[Label] = []
    before: set[str] = set()
    last = meant = ""
    for label in labels:
        meant = _meaning(label, last, meant, before, said)
        told.append(_named(label, meant))
        before.add(label.field)
        last = label.field
    return tuple(told)


def _meaning(label: Label, last: str, last_meant: str, before: Set[str], said: Mapping[str, int]) -> str:
    """What a label means instead; `last` is the field left of it and `last_meant` what that one meant instead.

    `before` are the fields of all labels left of it, `said` how many labels of the table may stand for each field.
    """
    field = label.field
    if field == "step_definition" and field in before and "activity" not in said:
        return "activity"
    if field == "activity" and last == "content" and said[field] > 1:
        return "content"
    if field == "goal" and last == "content" and goes_on(label.text):
        return "content"
    if field in _PERSONS and last == "opportunity" and "owner" in before:
        return "other.action_owner"
    if field in _TIMES and last_meant == "other.action_owner":
        return "other.due"
    return ""


def _named(label: Label, field: str) -> Label:
    return replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if field else label
