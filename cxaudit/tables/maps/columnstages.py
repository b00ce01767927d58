"""The stages of a table that keeps a column for each of them, or several columns under a name merged over them."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.model import Entry, Stage, Step
from cxaudit.tables.cells import entries_at, place_of
from cxaudit.tables.headrows import only_begins, parted_alike, spread
from cxaudit.tables.labels import Label
from cxaudit.tables.lanetables import LaneTable
from cxaudit.tables.maps.mapparts import fields_of
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import stage_label


def column_stages(
    grid: Grid, table: LaneTable, naming: int, lanes: tuple[Label, ...], steps_row: int, vocabulary: Vocabulary
) -> list[Stage]:
    """The stages from left to right: `naming` is the row of their names, `steps_row` that of their steps or 0."""
    groups = spread(grid, naming, table.values, on=bool(table.finer))
    if table.finer and parted_alike(grid, table.finer, groups):
        return [_whole_stage(grid, naming, columns, lanes, vocabulary) for columns in groups]
    begun = tuple(label for label in lanes if steps_row and only_begins(grid, label.row, groups))
    return [_stage(grid, naming, columns, lanes, begun, steps_row, vocabulary) for columns in groups]


def _whole_stage(
    grid: Grid, naming: int, columns: Sequence[int], lanes: tuple[Label, ...], vocabulary: Vocabulary
) -> Stage:
    """A stage of which all columns tell, as one does of each persona."""
    cells = {(x.row, grid.anchor(x.row, c)): (x, x.row, c) for x in lanes for c in columns}
    return Stage(_stage_name(grid, naming, columns[0], vocabulary), fields=fields_of(grid, cells.values(), vocabulary))


def _stage(
    grid: Grid,
    naming: int,
    columns: Sequence[int],
    lanes: tuple[Label, ...],
    begun: tuple[Label, ...],
    steps_row: int,
    vocabulary: Vocabulary,
) -> Stage:
    name = _stage_name(grid, naming, columns[0], vocabulary)
    if len(columns) == 1 and not steps_row:
        return _plain_stage(grid, name, columns[0], lanes, vocabulary)
    whole = tuple(x for x in lanes if (len(columns) > 1 and _covers(grid, x, columns)) or x in begun)
    parts = tuple(label for label in lanes if label not in whole)
    fields = fields_of(grid, ((label, label.row, columns[0]) for label in whole), vocabulary)
    steps = tuple(_step(grid, column, parts, steps_row, vocabulary) for column in columns)
    return Stage(name, fields=fields, steps=steps)


def _stage_name(grid: Grid, naming: int, column: int, vocabulary: Vocabulary) -> Entry:
    text = grid.spread_text(naming, column).strip()
    return Entry(_one_line(text), place_of(grid, naming, column), "", vocabulary.placeholder(text))


def _plain_stage(grid: Grid, name: Entry, column: int, lanes: tuple[Label, ...], vocabulary: Vocabulary) -> Stage:
    """A stage of one column; a lane that lists its steps makes them steps without fields of their own."""
    listed = [label for label in lanes if label.field == "step"]
    steps = [
        Step(entry)
        for label in listed
        for entry in entries_at(grid, label.row, column, "step", label.text, vocabulary)
        if entry.given
    ]
    return Stage(name, fields=fields_of(grid, ((x, x.row, column) for x in lanes), vocabulary), steps=tuple(steps))


def _step(grid: Grid, column: int, lanes: tuple[Label, ...], steps_row: int, vocabulary: Vocabulary) -> Step:
    text = grid.spread_text(steps_row, column) if steps_row else ""
    row = steps_row or (lanes[0].row if lanes else 1)
    name = Entry(_one_line(text), place_of(grid, row, column), "", vocabulary.placeholder(text))
    return Step(name, fields_of(grid, ((label, label.row, column) for label in lanes), vocabulary))


def _covers(grid: Grid, label: Label, columns: Sequence[int]) -> bool:
    area = grid.merged_area(label.row, columns[0])
    return area.left <= columns[0] and area.right >= columns[-1]


def _one_line(text: str) -> str:
    return stage_label(text) if text.strip() else ""
