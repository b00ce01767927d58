"""Stage blocks that hold their labels in several pairs of columns beside each other, under one heading.

1  Noticing
What happens | A cable is cut | | Met through | Outage map
Mood         | Cross          | | Looked after by | Network desk
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cxaudit.grid import Grid
from cxaudit.tables.blocks import Block, Fact, blocks_of
from cxaudit.tables.labels import filled_rows
from cxaudit.tables.lines import MOST_ROWS, Line, bands, lines_of
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_lists

Band = tuple[int, int]
_LEAST_PAIRS, _LEAST_BLOCKS = 4, 2
_SHARE = 0.6


def pair_bands(grid: Grid) -> tuple[Band, ...]:
    """The bands of columns of a sheet, each parted where a second column of labels begins that come again and again."""
    return tuple(part for band in bands(grid) for part in _parted(grid, band))


def _parted(grid: Grid, band: Band) -> tuple[Band, ...]:
    first, last = band
    held = filled_rows(grid, band, MOST_ROWS)
    rows = [(row, columns) for row, columns in held if len(columns) > 2 and columns[0] == first]
    for column in range(first + 2, last):
        both = [row for row, columns in rows if column in columns]
        labels = (grid.column(first, both), grid.column(column, both))
        if len(both) >= _LEAST_PAIRS and all(map(_come_again, labels)):
            return ((first, column - 1), *_parted(grid, (column, last)))
    return (band,)


def _come_again(texts: Sequence[str]) -> bool:
    times = Counter(texts)
    often: Counter[str] = Counter()
    for words, count in zip(word_lists(times), times.values(), strict=True):
        often[" ".join(words)] += count
    return sum(count for text, count in often.items() if text and count > 1) >= _SHARE * len(texts)


def facts_beside(grid: Grid, blocks: Sequence[Block], further: Sequence[Band], vocabulary: Vocabulary) -> None:
    """Gives the blocks what stands on their rows in further bands, where these are pairs whose labels come again."""
    starts = [(block.heading or block.lines[0]).row for block in blocks]
    for band in further:
        lines = [line for line in lines_of(grid, band) if starts[0] <= line.row <= blocks[-1].last_row]
        found = _by_block(grid, lines, [*starts, blocks[-1].last_row + 1], vocabulary)
        telling = [[fact for fact in facts if fact.label.row] for facts in found]
        if sum(map(bool, telling)) >= max(_LEAST_BLOCKS, _SHARE * len(blocks)) and _shared(telling):
            for block, facts in zip(blocks, found, strict=True):
                block.facts += facts


def _by_block(grid: Grid, lines: Sequence[Line], starts: Sequence[int], vocabulary: Vocabulary) -> list[Sequence[Fact]]:
    """The facts of the lines between one start and the next."""
    first = [next((x.row for x in lines if start <= x.row < end), 0) for start, end in pairwise(starts)]
    read = blocks_of(grid, lines, vocabulary, "journey", lambda _: False, frozenset(first))[1:]
    opened = iter(read)
    return [next(opened).facts if row else () for row in first]


def _shared(facts: Sequence[Sequence[Fact]]) -> bool:
    return _come_again([fact.label.text for some in facts for fact in some])
