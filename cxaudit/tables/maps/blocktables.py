"""Small tables within the blocks of a sheet: their header comes again word for word below each heading.

A. Looking for a plumber
In short | The tap drips
Step     | Does        | Feels   | Snag           the same cells stand below every heading: a header
Searches | Asks around | Annoyed | Too many names
Calls    | Rings two   | Hopeful | Nobody answers
Owner    | Sales                                  a label with one value: said of the whole stage again
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxaudit.grid import Grid
from cxaudit.model import Entry, Step
from cxaudit.tables.blocks import Fact, cells_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label
from cxaudit.tables.maps.mapparts import fields_of
from cxaudit.vocabulary import Vocabulary


def steps_below(grid: Grid, facts: Sequence[Fact], vocabulary: Vocabulary) -> tuple[list[Fact], tuple[Step, ...]]:
    """What is said of the whole block, and a step for each row of a table whose header names the steps."""
    naming = {fact.label.row: fact.label.column for fact in facts if fact.label.field == "step" and _below(fact)}
    told = [fact for fact in facts if fact.label.row in naming and (_below(fact) or not fact.cells)]
    rows = sorted({(row, fact.label.row) for fact in told for row, _ in fact.cells})
    steps = []
    for row, header in rows:
        own = [f for f in told if f.label.row == header and f.cells and f.cells[0][0] == row]
        missing = _empty(own, told, header, row)
        name = place_of(grid, row, naming[header])
        text = grid.text(row, naming[header])
        cells = cells_of([*(f for f in own if f.label.field != "step"), *missing])
        steps.append(Step(Entry(text, name, "", vocabulary.placeholder(text)), fields_of(grid, cells, vocabulary)))
    return [fact for fact in facts if fact not in told], tuple(steps)


def _below(fact: Fact) -> bool:
    """Whether the value stands below its label, not beside it."""
    return any(row > fact.label.row and column == fact.label.column for row, column in fact.cells)


def _empty(own: Sequence[Fact], told: Iterable[Fact], header: int, row: int) -> list[Fact]:
    """The columns of the table that a row leaves empty."""
    filled = {fact.label.column for fact in own}
    heads: dict[int, Label] = {f.label.column: f.label for f in told if f.label.row == header and f.label.matches}
    return [Fact(label, ((row, c),)) for c, label in heads.items() if c not in filled and label.field != "step"]
