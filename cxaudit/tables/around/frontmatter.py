"""Lines outside the tables of a sheet with their labels: pairs, "label: text", a heading over lines, sentences.

What it stands on | 20 talks with tenants
Last review: 3 May 2026
Both maps were gone over in May 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cxaudit.grid import Area, Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import filled
from cxaudit.words.labeltext import word_count

_LOOKED_AT, _MOST_LINES, _MOST_CELLS = 300, 80, 4
_LONGEST_LABEL, _MOST_WORDS_OF_A_LABEL, _MOST_BELOW = 60, 9, 6
_INLINE = pattern(r"^([^:：\n]{2,60})[:：]\s*(\S.*)$")
SENTENCES = pattern(r"(?<=[\w)][.!])\s+(?=[A-ZÀ-ÖØ-Þ])")
"""Where one sentence of a text ends and the next begins."""
_ENDS = (".", "!", "?", ";", ",")


class Line(Struct, frozen=True):
    """A text, its label (none for a sentence) and where they stand; `headed` where the label stands above it."""

    row: int
    label: str
    label_at: tuple[int, int]
    text: str
    text_at: tuple[int, int]
    headed: bool = False


def lines(grid: Grid, taken: Iterable[Area]) -> tuple[Line, ...]:
    """The lines of a sheet outside the areas that tables have taken; none of a sheet that is full of them."""
    inside = {row for area in taken for row in range(area.top, area.bottom + 1)}
    rows = [row for row in range(1, min(grid.height, _LOOKED_AT) + 1) if row not in inside and filled(grid, row)]
    return tuple(_lines(grid, rows)) if len(rows) <= _MOST_LINES else ()


def _lines(grid: Grid, rows: list[int]) -> Iterator[Line]:
    heading, below = (0, 0), 0
    for row in rows:
        cells = filled(grid, row)
        alone = len(cells) == 1
        if alone and heading[0] and row - heading[0] == below + 1 <= _MOST_BELOW:
            below += 1
            yield Line(row, grid.text(*heading), heading, grid.text(row, cells[0]), (row, cells[0]), True)
        else:
            heading, below = ((row, cells[0]), 0) if alone and _is_heading(grid.text(row, cells[0])) else ((0, 0), 0)
        yield from _of_row(grid, row, cells)


def _is_heading(text: str) -> bool:
    return word_count(text) <= _MOST_WORDS_OF_A_LABEL and not text.rstrip().endswith(_ENDS)


def _of_row(grid: Grid, row: int, cells: tuple[int, ...]) -> Iterator[Line]:
    if len(cells) == 1:
        yield from _sentences(grid, row, cells[0])
        return
    if len(cells) > _MOST_CELLS:
        return
    for label, text in zip(cells[::2], cells[1::2], strict=False):
        said = grid.text(row, label)
        if len(said) <= _LONGEST_LABEL:
            yield Line(row, said.rstrip(":： "), (row, label), grid.text(row, text), (row, text))
    if len(cells) % 2:
        yield from _sentences(grid, row, cells[-1])


def _sentences(grid: Grid, row: int, column: int) -> Iterator[Line]:
    """The lines of a cell, each "label: text" or a sentence; a sentence behind "label: text" is one of its own."""
    for said in grid.text(row, column).split("\n"):
        for part in SENTENCES.split(said.strip()):
            inline = _INLINE.match(part)
            label, text = (inline.group(1).strip(), inline.group(2)) if inline else ("", part)
            if text:
                yield Line(row, label, (row, column), text, (row, column))
