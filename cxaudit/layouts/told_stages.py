"""Stages told in text: a name for each, beside or below it sentences or bullets, hardly any lanes.

Customer journey
Stage 1: Looking round | - Sees the window of the shop
Stage 2: Ordering      | - Calls, and waits for the offer
Goal                   | A fair price

A fuller layout is taken where one reads a map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, JourneyMap, Stage
from cxaudit.tables.around.listedfacts import add_listed_facts
from cxaudit.tables.around.ownjourney import is_titled_journey
from cxaudit.tables.around.titles import title_above, title_kinds
from cxaudit.tables.blocks import Block, blocks_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.facts import cells_of
from cxaudit.tables.labels import Label, lanes_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.lists.plans import heads_a_plan
from cxaudit.tables.maps.headedstages import headed_runs
from cxaudit.tables.maps.mapparts import fields_of, lane_metrics, with_phases
from cxaudit.tables.maps.namesbelow import named_below
from cxaudit.tables.maps.stageheadings import shown_name
from cxaudit.tables.maps.toldheadings import Run, told_runs
from cxaudit.tables.personas.personaparts import count_personas
from cxaudit.tables.told.deedstold import with_deeds
from cxaudit.tables.wholesheet import claim_to_sheet, is_large_table
from cxaudit.vocabulary import FieldMatch, Vocabulary

NAME = "told-stages"
LAYOUT = "stage-blocks"
_SUREST = 0.75
_DEFINED = (FieldMatch("step_definition", "fuzzy", 0.6),)
_ACTIVITY = "activity"
_ELSE = frozenset({"metrics", "improvements", "practices", "other"})


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The maps of a sheet whose stages are told in text."""
    if is_large_table(grid):
        return ()
    return claim_to_sheet(grid, "journey", partial(_tables, grid, vocabulary), 1, _SUREST)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    kinds = title_kinds(grid, vocabulary)
    titled = is_titled_journey(grid, vocabulary)
    if _ELSE.intersection(kinds) and not titled:
        return
    for band in bands(grid):
        lines = lines_of(grid, band)
        runs = told_runs(lines, titled, vocabulary) or headed_runs(lines, titled, grid.sheet, vocabulary)
        runs = [replace(run, names=named_below(lines, run.names, vocabulary)) for run in runs]
        if count_personas([line.text for run in runs for line in run.names], vocabulary):
            continue
        for run in runs:
            if not _planned(grid, run, vocabulary):
                yield _table(grid, run, lines, len(runs) == 1, vocabulary)


def _planned(grid: Grid, run: Run, vocabulary: Vocabulary) -> bool:
    """Whether the row right above the first name heads a plan."""
    above = run.names[0].row - 1
    heads = [text for text in (grid.rows[above - 1] if above else ()) if text]
    return heads_a_plan(heads, (), vocabulary)


def _table(grid: Grid, run: Run, lines: Sequence[Line], only: bool, vocabulary: Vocabulary) -> Table:
    rows = {line.row for line in run.names}
    first = run.names[0]
    taken = [line for line in lines if first.row <= line.row < run.end]
    blocks = blocks_of(grid, taken, vocabulary, "journey", lambda line: line.row in rows)[1:]
    for block in blocks:
        add_listed_facts(grid, block, vocabulary, "journey")
        block.facts = [fact for fact in block.facts if fact.label.telling and fact.label.sureness >= _SUREST]
    _read_steps(grid, blocks, vocabulary)
    told = _told_by(grid, blocks, vocabulary)
    stages = with_phases([_stage(grid, block, told, vocabulary) for block in blocks], vocabulary)
    labels = {fact.label.text.casefold(): fact.label for block in reversed(blocks) for fact in reversed(block.facts)}
    lanes = lanes_of(grid, sorted(labels.values(), key=lambda label: (label.row, label.column)))
    columns = [column for line in taken for column in (line.column, *line.values)]
    return Table(
        kind="journey",
        layout=LAYOUT,
        region=Area(first.row, min(columns), taken[-1].row, max(columns)),
        confidence=run.sure,
        explained=len(blocks) + sum(bool(_cells(block)) for block in blocks) + sum(len(b.facts) for b in blocks),
        lanes=lanes,
        maps=(JourneyMap(title_above(grid, first.row, only), stages[0].name.place, stages, lanes),),
        metrics=lane_metrics(stages, vocabulary),
    )


def _read_steps(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
    """Reads labels of steps that hold lists of them as what the customer does, too."""
    facts = [fact for block in blocks for fact in block.facts]
    labels = {fact.label.text: fact.label for fact in facts}
    held = [[grid.text(*cell) for fact in facts if fact.label.text == text for cell in fact.cells] for text in labels]
    told = {label.text: label.matches for label in with_deeds(tuple(labels.values()), held, vocabulary)}
    for block in blocks:
        block.facts = [replace(f, label=replace(f.label, matches=told[f.label.text])) for f in block.facts]


def _cells(block: Block) -> list[tuple[int, int]]:
    """The cells of a block that no label is known for."""
    known = {cell for fact in block.facts for cell in (*fact.cells, (fact.label.row, fact.label.column))}
    heading = block.heading
    beside = [(heading.row, column) for column in heading.values] if heading else []
    below = [(line.row, column) for line in block.lines for column in (line.column, *line.values)]
    return [cell for cell in (*beside, *below) if cell not in known]


def _told_by(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> Label:
    """What the text stands for, which has no label: what customers do if most of it begins so, else nothing."""
    texts = [grid.text(*cell) for block in blocks for cell in _cells(block)]
    nameless = Label(blocks[0].heading.row if blocks[0].heading else 1, 1, "", _DEFINED)
    told = with_deeds((nameless,), [texts], vocabulary)[0]
    return told if told.field == _ACTIVITY else replace(told, matches=())


def _stage(grid: Grid, block: Block, told: Label, vocabulary: Vocabulary) -> Stage:
    heading = block.heading or block.lines[0]
    name = Entry(shown_name(heading.text, vocabulary), place_of(grid, heading.row, heading.column))
    cells = [(replace(told, text=name.text), row, column) for row, column in _cells(block)]
    return Stage(name, fields=fields_of(grid, [*cells_of(block.facts), *cells], vocabulary))
