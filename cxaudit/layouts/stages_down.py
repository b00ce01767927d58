"""Stages or steps down, labels across.

    Stage     | Touchpoint | Channel | Emotion        Stage     | Goal | Emotion
    Awareness | Banner     | Outdoor | Curious        Awareness | …    | …
              | TV spot    | TV      | …              Purchase  | …    | …
    Purchase  | Web shop   | Web     | …

A stage's name may be merged over its rows or stand only in the first. Rows with a stage of their own are
stages; several rows under one stage are its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Fields, JourneyMap, Place, Stage, Step
from cxaudit.tables.around.titles import title_above, title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, lanes_of
from cxaudit.tables.maps.headedtables import Headed, stage_by_stage, under_headings
from cxaudit.tables.maps.inventories import heading_above, is_inventory, lists_channels, nearest_title, with_messages
from cxaudit.tables.maps.journeytables import is_journey, key_column, sorts_otherwise
from cxaudit.tables.maps.mapparts import (
    fields_of,
    holds_scores,
    lane_metrics,
    lanes_known,
    named_by,
    telling_share,
    with_phases,
)
from cxaudit.tables.maps.stagecolumn import with_stage_column
from cxaudit.tables.maps.steprows import covers, of_whole_stages, rows_of_steps
from cxaudit.tables.maps.templaterows import filled_in
from cxaudit.tables.rowreader import RowReader
from cxaudit.tables.rowtables import RowTable, find_row_tables
from cxaudit.tables.told.definedbeside import defined_beside
from cxaudit.tables.told.figurecolumns import without_figures
from cxaudit.tables.told.saidtwice import told_apart
from cxaudit.tables.told.valuetold import told_by_values
from cxaudit.together import Together
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import stage_label

NAME = "one-row-per-step"
_SURE = 0.95
_SURE_OF_STAGES, _SURE_OF_CHANNELS = 0.55, 0.65
_LEAST_STAGES = 3
_LOOKED_AT = 200
_MANY_LANES = 4
_MOST_STAGES = 40


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The journey maps and touchpoint inventories of a sheet that keep a row for each step, touchpoint or stage."""
    kinds = title_kinds(grid, vocabulary)
    tables: list[RowTable] = []
    found: list[RowTable] = []
    for table in find_row_tables(grid, vocabulary, "journey", lambda row: _sure_of(grid, row, found)):
        named = with_messages(_named_by_heading(grid, without_figures(grid, table), vocabulary), kinds)
        tables.append(with_stage_column(grid, named, kinds, vocabulary))
        if is_journey(grid, tables[-1], kinds, vocabulary):
            found.append(_told_by_values(grid, tables[-1], vocabulary))
    if parts := stage_by_stage(grid, tables, kinds, vocabulary):
        rest = [table for table in found if not any(table.region.overlaps(part.region) for part in parts)]
        found = [*(_told_by_values(grid, part, vocabulary) for part in parts), *rest]
    for headed in under_headings(grid, found, vocabulary):
        yield _claim(grid, headed, vocabulary, len(found) == 1)


def _sure_of(grid: Grid, row: int, found: Sequence[RowTable]) -> float:
    """How sure the labels are of the map that a row stands in: less sure ones in it would head a lesser map of it.

    Nothing where it stands in none, or where one with more lanes could be the better map.
    """
    if not found or row > found[-1].body[-1] or not _many_lanes(found[-1]):
        return 0.0
    last, columns = found[-1], filled(grid, row)
    return telling_share(last.labels) if last.first <= columns[0] and columns[-1] <= last.last else 0.0


def _claim(grid: Grid, headed: Headed, vocabulary: Vocabulary, only: bool) -> Claim:
    """The map of tables under headings, before its stages are read."""
    tables = [table for table, _ in headed]
    first, kinds = tables[0], title_kinds(grid, vocabulary)
    labels = first.labels
    if headed[0][1]:
        labels = tuple(_as_step(label) if label is key_column(first) else label for label in labels)
    named = nearest_title(grid, first, vocabulary)
    listed = is_inventory(first, kinds, named, vocabulary.title_kinds(grid.sheet))
    kind = "touchpoints" if listed else "other" if sorts_otherwise(grid, first) else "journey"
    confidence = _confidence(first, labels, kinds)
    explained = sum(len(filled(grid, row, t.first, t.last)) for t in tables for row in (t.header, *t.body))

    def make() -> Iterable[Table]:
        yield _table(grid, headed, labels, vocabulary, only, kind, confidence, explained)

    corner = Area(first.header, first.first, first.header, first.first)
    return Claim((kind,), (corner,), max(confidence, _SURE_OF_STAGES), explained, make)


def _told_by_values(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> RowTable:
    rows = table.body[:_LOOKED_AT]
    columns = [grid.spread_column(label.column, rows) for label in table.labels]
    told = replace(table, labels=told_by_values(table.labels, columns, vocabulary))
    return replace(table, labels=told_apart(_with_definition(grid, told, vocabulary)))


def _with_definition(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, that right of the stages known for their definition where it says one thing of each."""
    key = key_column(table)
    beside = next((x for x in table.labels if key and x.column > key.column), None)
    if key is None or key.field != "stage" or beside is None:
        return table.labels
    groups = _grouped(grid, key, table.body[:_LOOKED_AT])
    said = [set(grid.spread_column(beside.column, rows)) - {""} for _, rows in groups]
    alone = all(len(texts) <= 1 for texts in said)
    return defined_beside(table.labels, beside if alone else None, (x for each in said for x in each), vocabulary)


def _named_by_heading(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> RowTable:
    """Columns that say nothing themselves stand for what the heading above the table names ("Touchpoints by stage")."""
    heading = heading_above(grid, table)
    title = grid.text(*heading) if heading else title_above(grid, table.header, True).text
    told = named_by(title, table.fields, vocabulary)
    if not told or "stage" not in table.fields:
        return table
    unknown = [label for label in table.labels if not label.telling and label.sureness < _SURE]
    scored = [x for x in table.labels if not x.telling and holds_scores(grid.text(r, x.column) for r in table.body)]
    meant = unknown if heading and len(unknown) >= 2 else scored
    return replace(table, labels=tuple(replace(x, matches=told) if x in meant else x for x in table.labels))


def _table(
    grid: Grid,
    headed: Headed,
    labels: tuple[Label, ...],
    vocabulary: Vocabulary,
    only: bool,
    kind: str,
    confidence: float,
    explained: int,
) -> Table:
    raw: list[Stage] = []
    for table, heading in headed:
        raw += _headed_stage(grid, table, heading, vocabulary) if heading else _stages(grid, table, vocabulary)
    stages = with_phases(raw, vocabulary)
    first = headed[0][0]
    region = _around([t.region for t, _ in headed] + [Area(h[0], h[1], h[0], h[1]) for _, h in headed if h])
    head = Area(first.header, labels[0].column, first.header, labels[-1].column)
    header = Place(grid.workbook, grid.sheet, area_address(head))
    lanes = lanes_of(grid, (*labels, *_worded_otherwise([table for table, _ in headed])))
    title = title_above(grid, region.top, only)
    if sum(1 for s in stages if vocabulary.phases(s.name.text) != ("unclear",)) * 2 >= max(_LEAST_STAGES, len(stages)):
        confidence = max(confidence, _SURE_OF_STAGES)
    return Table(
        kind=kind,
        layout="one-row-per-step" if any(stage.steps for stage in stages) else "one-row-per-stage",
        region=region,
        confidence=confidence,
        explained=explained,
        lanes=lanes,
        maps=(JourneyMap(title, header, stages, lanes, inventory=kind != "journey"),),
        metrics=lane_metrics(stages, vocabulary),
    )


def _confidence(table: RowTable, labels: Sequence[Label], kinds: tuple[str, ...]) -> float:
    """How sure a table is by its labels."""
    confidence = telling_share(labels) * (1.0 if _many_lanes(table) else 0.75)
    if not kinds or "journey" in kinds or "touchpoints" in kinds:
        confidence = min(1.0, confidence + 0.05)
    if lists_channels(table, kinds):
        confidence = max(confidence, _SURE_OF_CHANNELS)  # what else is said of channels needs no known heading
    return round(confidence, 3)


def _many_lanes(table: RowTable) -> bool:
    return sum(lanes_known(table.fields)) >= _MANY_LANES


def _worded_otherwise(tables: Sequence[RowTable]) -> Iterator[Label]:
    """Labels of further tables that say the same as those of the first in other words."""
    known = {label.text for label in tables[0].labels}
    for label in (label for table in tables[1:] for label in table.labels if label.text not in known):
        known.add(label.text)
        yield label


def _as_step(label: Label) -> Label:
    """The first column under stage headings, whatever it calls itself."""
    return replace(label, matches=(FieldMatch("step", "synonym", 0.85),))


def _around(areas: list[Area]) -> Area:
    return Area(
        min(a.top for a in areas), min(a.left for a in areas), max(a.bottom for a in areas), max(a.right for a in areas)
    )


def _stages(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> list[Stage]:
    key = key_column(table)
    rest = tuple(label for label in table.labels if label is not key)
    reader = RowReader(grid, table.body, vocabulary)
    if key is None:
        name = Entry("", Place(grid.workbook, grid.sheet, area_address(table.region)), "", "is empty")
        return [Stage(name, steps=tuple(_steps(grid, table.body, rest, reader, vocabulary)))]
    groups = _grouped(grid, key, filled_in(grid, table, key, vocabulary))
    by_step = any(label.field == "step" for label in rest) or any(len(rows) > 1 for _, rows in groups)
    whole = of_whole_stages(grid, rest, groups)
    return [
        _stage(grid, key, anchor, rows, rest, whole if by_step else None, reader, vocabulary) for anchor, rows in groups
    ]


def _grouped(grid: Grid, key: Label, body: Iterable[int]) -> list[tuple[int, list[int]]]:
    """Rows by the stage that they stand under: the row that holds its name, and its rows."""
    groups: list[tuple[int, list[int]]] = []
    rows, shown = tuple(body), ""
    for row, text in zip(rows, grid.anchor_column(key.column, rows), strict=True):
        if groups and (not text or text == shown or text.casefold() == shown.casefold()):
            groups[-1][1].append(row)
        else:
            anchor, _ = grid.anchor(row, key.column)
            groups.append((anchor, [row]))
            shown = grid.spread_text(anchor, key.column)
    return groups if len(groups) <= _MOST_STAGES else _by_name(grid, key, groups)


def _by_name(grid: Grid, key: Label, groups: Iterable[tuple[int, list[int]]]) -> list[tuple[int, list[int]]]:
    """Stages of one name as one: no journey has so many, the rows are only sorted by something else."""
    named: dict[str, tuple[int, list[int]]] = {}
    for anchor, rows in groups:
        named.setdefault(grid.spread_text(anchor, key.column).casefold(), (anchor, []))[1].extend(rows)
    return list(named.values())


def _stage(
    grid: Grid,
    key: Label,
    anchor: int,
    rows: list[int],
    labels: tuple[Label, ...],
    of_whole: tuple[Label, ...] | None,
    reader: RowReader,
    vocabulary: Vocabulary,
) -> Stage:
    """A stage with the steps that its rows are; without any where `of_whole` is none."""
    text = grid.spread_text(anchor, key.column).strip()
    name = Entry(stage_label(text), place_of(grid, anchor, key.column), key.text, vocabulary.placeholder(text))
    if of_whole is None:
        return Stage(name, fields=fields_of(grid, ((label, rows[0], label.column) for label in labels), vocabulary))
    whole = [x for x in labels if len(rows) > 1 and (x in of_whole or covers(grid, x, rows))]
    parts = tuple(label for label in labels if label not in whole)
    fields = fields_of(grid, ((label, rows[0], label.column) for label in whole), vocabulary)
    return Stage(name, fields=fields, steps=tuple(_steps(grid, rows, parts, reader, vocabulary)))


def _steps(
    grid: Grid, rows: Iterable[int], labels: tuple[Label, ...], reader: RowReader, vocabulary: Vocabulary
) -> Iterator[Step]:
    named = next((label for label in labels if label.field == "step"), None)
    columns = reader.columns(label for label in labels if label is not named)
    for first, *more in rows_of_steps(grid, tuple(rows), named, labels):
        fields: Fields = reader.fields(first, columns)
        if more:
            fields = Together((fields, *(reader.fields(row, columns) for row in more)))
        yield Step(_step_name(grid, first, named, labels, vocabulary), fields)


def _step_name(grid: Grid, row: int, named: Label | None, labels: tuple[Label, ...], vocabulary: Vocabulary) -> Entry:
    if named is None:
        return Entry("", place_of(grid, row, labels[0].column if labels else 1), "", "is empty")
    text = grid.spread_text(row, named.column)
    why_not = "is only a number" if text.strip(" .#").replace(".", "").isdigit() else vocabulary.placeholder(text)
    return Entry("" if why_not else text, place_of(grid, row, named.column), named.text, why_not)


def _headed_stage(grid: Grid, table: RowTable, heading: tuple[int, int], vocabulary: Vocabulary) -> list[Stage]:
    """A stage named by the heading of its table; the table's own first column then names its steps."""
    key = key_column(table)
    rest = tuple(label for label in table.labels if label is not key)
    name = Entry(stage_label(grid.text(*heading)), place_of(grid, *heading))
    reader = RowReader(grid, table.body, vocabulary)
    steps = tuple(_steps(grid, table.body, rest, reader, vocabulary))
    if key is not None:
        names = [_headed_name(grid, row, key, vocabulary) for row in table.body]
        steps = tuple(Step(named, step.fields) for named, step in zip(names, steps, strict=True))
    return [Stage(name, steps=steps)]


def _headed_name(grid: Grid, row: int, key: Label, vocabulary: Vocabulary) -> Entry:
    text = grid.spread_text(row, key.column)
    return Entry(text, place_of(grid, row, key.column), key.text, vocabulary.placeholder(text))
