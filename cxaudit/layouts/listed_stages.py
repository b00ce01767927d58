"""Stages listed under a label that says so, and lanes told once for all of them.

Journey 1: First order
Steps
Looking round | Reads what others say
Paying        | Pays by card
Touchpoints   | Shop page, mail
Pain points   | The size is a guess
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, Fields, JourneyMap, Stage
from cxaudit.tables.around.titles import title_above, title_kinds
from cxaudit.tables.blocks import blocks_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.facts import cells_of
from cxaudit.tables.labels import Label, label_at, lanes_of, short
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.maps.customers import tells_of_customers
from cxaudit.tables.maps.mapparts import fields_of, lane_metrics, lanes_known, telling_share, with_phases
from cxaudit.tables.told.deedstold import with_deeds
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, stage_label, word_count

NAME = "listed-stages"
_HEADS = frozenset({"stage", "step"})
_SURE, _LEAST_STAGES, _MOST_WORDS = 0.9, 3, 6
_NAMELESS, _DEFINED = "", (FieldMatch("step_definition", "fuzzy", 0.6),)


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """A map for each label over a list of stages, with what is said below the list."""
    for band in bands(grid):
        lines = lines_of(grid, band)
        starts = [n for n, line in enumerate(lines) if _heads_list(grid, line, vocabulary)]
        for start, end in pairwise([*starts, len(lines)]):
            yield from _read_list(grid, lines[start], lines[start + 1 : end], vocabulary)


def _heads_list(grid: Grid, line: Line, vocabulary: Vocabulary) -> bool:
    label = _label(grid, line, vocabulary) if line.heading else None
    return bool(label and label.field in _HEADS and label.sureness >= _SURE)


def _read_list(grid: Grid, head: Line, below: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Table]:
    """The map of a list, if its names are short and different and the lanes below it are a customer's."""
    named = list(takewhile(lambda line: _names_stage(grid, line, vocabulary), _unbroken(head, below)))
    names = [line.text for line in named]
    rest = list(_unbroken(named[-1], below[len(named) :])) if named else []
    if not rest or len(set(names)) < max(_LEAST_STAGES, len(names)):
        return
    (block,) = blocks_of(grid, rest, vocabulary, "journey", lambda _: False)
    facts = [fact for fact in block.facts if fact.label.matches]
    lanes = {field for fact in facts for field in fact.label.fields}
    kinds = title_kinds(grid, vocabulary)
    if lanes_known(lanes)[0] and tells_of_customers(lanes, names, kinds, vocabulary):
        labels = (_label(grid, head, vocabulary), *(fact.label for fact in facts))
        about = fields_of(grid, cells_of(facts), vocabulary)
        yield _table(grid, [head, *named, *rest], _stages(grid, named, vocabulary), labels, about, vocabulary)


def _label(grid: Grid, line: Line, vocabulary: Vocabulary) -> Label:
    return label_at(grid, line.row, line.column, vocabulary, "journey")


def _names_stage(grid: Grid, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line is a name with something beside it, and no lane."""
    label = _label(grid, line, vocabulary)
    lane = label.telling and label.sureness >= _SURE
    return len(line.values) == 1 and short(line.text) and word_count(bare(line.text)) <= _MOST_WORDS and not lane


def _unbroken(before: Line, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that follow without an empty row between them."""
    return (line for n, line in takewhile(lambda each: each[1].row == before.row + each[0], enumerate(lines, start=1)))


def _stages(grid: Grid, named: Sequence[Line], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages; what stands beside their names is told by its words, for no label tells it."""
    nameless = Label(named[0].row, named[0].values[0], _NAMELESS, ())
    beside = with_deeds((replace(nameless, matches=_DEFINED),), [[line.beside for line in named]], vocabulary)[0]
    return with_phases([_stage(grid, line, beside, vocabulary) for line in named], vocabulary)


def _stage(grid: Grid, line: Line, beside: Label, vocabulary: Vocabulary) -> Stage:
    name = Entry(stage_label(line.text), place_of(grid, line.row, line.column))
    cells = [(replace(beside, text=line.text), line.row, column) for column in line.values]
    return Stage(name, fields=fields_of(grid, cells, vocabulary))


def _table(
    grid: Grid,
    lines: Sequence[Line],
    stages: tuple[Stage, ...],
    labels: Sequence[Label],
    about: Fields,
    vocabulary: Vocabulary,
) -> Table:
    head = lines[0]
    lanes = lanes_of(grid, labels)
    columns = [column for line in lines for column in (line.column, *line.values)]
    measured = Stage(stages[0].name, fields=about)  # measures of the whole journey belong to no phase
    title, place = title_above(grid, head.row, False), place_of(grid, head.row, head.column)
    journey = JourneyMap(title, place, stages, lanes, about)
    return Table(
        kind="journey",
        layout="key-value",
        region=Area(head.row, min(columns), lines[-1].row, max(columns)),
        confidence=round(telling_share(labels), 3),
        explained=1 + sum(1 + len(line.values) for line in lines),
        lanes=lanes,
        maps=(journey,),
        metrics=lane_metrics((*stages, measured), vocabulary),
    )
