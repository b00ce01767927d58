"""Touchpoints as blocks: on a sheet that is named for touchpoints a heading for each, the same labels below each.

Jetty office
Purpose | Hand over the key
Content | Tide table, map

Radio call
Purpose | Warn of the weather
Content | Wind, waves
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Fields, JourneyMap, Place, Stage, Step
from cxaudit.tables.around.titles import own_kinds, title_above
from cxaudit.tables.blocks import Block, blocks_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.facts import cells_of
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.maps.mapparts import fields_of
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

NAME = "touchpoint-blocks"
_TOUCHPOINT = "touchpoint"
_CONFIDENCE, _LEAST_BLOCKS, _LEAST_LABELS = 0.75, 3, 2
_OF_OTHERS = frozenset({"journey", "persona", "metrics", "practices", "improvements"})


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The touchpoints of a sheet that have a block each; three at least that tell two things alike."""
    kinds = own_kinds(grid, vocabulary)
    if "touchpoints" in kinds and _OF_OTHERS.isdisjoint(kinds):
        yield from claim_to_sheet(grid, "touchpoints", partial(_tables, grid, vocabulary), 1, _CONFIDENCE)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    for band in bands(grid):
        lines = lines_of(grid, band)
        rows = _alike(lines)
        if len(rows) >= _LEAST_BLOCKS:
            found = blocks_of(grid, lines, vocabulary, "journey", partial(_stands_in, rows))[1:]
            yield _table(grid, [block for block in found if block.heading], vocabulary)


def _stands_in(rows: frozenset[int], line: Line) -> bool:
    return line.row in rows


def _alike(lines: Sequence[Line]) -> frozenset[int]:
    """The rows of headings right below which pairs stand whose labels most of the others have too."""
    told: dict[int, set[str]] = {}
    heading: Line | None = None
    for line in lines:
        if line.heading:
            heading = line
        elif heading is not None and len(line.values) == 1:
            told.setdefault(heading.row, set()).add(fold(line.text))
    times = Counter(label for labels in told.values() for label in labels)
    shared = {label for label, often in times.items() if often * 3 >= len(told) * 2}
    rows = [row for row, labels in told.items() if len(labels & shared) >= _LEAST_LABELS]
    return frozenset(rows) if len(rows) * 3 >= len(told) * 2 else frozenset()


def _table(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> Table:
    labels = {fold(fact.label.text): fact.label for block in reversed(blocks) for fact in block.facts}
    lines = [line for block in blocks for line in (block.heading, *block.lines) if line]
    columns = [column for line in lines for column in (line.column, *line.values)]
    region = Area(lines[0].row, min(columns), lines[-1].row, max(columns))
    place = Place(grid.workbook, grid.sheet, area_address(region))
    lanes = lanes_of(grid, list(labels.values())[::-1])
    stage = Stage(Entry("", place, "", "is empty"), steps=tuple(_step(grid, block, vocabulary) for block in blocks))
    return Table(
        kind="touchpoints",
        layout=NAME,
        region=region,
        confidence=_CONFIDENCE,
        explained=sum(1 + len(line.values) for line in lines),
        lanes=lanes,
        maps=(JourneyMap(title_above(grid, region.top, True), place, (stage,), lanes, inventory=True),),
    )


def _step(grid: Grid, block: Block, vocabulary: Vocabulary) -> Step:
    line = block.heading or block.lines[0]
    name = Entry(line.text.strip(), place_of(grid, line.row, line.column))
    said = fields_of(grid, cells_of([fact for fact in block.facts if fact.label.matches]), vocabulary)
    fields: Fields = {**said, _TOUCHPOINT: (name, *said.get(_TOUCHPOINT, ()))}
    return Step(Entry("", name.place, "", "is empty"), fields)
