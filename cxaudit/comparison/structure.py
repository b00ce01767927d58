"""What a programme is made of, by name and in order, so that a thing which was only renamed is known again."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from cxaudit.pieces.heatinfo import GridRow, HeatMapInfo, HeatRow
from cxaudit.scorecard import Scorecard, SheetInfo


class Kind(StrEnum):
    """What a part is; a sheet stands in a workbook, a map or a persona on a sheet, a stage in a map."""

    WORKBOOK = "workbook"
    SHEET = "sheet"
    MAP = "map"
    STAGE = "stage"
    PERSONA = "persona"


class NamedPart(Struct, frozen=True):
    """One part. `within` are the names of what it stands in, the outermost first; `traits` what it is known by."""

    kind: Kind
    within: tuple[str, ...]
    name: str
    traits: frozenset[str] = frozenset()


Structure = tuple[NamedPart, ...]


def structure_of(scorecard: Scorecard) -> Structure:
    """All parts in the order of the scorecard; workbooks are named without their folder, in small letters."""
    return (
        *_workbooks(scorecard),
        *(_sheet(sheet) for sheet in scorecard.sheets),
        *(part for one in scorecard.heat_maps for part in _map(one)),
        *(_persona(row) for row in scorecard.persona_grid),
    )


def file_name(path: str) -> str:
    """A workbook's name without its folder, in small letters: the folder is another one on every computer."""
    return path.replace("\\", "/").rpartition("/")[2].casefold()


def folded(text: str) -> str:
    """A name as it is compared: spaces and capitals do not count."""
    return " ".join(text.casefold().split())


def _workbooks(scorecard: Scorecard) -> Iterator[NamedPart]:
    traits: dict[str, set[str]] = {}
    for sheet in scorecard.sheets:
        traits.setdefault(file_name(sheet.workbook), set()).update(_sheet(sheet).traits)
    for name, found in traits.items():
        yield NamedPart(Kind.WORKBOOK, (), name, frozenset(found))


def _sheet(sheet: SheetInfo) -> NamedPart:
    traits = {sheet.kind, sheet.layout, *(folded(label.label) for label in sheet.labels)}
    return NamedPart(Kind.SHEET, (file_name(sheet.workbook),), sheet.sheet, frozenset(traits))


def _map(one: HeatMapInfo) -> Iterator[NamedPart]:
    where = (file_name(one.place.workbook), one.place.sheet)
    yield NamedPart(Kind.MAP, where, one.name, frozenset(folded(row.stage) for row in one.rows))
    for row in one.rows:
        yield _stage(row, (*where, one.name))


def _stage(row: HeatRow, within: tuple[str, ...]) -> NamedPart:
    return NamedPart(Kind.STAGE, within, row.stage, frozenset(row.phases) - {"unclear"})


def _persona(row: GridRow) -> NamedPart:
    given = frozenset(cell.data_point for cell in row.cells if cell.given)
    return NamedPart(Kind.PERSONA, (file_name(row.place.workbook), row.place.sheet), row.name, given)
