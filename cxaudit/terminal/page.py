"""The terminal scorecard from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxaudit.prose.citing import Citing
from cxaudit.renderer import Detail, Page
from cxaudit.scorecard import Scorecard
from cxaudit.terminal.crosschecks import cross_checks
from cxaudit.terminal.evidence import doubts, left_out, reading, supply, unjudged
from cxaudit.terminal.losses import losses
from cxaudit.terminal.opening import binding, masthead, verdict
from cxaudit.terminal.path import path, quick_wins
from cxaudit.terminal.pen import QUIET, Pen, written
from cxaudit.terminal.standing import dimensions, maps, personas
from cxaudit.terminal.text import Drawable, Text
from cxaudit.terminal.waiving import waivers

_Part = Callable[[Scorecard, Pen], Iterator[Drawable]]


def scorecard_page(scorecard: Scorecard, page: Page) -> str:
    """The scorecard as lines of text; with `Detail.VERDICT` only the sentence and what binds it."""
    pen = Pen(page, Citing.of(scorecard), scorecard.levels)
    if page.detail is Detail.VERDICT:
        return written(_short(scorecard, pen), pen)
    return written(_parts(scorecard, pen), pen)


def _short(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    yield pen.text(scorecard.verdict)
    for gate in scorecard.gates:
        if gate.binds:
            yield pen.text(gate.says)


def _parts(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    yield masthead(scorecard, pen)
    yield Text(pen.marks.empty * pen.width, style=QUIET)
    for part in _ALL if pen.page.detail is Detail.ALL else _USUAL:
        for number, piece in enumerate(part(scorecard, pen)):
            if number == 0:
                yield Text()
            yield piece


def _more(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    digest = scorecard.rule_pack.digest[:12]
    said = "All findings: -v.  How sheets were read: cxaudit inspect.  To hand over: -o scorecard.xlsx"
    if pen.page.detail is Detail.ALL:
        said = "How sheets were read, label by label: cxaudit inspect.  To hand over: -o scorecard.xlsx"
    yield pen.text(said, QUIET)
    pack = f"{scorecard.rule_pack.id} {scorecard.rule_pack.version}, digest {digest}"
    yield pen.text(f"cxaudit {scorecard.tool_version}, rules {pack}", QUIET)


_USUAL: tuple[_Part, ...] = (
    verdict,
    binding,
    dimensions,
    maps,
    personas,
    losses,
    cross_checks,
    path,
    quick_wins,
    waivers,
    supply,
    reading,
    doubts,
    left_out,
    _more,
)
_ALL: tuple[_Part, ...] = (*_USUAL[:-1], unjudged, _more)
