"""Lists of improvements told by their cells: what is to be done, who does it, and by when, whatever heads them.

Things for the autumn         | Chap                | Ready in
Ring back within the hour     | Lead of advice line | 31 January 2027
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cxaudit.dates import find_date
from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.tables.personas.propernames import looks_like_a_name
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_LOOKED_AT_ROWS, _LOOKED_AT_COLUMNS = 60, 3
_NUMBER = pattern(r"^[(#]?(?:[A-Za-z]{1,3}[-. ]?)?\d{1,3}[.)]?$|^[A-Za-z][.)]?$")
_LEAST_ROWS, _LEAST_COLUMNS, _MOST_COLUMNS = 3, 3, 7
_LEAST_WORDS, _MOST_WORDS_OF_A_DATE = 3, 4
_TOLD, _SURE_OF_PEOPLE = 0.7, 0.9


def find_promise_tables(grid: Grid, vocabulary: Vocabulary) -> Iterator[RowTable]:
    """The small tables of a sheet with one column of dates, one of people, and what they are to do first.

    A plan with a beginning and an end for each task has two columns of dates, and is none.
    """
    for column in range(1, min(grid.width, _LOOKED_AT_COLUMNS) + 1):
        for rows in _stretches(grid, column):
            header, *body = rows
            columns = filled(grid, header, column)
            if len(body) < _LEAST_ROWS or not _LEAST_COLUMNS <= len(columns) <= _MOST_COLUMNS:
                continue
            told = _told(grid, header, columns, body, vocabulary)
            if told:
                labels = tuple(_label(grid, header, c, told.get(c, ""), vocabulary) for c in columns)
                yield RowTable(header, labels, tuple(body), column, columns[-1])


def _stretches(grid: Grid, column: int) -> Iterator[list[int]]:
    """Runs of unbroken rows that begin in a column and have a cell behind it."""
    run: list[int] = []
    for row in range(1, min(grid.height, _LOOKED_AT_ROWS) + 1):
        cells = filled(grid, row)
        if len(cells) > 1 and cells[0] == column:
            run.append(row)
        elif run:
            yield run
            run = []
    if run and grid.height <= _LOOKED_AT_ROWS:
        yield run


def _told(
    grid: Grid, header: int, columns: Sequence[int], body: Sequence[int], vocabulary: Vocabulary
) -> dict[int, str]:
    """What the columns hold; empty where they are no promises."""
    texts = {c: [text for row in body if any(map(str.isalnum, text := grid.text(row, c)))] for c in columns}
    first, *rest = columns[1:] if counts_rows(grid, columns[0], body) else columns
    deeds = [text for text in texts[first] if word_count(text) >= _LEAST_WORDS]
    if len(deeds) * 3 < len(body) * 2 or len(set(deeds)) < len(deeds):
        return {}
    dates = [c for c in rest if _mostly([_is_date(text, vocabulary) for text in texts[c]])]
    named = [c for c in rest if c not in dates and _names_people(grid.text(header, c), vocabulary)]
    people = named or [c for c in rest if c not in dates and _half([_is_somebody(t, vocabulary) for t in texts[c]])]
    if len(dates) != 1 or not people:
        return {}
    return {first: "opportunity", people[0]: "owner", dates[0]: "other.due"}


def counts_rows(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether a column does nothing but number its rows: 1, 2, 3; A, B; M-01."""
    texts = [text for row in rows if (text := grid.text(row, column).strip())]
    return len(texts) > 1 and len(set(texts)) == len(texts) and all(map(_NUMBER.match, texts))


def _label(grid: Grid, header: int, column: int, field: str, vocabulary: Vocabulary) -> Label:
    label = label_at(grid, header, column, vocabulary, "practices")
    return replace(label, matches=(FieldMatch(field, "fuzzy", _TOLD),)) if field else label


def _mostly(holds: Sequence[bool]) -> bool:
    return len(holds) > 1 and sum(holds) * 3 >= len(holds) * 2


def _half(holds: Sequence[bool]) -> bool:
    return len(holds) > 1 and sum(holds) * 2 >= len(holds)


def _is_date(text: str, vocabulary: Vocabulary) -> bool:
    return len(text.split()) <= _MOST_WORDS_OF_A_DATE and find_date(text, vocabulary) is not None


def _names_people(head: str, vocabulary: Vocabulary) -> bool:
    """Whether a head surely says that those stand below it who do it."""
    told = vocabulary.fields(head, "practices")[:1]
    return any(m.field in ("owner", "other.action_owner") and m.confidence >= _SURE_OF_PEOPLE for m in told)


def _is_somebody(text: str, vocabulary: Vocabulary) -> bool:
    if vocabulary.words("functions").uses(text) or "owner" in vocabulary.words("lane-values").find_groups(text):
        return True
    return len(text.split()) > 1 and looks_like_a_name(text)
