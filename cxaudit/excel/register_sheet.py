"""Sheet "Register": the findings as work, with the columns that people type in."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from cxaudit.addresses import address, column_letters
from cxaudit.excel import palette
from cxaudit.excel.conditions import shade
from cxaudit.excel.contents import Contents
from cxaudit.excel.look import CELL, NUMBER, QUIET, TYPED, Look
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.safetext import one_line
from cxaudit.excel.tables import name_table, row_height, write_header
from cxaudit.grid import Area
from cxaudit.register import EXPIRES, GRANTED, STATUS, STATUSES, RegisterRow, State, Typed, remark
from cxaudit.register import TYPED as TYPED_COLUMNS
from cxaudit.waivers import waiver_remark

NAME = "Register"
TOP = 5
KEY = "Key (do not change)"
STATE, RULE, FINDING, SUBJECT = "State", "Rule", "Finding", "Subject"
WORKBOOK, PLACE, POINTS, EFFORT = "Workbook", "Place", "Points", "Effort"
REMARK, FIRST_SEEN, LAST_SEEN = "Remark of the audit", "First seen", "Last seen"
BEFORE = (STATE, RULE, FINDING, SUBJECT, POINTS, EFFORT)
AFTER = (REMARK, WORKBOOK, PLACE, FIRST_SEEN, LAST_SEEN, KEY)
DUE = TYPED_COLUMNS.index("Due")
_WIDTHS = {
    STATE: 11,
    RULE: 7,
    FINDING: 44,
    SUBJECT: 24,
    POINTS: 8,
    EFFORT: 9,
    "Owner": 18,
    "Due": 12,
    "Status": 13,
    "Decision": 22,
    "Reason": 22,
    "Approved by": 16,
    "Granted": 12,
    "Expires": 12,
    "Client's comment": 26,
    REMARK: 30,
    WORKBOOK: 22,
    PLACE: 18,
    FIRST_SEEN: 11,
    LAST_SEEN: 11,
    KEY: 24,
}
_LEAD = (
    "The findings as work. Type in the yellow columns, and add columns of your own as you like.",
    "What is typed is carried over when the next audit is written to this file, or is given it with --previous.",
    "Planned, accepted risk, met elsewhere, disputed and not applicable waive a finding: give the reason, who approved "
    "it and when it expires. The score stays.",
)
_LOOKS = {POINTS: replace(NUMBER, number="0.00"), KEY: replace(QUIET, edge="below", wrap=False)}
_DATE_LOOK = replace(TYPED, number="yyyy-mm-dd")
_SPARE_ROWS = 200


def headings(extra: tuple[str, ...]) -> tuple[str, ...]:
    """The column headings in their order, each once: users' own columns stand after the typed ones."""
    taken = {title.casefold() for title in (*BEFORE, *TYPED_COLUMNS, *AFTER)}
    own = []
    for title in extra:
        base = one_line(title, 200) or "Column"
        name, number = base, 2
        while name.casefold() in taken:
            name, number = f"{base} ({number})", number + 1
        taken.add(name.casefold())
        own.append(name)
    return (*BEFORE, *TYPED_COLUMNS, *own, *AFTER)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    register = contents.register
    titles = headings(register.extra_columns)
    open_sheet(pen, NAME, *_LEAD)
    write_header(pen, TOP, [(title, _WIDTHS.get(title, 20)) for title in titles])
    widths = [_WIDTHS.get(title, 20.0) for title in titles]
    for number, row in enumerate(register.rows, start=TOP + 1):
        values = _write_row(pen, number, row, contents)
        pen.height(number, row_height(values[:-1], widths[:-1]))
    last = TOP + max(1, len(register.rows))
    name_table(pen, "CxRegister", Area(TOP, 1, last, len(titles)))
    _drop_downs(pen, titles, last + _SPARE_ROWS)
    _words_and_colours(pen, last)
    pen.sheet.freeze_panes = address(TOP + 1, 4)
    set_page(pen.sheet, contents, header_row=TOP)
    printed = column_letters(len(titles) - len(AFTER))
    pen.sheet.print_area = f"A1:{printed}{last}"
    return pen


def _write_row(pen: Pen, number: int, row: RegisterRow, contents: Contents) -> tuple[Typed, ...]:
    """Writes a row; gives its values, the key last."""
    before: tuple[Typed, ...] = (str(row.state), row.rule, row.finding, row.subject, row.points, row.effort)
    said = " ".join(part for part in (remark(row, contents.scorecard.as_of), waiver_remark(row)) if part)
    after: tuple[Typed, ...] = (said, row.workbook, row.place, row.first_seen, row.last_seen, row.key)
    own = [_DATE_LOOK if index in (DUE, GRANTED, EXPIRES) else TYPED for index in range(len(row.typed))]
    looks = [*map(_look_of, BEFORE), *own, *(TYPED for _ in row.extra), *map(_look_of, AFTER)]
    values = (*before, *row.typed, *row.extra, *after)
    for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
        pen.put(number, column, value, look)
    return values


def _look_of(title: str) -> Look:
    return _LOOKS.get(title, CELL)


def _drop_downs(pen: Pen, titles: tuple[str, ...], last: int) -> None:
    status = DataValidation(type="list", formula1='"' + ",".join(STATUSES) + '"', allow_blank=True)
    status.promptTitle, status.prompt = "Status", "Choose one: " + ", ".join(STATUSES) + "."
    status.errorTitle, status.error = "Status", "Please choose one of: " + ", ".join(STATUSES) + "."
    status.showErrorMessage = status.showInputMessage = True
    dates = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    dates.errorStyle = "warning"
    dates.errorTitle, dates.error = "Date", "Please type a date, such as 2026-11-30."
    dates.showErrorMessage = True
    for validation, names in ((status, ("Status",)), (dates, ("Due", "Granted", "Expires"))):
        for name in names:
            letters = column_letters(titles.index(name) + 1)
            validation.add(f"{letters}{TOP + 1}:{letters}{last}")
        pen.sheet.add_data_validation(validation)


def _words_and_colours(pen: Pen, last: int) -> None:
    """The states and statuses are words already; the colour only repeats them."""
    states = {
        State.NEW: palette.LIGHT,
        State.BACK_AGAIN: palette.WARM,
        State.MENDED: palette.MIDDLE,
    }
    sheet = pen.sheet
    for state, colour in states.items():
        shade(sheet, f"A{TOP + 1}:A{last}", f'$A{TOP + 1}="{state}"', fill=colour, bold=state is State.BACK_AGAIN)
    status = column_letters(len(BEFORE) + STATUS + 1)
    described = f"A{TOP + 1}:{column_letters(len(BEFORE))}{last}"
    shade(sheet, described, f'${status}{TOP + 1}="done"', colour=palette.QUIET)
