"""A hidden sheet with the whole scorecard as JSON, so that a later comparison has its raw counts."""

from __future__ import annotations

from msgspec import DecodeError
from openpyxl import Workbook

from cxaudit.excel.look import BODY
from cxaudit.excel.pen import Pen
from cxaudit.excel.safetext import shown
from cxaudit.scorecard import Scorecard, scorecard_of_json

NAME = "cxaudit data"
_PIECE = 8_000


def write(book: Workbook, scorecard: Scorecard) -> None:
    """Adds the sheet; Excel shows it neither among the sheets nor among the hidden ones."""
    pen = Pen(book.create_sheet(NAME))
    text = scorecard.to_json()
    for row, start in enumerate(range(0, len(text), _PIECE), start=1):
        pen.put(row, 1, text[start : start + _PIECE], BODY)
    pen.sheet.sheet_state = "veryHidden"


def read(book: Workbook) -> Scorecard | None:
    """The scorecard that a workbook carries; None where it carries none that can be read today."""
    if NAME not in book.sheetnames:
        return None
    rows = book[NAME].iter_rows(max_col=1, values_only=True)
    text = "".join(shown(str(value)) for (value,) in rows if value is not None)
    try:
        return scorecard_of_json(text)
    except DecodeError:
        return None
