"""Subjects: what a rule counts. The programme laid out flat, with what is said of each subject.

A subject is asked by field name. What is said of a whole stage counts for its steps and touchpoints,
and what its steps say counts for the stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cxaudit.finding import Cited
from cxaudit.kept import by_identity
from cxaudit.model import PHASES, Entry, Fields, JourneyMap, Lane, Metric, Persona, Place, Programme, Stage, entries

SEPARATOR = " › "


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of a rule.

    `id` names it in every audit, whatever its cell; `group` names the map or persona table that it shares its
    labels with, and `header` the place of those labels. `layers` are what is said of it, nearest first.
    """

    kind: str
    id: str
    title: str
    place: Place
    group: str
    header: Place
    lanes: tuple[str, ...]
    layers: tuple[Fields, ...]
    phases: tuple[str, ...] = ()
    text: str = ""
    after: bool = False

    def says(self, fields: Iterable[str]) -> tuple[Entry, ...]:
        """The given entries of any of the fields, from the nearest layer that gives one."""
        names = tuple(fields)
        for layer in self.layers:
            found = [e for name in names for e in entries(layer, name) if not e.why_not]
            if found:
                return tuple(found)
        return ()

    def blanks(self, fields: Iterable[str]) -> tuple[Entry, ...]:
        """The entries of the fields that are there and say nothing (empty cells, placeholders)."""
        names = tuple(fields)
        return tuple([e for layer in self.layers for name in names for e in entries(layer, name) if e.why_not])

    def has_lane(self, fields: Iterable[str]) -> bool:
        """Whether the sheet has a label for any of the fields, filled in or not."""
        return _has_lane(self.lanes, tuple(fields))


@lru_cache(maxsize=4096)
def _has_lane(lanes: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """The subjects of a map share their labels, and rules ask for the same fields of each."""
    return any(lane == name or lane.startswith(name + ".") for lane in lanes for name in names)


def cite(found: Iterable[Entry]) -> tuple[Cited, ...]:
    """The cells of entries, each cell once."""
    cells: dict[Place, Cited] = {}
    for entry in found:
        cells.setdefault(entry.place, Cited(entry.place, entry.text))
    return tuple(cells.values())


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
    return distinct(s for m in maps for s in of_map(m, kind))


@by_identity(most=64)
def of_map(journey: JourneyMap, kind: str) -> tuple[Subject, ...]:
    """The subjects of one map: itself, its stages, its steps or its touchpoints."""
    return tuple(_of_map(journey, kind))


def _of_map(journey: JourneyMap, kind: str) -> Iterator[Subject]:
    base = map_subject(journey)
    if kind == "map":
        yield base
        return
    for stage in journey.stages:
        at_stage = replace(base, kind=kind, phases=stage.phases, after=stage.after_acquisition)
        if kind == "stage":
            yield _within(at_stage, stage.name, (stage.name.text,), (_with_steps(stage), journey.about))
        elif kind == "step":
            yield from _steps(at_stage, journey, stage)
        elif kind == "touchpoint":
            yield from _touchpoints(at_stage, journey, stage)


def map_id(journey: JourneyMap) -> str:
    return journey.title.text or journey.header.sheet


def field_names(lanes: Iterable[Lane], layers: Iterable[Fields]) -> tuple[str, ...]:
    names = {lane.field: None for lane in lanes}
    for layer in layers:
        names.update(dict.fromkeys(layer))
    return tuple(names)


def merged(*layers: Fields) -> Fields:
    """Several layers as one, their entries one after the other."""
    together: dict[str, list[Entry]] = {}
    for layer in layers:
        for name, found in layer.items():
            together.setdefault(name, []).extend(found)
    return {name: tuple(found) for name, found in together.items()}


@by_identity(most=256)
def stage_fields(stage: Stage) -> Fields:
    """What is said of a stage: of the whole of it and of its steps."""
    return merged(stage.fields, *(step.fields for step in stage.steps))


def _with_steps(stage: Stage) -> Fields:
    """What is said of a stage, with its steps: each by its name or, where it has none, by what happens in it."""
    named = [step.name if step.name.given else _first_entry(step.fields) for step in stage.steps]
    return merged(stage_fields(stage), {"step": tuple(entry for entry in named if entry is not None)})


@by_identity(most=64)
def map_subject(journey: JourneyMap) -> Subject:
    """A map as a subject: asked for a field, it answers with what is said anywhere in it."""
    name = map_id(journey)
    layer = merged(journey.about, *(stage_fields(stage) for stage in journey.stages))
    return Subject(
        kind="map",
        id=name,
        title=name,
        place=journey.title.place,
        group=name,
        header=journey.header,
        lanes=field_names(journey.lanes, (layer,)),
        layers=(layer,),
        text=journey.title.text,
    )


def _within(base: Subject, name: Entry, path: tuple[str, ...], layers: tuple[Fields, ...]) -> Subject:
    """A subject inside a map, with the labels of the map and what is said of itself."""
    ident, title = SEPARATOR.join((base.group, *path)), SEPARATOR.join(path)
    sides = base.phases, name.text, base.after
    return Subject(base.kind, ident, title, name.place, base.group, base.header, base.lanes, layers, *sides)


def _steps(base: Subject, journey: JourneyMap, stage: Stage) -> Iterator[Subject]:
    for number, step in enumerate(stage.steps, start=1):
        if step.inventoried:
            continue
        first = _first_entry(step.fields)
        name = step.name.text or (first.text if first else f"row {number}")
        yield _within(base, step.name, (stage.name.text, name), (step.fields, stage.fields, journey.about))


def _first_entry(fields: Fields) -> Entry | None:
    for name in ("activity", "touchpoint"):
        for entry in fields.get(name, ()):
            if entry.given:
                return entry
    return None


def _touchpoints(base: Subject, journey: JourneyMap, stage: Stage) -> Iterator[Subject]:
    parts: list[tuple[Fields, tuple[Fields, ...]]] = [(stage.fields, (stage.fields, journey.about))]
    parts += [(step.fields, (step.fields, stage.fields, journey.about)) for step in stage.steps]
    for fields, layers in parts:
        for entry in entries(fields, "touchpoint"):
            if entry.given:
                yield _within(base, entry, (stage.name.text, entry.text), layers)


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
    return Subject(
        kind="persona",
        id=persona.name.text,
        title=persona.name.text,
        place=persona.name.place,
        group=group,
        header=persona.table,
        lanes=field_names(persona.lanes, (persona.fields,)),
        layers=(persona.fields,),
        text=persona.name.text,
    )


def _metric_subject(metric: Metric) -> Subject:
    return Subject(
        kind="metric",
        id=metric.name.text,
        title=metric.name.text,
        place=metric.name.place,
        group=metric.name.place.sheet,
        header=metric.name.place,
        lanes=tuple(metric.fields),
        layers=(metric.fields,),
        phases=metric.phases,
        text=metric.name.text,
    )


def _programme_subject(programme: Programme) -> Subject:
    maps = [map_subject(m).layers[0] for m in programme.maps]
    listed = {"metric": tuple(m.name for m in programme.metrics if m.listed)}
    remarks = [m.fields for m in programme.metrics if m.listed] + [p.fields for p in programme.practices]
    answers = {"other.answer": tuple(p.answer for p in programme.practices)}
    places = [m.header for m in programme.maps] + [p.table for p in programme.personas]
    places += [m.name.place for m in programme.metrics] + [p.question.place for p in programme.practices]
    layer = merged(*maps, listed, *remarks, answers)
    place = places[0] if places else Place("", "", "")
    return Subject("programme", "programme", "the programme", place, "programme", place, tuple(layer), (layer,))


@lru_cache(maxsize=32)
def items(programme: Programme, fields: tuple[str, ...]) -> tuple[Subject, ...]:
    """Each different text given in the fields of each map, as a subject of its own."""
    found: list[Subject] = []
    for journey in programme.maps:
        base, seen = replace(map_subject(journey), kind="item"), set[str]()
        for part, layers in _parts(journey, base):
            for entry in (e for name in fields for e in entries(layers[0], name) if e.given):
                key = " ".join(entry.text.casefold().split())
                if key not in seen:
                    seen.add(key)
                    found.append(_within(part, entry, (entry.text,), layers))
    return tuple(found)


def _parts(journey: JourneyMap, base: Subject) -> Iterator[tuple[Subject, tuple[Fields, ...]]]:
    """The map's remarks, its stages and its steps, each with what is said of it, the nearest first."""
    yield base, (journey.about, *base.layers)
    for stage in journey.stages:
        at_stage = replace(base, phases=stage.phases, after=stage.after_acquisition)
        whole = stage_fields(stage)
        for fields in (stage.fields, *(step.fields for step in stage.steps)):
            yield at_stage, (fields, whole, *base.layers)


def distinct(found: Iterable[Subject]) -> tuple[Subject, ...]:
    """The subjects with ids that differ: the second of the same name is `name (2)`."""
    counts: dict[str, int] = {}
    result = []
    for subject in found:
        count = counts[subject.id] = counts.get(subject.id, 0) + 1
        result.append(subject if count == 1 else replace(subject, id=f"{subject.id} ({count})"))
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
