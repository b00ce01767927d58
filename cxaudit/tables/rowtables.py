"""Tables with their labels across the top: found by a row in which several cells name fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from cxaudit.grid import Area, Grid
from cxaudit.kept import by_identity
from cxaudit.tables.countedrows import is_counted
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.tables.tabletails import begins_tail
from cxaudit.vocabulary import Vocabulary

_ALWAYS_LOOKED_AT = 40
_LONGEST_HEAD = 90
_LONG = 60
_SURE = 0.95
_WIDEST_GAP = 1
_MOST_ABOVE = 2
_MEASURES = "metrics"
_LEADING = frozenset({"stage", "step", "metric", "channel", "touchpoint"})
_ROUNDING = 1e-9
_KEYS = frozenset({"stage", "name", "other.question"})

Least = Callable[[int], float]
"""How sure the labels of a row must be at least, on average, for it to head a table; asked when its turn comes."""


def _any(_row: int) -> float:
    return 0.0


class RowTable(Struct, frozen=True):
    """A header row, its labels, and the rows below that belong to it."""

    header: int
    labels: tuple[Label, ...]
    body: tuple[int, ...]
    first: int
    last: int

    @property
    def region(self) -> Area:
        return Area(self.header, self.first, self.body[-1] if self.body else self.header, self.last)

    def columns(self, field: str) -> tuple[Label, ...]:
        """The labels that stand for a field or an aspect of it."""
        prefix = field + "."
        return tuple(x for x in self.labels if any(f == field or f.startswith(prefix) for f in x.fields))

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(f.split(".")[0] for label in self.labels for f in label.fields)


def find_row_tables(grid: Grid, vocabulary: Vocabulary, kind: str, least: Least = _any) -> Iterator[RowTable]:
    """Every table of a sheet whose header row names at least two fields of a kind of sheet.

    Rows without gaps that are less sure than `least` are no headers.
    """
    for row in _likely_headers(grid):
        for labels in _runs(grid, row, vocabulary, kind, least(row)):
            first, last = labels[0].column, labels[-1].column
            if _heads(labels, kind):
                body = _body(grid, row, first, last, labels, vocabulary, kind)
                if body:
                    yield RowTable(row, labels, body, first, last)


@by_identity(most=4)
def _likely_headers(grid: Grid) -> tuple[int, ...]:
    counts = [len(columns) for columns in grid.filled]
    return tuple(
        row
        for row, (before, count) in enumerate(zip([0, *counts], counts, strict=False), start=1)
        if count >= 2 and (row <= _ALWAYS_LOOKED_AT or before * 2 <= count or before <= 1) and not is_counted(grid, row)
    )


def _runs(grid: Grid, row: int, vocabulary: Vocabulary, kind: str, least: float) -> Iterator[tuple[Label, ...]]:
    """The labels of a row; behind an empty column another table begins only if it names its own rows."""
    labels = _labels(grid, row, vocabulary, kind, least)
    run = labels[:1]
    for left, right in pairwise(labels):
        between = range(left.column + 1, right.column)
        parted = len(between) > 0 and all(_column_empty(grid, row, column) for column in between)
        if parted and (len(between) > _WIDEST_GAP or _begins_another(right, run)):
            yield tuple(run)
            run = []
        run.append(right)
    if run:
        yield tuple(run)


def _labels(grid: Grid, row: int, vocabulary: Vocabulary, kind: str, least: float) -> list[Label]:
    """The labels of a row; none where it is one run of cells of which most are not understood, as rows of text are."""
    columns = filled(grid, row)
    unbroken = columns[-1] - columns[0] + 1 == len(columns)
    labels: list[Label] = []
    unknown, unsure = 0, 0.0
    above = _said_above(grid, row, columns)
    most_unsure = (1.0 - least) * len(columns) + _ROUNDING if unbroken and not above else float(len(columns))
    for column in sorted({*columns, *above}):
        labels.append(label_at(grid, row - 1 if column in above else row, column, vocabulary, kind))
        unknown += not labels[-1].matches
        unsure += 1.0 - labels[-1].sureness
        if unsure > most_unsure or (unbroken and unknown * 2 > len(columns) and not _leads(labels, kind)):
            return []
    if above and sum(1 for label in labels if label.row == row and label.matches) * 2 < len(columns):
        return [label for label in labels if label.row == row]
    return labels


def _said_above(grid: Grid, row: int, columns: Sequence[int]) -> frozenset[int]:
    """The columns whose label stands one row higher, as in heads of two rows: their own cell is empty or merged."""
    if row == 1:
        return frozenset()
    upper = filled(grid, row - 1, 1, columns[-1] + _MOST_ABOVE)
    lone = [c for c in upper if c not in columns and grid.merged_area(row - 1, c).right == c]
    beside = [c for c in lone if c + 1 in columns or c + 1 in lone]
    return frozenset(beside) if len(upper) > 1 and len(beside) <= _MOST_ABOVE < len(columns) else frozenset()


def _leads(labels: Sequence[Label], kind: str) -> bool:
    """Whether a header begins with what its rows are; a rank, or what sorts a list of measures, may stand before it."""
    ranked = labels[0].field == "other" or (kind == _MEASURES and not labels[0].matches)
    first = labels[:2] if ranked else labels[:1]
    return any(label.field in _LEADING and label.sureness >= _SURE for label in first)


def _begins_another(label: Label, run: list[Label]) -> bool:
    """Whether a label names rows of its own: it heads like the first of the run, or like another that it holds."""
    again = label.field in _KEYS and any(known.field == label.field for known in run)
    return again or label.text == run[0].text


def _column_empty(grid: Grid, row: int, column: int) -> bool:
    return not any(grid.spread_text(r, column) for r in range(row, min(row + 8, grid.height) + 1))


def _heads(labels: tuple[Label, ...], kind: str) -> bool:
    telling = [label for label in labels if label.telling]
    known = [label for label in labels if label.matches]
    if len(labels) < 2 or not telling or max(len(label.text.split("\n", 1)[0]) for label in labels) > _LONGEST_HEAD:
        return False
    return (len(known) >= 2 and len(known) * 2 >= len(labels)) or (_leads(labels, kind) and len(labels) >= 3)


def _body(
    grid: Grid, header: int, first: int, last: int, labels: tuple[Label, ...], vocabulary: Vocabulary, kind: str
) -> tuple[int, ...]:
    rows: list[int] = []
    blank = 0
    heads = frozenset(label.text for label in labels) if kind == _MEASURES else frozenset()
    for row in range(header + 1, grid.height + 1):
        cells = filled(grid, row, first, last)
        if cells and heads and all(grid.text(row, column) in heads for column in cells[:_MOST_ABOVE]):
            break  # another table is headed alike
        if not cells:
            blank += 1
            if blank > 1:
                break
            continue
        if len(cells) > 2 and not blank:  # as nearly all rows of a large table
            rows.append(row)
            continue
        if _ends(grid, row, cells, len(labels), blank, rows, first, last):
            break
        if blank and _is_header(grid, row, cells, vocabulary, kind):
            break
        if rows and begins_tail(grid, row, cells, labels, vocabulary, kind):
            break
        rows.append(row)
        blank = 0
    return tuple(rows)


def _ends(
    grid: Grid, row: int, cells: Sequence[int], width: int, blank: int, rows: list[int], first: int, last: int
) -> bool:
    """A remark or heading below the table: one cell where the table has several columns."""
    if not rows:
        return False
    lonely = (
        len(cells) == 1
        and (width >= 3 or blank > 0)
        and cells[0] == first
        and not _within_merge(grid, row, first, last)
    )
    if (
        lonely
        and grid.merged_area(row, first).bottom > row
        and grid.merged_area(row, first).left == grid.merged_area(row, first).right
    ):
        return False
    goes_on = blank == 0 and len(filled(grid, row + 1, first, last)) > 1
    remark = blank > 0 or (len(grid.text(row, first)) > _LONG and not goes_on)
    if blank > 0 and len(cells) * 3 > width and _stands_apart(grid, row, cells, rows, first, last):
        return True
    return (lonely and remark) or (blank > 0 and len(cells) * 3 <= width)


def _stands_apart(grid: Grid, row: int, cells: Sequence[int], rows: list[int], first: int, last: int) -> bool:
    """Whether a pair below the one empty row is said of a table whose rows all hold more, and no such row follows."""
    if cells != (first, first + 1) or len(filled(grid, row + 1, first, last)) > len(cells):
        return False
    unbroken = rows[-1] - rows[0] < len(rows) and not _within_merge(grid, row, first, last)
    return unbroken and all(len(filled(grid, r, first, last)) > len(cells) for r in rows)


def _within_merge(grid: Grid, row: int, first: int, last: int) -> bool:
    """Whether the row shows text of ranges that were merged down into it."""
    return any(grid.merged_area(row, c).top < row for c in range(first, last + 1))


def _is_header(grid: Grid, row: int, cells: Sequence[int], vocabulary: Vocabulary, kind: str) -> bool:
    labels = [label_at(grid, row, column, vocabulary, kind) for column in cells]
    return len(labels) >= 2 and sum(1 for x in labels if x.matches and x.sureness >= 0.85) * 3 >= len(labels) * 2
