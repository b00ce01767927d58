"""Labels of a sheet: cells whose text names a field, as columns or rows of a table know them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.model import Lane
from cxaudit.tables.cells import place_of
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, heading, word_count

_LONGEST = 160
_MOST_WORDS_OF_A_MEASURE = 4
_FEWEST_HEADINGS, _LONGEST_HEADING, _SURE = 3, 5, 0.85


class Label(Struct, frozen=True):
    """A cell that heads a column or a row, and the fields that it may stand for (none: not understood).

    One `under_heading` stands for what the heading above it stands for, whatever it says itself.
    """

    row: int
    column: int
    text: str
    matches: tuple[FieldMatch, ...]
    under_heading: bool = False

    @property
    def field(self) -> str:
        """The field it stands for first; empty where not understood."""
        return self.matches[0].field if self.matches else ""

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(match.field for match in self.matches)

    @property
    def telling(self) -> bool:
        """Whether it names a field that the tool looks at (not `other`)."""
        return any(match.field != "other" for match in self.matches)

    @property
    def sureness(self) -> float:
        return max((match.confidence for match in self.matches), default=0.0)


def label_at(grid: Grid, row: int, column: int, vocabulary: Vocabulary, kind: str) -> Label:
    """The label in a cell; text too long for a label is not understood."""
    return label_of(grid.text(row, column), row, column, vocabulary, kind)


def label_of(text: str, row: int, column: int, vocabulary: Vocabulary, kind: str) -> Label:
    """The label that a text in a cell is; it may be only the beginning of what the cell holds."""
    matches = vocabulary.fields(text, kind) if text and len(text.split("\n", 1)[0]) <= _LONGEST else ()
    if not matches and kind == "journey" and names_measure(text, vocabulary):
        matches = (FieldMatch("metric", "fuzzy", 0.8),)
    return Label(row, column, text, matches)


def names_measure(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a label is itself a measure ("NPS"): then the cells under it hold its values."""
    return 0 < word_count(text) <= _MOST_WORDS_OF_A_MEASURE and vocabulary.names_measure(text)


def heads_columns(grid: Grid, row: int, first: int, vocabulary: Vocabulary, kind: str) -> bool:
    """Whether a row from a column on is one of headings: three or more short texts, two in three surely labels."""
    columns = filled(grid, row, first)
    if len(columns) < _FEWEST_HEADINGS or any(word_count(grid.text(row, c)) > _LONGEST_HEADING for c in columns):
        return False
    labels = [label_at(grid, row, column, vocabulary, kind) for column in columns]
    sure = [label for label in labels if label.matches and label.sureness >= _SURE]
    return len(sure) * 3 >= len(labels) * 2 and sum(1 for label in sure[1:] if label.telling) >= 1


def lanes_of(grid: Grid, labels: Iterable[Label]) -> tuple[Lane, ...]:
    """Each label with each of its fields; one that was not understood as `other`."""
    lanes: list[Lane] = []
    for label in labels:
        place, shown = place_of(grid, label.row, label.column), heading(label.text)
        if not label.matches:
            lanes.append(Lane("other", shown, place, "fuzzy", 0.3))
        lanes += [Lane(m.field, shown, place, m.match, m.confidence) for m in label.matches]
    return tuple(lanes)


def column_filled(grid: Grid, column: int, rows: Iterable[int]) -> int:
    """How many of the rows have text in a column."""
    return sum(1 for row in rows if grid.spread_text(row, column))


def filled(grid: Grid, row: int, first: int = 1, last: int = 0) -> tuple[int, ...]:
    """The columns of a row that hold text of their own, from the first to the last asked for."""
    if not 1 <= row <= grid.height:
        return ()
    columns = grid.filled[row - 1]
    if not columns or (columns[0] >= first and (not last or columns[-1] <= last)):
        return columns
    return _between(columns, first, last)


def filled_rows(grid: Grid, band: tuple[int, int], most: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Those of the first rows of a sheet that hold text in a band of columns, each with the columns where it does."""
    for row in range(1, min(grid.height, most) + 1):
        columns = filled(grid, row, *band)
        if columns:
            yield row, columns


@lru_cache(maxsize=1024)
def _between(columns: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    """Those of a row's columns that are asked for; most rows of a table are filled alike."""
    return columns[bisect_left(columns, first) : bisect_right(columns, last) if last else None]


def short(text: str) -> bool:
    """Whether a text is short enough to be a heading."""
    line = text.split("\n", 1)[0]
    return 0 < len(line) <= 70 and not line.rstrip().endswith((".", ";")) and bool(bare(line))
