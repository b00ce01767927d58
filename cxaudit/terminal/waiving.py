"""The waivers: which are in effect, and which somebody has to see to."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.pieces.waiverinfo import WaiverState
from cxaudit.prose.waiving import STATES, agreed, effect, sorted_waivers, tally, what
from cxaudit.renderer import Detail
from cxaudit.scorecard import Scorecard
from cxaudit.terminal.pen import QUIET, Pen, grid
from cxaudit.terminal.text import Drawable, Text

_MOST = 10
_STYLES = {WaiverState.EXPIRED: "red", WaiverState.INCOMPLETE: "red", WaiverState.EXPIRING: "yellow"}


def waivers(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The tally, then a line for each waiver."""
    if not scorecard.waivers:
        return
    yield pen.heading("Waivers", "no effect on the score, save a rule declared not applicable")
    yield pen.text(tally(scorecard.waivers))
    ordered = sorted_waivers(scorecard.waivers)
    shown = ordered if pen.page.detail is Detail.ALL else ordered[:_MOST]
    table = grid("left", "fill")
    for waiver in shown:
        said = pen.text(f"{what(waiver)}: {effect(waiver)}.")
        said.append(" ").append_text(pen.text(agreed(waiver), QUIET))
        table.add_row(Text(STATES[waiver.state], style=_STYLES.get(waiver.state, QUIET)), said)
    yield table
    if len(ordered) > len(shown):
        yield pen.text(f"and {len(ordered) - len(shown)} more (-v shows all)", QUIET)
