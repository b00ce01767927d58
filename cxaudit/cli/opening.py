"""Opening the given paths with a line of progress, and saying which of them failed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from cxaudit.cli import access
from cxaudit.cli.progress import Progress
from cxaudit.cli.redacting import mask_kept, say
from cxaudit.opened import Opened, open_workbooks
from cxaudit.prose.plaintext import one_line, shortened

_LOOK_UP = 0.2  # seconds; without it some systems keep Ctrl-C waiting


class Opening:
    """Workbooks that are opened while the caller does something else, such as loading the rules."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        # What the command keeps is known to its own thread only.
        self._limits, self._password, self._named = access.limits(), access.password(), mask_kept() is None
        self._opened: Opened | None = None
        self._error: BaseException | None = None
        self._progress: Progress | None = None
        self._words, self._several = "", False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self, progress: Progress) -> Opened:
        """The workbooks that could be read, when all were tried; raises what stopped the opening.

        `tell_left_out` says why the others could not.
        """
        self._progress = progress
        if self._words:
            progress.say(self._words, self._several)
        while self._thread.is_alive():
            self._thread.join(_LOOK_UP)
        access.lap("opening the files")
        if self._error is not None:
            raise self._error
        assert self._opened is not None  # noqa: S101 (a thread ends with one of the two)
        return self._opened

    def _run(self) -> None:
        try:
            self._opened = open_workbooks(self._paths, self._watch, self._limits, self._password)
        except BaseException as error:  # noqa: BLE001 (raised where it is waited for)
            self._error = error

    def _watch(self, path: Path, number: int, total: int) -> None:
        name = f": {shortened(path.name, 50)}" if self._named else ""
        self._words, self._several = f"Reading {number} of {total}{name}", total > 1
        if self._progress is not None:
            self._progress.say(self._words, self._several)


def open_with_progress(paths: Sequence[Path], progress: Progress) -> Opened:
    """The same for a caller that has nothing else to do."""
    return Opening(paths).wait(progress)


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
