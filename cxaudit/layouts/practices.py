"""Questions on how the programme is run, and their answers.

Question                     | Answer | Evidence
Do we train people in CX?    | Partly | Course plan 2026
"""

from __future__ import annotations

from collections.abc import Iterable

from cxaudit.grid import Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, Practice
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, lanes_of
from cxaudit.tables.mapparts import fields_of, telling_share
from cxaudit.tables.rowtables import RowTable, find_row_tables
from cxaudit.tables.titles import title_kinds
from cxaudit.vocabulary import Vocabulary

NAME = "list"
_WORDS_OF_A_QUESTION = 4


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """The question and answer tables of a sheet."""
    kinds = title_kinds(grid, vocabulary)
    for table in find_row_tables(grid, vocabulary, "practices"):
        question = _question(grid, table)
        answer = _column(table, "other.answer")
        if question and answer and _asks(grid, table, question, "practices" in kinds):
            yield _table(grid, table, question, answer, vocabulary)


def _question(grid: Grid, table: RowTable) -> Label | None:
    """The column of questions; where several headings would do, the one whose cells ask most."""
    columns = [label for label in table.labels if label.field == "other.question"]
    return max(columns, key=lambda label: (_asked(grid, table, label), -label.column), default=None)


def _asked(grid: Grid, table: RowTable, label: Label) -> int:
    texts = [grid.spread_text(row, label.column) for row in table.body]
    return sum(1 for text in texts if text.rstrip().endswith(("?", "？")) or len(text.split()) >= _WORDS_OF_A_QUESTION)


def _column(table: RowTable, field: str) -> Label | None:
    return next((label for label in table.labels if label.field == field), None)


def _asks(grid: Grid, table: RowTable, question: Label, titled: bool) -> bool:
    return _asked(grid, table, question) * (4 if titled else 2) >= len(table.body)


def _table(grid: Grid, table: RowTable, question: Label, answer: Label, vocabulary: Vocabulary) -> Table:
    rest = tuple(label for label in table.labels if label not in (question, answer))
    practices = [
        Practice(
            _entry(grid, row, question, vocabulary),
            _entry(grid, row, answer, vocabulary),
            fields_of(grid, ((label, row, label.column) for label in rest), vocabulary),
        )
        for row in table.body
        if grid.text(row, question.column)
    ]
    return Table(
        kind="practices",
        layout=NAME,
        region=table.region,
        confidence=round(max(0.6, telling_share(table.labels)), 3),
        explained=sum(len(filled(grid, row, table.first, table.last)) for row in (table.header, *table.body)),
        lanes=lanes_of(grid, table.labels),
        practices=tuple(practices),
    )


def _entry(grid: Grid, row: int, label: Label, vocabulary: Vocabulary) -> Entry:
    text = grid.spread_text(row, label.column)
    return Entry(text, place_of(grid, row, label.column), label.text, vocabulary.placeholder(text))
