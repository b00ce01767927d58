"""Stage blocks that stand side by side and make one map: their headings go on from one band of columns to the next.

1. Noticing          | | 2. Comparing
Touchpoints | Poster | | Touchpoints | Website

3. Signing           | | 4. Moving in
…
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from cxaudit.grid import Area
from cxaudit.layout import Table
from cxaudit.model import PHASES, Stage
from cxaudit.pattern import pattern
from cxaudit.tables.maps.mapparts import lane_metrics, with_phases
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold
from cxaudit.words.series import counted

_ROW = pattern(r"\d+")


def joined_abreast(bands: Sequence[Sequence[Table]], vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables of a sheet's bands of columns, as one where their labels are the same and their stages go on.

    They go on to the right or downward; maps of two customers that stand side by side begin anew.
    """
    tables = [table for band in bands for table in band]
    if len(tables) < 2 or len(tables) > len(bands) or not _alike(tables):
        return tuple(tables)
    down = [stage for table in tables for stage in table.maps[0].stages]
    across = sorted(down, key=_row)  # stable: of one row the left band comes first
    for stages in (across, down):
        if _counts(stages) or _leads_on(stages, tables, vocabulary):
            return (_one(tables, with_phases(stages, vocabulary), vocabulary),)
    return tuple(tables)


def _alike(tables: Sequence[Table]) -> bool:
    """Whether the tables stand beside each other and share most of their labels."""
    labels = [{fold(bare(lane.label)) for lane in table.lanes} for table in tables]
    beside = all(one.region.top <= other.region.bottom for one, other in pairwise(tables))
    return beside and all(len(one & other) * 3 >= max(len(one), len(other)) * 2 for one, other in pairwise(labels))


def _row(stage: Stage) -> int:
    found = _ROW.search(stage.name.place.cell)
    return int(found.group()) if found else 0


def _counts(stages: Sequence[Stage]) -> bool:
    """Whether the headings count through in this order, none left out."""
    return len(counted(stage.name.text for stage in stages)) == len(stages)


def _leads_on(stages: Sequence[Stage], tables: Sequence[Table], vocabulary: Vocabulary) -> bool:
    """Whether names without numbers, all different, tell one journey in this order, of which no band tells the start.

    Each band's own phases go on too, so that the first alone may begin with the journey's first phase.
    """
    names = [fold(bare(stage.name.text)) for stage in stages]
    told = [vocabulary.phases(stage.name.text)[0] for stage in stages]
    places = [PHASES.index(phase) for phase in told if phase != "unclear"]
    firsts = [vocabulary.phases(table.maps[0].stages[0].name.text)[0] for table in tables]
    plain = (
        len(counted(stage.name.text for stage in stages)) < 2
        and len(set(names)) == len(names)
        and len(places) * 3 >= len(names) * 2
    )
    return plain and firsts.count(told[0]) == 1 and all(before <= after for before, after in pairwise(places))


def _one(tables: Sequence[Table], stages: tuple[Stage, ...], vocabulary: Vocabulary) -> Table:
    first = tables[0]
    areas = [table.region for table in tables]
    region = Area(
        min(a.top for a in areas), min(a.left for a in areas), max(a.bottom for a in areas), max(a.right for a in areas)
    )
    known = {fold(bare(lane.label)) for lane in first.lanes}
    more = [lane for table in tables[1:] for lane in table.lanes if fold(bare(lane.label)) not in known]
    lanes = (*first.lanes, *more)
    return replace(
        first,
        region=region,
        explained=sum(table.explained for table in tables),
        confidence=min(table.confidence for table in tables),
        lanes=lanes,
        maps=(replace(first.maps[0], stages=stages, lanes=lanes),),
        metrics=lane_metrics(stages, vocabulary),
    )
