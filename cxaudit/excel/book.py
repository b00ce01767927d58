"""The whole workbook: its sheets in their order and its properties."""

from __future__ import annotations

import datetime

from openpyxl import Workbook
from openpyxl.workbook.properties import CalcProperties

from cxaudit.earlier import CATEGORY
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
from cxaudit.excel.contents import Contents
from cxaudit.excel.own_sheets import write_own_sheets
from cxaudit.excel.safetext import one_line
from cxaudit.excel.saving import workbook_bytes

_BEFORE = (scorecard_sheet, heat_sheet, persona_sheet, findings)
_WHERE_NEEDED = (crosschecks_sheet, waivers_sheet)
_BEHIND = (register_sheet, whatif, rules_sheet)


def write_book(contents: Contents) -> bytes:
    """The scorecard as the bytes of an .xlsx file; the same contents give the same bytes."""
    book = Workbook()
    del book[book.sheetnames[0]]
    needed = [sheet for sheet in _WHERE_NEEDED if sheet.has_content(contents.scorecard)]
    pens = [sheet.write(book, contents) for sheet in (*_BEFORE, *needed, *_BEHIND)]
    reading_sheet.write(book, contents, [one for pen in pens for one in pen.remarks])
    method_sheet.write(book, contents)
    write_own_sheets(book, contents.earlier)
    data_sheet.write(book, contents.scorecard)
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    _describe(book, contents)
    results = {pen.sheet.title: pen.results for pen in pens if pen.results}
    return workbook_bytes(book, contents.scorecard.as_of, results)


def _describe(book: Workbook, contents: Contents) -> None:
    scorecard = contents.scorecard
    properties = book.properties
    properties.title = one_line(f"{contents.client}: CX maturity scorecard")
    properties.subject = one_line(scorecard.verdict)
    properties.creator = properties.lastModifiedBy = f"cxaudit {scorecard.tool_version}".strip()
    properties.category = CATEGORY
    properties.keywords = "customer experience, journey map, persona, maturity, audit"
    properties.created = datetime.datetime.combine(scorecard.as_of, datetime.time())
