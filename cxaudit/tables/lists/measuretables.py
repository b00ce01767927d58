"""Lists of measures told by their cells: measures down, figures and people beside them, whatever the headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.tables.personas.propernames import looks_like_a_name
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count, word_list

_LOOKED_AT_ROWS, _LOOKED_AT_COLUMNS = 200, 4
_LEAST_ROWS, _MOST_ROWS, _LONGEST_NAME = 3, 60, 6
_FIGURE = pattern(r"^\W{0,3}(?:[A-Za-z]{2,3}\s?)?\d[\d.,  ]*\s*\S{0,12}(?:\s\S{1,12}){0,3}$")
_BRACKETS = pattern(r"\s*\([^()]*\)")
_MEASURED_AT = frozenset({"persona", "channel", "touchpoint"})
_TOLD, _HALF = 0.7, 0.5


def find_measure_tables(grid: Grid, vocabulary: Vocabulary) -> Iterator[RowTable]:
    """The tables of a sheet whose rows mostly begin with a known measure and go on with figures."""
    for column in range(1, min(grid.width, _LOOKED_AT_COLUMNS) + 1):
        for rows in _stretches(grid, column):
            header, body = _parted(grid, column, rows, vocabulary)
            if len(body) >= _LEAST_ROWS and _measures(grid, column, body, vocabulary):
                last = max(c for row in rows for c in filled(grid, row, column))
                labels = tuple(_label(grid, header, c, vocabulary) for c in range(column, last + 1))
                key = replace(labels[0], matches=(FieldMatch("metric", "fuzzy", _TOLD),))
                yield RowTable(header, (key, *labels[1:]), body, column, last)


def _label(grid: Grid, header: int, column: int, vocabulary: Vocabulary) -> Label:
    return label_at(grid, header, column, vocabulary, "metrics")


def _stretches(grid: Grid, column: int) -> Iterator[list[int]]:
    """Runs of unbroken rows with a cell behind this column."""
    run: list[int] = []
    for row in range(1, min(grid.height, _LOOKED_AT_ROWS) + 1):
        if filled(grid, row, column + 1):
            run.append(row)
        elif run:
            yield run
            run = []
    yield run


def _parted(grid: Grid, column: int, rows: Sequence[int], vocabulary: Vocabulary) -> tuple[int, tuple[int, ...]]:
    """The header of a run of rows and the rows below it: the first row heads them if no measure stands in it."""
    if not rows or vocabulary.metric(grid.text(rows[0], column)).concept:
        return 0, ()
    return rows[0], tuple(row for row in rows[1:] if grid.text(row, column))


def _measures(grid: Grid, column: int, body: Sequence[int], vocabulary: Vocabulary) -> bool:
    names = [_BRACKETS.sub("", grid.text(row, column)) for row in body]
    if len(body) > _MOST_ROWS or len(set(names)) < len(names):
        return False
    known = sum(1 for name in names if word_count(name) <= _LONGEST_NAME and vocabulary.metric(name).concept)
    figures = sum(1 for row in body if any(_FIGURE.match(grid.text(row, c)) for c in filled(grid, row, column + 1)))
    return known * 5 >= len(body) * 3 and figures * 2 >= len(body)


def told_by_cells(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> RowTable:
    """The table with headings that nobody knows told by their cells.

    Of figures the last is aimed at and the first was measured; people and departments are owners.
    """
    known = {label.field for label in table.labels}
    unknown = [label for label in table.labels if not label.matches]
    measured = {
        word for x in table.labels if x.field == "metric" for text in _cells(grid, table, x) for word in word_list(text)
    }
    told = _told_by_figures([x for x in unknown if _share(_cells(grid, table, x), _is_figure) >= _HALF], known)
    if "owner" not in known:
        left = (
            (x, _cells(grid, table, x)) for x in unknown if x.column not in told and not _names_no_owner(x, vocabulary)
        )
        owners = [x for x, texts in left if _owns(texts, vocabulary) and not _are_measured(texts, measured)]
        told |= {owners[-1].column: "owner"} if owners else {}
    return replace(table, labels=tuple(_told(label, told.get(label.column, "")) for label in table.labels))


def _names_no_owner(label: Label, vocabulary: Vocabulary) -> bool:
    """Whether a heading says for whom or where something is measured: customers or channels; "Who" may not."""
    return any(m.field in _MEASURED_AT and m.match == "exact" for m in vocabulary.fields(label.text, "journey"))


def _told_by_figures(figures: list[Label], known: set[str]) -> dict[int, str]:
    told: dict[int, str] = {}
    left = list(figures)
    if left and "other.target" not in known and (len(left) > 1 or "other.baseline" in known):
        told[left.pop().column] = "other.target"
    if left and "other.baseline" not in known:
        told[left[0].column] = "other.baseline"
    return told


def _told(label: Label, field: str) -> Label:
    return replace(label, matches=(FieldMatch(field, "fuzzy", _TOLD),)) if field else label


def _owns(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    functions = vocabulary.words("functions")
    return _share(texts, lambda text: looks_like_a_name(text) or functions.uses(text)) > _HALF


def _are_measured(texts: Sequence[str], measured: set[str]) -> bool:
    """Whether cells name what is counted, as the measures do ("Parcel" beside "Parcels a day"), and no people."""
    return _share(texts, lambda text: bool(words := word_list(text)) and measured.issuperset(words)) > _HALF


def second_column_defines(table: RowTable, keys: Sequence[Label]) -> RowTable:
    """The table; a further column that is headed by a word for measures, and holds none, says how they are taken."""
    defines = (FieldMatch("other.definition", "fuzzy", _TOLD),)
    labels = (replace(x, matches=defines) if x not in keys and x.field == "metric" else x for x in table.labels)
    return replace(table, labels=tuple(labels))


def _cells(grid: Grid, table: RowTable, label: Label) -> list[str]:
    return [text for row in table.body[:_LOOKED_AT_ROWS] if any(map(str.isalnum, text := grid.text(row, label.column)))]


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.match(text))


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(1 for text in texts if holds(text)) / len(texts) if texts else 0.0
