"""Whose journey a map is where no label says so: a persona's name in its title, above it, or on the sheet's tab."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, JourneyMap, Persona
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import filled

AROUND = "around"
_ROWS_ABOVE, _LONGEST = 20, 300
_SHORTEST, _MOST_BESIDE = 3, 6


def with_surroundings(grid: Grid, tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables, each map with the texts between it and the table above, in which a persona may be named."""
    return tuple(
        replace(table, maps=tuple(_surrounded(grid, journey, table, tables) for journey in table.maps))
        if table.maps
        else table
        for table in tables
    )


def _surrounded(grid: Grid, journey: JourneyMap, table: Table, tables: Sequence[Table]) -> JourneyMap:
    top = table.region.top
    above = max((t.region.bottom for t in tables if t.region.bottom < top), default=0)
    cells = [
        (row, column)
        for row in range(max(above + 1, top - _ROWS_ABOVE), top)
        for column in filled(grid, row)
        if len(filled(grid, row)) <= _MOST_BESIDE and not _groups(grid, row, column)
        if len(grid.text(row, column)) <= _LONGEST
    ]
    said = tuple(Entry(grid.text(*cell), place_of(grid, *cell)) for cell in cells)
    return replace(journey, about={**journey.about, AROUND: said}) if said else journey


def _groups(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is one of several merged ones in its row: they group the columns below."""
    area = grid.merged_area(row, column)
    return area.right > area.left and len(filled(grid, row)) > 1


def with_personas(maps: Iterable[JourneyMap], personas: Sequence[Persona]) -> tuple[JourneyMap, ...]:
    """The maps, each with the personas that are named around it and under no label yet."""
    return tuple(_of_persons(journey, personas) for journey in maps)


def _of_persons(journey: JourneyMap, personas: Sequence[Persona]) -> JourneyMap:
    named = journey.about.get("persona", ())
    tab = Entry(journey.header.sheet, journey.title.place)
    texts = (*journey.about.get(AROUND, ()), journey.title, tab)
    known = [_words(entry.text) for entry in named if entry.given]
    found = tuple(
        Entry(persona.name.text, where.place, where.label)
        for persona in personas
        if persona.name.given and not any(_names(words, persona) for words in known)
        for where in [next((text for text in texts if _names(_words(text.text), persona)), None)]
        if where
    )
    return replace(journey, about={**journey.about, "persona": (*named, *found)}) if found else journey


def _names(words: frozenset[str], persona: Persona) -> bool:
    """Whether all words of a persona's name stand among the words; a short or uncapitalised one is no name."""
    name = persona.name.text
    own = _words(name)
    return bool(own) and own <= words and name[:1].isupper() and max(map(len, own)) >= _SHORTEST


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
