"""Questions on how the programme is run, and their answers.

Question                     | Answer | Evidence
Do we train people in CX?    | Partly | Course plan 2026
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from cxaudit.grid import Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Lane, Practice
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, label_at, lanes_of
from cxaudit.tables.lists.answertables import AnswerTable, find_answer_tables
from cxaudit.tables.lists.promisetables import find_promise_tables
from cxaudit.tables.maps.mapparts import fields_of, telling_share
from cxaudit.tables.rowtables import RowTable, find_row_tables
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

NAME = "list"
_KIND = "practices"
_WORDS_OF_A_QUESTION = 4
_TOLD_BY_ANSWERS, _SURE = 0.7, 0.85


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The question and answer tables of a sheet; where no headings tell them, those that their answers tell."""
    return claim_to_sheet(grid, _KIND, partial(_tables, grid, vocabulary))


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    titled = "practices" in title_kinds(grid, vocabulary)
    headed = tuple(_headed(grid, vocabulary, titled))
    return headed or (
        _told_by_answers(grid, found, vocabulary)
        for found in find_answer_tables(grid, vocabulary, titled)
        if not (_numbers_alone(found) and _heads_promises(grid, found.header, vocabulary))
    )


def _headed(grid: Grid, vocabulary: Vocabulary, titled: bool) -> Iterator[Table]:
    for table in find_row_tables(grid, vocabulary, "practices"):
        question = _question(grid, table)
        answer = _column(table, "other.answer")
        if question and answer and _asks(grid, table, question, titled) and not _promises(grid, question, vocabulary):
            yield _table(grid, table, question, answer, vocabulary)


def _told_by_answers(grid: Grid, table: AnswerTable, vocabulary: Vocabulary) -> Table:
    used = {each.answer for each in table.rows} | {table.first}
    heads = [c for c in filled(grid, table.header, table.first) if c <= table.last] if table.header else []
    rest = [label_at(grid, table.header, c, vocabulary, _KIND) for c in heads if c not in used]
    lanes = [_lane(grid, table, table.first, "other.question")]
    lanes += [_lane(grid, table, column, "other.answer") for column in sorted(used - {table.first})]
    practices = []
    for each in table.rows:
        asked = grid.text(each.row, each.question)
        question = Entry(asked, place_of(grid, each.row, each.question), "", vocabulary.placeholder(asked))
        answer = Entry(each.text, place_of(grid, each.row, each.answer), "", vocabulary.placeholder(each.text))
        remarks = fields_of(grid, ((label, each.row, label.column) for label in rest), vocabulary)
        practices.append(Practice(question, answer, remarks))
    return Table(
        kind=_KIND,
        layout=NAME,
        region=table.region,
        confidence=_TOLD_BY_ANSWERS,
        explained=sum(len(filled(grid, each.row, table.first, table.last)) for each in table.rows) + len(heads),
        lanes=(*lanes, *lanes_of(grid, rest)),
        practices=tuple(practices),
    )


def _lane(grid: Grid, table: AnswerTable, column: int, field: str) -> Lane:
    row = table.header or table.rows[0].row
    shown = grid.text(row, column) if table.header else ""
    return Lane(field, shown, place_of(grid, row, column), "fuzzy", _TOLD_BY_ANSWERS)


def _question(grid: Grid, table: RowTable) -> Label | None:
    """The column of questions; where several headings would do, the one whose cells ask most."""
    columns = [label for label in table.labels if label.field == "other.question"]
    return max(columns, key=lambda label: (_asked(grid, table, label), -label.column), default=None)


def _asked(grid: Grid, table: RowTable, label: Label) -> int:
    texts = [grid.spread_text(row, label.column) for row in table.body]
    return sum(1 for text in texts if text.rstrip().endswith(("?", "？")) or word_count(text) >= _WORDS_OF_A_QUESTION)


def _column(table: RowTable, field: str) -> Label | None:
    return next((label for label in table.labels if label.field == field), None)


def _asks(grid: Grid, table: RowTable, question: Label, titled: bool) -> bool:
    return _asked(grid, table, question) * (4 if titled else 2) >= len(table.body)


def _promises(grid: Grid, question: Label, vocabulary: Vocabulary) -> bool:
    """Whether a head that only may stand for questions heads a list of what is done, by whom and by when."""
    if question.sureness >= _SURE:
        return False
    return _heads_promises(grid, question.row, vocabulary)


def _heads_promises(grid: Grid, header: int, vocabulary: Vocabulary) -> bool:
    return any(table.header == header for table in find_promise_tables(grid, vocabulary))


def _numbers_alone(table: AnswerTable) -> bool:
    """Whether the answers are bare numbers: beside dates and people they count stages, and rate nothing."""
    return all(each.text.strip().isdigit() for each in table.rows)


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
        kind=_KIND,
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
