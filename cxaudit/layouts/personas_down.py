"""Personas down, labels across.

Persona | Age | Works as        | Aims | Worries
Farah   | 29  | Junior engineer | …    | …
Moira   | 47  | Head teacher    | …    | …
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Persona, Place
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, lanes_of
from cxaudit.tables.lists.recordlists import is_people_list, is_record_list
from cxaudit.tables.maps.mapparts import fields_of, telling_share
from cxaudit.tables.personas.namecolumns import names_column, with_names_beside
from cxaudit.tables.personas.perpersona import lists_what_they_have
from cxaudit.tables.personas.personacatalogue import is_catalogue
from cxaudit.tables.personas.personaparts import clean_name, persona_weight, speaks_of_personas, tells_of_somebody
from cxaudit.tables.personas.propernames import named as named_label
from cxaudit.tables.rowtables import RowTable, find_row_tables
from cxaudit.tables.told.valuetold import told_by_values
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

NAME = "one-row-per-persona"
_SURELY_PERSONAS, _MOST_WORDS_OF_A_NAME = 4, 6
_STRIVEN_FOR = frozenset({"goal", "need", "motivation", "dissatisfaction_driver", "satisfaction_driver", "quote"})
_MOST_RECORDED = 2
_TELLING = frozenset({"role", "goal", "need", "behaviour", "motivation", "dissatisfaction_driver"})


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The personas of a sheet that have a row each; lists of real people are left alone."""
    return claim_to_sheet(grid, "persona", partial(_tables, grid, vocabulary))


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    kinds = title_kinds(grid, vocabulary)
    titled = speaks_of_personas(grid, kinds, vocabulary)
    for found in find_row_tables(grid, vocabulary, "persona"):
        table = with_names_beside(grid, found)
        wanting = _who_wants_what(grid, table) if titled else None
        key = _headed_name(table) or names_column(grid, table, vocabulary) or _key(table) or wanting
        personal, shared = persona_weight(table.fields)
        named = titled or (key is not None and "persona" in vocabulary.title_kinds(key.text))
        headed = key is not None and _headed_by_personas(table, key, vocabulary)
        enough = (shared >= 1 and (personal >= 1 or headed or key is wanting)) if named else personal >= 3
        if key and not enough:
            names = (grid.spread_text(row, key.column) for row in table.body)
            catalogue = titled and is_catalogue(grid, table, key, vocabulary)
            enough = catalogue or tells_of_somebody(names, table.labels, vocabulary)
        if key and enough and not _of_others(grid, table, key, kinds):
            labels = tuple(key if label.column == key.column else label for label in table.labels)
            yield _table(grid, replace(table, labels=labels), key, vocabulary)


def _headed_by_personas(table: RowTable, key: Label, vocabulary: Vocabulary) -> bool:
    """Whether the column of names is headed "Persona", with two or more of them and what they want."""
    called = key.field in ("name", "segment") and "persona" in vocabulary.title_kinds(key.text)
    return called and len(table.body) > 1 and bool(table.fields & {"goal", "need"})


def _of_others(grid: Grid, table: RowTable, key: Label, kinds: Sequence[str]) -> bool:
    """Whether the rows are real people, or what personas have and not these themselves."""
    return lists_what_they_have(grid, table, key, kinds) or is_people_list(table) or _of_records(grid, table)


def _of_records(grid: Grid, table: RowTable) -> bool:
    """Records of real people: not where they are told by their kind more than by their names, nor where several
    columns tell what people strive for and suffer from, which no register holds.
    """
    kinds = sum(label.field == "segment" for label in table.labels)
    written = kinds > ("name" in table.fields) or len(table.fields & _STRIVEN_FOR) >= _MOST_RECORDED
    return not written and is_record_list(grid, table)


def _headed_name(table: RowTable) -> Label | None:
    return next((label for label in table.labels if label.field == "name"), None)


def _key(table: RowTable) -> Label | None:
    """The first column, if it lists kinds of people, or is unknown and stands before what only personas have."""
    first = table.labels[0]
    telling = sum(1 for label in table.labels if label.field in _TELLING)
    if first.field == "segment" and telling >= 2:
        return first
    return named_label(first) if not first.telling and telling >= _SURELY_PERSONAS else None


def _who_wants_what(grid: Grid, table: RowTable) -> Label | None:
    """The first column, if it names a kind of people in each row, and what they want stands right beside it."""
    first, beside = table.labels[:2]
    names = [grid.text(row, first.column) for row in table.body]
    short = all(names) and all(word_count(name) <= _MOST_WORDS_OF_A_NAME for name in names)
    named = not first.telling or first.field in {"role", "segment", "persona"}
    several = len(names) > 1 and len(set(names)) == len(names)
    return named_label(first) if several and short and named and beside.field in {"goal", "need"} else None


def _table(grid: Grid, table: RowTable, key: Label, vocabulary: Vocabulary) -> Table:
    said = [[grid.spread_text(row, label.column) for row in table.body] for label in table.labels]
    table = replace(table, labels=told_by_values(table.labels, said, vocabulary, "persona"))
    first, last = table.labels[0].column, table.labels[-1].column
    place = Place(grid.workbook, grid.sheet, area_address(Area(table.header, first, table.header, last)))
    shown = lanes_of(grid, table.labels)
    rows = [row for row in table.body if grid.spread_text(row, key.column)]
    personas = []
    for row in rows:
        text = grid.spread_text(row, key.column)
        name = Entry(clean_name(text), place_of(grid, row, key.column), key.text, vocabulary.placeholder(text))
        rest = ((label, row, label.column) for label in table.labels if label is not key)
        personas.append(Persona(name, place, {"name": (name,), **fields_of(grid, rest, vocabulary)}, shown))
    return Table(
        kind="persona",
        layout=NAME,
        region=table.region,
        confidence=round(telling_share(table.labels), 3),
        explained=sum(len(filled(grid, row, table.first, table.last)) for row in (table.header, *rows)),
        lanes=shown,
        personas=tuple(personas),
    )
