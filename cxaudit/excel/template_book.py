"""The template as a workbook: labels, input cells with hints and lists to choose from, and a sheet of instructions."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.addresses import address, column_letters
from cxaudit.excel import palette
from cxaudit.excel.look import BODY, CELL, HEADER, TITLE, TYPED, Look
from cxaudit.excel.pen import Pen, text_height
from cxaudit.excel.saving import workbook_bytes
from cxaudit.grid import Area, area_address
from cxaudit.template import JourneyTemplate, ListTemplate, PersonaTemplate, Template, TemplateField

_DATED = datetime.date(2026, 1, 1)
_STAGES, _ROWS, _CARDS, _COLUMNS = 10, 40, 3, 5
_LABEL = replace(CELL, size=10, bold=True, fill=palette.PAPER, edge="box", vertical="center")
_INPUT = replace(TYPED, size=10)
_PROMPT = 250


def template_bytes(template: Template, journey: str, personas: str) -> bytes:
    """The empty workbook; `journey` is stages-across or rows, `personas` cards or columns."""
    book = Workbook()
    del book[book.sheetnames[0]]
    _write_instructions(book, template)
    (_journey_across if journey == "stages-across" else _journey_rows)(book, template.journey)
    (_persona_cards if personas == "cards" else _persona_columns)(book, template.personas)
    _write_list(book, template.metrics)
    _write_list(book, template.practices)
    for sheet in book.worksheets:
        _set_page(sheet)
    book.properties.title = "Customer experience programme: workbook to fill in"
    book.properties.creator = "cxaudit"
    book.properties.created = datetime.datetime.combine(_DATED, datetime.time())
    return workbook_bytes(book, _DATED)


def _write_instructions(book: Workbook, template: Template) -> None:
    pen = Pen(book.create_sheet("Instructions"))
    pen.widths(110)
    pen.put(1, 1, "How to use this workbook", TITLE)
    for row, line in enumerate(template.instructions, start=3):
        pen.put(row, 1, line, BODY)
        pen.height(row, text_height(line, 105) + 4)


def _journey_across(book: Workbook, journey: JourneyTemplate) -> None:
    pen, top = _journey_sheet(book, journey)
    for row, one in enumerate(journey.fields, start=top):
        pen.put(row, 1, one.label, HEADER if row == top else _LABEL)
        pen.height(row, 24 if row == top else 40)
        _inputs(pen, Area(row, 2, row, 1 + _STAGES), one, replace(_INPUT, bold=row == top))
    pen.widths(24, *(26.0 for _ in range(_STAGES)))
    pen.sheet.freeze_panes = address(top + 1, 2)


def _journey_rows(book: Workbook, journey: JourneyTemplate) -> None:
    pen, top = _journey_sheet(book, journey)
    _write_table(pen, journey.fields, top, 24)
    pen.sheet.freeze_panes = address(top + 1, 3)


def _journey_sheet(book: Workbook, journey: JourneyTemplate) -> tuple[Pen, int]:
    """The sheet with what is said of the whole map, and the row under that where its table begins."""
    pen = Pen(book.create_sheet(journey.sheet))
    pen.put(1, 1, journey.title, TITLE)
    pen.height(1, 30)
    for row, one in enumerate(journey.about, start=3):
        pen.put(row, 1, one.label, _LABEL)
        pen.merge(row, 2, row, 4, None, _INPUT)
        _hint(pen, Area(row, 2, row, 4), one)
        pen.height(row, 20)
    return pen, 3 + len(journey.about) + 1


def _persona_cards(book: Workbook, personas: PersonaTemplate) -> None:
    for number in range(1, _CARDS + 1):
        pen = Pen(book.create_sheet(f"{personas.card} {number}"))
        _write_card(pen, personas, 1)


def _persona_columns(book: Workbook, personas: PersonaTemplate) -> None:
    _write_card(Pen(book.create_sheet(personas.sheet)), personas, _COLUMNS)


def _write_card(pen: Pen, personas: PersonaTemplate, columns: int) -> None:
    pen.put(1, 1, personas.title if columns == 1 else personas.sheet, TITLE)
    pen.height(1, 30)
    for row, one in enumerate(personas.fields, start=3):
        first = row == 3
        pen.put(row, 1, one.label, HEADER if first else _LABEL)
        _inputs(pen, Area(row, 2, row, 1 + columns), one, replace(_INPUT, bold=first))
        pen.height(row, 22 if first else 32)
    pen.widths(26, *((60.0,) if columns == 1 else (34.0,) * columns))
    pen.sheet.freeze_panes = address(4, 2)


def _write_list(book: Workbook, listed: ListTemplate) -> None:
    pen = Pen(book.create_sheet(listed.sheet))
    pen.put(1, 1, listed.title, TITLE)
    pen.height(1, 30)
    _write_table(pen, listed.fields, 3, 28)
    for row, question in enumerate(listed.questions, start=4):
        pen.put(row, 1, question, _LABEL)
        pen.height(row, text_height(question, 56) + 8)
    if listed.questions:
        pen.widths(60)
    pen.sheet.freeze_panes = address(4, 2)


def _write_table(pen: Pen, fields: Sequence[TemplateField], top: int, width: float) -> None:
    pen.height(top, 26)
    for column, one in enumerate(fields, start=1):
        pen.put(top, column, one.label, HEADER)
        pen.sheet.column_dimensions[column_letters(column)].width = width
        _inputs(pen, Area(top + 1, column, top + _ROWS, column), one)


def _inputs(pen: Pen, area: Area, one: TemplateField, look: Look = _INPUT) -> None:
    """Input cells with their hint."""
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            pen.put(row, column, None, look)
    _hint(pen, area, one)


def _hint(pen: Pen, area: Area, one: TemplateField) -> None:
    """The hint that shows when one of the cells is selected, and the answers to choose from, if there are any."""
    choices = '"' + ",".join(one.options) + '"'
    hint = DataValidation(type="list", formula1=choices) if one.options else DataValidation()
    hint.allow_blank = hint.showInputMessage = True
    hint.showErrorMessage = False
    hint.promptTitle, hint.prompt = one.label[:32], one.hint[:_PROMPT]
    hint.add(area_address(area))
    pen.sheet.add_data_validation(hint)


def _set_page(sheet: Worksheet) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_properties.tabColor = palette.DEEP
