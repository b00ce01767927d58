"""The rows of a table as fields: a column's texts are looked at once, and entries are made when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from cxaudit.grid import Grid
from cxaudit.rowfields import Column, Columns, Part, RowFields, silent_in
from cxaudit.tables.cells import parts_of
from cxaudit.tables.labels import Label, names_measure
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import heading


class RowReader:
    """What rows of a sheet say under labels across the top."""

    def __init__(self, grid: Grid, rows: Iterable[int], vocabulary: Vocabulary) -> None:
        self._grid, self._vocabulary = grid, vocabulary
        self._texts = {row: _texts(grid, row) for row in rows}
        self._rows = tuple(self._texts.values())
        self._columns: dict[tuple[Label, str], Column] = {}
        self._together: dict[tuple[Label, ...], Columns] = {}

    def columns(self, labels: Iterable[Label]) -> Columns:
        """The columns of the labels by field; one that is not understood is `other`. Stages alike share theirs."""
        asked = tuple(labels)
        known = self._together.get(asked)
        if known is None:
            known = self._together[asked] = Columns(self._grid, self._by_field(asked))
        return known

    def _by_field(self, labels: Iterable[Label]) -> dict[str, tuple[Column, ...]]:
        by_field: dict[str, tuple[Column, ...]] = {}
        for label in labels:
            for field in label.fields or ("other",):
                by_field[field] = (*by_field.get(field, ()), self._column(label, field))
        return by_field

    def fields(self, row: int, columns: Columns) -> RowFields:
        """What a row says in the columns."""
        return RowFields(columns, row, self._texts[row])

    def _column(self, label: Label, field: str) -> Column:
        known = self._columns.get((label, field))
        if known is None:
            known = self._columns[label, field] = self._read(label, field)
        return known

    def _read(self, label: Label, field: str) -> Column:
        index, shown = label.column - 1, heading(label.text)
        measure = shown if field == "metric" and names_measure(label.text, self._vocabulary) else ""
        parts: dict[str, tuple[Part, ...]] = {}
        texts = set(map(itemgetter(index), self._rows))
        for text in texts if measure else self._vocabulary.unsettled(texts):
            found = parts_of(text, field, self._vocabulary)
            if measure:
                found = tuple((said if why_not else f"{measure}: {said}", why_not) for said, why_not in found)
            if found != ((text, ""),):
                parts[text] = found
        return Column(index, shown, parts, silent_in(parts))


def _texts(grid: Grid, row: int) -> tuple[str, ...]:
    """The texts of a row, with those of merged ranges in all of their cells."""
    texts = grid.rows[row - 1]
    if len(texts) < grid.width or (grid.merged and "" in texts):
        return tuple(grid.spread_text(row, column) for column in range(1, grid.width + 1))
    return texts
