"""Rows below a table that are none of it: they tell more of the whole, under labels of their own.

Stage     | Actions        | Touchpoints | Emotions
Awareness | Sees a poster  | Street      | Curious
Purchase  | Pays at a till | Shop        | Glad
Opportunities | Shorter queues                      one thing said of the whole table
Moments of truth                                    a heading over a list that tells more
First visit   | Is anybody there?
"""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.vocabulary import Vocabulary

_WIDE, _SURE_REMARK = 4, 0.8
_SURE, _FEW_WORDS, _MORE_WORDS = 0.95, 2, 3  # of several words a phase may be one: "Biggest drop-off moment"
_MOST_BESIDE = 2
_NAMES = frozenset({"stage", "step", "name"})


def begins_tail(
    grid: Grid, row: int, cells: Sequence[int], labels: tuple[Label, ...], vocabulary: Vocabulary, kind: str
) -> bool:
    """Whether a row of a table with several labels begins what is said of the whole: a label with one text or none.

    Behind one text may follow whatever also says little; a heading has such rows below it.
    """
    if len(labels) < _WIDE or not 0 < len(cells) <= _MOST_BESIDE or cells[0] != labels[0].column:
        return False
    if len(cells) == _MOST_BESIDE and cells[1] != labels[1].column:
        return False
    beside = len(filled(grid, row + 1, labels[0].column, labels[-1].column))
    if beside > _MOST_BESIDE or (len(cells) == 1 and (not beside or _is_merged(grid, row, cells[0]))):
        return False
    label = label_at(grid, row, cells[0], vocabulary, kind)
    if not label.telling or label.sureness < _SURE_REMARK or label.field in _NAMES:
        return _is_remark(label)
    surely = len(label.text.split()) >= (_FEW_WORDS if label.sureness >= _SURE else _MORE_WORDS)
    return surely or vocabulary.phases(label.text) == ("unclear",)


def _is_remark(label: Label) -> bool:
    """Whether a label says that remarks follow, of which no lane is made: "Key insights"."""
    return label.fields == ("other",) and label.sureness >= _SURE


def _is_merged(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is merged down, as the name of a stage over its rows."""
    return grid.merged_area(row, column).bottom > row
