"""Lists of a sheet: a header row, one row a thing, and the Excel table around them that filters and sorts."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from openpyxl.worksheet.table import Table, TableStyleInfo

from cxaudit.addresses import column_letters
from cxaudit.excel.look import CELL, HEADER, Look
from cxaudit.excel.pen import Pen, Value, text_height
from cxaudit.grid import Area, area_address

T = TypeVar("T")
_LOWEST, _HIGHEST = 15.0, 300.0


class Column(Struct, Generic[T], frozen=True):
    """A column of a list: its heading, its width in characters, how a row fills it, and how that looks."""

    title: str
    width: float
    value: Callable[[T], Value]
    look: Look = CELL


def write_table(pen: Pen, name: str, top: int, columns: Sequence[Column[T]], rows: Iterable[T]) -> Area:
    """Writes the list from row `top` and column A as a named table; gives the area of the table.

    An Excel table has at least one row under its header, so an empty list gets an empty row.
    """
    numbers = [column.title for column in columns if column.look.align == "right"]
    write_header(pen, top, [(column.title, column.width) for column in columns], numbers)
    widths = [column.width for column in columns]
    row = top
    for row, item in enumerate(rows, start=top + 1):
        values = [column.value(item) for column in columns]
        for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            pen.put(row, number, value, column.look)
        pen.height(row, row_height(values, widths))
    area = Area(top, 1, max(top + 1, row), len(columns))
    name_table(pen, name, area, [column.title for column in columns])
    return area


def row_height(values: Sequence[Value], widths: Sequence[float]) -> float:
    """The height in points that a row needs to show its texts whole, within bounds."""
    texts = [(value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str) and value]
    needed = max((text_height(value, width, 9) for value, width in texts), default=0.0)
    return min(_HIGHEST, max(_LOWEST, needed))


def write_header(pen: Pen, row: int, titles: Sequence[tuple[str, float]], numbers: Collection[str] = ()) -> None:
    """A header row with the widths of its columns; titles over `numbers` stand to the right as they do."""
    for number, (title, width) in enumerate(titles, start=1):
        pen.put(row, number, title, replace(HEADER, align="right", indent=0) if title in numbers else HEADER)
        pen.sheet.column_dimensions[column_letters(number)].width = width
    pen.height(row, 28)


def name_table(pen: Pen, name: str, area: Area, titles: Sequence[str] = ()) -> None:
    """Makes an area a named Excel table with filter buttons; its look stays that of the cells.

    Where the header row cannot be read back from the sheet, `titles` say again what stands in it.
    """
    table = Table(displayName=name, name=name, ref=area_address(area))
    if titles:
        table._initialise_columns()  # type: ignore[attr-defined]
        for column, title in zip(table.tableColumns, titles, strict=True):
            column.name = title
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "In write-only mode", UserWarning)  # the titles are given
        pen.sheet.add_table(table)
