"""Maps that belong together: one map spread over several sheets, which tell of the same stages or count them on, and
an inventory of a map's touchpoints.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import Entry, Fields, JourneyMap, Stage, Step
from cxaudit.words.labeltext import bare, fold
from cxaudit.words.series import span

_LEAST_LANES = 2


def joined(maps: Sequence[JourneyMap]) -> tuple[JourneyMap, ...]:
    """The maps with those made one that tell different things of the same stages, or tell of the stages one by one."""
    result: list[JourneyMap] = []
    for journey in sorted(maps, key=lambda m: m.inventory):
        further = next((n for n, other in enumerate(result) if goes_on(other, journey)), None)
        host = next((n for n, other in enumerate(result) if _belong(other, journey)), None)
        if further is not None:
            result[further] = _continued(result[further], journey)
        elif host is not None:
            result[host] = _merge(result[host], journey)
        else:
            result.append(journey)
    return tuple(result)


def goes_on(first: JourneyMap, more: JourneyMap) -> bool:
    """Whether a map counts the stages on that another sheet of its workbook begins ("1. …" to "5. …", then "6. …").

    Both are told in the same way: most lanes of the one are lanes of the other.
    """
    if first.inventory or more.inventory or first.header.workbook != more.header.workbook:
        return False
    if first.header.sheet == more.header.sheet or first.job or more.job:
        return False
    one, other = (span([stage.name.text for stage in journey.stages]) for journey in (first, more))
    ours, theirs = _told(first), _told(more)
    alike = len(ours & theirs) >= _LEAST_LANES and len(ours & theirs) * 2 >= len(theirs)
    return alike and one[0] == 1 and one[1] + 1 == other[0]


def _continued(host: JourneyMap, guest: JourneyMap) -> JourneyMap:
    known = {(lane.field, fold(lane.label)) for lane in host.lanes}
    lanes = tuple(lane for lane in guest.lanes if (lane.field, fold(lane.label)) not in known)
    about = _together(host.about, guest.about)
    return replace(host, stages=host.stages + guest.stages, lanes=host.lanes + lanes, about=about)


def _names(journey: JourneyMap) -> tuple[str, ...]:
    return tuple(fold(bare(stage.name.text)) for stage in journey.stages)


def _told(journey: JourneyMap) -> frozenset[str]:
    quiet = {"stage", "step", "persona"}
    return frozenset(x.field for x in journey.lanes if x.field not in quiet and not x.field.startswith("other"))


def _belong(host: JourneyMap, guest: JourneyMap) -> bool:
    """Same workbook, the same stages, and either an inventory or lanes that the host does not have."""
    if host.inventory or host.header.workbook != guest.header.workbook:
        return False
    ours, theirs = set(_names(host)) - {""}, set(_names(guest)) - {""}
    if not theirs or len(ours & theirs) * 10 < len(theirs) * 8:
        return False
    if guest.inventory:
        return True
    return host.header.sheet != guest.header.sheet and len(ours) == len(theirs) and not _told(host) & _told(guest)


def _merge(host: JourneyMap, guest: JourneyMap) -> JourneyMap:
    added = {name: stage for name, stage in zip(_names(guest), guest.stages, strict=True) if name}
    if guest.inventory and any(stage.steps for stage in host.stages):
        added = {name: _inventoried(stage) for name, stage in added.items()}
    stages = tuple(
        _merge_stage(stage, added[name], guest.inventory) if name in added else stage
        for name, stage in zip(_names(host), host.stages, strict=True)
    )
    return replace(host, stages=stages, lanes=host.lanes + guest.lanes, about=_together(host.about, guest.about))


def _inventoried(stage: Stage) -> Stage:
    steps = stage.steps or (Step(stage.name, stage.fields),)
    return replace(stage, steps=tuple(replace(step, inventoried=True) for step in steps))


def _merge_stage(stage: Stage, more: Stage, inventory: bool) -> Stage:
    if not inventory:
        return replace(stage, fields=_together(stage.fields, more.fields), steps=stage.steps + more.steps)
    steps = more.steps or (Step(more.name, more.fields),)
    known = {fold(e.text) for step in steps for e in step.fields.get("touchpoint", ()) if e.given}
    kept = tuple(replace(step, fields=_without(step.fields, known)) for step in stage.steps)
    return replace(stage, fields=_without(stage.fields, known), steps=kept + steps)


def _without(fields: Fields, known: set[str]) -> Fields:
    """The fields without the touchpoints that the inventory tells more of."""
    rest: tuple[Entry, ...] = tuple(e for e in fields.get("touchpoint", ()) if fold(e.text) not in known)
    return {**{k: v for k, v in fields.items() if k != "touchpoint"}, **({"touchpoint": rest} if rest else {})}


def _together(one: Fields, other: Fields) -> Fields:
    return {name: one.get(name, ()) + other.get(name, ()) for name in (*one, *(n for n in other if n not in one))}
