"""Stages across, lanes down.

                | Awareness | Consideration | Purchase | Use
    Goal        | …         | …             | …        | …
    Touchpoints | …         | …             | …        | …
    Emotion     | …         | …             | …        | …

The corner may be empty or say "Stage". A stage's name may be merged over several columns: its steps.
Where no row names the columns, the lane of what the customer does names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial

from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, JourneyMap, Place, Stage
from cxaudit.tables.around.titles import is_title, title_above, title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.countedrows import is_counted
from cxaudit.tables.labels import Label, lanes_of
from cxaudit.tables.laneground import LanePart, lane_columns
from cxaudit.tables.lanetables import LaneTable, lane_parts, stages_of
from cxaudit.tables.maps.columnstages import column_stages
from cxaudit.tables.maps.customers import names_tell, surely_named, tells_of_customers
from cxaudit.tables.maps.mapparts import (
    holds_scores,
    lane_metrics,
    lanes_known,
    named_by,
    telling_share,
    with_phases,
)
from cxaudit.tables.maps.statesintime import compares_states
from cxaudit.tables.told.definedbeside import defined_beside
from cxaudit.tables.told.figurecolumns import labelled_by_figures
from cxaudit.tables.told.saidtwice import told_apart
from cxaudit.tables.told.valuetold import told_by_values
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.series import counts_on

NAME = "stages-as-columns"
_SURE = 0.9
_BY_PLACE, _UNDER_STAGES = 0.8, 0.5
_LANES_LED, _MANY_LANES = 3, 4
_MANY, _COUNTED, _NAMELESS = 0.85, 0.75, 0.5


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The journey maps of a sheet that keep a column for each stage or step, unless other tables leave no room."""
    maps = _Maps(grid, vocabulary)
    for found in lane_columns(grid):
        make = partial(_claims, grid, found.column, maps, vocabulary)
        yield Claim(("journey",), found.ground, 1.0, found.most, make)


def _claims(grid: Grid, column: int, maps: _Maps, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The tables that a column of labels could make, before their stages are looked for."""
    for part in lane_parts(grid, column, vocabulary):
        yield Claim(("journey",), part.ground, 1.0, part.most(grid), partial(_made, grid, part, maps, vocabulary))


def _made(grid: Grid, part: LanePart, maps: _Maps, vocabulary: Vocabulary) -> Iterable[Table]:
    table = _map_of(grid, part, vocabulary)
    if table:
        rows = [[grid.spread_text(label.row, column) for column in table.values] for label in table.labels]
        labels = told_apart(told_by_values(table.labels, rows, vocabulary))
        below = next((label for label in labels if table.header and label.row > table.header), None)
        said = dict.fromkeys(grid.spread_text(below.row, column) for column in table.values) if below else ()
        told = replace(table, labels=defined_beside(labels, below, said, vocabulary))
        yield _table(grid, told, vocabulary, maps.one)


class _Maps:
    """How many maps the sheet could have in this layout."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        self._grid, self._vocabulary = grid, vocabulary

    @cached_property
    def one(self) -> bool:
        columns = (found.column for found in lane_columns(self._grid))
        parts = (part for column in columns for part in lane_parts(self._grid, column, self._vocabulary))
        return sum(1 for part in parts if _map_of(self._grid, part, self._vocabulary)) == 1


def _map_of(grid: Grid, part: LanePart, vocabulary: Vocabulary) -> LaneTable | None:
    """The table of a run of labels where its lanes and stages are those of a customer's journey."""
    found = stages_of(grid, part, vocabulary)
    if found is None:
        return None
    if found.header and is_counted(grid, found.header):
        return None
    kinds = title_kinds(grid, vocabulary)
    table = _with_corner(vocabulary, _named_by_title(grid, found, vocabulary))
    names = _names(grid, table)
    is_map = (
        _is_journey(table, kinds) and not _headed_by_labels(names, vocabulary) and not _twice(table, names, vocabulary)
    )
    return table if is_map and _tells_of_customers(grid, table, kinds, vocabulary) else None


def _tells_of_customers(grid: Grid, table: LaneTable, kinds: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether lanes or names are a customer's; names alone speak for a table of several lanes only."""
    led = table.strong and sum(1 for label in table.labels if label.row != table.header) >= _LANES_LED
    return tells_of_customers(surely_named(table.labels), _names(grid, table), kinds, vocabulary, led=led)


def _with_corner(vocabulary: Vocabulary, table: LaneTable) -> LaneTable:
    """The table with its corner as what it is: a word for stages that nobody knows, or the title of the map."""
    if not table.strong:
        return table
    corner = next((label for label in table.labels if label.row == table.header), None)
    if corner is None or corner.field == "stage" or _of_lanes(corner):
        return table
    rest = tuple(label for label in table.labels if label is not corner)
    if is_title(corner.text, vocabulary):
        return replace(table, labels=rest)
    return replace(table, labels=(replace(corner, matches=(FieldMatch("stage", "fuzzy", _BY_PLACE),)), *rest))


def _of_lanes(corner: Label) -> bool:
    """Whether a corner is a word for what stands below it ("Dimension", "Aspect") and not for what stands beside it."""
    return corner.field == "other" and corner.sureness >= _SURE


def _named_by_title(grid: Grid, table: LaneTable, vocabulary: Vocabulary) -> LaneTable:
    """Rows that say nothing themselves stand for what the title of the only table names ("Emotional curve")."""
    told = named_by(title_above(grid, table.region.top, True).text, table.fields, vocabulary)
    return replace(table, labels=tuple(_told(grid, x, table, told) for x in table.labels)) if told else table


def _told(grid: Grid, label: Label, table: LaneTable, told: tuple[FieldMatch, ...]) -> Label:
    scores = holds_scores(grid.text(label.row, column) for column in table.values)
    return replace(label, matches=told) if not label.matches or (scores and not label.telling) else label


def _names(grid: Grid, table: LaneTable) -> list[str]:
    """What names the columns, each once."""
    row = table.header or _naming_row(table)
    return [text for text in dict.fromkeys(grid.spread_text(row, c) for c in table.values) if text]


def _is_journey(table: LaneTable, kinds: tuple[str, ...]) -> bool:
    """Whether lanes are known, or a row surely names stages on a sheet whose title speaks of a journey."""
    if labelled_by_figures(table.labels):
        return False
    core, all_lanes = lanes_known(table.fields)
    return (table.strong and "journey" in kinds) or (
        core >= 1 and all_lanes >= (2 if "stage" in table.fields or table.header else 3)
    )


def _headed_by_labels(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the columns are headed by labels ("Impact", "Owner", "Response"): they are no stages, nor rows lanes."""
    known = [name for name in names if any(m.confidence >= _SURE for m in vocabulary.fields(name, "journey"))]
    stages = [name for name in known if vocabulary.phases(name) != ("unclear",)]
    return (len(known) - len(stages)) * 2 > len(names)


def _twice(table: LaneTable, names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the rows are the stages, and the columns tell each as it is and as it will be."""
    rows = [label.text for label in table.labels if label.row != table.header]
    return compares_states(names, vocabulary) and names_tell(rows, vocabulary)


def _table(grid: Grid, table: LaneTable, vocabulary: Vocabulary, only: bool) -> Table:
    naming = table.header or _naming_row(table)
    lanes = tuple(label for label in table.labels if label.row != naming)
    steps_row, lanes = _steps_row(grid, table, naming, lanes)
    stages = with_phases(column_stages(grid, table, naming, lanes, steps_row, vocabulary), vocabulary)
    rows = [label.row for label in table.labels]
    header = Place(grid.workbook, grid.sheet, area_address(Area(min(rows), table.column, max(rows), table.column)))
    shown = lanes_of(grid, table.labels)
    named = sum(1 for stage in stages if stage.phases != ("unclear",))
    kinds = title_kinds(grid, vocabulary)
    confidence = telling_share(table.labels) * _doubt(table, stages, named, kinds)
    if "persona" in kinds and "journey" not in kinds and named * 2 < len(stages):
        confidence *= 0.5
    if table.told and "journey" in kinds:
        confidence = max(confidence, _UNDER_STAGES)
    journey = JourneyMap(_title(grid, table, only, vocabulary), header, stages, shown)
    return Table(
        kind="journey",
        layout=NAME,
        region=table.region,
        confidence=round(min(1.0, confidence), 3),
        explained=_explained(grid, table),
        lanes=shown,
        maps=(journey,),
        metrics=lane_metrics(stages, vocabulary),
    )


def _doubt(table: LaneTable, stages: Sequence[Stage], named: int, kinds: tuple[str, ...]) -> float:
    """What is left of the sureness where the words of the stages do not tell: more if they count, or lanes are many."""
    if named * 2 >= len(stages) + (len(stages) == 2):
        return 1.0
    if "journey" in kinds and len(stages) > 2:
        core, _ = lanes_known(table.fields)
        if core >= _MANY_LANES:
            return _MANY
        if table.strong and counts_on([stage.name.text for stage in stages]):
            return _COUNTED
    return _NAMELESS


def _title(grid: Grid, table: LaneTable, only: bool, vocabulary: Vocabulary) -> Entry:
    """The title in the corner of a table among several, or where none stands above it; else the title above."""
    corner = grid.text(table.header, table.column) if table.header else ""
    above = title_above(grid, table.region.top, only)
    names_map = not only and corner and table.strong and not _says_stage(corner, vocabulary)
    if names_map or (is_title(corner, vocabulary) and (above.text == grid.sheet or ":" in corner)):
        return Entry(corner.split("\n", 1)[0].strip(), place_of(grid, table.header, table.column))
    return above


def _says_stage(corner: str, vocabulary: Vocabulary) -> bool:
    return any(match.field in ("stage", "step") for match in vocabulary.fields(corner, "journey"))


def _naming_row(table: LaneTable) -> int:
    activity = table.lanes("activity")
    return activity[0].row if activity else table.labels[0].row


def _steps_row(grid: Grid, table: LaneTable, naming: int, lanes: tuple[Label, ...]) -> tuple[int, tuple[Label, ...]]:
    """The row that names the steps below the stage names, if there is one; 0 if not."""
    if table.finer:
        return table.finer, tuple(x for x in lanes if x.row != table.finer)
    wide = any(grid.merged_area(naming, c).right > grid.merged_area(naming, c).left for c in table.values)
    step = next((label for label in lanes if label.field == "step" and wide), None)
    return (step.row, tuple(x for x in lanes if x is not step)) if step else (0, lanes)


def _explained(grid: Grid, table: LaneTable) -> int:
    rows = [label.row for label in table.labels] + ([table.header] if table.header else [])
    return sum(1 for row in set(rows) for column in (table.column, *table.values) if grid.text(row, column))
