"""What stands above the personas of a sheet and holds for each of them: their sources, their review, since when."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.layout import Table
from cxaudit.model import Entry, Lane, Persona
from cxaudit.tables.around.about import Remark

_MEANT = {"evidence": "evidence", "other.reviewed": "last_updated", "other.since": "last_updated.since"}


def with_persona_remarks(tables: tuple[Table, ...], found: Iterable[Remark]) -> tuple[Table, ...]:
    """Each persona told what stands above the first table of its sheet, where its own card does not say it."""
    headed = [table.region.top for table in tables]
    above = [r for r in found if r.lane.field in _MEANT and headed and r.row < min(headed)]
    if not above or any(table.maps for table in tables):
        return tables
    return tuple(_told(table, above) for table in tables)


def _told(table: Table, above: list[Remark]) -> Table:
    if not table.personas:
        return table
    lanes = tuple(replace(remark.lane, field=_MEANT[remark.lane.field]) for remark in above)
    fields: dict[str, tuple[Entry, ...]] = {}
    for remark, lane in zip(above, lanes, strict=True):
        fields.setdefault(lane.field, remark.entries)
    return replace(table, lanes=table.lanes + lanes, personas=tuple(_one(p, fields, lanes) for p in table.personas))


def _one(persona: Persona, fields: dict[str, tuple[Entry, ...]], lanes: tuple[Lane, ...]) -> Persona:
    new = {name: entries for name, entries in fields.items() if name not in persona.fields}
    shown = tuple(lane for lane in lanes if lane.field in new)
    return replace(persona, fields={**persona.fields, **new}, lanes=persona.lanes + shown)
