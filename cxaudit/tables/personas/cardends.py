"""Where the last of several cards ends: a table of several columns below it, under its own heading, is none of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cxaudit.tables.blocks import Block, Line

_LEAST_ROWS = 2


def without_table_below(blocks: Sequence[Block]) -> list[Block]:
    """The cards, the last one cut where a lone heading stands apart over wide rows, and the others hold pairs only."""
    found = list(blocks)
    pairs_only = all(len(line.values) <= 1 for block in found[:-1] for line in block.lines)
    if len(found) > 1 and pairs_only and (row := _table_row(found[-1].lines)):
        last = found[-1]
        found[-1] = Block(
            last.heading,
            [fact for fact in last.facts if fact.label.row < row],
            [line for line in last.lines if line.row < row],
            [line for line in last.text if line.row < row],
        )
    return found


def _table_row(lines: Sequence[Line]) -> int:
    """The row of a lone heading, behind pairs and an empty row, that only wide rows follow; 0 where there is none."""
    for place, line in enumerate(lines[1:], start=1):
        if line.lone and line.row > lines[place - 1].row + 1 and any(each.values for each in lines[:place]):
            wide = list(takewhile(lambda each: len(each.values) > 1, lines[place + 1 :]))
            if len(wide) >= _LEAST_ROWS:
                return line.row
    return 0
