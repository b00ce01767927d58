"""The register of an earlier scorecard, read by its headings; every typed value as it was typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.excel import register_sheet as sheet_of
from cxaudit.excel.safetext import shown
from cxaudit.register import TYPED, Register, RegisterRow, State, Typed

_KNOWN = (*sheet_of.BEFORE, *TYPED, *sheet_of.AFTER)


class _Columns(Struct, frozen=True):
    """Where the known headings stand (from 0), and the columns that people added, with their headings."""

    known: dict[str, int]
    own: tuple[tuple[int, str], ...]


def read_register(sheet: Worksheet, header: int, computed: Callable[[], Workbook]) -> Register:
    """The register under a header row; `computed` opens the same workbook with the results of formulas."""
    columns = _columns(sheet, header)
    cells = list(sheet.iter_rows(min_row=header + 1))
    formulas = any(cell.data_type == "f" for row in cells for cell in row)
    shown_rows = list((computed()[sheet.title] if formulas else sheet).iter_rows(min_row=header + 1, values_only=True))
    rows = [list(map(_value, row, results)) for row, results in zip(cells, shown_rows, strict=False)]
    filled = [_row(values, columns) for values in rows if any(value not in (None, "") for value in values)]
    return Register(tuple(filled), tuple(title for _, title in columns.own))


def _columns(sheet: Worksheet, header: int) -> _Columns:
    titles = [_text(cell.value) for cell in sheet[header]]
    folded = {title.casefold(): title for title in _KNOWN}
    known: dict[str, int] = {}
    own = []
    for index, title in enumerate(titles):
        name = folded.get(title.strip().casefold(), "")
        if name and name not in known:
            known[name] = index
        elif title.strip() or _filled(sheet, header, index + 1):
            own.append((index, title.strip() or "Column"))
    return _Columns(known, tuple(own))


def _filled(sheet: Worksheet, header: int, column: int) -> bool:
    cells = sheet.iter_rows(min_row=header + 1, min_col=column, max_col=column, values_only=True)
    return any(value not in (None, "") for (value,) in cells)


def _row(values: Sequence[Typed], columns: _Columns) -> RegisterRow:
    found = {title: values[index] for title, index in columns.known.items() if index < len(values)}
    text = {title: _text(value) for title, value in found.items()}
    points = found.get(sheet_of.POINTS)
    return RegisterRow(
        key=text.get(sheet_of.KEY, ""),
        state=_state(text.get(sheet_of.STATE, "")),
        rule=text.get(sheet_of.RULE, ""),
        finding=text.get(sheet_of.FINDING, ""),
        subject=text.get(sheet_of.SUBJECT, ""),
        workbook=text.get(sheet_of.WORKBOOK, ""),
        place=text.get(sheet_of.PLACE, ""),
        points=float(points) if isinstance(points, (int, float)) else 0.0,
        effort=text.get(sheet_of.EFFORT, ""),
        first_seen=text.get(sheet_of.FIRST_SEEN, ""),
        last_seen=text.get(sheet_of.LAST_SEEN, ""),
        typed=tuple(found.get(title) for title in TYPED),
        extra=tuple(values[index] for index, _ in columns.own),
    )


def _state(text: str) -> State:
    return next((state for state in State if state == text.strip().casefold()), State.STILL_OPEN)


def _value(cell: Cell | MergedCell, result: object) -> Typed:
    """A cell as it was typed; of a formula the result that was last shown, or its text where none was stored."""
    formula = cell.data_type == "f" and result is not None
    return as_typed(result if formula else cell.value)


def as_typed(value: object) -> Typed:
    """A value of a workbook as a person typed it: dates without a time are dates, escapes are undone."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if isinstance(value, (int, float, datetime.date, datetime.time, datetime.timedelta)):
        return value
    return None if value is None else str(value)


def _text(value: object) -> str:
    typed = as_typed(value)
    return "" if typed is None else str(typed)
