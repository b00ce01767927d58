"""Which folders below a portfolio's folder are programmes, and what lies there that belongs to none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.engagement.find import NAME
from cxaudit.errors import UsageError
from cxaudit.intake.filekind import SUFFIXES
from cxaudit.intake.folder import shown
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS
from cxaudit.portfolio.shelf import Many, shelf_of, shelf_of_names
from cxaudit.scorecard import LeftOutInfo

_LOOSE = "This workbook lies beside the programmes and belongs to none; put it in a programme's folder."
_LINK = "This is a link; put the folder itself here, or give the folder that it leads to."
_EMPTY = "The folder holds no workbook and no cxaudit.yaml, so it is no programme."
_ABOVE = "This file is not obeyed: it stands above the programmes, and one file is for one programme."
_NO_TEXT = "The folder's name holds characters that are broken; give it another name."
_INSIDE = "This file is not obeyed: it lies inside a programme that has one of its own."


class Programmes(Struct, frozen=True):
    """The names of the programmes' folders, from the portfolio's folder with forward slashes, and what is left out.

    Both stand in the order of their names.
    """

    folder: Path
    names: Many[str]
    left_out: Many[LeftOutInfo]

    def redacted(self, hidden: Callable[[str], str]) -> Programmes:
        """The same with what is left out masked; the names of programmes are masked with their own audits."""
        left_out = shelf_of(LeftOutInfo)
        for each in self.left_out:
            left_out.put((0, 0, each.path), LeftOutInfo(path=hidden(each.path), reason=hidden(each.reason)))
        return replace(self, left_out=left_out)


def find_programmes(folder: Path) -> Programmes:
    """The programmes below a folder, in the order of their names.

    A programme is a folder directly in it, with everything below; but where engagement files lie deeper, each
    folder that has one is a programme, and so is each folder beside it. Raises UsageError where there is none.
    """
    if not os.path.isdir(folder):
        raise UsageError(f"{folder}: there is no such folder; give the folder that holds a folder for each programme")
    names, left_out = shelf_of_names(), shelf_of(LeftOutInfo)
    for each in _inside(folder, folder):
        if isinstance(each, LeftOutInfo):
            left_out.put((0, 0, each.path), each)
        else:
            names.put((0, 0, each), each)
    if (folder / NAME).is_file():
        left_out.put((0, 0, NAME), LeftOutInfo(path=NAME, reason=_ABOVE))
    if not names:
        raise UsageError(
            f"{folder}: there is no programme below this folder; give each programme a folder of its own in it, "
            f"or audit it as one programme: cxaudit audit {folder}"
        )
    return Programmes(folder, names, left_out)


def _inside(folder: Path, top: Path) -> Iterator[str | LeftOutInfo]:
    """What a folder holds that is no programme itself: names of programmes, and what is left out, in any order."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield from _entry(entry, folder / entry.name, top)
    except OSError:
        yield _left(folder, top, "The folder may not be opened; ask for access to it.")


def _entry(entry: os.DirEntry[str], path: Path, top: Path) -> Iterator[str | LeftOutInfo]:
    if entry.name.startswith((".", "~$")):
        return
    if entry.is_dir(follow_symlinks=False):
        yield from _judged(path, top)
    elif entry.is_dir():
        yield _left(path, top, _LINK)
    elif path.suffix.lower() in SUFFIXES and not is_own_scorecard(path, DEFAULT_LIMITS):
        yield _left(path, top, _LOOSE)


def _judged(folder: Path, top: Path) -> Iterator[str | LeftOutInfo]:
    """A folder as a programme, as a shelf of programmes, or as nothing."""
    if (folder / NAME).is_file():
        yield _programme(folder, top)
        inner = (path for path in _files(folder) if path.name == NAME and path.parent != folder)
        yield from (_left(path, top, _INSIDE) for path in inner)
    elif any(path.name == NAME for path in _files(folder)):
        yield from _inside(folder, top)
    elif any(path.suffix.lower() in SUFFIXES for path in _files(folder)):
        yield _programme(folder, top)
    else:
        yield _left(folder, top, _EMPTY)


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it, one after the other; what may not be opened holds none."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.is_dir():
                    yield Path(entry.path)
                elif not (entry.is_symlink() or entry.name.startswith(".")):
                    yield from _files(Path(entry.path))
    except OSError:
        return


def _left(path: Path, top: Path, reason: str) -> LeftOutInfo:
    return LeftOutInfo(path=shown(path.relative_to(top)), reason=reason)


def _programme(folder: Path, top: Path) -> str | LeftOutInfo:
    name = folder.relative_to(top).as_posix()
    return name if shown(Path(name)) == name else _left(folder, top, _NO_TEXT)
