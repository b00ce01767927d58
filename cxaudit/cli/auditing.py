"""What `cxaudit audit` does: read, judge, write, show, tell what changed, watch, and hold to thresholds."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from cxaudit.cli.access import lap
from cxaudit.cli.delivering import check_outputs, deliver, write
from cxaudit.cli.judging import Judged, NothingReadError, Request, judged
from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.cli.saves import Saves
    from cxaudit.cli.since import Since
    from cxaudit.renderer import Page

__all__ = ["Request", "run"]

_LOOK_EVERY = 0.5  # seconds


def run(asked: Request) -> None:
    """The whole command; ends with its exit code."""
    from cxaudit.cli.console import output_page
    from cxaudit.cli.redacting import check_new
    from cxaudit.cli.since import masked, since, tell_changes
    from cxaudit.cli.thresholds import hold_to

    check_outputs(asked.form, asked.outputs, asked.paths, asked.previous, asked.force)
    if asked.redact:
        check_new(asked.outputs)
    saves = _saves(asked) if asked.watch else None
    page = output_page(asked.quiet, asked.verbose)
    lap("starting")
    earlier = since(asked.previous, asked.outputs)
    found = _first(asked, earlier)
    lap("reading the sheets and judging")
    deliver(found.show, asked.form, asked.outputs, page, asked.previous)
    lap("writing and showing")
    tell_changes(found.show, masked(earlier), asked.quiet, on_stdout=asked.form == "terminal")
    if saves:
        found = _watched(found, saves, asked, earlier, page)
    hold_to(found.show, found.bounds)


def _first(asked: Request, earlier: Since) -> Judged:
    """The audit that the command begins with; what is to be said of the files is said."""
    try:
        found = judged(asked, earlier)
    except NothingReadError as error:
        error.tell()
        raise
    found.tell()
    return found


def _watched(found: Judged, saves: Saves, asked: Request, earlier: Since, page: Page) -> Judged:
    from cxaudit.cli.watch import keep_watching

    def rewrite(now: Judged) -> None:
        write(now.show, asked.outputs, page, asked.previous)

    return keep_watching(found, saves, partial(judged, asked, earlier), rewrite, asked.watch_saves)


def _saves(asked: Request) -> Saves:
    """The saves from now on; raises UsageError where the terminal is not free to tell of them."""
    from cxaudit.cli.saves import Saves, stamps
    from cxaudit.engagement.find import find_engagement

    if asked.form != "terminal":
        raise UsageError("--watch tells of saves in the terminal; leave --format out, and write to a file with -o FILE")
    engagement = find_engagement(asked.paths)
    packs = (*asked.packs, *(engagement.packs if engagement else ()))
    return Saves(partial(stamps, asked.paths, packs, asked.outputs), partial(time.sleep, _LOOK_EVERY))
