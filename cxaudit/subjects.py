"""What a programme holds, as subjects of rules: maps, stages, steps, touchpoints, personas and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from cxaudit.fields import Said, Seen, any_text, said
from cxaudit.kept import by_identity
from cxaudit.model import PHASES, Entry, Fields, JourneyMap, Lane, Metric, Persona, Place, Programme, Stage
from cxaudit.subject import Setting, Subject
from cxaudit.together import Together


@lru_cache(maxsize=32)
def subjects(programme: Programme, kind: str) -> tuple[Subject, ...]:
    """All subjects of a kind; inventories of touchpoints lend theirs but are neither map nor stage."""
    if kind == "programme":
        return (_programme_subject(programme),)
    if kind == "persona":
        groups = _persona_groups(programme)
        return distinct(_persona_subject(p, groups[p.table]) for p in programme.personas)
    if kind == "metric":
        return distinct(_metric_subject(m) for m in programme.metrics)
    maps = [m for m in programme.maps if kind == "touchpoint" or not m.inventory]
    if len(maps) == 1:  # they are kept here; once is enough
        return distinct(_of_map(maps[0], kind))
    return distinct(s for m in maps for s in of_map(m, kind))


@by_identity(most=64)
def of_map(journey: JourneyMap, kind: str) -> tuple[Subject, ...]:
    """The subjects of one map: itself, its stages, its steps or its touchpoints."""
    return tuple(_of_map(journey, kind))


def _of_map(journey: JourneyMap, kind: str) -> Iterator[Subject]:
    whole = map_subject(journey)
    if kind == "map":
        yield whole
        return
    inside = replace(whole.setting, kind=kind, within=whole.path)
    for stage in journey.stages:
        setting = replace(inside, phases=stage.phases, after=stage.after_acquisition)
        if kind == "stage":
            yield _within(setting, stage.name, (stage.name.text,), (_with_steps(stage), *_around(journey.about)))
        elif kind == "step":
            yield from _steps(setting, journey, stage)
        elif kind == "touchpoint":
            yield from _touchpoints(setting, journey, stage)


def map_id(journey: JourneyMap) -> str:
    return journey.title.text or journey.header.sheet


def field_names(lanes: Iterable[Lane], layers: Iterable[Fields]) -> tuple[str, ...]:
    """The fields of lanes and of what is said, each once."""
    return tuple(dict.fromkeys([*(lane.field for lane in lanes), *Together(layers).names]))


def _with_steps(stage: Stage) -> Together:
    """What is said of a stage, with its steps: each by its name or, where it has none, by what happens in it."""
    named = [step.name if step.name.given else _first_entry(step.fields) for step in stage.steps]
    return Together((stage.said, {"step": tuple(entry for entry in named if entry is not None)}))


@by_identity(most=64)
def map_subject(journey: JourneyMap) -> Subject:
    """A map as a subject: asked for a field, it answers with what is said anywhere in it."""
    name = map_id(journey)
    layer = Together((journey.about, *(stage.said for stage in journey.stages)))
    setting = Setting("map", name, journey.header, field_names(journey.lanes, (layer,)))
    return Subject(setting, (name,), journey.title.place, (layer,), journey.title.text)


def _within(setting: Setting, name: Entry, path: tuple[str, ...], layers: tuple[Said, ...]) -> Subject:
    """A subject inside a map, with the labels of the map and what is said of itself."""
    return Subject(setting, path, name.place, layers, name.text)


def _around(*layers: Fields) -> tuple[Said, ...]:
    """The layers that say anything."""
    return tuple(said(layer) for layer in layers if layer)


def _steps(setting: Setting, journey: JourneyMap, stage: Stage) -> Iterator[Subject]:
    around = _around(stage.fields, journey.about)
    for number, step in enumerate(stage.steps, start=1):
        if step.inventoried:
            continue
        name = step.name.text
        if not name:
            first = _first_entry(step.fields)
            name = first.text if first else f"row {number}"
        yield _within(setting, step.name, (stage.name.text, name), (said(step.fields), *around))


def _first_entry(fields: Fields) -> Entry | None:
    for name in ("activity", "touchpoint"):
        for entry in fields.get(name, ()):
            if entry.given:
                return entry
    return None


def _touchpoints(setting: Setting, journey: JourneyMap, stage: Stage) -> Iterator[Subject]:
    of_map, of_stage = _around(journey.about), _around(stage.fields, journey.about)
    whole, steps = said(stage.fields), Together(step.fields for step in stage.steps)
    for fields, around in ((whole, of_map), (steps, of_stage)):
        for entry, layer in fields.told(fields.among(("touchpoint",))):
            yield _within(setting, entry, (stage.name.text, entry.text), (layer, *around))


def _persona_groups(programme: Programme) -> dict[Place, str]:
    """By table what its personas share: the name of the only one, else the sheet's, numbered where it has several."""
    tables: dict[Place, list[Persona]] = {}
    for persona in programme.personas:
        tables.setdefault(persona.table, []).append(persona)
    groups: dict[Place, str] = {}
    for table, found in tables.items():
        name = found[0].name.text if len(found) == 1 and found[0].name.text else table.sheet
        taken, number = set(groups.values()), 1
        while (numbered := name if number == 1 else f"{name}, table {number}") in taken:
            number += 1
        groups[table] = numbered
    return groups


def _persona_subject(persona: Persona, group: str) -> Subject:
    lanes = field_names(persona.lanes, (persona.fields,))
    setting = Setting("persona", group, persona.table, lanes)
    return _within(setting, persona.name, (persona.name.text,), (said(persona.fields),))


def _metric_subject(metric: Metric) -> Subject:
    place = metric.name.place
    setting = Setting("metric", place.sheet, place, tuple(metric.fields), phases=metric.phases)
    return _within(setting, metric.name, (metric.name.text,), (said(metric.fields),))


def _programme_subject(programme: Programme) -> Subject:
    maps = [map_subject(m).layers[0] for m in programme.maps]
    listed = {"metric": tuple(m.name for m in programme.metrics if m.listed)}
    remarks = [m.fields for m in programme.metrics if m.listed] + [p.fields for p in programme.practices]
    answers = {"other.answer": tuple(p.answer for p in programme.practices)}
    places = [m.header for m in programme.maps] + [p.table for p in programme.personas]
    places += [m.name.place for m in programme.metrics] + [p.question.place for p in programme.practices]
    layer = Together((*maps, listed, *remarks, answers))
    place = places[0] if places else Place("", "", "")
    setting = Setting("programme", "programme", place, layer.names, ("programme",))
    return Subject(setting, (), place, (layer,))


def items(programme: Programme, fields: tuple[str, ...]) -> tuple[Subject, ...]:
    """Each different text given in the fields of each map, as a subject of its own."""
    found: list[Subject] = []
    for journey in programme.maps:
        keys: set[str] = set()
        seen: Seen = {}
        for setting, part, beyond in _parts(journey):
            for entry, layer in part.firsts(part.among(fields), seen, any_text):
                key = " ".join(entry.text.casefold().split())
                if key not in keys:
                    keys.add(key)
                    found.append(_within(setting, entry, (entry.text,), (layer, *beyond)))
    return tuple(found)


def _parts(journey: JourneyMap) -> Iterator[tuple[Setting, Said, tuple[Said, ...]]]:
    """The map's remarks and its stages, each with what is said around it, the nearest first."""
    whole = map_subject(journey)
    inside = replace(whole.setting, kind="item", within=whole.path)
    yield inside, said(journey.about), whole.layers
    for stage in journey.stages:
        setting = replace(inside, phases=stage.phases, after=stage.after_acquisition)
        yield setting, stage.said, (stage.said, *whole.layers)


def distinct(found: Iterable[Subject]) -> tuple[Subject, ...]:
    """The subjects with ids that differ: those of the same name are numbered."""
    counts: dict[str, int] = {}
    result = []
    for subject in found:
        name = subject.id
        count = counts[name] = counts.get(name, 0) + 1
        result.append(subject if count == 1 else replace(subject, number=count))
    return tuple(result)


def may_lie(journey: JourneyMap, phases: Iterable[str]) -> bool:
    """Whether a stage of unclear phase stands where a stage of one of these phases could stand."""
    order = [[PHASES.index(p) for p in stage.phases if p != "unclear"] for stage in journey.stages]
    wanted = [PHASES.index(phase) for phase in phases]
    for index, known in enumerate(order):
        least = max((p for before in order[:index] for p in before), default=0)
        most = min((p for behind in order[index + 1 :] for p in behind), default=len(PHASES))
        if not known and any(least <= phase <= max(least, most) for phase in wanted):
            return True
    return False
