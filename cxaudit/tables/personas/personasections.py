"""A persona told above a map, under a heading of its own: its labels are shown with the map's fields.

Persona: Alex
Age                | 17
Pain points
                   | - Forgets dates

Phase 1: …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.layout import Table
from cxaudit.model import Lane
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, label_at, short
from cxaudit.tables.maps.mapparts import CORE
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import heading

_MOST_ROWS = 60
_SURE, _OF_THE_SHEET = 0.75, 0.95
_TOLD_BY_TITLE = "persona"


class Section(Struct, frozen=True):
    """The rows of a persona's section above the map, and its labels."""

    rows: frozenset[int] = frozenset()
    lanes: tuple[Lane, ...] = ()


def persona_section(grid: Grid, tables: tuple[Table, ...], lead: Table | None, vocabulary: Vocabulary) -> Section:
    """The section above the first table of a sheet that is a map, from a heading that names a persona on."""
    if lead is None or lead.kind != "journey":
        return Section()
    top = min(table.region.top for table in tables)
    start = next((row for row in range(1, min(top, _MOST_ROWS)) if _opens(grid, row, vocabulary)), 0)
    if not start:
        return Section()
    rows = [row for row in range(start + 1, top) if not _heads_the_map(grid, row, top)]
    return Section(frozenset(rows), tuple(lane for row in rows for lane in _lanes(grid, row, vocabulary)))


def _heads_the_map(grid: Grid, row: int, top: int) -> bool:
    """Whether a line stands alone above the map with nothing between them: it is the map's title."""
    return len(filled(grid, row)) == 1 and not any(filled(grid, between) for between in range(row + 1, top))


def _opens(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    cells = filled(grid, row)
    alone = len(cells) == 1 and short(grid.text(row, cells[0]))
    return alone and vocabulary.title_kinds(grid.text(row, cells[0])) == (_TOLD_BY_TITLE,)


def _of_the_sheet(label: Label, vocabulary: Vocabulary) -> bool:
    """Whether a label is one that documents have: their version, their company, their scope."""
    about = vocabulary.fields(label.text, "about")
    return any(match.field.startswith("other") and match.confidence >= _OF_THE_SHEET for match in about)


def _surely_told(told: Sequence[FieldMatch], personal: Label) -> bool:
    """Whether a label that documents have as well says here what the persona wants or is ("Company", "Country")."""
    wanted = any(match.field == "goal" and match.match == "exact" for match in told)
    return wanted or (personal.field == "role" and personal.sureness >= _OF_THE_SHEET)


def _lanes(grid: Grid, row: int, vocabulary: Vocabulary) -> Iterator[Lane]:
    """The lanes of a row that begins with a label: those of the map that it names, else the persona."""
    cells = filled(grid, row)
    if not cells or len(cells) > 2 or not short(grid.text(row, cells[0])):
        return
    label = label_at(grid, row, cells[0], vocabulary, "journey")
    told = [match for match in label.matches if match.field in CORE and match.confidence >= _SURE]
    personal = label_at(grid, row, cells[0], vocabulary, "persona")
    if _of_the_sheet(label, vocabulary) and not _surely_told(told, personal):
        return
    if not told and personal.telling and personal.sureness >= _SURE:
        told = [FieldMatch("persona", personal.matches[0].match, personal.sureness)]
    for match in told:
        place = place_of(grid, row, cells[0])
        yield Lane(match.field, heading(label.text), place, match.match, match.confidence)
