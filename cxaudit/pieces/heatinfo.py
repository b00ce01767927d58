"""The scorecard's two pictures of fullness: stages by aspect, and personas by data point."""

from __future__ import annotations

from cxaudit.pieces.piece import CellInfo, Piece


class HeatCell(Piece, frozen=True, kw_only=True):
    """How much of one aspect a stage says: `given` of `asked` steps (1 where the stage has none).

    `lane` is false where the map has no label for the aspect at all.
    """

    aspect: str
    given: int
    asked: int
    lane: bool


class HeatRow(Piece, frozen=True, kw_only=True):
    """One stage of a heat map; `after` says that it lies after the acquisition, `both` that it begins before it."""

    stage: str
    place: CellInfo
    phases: tuple[str, ...]
    after: bool
    both: bool = False
    cells: tuple[HeatCell, ...]


class HeatMapInfo(Piece, frozen=True, kw_only=True):
    """One map's stages by aspect; the scorecard's `maps` stand in the same order."""

    name: str
    place: CellInfo
    rows: tuple[HeatRow, ...]


class GridCell(Piece, frozen=True, kw_only=True):
    """What a persona says on one data point: how many things it gives, and whether its sheet asks for it."""

    data_point: str
    given: int
    asked: bool


class GridRow(Piece, frozen=True, kw_only=True):
    """One persona of the persona grid."""

    name: str
    place: CellInfo
    cells: tuple[GridCell, ...]
