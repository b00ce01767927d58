"""Two pictures of how full the programme is: each map's stages by aspect, and each persona by data point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cxaudit.fields import said
from cxaudit.model import Entry, Fields, JourneyMap, Persona, Place, Programme, Stage, entries
from cxaudit.pieces.heatinfo import GridCell, GridRow, HeatCell, HeatMapInfo, HeatRow
from cxaudit.pieces.piece import CellInfo
from cxaudit.subjects import field_names, map_id
from cxaudit.together import Together

ASPECTS = (
    "activity",
    "goal",
    "touchpoint",
    "channel",
    "owner",
    "data_shared",
    "content",
    "pain_point",
    "enabler",
    "emotion",
    "metric",
    "trust",
    "moment",
    "opportunity",
)
DATA_POINTS = (
    "segment",
    "lifecycle",
    "role",
    "goal",
    "need",
    "motivation",
    "behaviour",
    "mobile_behaviour",
    "content_preference",
    "channel_preference",
    "decision_factor",
    "satisfaction_driver",
    "dissatisfaction_driver",
    "feeling",
    "influence",
    "loyalty_driver",
    "evidence",
    "last_updated",
)


def heat_maps(programme: Programme) -> tuple[HeatMapInfo, ...]:
    """Each map's stages by aspect, in the order of the maps; inventories of touchpoints are no maps."""
    return tuple(_heat_map(journey) for journey in programme.maps if not journey.inventory)


def persona_grid(programme: Programme) -> tuple[GridRow, ...]:
    """Each persona by data point, in the order of the personas."""
    return tuple(_grid_row(persona) for persona in programme.personas)


def _heat_map(journey: JourneyMap) -> HeatMapInfo:
    lanes = field_names(journey.lanes, (journey.about, *(stage.said for stage in journey.stages)))
    there = {aspect: _asked(aspect, lanes) for aspect in ASPECTS}
    return HeatMapInfo(
        name=map_id(journey),
        place=_cell(journey.title, journey.header),
        rows=tuple(_row(stage, there, journey.header) for stage in journey.stages),
    )


def _row(stage: Stage, lanes: Mapping[str, bool], header: Place) -> HeatRow:
    return HeatRow(
        stage=stage.name.text,
        place=_cell(stage.name, header),
        phases=stage.phases,
        after=stage.after_acquisition,
        both=stage.after_acquisition and stage.before_acquisition,
        cells=tuple(_heat_cells(stage, lanes)),
    )


def _heat_cells(stage: Stage, lanes: Mapping[str, bool]) -> Iterator[HeatCell]:
    """What is said of the whole stage counts for each of its steps; where the map has no label nothing is said."""
    whole, steps = said(stage.fields), Together(step.fields for step in stage.steps)
    asked = max(1, len(stage.steps))
    for aspect, lane in lanes.items():
        given = 0 if not lane else asked if whole.gives((aspect,)) else steps.giving((aspect,))
        yield HeatCell(aspect=aspect, given=given, asked=asked, lane=lane)


def _grid_row(persona: Persona) -> GridRow:
    lanes = field_names(persona.lanes, (persona.fields,))
    cells = tuple(
        GridCell(data_point=point, given=_count(persona.fields, point), asked=_asked(point, lanes))
        for point in DATA_POINTS
    )
    return GridRow(name=persona.name.text or persona.table.sheet, place=_cell(persona.name, persona.table), cells=cells)


def _asked(name: str, lanes: Iterable[str]) -> bool:
    return any(lane == name or lane.startswith(name + ".") for lane in lanes)


def _count(fields: Fields, name: str) -> int:
    return sum(1 for entry in entries(fields, name) if entry.given)


def _cell(entry: Entry, otherwise: Place) -> CellInfo:
    place = entry.place if entry.place.cell else otherwise
    return CellInfo(workbook=place.workbook, sheet=place.sheet, cell=place.cell, text=entry.text)
