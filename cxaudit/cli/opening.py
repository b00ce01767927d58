"""Opening the given paths with a line of progress, and a sentence on standard error for each that failed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cxaudit.cli import access
from cxaudit.cli.progress import Progress
from cxaudit.prose.plaintext import one_line, shortened
from cxaudit.session import Opened, open_workbooks


def open_with_progress(paths: Sequence[Path], progress: Progress) -> Opened:
    """The workbooks that could be read; why the others could not is said at once."""

    def watch(path: Path, number: int, total: int) -> None:
        progress.say(f"Reading {number} of {total}: {shortened(path.name, 50)}", several=total > 1)

    opened = open_workbooks(paths, watch, access.limits(), access.password())
    access.lap("opening the files")
    for path, reason in opened.left_out:
        progress.pause()
        click.echo(one_line(f"{path}: {reason}"), err=True)
    if not opened.contents and len(opened.left_out) > 1:
        click.echo("None of the files could be read, so there is nothing to audit.", err=True)
    return opened
