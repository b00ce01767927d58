"""What a sheet's name and title lines say that it is about."""

from __future__ import annotations

from pathlib import PurePath

from cxaudit.grid import Grid
from cxaudit.model import Entry, Place
from cxaudit.pattern import pattern
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import filled
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

IMPROVEMENTS = "improvements"
"""The kind of title that lists of improvements have; they are no sheets of a kind of their own."""

_TITLE_ROWS = 6
_LONGEST_TITLE = 120
_MOST_WORDS = 8
_FEWEST_WORDS = 2
_PARTED = pattern(r"\w(?::|\s[-–—|])\s+\w")
_SENTENCE_ENDS = pattern(r"[^\W\d_]{3,}[.!?]\s+[^\W\da-z_]")
_BULLETS = ("- ", "* ", "\u2022", "\u2013 ")


def title_kinds(grid: Grid, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds that the sheet's name or first lines speak of; those of the file's name where they speak of none."""
    return own_kinds(grid, vocabulary) or vocabulary.title_kinds(PurePath(grid.workbook).stem)


def own_kinds(grid: Grid, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds that the sheet's own name and first lines speak of."""
    own = vocabulary.title_kinds(grid.sheet)
    lines = [text for _, _, text in _lone_texts(grid, 1, _TITLE_ROWS)][:2]
    lines = [line for line in lines if not is_sentence(line)]
    kinds = [*own, *(kind for line in lines for kind in vocabulary.title_kinds(line))]
    return tuple(dict.fromkeys(kinds))


def is_sentence(text: str) -> bool:
    """Whether a line explains something and is no title."""
    ends = text.rstrip().endswith((".", ":", "!", "?", "。", "：", "！", "？")) or bool(_SENTENCE_ENDS.search(text))
    return ends and word_count(text) > _MOST_WORDS


def is_title(corner: str, vocabulary: Vocabulary) -> bool:
    """Whether a corner is the title of its map ("Journey two: Ada, a guest") and no word for its stages."""
    line = corner.strip().split("\n", 1)[0]
    if len(line.split()) < _FEWEST_WORDS or "stage" in {m.field for m in vocabulary.fields(line, "journey")}:
        return False
    return "journey" in vocabulary.title_kinds(line) or bool(_PARTED.search(line))


def title_above(grid: Grid, row: int, first_table: bool) -> Entry:
    """The title of a table that begins in a row: the sheet's first line, or the nearest heading above a later table.

    A list and the heading of a list are none.
    """
    lone = _lone_texts(grid, 1, row - 1)
    items = {found for found, _, text in lone if text.lstrip().startswith(_BULLETS)}
    listed = items | {found - 1 for found in items}
    texts = [each for each in lone if each[0] not in listed and not each[2].rstrip().endswith((".", "!", "。", "！"))]
    if texts:
        found, column, text = texts[0] if first_table else texts[-1]
        return Entry(text.split("\n", 1)[0].strip(), place_of(grid, found, column))
    return Entry(grid.sheet, Place(grid.workbook, grid.sheet, "A1"))


def _lone_texts(grid: Grid, top: int, bottom: int) -> list[tuple[int, int, str]]:
    """Cells that stand alone in their row and are short enough for a title."""
    found = []
    for row in range(top, min(bottom, grid.height) + 1):
        cells = filled(grid, row)
        if len(cells) == 1 and len(grid.text(row, cells[0])) <= _LONGEST_TITLE:
            found.append((row, cells[0], grid.text(row, cells[0])))
    return found
