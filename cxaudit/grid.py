"""A sheet as text with addresses: what the tool knows of a workbook once the file is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct, field

from cxaudit.addresses import address


class Area(NamedTuple):
    """A rectangle of cells, counted from 1, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, other: Area) -> bool:
        """Whether all of the other lies in it."""
        down = self.top <= other.top and other.bottom <= self.bottom
        return down and self.left <= other.left and other.right <= self.right

    def overlaps(self, other: Area) -> bool:
        return not (
            self.bottom < other.top or other.bottom < self.top or self.right < other.left or other.right < self.left
        )


def area_address(area: Area) -> str:
    """The A1 address of an area: one cell as D14, several as A4:E4."""
    first, last = address(area.top, area.left), address(area.bottom, area.right)
    return first if first == last else f"{first}:{last}"


class Grid(Struct, frozen=True, dict=True):
    """One sheet: stripped text by row and column, both counted from 1 as Excel shows them.

    `rows[0]` is row 1 and its first value column A; rows may differ in length.
    `merged` are the merged ranges; only their top left cell holds text in `rows`.
    `notes` are remarks of the reader of the file on cells it could not take at face value
    (an error value, a formula without a stored result): A1 address to sentence.
    """

    workbook: str
    sheet: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    notes: dict[str, str] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """The text of a cell, empty where the sheet has none."""
        if 1 <= row <= len(self.rows):
            cells = self.rows[row - 1]
            if 1 <= column <= len(cells):
                return cells[column - 1]
        return ""

    def spread_text(self, row: int, column: int) -> str:
        """The text of a cell, where a merged range shows its one text in all of its cells."""
        own = self.text(row, column)
        if own:
            return own
        anchor = self.anchor(row, column)
        return self.text(*anchor)

    def spread_column(self, column: int, rows: Iterable[int]) -> list[str]:
        """The same of some rows of a column, which may be many."""
        return [self.spread_text(row, column) for row in rows] if self.merged else self.column(column, rows)

    def anchor_column(self, column: int, rows: Iterable[int]) -> list[str]:
        """The texts of the cells that `anchor` gives for some rows of a column."""
        if self.merged:
            return [self.text(*self.anchor(row, column)) for row in rows]
        return self.column(column, rows)

    def column(self, column: int, rows: Iterable[int]) -> list[str]:
        """The texts of the cells of some rows of a column."""
        index, held = column - 1, self.rows
        return [cells[index] if index < len(cells) else "" for cells in (held[row - 1] for row in rows)]

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text shown here: the corner of its merged range, else itself."""
        if not self.merged:
            return row, column
        area = self._merged_at.get((row, column))
        return (area.top, area.left) if area else (row, column)

    def merged_area(self, row: int, column: int) -> Area:
        """The merged range that a cell belongs to, else the cell alone."""
        return self._merged_at.get((row, column), Area(row, column, row, column))

    def cells(self) -> Iterator[tuple[int, int, str]]:
        """Every cell that holds text, by rows: row, column, text."""
        for row, values in enumerate(self.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value:
                    yield row, column, value

    @property
    def height(self) -> int:
        return len(self.rows)

    @cached_property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    @cached_property
    def filled(self) -> tuple[tuple[int, ...], ...]:
        """The columns, counted from 1, that hold text of their own, row by row; rows filled alike share one tuple."""
        whole: dict[int, tuple[int, ...]] = {}
        return tuple(
            tuple(column for column, text in enumerate(texts, start=1) if text)
            if "" in texts
            else whole.setdefault(len(texts), tuple(range(1, len(texts) + 1)))
            for texts in self.rows
        )

    @cached_property
    def _merged_at(self) -> dict[tuple[int, int], Area]:
        spots: dict[tuple[int, int], Area] = {}
        for area in self.merged:
            # A range over whole columns is a formatting habit; what lies below the data says nothing.
            for row in range(area.top, min(area.bottom, self.height) + 1):
                for column in range(area.left, min(area.right, self.width + 1) + 1):
                    spots.setdefault((row, column), area)
        return spots
