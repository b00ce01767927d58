"""Measures as blocks: a heading for each measure, below it what it means, its target and its value.

Net promoter score (NPS)
Definition | Likelihood to recommend
Target     | 50

Churn rate
Definition | Customers who left, by month
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from cxaudit.grid import Area, Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Metric
from cxaudit.tables.blocks import Block, Line, bands, blocks_of, cells_of, lines_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.maps.mapparts import fields_of, metric_of, telling_share
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary

NAME = "metric-blocks"
_LEAST_FACTS = 2
_KEPT = frozenset({"owner", "other.target", "other.baseline", "other.frequency", "other.definition"})


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The measures of a sheet that have a block each; two blocks at least."""
    return claim_to_sheet(grid, "metrics", partial(_tables, grid, vocabulary), 1)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    for band in bands(grid):
        lines = lines_of(grid, band)
        rows = {line.row for line in lines if line.heading and vocabulary.metric(line.text).concept}
        if len(rows) >= 2:
            blocks = _blocks(grid, lines, rows, vocabulary)
            if len(blocks) >= 2:
                yield _table(grid, blocks, vocabulary)


def _blocks(grid: Grid, lines: Sequence[Line], rows: set[int], vocabulary: Vocabulary) -> list[Block]:
    found = blocks_of(grid, lines, vocabulary, "metrics", lambda line: line.row in rows)[1:]
    return [block for block in found if len(_kept(block)) >= _LEAST_FACTS]


def _kept(block: Block) -> set[str]:
    return {field for fact in block.facts if fact.cells for field in fact.label.fields} & _KEPT


def _table(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> Table:
    labels = [fact.label for block in blocks for fact in block.facts]
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
        metrics=tuple(metric for block in blocks for metric in _metrics(grid, block, vocabulary)),
    )


def _metrics(grid: Grid, block: Block, vocabulary: Vocabulary) -> Iterable[Metric]:
    heading = block.heading
    if heading:
        name = Entry(heading.text.strip(), place_of(grid, heading.row, heading.column))
        known = [fact for fact in block.facts if fact.label.matches]
        metric = metric_of(name, vocabulary, listed=True)
        yield Metric(
            metric.name,
            metric.metric_class,
            metric.concept,
            fields=fields_of(grid, cells_of(known), vocabulary),
            listed=True,
        )
