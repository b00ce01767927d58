"""The rows of a sheet as plain text, cut to what is used."""

from __future__ import annotations

from cxaudit.intake.celltext import plain, value_text

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxaudit.intake.celltext import Value


def text_row(values: Sequence[Value]) -> list[str]:
    """One row as text, without its empty end."""
    row = _stripped(values) or [plain(value) if value.__class__ is str else value_text(value) for value in values]
    while row and not row[-1]:
        row.pop()
    return row


def _stripped(values: Sequence[Value]) -> list[str]:
    """The same for a row of plain text, as most are, in one go; empty where there is anything else in it."""
    try:
        return list(map(str.strip, values)) if "".join(values).isprintable() else []  # type: ignore[arg-type]
    except TypeError:
        return []


def text_rows(values: Iterable[Sequence[Value]]) -> list[list[str]]:
    """All rows as text, without the empty ones at the end."""
    rows = [text_row(row) for row in values]
    while rows and not rows[-1]:
        rows.pop()
    return rows
