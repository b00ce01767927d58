"""Sheet "Waivers": what was agreed about findings and rules, whether it still holds, and the tally of it."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address
from cxaudit.excel import palette
from cxaudit.excel.conditions import shade
from cxaudit.excel.contents import Contents
from cxaudit.excel.look import CELL, COUNT, DATE, Look
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.tables import Column, write_table
from cxaudit.pieces.waiverinfo import WaiverInfo, WaiverState
from cxaudit.prose.waiving import STATES, effect, kind_in_words, sorted_waivers, tally
from cxaudit.scorecard import Scorecard

NAME = "Waivers"
TOP = 7
_TALLY = 5
_LEAD = (
    "What was agreed about findings and rules, and whether it still holds.",
    "A waiver changes no score; only a rule that is declared not applicable as a whole leaves the weights.",
)
_LARGE = Look(size=13, bold=True, colour=palette.DEEP, wrap=False, vertical="center")
_FILLS = {
    WaiverState.EXPIRED: palette.WARM,
    WaiverState.INCOMPLETE: palette.WARM,
    WaiverState.EXPIRING: palette.LIGHT,
}


def has_content(scorecard: Scorecard) -> bool:
    """Whether there is anything to show."""
    return bool(scorecard.waivers)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet: the tally, then a row for each waiver, those that somebody has to see to first."""
    pen = Pen(book.create_sheet(NAME))
    waivers = sorted_waivers(contents.scorecard.waivers)
    open_sheet(pen, NAME, *_LEAD)
    titles = {rule.id: rule.title for rule in contents.scorecard.rules}
    asks = Column[WaiverInfo]("What the rule asks", 28, lambda one: titles.get(one.rule, ""))
    write_table(pen, "CxWaivers", TOP, (*_COLUMNS[:2], asks, *_COLUMNS[2:]), waivers)
    pen.put(_TALLY, 1, tally(waivers), _LARGE)
    pen.height(_TALLY, 24)
    last = TOP + len(waivers)
    for state, fill in _FILLS.items():
        shade(pen.sheet, f"A{TOP + 1}:A{last}", f'$A{TOP + 1}="{STATES[state]}"', fill=fill, bold=True)
    pen.sheet.freeze_panes = address(TOP + 1, 3)
    set_page(pen.sheet, contents, header_row=TOP)
    return pen


_COLUMNS = (
    Column[WaiverInfo]("State", 14, lambda one: STATES[one.state], replace(CELL, bold=True)),
    Column[WaiverInfo]("Rule", 8, lambda one: one.rule),
    Column[WaiverInfo]("Subject", 22, lambda one: one.subject or "the whole rule"),
    Column[WaiverInfo]("Kind", 14, kind_in_words),
    Column[WaiverInfo]("Findings", 9, lambda one: len(one.findings), COUNT),
    Column[WaiverInfo]("What it does now", 28, effect),
    Column[WaiverInfo]("Reason", 32, lambda one: one.reason),
    Column[WaiverInfo]("Approved by", 16, lambda one: one.approved_by),
    Column[WaiverInfo]("Granted", 11, lambda one: one.granted, DATE),
    Column[WaiverInfo]("Expires", 11, lambda one: one.expires, DATE),
    Column[WaiverInfo]("Where it stands", 20, lambda one: one.place),
)
