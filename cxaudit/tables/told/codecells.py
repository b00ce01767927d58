"""Lanes that hold nothing but codes say nothing that could be read, whatever their heading says.

Pain point    | Design response   | Requirements
Long queue    | Ticket by phone   | FR-005, FR-076
No price      | Price on the door | FR-031 to FR-035
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label

_IN_WORDS = frozenset({"opportunity", "enabler", "goal", "need", "activity", "content", "step_definition", "backstage"})
_CODE = r"(?:[A-Z]{1,6}[-_.]?\d{1,5}[a-z]?(?:\.\d+)*|[A-Z]{2,6}-[A-Z]{1,4}-\d{1,5}|#\d+)"
_CODES = pattern(rf"^\s*\[?{_CODE}\]?(?:\s*(?:[,;/+&\n–-]|to|and)\s*\[?{_CODE}\]?)*\s*$")
_LEAST_CELLS = 2


def without_codes(labels: Sequence[Label], held: Sequence[Sequence[str]]) -> tuple[Label, ...]:
    """The labels; one that no list has as a field's own name, over codes where words are due, is not understood."""
    return tuple(
        replace(label, matches=()) if _due_in_words(label) and _are_codes(texts) else label
        for label, texts in zip(labels, held, strict=True)
    )


def _due_in_words(label: Label) -> bool:
    return bool(_IN_WORDS.intersection(label.fields)) and all(match.match != "exact" for match in label.matches)


def _are_codes(texts: Sequence[str]) -> bool:
    given = [text for text in texts if any(map(str.isalnum, text))]
    return len(given) >= _LEAST_CELLS and all(_CODES.match(text) for text in given)
