"""Touchpoints down, stages across, and in each cell whether the touchpoint serves the stage.

    Touchpoint | Awareness | Purchase | Onboarding | Use
    Website    | x         | primary  |            |
    App        |           |          | primary    | x

The cells say how much; that there is something in one says that the touchpoint is met in that stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Table
from cxaudit.model import Entry, JourneyMap, Place, Stage
from cxaudit.tables.around.titles import title_above
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, label_at, lanes_of
from cxaudit.tables.maps.mapparts import with_phases
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import heading, stage_label

NAME = "touchpoint-matrix"
_NAMES_ROWS = ("touchpoint", "channel")
_SURE = 0.85
_LEAST_STAGES, _LEAST_ROWS = 3, 2
_LONGEST_NAME, _MOST_LABELS = 60, 0.34
_HEADER_ROWS = 30
_MARKS = frozenset("xX✓✔●•■")


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """The matrices of a sheet, each as the list of touchpoints that it is."""
    for row in range(1, min(_HEADER_ROWS, grid.height) + 1):
        columns = filled(grid, row)
        if len(columns) <= _LEAST_STAGES:
            continue
        corner = label_at(grid, row, columns[0], vocabulary, "journey")
        if _names_rows(corner) and _are_stages(grid, row, columns[1:], vocabulary):
            body = list(_body(grid, row, columns[0]))
            if len(body) >= _LEAST_ROWS and not _are_lanes(grid, body, columns[0], vocabulary):
                yield _table(grid, corner, columns[1:], body, vocabulary)


def _names_rows(corner: Label) -> bool:
    return corner.sureness >= _SURE and any(field in _NAMES_ROWS for field in corner.fields)


def _are_stages(grid: Grid, row: int, columns: Iterable[int], vocabulary: Vocabulary) -> bool:
    """Whether most of the columns are named as stages of a journey, and several phases are among them."""
    names = [grid.text(row, column) for column in columns]
    phases = [vocabulary.phases(name)[0] for name in names if len(name) <= _LONGEST_NAME]
    told = [phase for phase in phases if phase != "unclear"]
    return len(told) * 2 > len(names) and len(set(told)) >= _LEAST_STAGES


def _body(grid: Grid, header: int, column: int) -> Iterator[int]:
    """The rows below the header that have a name, up to the first that has none."""
    for row in range(header + 1, grid.height + 1):
        if not 0 < len(grid.text(row, column)) <= _LONGEST_NAME:
            return
        yield row


def _are_lanes(grid: Grid, rows: Iterable[int], column: int, vocabulary: Vocabulary) -> bool:
    """Whether the rows are lanes of a map ("Emotions", "Pain points") and no touchpoints."""
    labels = [label_at(grid, row, column, vocabulary, "journey") for row in rows]
    lanes = sum(1 for label in labels if label.telling and label.sureness >= _SURE)
    return lanes > len(labels) * _MOST_LABELS


def _table(grid: Grid, corner: Label, columns: tuple[int, ...], body: list[int], vocabulary: Vocabulary) -> Table:
    field = next(field for field in corner.fields if field in _NAMES_ROWS)
    stages = with_phases([_stage(grid, corner, field, column, body, vocabulary) for column in columns], vocabulary)
    region = Area(corner.row, corner.column, body[-1], columns[-1])
    header = Place(grid.workbook, grid.sheet, area_address(Area(corner.row, corner.column, corner.row, columns[-1])))
    lanes = lanes_of(grid, (corner,))
    title = title_above(grid, corner.row, True)
    return Table(
        kind="touchpoints",
        layout=NAME,
        region=region,
        confidence=corner.sureness,
        explained=sum(len(filled(grid, row, corner.column, columns[-1])) for row in (corner.row, *body)),
        lanes=lanes,
        maps=(JourneyMap(title, header, stages, lanes, inventory=True),),
    )


def _stage(grid: Grid, corner: Label, field: str, column: int, body: list[int], vocabulary: Vocabulary) -> Stage:
    """A stage with the touchpoints whose cells in its column hold anything, each at that cell."""
    name = Entry(stage_label(grid.text(corner.row, column)), place_of(grid, corner.row, column))
    shown = heading(corner.text)
    held = {row: grid.spread_text(row, column) for row in body}
    met = [row for row, text in held.items() if text in _MARKS or (text and not vocabulary.placeholder(text))]
    entries = tuple(Entry(grid.text(row, corner.column), place_of(grid, row, column), shown) for row in met)
    nothing = (Entry("", place_of(grid, body[0], column), shown, "is empty"),)
    return Stage(name, fields={field: entries or nothing})
