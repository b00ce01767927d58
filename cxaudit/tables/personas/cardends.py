"""Where the last of several cards ends: a table or a chapter below it, under its own heading, is none of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cxaudit.tables.blocks import Block
from cxaudit.tables.lines import Line
from cxaudit.words.labeltext import bare, fold

_LEAST_ROWS = 2
_LEAST_SHARED = 3


def without_what_follows(blocks: Sequence[Block]) -> list[Block]:
    """The cards, the last one without a table or chapters below it that no other card has."""
    found = list(blocks)
    if len(found) < 2:
        return found
    last = found[-1]
    pairs_only = all(len(line.values) <= 1 for block in found[:-1] for line in block.lines)
    rows = (_table_row(last.lines) if pairs_only else 0, _chapter_row(found))
    if row := min((row for row in rows if row), default=0):
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


def _chapter_row(blocks: Sequence[Block]) -> int:
    """The row of a heading that is no label, apart and behind all that the cards share; 0 where there is none.

    Where the cards before hold such headings too, they are parts of a card.
    """
    *others, last = blocks
    held = [{_key(line) for line in block.lines if line.values or line.heading} for block in others]
    shared = set.intersection(*held)
    if len(shared) < _LEAST_SHARED or any(_strange(block, shared) for block in others):
        return 0
    seen: set[str] = set()
    strange, before = _strange(last, shared), 0
    for line in last.lines:
        if line in strange and shared <= seen and line.row > before + 1:
            return line.row
        seen.add(_key(line))
        before = line.row
    return 0


def _strange(block: Block, shared: set[str]) -> list[Line]:
    """The headings of a card that name no field and that not all cards have."""
    known = {fact.label.row for fact in block.facts if fact.label.matches}
    return [line for line in block.lines if line.heading and line.row not in known and _key(line) not in shared]


def _key(line: Line) -> str:
    return fold(bare(line.text))
