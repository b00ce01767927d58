"""Fake fullness: entries that are filled in and still say nothing are marked as not given, with the reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import chain
from math import ceil

from msgspec.structs import replace

from cxaudit.fields import Said
from cxaudit.model import Fields, JourneyMap, Persona, Place, Programme, Stage
from cxaudit.part import Part, key
from cxaudit.rowfields import Columns, RowFields, Why

_LOOSE = ("  ", " \n", "\n ")
_REPEATED = "is the same sentence in every stage"


class Repeated(Part):
    """When one sentence through the stages of a map is a copy: how many stages, words, and share of the stages."""

    fields: tuple[str, ...]
    stages_at_least: int = key(ge=2)
    words_at_least: int = key(ge=1)
    share_at_least: float = key(gt=0, le=1)


class Alike(Part):
    """When a persona is a copy of another: the share of its fields with the same text, and how many at least."""

    beside: tuple[str, ...]
    fields_at_least: int = key(ge=1)
    share_at_least: float = key(gt=0, le=1)


class Fullness(Part):
    """`fullness.yaml` of a rule pack."""

    schema_name: str = key(name="schema")
    repeated: Repeated
    alike: Alike


def mark_empty_talk(programme: Programme, fullness: Fullness) -> Programme:
    """The programme with copied sentences and copied personas marked as not given; nothing else changes."""
    maps = tuple(_mark_map(journey, fullness.repeated) for journey in programme.maps)
    return replace(programme, maps=maps, personas=_mark_personas(programme.personas, fullness.alike))


def _mark_map(journey: JourneyMap, limits: Repeated) -> JourneyMap:
    wholes = [stage.said for stage in journey.stages]
    copied = {name: _copied(wholes, name, limits) for name in limits.fields}
    if not any(copied.values()):
        return journey

    doubts = {name: _Copies(keys, _REPEATED).why_not for name, keys in copied.items() if keys}
    return replace(journey, stages=tuple(_mark_stage(stage, doubts) for stage in journey.stages))


class _Copies:
    """The sentences that stand elsewhere too, and why they do not count."""

    def __init__(self, keys: frozenset[str], said: str) -> None:
        self._keys, self._said = keys, said

    def why_not(self, text: str) -> str:
        return self._said if _key(text) in self._keys else ""


def _mark_stage(stage: Stage, doubts: Mapping[str, Why]) -> Stage:
    rows: dict[Columns, list[RowFields]] = {}
    for step in stage.steps:
        if isinstance(step.fields, RowFields):
            rows.setdefault(step.fields.columns, []).append(step.fields)
    columns = {known: known.doubted(of_it, doubts) for known, of_it in rows.items()}

    def marked(fields: Fields) -> Fields:
        if isinstance(fields, RowFields):
            return RowFields(columns[fields.columns], fields.row, fields.cells)
        return _marked(fields, doubts)

    steps = tuple(replace(step, fields=marked(step.fields)) for step in stage.steps)
    return replace(stage, fields=_marked(stage.fields, doubts), steps=steps)


def _marked(fields: Fields, doubts: Mapping[str, Why]) -> Fields:
    return {
        name: tuple(replace(e, why_not=doubts[name](e.text)) if e.given else e for e in found)
        if name in doubts
        else found
        for name, found in fields.items()
    }


def _copied(stages: Sequence[Said], name: str, limits: Repeated) -> frozenset[str]:
    """The texts of a field that stand in nearly all of the stages, each time in a cell of its own."""
    told = [texts for stage in stages if (texts := stage.texts(name))]
    if len(told) < limits.stages_at_least:
        return frozenset()
    often = max(limits.stages_at_least, limits.share_at_least * len(told))
    keys = {
        key for key in _in_many([_keys(texts) for texts in told], often) if len(key.split()) >= limits.words_at_least
    }
    return frozenset(keys and _in_own_cells(stages, name, keys, limits.stages_at_least))


def _in_many(sets: Sequence[Set[str]], often: float) -> set[str]:
    """What stands in so many of the sets; it cannot be missing from more of the smallest than may be without it."""
    smallest = sorted(sets, key=len)[: len(sets) - ceil(often) + 1]
    possible = set().union(*smallest)
    counts = Counter(chain.from_iterable(possible.intersection(each) for each in sets))
    return {key for key, count in counts.items() if count >= often}


def _in_own_cells(stages: Sequence[Said], name: str, keys: set[str], least: int) -> set[str]:
    """Those of the sentences that stand in so many cells; one merged over several stages is one."""
    places: dict[str, set[Place]] = defaultdict(set)

    def copies(texts: Collection[str]) -> Collection[str]:
        return [text for text in texts if _key(text) in keys]

    for entry in (e for stage in stages for e in stage.first_given((name,), copies)):
        places[_key(entry.text)].add(entry.place)
    few = {key for key in keys if len(places[key]) < least}
    for entry in (e for stage in stages if few for e in stage.each(name) if e.given and _key(e.text) in few):
        places[_key(entry.text)].add(entry.place)
    return {key for key in keys if len(places[key]) >= least}


def _mark_personas(personas: tuple[Persona, ...], limits: Alike) -> tuple[Persona, ...]:
    marked: list[Persona] = []
    for number, persona in enumerate(personas):
        twin = next((other for other in personas[:number] if _alike(persona, other, limits)), None)
        marked.append(_mark_copy(persona, twin, limits) if twin else persona)
    return tuple(marked)


def _mark_copy(persona: Persona, twin: Persona, limits: Alike) -> Persona:
    why_not = f"is the same as for {twin.name.text}"
    doubts = {name: _Copies(keys, why_not).why_not for name, keys in _texts(twin, limits).items()}
    return replace(persona, fields=_marked(persona.fields, doubts))


def _alike(one: Persona, other: Persona, limits: Alike) -> bool:
    """Whether one persona is a copy of another, and not the same persona read from a second sheet."""
    if _key(one.name.text) == _key(other.name.text):
        return False
    first, second = _texts(one, limits), _texts(other, limits)
    same = sum(1 for name in first if first[name] == second.get(name))
    return len(first) >= limits.fields_at_least and same >= limits.share_at_least * len(first)


def _texts(persona: Persona, limits: Alike) -> Mapping[str, frozenset[str]]:
    texts = {
        name: frozenset(_key(entry.text) for entry in found if entry.given)
        for name, found in persona.fields.items()
        if name.split(".")[0] not in limits.beside
    }
    return {name: found for name, found in texts.items() if found}


def _keys(texts: Set[str]) -> set[str]:
    """The keys of some texts; those of one line with single blanks are made in one go."""
    lines = "\n".join(texts).casefold()
    keys = set(lines.split("\n"))
    tight = not any(blanks in f"\n{lines}\n" for blanks in _LOOSE) and lines.replace("\n", "").isprintable()
    return keys if tight and lines.count("\n") + 1 == len(texts) else {_key(text) for text in texts}


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
