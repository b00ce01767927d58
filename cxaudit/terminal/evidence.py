"""What the result rests on: what to supply, how the sheets were read, what is in doubt and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cxaudit.prose.wording import OUTCOMES, contents
from cxaudit.renderer import Detail
from cxaudit.scorecard import Scorecard, SupplyInfo
from cxaudit.scores.rounding import whole_percent
from cxaudit.terminal.pen import QUIET, Pen, grid, indented
from cxaudit.terminal.text import Drawable, Text

_DOUBTS, _SHEETS, _NAME, _RULES = 6, 16, 26, 5


def supply(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """What is missing, the most telling first, and which rules it would let speak."""
    if not scorecard.supply:
        return
    yield pen.heading("What to supply", "evidence that it would add")
    table = grid("right", "fill")
    table.columns[0].width = 5
    for missing in scorecard.supply:
        said = pen.text(missing.what)
        said.append(f"  {_asking(missing, pen)}", style=QUIET)
        table.add_row(Text(f"+{whole_percent(missing.coverage)}"), said)
    yield table


def _asking(missing: SupplyInfo, pen: Pen) -> str:
    """The rules that ask for it: by name where they are few or all is to be told, else their number."""
    if len(missing.rules) <= _RULES or pen.page.detail is Detail.ALL:
        return ", ".join(missing.rules)
    return f"asked for by {len(missing.rules)} rules"


def reading(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """One line a sheet, under its workbook; sheets that hold nothing of the programme are counted."""
    every = pen.page.detail is Detail.ALL
    known = [sheet for sheet in scorecard.sheets if sheet.kind != "other" or every]
    shown = known if every else known[:_SHEETS]
    yield pen.heading("How the sheets were read", "how sure")
    for workbook, sheets in groupby(shown, key=lambda sheet: sheet.workbook):
        yield pen.text(pen.citing.workbook(workbook), QUIET)
        table = grid("left", "left", "fill", "right")
        for sheet in sheets:
            hidden = "hidden, " if sheet.hidden else ""
            found, sure = pen.text(hidden + contents(sheet), QUIET), Text(whole_percent(sheet.confidence))
            table.add_row(pen.name(sheet.sheet, _NAME), Text(sheet.kind), found, sure)
        yield indented(table)
    for number, said in ((len(known) - len(shown), "more"), (len(scorecard.sheets) - len(known), "not recognised")):
        if number:
            yield pen.text(f"{number} sheet{'' if number == 1 else 's'} {said} (-v shows all)", QUIET)


def doubts(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The readings that are not certain, each with its cell."""
    every = pen.page.detail is Detail.ALL
    found = [(sheet, doubt) for sheet in scorecard.sheets for doubt in (*sheet.notes, *sheet.doubts)]
    if not found:
        return
    yield pen.heading("In doubt", f"{len(found)} reading{'' if len(found) == 1 else 's'} to look at: cxaudit inspect")
    for sheet, doubt in found if every else found[:_DOUBTS]:
        yield pen.hanging(pen.marks.bullet, pen.text(f"{pen.citing.sheet(sheet.workbook, sheet.sheet)}!{doubt}"))
    if not every and len(found) > _DOUBTS:
        yield pen.text(f"and {len(found) - _DOUBTS} more (-v shows all)", QUIET)


def left_out(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The files that the audit goes on without, and why."""
    if not scorecard.left_out:
        return
    yield pen.heading("Left out", "not part of the score")
    for each in scorecard.left_out:
        yield pen.hanging(pen.marks.bullet, pen.text(f"{each.path}: {each.reason}"))


def unjudged(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The rules that lost nothing: met, not applicable or not to be told, with the reason."""
    rest = [rule for rule in scorecard.rules if not rule.points_lost]
    if not rest:
        return
    yield pen.heading("The other rules")
    table = grid("left", "left", "fill")
    for rule in rest:
        said = pen.text(rule.title).append("  ").append_text(pen.text(rule.reason or rule.message, QUIET))
        table.add_row(Text(rule.id, style=QUIET), Text(OUTCOMES[rule.outcome]), said)
    yield table
