"""Sheet "How it was read": each sheet, each label and its field, doubts, what was not read or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address
from cxaudit.excel import palette
from cxaudit.excel.conditions import shade
from cxaudit.excel.contents import Contents, field_title, plural
from cxaudit.excel.look import CELL, SHARE
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.tables import Column, write_table
from cxaudit.scorecard import Scorecard, SheetInfo

NAME = "How it was read"
TOP = 5
_LEAD = (
    "How the tool understood each sheet; look here first when a finding seems wrong. Filter the first column by "
    '"doubt" for what to check.',
)


class _Line(Struct, frozen=True):
    """One line: `what` is sheet, label, doubt, note, not read, left out, to supply or shown differently."""

    what: str
    workbook: str
    sheet: str
    cell: str
    text: str
    taken_for: str
    sure: float | None = None


def write(book: Workbook, contents: Contents, remarks: Sequence[str]) -> Pen:
    """Adds the sheet; `remarks` are those on text that the other sheets could not hold as it is."""
    pen = Pen(book.create_sheet(NAME))
    open_sheet(pen, NAME, *_LEAD)
    lines = [*_lines(contents.scorecard), *(_Line("shown differently", "", "", "", one, "") for one in remarks)]
    write_table(pen, "CxReading", TOP, _COLUMNS, lines)
    cells = f"A{TOP + 1}:G{TOP + max(1, len(lines))}"
    shade(pen.sheet, cells, f'$A{TOP + 1}="sheet"', fill=palette.LIGHT, bold=True)
    for what in ("doubt", "left out", "shown differently"):
        shade(pen.sheet, cells, f'$A{TOP + 1}="{what}"', fill=palette.WARM)
    pen.sheet.freeze_panes = address(TOP + 1, 2)
    set_page(pen.sheet, contents, header_row=TOP)
    return pen


def _lines(scorecard: Scorecard) -> Iterator[_Line]:
    for out in scorecard.left_out:
        yield _Line("left out", out.path, "", "", out.reason, "")
    for one in scorecard.supply:
        yield _Line("to supply", "", "", "", one.what, f"for {', '.join(one.rules)}")
    for sheet in scorecard.sheets:
        yield from _sheet_lines(sheet)


def _sheet_lines(sheet: SheetInfo) -> Iterator[_Line]:
    book, name = sheet.workbook, sheet.sheet
    hidden = "a hidden sheet, " if sheet.hidden else ""
    counted = ", ".join(_counted(count, what) for what, count in sheet.counts.items())
    kind = "not taken for anything" if sheet.kind == "other" else f"{sheet.kind}, laid out as {sheet.layout}"
    yield _Line("sheet", book, name, "", counted or "nothing was found in it", hidden + kind, sheet.confidence)
    for label in sheet.labels:
        taken = f"{field_title(label.field)} ({label.match})"
        yield _Line("label", book, name, label.cell, label.label, taken, label.confidence)
    for doubt in sheet.doubts:
        cell, said = _split(doubt)
        yield _Line("doubt", book, name, cell, said, "")
    for note in sheet.notes:
        yield _Line("note", book, name, "", note, "")
    for unread in sheet.unread:
        yield _Line("not read", book, name, unread.cell, unread.text, unread.reason)
    left = sheet.counts.get("unread", 0) - len(sheet.unread)
    if left > 0:
        yield _Line("not read", book, name, "", f"and {left} more cells", "")


def _counted(count: int, things: str) -> str:
    """A count as the scorecard names it (`maps`, `labels`; `unread` has no plural)."""
    return f"{count} {things}" if things == "unread" else plural(count, things.removesuffix("s"))


def _split(doubt: str) -> tuple[str, str]:
    """A doubt's cell and its words: 'C4: …' is C4 and …."""
    cell, colon, said = doubt.partition(": ")
    return (cell, said) if colon and cell.isalnum() else ("", doubt)


_COLUMNS = (
    Column[_Line]("What", 16, lambda line: line.what),
    Column[_Line]("Workbook", 30, lambda line: line.workbook),
    Column[_Line]("Sheet", 22, lambda line: line.sheet),
    Column[_Line]("Cell", 10, lambda line: line.cell, replace(CELL, wrap=False)),
    Column[_Line]("Text", 60, lambda line: line.text),
    Column[_Line]("Taken for", 34, lambda line: line.taken_for),
    Column[_Line]("Sure", 8, lambda line: line.sure, SHARE),
)
