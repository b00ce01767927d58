"""A catalogue of personas: who they are by name, and beside it what no list of headings knows.

    Persona catalogue
    ID  | Persona        | Seen at      | What for
    1   | Sunday angler  | River, shop  | Fresh bait, a chat, and a permit for one day
    2   | Match angler   | Web shop     | Rods by the model number, always in a hurry

Nothing but the title and the heading "Persona" tells it, so the names must be a list of kinds of people.
"""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

_LEAST_ROWS, _MOST_ROWS, _MOST_WORDS_OF_A_NAME, _WORDS_OF_PROSE = 3, 20, 6, 4
_AMONG_FIRST, _SURE = 2, 0.95


def is_catalogue(grid: Grid, table: RowTable, key: Label, vocabulary: Vocabulary) -> bool:
    """Whether a table of a sheet of personas names one in each row and tells of each; days or figures tell of none."""
    headed = key.sureness >= _SURE and "persona" in vocabulary.title_kinds(key.text)
    if not headed or key not in table.labels[:_AMONG_FIRST] or not _LEAST_ROWS <= len(table.body) <= _MOST_ROWS:
        return False
    names = _texts(grid, table, key)
    if not all(names) or len(set(names)) < len(names) or any(word_count(n) > _MOST_WORDS_OF_A_NAME for n in names):
        return False
    beside = [_texts(grid, table, label) for label in table.labels if label.column > key.column]
    dated = any(sum(any(map(str.isdigit, text)) for text in texts) * 2 > len(texts) for texts in beside)
    return not dated and any(_is_prose(texts) for texts in beside)


def _texts(grid: Grid, table: RowTable, label: Label) -> list[str]:
    return [grid.spread_text(row, label.column) for row in table.body]


def _is_prose(texts: list[str]) -> bool:
    """Whether a column says something else in nearly every row, in more than a few words."""
    telling = {text for text in texts if word_count(text) >= _WORDS_OF_PROSE}
    return len(telling) * 3 >= len(texts) * 2
