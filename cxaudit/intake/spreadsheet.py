"""The sheets of an Excel or OpenDocument workbook as text with addresses, read by python-calamine."""

from __future__ import annotations

import io

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from cxaudit.errors import WorkbookError
from cxaudit.intake import doubts
from cxaudit.intake.celltext import plain
from cxaudit.intake.container import Container, ContainerError
from cxaudit.intake.inflation import counted_parts
from cxaudit.intake.ooxml import survey
from cxaudit.intake.sheetrows import text_rows
from cxaudit.intake.sheetsize import refuse_area, refuse_sheets, refuse_total
from cxaudit.intake.wire import ReadSheet

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet, SheetMetadata

    from cxaudit.intake.celltext import Value
    from cxaudit.intake.sheetscan import SheetScan
    from cxaudit.limits import Limits

_READ_TYPES = (SheetTypeEnum.WorkSheet, SheetTypeEnum.ChartSheet)  # not a set: they have no hash


class _NoSheetsError(Exception):
    """The workbook opened, and there is nothing in it to read; the message is one sentence."""


def sheets_of(data: bytes, suffix: str, limits: Limits) -> tuple[list[ReadSheet], list[str]]:
    """The sheets of a workbook in order, and remarks on it; `suffix` is that of its real kind.

    Raises whatever goes wrong, the library's panics included; `refusal_of` puts it in words.
    """
    scans, notes = _looked_through(data, suffix, limits)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets: list[ReadSheet] = []
    taken: set[str] = set()
    mended: CalamineWorkbook | None = None
    cells = 0
    refuse_sheets(len(workbook.sheets_metadata), limits)
    for number, about in enumerate(workbook.sheets_metadata):
        note = _passed_over(about, taken)
        if not note and about.typ != SheetTypeEnum.ChartSheet:
            source = _opened(workbook, number)
            if source is None and suffix == ".xlsx":
                mended = mended or _mended(data, limits)
                source = _opened(mended, number)
            extent = _extent(source) if source else 0
            refuse_area(about.name, extent, limits)
            refuse_total(cells := cells + extent, limits)
            note = _taken(source, about, scans.get(about.name), sheets)
        if note:
            notes.append(note)
        taken.add(about.name.casefold())  # Excel tells no two apart by capitals alone
    if not sheets:
        raise _NoSheetsError(notes[0] if notes else doubts.NO_SHEETS)
    return sheets, notes


def refusal_of(error: BaseException, limits: Limits) -> tuple[str, bool]:
    """One sentence on what stopped a reading, and whether the process is still sound."""
    if isinstance(error, (ContainerError, WorkbookError, _NoSheetsError)):
        return str(error), True
    if isinstance(error, PasswordError):
        return doubts.ENCRYPTED, True
    if isinstance(error, CalamineError):
        return doubts.damage_sentence(str(error)), True
    if isinstance(error, MemoryError):
        return doubts.memory_sentence(limits), False
    if isinstance(error, Exception):  # panics are not
        return doubts.bug_sentence(error), False
    return doubts.CRASHED, False


def _looked_through(data: bytes, suffix: str, limits: Limits) -> tuple[dict[str, SheetScan], list[str]]:
    """What the parts say themselves: a scan of each sheet by name (.xlsx), and remarks (the others)."""
    if suffix == ".xlsx":
        found = survey(data, limits)
        # Of sheets with one name only the first is read.
        scans = dict(zip(reversed(found.listed), reversed(found.scans), strict=True))
        return scans, [doubts.repeated_part_note(found.repeated)] if found.repeated else []
    from cxaudit.intake import errorcells

    errors = errorcells.xls_errors(data) if suffix == ".xls" else 0
    if suffix in {".xlsb", ".ods"}:
        for name, content in counted_parts(Container(data, limits), limits):
            if name == "content.xml":
                errors += errorcells.ods_errors(content)
            elif name.endswith(".bin") and "sheets/" in name:
                errors += errorcells.xlsb_errors(content)
    return {}, [doubts.errors_note(errors)] if errors else []


def _passed_over(about: SheetMetadata, taken: set[str]) -> str:
    """Why a sheet is not read, or nothing."""
    if about.name.casefold() in taken:
        return doubts.repeated_sheet_note(about.name)
    if about.typ not in _READ_TYPES:
        return doubts.skipped_sheet_note(about.name)
    return ""


def _opened(workbook: CalamineWorkbook, number: int) -> CalamineSheet | None:
    try:
        return workbook.get_sheet_by_index(number)
    except CalamineError:
        return None


def _mended(data: bytes, limits: Limits) -> CalamineWorkbook:
    """The workbook once more, with errors that the library knows: of others it gives up the sheet."""
    from cxaudit.intake.knownerrors import with_known_errors

    return CalamineWorkbook.from_filelike(io.BytesIO(with_known_errors(data, limits)))


def _extent(source: CalamineSheet) -> int:
    """The cells of the rectangle from A1 to the last filled row and column."""
    return (source.end[0] + 1) * (source.end[1] + 1) if source.end else 0


def _taken(source: CalamineSheet | None, about: SheetMetadata, scan: SheetScan | None, sheets: list[ReadSheet]) -> str:
    """Add a sheet to those read; gives what is to be said of it, or nothing."""
    sheet = ReadSheet(plain(about.name).replace("\n", " "))
    if source is None:
        return doubts.failed_sheet_note(sheet.name)
    sheet.hidden = about.visible != SheetVisibleEnum.Visible
    sheet.rows = text_rows(_rows(source))
    sheet.notes = doubts.scan_notes(scan) if scan else {}
    sheets.append(sheet)
    whole = _take_merges(source, sheet)
    if scan and (note := doubts.sheet_note(sheet.name, scan, empty=not sheet.rows)):
        return note
    return "" if whole else doubts.merges_note(sheet.name)


def _rows(source: CalamineSheet) -> Iterator[list[Value]]:
    """The rows from the first of the sheet on, each from column A on; one at a time, so that none lies about."""
    left = [""] * (source.start[1] if source.start else 0)
    return (left + row for row in source.iter_rows()) if left else iter(source.iter_rows())


def _take_merges(source: CalamineSheet, sheet: ReadSheet) -> bool:
    """Add the merged ranges that reach into the data; false where they overlap too much to be true."""
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    room = height * (width + 1)
    for (top, left), (bottom, right) in source.merged_cell_ranges or ():
        rows, columns = min(bottom, height - 1) - top + 1, min(right, width) - left + 1
        if rows <= 0 or columns <= 0:
            continue
        # Ranges that do not overlap cannot cover more than the sheet.
        room -= rows * columns
        if room < 0:
            return False
        sheet.merged.append((top + 1, left + 1, bottom + 1, right + 1))
    return True
