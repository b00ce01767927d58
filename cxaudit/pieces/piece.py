"""What every part of the scorecard is made of: closed, frozen pieces, and the cell that a piece points to."""

from __future__ import annotations

from msgspec import Struct


class Piece(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a document: closed and frozen."""


class CellInfo(Piece, frozen=True, kw_only=True):
    workbook: str
    sheet: str
    cell: str
    text: str


class SourceInfo(Piece, frozen=True, kw_only=True):
    document: str
    title: str
    author: str
    section: str
