"""A journey told as a whole under the headings of its lanes, no stage of it named.

The tenant's journey
Who it is for
A family that moves …
Golden path          | - Opens the form …
Where it hurts       | - Nobody answers …

It counts only on a sheet whose own title speaks of a journey and of nothing else, where no other layout reads a map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, JourneyMap, Place, Stage
from cxaudit.tables.around.ownjourney import is_titled_journey
from cxaudit.tables.around.titles import own_kinds, title_above
from cxaudit.tables.blocks import Fact, blocks_of
from cxaudit.tables.facts import cells_of
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.maps.headedstages import called_otherwise, headed_runs
from cxaudit.tables.maps.mapparts import fields_of, lane_metrics, lanes_known
from cxaudit.tables.maps.toldheadings import told_runs
from cxaudit.tables.wholesheet import claim_to_sheet, is_large_table
from cxaudit.vocabulary import Vocabulary

NAME = "lanes-alone"
LAYOUT = "other"
CONFIDENCE = 0.5
_SURE, _LEAST_LANES, _LEAST_PHASES = 0.7, 2, 3
_OF_MAPS = frozenset({"journey", "touchpoints"})
_LIVED = frozenset({"touchpoint", "emotion", "thought", "pain_point", "moment", "activity"})
_ELSEWHERE = frozenset({"owner", "metric", "evidence"})


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The map of a sheet that names lanes and no stages."""
    kinds = {*own_kinds(grid, vocabulary)}
    titled = kinds <= _OF_MAPS and not called_otherwise(grid.sheet, vocabulary)
    if is_large_table(grid) or not titled or not is_titled_journey(grid, vocabulary):
        return ()
    return claim_to_sheet(grid, "journey", partial(_tables, grid, vocabulary), 1, CONFIDENCE)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    for band in bands(grid):
        lines = lines_of(grid, band)
        if any(len(line.values) > 1 for line in lines) or _names_stages(grid, lines, vocabulary):
            continue  # a table and stages are another layout's
        facts = _facts(grid, lines[1:], vocabulary)
        fields = {field for fact in facts for field in fact.label.fields} - _ELSEWHERE
        once = len({(fact.label.row, fact.label.column) for fact in facts}) == len(facts)  # none heads a column
        lived = fields & _LIVED and not fields & {"stage", "step"}
        if once and lived and lanes_known(fields)[0] and lanes_known(fields)[1] >= _LEAST_LANES:
            yield _table(grid, facts, vocabulary)


def _names_stages(grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether lines name stages, be they told or only listed."""
    if told_runs(lines, True, vocabulary) or headed_runs(lines, True, grid.sheet, vocabulary):
        return True
    names = [line.text for line in lines[1:] if line.heading or len(line.values) == 1]
    return len({phase for name in names for phase in vocabulary.phases(name)[:1]} - {"unclear"}) >= _LEAST_PHASES


def _facts(grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary) -> list[Fact]:
    """The surely known labels that something is said under."""
    blocks = blocks_of(grid, lines, vocabulary, "journey", lambda _: False)
    facts = [fact for block in blocks for fact in block.facts if fact.cells]
    return [fact for fact in facts if fact.label.telling and fact.label.sureness >= _SURE]


def _table(grid: Grid, facts: Sequence[Fact], vocabulary: Vocabulary) -> Table:
    rows = [fact.label.row for fact in facts] + [row for fact in facts for row, _ in fact.cells]
    columns = [fact.label.column for fact in facts] + [column for fact in facts for _, column in fact.cells]
    region = Area(min(rows), min(columns), max(rows), max(columns))
    place = Place(grid.workbook, grid.sheet, area_address(region))
    stage = Stage(Entry("", place, "", "is empty"), fields=fields_of(grid, cells_of(facts), vocabulary))
    lanes = lanes_of(grid, [fact.label for fact in facts])
    return Table(
        kind="journey",
        layout=LAYOUT,
        region=region,
        confidence=CONFIDENCE,
        explained=sum(1 + len(fact.cells) for fact in facts),
        lanes=lanes,
        maps=(JourneyMap(title_above(grid, region.top, True), place, (stage,), lanes),),
        metrics=lane_metrics((stage,), vocabulary),
    )
