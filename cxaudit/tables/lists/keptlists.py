"""Lists told by what their rows begin with: a problem or a moment each, or a stage with facts that make no map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.tables.around.titles import own_kinds
from cxaudit.tables.countedrows import is_counted
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.tables.lists.plans import heads_a_plan
from cxaudit.tables.lists.promisetables import counts_rows
from cxaudit.tables.lists.recordlists import is_record_list
from cxaudit.tables.rowtables import RowTable
from cxaudit.tables.told.figurecolumns import is_figure, tells_in_figures
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

_SURE, _LEAST_ROWS = 0.9, 2
_FEWEST_HEADS, _MOST_HEADS, _MOST_WORDS = 2, 9, 6
_ALONE = frozenset({"pain_point", "moment"})
_WITH_MORE = frozenset({"stage", "channel", "persona"})
_WHOSE = frozenset({"persona", "owner"})
_OF_OTHER_LISTS = frozenset({"metric"})


def find_kept_lists(grid: Grid, vocabulary: Vocabulary) -> Iterator[RowTable]:
    """The tables of a sheet that list problems, moments, stages or channels under short heads, each row filled."""
    last = 0
    for row in range(1, grid.height):
        columns = filled(grid, row)
        if row <= last or not _FEWEST_HEADS <= len(columns) <= _MOST_HEADS or _goes_on(grid, row):
            continue
        body = _body(grid, row, columns)
        if len(body) >= _LEAST_ROWS and _are_heads(grid, row, columns):
            labels = tuple(label_at(grid, row, column, vocabulary, "journey") for column in columns)
            table = RowTable(row, labels, body, columns[0], columns[-1])
            if _lists(grid, table, vocabulary):
                last = body[-1]
                yield table


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether a row stands in the middle of others that hold several cells."""
    return len(filled(grid, row - 1)) > 1 or is_counted(grid, row)


def _are_heads(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    texts = [grid.text(row, column) for column in columns]
    return all(word_count(text) <= _MOST_WORDS and not is_figure(text) for text in texts)


def _body(grid: Grid, header: int, columns: Sequence[int]) -> tuple[int, ...]:
    """The rows right below the heads that hold several cells under them and none elsewhere."""
    rows: list[int] = []
    for row in range(header + 1, grid.height + 1):
        cells = filled(grid, row)
        if len(cells) < 2 or not set(columns).issuperset(cells):
            break
        rows.append(row)
    return tuple(rows)


def _lists(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> bool:
    lead = next((x for x in table.labels if not _only_marks(grid, table, x)), None)
    if lead is None or lead.sureness < _SURE or _OF_OTHER_LISTS & table.fields:
        return False
    if is_record_list(grid, table) or tells_in_figures(grid, table):
        return False
    if "journey" not in own_kinds(grid, vocabulary) and heads_a_plan(
        (label.text for label in table.labels), table.fields, vocabulary
    ):
        return False
    beside = {x.field for x in table.labels if x is not lead and x.telling and x.sureness >= _SURE}
    return lead.field in _ALONE or (lead.field in _WITH_MORE and bool(beside - _WHOSE))


def _only_marks(grid: Grid, table: RowTable, label: Label) -> bool:
    """Whether a column numbers or ranks the rows: "#", "Ref", "Priority"."""
    return not label.text.strip("#№. ") or label.field == "other" or counts_rows(grid, label.column, table.body)
