"""Sheets of one workbook read in the light of each other.

A sheet whose labels are too few to tell a journey map from a project plan is read as a map after all where another
sheet of its workbook is one with the same stages or the same labels, or where its own stages tell of the relation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.corrections.corrected import Corrections, read_corrected
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.pattern import pattern
from cxaudit.tables.around.titles import IMPROVEMENTS, own_kinds
from cxaudit.tables.lists.plans import heads_a_plan
from cxaudit.tables.maps.customers import names_tell
from cxaudit.tables.maps.statesintime import tells_of_one_state
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold

_LEAST_STAGES, _LEAST_LABELS = 3, 3
_LEAST_IN_FULL = 2
_SHARE, _SURE = 0.6, 0.9
_LEAST_CONFIDENCE = 0.5
_LOOKED_AT = 40
_OF_THE_MAP, _AS_THE_MAP = "the stages or labels of the map", "stages of a customer's relation, as the map"
_OF_CUSTOMERS = frozenset(
    {"touchpoint", "channel", "activity", "goal", "emotion", "thought", "moment", "pain_point", "enabler", "content"}
    | {"step", "step_definition", "trust", "value", "data_shared"}
)
_DUE = "other.due"
_NO_MAPS = frozenset({"other", IMPROVEMENTS})
_COUNTED = pattern(r"^\W*[^\W\d_]+\s*\d{1,2}\s*[:.)\-–—|·：]+\s*(?=\w)")


class _Map(Struct, frozen=True):
    """What the maps of a sheet are known by: the names of their stages, and the texts of their labels."""

    sheet: str
    stages: frozenset[str]
    labels: frozenset[str]


def with_siblings(
    grids: Sequence[Grid], readings: Sequence[Reading], vocabulary: Vocabulary, corrections: Corrections
) -> tuple[Reading, ...]:
    """The readings, where sheets that nothing was seen in are read again if they go with a map of their workbook."""
    maps: dict[str, list[_Map]] = defaultdict(list)
    for reading in readings:
        if reading.kind in ("journey", "touchpoints") and reading.confidence >= _LEAST_CONFIDENCE:
            maps[reading.workbook].append(_known_by(reading))
    return tuple(
        reading
        if _tells_already(reading) or corrections.get((grid.workbook, grid.sheet))
        else _again(grid, reading, maps[grid.workbook], vocabulary)
        for grid, reading in zip(grids, readings, strict=True)
    )


def _tells_already(reading: Reading) -> bool:
    """Whether a sheet was read by itself; a list that is only shown tells nothing yet."""
    return any(table.kind != "other" or table.maps for table in reading.tables)


def _again(grid: Grid, reading: Reading, maps: Iterable[_Map], vocabulary: Vocabulary) -> Reading:
    maps = tuple(maps)
    sibling, has = next((known for known in maps if _goes_with(grid, known)), None), _OF_THE_MAP
    if sibling is None and not _NO_MAPS.intersection(own_kinds(grid, vocabulary)) and _names_stages(grid, vocabulary):
        sibling, has = next(iter(maps), None), _AS_THE_MAP
    if sibling is None:
        return reading
    again = read_corrected(grid, vocabulary.for_sheet_of("journey"), None)
    twin = has == _OF_THE_MAP and tells_of_one_state(grid, vocabulary)
    if _plans(again, vocabulary) or not _tells_more(again, twin):
        return reading
    taken = "a list that tells more of a journey map" if again.kind == "other" else "a journey map"
    note = f"A1: read as {taken}, for it has {has} on the sheet '{sibling.sheet}'"
    return replace(again, notes=(*again.notes, note))


def _tells_more(reading: Reading, twin: bool) -> bool:
    """Whether a sheet says of the stages what customers do, meet or feel there; tasks with dates only sort by them.

    A twin of the map, which tells its stages as they will be, may do so in words of its own.
    """
    fields = {lane.field for table in reading.tables for lane in table.lanes}
    return (bool(fields & _OF_CUSTOMERS) or (twin and reading.kind == "journey")) and _DUE not in fields


def _plans(reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether the labels of its table are a plan's, which may well have the stages of the map that it works on."""
    tables = (table.lanes for table in reading.tables if table.maps)
    return any(
        heads_a_plan(dict.fromkeys(x.label for x in lanes), {x.field for x in lanes}, vocabulary) for lanes in tables
    )


def _known_by(reading: Reading) -> _Map:
    names = {_key(s.name.text) for table in reading.tables for journey in table.maps for s in journey.stages}
    labels = {_key(lane.label) for table in reading.tables if table.maps for lane in table.lanes}
    return _Map(reading.sheet, frozenset(names - {""}), frozenset(labels - {""}))


def _goes_with(grid: Grid, known: _Map) -> bool:
    """Whether a row or a leading column of the sheet holds most of the stages, or a row most of the labels."""
    rows = [{_key(text) for text in row} for row in grid.rows[:_LOOKED_AT]]
    columns = [{_key(row[n]) for row in grid.rows if n < len(row)} for n in range(2)]
    stages = len(known.stages) >= _LEAST_STAGES and any(_names(texts, known.stages) for texts in (*rows, *columns))
    return stages or (len(known.labels) >= _LEAST_LABELS and any(_holds(texts, known.labels) for texts in rows))


def _names_stages(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a leading column is headed by a word for stages, and most of the names below it tell of the relation."""
    for column in range(2):
        texts = [row[column] if column < len(row) else "" for row in grid.rows[:_LOOKED_AT]]
        for place, text in enumerate(texts):
            if text and any(m.field == "stage" and m.confidence >= _SURE for m in vocabulary.fields(text, "journey")):
                names = list(takewhile(bool, texts[place + 1 :]))
                if len(names) >= _LEAST_STAGES and names_tell(names, vocabulary):
                    return True
    return False


def _names(texts: set[str], stages: frozenset[str]) -> bool:
    """Whether most of the stages are there, each by its name or what that begins with ("Buying", "Buying & VAT").

    Two at least are there in full, for single words ("Order") begin much else too.
    """
    short = frozenset(stage for stage in stages if any(stage.startswith(f"{text} ") for text in texts if text))
    return len(texts & stages) >= _LEAST_IN_FULL and _holds(texts | short, stages)


def _holds(texts: set[str], wanted: frozenset[str]) -> bool:
    found = len(texts & wanted)
    return found >= _LEAST_STAGES and found >= _SHARE * len(wanted)


def _key(text: str) -> str:
    """A name as it is compared: without the count that another sheet leaves out ("Phase 2: Buying")."""
    return fold(bare(_COUNTED.sub("", text)))
