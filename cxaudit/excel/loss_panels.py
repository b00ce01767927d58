"""The lower part of the first page: weakest map and persona, largest losses, path to the next level."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.excel import palette
from cxaudit.excel.contents import counts
from cxaudit.excel.look import CELL, HEADING, NUMBER, QUIET, Look
from cxaudit.excel.pen import Pen
from cxaudit.scorecard import FixInfo, PartInfo, Scorecard
from cxaudit.scores.rounding import one_decimal

SHOWN = 5
_LEFT, _RIGHT, _LAST = (1, 5), (7, 14), 14
_ROW = replace(CELL, vertical="center", indent=0)
_LINE_HEIGHT = 27.0


def write_parts(pen: Pen, scorecard: Scorecard, row: int) -> None:
    """The weakest map and the weakest persona, one line each side."""
    _part(pen, row, _LEFT, "Weakest map", scorecard.maps)
    _part(pen, row, _RIGHT, "Weakest persona", scorecard.personas)
    pen.height(row, 30)
    pen.height(row + 1, 6)


def write_losses(pen: Pen, scorecard: Scorecard, row: int) -> int:
    """The rules that lost most points; gives the first row under them."""
    _heading(pen, row, _LEFT, "Where most points are lost")
    lost = scorecard.ledger[:SHOWN]
    for each, rule in enumerate(lost, start=row + 1):
        pen.put(each, 1, rule.id, replace(_ROW, bold=True))
        pen.merge(each, 2, each, 3, rule.title, _ROW)
        pen.put(each, 4, counts(rule), replace(_ROW, align="right"))
        pen.put(each, 5, rule.points_lost, replace(NUMBER, vertical="center", indent=0, number='0.0" pt"'))
        pen.height(each, _LINE_HEIGHT)
    if not lost:
        pen.merge(row + 1, 1, row + 1, 5, "No rule that was judged lost any points.", _ROW)
    return row + 1 + max(1, len(lost))


def write_path(pen: Pen, scorecard: Scorecard, row: int) -> int:
    """The way to the next level, cheapest fixes, then quick wins where there is room; gives the first row under it."""
    plan = scorecard.plan
    _heading(pen, row, _RIGHT, f"Path to level {plan.to_level}, {plan.to_name}" if plan.to_level else "Path")
    pen.merge(row + 1, _RIGHT[0], row + 1, _LAST, plan.says, replace(QUIET, colour=palette.INK, vertical="center"))
    pen.height(row + 1, _LINE_HEIGHT)
    shown = plan.fixes if len(plan.fixes) <= SHOWN - 1 else plan.fixes[: SHOWN - 2]
    below = _write_fixes(pen, shown, row + 2)
    more = plan.fixes[len(shown) :]
    if more:
        named = ", ".join(fix.rule for fix in more)
        gain = one_decimal(sum(fix.gain for fix in more))
        return _write_line(pen, below, f"and {len(more)} more, {gain} points together: {named}")
    chosen = {fix.rule for fix in plan.fixes}
    wins = [fix for fix in plan.quick_wins if fix.rule not in chosen][: max(0, row + SHOWN - below)]
    if not wins:
        return below
    return _write_fixes(pen, wins, _write_line(pen, below, "Beyond that, the most points for the least effort:"))


def _write_fixes(pen: Pen, fixes: Sequence[FixInfo], row: int) -> int:
    for each, fix in enumerate(fixes, start=row):
        pen.put(each, 7, fix.rule, replace(_ROW, bold=True))
        pen.merge(each, 8, each, 10, fix.title, _ROW)
        pen.merge(each, 11, each, 13, f"{fix.effort} effort" + (f" × {fix.items}" if fix.items > 1 else ""), _ROW)
        pen.put(each, 14, fix.gain, replace(NUMBER, vertical="center", indent=0, number='+0.0" pt"'))
        pen.height(each, _LINE_HEIGHT)
    return row + len(fixes)


def _write_line(pen: Pen, row: int, text: str) -> int:
    pen.merge(row, 7, row, _LAST, text, replace(QUIET, vertical="center"))
    pen.height(row, _LINE_HEIGHT)
    return row + 1


def _part(pen: Pen, row: int, columns: tuple[int, int], label: str, parts: Sequence[PartInfo]) -> None:
    look = Look(size=9, fill=palette.PAPER, vertical="center", indent=1)
    pen.merge(row, columns[0], row, columns[1], f"{label}: {_weakest(parts)}", look)


def _weakest(parts: Sequence[PartInfo]) -> str:
    scored = [(part.score, part) for part in parts if part.score is not None]
    if not scored:
        return "none could be scored by itself."
    score, worst = min(scored, key=lambda pair: pair[0])
    name = " ".join(worst.name.split())
    if len(name) > 60:
        name = name[:59] + "…"
    among = f", of {len(scored)} from {one_decimal(score)} to {one_decimal(max(s for s, _ in scored))}"
    losing = f"; it loses most by {', '.join(worst.losses)}" if worst.losses else ""
    return f"{name}, {one_decimal(score)} of 100{among if len(scored) > 1 else ' (the only one)'}{losing}."


def _heading(pen: Pen, row: int, columns: tuple[int, int], text: str) -> None:
    for column in range(columns[0], columns[1] + 1):
        pen.put(row, column, None, HEADING)
    pen.put(row, columns[0], text, HEADING)
    pen.height(row, 20)
