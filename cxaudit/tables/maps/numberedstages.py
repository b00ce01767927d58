"""Stages whose own column only numbers them: their names stand in the next one.

Stage | Name         | Touchpoints        Stage # | Stage  | Emotions
1     | Looking      | Posters            1       | Search | Curious
2     | First visit  | Hall               2       | Visit  | Tense
"""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label
from cxaudit.tables.maps.customers import names_tell
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_STAGED = frozenset({"stage", "step"})
_SAYS_NOTHING = frozenset({"", "other"})
_NAMES = frozenset({"name", "role", "other"})
_SURE, _MOST_WORDS, _LOOKED_AT = 0.8, 8, 200
_NUMBER = (FieldMatch("other", "fuzzy", 0.8),)


def with_names_of_numbers(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> RowTable:
    """The table; where the column of the stages holds numbers alone, the names right of it are the stages."""
    for key, beside in zip(table.labels, table.labels[1:], strict=False):
        if key.field in _STAGED and key.sureness >= _SURE and _only_numbers(grid, table, key):
            if not _names_them(grid, table, key, beside, vocabulary):
                return table
            named = replace(beside, matches=(FieldMatch(key.field, "fuzzy", _SURE),))
            told = {key: replace(key, matches=_NUMBER), beside: beside if beside.field == key.field else named}
            return replace(table, labels=tuple(told.get(label, label) for label in table.labels))
    return table


def _only_numbers(grid: Grid, table: RowTable, label: Label) -> bool:
    texts = _texts(grid, table, label)
    return len(texts) > 1 and all(text.strip(" .)#").isdigit() for text in texts)


def _names_them(grid: Grid, table: RowTable, key: Label, beside: Label, vocabulary: Vocabulary) -> bool:
    """Whether a column holds a short name for each number, and its heading says so, or the names tell of the relation.

    Headings for names are those that personas have too: "Name", "Title".
    """
    texts = _texts(grid, table, beside)
    numbers = len(set(_texts(grid, table, key)))
    if len(texts) < numbers or len(set(texts)) < numbers or any(word_count(x) > _MOST_WORDS for x in texts):
        return False
    if beside.field in _STAGED:
        return beside.field == key.field and not _only_numbers(grid, table, beside)
    heads = {match.field for match in vocabulary.fields(beside.text, "persona")}
    return beside.field in _SAYS_NOTHING and (bool(heads & _NAMES) or names_tell(texts, vocabulary))


def _texts(grid: Grid, table: RowTable, label: Label) -> list[str]:
    return [text for row in table.body[:_LOOKED_AT] if (text := grid.text(row, label.column))]
