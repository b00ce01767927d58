"""Where the sheets of a programme do not agree; it costs no points."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.renderer import Detail
from cxaudit.scorecard import Scorecard
from cxaudit.terminal.pen import QUIET, Pen
from cxaudit.terminal.text import Drawable

_CELLS = 3


def cross_checks(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """One paragraph a disagreement, with its cells and, where all is to be told, how to mend it."""
    if not scorecard.cross_checks:
        return
    yield pen.heading("Between the sheets", "costs no points")
    for found in scorecard.cross_checks:
        said = pen.text(found.message)
        said.append(f"  {pen.citing.cells(found.cells, _CELLS)}", style=QUIET)
        if pen.page.detail is Detail.ALL:
            said.append(f"  {found.mend}")
        yield pen.hanging(pen.marks.bullet, said)
