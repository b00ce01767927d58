"""The lines of a sheet: its rows within a band of columns, each a heading, a text, or a label with values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.kept import by_identity
from cxaudit.pattern import pattern
from cxaudit.tables.cells import labelled
from cxaudit.tables.labels import filled_rows, short
from cxaudit.words.labeltext import bare, fold

MOST_ROWS, _LEAST_HEADS = 3000, 3
_LEAST_LABELS, _LEAST_TIMES = 2, 2
_TEXT = pattern(r"""^\s*(?:[-–—•*·▪"“'‘(_]|\d{1,2}[.)]\s.{60})""")
_ITEM = pattern(r"^\s*[-–—•*·▪◦‣]\s*\S")
_FRAMED = pattern(r"^\s*([-–—=~#]{2,}|\*{1,3}|_{1,3}|[–—])\s*[^\s*_].*[^\s*_]\s*\1\s*$")


class Line(Struct, frozen=True):
    """A row of a band of columns: its first cell, and the cells with values to the right of it.

    `beside` is the text of the first of these. In a cell that holds both ("Mood: cross") it is what follows the label.
    """

    row: int
    column: int
    text: str
    values: tuple[int, ...]
    beside: str = ""

    @property
    def lone(self) -> bool:
        return not self.values

    @property
    def item(self) -> bool:
        """Whether it stands alone and begins with a bullet, as the lines of a list do."""
        return self.lone and bool(_ITEM.match(self.text))

    @property
    def glued(self) -> bool:
        """Whether label and value stand in one cell."""
        return self.values == (self.column,)

    @property
    def heading(self) -> bool:
        """Whether it stands alone and reads like a heading, not like text."""
        if not self.lone or not short(self.text) or "\n" in self.text.strip():
            return False
        return not _TEXT.match(self.text) or bool(_FRAMED.match(self.text))


@by_identity(most=4)
def bands(grid: Grid) -> tuple[tuple[int, int], ...]:
    """Stretches of columns that hold text, parted by empty columns; a lone column of labels keeps its values."""
    used = sorted(set().union(*set(grid.filled[:MOST_ROWS])))
    found: list[list[int]] = []
    for column in used:
        alone = bool(found) and found[-1][0] == found[-1][1]
        if found and (column == found[-1][1] + 1 or (alone and column == found[-1][1] + 2)):
            found[-1][1] = column
        else:
            found.append([column, column])
    return tuple((first, last) for first, last in found)


@by_identity(most=8)
def lines_of(grid: Grid, band: tuple[int, int]) -> tuple[Line, ...]:
    """The lines of a band from top to bottom, the empty ones left out; several layouts ask for them."""
    lines: list[Line] = []
    for row, (first, *values) in filled_rows(grid, band, MOST_ROWS):
        texts = grid.rows[row - 1]
        lines.append(Line(row, first, texts[first - 1], tuple(values), texts[values[0] - 1] if values else ""))
    return tuple(_taken_apart(lines))


def _taken_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that hold a label and its value in one cell taken apart, where several labels come again.

    A label that comes only once may as well be a heading ("Stage 1: Looking round") or prose ("Note: closed").
    """
    told = {line.row: pair for line in lines if line.lone and (pair := labelled(line.text))}
    often = Counter(fold(bare(name)) for name, _ in told.values())
    again = {name for name, times in often.items() if name and times >= _LEAST_TIMES}
    for line in lines:
        name, said = told.get(line.row, ("", ""))
        if name and len(again) >= _LEAST_LABELS and fold(bare(name)) in again:
            yield Line(line.row, line.column, name, (line.column,), said)
        else:
            yield line


def recurring_rows(grid: Grid, lines: Iterable[Line]) -> frozenset[int]:
    """The rows of three or more different short texts, or of a lone heading, that stand elsewhere again."""
    found: dict[tuple[str, ...], list[int]] = {}
    for line in lines:
        texts = tuple(grid.text(line.row, column).strip() for column in (line.column, *line.values))
        if line.heading or (len(set(texts)) == len(texts) >= _LEAST_HEADS and all(map(short, texts))):
            found.setdefault(texts, []).append(line.row)
    return frozenset(row for rows in found.values() if len(rows) > 1 for row in rows)


def values_of_pairs(lines: Iterable[Line]) -> dict[str, frozenset[str]]:
    """What stands right beside each text that has something beside it."""
    found: dict[str, set[str]] = {}
    for line in lines:
        if line.values:
            found.setdefault(line.text, set()).add(line.beside)
    return {text: frozenset(values) for text, values in found.items()}
