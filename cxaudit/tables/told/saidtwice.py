"""Labels that seem to say what another label of their table says already, and mean what stands next to it instead."""

from __future__ import annotations

from collections.abc import Sequence

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
    return tuple(_named(label, _meaning(n, labels)) for n, label in enumerate(labels))


def _meaning(index: int, labels: Sequence[Label]) -> str:
    field, before = labels[index].field, [label.field for label in labels[:index]]
    everywhere = {name for label in labels for name in label.fields}
    if field == "step_definition" and field in before and "activity" not in everywhere:
        return "activity"
    if field == "activity" and before[-1:] == ["content"] and _said_elsewhere(field, index, labels):
        return "content"
    if field == "goal" and before[-1:] == ["content"] and goes_on(labels[index].text):
        return "content"
    if field in _PERSONS and before[-1:] == ["opportunity"] and "owner" in before:
        return "other.action_owner"
    if field in _TIMES and index and _meaning(index - 1, labels) == "other.action_owner":
        return "other.due"
    return ""


def _said_elsewhere(field: str, index: int, labels: Sequence[Label]) -> bool:
    return any(field in label.fields for n, label in enumerate(labels) if n != index)


def _named(label: Label, field: str) -> Label:
    return replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if field else label
