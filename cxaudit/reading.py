"""A grid made a reading: every layout tries, and of those that claim one region the one that explains most is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxaudit import plugins
from cxaudit.addresses import address
from cxaudit.grid import Area, Grid
from cxaudit.layout import Reading, Table, Unread
from cxaudit.model import Place
from cxaudit.tables.around import about
from cxaudit.tables.around.loose import with_loose_labels
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.claims import TABLE_KINDS, chosen
from cxaudit.tables.denied import denied
from cxaudit.tables.headingsonly import headings_only
from cxaudit.tables.maps.jobs import with_jobs
from cxaudit.tables.maps.mapparts import phase_matches
from cxaudit.tables.personas.personaremarks import with_persona_remarks
from cxaudit.tables.personas.personasections import persona_section
from cxaudit.vocabulary import Vocabulary

NO_WORD, ONE_JOB = "no word of", "the map covers one job on purpose"
WHOLE_MAP = "the title or the stages together tell what the map is of"
"""How the remarks on a stage's phase begin where not its name told it."""

_LAYOUTS = "cxaudit.layouts"
_MOST_UNREAD = 200


def load_layouts() -> None:
    """Import the layouts ahead of their use, while a file is waited for."""
    plugins.modules(_LAYOUTS)


def read_grid(grid: Grid, vocabulary: Vocabulary, kind: str = "") -> Reading:
    """How one sheet is read: its tables, what stands around them, and the cells that nothing explains.

    A `kind` that somebody has laid down for the sheet leaves only the tables of that kind.
    """
    vocabulary = vocabulary.spoken_in(text for _, _, text in grid.cells())
    passed_over = headings_only(grid, vocabulary)
    layouts = () if passed_over else plugins.modules(_LAYOUTS).values()
    claims = (claim for layout in layouts for claim in layout.read(grid, vocabulary))
    kinds = title_kinds(grid, vocabulary)
    tables = chosen(claims, kinds, kind)
    denials = () if kind else denied(grid, tables, kinds, vocabulary)
    tables = tuple(table for table in tables if not any(table is denial.table for denial in denials))
    found = about.remarks(grid, [table.region for table in tables], vocabulary)
    tables = with_persona_remarks(about.with_remarks(tables, found), found)
    told = {remark.row for remark in found}
    lead = _leading(tables, kinds)
    section = persona_section(grid, tables, lead, vocabulary)
    tables = with_loose_labels(grid, tables, lead, told | section.rows, vocabulary, section.lanes)
    tables = with_jobs(grid, tables, vocabulary)
    lead = _leading(tables, kinds)
    return Reading(
        workbook=grid.workbook,
        sheet=grid.sheet,
        hidden=grid.hidden,
        kind=lead.kind if lead else "other",
        layout=lead.layout if lead else "other",
        confidence=lead.confidence if lead else 0.0,
        tables=tables,
        unread=_unread(grid, tables, told | _title_rows(tables)),
        notes=(
            *([passed_over] if passed_over else []),
            *(f"{cell}: {note}" for cell, note in grid.notes.items()),
            *_placed(tables, vocabulary),
            *map(str, denials),
        ),
    )


def _leading(tables: tuple[Table, ...], kinds: tuple[str, ...]) -> Table | None:
    """The table that gives the sheet its kind: of the kind that the title names, else of that which explains most."""
    by_kind: dict[str, float] = {}
    for table in (t for t in tables if t.kind in TABLE_KINDS):
        by_kind[table.kind] = by_kind.get(table.kind, 0.0) + table.explained * table.confidence
    if not by_kind:
        return None
    most = max(by_kind, key=lambda k: (by_kind[k], -TABLE_KINDS.index(k)))
    if "journey" in by_kind and "journey" in kinds and "touchpoints" in by_kind:
        del by_kind["touchpoints"]  # beside a map it tells more of that map
    kind = next((named for named in kinds if named in by_kind), most)
    return max((t for t in tables if t.kind == kind), key=lambda t: t.explained * t.confidence)


def _placed(tables: Iterable[Table], vocabulary: Vocabulary) -> Iterator[str]:
    """A remark on each stage whose phase only its map's job, its cells or its place among the others tell."""
    for journey in (journey for table in tables for journey in table.maps):
        for stage, match in zip(journey.stages, phase_matches(journey.stages, vocabulary), strict=True):
            if journey.job and stage.phases != match.phases:
                so = f"so this stage is {' and '.join(stage.phases)}"
                yield f'{stage.name.place.cell}: {ONE_JOB} ("{journey.job}"), {so}'
            elif stage.phases != match.phases:
                yield f"{stage.name.place.cell}: {WHOLE_MAP}, so this stage is {' and '.join(stage.phases)}"
            elif match.by_place or match.said:
                words = ", ".join(f'"{word}"' for word in match.said)
                by = f"what it holds speaks of {words}, so" if words else "by its place among the stages"
                why = f'{NO_WORD} "{stage.name.text}" tells its phase; {by} it is {" and ".join(match.phases)}'
                yield f"{stage.name.place.cell}: {why}"


def _title_rows(tables: Iterable[Table]) -> set[int]:
    """The rows of the titles that maps are named by."""
    cells = [journey.title.place.cell for table in tables for journey in table.maps]
    return {int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for cell in cells if ":" not in cell}


def _unread(grid: Grid, tables: tuple[Table, ...], told: set[int]) -> tuple[Unread, ...]:
    found = list(_first(_outside(grid, [table.region for table in tables], told)))
    return tuple(found)


def _outside(grid: Grid, regions: list[Area], told: set[int]) -> Iterator[Unread]:
    reason = "no table of this sheet takes it in" if regions else "nothing on this sheet was recognised"
    for row, columns in enumerate(grid.filled, start=1):
        if row in told or not columns:
            continue
        beside = [area for area in regions if area.top <= row <= area.bottom]
        if any(area.left <= columns[0] and columns[-1] <= area.right for area in beside):
            continue
        for column in columns:
            if not any(area.left <= column <= area.right for area in beside):
                yield Unread(Place(grid.workbook, grid.sheet, address(row, column)), grid.text(row, column), reason)


def _first(found: Iterator[Unread]) -> Iterator[Unread]:
    for number, unread in enumerate(found):
        if number >= _MOST_UNREAD:
            return
        yield unread
