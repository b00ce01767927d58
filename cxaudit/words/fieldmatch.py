"""A field that a label may stand for, and how surely."""

from __future__ import annotations

from msgspec import Struct


class FieldMatch(Struct, frozen=True):
    """A field that a label may stand for; `match` is exact, synonym or fuzzy, `confidence` from 0 to 1."""

    field: str
    match: str
    confidence: float
