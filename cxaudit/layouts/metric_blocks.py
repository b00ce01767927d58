"""Measures as blocks: a heading for each measure, below it what it means, its target and its value.

Net promoter score (NPS)
Definition | Likelihood to recommend
Target     | 50

Churn rate
Definition | Customers who left, by month

On a sheet that is called one of measures headings need not be known, if the same facts stand below them. Where "Metric"
is one of these facts, it names the measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Metric
from cxaudit.tables.blocks import Block, blocks_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.facts import cells_of
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.lists.measuregroups import are_measures, beside_group, named_in
from cxaudit.tables.lists.measuresheets import FACTS, heads_a_list, is_of_measures, outside_lists, over_facts
from cxaudit.tables.maps.mapparts import fields_of, metric_of, telling_share
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

NAME = "metric-blocks"
_LEAST_FACTS, _SURE = 2, 0.9
_NAMES = "metric"


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The measures of a sheet that have a block each; two blocks at least."""
    return claim_to_sheet(grid, "metrics", partial(_tables, grid, vocabulary), 1)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    titled = is_of_measures(grid, vocabulary)
    for band in bands(grid):
        lines = lines_of(grid, band)
        rows = _known_headings(grid, lines, vocabulary)
        named = over_facts(grid, lines, vocabulary) if titled else frozenset[int]()
        if len(rows | named) >= 2:
            blocks = _blocks(grid, lines, named or rows, 1 if named else _LEAST_FACTS, vocabulary)
            if len(blocks) >= 2:
                yield _table(grid, blocks, vocabulary)


def _known_headings(grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary) -> set[int]:
    """The rows of headings that name a known measure; one over a list with headings of columns only sorts it."""
    return {
        line.row
        for line, following in zip(lines, (*lines[1:], None), strict=True)
        if line.heading and vocabulary.metric(line.text).concept
        if following is None or not heads_a_list(grid, following, vocabulary)
    }


def _blocks(
    grid: Grid, lines: Sequence[Line], rows: AbstractSet[int], least: int, vocabulary: Vocabulary
) -> list[Block]:
    found = blocks_of(grid, lines, vocabulary, "metrics", lambda line: line.row in rows)[1:]
    return [block for block in found if len(_kept(block)) >= least]


def _kept(block: Block) -> set[str]:
    return {field for fact in block.facts if fact.cells for field in fact.label.fields} & FACTS - {_NAMES}


def _table(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> Table:
    labels = [fact.label for block in blocks for fact in block.facts]
    by_heading = _headings_name(grid, blocks, vocabulary)
    once = {label.text.casefold(): label for label in reversed(labels)}
    lines = [line for block in blocks for line in (block.heading, *block.lines) if line]
    columns = [column for line in lines for column in (line.column, *line.values)]
    return Table(
        kind="metrics",
        layout=NAME,
        region=Area(lines[0].row, min(columns), lines[-1].row, max(columns)),
        confidence=round(telling_share(labels), 3),
        explained=sum(1 + len(line.values) for line in lines),
        lanes=lanes_of(grid, list(once.values())[::-1]),
        metrics=tuple(metric for block in blocks for metric in _metrics(grid, block, by_heading, vocabulary)),
    )


def _headings_name(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether the headings name the measures: half are known ones, or few blocks name theirs beside a word for them."""
    known = sum(1 for block in blocks if block.heading and vocabulary.is_measure(bare(block.heading.text)))
    named = sum(1 for block in blocks if any(_beside(grid, block, False, vocabulary)))
    return known * 2 >= len(blocks) or named * 2 <= len(blocks)


def _metrics(grid: Grid, block: Block, by_heading: bool, vocabulary: Vocabulary) -> Iterator[Metric]:
    """The measure of a block's heading and those that it lists; only these where the heading is no measure."""
    if not block.heading:
        return
    heading = block.heading
    beside = tuple(_beside(grid, block, by_heading, vocabulary))
    fields = fields_of(grid, cells_of([fact for fact in block.facts if fact.label.matches]), vocabulary)
    if by_heading or not beside:
        name = Entry(heading.text.strip(), place_of(grid, heading.row, heading.column))
        yield replace(metric_of(name, vocabulary, listed=True), fields=fields)
    for name in beside:
        said = fields if len(beside) == 1 and not by_heading else {}
        yield replace(metric_of(name, vocabulary, listed=True), fields=said)
    for name in _below(grid, block, vocabulary):
        yield metric_of(name, vocabulary, listed=True)


def _below(grid: Grid, block: Block, vocabulary: Vocabulary) -> Iterator[Entry]:
    """The measures that stand below a word for measures, in a column or a list."""
    for fact in block.facts:
        if fact.label.field == _NAMES and fact.label.sureness >= _SURE:
            for row, column in (cell for cell in fact.cells if cell[0] != fact.label.row):
                place = place_of(grid, row, column)
                for name in named_in(grid.text(row, column)):
                    yield Entry(name, place, fact.label.text, vocabulary.placeholder(name))


def _beside(grid: Grid, block: Block, by_heading: bool, vocabulary: Vocabulary) -> Iterator[Entry]:
    """The measures that the rows of a block list; where headings name them, only lists of further known ones."""
    for line in (line for lines in outside_lists(grid, block.lines, vocabulary) for line in lines if line.values):
        names = beside_group(grid, line, vocabulary) or ()
        if names and (not by_heading or (len(names) > 1 and are_measures(names, vocabulary))):
            place = place_of(grid, line.row, line.values[0])
            yield from (Entry(name, place, line.text, vocabulary.placeholder(name)) for name in names)
