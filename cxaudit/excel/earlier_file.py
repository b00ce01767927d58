"""Reading an earlier scorecard back: what people typed in it, and its scores.

Sheets and columns are found by their headings, so that people may move, sort and rename sheets and columns
around them as they like.
"""

from __future__ import annotations

import os
import warnings
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.earlier import CATEGORY, EarlierScorecard
from cxaudit.errors import UsageError, WorkbookError
from cxaudit.excel import data_sheet, method_sheet, register_sheet, whatif
from cxaudit.excel.own_sheets import own_sheets
from cxaudit.excel.read_register import read_register
from cxaudit.excel.safetext import shown
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS, Limits
from cxaudit.workbook import read_workbook

_HEADER_ROWS = 40
# openpyxl takes some hundred bytes for every cell of the rectangle that a sheet spans.
_LIMITS = Limits(sheet_cells=1_000_000, workbook_cells=2_000_000)


def read_earlier(path: Path) -> EarlierScorecard:
    """The scorecard in a file. Raises UsageError with a sentence where the file is none or cannot be read."""
    return _read(path, _state(path))


def _state(path: Path) -> tuple[int, ...]:
    """What tells whether a file is still the same; nothing where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


@lru_cache(maxsize=2)
def _read(path: Path, _: tuple[int, ...]) -> EarlierScorecard:
    """The same, kept while the file stays as it is: an audit asks for it when it begins, judges and writes."""
    book = _open(path)
    register = find_header(book, register_sheet.KEY)
    if register is None and book.properties.category != CATEGORY:
        raise UsageError(f"{path}: this workbook is no cxaudit scorecard")
    if register is None:
        raise UsageError(
            f"{path}: the column '{register_sheet.KEY}' of its register is gone; put it back, or rename it"
        )
    facts = _facts(book)
    return EarlierScorecard(
        as_of=facts.get("Date of the audit", ""),
        pack=facts.get("Digest of the rules", ""),
        score=dict(_scores(book)).get(""),
        dimensions={key: value for key, value in _scores(book) if key},
        register=read_register(*register, lambda: _loaded(path, results=True)),
        planned=dict(_planned(book)),
        own_sheets=own_sheets(book),
        scorecard=data_sheet.read(book),
    )


def is_scorecard(path: Path) -> bool:
    """Whether a file is a scorecard that this tool wrote, possibly edited and saved by another program since."""
    if is_own_scorecard(path, DEFAULT_LIMITS):
        return True
    try:
        book = _open(path)
    except UsageError:
        return False
    return find_header(book, register_sheet.KEY) is not None


def find_header(book: Workbook, *titles: str) -> tuple[Worksheet, int] | None:
    """The sheet and the row that hold all the headings; None where none does."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=_HEADER_ROWS):
            if {str(cell.value) for cell in row}.issuperset(titles):
                return sheet, int(row[0].row or 0)
    return None


def _open(path: Path) -> Workbook:
    """The workbook; it has been with the client, so that it first has to pass the process that reads their files."""
    try:
        read_workbook(path, _LIMITS)
    except WorkbookError as error:
        reason = str(error).replace(", or raise the limit.", ".")
        raise UsageError(f"{path}: this file could not be opened as an Excel workbook. {reason}") from None
    try:
        return _loaded(path)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, TypeError) as error:
        raise UsageError(f"{path}: this file could not be opened as an Excel workbook ({error})") from None


def _loaded(path: Path, results: bool = False) -> Workbook:
    """The workbook with formulas, or with their results; openpyxl's remarks on what Excel added are left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(path, data_only=results)


def _facts(book: Workbook) -> dict[str, str]:
    """The labelled lines of the method sheet."""
    if method_sheet.NAME not in book.sheetnames:
        return {}
    rows = book[method_sheet.NAME].iter_rows(max_col=2, values_only=True)
    return {str(label): shown(str(text)) for label, text in rows if label and text is not None}


def _scores(book: Workbook) -> Iterator[tuple[str, float]]:
    """Scores by dimension id; the overall score stands under an empty id."""
    found = find_header(book, "Dimension", whatif.NOW)
    if found is None:
        return
    sheet, header = found
    now = [cell.value for cell in sheet[header]].index(whatif.NOW)
    for row in sheet.iter_rows(min_row=header + 1, values_only=True):
        if not row[1]:
            return
        score = row[now]
        if isinstance(score, (int, float)):
            yield str(row[0] or ""), float(score)


def _planned(book: Workbook) -> Iterator[tuple[str, float]]:
    """Planned scores that were typed; a formula is the tool's own and means 'as now'."""
    found = find_header(book, whatif.RULE, whatif.PLANNED)
    if found is None:
        return
    sheet, header = found
    titles = [str(cell.value) for cell in sheet[header]]
    rule, planned = titles.index(whatif.RULE), titles.index(whatif.PLANNED)
    for row in sheet.iter_rows(min_row=header + 1, values_only=True):
        value = row[planned]
        if row[rule] and isinstance(value, (int, float)) and not isinstance(value, bool):
            yield str(row[rule]), float(value)
