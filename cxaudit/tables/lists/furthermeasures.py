"""Measures of a list that stand beside its own: in a second column of them, or alone above its header.

North star | Weekly active teams
Stage    | Primary metric | Secondary metrics
Purchase | Order rate     | Size of the basket
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

_SURE, _MOST_WORDS, _MOST_ABOVE = 0.9, 6, 4


def further_columns(grid: Grid, table: RowTable, key: Label, vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The columns behind the measures that name measures too: short names, of which a good part is known.

    Of a word for measures over anything else the cells say how the measure is taken.
    """
    behind = (x for x in table.labels if x.column > key.column and x.field == "metric" and x.sureness >= _SURE)
    return tuple(x for x in behind if _name_measures([grid.text(row, x.column) for row in table.body], vocabulary))


def pairs_above(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> Iterator[tuple[Label, int]]:
    """The labels of measures that stand above a list, each with the column of the one measure beside it."""
    for row in range(max(1, table.header - _MOST_ABOVE), table.header):
        columns = filled(grid, row)
        if len(columns) == 2:
            label = label_at(grid, row, columns[0], vocabulary, "metrics")
            if label.field == "metric" and label.sureness >= _SURE:
                yield label, columns[1]


def _name_measures(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    given = [text for text in texts if text and not vocabulary.placeholder(text)]
    short = sum(1 for text in given if word_count(text) <= _MOST_WORDS)
    known = sum(1 for text in given if vocabulary.metric(text).metric_class != "unclear")
    return len(set(given)) * 4 >= len(given) * 3 and short * 4 >= len(given) * 3 and known * 3 >= len(given) > 1
