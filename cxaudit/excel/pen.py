"""Writing on a sheet: text as text, numbers as numbers, formulas only where a sheet says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from copy import copy
from weakref import WeakKeyDictionary

from msgspec import Struct, field
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.merge import MergedCellRange
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.addresses import address, column_letters
from cxaudit.excel.look import BODY, Look
from cxaudit.excel.safetext import formula_like, safe

# How a look is numbered in a workbook; openpyxl takes a millisecond to find that out.
_STYLES: WeakKeyDictionary[Workbook, dict[Look, StyleArray]] = WeakKeyDictionary()
Value = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None


class Pen(Struct):
    """A sheet, what was remarked while writing on it, and the results of its formulas by cell.

    Rows and columns count from 1.
    """

    sheet: Worksheet
    remarks: list[str] = field(default_factory=list)
    results: dict[str, float | str] = field(default_factory=dict)

    def put(self, row: int, column: int, value: Value, look: Look = BODY) -> Cell:
        """Writes a value; text is never anything but text."""
        cell = self._cell(row, column)
        if isinstance(value, str):
            self._text(cell, value, look)
        else:
            cell.value = value
            self._dress(cell, look)
        return cell

    def formula(self, row: int, column: int, formula: str, look: Look = BODY, shown: float | str | None = None) -> Cell:
        """Writes a formula of the tool's own (never one that holds client text), with the result that it has now."""
        cell = self._cell(row, column)
        cell.value = formula
        if shown is not None:
            self.results[cell.coordinate] = shown
        self._dress(cell, look)
        return cell

    def link(self, row: int, column: int, text: str, link: tuple[str, str] | None, look: Look) -> Cell:
        """Writes text that opens a place of another file; plain text where there is no link."""
        cell = self.put(row, column, text, look if link else replace(look, underline=False))
        if link:
            target, location = link
            cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target, location=location)
        return cell

    def merge(self, row: int, column: int, last_row: int, last_column: int, value: Value, look: Look = BODY) -> Cell:
        """Writes a value over a rectangle of cells."""
        cell = self.put(row, column, value, look)
        covered = MergedCellRange(self.sheet, f"{address(row, column)}:{address(last_row, last_column)}")
        # The sheet's own merge_cells works the edges out again for each side; here the whole range is dressed alike.
        self.sheet.merged_cells.add(covered)
        for place in covered.cells:
            if place != (row, column):
                hidden = self.sheet._cells[place] = MergedCell(self.sheet, *place)
                hidden._style = copy(cell._style)  # type: ignore[attr-defined]
        return cell

    def row(self, row: int, values: Iterable[Value], look: Look = BODY, first: int = 1) -> None:
        """Writes values side by side."""
        for column, value in enumerate(values, start=first):
            self.put(row, column, value, look)

    def widths(self, *widths: float) -> None:
        """Sets the widths of the first columns, in characters."""
        for column, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[column_letters(column)].width = width

    def height(self, row: int, points: float) -> None:
        self.sheet.row_dimensions[row].height = points

    def _text(self, cell: Cell, text: str, look: Look) -> None:
        made = safe(text)
        if made.remark:
            self.remarks.append(f"{self.sheet.title}!{cell.coordinate}: {made.remark}")
        # Set past openpyxl's own guess, which takes "=…" for a formula, "#N/A" for an error, and cuts in silence.
        cell._value = made.stored  # type: ignore[attr-defined]
        cell.data_type = "s"
        self._dress(cell, replace(look, quoted=True) if formula_like(text) else look)

    def _cell(self, row: int, column: int) -> Cell:
        cell = self.sheet.cell(row, column)
        if not isinstance(cell, Cell):
            raise TypeError(f"{cell.coordinate} lies inside a merged range")
        return cell

    def _dress(self, cell: Cell, look: Look) -> None:
        book = self.sheet.parent
        styles = _STYLES.setdefault(book, {}) if book is not None else {}
        known = styles.get(look)
        if known is None:
            look.on(cell)
            styles[look] = copy(cell._style)  # type: ignore[attr-defined]
        else:
            cell._style = copy(known)  # type: ignore[attr-defined]


def text_height(text: str, width: float, size: float = 10) -> float:
    """The height in points that a wrapped text needs in a width given in characters of 10-point type."""
    per_line = max(1.0, width * 11 / size)
    lines = sum(max(1, -(-len(line) // int(per_line))) for line in text.split("\n"))
    return lines * size * 1.36 + 4
