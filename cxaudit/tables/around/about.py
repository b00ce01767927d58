"""What stands around the tables of a sheet: whose journey it is, where it comes from, when it was reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, Fields, JourneyMap, Lane
from cxaudit.pattern import pattern
from cxaudit.tables.around.frontmatter import SENTENCES
from cxaudit.tables.around.valuefacts import told_by_value
from cxaudit.tables.cells import entries_of, names_in, place_of
from cxaudit.tables.labels import filled
from cxaudit.vocabulary import FieldMatch, Vocabulary

_INLINE = pattern(r"^([^:：\n]{2,60})[:：]\s*(\S.*)$", re.DOTALL)
_LONGEST_VALUE = 400
_LOOKED_AT = 400
_MOST_BESIDE = 2
_FEWEST_COLUMNS = 4
_LONGEST_OPENING, _LATEST_OPENING = 4, 8
_DATED = ("other.reviewed", "other.since")
_LONGEST_LABEL, _SURE = 60, 0.6
_TOLD_BELOW = frozenset({"persona", "evidence"})
_ALIKE = {"evidence": "evidence", "last_updated": "other.reviewed", "last_updated.since": "other.since"}
_PART = pattern(r"[\n;|·()]|,\s|\.\s+(?=\w)|\s[-–—]\s")


class Remark(Struct, frozen=True):
    """A label and its value outside every table."""

    row: int
    lane: Lane
    entries: tuple[Entry, ...]


def remarks(grid: Grid, taken: Iterable[Area], vocabulary: Vocabulary) -> tuple[Remark, ...]:
    """The labelled values of a sheet that stand outside the areas taken by tables."""
    areas = tuple(taken)
    top = min((area.top for area in areas), default=0)
    return tuple(r for row in _free_rows(grid, areas) for r in _row_remarks(grid, row, row < top, vocabulary))


def _free_rows(grid: Grid, areas: tuple[Area, ...]) -> Iterator[int]:
    inside = {row for area in areas for row in range(area.top, area.bottom + 1)}
    return (row for row in range(1, min(grid.height, _LOOKED_AT + len(inside)) + 1) if row not in inside)


def _row_remarks(grid: Grid, row: int, above: bool, vocabulary: Vocabulary) -> Iterator[Remark]:
    cells = filled(grid, row)
    parts = _parts(grid.text(row, cells[0]), vocabulary) if len(cells) == 1 else ()
    if len(parts) > 1:
        yield from (r for part in parts for r in _part_remarks(grid, row, cells[0], part, above, vocabulary))
        return
    if above and (remark := _told_by_value(grid, row, cells, vocabulary)):
        yield remark
        return
    if _heads_rows(grid, row, cells):
        return
    if remark := _told_below(grid, row, cells, vocabulary):
        yield remark
        return
    skip = 0
    for index, column in enumerate(cells):
        text = grid.text(row, column)
        if column == skip:
            continue
        inline = _INLINE.match(text)
        after = cells[index + 1] if index + 1 < len(cells) else 0
        if _is_band(grid, row, column) and after and _is_band(grid, row, after):
            continue
        if after and len(cells) <= 6 and (match := fact_named(text.rstrip(":： "), vocabulary)):
            skip = after
            yield _remark(grid, row, column, text, grid.text(row, after), after, match, vocabulary)
            continue
        label, told = (inline.group(1), inline.group(2)) if inline else ("", text)
        if match := fact_named(label, vocabulary) if label else None:
            yield _remark(grid, row, column, label, told, column, match, vocabulary)
        if len(cells) <= _MOST_BESIDE:
            for said, value, found in _sayings(told, vocabulary):
                if match is None or match.field == "other" or (found.field in _DATED and found.field != match.field):
                    yield _remark(grid, row, column, said, value, column, found, vocabulary)


def _parts(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The parts of a line, each with the sentences of one fact: "Source: 9 talks. All taped. Last review: May 2026"."""
    parts: list[str] = []
    for sentence in SENTENCES.split(text):
        inline = _INLINE.match(sentence)
        begins = fact_named(inline.group(1), vocabulary) if inline else next(_sayings(sentence, vocabulary), None)
        if begins or not parts:
            parts.append(sentence)
        else:
            parts[-1] = f"{parts[-1]} {sentence}"
    return tuple(parts)


def _part_remarks(
    grid: Grid, row: int, column: int, part: str, above: bool, vocabulary: Vocabulary
) -> Iterator[Remark]:
    """What one part of a line says: under its label, by its value where nobody knows that, or without one."""
    inline = _INLINE.match(part)
    label, told = (inline.group(1), inline.group(2)) if inline else ("", part)
    match = fact_named(label, vocabulary) if label else None
    if label and match is None and above:
        match = told_by_value(label, told, vocabulary)
    if match:
        yield _remark(grid, row, column, label, told, column, match, vocabulary)
    else:
        for said, value, found in _sayings(told, vocabulary):
            yield _remark(grid, row, column, said, value, column, found, vocabulary)


def _told_below(grid: Grid, row: int, cells: tuple[int, ...], vocabulary: Vocabulary) -> Remark | None:
    """A heading that asks whose journey it is or what it rests on, with the answer alone in the row below."""
    below = filled(grid, row + 1) if len(cells) == 1 and row < grid.height else ()
    alone = len(below) == 1 and not _INLINE.match(grid.text(row, cells[0]))
    match = fact_named(grid.text(row, cells[0]).rstrip(":： "), vocabulary) if alone else None
    if match is None or match.field not in _TOLD_BELOW or match.match == "fuzzy":
        return None
    label, value = grid.text(row, cells[0]), grid.text(row + 1, below[0])
    remark = _remark(grid, row, cells[0], label, value, below[0], match, vocabulary)
    place = place_of(grid, row + 1, below[0])
    return replace(remark, entries=tuple(replace(entry, place=place) for entry in remark.entries))


def _heads_rows(grid: Grid, row: int, cells: tuple[int, ...]) -> bool:
    """Whether a row of several cells stands on rows with the same cells: the columns of a table, no pairs."""
    return len(cells) >= _FEWEST_COLUMNS and all(filled(grid, below) == cells for below in (row + 1, row + 2))


def _told_by_value(grid: Grid, row: int, cells: tuple[int, ...], vocabulary: Vocabulary) -> Remark | None:
    """A pair above the tables whose label nobody knows, but whose value is a date or tells what the map rests on."""
    if len(cells) == 2:
        label, at, value = grid.text(row, cells[0]), cells[1], grid.text(row, cells[1])
    elif len(cells) == 1 and (inline := _INLINE.match(grid.text(row, cells[0]))):
        label, at, value = inline.group(1), cells[0], inline.group(2)
    else:
        return None
    if fact_named(label.rstrip(":： "), vocabulary):
        return None
    match = told_by_value(label, value, vocabulary)
    return _remark(grid, row, cells[0], label, value, at, match, vocabulary) if match else None


def _sayings(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str, FieldMatch]]:
    """What a line says without a colon: "Version 4, revised 1 October 2026", "Based on 14 interviews"."""
    for part in _PART.split(text[:_LONGEST_VALUE]):
        words = part.split()
        dated = any(map(str.isdigit, part))
        for start in range(min(_LATEST_OPENING, len(words) - 1) if dated else min(1, len(words))):
            if said := _said_from(words[start:], start > 0, vocabulary):
                yield said
                break


def _said_from(words: list[str], inside: bool, vocabulary: Vocabulary) -> tuple[str, str, FieldMatch] | None:
    """What words open with; `inside` a sentence only a review or a beginning: "Portraits in use since spring 2021"."""
    for length in range(min(_LONGEST_OPENING, len(words) - 1), 1 if inside else 0, -1):
        match = fact_named(" ".join(words[:length]), vocabulary)
        if match and match.match != "fuzzy" and _may_open(match.field, words, length):
            return (" ".join(words[:length]), " ".join(words[length:]), match) if _tells(match, inside) else None
    return None


def _tells(match: FieldMatch, inside: bool) -> bool:
    return not inside or match.field in _DATED


def _may_open(field: str, words: list[str], length: int) -> bool:
    """A review or a beginning needs a date behind it; a source an opening of two words, for one may be a noun."""
    if field in _DATED:
        return any(character.isdigit() for word in words[length:] for character in word)
    return field == "evidence" and length > 1


def _is_band(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is merged over several columns: it groups the columns of a table below."""
    area = grid.merged_area(row, column)
    return area.right > area.left


def fact_named(text: str, vocabulary: Vocabulary) -> FieldMatch | None:
    """The fact about a map that a label surely names."""
    if len(text) > _LONGEST_LABEL:
        return None
    matches = vocabulary.fields(text, "about")
    return matches[0] if matches and matches[0].confidence >= _SURE else _known_elsewhere(text, vocabulary)


def _known_elsewhere(text: str, vocabulary: Vocabulary) -> FieldMatch | None:
    """What a label says that lanes or persona cards have: a source or a review is called alike everywhere."""
    for kind in ("persona", "journey"):
        for match in vocabulary.fields(text, kind)[:1]:
            if match.field in _ALIKE and match.match != "fuzzy":
                return FieldMatch(_ALIKE[match.field], match.match, match.confidence)
    return None


def _remark(
    grid: Grid, row: int, column: int, label: str, value: str, at: int, match: FieldMatch, vocabulary: Vocabulary
) -> Remark:
    shown = label.strip().rstrip(":： ")
    lane = Lane(match.field, shown, place_of(grid, row, column), match.match, match.confidence)
    place = place_of(grid, row, at)
    texts = names_in(value) if match.field == "persona" else (value[:_LONGEST_VALUE].strip(),)
    found = tuple(Entry(text, place, shown, vocabulary.placeholder(text)) for text in texts)
    return Remark(row, lane, found or entries_of("", place, match.field, shown, vocabulary))


def with_remarks(tables: tuple[Table, ...], found: tuple[Remark, ...]) -> tuple[Table, ...]:
    """Each map told what stands around it: remarks above the first table hold for all, later ones for the next.

    Where a later map says the same of itself, what stands above the first is said of that one alone.
    """
    ordered = sorted((t for t in tables if t.maps), key=lambda t: t.region.top)
    if not ordered:
        return tables
    chosen: dict[int, list[Remark]] = {id(table): [] for table in ordered}
    for remark in found:
        for table in _meant(ordered, remark.row):
            chosen[id(table)].append(remark)
    top = ordered[0].region.top
    own = {id(t): _of_its_own(chosen[id(t)], top) if t is not ordered[0] else chosen[id(t)] for t in ordered}
    return tuple(_told(table, own.get(id(table), [])) for table in tables)


def _of_its_own(told: list[Remark], top: int) -> list[Remark]:
    """What is said of a later map, without what stands above the first of which it has its own."""
    later = {remark.lane.field for remark in told if remark.row > top}
    return [remark for remark in told if remark.row > top or remark.lane.field not in later]


def _meant(ordered: list[Table], row: int) -> list[Table]:
    if row < ordered[0].region.top:
        return ordered
    below = [table for table in ordered if table.region.top > row]
    return [below[0]] if below else [ordered[-1]]


def _told(table: Table, told: list[Remark]) -> Table:
    if not told:
        return table
    fields: dict[str, tuple[Entry, ...]] = {}
    for remark in told:
        fields[remark.lane.field] = fields.get(remark.lane.field, ()) + remark.entries
    lanes = tuple(remark.lane for remark in told)
    maps = tuple(_about(journey, fields) for journey in table.maps)
    return replace(table, lanes=table.lanes + lanes, maps=maps)


def _about(journey: JourneyMap, fields: Fields) -> JourneyMap:
    return replace(journey, about={**fields, **journey.about})
