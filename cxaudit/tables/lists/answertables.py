"""Statements on how the programme is run with an answer beside each, told by the answers and not by any heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cxaudit.grid import Area, Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import filled
from cxaudit.vocabulary import Vocabulary, WordList
from cxaudit.words.labeltext import word_count

_LOOKED_AT_ROWS, _LOOKED_AT_COLUMNS = 300, 6
_LEAST_ROWS, _MOST_GAP = 3, 1
_WORDS_OF_A_STATEMENT, _MOST_WORDS_OF_AN_ANSWER = 4, 14
_TOPICS = 2
_SCALE = pattern(r"^\d{1,3}(?:[.,]\d)?\s*(?:%|(?:/|of|von|sur|de)\s*\d{1,3})?$")
_MARKS = frozenset({"x", "✓", "✔", "☑", "✅", "●", "•", "1"})
_AGREEING, _HABIT = "yes", "habit"


class Answered(Struct, frozen=True):
    """A row with a statement: its columns, and the answer that its cell gives or that the marked column is headed."""

    row: int
    question: int
    answer: int
    text: str


class AnswerTable(Struct, frozen=True):
    """Statements with answers below each other. `header` is 0 where no row heads them."""

    header: int
    rows: tuple[Answered, ...]
    first: int
    last: int

    @property
    def region(self) -> Area:
        return Area(self.header or self.rows[0].row, self.first, self.rows[-1].row, self.last)


def find_answer_tables(grid: Grid, vocabulary: Vocabulary, titled: bool) -> Iterator[AnswerTable]:
    """The tables of a sheet in which most rows state a practice and answer it; a title asks for fewer of them."""
    topics, answers = vocabulary.words("practice-topics"), vocabulary.words("answers")
    for column in range(1, min(grid.width, _LOOKED_AT_COLUMNS) + 1):
        for rows in _stretches(grid, column):
            ranked = _ranked(grid, rows, column, answers)
            found = ranked or _answered(grid, rows, column, answers)
            described = not titled and _describe(grid, found, answers)
            if len(found) >= _LEAST_ROWS and not described and _on_topic(grid, found, topics, titled):
                yield _table(grid, found, answers, bool(ranked))


def _stretches(grid: Grid, column: int) -> Iterator[list[int]]:
    """Runs of rows whose cell in a column states or asks something and has a cell behind it."""
    run: list[int] = []
    for row in range(1, min(grid.height, _LOOKED_AT_ROWS) + 1):
        if _states(grid.text(row, column)) and filled(grid, row, column + 1):
            if run and row - run[-1] > _MOST_GAP + 1:
                yield run
                run = []
            run.append(row)
    yield run


def _states(text: str) -> bool:
    return text.rstrip().endswith(("?", "？")) or word_count(text) >= _WORDS_OF_A_STATEMENT


def _answered(grid: Grid, rows: Sequence[int], column: int, answers: WordList) -> list[Answered]:
    """The rows with the nearest column in which nearly all of them hold an answer."""
    for beside in range(column + 1, min(grid.width, column + 3) + 1):
        texts = [grid.text(row, beside) for row in rows]
        if sum(_is_answer(text, answers) for text in texts) * 4 >= len(rows) * 3:
            return [Answered(row, column, beside, text) for row, text in zip(rows, texts, strict=True)]
    return []


def _is_answer(text: str, answers: WordList) -> bool:
    """Whether a text begins like an answer: yes, no, partly, a tick, a mark on a scale, a habit."""
    said = text.strip()
    if not said or word_count(said) > _MOST_WORDS_OF_AN_ANSWER:
        return False
    return bool(_SCALE.match(said) or answers.opening(said)[0] or answers.is_whole(said))


def _ranked(grid: Grid, rows: Sequence[int], column: int, answers: WordList) -> list[Answered]:
    """The rows of which each marks one of several columns that are headed by answers ("Yes", "Partly", "No")."""
    header = _header_row(grid, rows[0]) if rows else 0
    heads = [c for c in filled(grid, header, column + 1) if answers.is_whole(grid.text(header, c))] if header else []
    if len(heads) < 2:
        return []
    found = []
    for row in rows:
        marked = [c for c in heads if grid.text(row, c)]
        mark = grid.text(row, marked[0]).strip() if len(marked) == 1 else ""
        if mark.casefold() in _MARKS or answers.find_groups(mark) == (_AGREEING,):
            found.append(Answered(row, column, marked[0], grid.text(header, marked[0])))
    return found if len(found) * 4 >= len(rows) * 3 else []


def _header_row(grid: Grid, row: int) -> int:
    """The row right above with several texts, or none."""
    return row - 1 if row > 1 and filled(grid, row - 1) else 0


def _on_topic(grid: Grid, found: Sequence[Answered], topics: WordList, titled: bool) -> bool:
    """Whether enough of the statements speak of how a programme is run."""
    told = sum(1 for each in found if len(topics.find_groups(grid.text(each.row, each.question))) >= _TOPICS)
    return told * (4 if titled else 2) >= len(found)


def _describe(grid: Grid, found: Sequence[Answered], answers: WordList) -> bool:
    """Whether rows begin with a name each that the statement only describes, with figures or dates beside it.

    So do features and tasks. Numbers before the statements count them, and names that come again sort them.
    """
    if any(answers.opening(each.text)[1] not in ("", _HABIT) for each in found):
        return False
    for column in range(1, found[0].question if found else 1):
        names = [grid.text(each.row, column) for each in found]
        if len(set(names)) == len(names) and sum(" " in name for name in names) * 4 >= len(names) * 3:
            return True
    return False


def _table(grid: Grid, found: Sequence[Answered], answers: WordList, headed: bool) -> AnswerTable:
    header = _header_row(grid, found[0].row)
    first = found[0]
    beside = grid.text(header, first.answer) if header else ""
    if not headed and (not beside or _is_answer(beside, answers)):
        header = 0
    columns = [c for each in found for c in filled(grid, each.row, first.question)]
    return AnswerTable(header, tuple(found), first.question, max(columns))
