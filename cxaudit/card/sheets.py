"""How each sheet was read, as the scorecard tells it: what was found there and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.aim import plain, plain_list
from cxaudit.layout import Reading
from cxaudit.model import Lane
from cxaudit.scorecard import LabelInfo, SheetInfo, UnreadInfo
from cxaudit.scores.rounding import whole_percent

UNREAD_LISTED = 100


def sheet_info(reading: Reading) -> SheetInfo:
    """One sheet of the scorecard; counts that are 0 are left out."""
    return SheetInfo(
        workbook=reading.workbook,
        sheet=reading.sheet,
        hidden=reading.hidden,
        kind=reading.kind,
        layout=reading.layout,
        confidence=round(reading.confidence, 4),
        counts={name: count for name, count in _counts(reading).items() if count},
        doubts=tuple(dict.fromkeys([*_lane_doubts(reading), *_stage_doubts(reading)])),
        notes=reading.notes,
        labels=tuple(_label(lane) for table in reading.tables for lane in table.lanes),
        unread=tuple(
            UnreadInfo(cell=cell.place.cell, text=cell.text, reason=cell.reason)
            for cell in reading.unread[:UNREAD_LISTED]
        ),
    )


def _label(lane: Lane) -> LabelInfo:
    sure = round(lane.confidence, 4)
    return LabelInfo(label=lane.label, cell=lane.place.cell, field=lane.field, match=lane.match, confidence=sure)


def _counts(reading: Reading) -> dict[str, int]:
    maps = [journey for table in reading.tables for journey in table.maps]
    stages = [stage for journey in maps for stage in journey.stages]
    return {
        "labels": sum(len(table.lanes) for table in reading.tables),
        "maps": sum(1 for journey in maps if not journey.inventory),
        "stages": len(stages),
        "steps": sum(len(stage.steps) for stage in stages),
        "personas": sum(len(table.personas) for table in reading.tables),
        "metrics": sum(len(table.metrics) for table in reading.tables),
        "practices": sum(len(table.practices) for table in reading.tables),
        "unread": len(reading.unread),
    }


def _lane_doubts(reading: Reading) -> Iterator[str]:
    for table in reading.tables:
        for lane in table.lanes:
            if lane.match == "fuzzy" or lane.alternatives:
                yield _lane_doubt(lane)


def _lane_doubt(lane: Lane) -> str:
    others = f"; it could also be {plain_list(lane.alternatives)}" if lane.alternatives else ""
    sure = whole_percent(lane.confidence)
    return f'{lane.place.cell}: "{lane.label}" was taken for {plain(lane.field)}, {sure} sure{others}'


def _stage_doubts(reading: Reading) -> Iterator[str]:
    for table in reading.tables:
        for stage in (stage for journey in table.maps for stage in journey.stages):
            if stage.phases == ("unclear",) and stage.name.given:
                yield f'{stage.name.place.cell}: the phase of the stage "{stage.name.text}" could not be told'
