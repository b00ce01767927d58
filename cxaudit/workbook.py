"""Files made grids: the only place that opens what a client sent.

`find_workbooks` says which files are meant, `read_workbook` reads one of them.
"""

from __future__ import annotations

import atexit
from pathlib import Path

from msgspec import Struct

from cxaudit.addresses import address
from cxaudit.errors import WorkbookError
from cxaudit.grid import Area, Grid
from cxaudit.intake import doubts
from cxaudit.intake.celltext import plain
from cxaudit.intake.filekind import SUFFIXES, Kind, NotAWorkbookError, is_locked, kind_of
from cxaudit.intake.folder import Found, LeftOut, find_workbooks, shown
from cxaudit.intake.isolation import ReadingProcess
from cxaudit.intake.opening import file_bytes
from cxaudit.intake.wire import ReadSheet
from cxaudit.limits import DEFAULT_LIMITS, Limits

__all__ = ["Found", "LeftOut", "WorkbookContent", "find_workbooks", "read_workbook", "shown", "start_reading"]

_SHARED = ReadingProcess()
atexit.register(_SHARED.stop)


class WorkbookContent(Struct, frozen=True):
    """What one file holds: its path as given, a grid for each sheet, and remarks on the whole file."""

    path: str
    grids: tuple[Grid, ...]
    notes: tuple[str, ...] = ()


def start_reading() -> None:
    """Get the shared reading process going, so that it is ready by the time a file is to be read."""
    _SHARED.start()


def read_workbook(
    path: Path, limits: Limits = DEFAULT_LIMITS, process: ReadingProcess = _SHARED, password: str = ""
) -> WorkbookContent:
    """All sheets of one file as text, hidden ones too; the file is opened once, to read.

    A `password` opens an encrypted Excel workbook; others do not need it.

    Raises WorkbookError with one sentence on what is wrong and what to do; it does not repeat the path.
    A thread that reads beside others brings its own `process`.
    """
    data = file_bytes(path, limits)
    if path.name.startswith("~$"):
        raise WorkbookError(
            "The file marks that a workbook is open and is none itself; close the workbook and give its own file."
        )
    locked = bool(password) and is_locked(data)
    kind = Kind.XLSX if locked else _kind(data, path, limits)
    notes = () if locked else _naming_notes(kind, path)
    sheets, remarks = process.read(data, kind.value, limits, password if locked else "")
    if kind is Kind.CSV:
        sheets[0].name = plain(shown(Path(path.stem))).replace("\n", " ")
    grids = tuple(_grid(shown(path), sheet, kind, limits) for sheet in sheets)
    return WorkbookContent(shown(path), grids, (*notes, *remarks))


def _kind(data: bytes, path: Path, limits: Limits) -> Kind:
    try:
        kind = kind_of(data, limits)
    except NotAWorkbookError as error:
        raise WorkbookError(str(error)) from None
    if kind:
        return kind
    from cxaudit.intake.csvfile import looks_separated  # most audits have no such file

    if path.suffix.lower() == ".csv" or looks_separated(data):
        return Kind.CSV
    what = "no workbook that can be read" if b"\0" in data else "plain text, not a workbook, whatever its name says"
    raise WorkbookError(f"The file is {what}; get the workbook itself.")


def _naming_notes(kind: Kind, path: Path) -> tuple[str, ...]:
    if SUFFIXES.get(path.suffix.lower()) is kind:
        return ()
    return (f"The file is named {path.suffix or path.name} but holds {kind.value}; it was read as {kind.value}.",)


def _grid(workbook: str, sheet: ReadSheet, kind: Kind, limits: Limits) -> Grid:
    rows = tuple(map(tuple, sheet.rows))
    notes = dict(sheet.notes)
    if kind in {Kind.ODS, Kind.CSV}:
        notes |= _error_texts(rows)
    rows, cut = _cut(rows, limits.cell_characters)
    notes |= {place: doubts.cut_note(limits.cell_characters) for place in cut}
    return Grid(workbook, sheet.name, rows, tuple(Area(*area) for area in sheet.merged), sheet.hidden, notes)


def _error_texts(rows: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    return {
        address(row, column): doubts.error_text_note(text)
        for row, cells in enumerate(rows, start=1)
        for column, text in enumerate(cells, start=1)
        if text and text[0] in "#E" and doubts.is_error_text(text)
    }


def _cut(rows: tuple[tuple[str, ...], ...], longest: int) -> tuple[tuple[tuple[str, ...], ...], list[str]]:
    """The rows with no text longer than `longest`, and the addresses of those cut."""
    places = [
        address(row, column)
        for row, cells in enumerate(rows, start=1)
        if len("".join(cells)) > longest  # which is told of a whole row much sooner than of each of its cells
        for column, text in enumerate(cells, start=1)
        if len(text) > longest
    ]
    return (tuple(tuple(text[:longest] for text in cells) for cells in rows) if places else rows), places
