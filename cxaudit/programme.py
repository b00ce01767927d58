"""Readings made one programme: maps, inventories joined to their maps, personas, metrics and practices."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.layout import Reading
from cxaudit.model import JourneyMap, Persona, Programme
from cxaudit.tables.maps.jobs import with_job
from cxaudit.tables.maps.joining import joined
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

_PHASES_OF_A_JOURNEY = 3
_LEAST_DIFFERENT = 2
_BESIDE = frozenset({"name", "evidence", "last_updated"})


def build_programme(readings: Iterable[Reading], vocabulary: Vocabulary, scope: str = "all") -> Programme:
    """All that the readings hold. `scope` says what the audit is meant to cover: all, journeys or personas."""
    tables = [table for reading in readings for table in reading.tables]
    maps = joined([journey for table in tables for journey in table.maps])
    personas = _each_once(persona for table in tables for persona in table.personas)
    return Programme(
        maps=tuple(_told_by_touchpoints(maps, vocabulary)),
        personas=personas,
        metrics=tuple(metric for table in tables for metric in table.metrics),
        practices=tuple(practice for table in tables for practice in table.practices),
        scope=scope,
    )


def _told_by_touchpoints(maps: Iterable[JourneyMap], vocabulary: Vocabulary) -> Iterable[JourneyMap]:
    """Where there is no map, a list of touchpoints that tells what customers do from phase to phase is the map."""
    found = tuple(maps)
    if any(not journey.inventory for journey in found):
        return found
    return (with_job(replace(j, inventory=not _tells_a_journey(j)), vocabulary) for j in found)


def _tells_a_journey(journey: JourneyMap) -> bool:
    phases = {phase for stage in journey.stages for phase in stage.phases} - {"unclear"}
    return len(phases) >= _PHASES_OF_A_JOURNEY and any(lane.field == "activity" for lane in journey.lanes)


def _each_once(personas: Iterable[Persona]) -> tuple[Persona, ...]:
    """A persona that several sheets tell of is one, with what each of them says."""
    found: dict[str, Persona] = {}
    for number, persona in enumerate(personas):
        key = _key_of(fold(persona.name.text), found) or f"without a name {number}"
        first = found.get(key)
        if first and _contradict(first, persona):
            key, first = f"{key} {number}", None
        found[key] = _with_more(first, persona) if first else persona
    return tuple(found.values())


def _contradict(one: Persona, other: Persona) -> bool:
    """Whether two cards of one name are of two people: under most labels that both have, they say different things."""
    first, second = _under_labels(one), _under_labels(other)
    both = first.keys() & second.keys()
    different = sum(1 for label in both if first[label] != second[label])
    return different >= _LEAST_DIFFERENT and different * 2 > len(both)


def _under_labels(persona: Persona) -> dict[str, frozenset[str]]:
    """What a persona says of somebody under each label; names, sources and dates tell nobody apart."""
    told: dict[str, set[str]] = {}
    for field, entries in persona.fields.items():
        for entry in entries:
            if field.split(".")[0] not in _BESIDE and entry.given:
                told.setdefault(fold(entry.label), set()).add(fold(entry.text))
    return {label: frozenset(texts) for label, texts in told.items()}


def _key_of(name: str, found: dict[str, Persona]) -> str:
    """The name under which a persona is known: "The Optimiser" for "The Optimiser, primary" too."""
    words = name.split()
    for known in found:
        short, long = sorted((known.split(), words), key=len)
        if len(short) >= 2 and long[: len(short)] == short:
            return known
    return name


def _with_more(first: Persona, more: Persona) -> Persona:
    new = {name: values for name, values in more.fields.items() if name not in first.fields}
    lanes = tuple(lane for lane in more.lanes if lane.field in new)
    return replace(first, fields={**first.fields, **new}, lanes=first.lanes + lanes)
