"""Sheets that people added to a scorecard: read from the earlier one and written into the next."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.earlier import EarlierScorecard, OwnCell, OwnSheet
from cxaudit.excel import (
    crosschecks_sheet,
    data_sheet,
    findings,
    heat_sheet,
    method_sheet,
    persona_sheet,
    reading_sheet,
    register_sheet,
    rules_sheet,
    scorecard_sheet,
    waivers_sheet,
    whatif,
)
from cxaudit.excel.look import BODY, DATE
from cxaudit.excel.pen import Pen
from cxaudit.excel.read_register import as_typed

_OURS = tuple(
    module.NAME
    for module in (
        scorecard_sheet,
        heat_sheet,
        persona_sheet,
        findings,
        crosschecks_sheet,
        waivers_sheet,
        register_sheet,
        whatif,
        rules_sheet,
        reading_sheet,
        method_sheet,
        data_sheet,
    )
)


def own_sheets(book: Workbook) -> tuple[OwnSheet, ...]:
    """The sheets of a scorecard that are not the tool's, with what stands in their cells."""
    return tuple(_read(sheet) for sheet in book.worksheets if sheet.title not in _OURS and not _moved(sheet))


def write_own_sheets(book: Workbook, earlier: EarlierScorecard | None) -> None:
    """Adds them behind the tool's sheets; values, formulas and widths, not charts or colours."""
    for own in earlier.own_sheets if earlier else ():
        pen = Pen(book.create_sheet(own.name))
        for letters, width in own.widths.items():
            pen.sheet.column_dimensions[letters].width = width
        for cell in own.cells:
            if cell.formula:
                pen.formula(cell.row, cell.column, str(cell.value))
            else:
                pen.put(cell.row, cell.column, cell.value, DATE if hasattr(cell.value, "isoformat") else BODY)


def _moved(sheet: Worksheet) -> bool:
    """Whether it is the tool's register under a name that someone gave it."""
    rows = sheet.iter_rows(max_row=register_sheet.TOP + 10, values_only=True)
    return any(register_sheet.KEY in row for row in rows)


def _read(sheet: Worksheet) -> OwnSheet:
    cells = tuple(
        OwnCell(cell.row, cell.column, as_typed(cell.value), cell.data_type == "f")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and cell.row and cell.column
    )
    widths = {letters: float(one.width) for letters, one in sheet.column_dimensions.items() if one.customWidth}
    return OwnSheet(sheet.title, cells, widths)
