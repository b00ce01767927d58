"""A comparison as a workbook: what changed at a glance, the findings with what became of them, and the rules."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties

from cxaudit.addresses import address
from cxaudit.comparison.document import Change, Comparison, DimensionChange, FindingChange, RuleChange
from cxaudit.excel import palette
from cxaudit.excel.conditions import shade
from cxaudit.excel.contents import shown_score
from cxaudit.excel.look import BODY, CELL, HEADING, NUMBER, SUBTITLE, TITLE
from cxaudit.excel.pen import Pen
from cxaudit.excel.safetext import one_line
from cxaudit.excel.saving import workbook_bytes
from cxaudit.excel.tables import Column, write_table
from cxaudit.intake.ownmark import COMPARISON
from cxaudit.prose.comparing import (
    BY,
    CHANGES,
    earlier_by_rules_of_now,
    evidence,
    outcome,
    parts,
    rescored,
    rules_of,
    score,
    signed,
    standing,
)

_TOP = 4
_CHANGE = replace(NUMBER, number="+0.0;-0.0;0.0")
_DIMENSIONS: tuple[Column[DimensionChange], ...] = (
    Column("Dimension", 34, lambda one: one.title),
    Column("Before", 34, lambda one: shown_score(one.before), NUMBER),
    Column("Now", 34, lambda one: shown_score(one.after), NUMBER),
    Column("Change", 12, lambda one: one.change, _CHANGE),
)
_FINDINGS: tuple[Column[FindingChange], ...] = (
    Column("What became of it", 20, lambda one: CHANGES[one.change]),
    Column("Rule", 8, lambda one: one.rule),
    Column("Finding", 60, lambda one: one.message),
    Column("Subject", 30, lambda one: one.subject),
    Column("Cell before", 20, lambda one: one.before),
    Column("Cell now", 20, lambda one: one.after),
    Column("Whose doing", 18, lambda one: BY[one.by]),
    Column("Name before", 24, lambda one: one.renamed_from),
    Column("Waived", 9, lambda one: "waived" if one.waived else ""),
)
_RULES: tuple[Column[RuleChange], ...] = (
    Column("Rule", 8, lambda one: one.id),
    Column("What it asks for", 60, lambda one: one.title),
    Column("Before", 26, lambda one: outcome(one, False)),
    Column("Before, by the rules of now", 16, rescored),
    Column("Now", 26, lambda one: outcome(one, True)),
)


def comparison_book(comparison: Comparison) -> bytes:
    """The workbook as the bytes of an .xlsx file; the same comparison gives the same bytes."""
    book = Workbook()
    del book[book.sheetnames[0]]
    _changes(book, comparison)
    found = _sheet(book, "Findings", "Each finding of either side, known by its rule and subject.")
    area = write_table(found, "CxFindingChanges", _TOP, _FINDINGS, comparison.findings)
    for change, fill in (
        (Change.NEW, palette.WARM),
        (Change.BACK_AGAIN, palette.WARM),
        (Change.MENDED, palette.MIDDLE),
    ):
        shade(found.sheet, f"A{_TOP + 1}:A{area.bottom}", f'$A{_TOP + 1}="{CHANGES[change]}"', fill=fill)
    rules = _sheet(book, "Rules", "The rules that came out otherwise.")
    write_table(rules, "CxRuleChanges", _TOP, _RULES, comparison.rules)
    day = _day(comparison)
    properties = book.properties
    properties.title = "What changed between two CX scorecards"
    properties.subject = one_line(comparison.verdict)
    properties.creator = properties.lastModifiedBy = "cxaudit"
    properties.category = COMPARISON
    properties.created = datetime.datetime.combine(day, datetime.time())
    return workbook_bytes(book, day)


def _changes(book: Workbook, comparison: Comparison) -> None:
    pen = _sheet(book, "What changed", comparison.verdict)
    area = write_table(pen, "CxDimensionChanges", _TOP, _DIMENSIONS, comparison.dimensions)
    row = area.bottom + 2
    for title, write in (("The two scorecards", _sides), ("Who changed the score", _split), ("To be minded", _notes)):
        lines = write(comparison)
        if lines:
            row = _block(pen, row, title, lines) + 1


def _block(pen: Pen, row: int, title: str, lines: Sequence[tuple[str, ...]]) -> int:
    """A heading and its lines, a cell for each part; gives the row below."""
    for column in range(1, len(_DIMENSIONS) + 1):
        pen.put(row, column, title if column == 1 else None, HEADING)
    for number, line in enumerate(lines, start=row + 1):
        look = CELL if len(line) > 1 else replace(BODY, wrap=False)
        for column, words in enumerate(line, start=1):
            pen.put(number, column, words, look)
    return row + 1 + len(lines)


def _sides(comparison: Comparison) -> list[tuple[str, ...]]:
    told: tuple[tuple[str, Callable[..., str]], ...] = (
        ("Scorecard", lambda side: side.name),
        ("As of", lambda side: side.as_of),
        ("Level", standing),
        ("Score", lambda side: score(side.score)),
        ("Evidence", evidence),
        ("Rules", rules_of),
    )
    change = signed(comparison.score_change)
    return [
        (label, words(comparison.old), words(comparison.new), change if label == "Score" else "")
        for label, words in told
    ]


def _split(comparison: Comparison) -> list[tuple[str, ...]]:
    if comparison.split is None:
        return []
    told = [(words, signed(points)) for words, points in parts(comparison.split)]
    return [*told, (earlier_by_rules_of_now(comparison.split),)]


def _notes(comparison: Comparison) -> list[tuple[str, ...]]:
    return [(note,) for note in comparison.notes]


def _sheet(book: Workbook, name: str, lead: str) -> Pen:
    """A landscape sheet with a title and a line on what it shows; the rows above the list stay."""
    pen = Pen(book.create_sheet(name))
    sheet = pen.sheet
    pen.put(1, 1, name, TITLE)
    pen.height(1, 30)
    pen.put(2, 1, lead, SUBTITLE)
    sheet.freeze_panes = address(_TOP + 1, 1)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_properties.tabColor = palette.DEEP
    sheet.print_title_rows = f"{_TOP}:{_TOP}"
    sheet.sheet_view.showGridLines = False
    return pen


def _day(comparison: Comparison) -> datetime.date:
    """The day of the later scorecard; the first day that Excel knows where the file does not say."""
    try:
        return datetime.date.fromisoformat(comparison.new.as_of)
    except ValueError:
        return datetime.date(1980, 1, 1)
