"""Tables one below the other, parted where the labels of the first begin again or a row of headings begins another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label, filled, heads_columns
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold

_LEAST_REPEATED = 2
_WIDE, _NARROW = 3, 2


def parted(grid: Grid, run: Sequence[Label], vocabulary: Vocabulary) -> Iterator[tuple[Label, ...]]:
    """A run of labels as one table, or as several if labels come again below a row that may head them.

    What stands below a row of headings that begins anew under an empty row is a table of another shape, and so is a
    narrow list under a heading of its own.
    """
    start = 0
    keys = [fold(bare(label.text)) for label in run]
    for place in range(2, len(run)):
        if place - start < _LEAST_REPEATED:
            continue
        if _heads_another(grid, run, place, vocabulary) or _list_below(grid, run[start:], place - start):
            yield tuple(run[start:place])
            start = place
            continue
        if not _begins(grid, run, keys, start, place):
            continue
        known = set(keys[start:place])
        following = keys[place : place + len(known) + 1]
        if sum(1 for key in following if key in known) >= _LEAST_REPEATED:
            yield tuple(run[start:place])
            start = place
    if run:
        yield tuple(run[start:])


def _begins(grid: Grid, run: Sequence[Label], keys: Sequence[str], start: int, place: int) -> bool:
    """Whether a table may begin at a label: below a row without one, or with the corner or first lane of the last."""
    last, row = run[place - 1].row, run[place].row
    between = range(last + 1, row)
    headed = any(len(filled(grid, r, run[place].column + 1)) > 1 for r in between)
    blank = any(not filled(grid, r) for r in between)
    again = keys[place] == keys[start] or keys[place + 1 : place + 2] == keys[start + 1 : start + 2]
    return headed or again or (blank and not run[place].telling)


def _list_below(grid: Grid, run: Sequence[Label], place: int) -> bool:
    """Whether a narrow list begins, under an empty row and a heading of its own, below lanes of several stages."""
    last, row = run[place - 1].row, run[place].row
    held = [len(filled(grid, r)) for r in range(last + 1, row)]
    if held[-1:] != [1] or 0 not in held:
        return False
    above, below = ([len(filled(grid, x.row, x.column + 1)) for x in part] for part in (run[:place], run[place:]))
    wide = sum(1 for count in above if count >= _WIDE)
    return wide * 2 > len(above) and max(below) <= _NARROW and max(above) > max(below) + 1


def _heads_another(grid: Grid, run: Sequence[Label], place: int, vocabulary: Vocabulary) -> bool:
    last, row = run[place - 1].row, run[place].row
    blank = any(not filled(grid, r) for r in range(last + 1, row))
    return blank and heads_columns(grid, row, run[place].column, vocabulary, "journey")
