"""Writing a sheet of any length from the top down: rows that the pen has left behind are on disk, not in memory."""

from __future__ import annotations

from msgspec import field
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell

from cxaudit.excel.pen import Pen

_BEHIND = 8
"""Rows that stay in memory, so that the widths of columns may be set after the first headings were written."""
_REMARKS = 100


class Ribbon(Pen):
    """A pen for a sheet of a write-only workbook; rows are written downwards, and `end` writes the last of them.

    Of the remarks only the first hundred are kept; `more` counts the others.
    """

    more: int = 0
    _rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    _written: int = 0

    def height(self, row: int, points: float) -> None:
        if row > self._written:
            super().height(row, points)

    def end(self) -> None:
        """Writes what is still in memory; nothing can be put on the sheet after it."""
        self._write_through(max(self._rows, default=0))

    def _cell(self, row: int, column: int) -> Cell:
        if row <= self._written:
            raise ValueError(f"row {row} of {self.sheet.title} is written already")
        line = self._rows.setdefault(row, {})
        if column not in line:
            cell = WriteOnlyCell(self.sheet)
            cell.row, cell.column = row, column
            line[column] = cell
            self._write_through(row - _BEHIND)
        return line[column]

    def _write_through(self, last: int) -> None:
        for row in range(self._written + 1, last + 1):
            line = self._rows.pop(row, {})
            self.sheet.append([line.get(column) for column in range(1, max(line, default=0) + 1)])
            self.sheet.row_dimensions.pop(row, None)
            self._written = row
        self.more += max(0, len(self.remarks) - _REMARKS)
        del self.remarks[_REMARKS:]
