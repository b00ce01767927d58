"""The scorecard's account of a sheet cell by cell: labels with their fields, and what was not read."""

from __future__ import annotations

from cxaudit.pieces.piece import Piece


class LabelInfo(Piece, frozen=True, kw_only=True):
    """A label and the field that it was taken for; `match` is exact, synonym, fuzzy or mapping."""

    label: str
    cell: str
    field: str
    match: str
    confidence: float


class UnreadInfo(Piece, frozen=True, kw_only=True):
    """A cell that no reading explains, and why."""

    cell: str
    text: str
    reason: str
