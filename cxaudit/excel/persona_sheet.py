"""Sheet "Persona grid": each persona by data point."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address, column_letters
from cxaudit.excel.contents import Contents, field_title, shown_score
from cxaudit.excel.legend import FULL, NO_LABEL, NONE
from cxaudit.excel.look import BODY, CELL, HEADER, LINK, NUMBER, QUIET, Look
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen, text_height
from cxaudit.pieces.heatinfo import GridCell, GridRow

NAME = "Persona grid"
_LEAD = ("What each persona says: a number is how many things it gives on the data point.",)
_HEADER, _FIRST = 5, 4


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    open_sheet(pen, NAME, *_LEAD)
    set_page(pen.sheet, contents, header_row=_HEADER)
    grid = contents.scorecard.persona_grid
    if not grid:
        pen.put(_HEADER, 1, "No persona was supplied.", BODY)
        return pen
    pen.put(3, 1, 'A number: given. "none": asked for and left empty. "–": the sheet does not ask for it.', QUIET_LINE)
    _write_header(pen, [cell.data_point for cell in grid[0].cells])
    links = contents.links()
    scores = {(p.name, p.workbook, p.sheet, p.cell): p.score for p in contents.scorecard.personas}
    for row, persona in enumerate(grid, start=_HEADER + 1):
        place = persona.place
        pen.height(row, max(22.0, text_height(persona.name, 26, 9)))
        pen.link(row, 1, persona.name, links.to(place.workbook, place.sheet, place.cell), _NAME)
        score = scores.get((persona.name, place.workbook, place.sheet, place.cell))
        pen.put(row, 2, shown_score(score), replace(NUMBER, vertical="center"))
        pen.put(row, 3, _given(persona), replace(CELL, vertical="center"))
        for column, cell in enumerate(persona.cells, start=_FIRST):
            said, look = _said(cell)
            pen.put(row, column, said, look)
    pen.sheet.freeze_panes = address(_HEADER + 1, _FIRST)
    return pen


QUIET_LINE = replace(QUIET, wrap=False)
_NAME = replace(LINK, vertical="center", bold=True)


def _write_header(pen: Pen, points: list[str]) -> None:
    pen.row(_HEADER, ("Persona", "Score", "Given"), HEADER)
    for column, point in enumerate(points, start=_FIRST):
        pen.put(_HEADER, column, field_title(point), replace(HEADER, align="center", size=8, indent=0))
        pen.sheet.column_dimensions[column_letters(column)].width = 9.3
    pen.widths(26, 8, 10)
    pen.height(_HEADER, 42)


def _given(persona: GridRow) -> str:
    return f"{sum(1 for cell in persona.cells if cell.given)} of {len(persona.cells)}"


def _said(cell: GridCell) -> tuple[str | int, Look]:
    if cell.given:
        return cell.given, FULL
    return ("none", NONE) if cell.asked else ("–", NO_LABEL)
