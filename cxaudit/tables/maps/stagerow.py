"""Which row of a table with lanes names its stages: told by where it stands and what its cells look like.

The topmost row, one whose corner is empty or says "Stage", one whose cells are short names, all different, counted
through: that is a row of stages. Words of phases in it only confirm.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.headrows import Heads, heads, spread
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, word_count
from cxaudit.words.series import counts_on

ABOVE = 6
_BLANKS, _WITHIN = 3, 8
_LONGEST = 120
_SURE = 0.85
_LEAST_LOOKS = 2.0
_MANY_WORDS, _FEW_WORDS = 10, 6
_TEXT = pattern(r"[\n•;]|\.$|^\s*[-–*]\s")
_ONLY_NUMBER = pattern(r"^\W*\d{0,3}\W*$")


class StageRow(Struct, frozen=True):
    """A row that may name the stages, how much it looks like it, whether beyond doubt, and whether half tell phases.

    `finer` is the row below that parts the stages, or 0.
    """

    row: int
    looks: float
    strong: bool = False
    told: bool = False
    finer: int = 0


def stage_row(
    grid: Grid, labels: Sequence[Label], values: Sequence[int], below: int, vocabulary: Vocabulary
) -> StageRow:
    """The row that looks most like one of stages, row 0 where none does; `below` is the last row of the table above."""
    column = labels[0].column
    above = _rows_above(grid, column, labels[0].row, below)
    rows = [*above, *(label.row for label in labels[:_WITHIN])]
    top = rows[0]
    corners = {row: _corner(grid, row, column, vocabulary) for row in above} | {label.row: label for label in labels}
    found = [_looks(grid, row, corners[row], values, row == top, vocabulary) for row in rows]
    best = max(found, key=lambda each: (each.looks, -each.row))
    if best.looks < _LEAST_LOOKS:
        return StageRow(0, best.looks)
    corners |= {row: _corner(grid, row, column, vocabulary) for row in _unlabelled(grid, column, rows)}
    named = heads(grid, best.row, corners, column, vocabulary)
    if named == Heads(best.row):
        return best
    shown = _looks(grid, named.stages, corners[named.stages], values, True, vocabulary)
    return replace(shown, finer=named.finer)


def _rows_above(grid: Grid, column: int, first: int, below: int) -> list[int]:
    """The rows above the first label that hold several texts; blank rows and bands of one text are seen through."""
    found: list[int] = []
    blanks = 0
    for row in range(first - 1, max(below, first - 1 - ABOVE), -1):
        cells = filled(grid, row, column + 1)
        if len(cells) >= 2:
            if grid.text(row, column) and blanks:
                break
            found.append(row)
        elif cells:
            break
        else:
            blanks += not grid.text(row, column)
            if blanks > _BLANKS - 1 or (grid.text(row, column) and found):
                break
    return found[::-1]


def _unlabelled(grid: Grid, column: int, rows: Sequence[int]) -> list[int]:
    """The rows of several texts and no label right below others, which may part the heads above them."""
    below = [row + 1 for row in rows if row + 1 not in rows and not grid.text(row + 1, column)]
    return [row for row in below if len(filled(grid, row, column + 1)) >= 2]


def _corner(grid: Grid, row: int, column: int, vocabulary: Vocabulary) -> Label:
    beside = next((c for c in range(column, 0, -1) if grid.text(row, c)), column)
    return label_at(grid, row, beside, vocabulary, "journey")


def _looks(
    grid: Grid, row: int, corner: Label, values: Sequence[int], topmost: bool, vocabulary: Vocabulary
) -> StageRow:
    """How much a row looks like one of stages, and whether it leaves no doubt."""
    texts = [grid.spread_text(row, group[0]) for group in spread(grid, row, values, on=False)]
    if len(texts) < 2 or any(len(text) > _LONGEST for text in texts):
        return StageRow(row, -9.0)
    held = sum(1 for c in values if grid.spread_text(row, c)) / len(values)
    differing = len({fold(text) or text for text in texts}) / len(texts)
    numbered = counts_on(texts) and not all(_ONLY_NUMBER.match(text) for text in texts)
    phases = [p for p in (vocabulary.phases(bare(t))[0] for t in texts) if p != "unclear"]
    told = len(phases) / len(texts) if len(set(phases)) >= min(3, len(texts)) else 0.0
    shape = _shape(texts, vocabulary)
    looks = _said_by_corner(corner) + 1.5 * topmost + 2.5 * numbered + 1.5 * told + shape + held
    looks -= 4.0 * (differing < _SURE) + 3.0 * all(_ONLY_NUMBER.match(text) for text in texts)
    strong = differing > _SURE and shape > 0 and topmost and (numbered or told >= 0.5 or corner.field == "stage")
    return StageRow(row, looks, strong, told >= 0.5)


def _said_by_corner(corner: Label) -> float:
    if corner.field == "stage":
        return 3.0 if corner.sureness >= _SURE else 2.0
    if not corner.text:
        return 1.5
    if not corner.telling or corner.field == "step":
        return 0.5
    return -2.0 if corner.sureness >= _SURE else -1.0


def _shape(texts: Sequence[str], vocabulary: Vocabulary) -> float:
    """Names are short; texts, lists and placeholders are none."""
    words = sum(word_count(bare(text)) for text in texts) / len(texts)
    prose = sum(1 for text in texts if _TEXT.search(text.strip())) / len(texts)
    empty = sum(1 for text in texts if vocabulary.placeholder(text)) / len(texts)
    return (1.0 if words <= _FEW_WORDS else -2.0 if words > _MANY_WORDS else 0.0) - 2.0 * prose - 3.0 * empty
