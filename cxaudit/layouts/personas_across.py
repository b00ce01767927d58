"""Personas across, labels down.

Persona | Karin | Finn | Carmen
Age     | 48    | 19   | 41
Goals   | …     | …    | …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Lane, Persona, Place
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.laneground import lane_columns
from cxaudit.tables.lanetables import LaneTable, name_tables
from cxaudit.tables.maps.customers import surely_named
from cxaudit.tables.maps.mapparts import fields_of, telling_share
from cxaudit.tables.personas.personaparts import (
    clean_name,
    name_stages,
    persona_weight,
    speaks_of_personas,
    tells_of_somebody,
)
from cxaudit.tables.told.valuetold import told_by_values
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import heading

NAME = "one-column-per-persona"
_SURE, _LEAST_HEADS = 0.95, 4


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The personas of a sheet that have a column each, unless other tables leave no room."""
    for found in lane_columns(grid):
        make = partial(_tables, grid, found.column, vocabulary)
        yield Claim(("persona",), found.ground, 1.0, found.most, make)


def _tables(grid: Grid, column: int, vocabulary: Vocabulary) -> Iterable[Table]:
    titled = speaks_of_personas(grid, title_kinds(grid, vocabulary), vocabulary)
    for table in name_tables(grid, column, vocabulary):
        corner = grid.text(table.header, table.column) if table.header else ""
        named = titled or "persona" in vocabulary.title_kinds(corner)
        personal, shared = persona_weight(table.fields if named else surely_named(table.labels))
        telling = (
            personal >= 3
            or (named and personal >= 1 and shared >= 2)
            or tells_of_somebody(_heads(grid, table), table.labels, vocabulary)
        )
        staged = "stage" in table.fields or name_stages((label.text for label in table.labels), vocabulary)
        if telling and table.header and not staged and not _heads_are_labels(grid, table, vocabulary):
            yield _table(grid, table, vocabulary)


def _heads(grid: Grid, table: LaneTable) -> Iterator[str]:
    return (grid.spread_text(table.header, column) for column in table.values) if table.header else iter(())


def _heads_are_labels(grid: Grid, table: LaneTable, vocabulary: Vocabulary) -> bool:
    """Whether most of what stands across are surely labels ("Age", "Goals"): who these are told of stands below."""
    heads = list(_heads(grid, table))
    known = (any(m.confidence >= _SURE for m in vocabulary.fields(text, "persona")) for text in heads)
    return sum(known) * 2 >= max(len(heads), _LEAST_HEADS)


def _names_as_lanes(grid: Grid, table: LaneTable) -> tuple[Lane, ...]:
    """The names in a header whose corner does not say that they are names."""
    named = [c for c in table.values if grid.text(table.header, c)]
    return tuple(
        Lane("name", heading(grid.text(table.header, c)), place_of(grid, table.header, c), "fuzzy", 0.8) for c in named
    )


def _table(grid: Grid, table: LaneTable, vocabulary: Vocabulary) -> Table:
    said = [[grid.spread_text(label.row, column) for column in table.values] for label in table.labels]
    table = replace(table, labels=told_by_values(table.labels, said, vocabulary, "persona"))
    lanes = tuple(label for label in table.labels if label.row != table.header)
    rows = [label.row for label in table.labels]
    place = Place(grid.workbook, grid.sheet, area_address(Area(min(rows), table.column, max(rows), table.column)))
    columns = [c for c in table.values if any(grid.text(label.row, c) for label in lanes)]
    corner = grid.text(table.header, table.column)
    shown = lanes_of(grid, table.labels) + (() if corner else _names_as_lanes(grid, table))
    personas = []
    for column in columns:
        text = grid.spread_text(table.header, column)
        name = Entry(clean_name(text), place_of(grid, table.header, column), corner, vocabulary.placeholder(text))
        fields = fields_of(grid, ((label, label.row, column) for label in lanes), vocabulary)
        personas.append(Persona(name, place, {"name": (name,), **fields}, shown))
    return Table(
        kind="persona",
        layout=NAME,
        region=table.region,
        confidence=round(telling_share(table.labels), 3),
        explained=sum(1 for row in {*rows, table.header} for c in (table.column, *columns) if grid.text(row, c)),
        lanes=shown,
        personas=tuple(personas),
    )
