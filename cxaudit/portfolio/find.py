"""Which folders below a portfolio's folder are programmes, and what lies there that belongs to none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cxaudit.engagement.file import NAME
from cxaudit.errors import UsageError
from cxaudit.intake.filekind import SUFFIXES
from cxaudit.intake.folder import shown
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS
from cxaudit.scorecard import LeftOutInfo

_LOOSE = "This workbook lies beside the programmes and belongs to none; put it in a programme's folder."
_LINK = "This is a link; put the folder itself here, or give the folder that it leads to."
_EMPTY = "The folder holds no workbook and no cxaudit.yaml, so it is no programme."
_ABOVE = "This file is not obeyed: it stands above the programmes, and one file is for one programme."
_NO_TEXT = "The folder's name holds characters that are broken; give it another name."
_INSIDE = "This file is not obeyed: it lies inside a programme that has one of its own."


@dataclass(frozen=True, slots=True)
class Programmes:
    """The names of the programmes' folders, from the portfolio's folder with forward slashes, and what is left out."""

    folder: Path
    names: tuple[str, ...]
    left_out: tuple[LeftOutInfo, ...] = ()


def find_programmes(folder: Path) -> Programmes:
    """The programmes below a folder, in the order of their names.

    A programme is a folder directly in it, with everything below; but where engagement files lie deeper, each
    folder that has one is a programme, and so is each folder beside it. Raises UsageError where there is none.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; give the folder that holds a folder for each programme")
    found = list(_inside(folder, folder))
    if (folder / NAME).is_file():
        found.append(LeftOutInfo(path=NAME, reason=_ABOVE))
    names = tuple(sorted((each for each in found if isinstance(each, str)), key=_order))
    left_out = tuple(sorted((each for each in found if isinstance(each, LeftOutInfo)), key=lambda each: each.path))
    if not names:
        raise UsageError(
            f"{folder}: there is no programme below this folder; give each programme a folder of its own in it, "
            f"or audit it as one programme: cxaudit audit {folder}"
        )
    return Programmes(folder, names, left_out)


def _order(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _inside(folder: Path, top: Path) -> Iterator[str | LeftOutInfo]:
    """What a folder holds that is no programme itself: names of programmes, and what is left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield _left(folder, top, "The folder may not be opened; ask for access to it.")
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _judged(path, top)
        elif entry.is_dir():
            yield _left(path, top, _LINK)
        elif path.suffix.lower() in SUFFIXES and not is_own_scorecard(path, DEFAULT_LIMITS):
            yield _left(path, top, _LOOSE)


def _judged(folder: Path, top: Path) -> Iterator[str | LeftOutInfo]:
    """A folder as a programme, as a shelf of programmes, or as nothing."""
    engaged, workbook = _looked_through(folder)
    if (folder / NAME).is_file():
        yield _programme(folder, top)
        yield from (_left(path, top, _INSIDE) for path in engaged if path.parent != folder)
    elif engaged:
        yield from _inside(folder, top)
    elif workbook:
        yield _programme(folder, top)
    else:
        yield _left(folder, top, _EMPTY)


def _looked_through(folder: Path) -> tuple[list[Path], bool]:
    """The engagement files in a folder and below it, and whether there is a workbook."""
    engaged, workbook = [], False
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        engaged += [Path(place) / NAME] if NAME in files else []
        workbook = workbook or any(Path(name).suffix.lower() in SUFFIXES for name in files)
    return engaged, workbook


def _left(path: Path, top: Path, reason: str) -> LeftOutInfo:
    return LeftOutInfo(path=shown(path.relative_to(top)), reason=reason)


def _programme(folder: Path, top: Path) -> str | LeftOutInfo:
    name = folder.relative_to(top).as_posix()
    return name if shown(Path(name)) == name else _left(folder, top, _NO_TEXT)
