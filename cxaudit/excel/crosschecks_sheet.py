"""Sheet "Between the sheets": what one sheet of the client says and another one does not; it costs no points."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address
from cxaudit.excel.contents import Contents
from cxaudit.excel.look import CELL, LINK
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.tables import Column, write_table
from cxaudit.scorecard import CellInfo, CrossCheckInfo, Scorecard

NAME = "Between the sheets"
TOP = 5
_MORE_CELLS = 12
_LEAD = (
    "Where the client's sheets do not agree with each other. It costs no points; somebody should say which is right.",
)


def has_content(scorecard: Scorecard) -> bool:
    """Whether there is anything to show."""
    return bool(scorecard.cross_checks)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet: one row for each disagreement, with its first cell as a link."""
    pen = Pen(book.create_sheet(NAME))
    found = contents.scorecard.cross_checks
    open_sheet(pen, NAME, *_LEAD)
    write_table(pen, "CxCrossChecks", TOP, _COLUMNS, found)
    links = contents.links()
    column = next(number for number, one in enumerate(_COLUMNS, start=1) if one.title == "Cell")
    for row, one in enumerate(found, start=TOP + 1):
        for cell in one.cells[:1]:
            pen.link(row, column, cell.cell, links.to(cell.workbook, cell.sheet, cell.cell), LINK)
    pen.sheet.freeze_panes = address(TOP + 1, 2)
    set_page(pen.sheet, contents, header_row=TOP)
    return pen


def _first(one: CrossCheckInfo) -> CellInfo:
    return one.cells[0] if one.cells else CellInfo(workbook="", sheet="", cell="", text="")


def _more(one: CrossCheckInfo) -> str:
    others = [f"{cell.sheet}!{cell.cell}" for cell in one.cells[1:]]
    left = len(others) - _MORE_CELLS
    return ", ".join(others[:_MORE_CELLS]) + (f" and {left} more" if left > 0 else "")


_COLUMNS = (
    Column[CrossCheckInfo]("What is checked", 24, lambda one: one.title, replace(CELL, bold=True)),
    Column[CrossCheckInfo]("What does not agree", 44, lambda one: one.message),
    Column[CrossCheckInfo]("How to mend it", 40, lambda one: one.mend),
    Column[CrossCheckInfo]("Workbook", 20, lambda one: _first(one).workbook),
    Column[CrossCheckInfo]("Sheet", 16, lambda one: _first(one).sheet),
    Column[CrossCheckInfo]("Cell", 8, lambda one: _first(one).cell),
    Column[CrossCheckInfo]("More cells", 24, _more),
)
