"""Sheet "Scorecard": the result on one landscape page."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.excel import palette
from cxaudit.excel.contents import SCOPES, Contents
from cxaudit.excel.dimension_panel import write_dimensions
from cxaudit.excel.foot import foot_lines
from cxaudit.excel.look import HEADING, Look
from cxaudit.excel.loss_panels import write_losses, write_parts, write_path
from cxaudit.excel.page import set_page
from cxaudit.excel.pen import Pen, text_height
from cxaudit.scorecard import Scorecard
from cxaudit.scores.rounding import one_decimal, whole_percent

NAME = "Scorecard"
WIDTHS = (7, 15, 16, 10, 9, 2, 8, 16, 8, 9, 16, 9, 12, 9)
LAST = len(WIDTHS)
_TOP_TILES, _PANELS = 4, 8
_LABEL = Look(size=8, bold=True, colour=palette.QUIET, fill=palette.PAPER, vertical="center", indent=1)
_BIG = Look(size=18, bold=True, colour=palette.DEEP, fill=palette.PAPER, vertical="center", wrap=False, indent=1)
_SMALL = Look(size=9, fill=palette.PAPER, indent=1)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    pen.widths(*WIDTHS)
    _write_head(pen, contents)
    _write_tiles(pen, contents.scorecard)
    below = write_dimensions(pen, contents, _PANELS)
    write_parts(pen, contents.scorecard, below)
    row = below + 3
    left, right = write_losses(pen, contents.scorecard, row), write_path(pen, contents.scorecard, row)
    last = _write_foot(pen, contents.scorecard, max(left, right) + 1)
    pen.sheet.print_area = f"A1:N{last}"
    set_page(pen.sheet, contents, one_page=True)
    return pen


def _write_head(pen: Pen, contents: Contents) -> None:
    scorecard = contents.scorecard
    name = Look(size=20, bold=True, colour=palette.DEEP, vertical="center", wrap=False)
    pen.merge(1, 1, 1, 9, " ".join(contents.client.split()), name)
    dated = f"Audited {scorecard.as_of.day} {scorecard.as_of:%B %Y}"
    pen.merge(1, 10, 1, LAST, dated, Look(size=10, colour=palette.QUIET, align="right", vertical="center", wrap=False))
    pen.height(1, 34)
    pack = scorecard.rule_pack
    said = f"Customer experience maturity scorecard: {SCOPES[scorecard.scope]}, by {pack.title} {pack.version}"
    for column in range(1, LAST + 1):
        pen.put(2, column, None, replace(HEADING, size=10, bold=False))
    pen.put(2, 1, said, replace(HEADING, size=10, bold=False, colour=palette.QUIET))
    pen.height(2, 18)
    pen.height(3, 8)


def _write_tiles(pen: Pen, scorecard: Scorecard) -> None:
    """Four tiles side by side: level, score, evidence, what holds the level."""
    dark = {"fill": palette.DEEP, "colour": palette.WHITE}
    level = scorecard.level
    named = f"{level.number}  {level.name}" if level else "No level"
    says = level.says if level else "Too little of the evidence was supplied for a level."
    _tile(pen, 1, 3, "MATURITY LEVEL" + (" (PROVISIONAL)" if scorecard.provisional else ""), named, says, dark)
    interval, score = scorecard.interval, scorecard.score
    between = "Nothing was left open: all that applies was judged."
    if interval and interval.low < interval.high:
        low, high = one_decimal(interval.low), one_decimal(interval.high)
        between = f"From {low} to {high}, if all that could not be told fails or is met."
    _tile(pen, 4, 7, "SCORE", f"{one_decimal(score)} of 100" if score is not None else "Not scored", between)
    judged = sum(one.judged_rules for one in scorecard.dimensions)
    asked = sum(one.applicable_rules for one in scorecard.dimensions)
    told = f"{judged} of {asked} rules that apply were judged."
    _tile(pen, 8, 8, "EVIDENCE", whole_percent(scorecard.coverage), told)
    _holding_tile(pen, scorecard)
    pen.height(_TOP_TILES, 18)
    pen.height(_TOP_TILES + 1, 30)
    pen.height(_TOP_TILES + 2, 42)
    pen.height(_TOP_TILES + 3, 8)


def _tile(
    pen: Pen, first: int, last: int, label: str, big: str, small: str, dress: dict[str, str] | None = None
) -> None:
    fill, colour = (dress or {}).get("fill", ""), (dress or {}).get("colour", "")
    for row, text, look in ((0, label, _LABEL), (1, big, _BIG), (2, small, _SMALL)):
        dressed = replace(look, fill=fill or look.fill, colour=colour or look.colour)
        pen.merge(_TOP_TILES + row, first, _TOP_TILES + row, last, text, dressed)


def _holding_tile(pen: Pen, scorecard: Scorecard) -> None:
    binding = [gate for gate in scorecard.gates if gate.binds]
    pen.merge(_TOP_TILES, 9, _TOP_TILES, LAST, "WHAT HOLDS IT", _LABEL)
    lines = [gate.says for gate in binding[:2]] or ["No gate holds the level down; the score alone gives it."]
    steady = scorecard.sensitivity
    if steady and steady.level_low is not None:
        held = "holds" if steady.holds else f"moves between {steady.level_low} and {steady.level_high}"
        lines.append(f"The level {held} if every weight moves by a quarter.")
    pen.merge(_TOP_TILES + 1, 9, _TOP_TILES + 2, LAST, " ".join(lines), _SMALL)


def _write_foot(pen: Pen, scorecard: Scorecard, row: int) -> int:
    """What a reader must know beside the result; gives the last row written."""
    quiet = Look(size=8, colour=palette.QUIET)
    for text in foot_lines(scorecard):
        pen.merge(row, 1, row, LAST, text, quiet)
        pen.height(row, text_height(text, sum(WIDTHS), 8))
        row += 1
    return row - 1
