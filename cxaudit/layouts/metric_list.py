"""A list of measures: one a row, with target, owner and the like.

Metric | Target | Owner    | Frequency
NPS    | 40     | CX team  | Monthly
Churn  | 8 %    | Customer | Monthly
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Metric
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, lanes_of
from cxaudit.tables.lists.furthermeasures import further_columns, pairs_above
from cxaudit.tables.lists.measurenames import measure_name
from cxaudit.tables.lists.measuretables import find_measure_tables, second_column_defines, told_by_cells
from cxaudit.tables.maps.mapparts import fields_of, metric_of, telling_share
from cxaudit.tables.rowtables import RowTable, find_row_tables
from cxaudit.tables.told.measuredby import DEFINITION, told_by_formula
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary

NAME = "list"
_SURE = 0.9
_SORTING = frozenset({"stage", "touchpoint", "channel", "moment", "persona"})
_KEPT_WITH_A_MEASURE = frozenset({"owner", "other.target", "other.baseline", "other.frequency"})
_OF_MEASURES = _KEPT_WITH_A_MEASURE | {"stage", "metric", "other.definition"}


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The metric lists of a sheet; where no headings tell them, those that their measures and figures tell."""
    return claim_to_sheet(grid, "metrics", partial(_tables, grid, vocabulary))


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    headed = tuple(_headed(grid, title_kinds(grid, vocabulary), vocabulary))
    return headed or tuple(_by_cells(grid, vocabulary))


def _headed(grid: Grid, kinds: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Table]:
    for table in find_row_tables(grid, vocabulary, "metrics"):
        key = _key(table)
        if key and _lists_measures(grid, table, key, kinds, vocabulary):
            further = further_columns(grid, table, key, vocabulary)
            told = told_by_cells(grid, second_column_defines(table, (key, *further)), vocabulary)
            yield _with_pairs(grid, _table(grid, told, (key, *further), vocabulary), told, vocabulary)


def _by_cells(grid: Grid, vocabulary: Vocabulary) -> Iterator[Table]:
    for table in find_measure_tables(grid, vocabulary):
        if _lists_stages(grid, table, vocabulary):
            continue
        told = told_by_cells(grid, table, vocabulary)
        if any(label.field in _KEPT_WITH_A_MEASURE for label in told.labels):
            yield _table(grid, told, told.labels[:1], vocabulary)


def _lists_stages(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> bool:
    """Whether the heading of the first column surely says stages: "Onboarding" below it is one, though measured too."""
    heading = grid.text(table.header, table.first) if table.header else ""
    return any(m.field == "stage" and m.confidence >= _SURE for m in vocabulary.fields(heading, "journey"))


def _key(table: RowTable) -> Label | None:
    return next((label for label in table.labels if label.field == "metric"), None)


def _lists_measures(grid: Grid, table: RowTable, key: Label, kinds: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    titled = "metrics" in kinds
    texts = [grid.spread_text(row, key.column) for row in table.body]
    known = sum(1 for text in texts if vocabulary.metric(text).metric_class != "unclear")
    sorting = titled or (not kinds and _tells_only_measures(table))
    first = all(_sorts(label, sorting) for label in table.labels if label.column < key.column)
    kept = {label.field for label in table.labels} & _KEPT_WITH_A_MEASURE
    enough = len(kept) >= 2 or (titled and len(kept) == 1 and key.sureness >= _SURE)
    return len(texts) >= 2 and first and (known * (4 if titled else 2) >= len(texts) or enough)


def _tells_only_measures(table: RowTable) -> bool:
    """Whether a table tells nothing of its stages but how they are measured: "Stage | Metric | Target"."""
    told = {label.field for label in table.labels}
    return told <= _OF_MEASURES and bool(told & _KEPT_WITH_A_MEASURE)


def _sorts(label: Label, titled: bool) -> bool:
    """Whether a column left of the measures only sorts them: by kind, or on a sheet of measures by stage or place."""
    return label.field.startswith("other") or (titled and (label.field in _SORTING or not label.matches))


def _with_pairs(grid: Grid, table: Table, rows: RowTable, vocabulary: Vocabulary) -> Table:
    """The list with the measures that are named alone above it ("North star")."""
    pairs = tuple(pairs_above(grid, rows, vocabulary))
    if not pairs:
        return table
    labels = tuple(label for label, _ in pairs)
    named = (_named(grid, label.row, column, label, vocabulary) for label, column in pairs)
    metrics = tuple(metric_of(name, vocabulary, (), listed=True) for name in named)
    region = table.region._replace(top=labels[0].row, left=min(table.region.left, *(x.column for x in labels)))
    explained = table.explained + 2 * len(pairs)
    lanes = (*lanes_of(grid, labels), *table.lanes)
    return replace(table, region=region, explained=explained, lanes=lanes, metrics=(*metrics, *table.metrics))


def _table(grid: Grid, table: RowTable, keys: Sequence[Label], vocabulary: Vocabulary) -> Table:
    lanes = lanes_of(grid, table.labels)
    cells = ((row, key) for row in table.body for key in keys if grid.text(row, key.column))
    metrics = [_metric(grid, table, row, key, keys, vocabulary) for row, key in cells]
    return Table(
        kind="metrics",
        layout=NAME,
        region=table.region,
        confidence=round(max(0.6, telling_share(table.labels)), 3),
        explained=sum(len(filled(grid, row, table.first, table.last)) for row in (table.header, *table.body)),
        lanes=lanes,
        metrics=tuple(metrics),
    )


def _named(grid: Grid, row: int, column: int, label: Label, vocabulary: Vocabulary) -> Entry:
    text = measure_name(grid.text(row, column))
    return Entry(text, place_of(grid, row, column), label.text, vocabulary.placeholder(text))


def _metric(grid: Grid, table: RowTable, row: int, key: Label, keys: Sequence[Label], vocabulary: Vocabulary) -> Metric:
    name = _named(grid, row, key.column, key, vocabulary)
    others = {each.column for each in keys}
    rest = ((label, row, label.column) for label in table.labels if label.column not in others)
    fields = fields_of(grid, rest, vocabulary)
    phases: tuple[str, ...] = ()
    for entry in fields.get("stage", ()):
        if entry.given:
            phases = vocabulary.phases(entry.text)
    metric = replace(metric_of(name, vocabulary, phases, listed=True), fields=fields)
    return told_by_formula(metric, _formulas(grid, table, row), vocabulary)


def _formulas(grid: Grid, table: RowTable, row: int) -> list[str]:
    """How a measure is counted, as it is written: its parts mean nothing alone."""
    return [grid.spread_text(row, label.column) for label in table.labels if label.field == DEFINITION]
