"""The portfolio's workbook: league table, heat map, costly rules, what is missing, and how to read it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties

from cxaudit.addresses import address
from cxaudit.excel import palette
from cxaudit.excel.conditions import bars
from cxaudit.excel.contents import shown_score
from cxaudit.excel.look import BODY, CELL, COUNT, NUMBER, SHARE, SUBTITLE, TITLE, Look
from cxaudit.excel.ribbon import Ribbon
from cxaudit.excel.safetext import one_line
from cxaudit.excel.saving import save_workbook
from cxaudit.excel.tables import Column, write_header, write_table
from cxaudit.intake.ownmark import PORTFOLIO
from cxaudit.portfolio import wording
from cxaudit.portfolio.document import CostlyRule, Portfolio, RankedInfo

_TOP = 4
_HEAT = Look(size=9, align="center", vertical="center", edge="box", number="0.0", indent=0)
_SHADES = (
    replace(_HEAT, fill=palette.WARM, colour=palette.AMBER),
    replace(_HEAT, fill=palette.PAPER),
    replace(_HEAT, fill=palette.LIGHT),
    replace(_HEAT, fill=palette.MIDDLE),
    replace(_HEAT, fill=palette.STRONG, colour=palette.WHITE),
)


def _end(ranked: RankedInfo, end: str) -> float | None:
    spread = ranked.programme.spread
    return shown_score(getattr(spread, end)) if spread else None


def _costliest_rule(ranked: RankedInfo) -> str:
    found = ranked.programme.costliest
    return f"{found.rule} {found.slug}" if found else ""


_LEAGUE: tuple[Column[RankedInfo], ...] = (
    Column("Place", 7, lambda each: each.place, COUNT),
    Column("Programme", 34, lambda each: each.programme.name),
    Column("Client", 22, lambda each: each.programme.client),
    Column("Level", 26, lambda each: wording.level(each.programme)),
    Column("Score", 9, lambda each: shown_score(each.programme.score), NUMBER),
    Column("Weakest part", 9, lambda each: _end(each, "low"), NUMBER),
    Column("Strongest part", 10, lambda each: _end(each, "high"), NUMBER),
    Column("Evidence", 9, lambda each: each.programme.coverage, SHARE),
    Column("Costs most points", 34, _costliest_rule),
    Column("Points", 8, lambda each: each.programme.costliest.points if each.programme.costliest else None, NUMBER),
    Column("Workbooks", 10, lambda each: each.programme.workbooks, COUNT),
)
_RULES: tuple[Column[CostlyRule], ...] = (
    Column("Rule", 8, lambda each: each.rule),
    Column("What it asks for", 60, lambda each: each.title),
    Column("Mean points", 10, lambda each: each.points, NUMBER),
    Column("Programmes that lose by it", 14, lambda each: each.programmes, COUNT),
    Column("Largest loss of", 12, lambda each: each.largest_in, COUNT),
)
_MISSING: tuple[Column[tuple[str, str]], ...] = (
    Column("Programme or file", 44, lambda each: each[0]),
    Column("Why it is not in the table", 90, lambda each: each[1]),
)


def write_book(portfolio: Portfolio, out: BinaryIO) -> None:
    """Writes the workbook to an open file, row by row; the same portfolio gives the same bytes."""
    book = Workbook(write_only=True)
    sheets = (_league, _heat_map, _costly, _missing)
    _method(book, portfolio, [remark for sheet in sheets for remark in _remarks(sheet(book, portfolio))])
    properties = book.properties
    properties.title = "CX maturity of the programmes"
    properties.subject = one_line(portfolio.verdict)
    properties.creator = properties.lastModifiedBy = f"cxaudit {portfolio.tool_version}"
    properties.category = PORTFOLIO
    properties.created = datetime.datetime.combine(portfolio.as_of, datetime.time())
    save_workbook(book, portfolio.as_of, out)


def _remarks(pen: Ribbon) -> Iterator[str]:
    """What was remarked while a sheet was written, which is ended with it."""
    pen.end()
    yield from pen.remarks
    if pen.more:
        yield f"{pen.sheet.title}: {pen.more:,} more remarks of this kind."


def _sheet(book: Workbook, name: str, lead: str, columns: int) -> Ribbon:
    """A landscape sheet with a title and a line on what it shows; the row and the columns above the list stay."""
    pen = Ribbon(book.create_sheet(name))
    sheet = pen.sheet
    sheet.freeze_panes = address(_TOP + 1, columns + 1)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_properties.tabColor = palette.DEEP
    sheet.print_title_rows = f"{_TOP}:{_TOP}"
    sheet.sheet_view.showGridLines = False
    pen.put(1, 1, name, TITLE)
    pen.height(1, 30)
    pen.put(2, 1, lead, SUBTITLE)
    return pen


def _league(book: Workbook, portfolio: Portfolio) -> Ribbon:
    pen = _sheet(book, "League table", portfolio.verdict, 2)
    area = write_table(pen, "CxProgrammes", _TOP, _LEAGUE, portfolio.programmes)
    bars(pen.sheet, f"E{area.top + 1}:E{area.bottom}", 100)
    return pen


def _heat_map(book: Workbook, portfolio: Portfolio) -> Ribbon:
    pen = _sheet(book, "Heat map", "Score of each programme in each dimension, light to dark by level.", 1)
    dimensions = portfolio.dimensions
    write_header(pen, _TOP, [("Programme", 34), *((each.title, 13.0) for each in dimensions)])
    for row, ranked in enumerate(portfolio.programmes, start=_TOP + 1):
        pen.put(row, 1, ranked.programme.name, CELL)
        _shade(pen, row, [ranked.programme.dimensions.get(each.id) for each in dimensions], portfolio)
    below = _TOP + len(portfolio.programmes) + 2
    for row, name in enumerate(("mean", "lowest", "highest"), start=below):
        pen.put(row, 1, name, replace(CELL, bold=True))
        _shade(pen, row, [getattr(each, name) for each in dimensions], portfolio)
    return pen


def _shade(pen: Ribbon, row: int, scores: Sequence[float | None], portfolio: Portfolio) -> None:
    for column, score in enumerate(scores, start=2):
        if score is None:
            pen.put(row, column, "–", replace(_HEAT, colour=palette.QUIET))
        else:
            pen.put(row, column, shown_score(score), _shade_of(score, portfolio))


def _shade_of(score: float, portfolio: Portfolio) -> Look:
    """The shade of the level that a score would give, whatever the number of levels."""
    cuts = portfolio.level_cuts
    at = sum(1 for cut in cuts if cut.from_score <= score) - 1
    return _SHADES[round(at * (len(_SHADES) - 1) / max(1, len(cuts) - 1))]


def _costly(book: Workbook, portfolio: Portfolio) -> Ribbon:
    pen = _sheet(book, "Costly rules", "The rules that cost most programmes most points, of 100 a programme.", 2)
    write_table(pen, "CxCostlyRules", _TOP, _RULES, portfolio.costly_rules)
    return pen


def _missing(book: Workbook, portfolio: Portfolio) -> Ribbon:
    pen = _sheet(book, "Not in the table", "Programmes and files that could not be audited, with the reason.", 1)
    write_table(pen, "CxMissing", _TOP, _MISSING, wording.without(portfolio))
    return pen


def _method(book: Workbook, portfolio: Portfolio, remarks: Sequence[str]) -> None:
    pen = _sheet(book, "How to read this", "What the tables hold, and what they were made with.", 0)
    pen.widths(120)
    for row, line in enumerate((*_method_lines(portfolio), *remarks), start=_TOP):
        pen.put(row, 1, line, BODY)
    pen.end()


def _method_lines(portfolio: Portfolio) -> Iterator[str]:
    pack = portfolio.rule_pack
    yield from wording.summary(portfolio)
    yield "Programmes stand by level, then by score: a level that is held by a gate is not made up for by the score."
    yield "Weakest and strongest part are the lowest and the highest score among a programme's maps and personas."
    yield "Evidence is the share of the applicable rules, by weight, that could be judged."
    yield f"As of {portfolio.as_of.isoformat()}. cxaudit {portfolio.tool_version}, rules {pack.id} {pack.version}."
    yield f"Digest of the rules: {pack.digest}"
