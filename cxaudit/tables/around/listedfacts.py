"""Facts that one cell lists, each line with a label of its own, below a heading or a label such as "Profile".

Persona 1: Ruth
                 | - Age: 61
                 | - Job: nurse
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.tables.blocks import Block, Fact
from cxaudit.tables.cells import labelled_lines
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import Vocabulary

_LEAST, _SURE = 2, 0.85
_WHO = frozenset({"role", "name"})


def add_listed_facts(grid: Grid, block: Block, vocabulary: Vocabulary, kind: str) -> None:
    """Adds to a block what its cells list line by line; that takes the place of what nobody knew the cell for."""
    for row, column in _open_cells(block):
        facts = _listed(grid, row, column, vocabulary, kind)
        if facts:
            kept = (replace(f, cells=()) if (row, column) in f.cells else f for f in block.facts)
            block.facts = [*(fact for fact in kept if fact.cells or fact.label.telling), *facts]


def _open_cells(block: Block) -> Iterator[tuple[int, int]]:
    """The cells of a block that no label is known for, or only that they tell who somebody is ("Profile")."""
    known = {cell for fact in block.facts if fact.label.telling and fact.label.field not in _WHO for cell in fact.cells}
    for line in block.lines:
        cells = [(line.row, column) for column in (line.column, *line.values)]
        yield from (cell for cell in cells if cell not in known)


def _listed(grid: Grid, row: int, column: int, vocabulary: Vocabulary, kind: str) -> list[Fact]:
    """The facts of a cell; two or more of their labels must be known for sure."""
    names = [name for name, _ in labelled_lines(grid.text(row, column))]
    labels = [Label(row, column, name, vocabulary.fields(name, kind)) for name in names]
    sure = sum(1 for label in labels if label.telling and label.sureness >= _SURE)
    return [Fact(label, ((row, column),)) for label in labels] if sure >= _LEAST else []
