"""When a workbook was saved: files are looked at now and then, until what changed has come to rest.

Programs save in different ways: some write over the file, some write another one and put it in its place, so that
the file is gone for a moment; most lay a lock file beside it. None of these in-between states counts as a save.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from cxaudit.engagement.find import NAME
from cxaudit.intake.filekind import SUFFIXES
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS

Stamps = Mapping[Path, tuple[int, int, int]]
"""What tells that a file was written: the time in nanoseconds, the size and the file's number, by path."""

_IN_BETWEEN = ("~$", ".", "._")
_AT_REST, _REALLY_GONE = 1, 10
"""Looks without a change after which a save is over, and after which a file that is gone was deleted."""


def stamps(paths: Sequence[Path], beside: Sequence[Path] = (), ignored: Sequence[Path] = ()) -> Stamps:
    """The files that an audit of the paths depends on, and those of rule packs `beside`; lock files are none.

    `ignored` are files that the audit writes itself.
    """
    own = {os.path.realpath(path) for path in ignored}
    found = {}
    for path in (*_meant(paths), *_rule_files(beside)):
        try:
            status = path.stat()
        except OSError:  # between two steps of a save, or deleted
            continue
        if os.path.realpath(path) not in own:
            found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


class Saves:
    """Waits for saves. `look` gives the stamps of now, `wait` lets some time pass.

    Scorecards of the tool's own that come to lie beside the workbooks are no saves.
    """

    def __init__(self, look: Callable[[], Stamps], wait: Callable[[], None]) -> None:
        self._look = look
        self.wait = wait
        self._before = look()
        self._own: set[Path] = set()

    def next(self) -> tuple[Path, ...]:
        """The files of the next save, sorted; it returns once nothing has changed from one look to the next."""
        while True:
            saved = self._next()
            self._own |= {path for path in saved if is_own_scorecard(path, DEFAULT_LIMITS)}
            if not self._own.issuperset(saved):
                return saved

    def _next(self) -> tuple[Path, ...]:
        before = last = self._before
        quiet = 0
        while True:
            self.wait()
            now = self._look()
            quiet = quiet + 1 if now == last else 0
            last = now
            if now != before and quiet >= (_REALLY_GONE if before.keys() - now.keys() else _AT_REST):
                self._before = now
                return tuple(sorted(path for path in {*before, *now} if before.get(path) != now.get(path)))


def _meant(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield path / NAME
            for place, folders, files in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (Path(place) / name for name in sorted(files) if _may_be_workbook(name))
        else:
            yield from (path, path.parent / NAME) if not _is_lock(path.name) else ()


def _may_be_workbook(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SUFFIXES and not name.startswith(_IN_BETWEEN)


def _is_lock(name: str) -> bool:
    """Whether a file that was named by itself (by a pattern such as *.xlsx) only marks that another one is open."""
    return name.startswith(("~$", ".~lock."))


def _rule_files(packs: Sequence[Path]) -> Iterator[Path]:
    return (path for pack in packs for path in sorted(pack.rglob("*.yaml")))
