"""How workbooks were read, as the document that `cxaudit inspect --format json` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.grid import area_address
from cxaudit.layout import Reading, Table, Unread
from cxaudit.model import Lane, Metric, Persona, Stage
from cxaudit.renderer import WorkbookReading

SCHEMA = "cxaudit-reading/1"
_SAME_ON_A_MAP = frozenset({"other", "goal", "evidence", "last_updated"})
_ON_A_MAP = {
    "dissatisfaction_driver": "pain_point",
    "channel_preference": "channel",
    "motivation": "goal",
    "need": "goal",
    "feeling": "emotion",
    "quote": "thought",
}


def document(readings: Sequence[WorkbookReading]) -> dict[str, object]:
    """The whole document in the order of the readings: `schema`, and `workbooks` with path, error and sheets."""
    books = [
        {"path": book.path, "error": book.error or None, "sheets": [_sheet(sheet) for sheet in book.sheets]}
        for book in readings
    ]
    return {"schema": SCHEMA, "workbooks": books}


def stages(sheet: Reading) -> Iterator[Stage]:
    """Every stage of a sheet that has a name."""
    return (s for table in sheet.tables for journey in table.maps for s in journey.stages if s.name.text)


def _sheet(sheet: Reading) -> dict[str, object]:
    tables = sheet.tables
    return {
        "sheet": sheet.sheet,
        "hidden": sheet.hidden,
        "kind": sheet.kind,
        "layout": sheet.layout,
        "confidence": round(sheet.confidence, 4),
        "fields": [_field(lane, _beside_a_map(table, sheet)) for table in tables for lane in table.lanes],
        "stages": [row for stage in stages(sheet) for row in _stage(stage)],
        "metrics": [_metric(metric) for table in tables for metric in table.metrics],
        "personas": [_persona(persona) for table in tables for persona in table.personas],
        "unread": [_unread(cell) for cell in sheet.unread],
        "tables": [_table(table) for table in tables],
        "notes": list(sheet.notes),
    }


def _beside_a_map(table: Table, sheet: Reading) -> bool:
    return sheet.kind == "journey" and table.kind == "persona"


def _field(lane: Lane, beside_a_map: bool) -> dict[str, object]:
    """A label and its field; what the field says in particular (`segment.value`) is the aspect.

    On a sheet that is a map, a persona's card is read as the map's: its pains are pain points, who somebody is
    is the map's persona, and the persona's own field is the aspect.
    """
    field, _, aspect = lane.field.partition(".")
    if beside_a_map and field not in _SAME_ON_A_MAP:
        field, aspect = _ON_A_MAP.get(field, "persona"), field
    return {
        "label": lane.label,
        "cell": lane.place.cell,
        "field": field,
        "aspect": aspect,
        "match": lane.match,
        "confidence": round(lane.confidence, 4),
        "alternatives": list(lane.alternatives),
    }


def _stage(stage: Stage) -> list[dict[str, object]]:
    """A stage, once for each phase that it names: "Buy & use" is credited to both, as a label with two fields is."""
    same = {"phases": list(stage.phases), "steps": len(stage.steps)}
    return [
        {"label": stage.name.text, "cell": stage.name.place.cell, "phase": phase, **same}
        for phase in stage.phases or ("unclear",)
    ]


def _metric(metric: Metric) -> dict[str, object]:
    """A measure by what its cell says; where that is several, the cell is there once for each, with its name."""
    name, told = metric.name, {"class": metric.metric_class, "concept": metric.concept}
    whole = metric.said_with
    return {"label": whole or name.text, "cell": name.place.cell, **told, **({"measure": name.text} if whole else {})}


def _persona(persona: Persona) -> dict[str, object]:
    return {"name": persona.name.text, "cell": persona.name.place.cell}


def _unread(cell: Unread) -> dict[str, object]:
    return {"cell": cell.place.cell, "text": cell.text, "reason": cell.reason}


def _table(table: Table) -> dict[str, object]:
    region, sure = area_address(table.region), round(table.confidence, 4)
    return {"kind": table.kind, "layout": table.layout, "region": region, "confidence": sure}
