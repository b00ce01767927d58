"""Tables with the same labels under headings: the stages of one map, or a map each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.tables.maps.customers import names_tell, surely_named, tells_of_customers
from cxaudit.tables.maps.inventories import heading_above
from cxaudit.tables.maps.journeytables import key_column, names_of
from cxaudit.tables.maps.mapparts import lanes_known
from cxaudit.tables.maps.stageheadings import says_stage
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.series import counts_on

_SURE = 0.9
_LEAST_STAGES, _LEAST_LANES = 3, 2

Headed = tuple[tuple[RowTable, tuple[int, int] | None], ...]


def under_headings(grid: Grid, tables: list[RowTable], vocabulary: Vocabulary) -> Iterator[Headed]:
    """Tables with the same labels, each under a heading of its own, are the stages of one map.

    Where each goes through phases of its own, they are a map each: "Amal's journey", "Nadeesha's journey".
    """
    for alike in _alike(tables):
        headings = [heading_above(grid, table) for table in alike]
        named = [grid.text(*cell) for cell in headings if cell]
        apart = _name_maps(named, alike, vocabulary) or all(_goes_through_phases(grid, t, vocabulary) for t in alike)
        if len(alike) > 1 and all(headings) and not apart:
            yield tuple(zip(alike, headings, strict=True))
        else:
            yield from (((table, None),) for table in alike)


def _alike(tables: Iterable[RowTable]) -> Iterable[list[RowTable]]:
    """The tables in groups: of the same labels word for word, or else of labels that mean the same."""
    groups: dict[tuple[str, ...], list[RowTable]] = {}
    worded: dict[tuple[str, ...], tuple[str, ...]] = {}
    for table in tables:
        meant = tuple(label.field or label.text for label in table.labels)
        key = worded.setdefault(tuple(label.text for label in table.labels), meant)
        groups.setdefault(key, []).append(table)
    return groups.values()


def stage_by_stage(
    grid: Grid, tables: Sequence[RowTable], kinds: tuple[str, ...], vocabulary: Vocabulary
) -> list[RowTable]:
    """Tables with the same labels under headings that count the stages: a map, though none would be one by itself."""
    headed = [(table, heading) for table in tables if (heading := heading_above(grid, table))]
    alike = [(t, h) for t, h in headed if t.fields == headed[0][0].fields]
    names = [grid.text(*heading) for _, heading in alike]
    if len(alike) < _LEAST_STAGES or not counts_on(names) or not _are_stages(names, vocabulary):
        return []
    core, lanes = lanes_known(alike[0][0].fields)
    sure = surely_named(alike[0][0].labels)
    told = core >= 1 and lanes >= _LEAST_LANES and tells_of_customers(sure, names, kinds, vocabulary)
    return [table for table, _ in alike] if told else []


def _are_stages(headings: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether headings say so ("Stage 2: …"), or tell of the relation by their own words."""
    return all(says_stage(heading, vocabulary) for heading in headings) or names_tell(headings, vocabulary)


def _goes_through_phases(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> bool:
    key = key_column(table)
    told = [vocabulary.phases(name)[0] for name in names_of(grid, table)] if key and key.field == "stage" else []
    known = [phase for phase in told if phase != "unclear"]
    return len(set(known)) >= _LEAST_STAGES and len(known) * 2 > len(told)


def _name_maps(headings: Sequence[str], tables: Sequence[RowTable], vocabulary: Vocabulary) -> bool:
    """Whether headings each are the title of a map: they say so, or the stages have a column and they name no phase."""
    if all("journey" in vocabulary.title_kinds(heading) for heading in headings):
        return True
    keys = [key_column(table) for table in tables]
    staged = all(key is not None and key.field == "stage" and key.sureness >= _SURE for key in keys)
    return staged and not names_tell(headings, vocabulary)
