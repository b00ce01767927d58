"""Sheet "Journey heat map": each map's stages by aspect, and how its weight falls before and after acquisition."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address, column_letters
from cxaudit.excel import palette
from cxaudit.excel.balance import write_balance
from cxaudit.excel.contents import Contents, field_title
from cxaudit.excel.legend import shade_of, write_legend
from cxaudit.excel.links import Links
from cxaudit.excel.look import BODY, CELL, HEADER, LINK, Look
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen, text_height
from cxaudit.pieces.heatinfo import HeatMapInfo, HeatRow

NAME = "Journey heat map"
_LEAD = (
    "How much each stage says on each aspect: 3/4 means that three of its four steps say it. "
    "What is said of a whole stage counts for each step.",
)
_LEGEND, _HEADER = 3, 5
_STAGE, _PHASE, _SIDE, _FIRST = 1, 2, 3, 4
_NAME = Look(size=10, bold=True, colour=palette.DEEP, fill=palette.PAPER, vertical="center", wrap=False, indent=1)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    maps = contents.scorecard.heat_maps
    open_sheet(pen, NAME, *_LEAD)
    set_page(pen.sheet, contents, header_row=_HEADER)
    if not maps or not maps[0].rows:
        pen.put(_HEADER, 1, "No journey map was supplied.", BODY)
        return pen
    write_legend(pen, _LEGEND)
    aspects = [cell.aspect for cell in maps[0].rows[0].cells]
    _write_header(pen, aspects)
    row, links = _HEADER + 1, contents.links()
    for one in maps:
        row = _write_map(pen, one, row, len(aspects), links)
    write_balance(pen, contents.scorecard, row + 1)
    pen.sheet.freeze_panes = address(_HEADER + 1, _FIRST)
    return pen


def _write_header(pen: Pen, aspects: list[str]) -> None:
    turned = replace(HEADER, align="center", size=8, indent=0)
    for column, title in enumerate(("Stage", "Phase", "Acquisition"), start=1):
        pen.put(_HEADER, column, title, HEADER)
    for column, aspect in enumerate(aspects, start=_FIRST):
        pen.put(_HEADER, column, field_title(aspect), turned)
        pen.sheet.column_dimensions[column_letters(column)].width = 9.3
    pen.widths(28, 15, 11)
    pen.height(_HEADER, 30)


def _write_map(pen: Pen, one: HeatMapInfo, row: int, width: int, links: Links) -> int:
    place = one.place
    for column in range(1, _FIRST + width):
        pen.put(row, column, None, _NAME)
    pen.put(row, 1, " ".join(one.name.split()), _NAME)
    pen.put(row, _FIRST + 4, f"{place.workbook}, {place.sheet}", replace(_NAME, bold=False, size=9))
    pen.height(row, 20)
    for each, stage in enumerate(one.rows, start=row + 1):
        _write_stage(pen, stage, each, links)
    return row + 1 + len(one.rows)


def _write_stage(pen: Pen, stage: HeatRow, row: int, links: Links) -> None:
    place = stage.place
    pen.height(row, max(19.0, text_height(stage.stage, 28, 9)))
    target = links.to(place.workbook, place.sheet, place.cell)
    pen.link(row, _STAGE, stage.stage, target, replace(LINK, vertical="center", colour=palette.INK))
    pen.put(row, _PHASE, ", ".join(stage.phases), replace(CELL, vertical="center"))
    unclear = stage.phases == ("unclear",)
    side = "unclear" if unclear else "both" if stage.both else "after" if stage.after else "before"
    dress = replace(CELL, vertical="center", bold=stage.after, fill=palette.LIGHT if stage.after else "")
    pen.put(row, _SIDE, side, dress)
    for column, cell in enumerate(stage.cells, start=_FIRST):
        said = f"{cell.given}/{cell.asked}" if cell.lane or cell.given else "–"
        pen.put(row, column, said, shade_of(cell.given, cell.asked, cell.lane))
