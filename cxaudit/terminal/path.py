"""The path to the next level, and the quick wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.prose.wording import effort, points
from cxaudit.renderer import Detail
from cxaudit.scorecard import FixInfo, Scorecard
from cxaudit.terminal.pen import QUIET, Pen, grid
from cxaudit.terminal.text import Drawable, Text

_FIXES, _WINS = 12, 3


def path(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The cheapest set of fixes that reaches the next level."""
    plan = scorecard.plan
    every = pen.page.detail is Detail.ALL
    if plan.says:
        title = f"Path to level {plan.to_level}" if plan.to_level else "Path to the next level"
        yield pen.heading(title, "points won, the cheapest set of fixes that reaches it" if plan.fixes else "")
        yield pen.text(plan.says)
        yield from _fixes(plan.fixes, len(plan.fixes) if every else _FIXES, pen)


def quick_wins(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The fixes with the most points for the least effort."""
    plan = scorecard.plan
    if plan.quick_wins:
        every = pen.page.detail is Detail.ALL
        yield pen.heading("Quick wins", "points won, most for the least effort")
        yield from _fixes(plan.quick_wins, len(plan.quick_wins) if every else _WINS, pen)


def _fixes(fixes: Sequence[FixInfo], most: int, pen: Pen) -> Iterator[Drawable]:
    table = grid("right", "left", "fill", "right")
    table.columns[0].width = 5
    for fix in fixes[:most]:
        remarks = (("gate, " if fix.gate else "") + effort(fix), f"with {fix.mended_with}" if fix.mended_with else "")
        won = Text(f"+{points(fix.gain)}", style="green")
        table.add_row(
            won, Text(fix.rule, style=QUIET), pen.text(fix.title), Text(", ".join(filter(None, remarks)), style=QUIET)
        )
    if fixes:
        yield table
    if len(fixes) > most:
        yield pen.text(f"       and {len(fixes) - most} more", QUIET)
