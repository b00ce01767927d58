"""Stages whose cells hold the labels with the values, as notes on a board do.

    Search                     | Join                 | Use
    Touchpoints: poster        | Touchpoints: desk    | Touchpoints: trainer
    Emotions: curious          | Emotions: glad       | Emotions: proud

The lines may stand in cells of their own, or several in one cell: below the name of the stage, right of it, or below
it in the same cell. Every stage must hold two labels or more that others hold too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cxaudit.grid import Area, Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, JourneyMap, Stage
from cxaudit.tables.around.titles import title_above, title_kinds
from cxaudit.tables.cells import labelled, labelled_lines, place_of
from cxaudit.tables.labels import Label, filled, label_of, lanes_of, short
from cxaudit.tables.maps.customers import tells_of_customers
from cxaudit.tables.maps.mapparts import fields_of, lane_metrics, lanes_known, telling_share, with_phases
from cxaudit.tables.maps.stageheadings import shown_name, stage_name
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

NAME = "stage-cells"
_LEAST_STAGES, _LEAST_LABELS, _LEAST_ALIKE, _SURE = 3, 2, 0.6, 0.85
_MOST_ROWS, _MOST_CELLS = 500, 100

_Cell = tuple[int, int]


class _Block(Struct, frozen=True):
    """A stage as it stands on the sheet: its name, where that is, and each label with the cell that holds its value."""

    name: str
    cell: _Cell
    labels: tuple[Label, ...]


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """The map whose stages are cells of labelled lines, by whichever way of naming them there is."""
    listing = [cell for cell in _cells_of_lines(grid) if labelled_lines(grid.text(*cell))]
    few = listing if len(listing) <= _MOST_CELLS else ()  # so many are records, not the stages of a map
    full = [cell for cell in few if len(_lanes(grid, cell, vocabulary)) >= _LEAST_LABELS]
    ways = [_named_within(grid, full, vocabulary), _named_outside(grid, full, vocabulary), _columns(grid, vocabulary)]
    blocks = max(ways, key=len)
    if len(blocks) >= _LEAST_STAGES and _alike(blocks) and _are_stages(grid, blocks, vocabulary):
        yield _table(grid, blocks, vocabulary)


def _cells_of_lines(grid: Grid) -> Iterator[_Cell]:
    """The cells that hold several lines."""
    for row, texts in enumerate(grid.rows[:_MOST_ROWS], start=1):
        yield from (
            (row, column) for column, text in enumerate(texts, start=1) if "\n" in text and "\n" in text.strip()
        )


def _lanes(grid: Grid, cell: _Cell, vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The lanes of a map that the lines of a cell are labelled with."""
    found = (_label(name, cell, vocabulary) for name, _ in labelled_lines(grid.text(*cell)))
    return tuple(label for label in found if label)


def _label(name: str, cell: _Cell, vocabulary: Vocabulary) -> Label | None:
    label = label_of(name, *cell, vocabulary, "journey")
    known = label.telling and label.sureness >= _SURE and label.field not in {"stage", "step"}
    return label if known else None


def _named_within(grid: Grid, full: Sequence[_Cell], vocabulary: Vocabulary) -> list[_Block]:
    """Stages named by the first line of their cell."""
    found = []
    for cell in full:
        first = grid.text(*cell).strip().split("\n", 1)[0]
        pair = labelled(first)
        if short(first) and not (pair and _label(pair[0], cell, vocabulary)):
            found.append(_Block(first, cell, _lanes(grid, cell, vocabulary)))
    return found


def _named_outside(grid: Grid, full: Sequence[_Cell], vocabulary: Vocabulary) -> list[_Block]:
    """Stages named in the cell above or left of theirs, all on the same side."""
    sides = []
    for down, right in ((1, 0), (0, 1)):
        names = [(row - down, column - right) for row, column in full]
        told = [(cell, name) for cell, name in zip(full, names, strict=True) if min(name) >= 1 and name not in full]
        sides.append([(cell, name) for cell, name in told if short(grid.text(*name))])
    found = max(sides, key=len)
    return [_Block(grid.text(*name), name, _lanes(grid, cell, vocabulary)) for cell, name in found]


def _columns(grid: Grid, vocabulary: Vocabulary) -> list[_Block]:
    """Stages named on top of columns in which each cell begins with a label, the same in all of a row."""
    rows = [row for row in range(2, min(grid.height, _MOST_ROWS) + 1) if _one_label(grid, row, vocabulary)]
    columns = filled(grid, rows[0]) if len(rows) >= _LEAST_LABELS else ()
    head = rows[0] - 1 if columns else 0
    if len(columns) < _LEAST_STAGES or not set(columns) <= set(filled(grid, head)):
        return []
    held = {c: [_of_line(grid, (row, c), vocabulary) for row in rows] for c in columns}
    return [_Block(grid.text(head, c), (head, c), tuple(label for label in held[c] if label)) for c in columns]


def _one_label(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether all cells of a row begin with one label, a known one; it is looked up only once."""
    columns = filled(grid, row)
    first = labelled(grid.text(row, columns[0])) if len(columns) >= _LEAST_STAGES else None
    if first is None:
        return False
    pairs = (labelled(grid.text(row, column)) for column in columns[1:])
    same = all(pair and fold(pair[0]) == fold(first[0]) for pair in pairs)
    return same and _of_line(grid, (row, columns[0]), vocabulary) is not None


def _of_line(grid: Grid, cell: _Cell, vocabulary: Vocabulary) -> Label | None:
    pair = labelled(grid.text(*cell))
    return _label(pair[0], cell, vocabulary) if pair else None


def _alike(blocks: Sequence[_Block]) -> bool:
    """Whether the names differ and most labels come again in another stage."""
    names = {fold(block.name) for block in blocks}
    shared = Counter(text for block in blocks for text in {fold(label.text) for label in block.labels})
    told = sum(shared.values())
    again = sum(times for times in shared.values() if times > 1)
    return len(names) == len(blocks) and bool(told) and again >= _LEAST_ALIKE * told


def _are_stages(grid: Grid, blocks: Sequence[_Block], vocabulary: Vocabulary) -> bool:
    fields = {field for block in blocks for label in block.labels for field in label.fields}
    names = [stage_name(block.name, vocabulary) for block in blocks]
    kinds = title_kinds(grid, vocabulary)
    return sum(lanes_known(fields)) >= _LEAST_LABELS and tells_of_customers(fields, names, kinds, vocabulary)


def _table(grid: Grid, blocks: Sequence[_Block], vocabulary: Vocabulary) -> Table:
    stages = with_phases([_stage(grid, block, vocabulary) for block in blocks], vocabulary)
    labels = [label for block in blocks for label in block.labels]
    cells = [*(block.cell for block in blocks), *((label.row, label.column) for label in labels)]
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    lanes = lanes_of(grid, {fold(label.text): label for label in reversed(labels)}.values())
    journey = JourneyMap(title_above(grid, min(rows), True), stages[0].name.place, stages, lanes)
    return Table(
        kind="journey",
        layout="stage-blocks",
        region=Area(min(rows), min(columns), max(rows), max(columns)),
        confidence=round(telling_share(labels), 3),
        explained=len(blocks) + 2 * len(labels),
        lanes=lanes,
        maps=(journey,),
        metrics=lane_metrics(stages, vocabulary),
    )


def _stage(grid: Grid, block: _Block, vocabulary: Vocabulary) -> Stage:
    first = block.name.strip().split("\n", 1)[0]
    name = Entry(shown_name(first, vocabulary), place_of(grid, *block.cell))
    told = ((label, label.row, label.column) for label in block.labels)
    return Stage(name, fields=fields_of(grid, told, vocabulary))
