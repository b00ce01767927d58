"""The register of a scorecard file as a person sees it: read by key, and typed into."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.excel.register_sheet import KEY, NAME, TOP
from cxaudit.excel.safetext import safe, shown

Typed = str | int | float | datetime.date | None


def register(file: Path) -> dict[str, dict[str, Typed]]:
    """The rows by key, each by heading."""
    sheet = load_workbook(file)[NAME]
    titles = [cell.value for cell in sheet[TOP]]
    rows = [
        dict(zip(titles, map(_read, row), strict=True)) for row in sheet.iter_rows(min_row=TOP + 1, values_only=True)
    ]
    return {str(row[KEY]): row for row in rows if row[KEY]}


def type_in(file: Path, key: str, values: Mapping[str, Typed]) -> None:
    """Types values into a row, as Excel would store them; a heading that is not there becomes a new column."""
    book = load_workbook(file)
    sheet = book[NAME]
    row = next(cell.row for cell in _column(sheet, KEY) if shown(str(cell.value)) == key)
    for title, value in values.items():
        cell = sheet.cell(row, _place(sheet, title))
        cell.value = safe(value).stored if isinstance(value, str) else value
        if isinstance(value, str):
            cell.data_type = "s"
    book.save(file)


def _column(sheet: Worksheet, title: str) -> tuple:
    return next(cells for cells in sheet.iter_cols(min_row=TOP) if cells[0].value == title)


def _place(sheet: Worksheet, title: str) -> int:
    known = {cell.value: cell.column for cell in sheet[TOP] if cell.value}
    if title not in known:
        known[title] = sheet.max_column + 1
        sheet.cell(TOP, known[title]).value = title
    return known[title]


def _read(value: object) -> Typed:
    if isinstance(value, datetime.datetime):
        return value.date()
    return shown(value) if isinstance(value, str) else value  # type: ignore[return-value]
