"""What every part of the scorecard is made of: closed, frozen pieces, and the cell that a piece points to."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Piece(BaseModel):
    """A part of the scorecard: closed and frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class CellInfo(Piece):
    workbook: str
    sheet: str
    cell: str
    text: str


class SourceInfo(Piece):
    document: str
    title: str
    author: str
    section: str
