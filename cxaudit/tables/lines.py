"""The lines of a sheet: its rows within a band of columns, and which of them come again."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import filled, short

_LEAST_HEADS = 3
_MOST_ROWS = 3000
_TEXT = pattern(r"""^\s*(?:[-–—•*·▪"“'‘(_]|\d{1,2}[.)]\s.{60})""")


class Line(Struct, frozen=True):
    """A row of a band of columns: its first cell, and the cells with values to the right of it.

    `beside` is the text of the first of these.
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
    def heading(self) -> bool:
        """Whether it stands alone and reads like a heading, not like text."""
        return self.lone and short(self.text) and "\n" not in self.text.strip() and not _TEXT.match(self.text)


def bands(grid: Grid) -> tuple[tuple[int, int], ...]:
    """Stretches of columns that hold text, parted by empty columns; a lone column of labels keeps its values."""
    used = sorted({c for row in range(1, min(grid.height, _MOST_ROWS) + 1) for c in filled(grid, row)})
    found: list[list[int]] = []
    for column in used:
        alone = bool(found) and found[-1][0] == found[-1][1]
        if found and (column == found[-1][1] + 1 or (alone and column == found[-1][1] + 2)):
            found[-1][1] = column
        else:
            found.append([column, column])
    return tuple((first, last) for first, last in found)


def lines_of(grid: Grid, band: tuple[int, int]) -> list[Line]:
    """The lines of a band from top to bottom, the empty ones left out."""
    lines: list[Line] = []
    for row in range(1, min(grid.height, _MOST_ROWS) + 1):
        cells = filled(grid, row, *band)
        if cells:
            beside = grid.text(row, cells[1]) if len(cells) > 1 else ""
            lines.append(Line(row, cells[0], grid.text(row, cells[0]), tuple(cells[1:]), beside))
    return lines


def recurring_rows(grid: Grid, lines: Iterable[Line]) -> frozenset[int]:
    """The rows of three or more different short texts, or of a lone heading, that stand elsewhere again."""
    found: dict[tuple[str, ...], list[int]] = {}
    for line in lines:
        texts = tuple(grid.text(line.row, column).strip() for column in (line.column, *line.values))
        if line.heading or (len(set(texts)) == len(texts) >= _LEAST_HEADS and all(map(short, texts))):
            found.setdefault(texts, []).append(line.row)
    return frozenset(row for rows in found.values() if len(rows) > 1 for row in rows)


def values_of_pairs(grid: Grid, lines: Iterable[Line]) -> dict[str, frozenset[str]]:
    """What stands right beside each text that has something beside it."""
    found: dict[str, set[str]] = {}
    for line in lines:
        if line.values:
            found.setdefault(line.text, set()).add(grid.text(line.row, line.values[0]))
    return {text: frozenset(values) for text, values in found.items()}
