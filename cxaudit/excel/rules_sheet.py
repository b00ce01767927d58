"""Sheet "Rules and sources": every rule with its outcome, counts, weight, source and figure."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address
from cxaudit.excel import palette
from cxaudit.excel.conditions import shade
from cxaudit.excel.contents import OUTCOMES, Contents, counts, sources
from cxaudit.excel.look import CELL, COUNT, NUMBER, QUIET
from cxaudit.excel.look import SHARE as SHARE_LOOK
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.tables import Column, write_table
from cxaudit.scorecard import RuleInfo

NAME = "Rules and sources"
TOP = 5
_LAST_PRINTED = "K"
SHARE, SCORE = "Share, exact", "Score, exact"
ZERO_AT, FULL_AT, JUDGED_BY = "Nothing up to", "Full score from", "What it looks for (digest)"
EXACT = (SHARE, SCORE, ZERO_AT, FULL_AT, JUDGED_BY)
"""Columns for a later comparison: what a rule came to without rounding, its curve, and what it looked for."""
_LEAD = (
    "Every rule of the pack with how it came out, what it weighs, and the published work that it rests on.",
    "Effort is low, medium or high; a gate holds the level down whatever the points say.",
)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    open_sheet(pen, NAME, *_LEAD)
    rules = contents.scorecard.rules
    write_table(pen, "CxRules", TOP, _COLUMNS, rules)
    cells = f"D{TOP + 1}:D{TOP + max(1, len(rules))}"
    for outcome, fill in (("met", palette.MIDDLE), ("partly met", palette.LIGHT), ("not met", palette.WARM)):
        shade(pen.sheet, cells, f'$D{TOP + 1}="{outcome}"', fill=fill)
    pen.sheet.freeze_panes = address(TOP + 1, 3)
    set_page(pen.sheet, contents, header_row=TOP)
    pen.sheet.print_area = f"A1:{_LAST_PRINTED}{TOP + max(1, len(rules))}"
    return pen


def _said(rule: RuleInfo) -> str:
    return rule.message if rule.score is not None else rule.reason


def _scored(rule: RuleInfo) -> str:
    """How the share becomes the score, in words."""
    if rule.curve_says:
        return rule.curve_says
    low, high = rule.curve.get("zero_at", 0.0), rule.curve.get("full_at", 1.0)
    if low == 0 and high == 1:
        return "The score is the share."
    return f"Nothing up to a share of {low:.0%}, the full score from {high:.0%}, in a straight line between."


def _gate(rule: RuleInfo) -> str:
    gate = rule.gate
    return f"At most level {gate.max_level} while {gate.says}." if gate else ""


_EXACT_LOOK = replace(QUIET, edge="below", indent=1, wrap=False)
_COLUMNS = (
    Column[RuleInfo]("Rule", 8, lambda rule: rule.id, replace(CELL, bold=True, wrap=False)),
    Column[RuleInfo]("What it asks", 34, lambda rule: rule.title),
    Column[RuleInfo]("Dimension", 11, lambda rule: rule.dimension),
    Column[RuleInfo]("Outcome", 14, lambda rule: OUTCOMES[rule.outcome]),
    Column[RuleInfo]("Counts", 12, counts),
    Column[RuleInfo]("Score", 8, lambda rule: rule.score, SHARE_LOOK),
    Column[RuleInfo]("Weight", 8, lambda rule: rule.weight, COUNT),
    Column[RuleInfo]("Points lost", 8, lambda rule: rule.points_lost, replace(NUMBER, number="0.00")),
    Column[RuleInfo]("What was found", 40, _said),
    Column[RuleInfo]("Source", 58, sources),
    Column[RuleInfo]("Figure", 50, lambda rule: rule.figure),
    Column[RuleInfo]("Why it matters", 70, lambda rule: rule.why),
    Column[RuleInfo]("How it is scored", 40, _scored),
    Column[RuleInfo]("How to mend it", 60, lambda rule: rule.fix),
    Column[RuleInfo]("Effort", 9, lambda rule: rule.effort),
    Column[RuleInfo]("Gate", 26, _gate),
    Column[RuleInfo](SHARE, 11, lambda rule: rule.share_exact, _EXACT_LOOK),
    Column[RuleInfo](SCORE, 11, lambda rule: rule.score_exact, _EXACT_LOOK),
    Column[RuleInfo](ZERO_AT, 10, lambda rule: rule.curve.get("zero_at", 0.0), SHARE_LOOK),
    Column[RuleInfo](FULL_AT, 10, lambda rule: rule.curve.get("full_at", 1.0), SHARE_LOOK),
    Column[RuleInfo](JUDGED_BY, 16, lambda rule: rule.judged_by, _EXACT_LOOK),
)
