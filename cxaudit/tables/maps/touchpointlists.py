"""Lists of touchpoints joined to the map that names the same touchpoints: what they say of each goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from cxaudit.model import Entry, Fields, JourneyMap, Stage, Step
from cxaudit.words.labeltext import bare, fold

_LEAST_SHARE, _LEAST = 0.6, 2
_TOUCHPOINT = "touchpoint"
_OF_A_TOUCHPOINT = ("channel", "data_shared", "owner")

_Listed = Mapping[str, Fields]
"""What a list says of each touchpoint, by its folded name."""


def lists_touchpoints_of(host: JourneyMap, guest: JourneyMap) -> bool:
    """Whether a list in a map's workbook tells of touchpoints that the map names itself."""
    if host.inventory or not guest.inventory or host.header.workbook != guest.header.workbook:
        return False
    listed = _listed(guest)
    shared = sum(1 for name in {_name(entry) for entry in _touchpoints(host)} if name in listed)
    return shared >= max(_LEAST, len(listed) * _LEAST_SHARE)


def with_listed_touchpoints(host: JourneyMap, guest: JourneyMap) -> JourneyMap:
    """The map with what the list says of its touchpoints."""
    listed = _listed(guest)
    return replace(
        host, stages=tuple(_with_list(stage, listed) for stage in host.stages), lanes=host.lanes + guest.lanes
    )


def rest_of_list(host: JourneyMap, guest: JourneyMap) -> JourneyMap:
    """What is left of the list: the touchpoints that the map does not name."""
    named = {_name(entry) for entry in _touchpoints(host)}
    stages = tuple(_rest_of_stage(stage, named) for stage in guest.stages)
    return replace(guest, stages=tuple(stage for stage in stages if stage.steps or _further(stage.fields, named)))


def _rest_of_stage(stage: Stage, named: set[str]) -> Stage:
    return replace(stage, steps=tuple(step for step in stage.steps if _further(step.fields, named)))


def _further(fields: Fields, named: set[str]) -> bool:
    """Whether a touchpoint is given that is none of those named."""
    return any(_name(entry) not in {*named, ""} for entry in fields.get(_TOUCHPOINT, ()))


def _with_list(stage: Stage, listed: _Listed) -> Stage:
    own = _parted(Step(stage.name, stage.fields), listed)
    steps = tuple(part for step in stage.steps for part in _parted(step, listed))
    return replace(stage, fields=own[0].fields, steps=(*steps, *own[1:]))


def _parted(step: Step, listed: _Listed) -> tuple[Step, ...]:
    """A step with what the list says of its touchpoint; where it has several, each of those listed stands alone."""
    touchpoints = step.fields.get(_TOUCHPOINT, ())
    known = [entry for entry in touchpoints if _name(entry) in listed]
    if not known:
        return (step,)
    if len(touchpoints) == 1:
        return (replace(step, fields=joined_fields(step.fields, listed[_name(known[0])])),)
    rest = tuple(entry for entry in touchpoints if entry not in known)
    kept = {name: step.fields[name] for name in step.fields if name != _TOUCHPOINT}
    whole = replace(step, fields={**kept, _TOUCHPOINT: rest} if rest else kept)
    return (whole, *(_alone(step, entry, listed[_name(entry)]) for entry in known))


def _alone(step: Step, touchpoint: Entry, said: Fields) -> Step:
    beside = {name: step.fields[name] for name in _OF_A_TOUCHPOINT if name in step.fields}
    return Step(step.name, joined_fields({_TOUCHPOINT: (touchpoint,), **beside}, said), inventoried=True)


def _listed(guest: JourneyMap) -> dict[str, Fields]:
    """What the list says of each touchpoint; of one that it names twice all of it."""
    listed: dict[str, Fields] = {}
    for stage in guest.stages:
        for fields in (stage.fields, *(step.fields for step in stage.steps)):
            said = {name: fields[name] for name in fields if name != _TOUCHPOINT}
            for entry in fields.get(_TOUCHPOINT, ()):
                listed[_name(entry)] = joined_fields(listed.get(_name(entry), {}), said)
    listed.pop("", None)
    return listed


def _touchpoints(journey: JourneyMap) -> Iterator[Entry]:
    for stage in journey.stages:
        for fields in (stage.fields, *(step.fields for step in stage.steps)):
            yield from fields.get(_TOUCHPOINT, ())


def _name(touchpoint: Entry) -> str:
    return fold(bare(touchpoint.text)) if touchpoint.given else ""


def joined_fields(one: Fields, other: Fields) -> Fields:
    """What both say, the entries of the first before those of the other."""
    return {name: one.get(name, ()) + other.get(name, ()) for name in (*one, *(n for n in other if n not in one))}
