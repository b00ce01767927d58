"""Maps told whose journey they are by the names of the personas that their workbooks describe.

A line above a map ("Seen with | Priya Raman and Gordon Pell"), or a lane whose cells are names of personas, says it
whatever its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.layout import Reading, Table, Unread
from cxaudit.model import Entry, Fields, JourneyMap, Lane, Stage
from cxaudit.pattern import pattern
from cxaudit.tables.cells import names_in
from cxaudit.tables.personas.propernames import looks_like_a_name, share_words
from cxaudit.words.labeltext import fold

_LONGEST, _LOOKED_AT = 200, 60
_LEAST_LETTERS = 3
_BRACKETS = pattern(r"[(\[]([^()\[\]]{3,80})[)\]]")
_UNKNOWN = "other"


class _Told(Struct, frozen=True):
    """A cell outside the tables that names personas, with the label beside it."""

    row: int
    lane: Lane
    entries: tuple[Entry, ...]
    cells: frozenset[str]


def with_persona_names(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, with the maps that name nobody told the personas that their sheets name without a label."""
    names = {
        folded: persona.name.text
        for reading in readings
        for table in reading.tables
        for persona in table.personas
        if persona.name.given and len(folded := fold(persona.name.text)) >= _LEAST_LETTERS
    }
    return tuple(_told(reading, names) for reading in readings) if names else tuple(readings)


def _told(reading: Reading, names: Mapping[str, str]) -> Reading:
    if not any(table.maps for table in reading.tables):
        return reading
    tables = tuple(_with_named_lanes(table, names) for table in reading.tables)
    silent = [table for table in tables if any(not _names_somebody(journey) for journey in table.maps)]
    said = list(_lines(reading.unread[:_LOOKED_AT], names)) if silent else []
    chosen = {id(table): [told for told in said if table in _meant(tables, told.row)] for table in silent}
    for table in silent:
        chosen[id(table)] = chosen[id(table)] or list(_titles(table, names))
    used = {cell for found in chosen.values() for told in found for cell in told.cells}
    unread = tuple(each for each in reading.unread if each.place.cell not in used)
    return replace(reading, tables=tuple(_with_lines(t, chosen.get(id(t), [])) for t in tables), unread=unread)


def _names_somebody(journey: JourneyMap) -> bool:
    layers = (journey.about, *(fields for stage in journey.stages for fields in _layers(stage)))
    return any(entry.given for fields in layers for entry in fields.get("persona", ()))


def _layers(stage: Stage) -> tuple[Fields, ...]:
    return (stage.fields, *(step.fields for step in stage.steps))


def _meant(tables: Sequence[Table], row: int) -> list[Table]:
    """All maps of a sheet where a line stands above the first, else the next one below it."""
    maps = sorted((table for table in tables if table.maps), key=lambda table: table.region.top)
    below = [table for table in maps if table.region.top > row]
    return below if len(below) == len(maps) else below[:1]


def _lines(unread: Sequence[Unread], names: Mapping[str, str]) -> Iterator[_Told]:
    """The cells that name personas: the list of their names, or a title that holds one."""
    for index, cell in enumerate(unread):
        row = _row(cell.place.cell)
        found = _persons(cell.text, names)
        if found:
            before = unread[index - 1] if index and _row(unread[index - 1].place.cell) == row else cell
            label = before.text if before is not cell else ""
            entries = tuple(Entry(name, cell.place, label) for name in found)
            lane = Lane("persona", label or cell.text, before.place, "fuzzy", 0.8)
            yield _Told(row, lane, entries, frozenset({cell.place.cell, before.place.cell}))


def _titles(table: Table, names: Mapping[str, str]) -> Iterator[_Told]:
    """What the title of a table's map says, else the name of its sheet, if it is or holds that of a persona."""
    for title in (journey.title for journey in table.maps):
        tab = replace(title.place, cell="A1")
        for text, place in ((title.text, title.place), (tab.sheet, tab)):
            found = _persons(text, names)
            if found:
                lane = Lane("persona", text, place, "fuzzy", 0.8)
                yield _Told(0, lane, tuple(Entry(name, place, text) for name in found), frozenset())
                return


def _row(cell: str) -> int:
    return int(re.sub(r"\D", "", cell.split(":", 1)[0]) or 0)


def _persons(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The persons that a text lists, if one of them at least is a persona; else the personas that it speaks of."""
    if len(text) > _LONGEST:
        return ()
    listed = names_in(text)
    if fold(text) in names:
        return (text.strip(),)
    if any(fold(name) in names for name in listed):
        return listed
    words = f" {fold(text)} "
    spoken = tuple(shown for name, shown in names.items() if " " in name and f" {name} " in words)
    return spoken or _in_short(text, names)


def _in_short(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The personas that a list in brackets names in short, if each of it is one of them: "(Rosa, Emil)"."""
    for listed in _BRACKETS.findall(text):
        short = names_in(listed)
        meant = [[shown for shown in names.values() if share_words(name, shown)] for name in short]
        if all(map(looks_like_a_name, short)) and all(len(each) == 1 for each in meant):
            found = tuple(each[0] for each in meant)
            if len(set(found)) == len(found) and (len(found) > 1 or " " in fold(short[0])):
                return found
    return ()


def _with_lines(table: Table, said: Iterable[_Told]) -> Table:
    told = tuple(said)
    if not told:
        return table
    entries = tuple(entry for each in told for entry in each.entries)
    maps = tuple(
        journey if _names_somebody(journey) else replace(journey, about={**journey.about, "persona": entries})
        for journey in table.maps
    )
    return replace(table, maps=maps, lanes=table.lanes + tuple(each.lane for each in told))


def _with_named_lanes(table: Table, names: Mapping[str, str]) -> Table:
    """The table with each lane that nobody understood and whose cells are names of personas taken for theirs."""
    labels = {label for journey in table.maps for label in _labels_of_names(journey, names)}
    if not labels:
        return table
    lanes = tuple(
        replace(lane, field="persona", confidence=0.8) if lane.field == _UNKNOWN and lane.label in labels else lane
        for lane in table.lanes
    )
    maps = tuple(
        replace(journey, stages=tuple(_renamed(stage, labels) for stage in journey.stages)) for journey in table.maps
    )
    return replace(table, lanes=lanes, maps=maps)


def _labels_of_names(journey: JourneyMap, names: Mapping[str, str]) -> Iterator[str]:
    said: dict[str, list[Entry]] = {}
    for entry in (e for stage in journey.stages for fields in _layers(stage) for e in fields.get(_UNKNOWN, ())):
        if entry.given and entry.label:
            said.setdefault(entry.label, []).append(entry)
    for label, entries in said.items():
        named = sum(1 for entry in entries if any(fold(name) in names for name in (entry.text, *names_in(entry.text))))
        if named * 2 > len(entries):
            yield label


def _renamed(stage: Stage, labels: set[str]) -> Stage:
    steps = tuple(replace(step, fields=_moved(step.fields, labels)) for step in stage.steps)
    return replace(stage, fields=_moved(stage.fields, labels), steps=steps)


def _moved(fields: Fields, labels: set[str]) -> Fields:
    """The fields with what stands under the labels among the personas, each name by itself."""
    found = [entry for entry in fields.get(_UNKNOWN, ()) if entry.label in labels]
    if not found:
        return fields
    kept = tuple(entry for entry in fields[_UNKNOWN] if entry.label not in labels)
    moved = tuple(replace(e, text=name) for e in found for name in (names_in(e.text) if e.given else (e.text,)))
    return {**fields, _UNKNOWN: kept, "persona": (*fields.get("persona", ()), *moved)}
