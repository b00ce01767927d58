"""Maps and personas told what the other sheets of their workbook say of them: covers, notes, lists of sources.

A cover says for all maps what a line above a map says for one: what they rest on, when they were last gone over, and
since when the personas are in use. What a sheet says of its own map counts for more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Reading, Table
from cxaudit.model import Entry, Fields, Lane, Practice
from cxaudit.tables.around.about import fact_named
from cxaudit.tables.around.frontmatter import Line, lines
from cxaudit.tables.around.statements import FACTS, MAPS, PERSONAS, Fact, facts
from cxaudit.tables.cells import place_of
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import fold

_OF_PERSONAS = {"evidence": "evidence", "other.reviewed": "last_updated", "other.since": "last_updated.since"}
_OF_MAPS = frozenset({"evidence", "other.reviewed", "other.finding"})
_TOPICS, _KEPT_UP = "practice-topics", frozenset({"revised", "maps_and_personas"})
_SURENESS, _FINDING = 0.7, "other.finding"


class _Told(Struct, frozen=True):
    """A fact with the line that tells it and the entry that it makes."""

    fact: Fact
    line: Line
    lane: Lane
    entry: Entry


def with_cover_facts(grids: Sequence[Grid], readings: Sequence[Reading], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """The readings, their maps and personas told what the sheets beside them say."""
    books: dict[str, list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        books[reading.workbook].append(index)
    found = list(readings)
    for indexes in books.values():
        if any(_describes(readings[index]) for index in indexes):
            _tell(indexes, grids, found, vocabulary)
    return tuple(found)


def _tell(indexes: Sequence[int], grids: Sequence[Grid], found: list[Reading], vocabulary: Vocabulary) -> None:
    """The sheets of one workbook, in place: first those beside the maps are asked, then all maps and personas told."""
    names = [fold(found[index].sheet) for index in indexes]
    for index in indexes:
        if found[index].hidden:
            continue
        told, practices = _asked(grids[index], found[index], vocabulary)
        if told or practices:
            found[index] = _shown(found[index], told, practices)
            for other in indexes:
                meant = [each for each in told if _means(each, names, fold(found[other].sheet))]
                found[other] = replace(found[other], tables=tuple(_with(t, meant) for t in found[other].tables))


def _describes(reading: Reading) -> bool:
    return any(table.personas or (table.maps and table.kind != "other") for table in reading.tables)


def _means(told: _Told, sheets: Sequence[str], sheet: str) -> bool:
    """Whether a fact is of the maps of a sheet: of all, unless its line names some sheets and not this one."""
    said = f" {fold(f'{told.line.label} {told.line.text}')} "
    named = [name for name in sheets if " " in name and f" {name} " in said]
    return not named or sheet in named


def _asked(grid: Grid, reading: Reading, vocabulary: Vocabulary) -> tuple[list[_Told], list[tuple[Line, Practice]]]:
    vocabulary = vocabulary.spoken_in(text for _, _, text in grid.cells())
    if "guiding" in vocabulary.words(FACTS).find_groups(grid.sheet):
        return [], []
    told: list[_Told] = []
    practices: list[tuple[Line, Practice]] = []
    beside = _describes(reading)  # what stands around its own maps is known; only findings are told in passing
    for line in lines(grid, [table.region for table in reading.tables]):
        known = fact_named(line.label, vocabulary) if line.label else None
        if line.headed and not known:
            continue
        made = [_made(grid, line, fact, known) for fact in facts(line.label, line.text, known, vocabulary)]
        made = [each for each in made if each.fact.field == _FINDING] if beside else made
        told += [each for each in made if not any(_same(each, other) for other in told)]
        practices += [] if beside else [(line, practice) for practice in _practices(grid, line, vocabulary)]
    return told, practices


def _same(one: _Told, other: _Told) -> bool:
    return one.entry.place == other.entry.place and one.fact.field == other.fact.field


def _made(grid: Grid, line: Line, fact: Fact, known: FieldMatch | None) -> _Told:
    match = known if known and known.field == fact.field else FieldMatch(fact.field, "fuzzy", _SURENESS)
    shown = line.label or line.text
    lane = Lane(fact.field, shown, place_of(grid, *line.label_at), match.match, match.confidence)
    return _Told(fact, line, lane, Entry(fact.text, place_of(grid, *line.text_at), line.label))


def _practices(grid: Grid, line: Line, vocabulary: Vocabulary) -> Iterator[Practice]:
    """What a line says of how maps and personas are kept up: "Both are gone over every autumn"."""
    whole = f"{line.label}: {line.text}" if line.label else line.text
    topics = set(vocabulary.words(_TOPICS).find_groups(whole))
    hindered = {"not_yet", "guiding"}.intersection(vocabulary.words(FACTS).find_groups(whole))
    if topics >= _KEPT_UP and not hindered and "habit" in vocabulary.words("answers").find_groups(line.text):
        place = place_of(grid, *line.text_at)
        yield Practice(Entry(whole, place_of(grid, *line.label_at)), Entry(line.text, place, line.label))


def _shown(reading: Reading, told: Sequence[_Told], practices: Sequence[tuple[Line, Practice]]) -> Reading:
    """The sheet that tells, with what it tells as a table of its own and nothing of it unread."""
    said = [each.line for each in told] + [line for line, _ in practices]
    lanes = tuple(dict.fromkeys(each.lane for each in told))
    rows, columns = [line.row for line in said], [at for line in said for at in (line.label_at[1], line.text_at[1])]
    table = Table(
        kind="other",
        layout="other",
        region=Area(min(rows), min(columns), max(rows), max(columns)),
        confidence=_SURENESS,
        explained=len(said),
        lanes=lanes,
        practices=tuple(practice for _, practice in practices),
    )
    places = {entry.place.cell for each in told for entry in (each.entry, each.lane)}
    places |= {entry.place.cell for _, practice in practices for entry in (practice.question, practice.answer)}
    unread = tuple(cell for cell in reading.unread if cell.place.cell not in places)
    return replace(reading, tables=(*reading.tables, table), unread=unread)


def _with(table: Table, told: Iterable[_Told]) -> Table:
    """A table with its maps and personas told what they do not say themselves."""
    of_maps, of_personas = _fields(told, MAPS), _fields(told, PERSONAS)
    if table.kind == "other" or not (of_maps or of_personas):
        return table
    maps = tuple(replace(j, about={**j.about, **_new(of_maps, j.about)}) for j in table.maps)
    personas = tuple(replace(p, fields={**p.fields, **_new(of_personas, p.fields)}) for p in table.personas)
    return replace(table, maps=maps, personas=personas)


def _fields(told: Iterable[_Told], of: str) -> Fields:
    found: dict[str, tuple[Entry, ...]] = {}
    for each in told:
        name = each.fact.field if of == MAPS else _OF_PERSONAS.get(each.fact.field, "")
        if of in each.fact.of and name and (of == PERSONAS or name in _OF_MAPS):
            found[name] = (*found.get(name, ()), each.entry)
    return found


def _new(told: Fields, own: Fields) -> Fields:
    return {name: found for name, found in told.items() if not any(entry.given for entry in own.get(name, ()))}
