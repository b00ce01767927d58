"""Lists of records (event logs, contacts, orders) told from tables that people wrote about customers."""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.rowtables import RowTable
from cxaudit.words.labeltext import fold, is_machine_name

_CODE = pattern(
    r"^(?:[A-Z]{0,8}[-_]?\d{2,}[A-Z0-9-]*|[A-Z0-9]{12,}|[0-9a-f]{8}-[0-9a-f-]{20,}|[^@\s]+@[^@\s]+\.\w+|\+?\d[\d\s()/.-]{6,})$"
)
_SERIAL = pattern(r"^[A-Za-z]{0,3}[-_. ]?(\d{1,3})$")
_SAMPLE = 200
_MANY = 60
_MOST_PEOPLE = 40
_WRITTEN = frozenset({"emotion", "thought", "goal", "pain_point", "opportunity", "expectation"})
_MOST_WRITTEN = 3


def is_record_list(grid: Grid, table: RowTable) -> bool:
    """Whether the rows are records of single events or people: a column of codes, or many rows of few words.

    Rows that begin with names for machines ("cart_view") define what a program counts. No program logs what
    customers feel, think and suffer: where that is told, few different words are only a writer's habit.
    """
    rows = table.body[:_SAMPLE]
    if len(rows) < 4:
        return False
    if any(_names_a_key(label.text) and _is_code_column(grid, label.column, rows) for label in table.labels):
        return True
    if _are_machine_names([text for row in rows if (text := grid.text(row, table.first))]):
        return True
    if len(table.fields & _WRITTEN) >= _MOST_WRITTEN:
        return False
    return len(table.body) > _MANY and _mean_length(grid, table, rows) < 14 and _variety(grid, table, rows) < 0.3


def is_people_list(table: RowTable) -> bool:
    """Whether rows that look like personas are rather records of many people."""
    return len(table.body) > _MOST_PEOPLE


def _is_code_column(grid: Grid, column: int, rows: tuple[int, ...]) -> bool:
    texts = [grid.text(row, column) for row in rows if grid.text(row, column)]
    codes = sum(1 for text in texts if _CODE.match(text))
    return len(texts) >= 3 and codes * 10 >= len(texts) * 8 and not _counts_rows(texts)


def _are_machine_names(texts: list[str]) -> bool:
    named = sum(map(is_machine_name, texts))
    return len(texts) >= 3 and named * 10 >= len(texts) * 8


def _counts_rows(texts: list[str]) -> bool:
    """Whether short codes only number the rows (T01, T02, …), as an author does who refers to them."""
    serial = [_SERIAL.match(text) for text in texts]
    numbers = [int(match.group(1)) for match in serial if match]
    return len(numbers) == len(texts) == len(set(numbers)) <= _MANY and max(numbers) <= 2 * len(numbers)


def _names_a_key(text: str) -> bool:
    folded = fold(text)
    words = folded.split()
    return bool(words) and (
        words[-1] in {"id", "uuid", "guid", "key", "email", "mail", "phone", "telephone", "sku"}
        or (folded.endswith("id") and len(folded) > 4 and not folded.endswith(("paid", "said", "aid")))
    )


def _mean_length(grid: Grid, table: RowTable, rows: tuple[int, ...]) -> float:
    texts = [grid.text(row, label.column) for row in rows for label in table.labels]
    return sum(map(len, texts)) / max(1, len(texts))


def _variety(grid: Grid, table: RowTable, rows: tuple[int, ...]) -> float:
    shares = [
        len({grid.text(row, label.column) for row in rows}) / len(rows) for label in table.labels if label.telling
    ]
    return sum(shares) / max(1, len(shares))
