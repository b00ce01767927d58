"""Opening the given paths with a line of progress, and saying which of them failed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cxaudit.cli import access
from cxaudit.cli.progress import Progress
from cxaudit.cli.redacting import mask_kept, say
from cxaudit.opened import Opened, open_workbooks
from cxaudit.prose.plaintext import one_line, shortened


def open_with_progress(paths: Sequence[Path], progress: Progress) -> Opened:
    """The workbooks that could be read; `tell_left_out` says why the others could not."""
    named = mask_kept() is None

    def watch(path: Path, number: int, total: int) -> None:
        name = f": {shortened(path.name, 50)}" if named else ""
        progress.say(f"Reading {number} of {total}{name}", several=total > 1)

    opened = open_workbooks(paths, watch, access.limits(), access.password())
    access.lap("opening the files")
    return opened


def failures(opened: Opened) -> tuple[str, ...]:
    """A sentence for each path that could not be read."""
    told = tuple(f"{path}: {reason}" for path, reason in opened.left_out)
    if not opened.contents and len(opened.left_out) > 1:
        told += ("None of the files could be read, so there is nothing to audit.",)
    return told


def tell_left_out(opened: Opened) -> None:
    """The same on standard error."""
    for sentence in failures(opened):
        say(one_line(sentence))
