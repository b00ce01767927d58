"""A table of any length for the terminal, drawn some hundred rows at a time, its columns as wide all the way down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from cxaudit.terminal.cells import width_of
from cxaudit.terminal.pen import grid
from cxaudit.terminal.rows import Rows
from cxaudit.terminal.text import Text

_AT_ONCE = 200

Row = tuple[Text, ...]


def long_table(columns: Sequence[str], rows: Callable[[], Iterable[Row]]) -> Iterator[Rows]:
    """Tables that make one when they are drawn below each other; `rows` gives all rows anew each time it is called.

    `columns` are those of `cxaudit.terminal.pen.grid`. Rows that fit into one table are one.
    """
    first = list(islice(rows(), _AT_ONCE + 1))
    if len(first) <= _AT_ONCE:
        yield _drawn(columns, first, ())
        return
    widths = _widths(rows())
    waiting = iter(rows())
    while part := list(islice(waiting, _AT_ONCE)):
        yield _drawn(columns, part, widths)


def _widths(rows: Iterable[Row]) -> tuple[int, ...]:
    """The widest text of each column."""
    widths: tuple[int, ...] = ()
    for row in rows:
        lengths = tuple(width_of(text.plain) for text in row)
        widths = tuple(map(max, widths, lengths)) if widths else lengths
    return widths


def _drawn(columns: Sequence[str], rows: Iterable[Row], widths: Sequence[int]) -> Rows:
    table = grid(*columns)
    for column, kind, width in zip(table.columns, columns, widths, strict=False):
        if kind != "fill":
            column.min_width = width
    for row in rows:
        table.add_row(*row)
    return table
