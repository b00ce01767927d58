"""Readings in which stages get other phases than their own sheet gave them; measures and remarks follow."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.layout import Reading, Table
from cxaudit.model import JourneyMap, Metric, Place, Stage
from cxaudit.reading import NO_WORD, ONE_JOB, WHOLE_MAP


class Given(Struct, frozen=True):
    """The phases that a stage is given, and the reason that is shown for it."""

    phases: tuple[str, ...]
    why: str


def with_given_phases(reading: Reading, given: Mapping[str, Given]) -> Reading:
    """The reading with the phases of the stages in the cells of `given`; why is remarked upon where they change."""
    stages = [stage for table in reading.tables for journey in table.maps for stage in journey.stages]
    changed = {
        stage.name.place.cell: given[stage.name.place.cell]
        for stage in stages
        if stage.name.place.cell in given and given[stage.name.place.cell].phases != stage.phases
    }
    if not changed:
        return reading
    kept = tuple(note for note in reading.notes if not _of_own_phase(note, changed))
    return replace(
        reading,
        tables=tuple(_table(table, changed) for table in reading.tables),
        notes=(*kept, *(f"{cell}: {told.why}" for cell, told in changed.items())),
    )


def _of_own_phase(note: str, changed: Mapping[str, Given]) -> bool:
    cell, _, said = note.partition(": ")
    return cell in changed and said.startswith((NO_WORD, ONE_JOB, WHOLE_MAP))


def _table(table: Table, changed: Mapping[str, Given]) -> Table:
    maps = tuple(_map(journey, changed) for journey in table.maps)
    told = {
        (entry.place, stage.phases): changed[stage.name.place.cell].phases
        for journey in table.maps
        for stage in journey.stages
        if stage.name.place.cell in changed
        for entry in stage.said.given(("metric",))
    }
    return replace(table, maps=maps, metrics=tuple(_metric(metric, told) for metric in table.metrics))


def _map(journey: JourneyMap, changed: Mapping[str, Given]) -> JourneyMap:
    def told(stage: Stage) -> Stage:
        new = changed.get(stage.name.place.cell)
        return replace(stage, phases=new.phases) if new else stage

    return replace(journey, stages=tuple(map(told, journey.stages)))


def _metric(metric: Metric, told: Mapping[tuple[Place, tuple[str, ...]], tuple[str, ...]]) -> Metric:
    phases = told.get((metric.name.place, metric.phases))
    return replace(metric, phases=phases) if phases and not metric.listed else metric
