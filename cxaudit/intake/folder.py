"""Which files the given paths mean: folders are looked through, and what is left out is said."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from cxaudit.intake.filekind import SUFFIXES
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS, Limits

_NAMES = ", ".join(SUFFIXES)
_OTHER_TABLES = {".tsv", ".tab", ".numbers", ".gsheet", ".xlt", ".xltx", ".xltm", ".fods", ".ots", ".wks", ".xlw"}
_LOCK = "marks that a workbook is open and is none itself; close the workbook and give its own file."
_OWN = "This is a scorecard made by cxaudit, not a workbook of the client."
_HIDDEN_ATTRIBUTE = 2  # Windows


class LeftOut(Struct, frozen=True):
    """A path that is not audited, as it was given or found, and why, in one sentence."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class Found(Struct, frozen=True):
    """The workbooks that the paths mean, in order of their names, and what was left out."""

    workbooks: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


def shown(path: Path) -> str:
    """A path as it was spelt, with forward slashes; bytes that are no text become question marks."""
    return path.as_posix().encode("utf-8", "replace").decode()


def find_workbooks(paths: Sequence[Path], limits: Limits = DEFAULT_LIMITS) -> Found:
    """The workbooks among the paths and inside the folders among them, each file once, sorted by path.

    Hidden and lock files, missing paths, kinds of files that are not read, cxaudit's own scorecards and folders
    without workbooks are left out, each with a sentence; nothing raises. Only of own scorecards in a folder
    nothing is said: they may lie beside what they are of.
    """
    taken: dict[str, Path] = {}
    left_out: dict[str, LeftOut] = {}
    for path in sorted(paths, key=_order):
        for item in _meant(path, limits):
            if isinstance(item, LeftOut):
                left_out.setdefault(item.path, item)
            else:
                taken.setdefault(os.path.realpath(item), item)
    workbooks = tuple(sorted(taken.values(), key=_order))
    return Found(workbooks, tuple(left_out[key] for key in sorted(left_out)))


def _order(path: Path) -> tuple[str, str]:
    return path.as_posix().casefold(), path.as_posix()


def _meant(path: Path, limits: Limits) -> Iterator[Path | LeftOut]:
    if os.path.isdir(path):  # unlike the methods of Path, these never raise
        yield from _inside(path, limits)
    elif not os.path.lexists(path):
        yield LeftOut(shown(path), "There is no such file or folder; check the spelling of the path.")
    else:
        yield _judged(path, limits)


def _inside(folder: Path, limits: Limits) -> Iterator[Path | LeftOut]:
    found = False
    for path in _files_below(folder):
        if isinstance(path, LeftOut):
            yield path
        elif path.suffix.lower() in SUFFIXES or path.suffix.lower() in _OTHER_TABLES:
            item = _leads_outside(path, folder) or _hidden(path, folder) or _judged(path, limits)
            found = found or isinstance(item, Path)
            if not (isinstance(item, LeftOut) and item.reason == _OWN):  # a scorecard may lie beside what it is of
                yield item
    if not found:
        yield LeftOut(shown(folder), f"The folder holds no workbook to audit; put files in it that end in {_NAMES}.")


def _files_below(folder: Path) -> Iterator[Path | LeftOut]:
    problems: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=problems.append):
        folders.sort()
        yield from (Path(place) / name for name in sorted(files))
    for problem in problems:
        name = shown(Path(os.fsdecode(problem.filename)))
        yield LeftOut(name, "The folder may not be opened; ask for access to it.")


def _leads_outside(path: Path, folder: Path) -> LeftOut | None:
    if os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return LeftOut(shown(path), "This is a link that leads out of the folder; give the file that it leads to.")
    return None


def _hidden(path: Path, folder: Path) -> LeftOut | None:
    if _hidden_on_windows(path) or any(part.startswith(".") for part in path.relative_to(folder).parts):
        return LeftOut(shown(path), "The file or its folder is hidden; give its path itself if it is meant.")
    return None


def _hidden_on_windows(path: Path) -> bool:
    try:
        return bool(getattr(path.lstat(), "st_file_attributes", 0) & _HIDDEN_ATTRIBUTE)
    except OSError:
        return False


def _judged(path: Path, limits: Limits) -> Path | LeftOut:
    """The path if it may be a workbook, else why it is left out."""
    suffix = path.suffix.lower()
    if path.name.startswith(("~$", ".~lock.")):
        return LeftOut(shown(path), f"The file {_LOCK}")
    if suffix not in SUFFIXES:
        kind = f"A file that ends in {suffix}" if suffix else "A file without an ending such as .xlsx"
        return LeftOut(shown(path), f"{kind} is not read; save it as .xlsx or .csv, if it holds a table.")
    if os.path.isfile(path) and is_own_scorecard(path, limits):
        return LeftOut(shown(path), _OWN)
    return path  # reading it will say what else is wrong
