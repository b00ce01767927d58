"""Lanes of a service blueprint told by the lines between them: what the customer meets, and what he does not see."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label, filled
from cxaudit.vocabulary import FieldMatch, Vocabulary

LINES = "blueprint-lines"
_VISIBILITY, _INTERACTION, _INTERNAL = "visibility", "interaction", "internal"
_SEEN, _UNSEEN = "touchpoint", "backstage"
_ACTS = frozenset({"activity", "touchpoint", "channel", "step_definition"})
_SURE, _SURENESS = 0.85, 0.65
_ABOVE, _MOST_WORDS = 3, 7


class _Lines(Struct, frozen=True):
    """The rows of the lines; 0 for one that is not drawn."""

    interaction: int = 0
    visibility: int = 0
    internal: int = 0


def parted_by_lines(grid: Grid, run: Sequence[Label], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels of a table; between the lines of a blueprint those that say nothing stand for their place.

    A line that is drawn through all columns is no lane. Labels that surely name a lane keep it.
    """
    lines = _lines_of(grid, run, vocabulary)
    if not lines.visibility:
        return tuple(run)
    first = lines.interaction or next((x.row for x in run if x.fields == ("activity",)), 0)
    drawn = {lines.interaction, lines.visibility, lines.internal}
    return tuple(_placed(label, first, lines.visibility) for label in run if label.row not in drawn)


def _placed(label: Label, first: int, visibility: int) -> Label:
    """A label with the field of its place: seen by the customer behind the `first` row, unseen behind the line."""
    doubted = label.sureness < _SURE and set(label.fields) <= _ACTS
    if label.row > visibility and doubted:
        return replace(label, matches=(FieldMatch(_UNSEEN, "fuzzy", _SURENESS),))
    if first and first < label.row < visibility and not label.matches:
        return replace(label, matches=(FieldMatch(_SEEN, "fuzzy", _SURENESS),))
    return label


def _lines_of(grid: Grid, run: Sequence[Label], vocabulary: Vocabulary) -> _Lines:
    words = vocabulary.words(LINES)
    found: dict[str, int] = {}
    for row in range(max(1, run[0].row - _ABOVE), run[-1].row) if run else ():
        text = _line_text(grid, row, vocabulary)
        for name in (_INTERNAL, _VISIBILITY, _INTERACTION):
            if text and words.find_in(name, text):
                found.setdefault(name, row)
                break
    return _Lines(**found)


def _line_text(grid: Grid, row: int, vocabulary: Vocabulary) -> str:
    """What a row says that says one thing only, all the way or beside strokes; empty for other rows."""
    texts = dict.fromkeys(grid.text(row, column) for column in filled(grid, row))
    saying = (text for text in texts if any(map(str.isalnum, text)) and not vocabulary.placeholder(text))
    said = tuple(islice(saying, 2))  # the second shows that the row says several things
    return said[0] if len(said) == 1 and len(said[0].split()) <= _MOST_WORDS else ""
