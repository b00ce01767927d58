"""Paths to workbooks that were read, and to the reasons why others could not be."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from cxaudit.errors import WorkbookError
from cxaudit.grid import Grid
from cxaudit.limits import DEFAULT_LIMITS, Limits
from cxaudit.workbook import WorkbookContent, find_workbooks, read_workbook, shown

Watch = Callable[[Path, int, int], None]
"""Is told of each file before it is read: its path, its number from 1, and how many there are."""


class Opened(Struct, frozen=True):
    """What the paths gave: the workbooks that could be read, and (path, reason) of the others.

    `empty` are the paths where all of them are folders and none holds a workbook: there, a self-assessment may
    stand alone.
    """

    contents: tuple[WorkbookContent, ...]
    left_out: tuple[tuple[str, str], ...]
    empty: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """What was left out for another reason than that a folder is empty."""
        return tuple(each for each in self.left_out if each[0] not in self.empty)

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(grid for content in self.contents for grid in content.grids)


def _unwatched(path: Path, number: int, total: int) -> None:
    """Nobody waits for news."""


def open_workbooks(
    paths: Sequence[Path], watch: Watch = _unwatched, limits: Limits = DEFAULT_LIMITS, password: str = ""
) -> Opened:
    """Every workbook that the paths mean, read; a file that cannot be read is left out with its reason."""
    found = find_workbooks(paths)
    contents: list[WorkbookContent] = []
    left_out = [(each.path, _with_nearest_name(each.path, each.reason)) for each in found.left_out]
    for number, path in enumerate(found.workbooks, start=1):
        watch(path, number, len(found.workbooks))
        try:
            contents.append(read_workbook(path, limits, password=password))
        except WorkbookError as error:
            left_out.append((path.as_posix(), str(error)))
    empty = not found.workbooks and all(os.path.isdir(path) for path in paths)
    return Opened(tuple(contents), tuple(left_out), tuple(map(shown, paths)) if empty else ())


def nothing_read(opened: Opened) -> str:
    """Why there is nothing to audit, in one text."""
    reasons = " ".join(f"{path}: {reason}" for path, reason in opened.left_out)
    return f"None of the files could be read. {reasons}" if reasons else "No workbook was given; name a file or folder."


def _with_nearest_name(path: str, reason: str) -> str:
    """The reason why a path is left out; where nothing stands at it, with the name there that is nearest."""
    if os.path.lexists(path):
        return reason
    from difflib import get_close_matches

    folder, wanted = os.path.split(path.rstrip("/"))
    try:
        names = sorted(os.listdir(folder or "."))
    except OSError:
        return reason
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(wanted.casefold(), folded, n=1, cutoff=0.6)
    return f"{reason} Did you mean '{os.path.join(folder, folded[close[0]])}'?" if close else reason
