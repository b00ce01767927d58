"""Stages that arrows lead through: line by line, in the lines of one cell, or all in one line.

The visitor's journey                 Visitor                       Finding us -> Asking -> Ordering
Sees the sign                           -> Landing page
↓                                       -> Calendar
Opens the page                          -> Confirmation
↓
Picks a day

It counts only on a sheet whose own title speaks of a journey; beside a map with lanes a chain is only its summary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from cxaudit.grid import Area, Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, JourneyMap, Stage
from cxaudit.pattern import pattern
from cxaudit.tables.around.ownjourney import is_titled_journey
from cxaudit.tables.around.titles import own_kinds, title_above
from cxaudit.tables.cells import place_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.maps.mapparts import with_phases
from cxaudit.tables.wholesheet import claim_to_sheet, is_large_table
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold, stage_label, word_count

NAME = "arrow-chains"
LAYOUT = "other"
CONFIDENCE = 0.5
_LEAST, _MOST, _MOST_WORDS, _FEW_WORDS, _LONGEST = 4, 40, 12, 5, 2000
_ARROW = r"(?:[-–—=]{1,2}>|[→⟶➔➜➝➞⇒↓⬇▼➡]\ufe0f?)"
_ONLY_ARROW = pattern(rf"^\s*[|│]?\s*{_ARROW}\s*$")
_ARROWS = pattern(rf"\s*{_ARROW}\s*")
_BULLET = pattern(r"^\s*(?:[-–—•*·▪◦‣]\s+|\d{1,2}[.)]\s+)")
_Named = list[tuple[str, int, int]]
"""Names with the row and the column of the cell that holds each."""


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The maps of a sheet whose stages arrows lead through."""
    kinds = own_kinds(grid, vocabulary)
    if is_large_table(grid) or "other" in kinds or not is_titled_journey(grid, vocabulary):
        return ()
    return claim_to_sheet(grid, "journey", partial(_tables, grid, vocabulary), 1, CONFIDENCE)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    for band in bands(grid):
        lines = lines_of(grid, band)
        chains = [*_line_by_line(lines), *(_in_cell(line) for line in lines)]
        for names in list(filter(_is_chain, chains))[:_MOST]:
            yield _table(grid, names, len(chains) == 1, vocabulary)


def _line_by_line(lines: Sequence[Line]) -> Iterator[_Named]:
    """Names that stand alone in their rows, a row that holds nothing but an arrow between each and the next."""
    names: _Named = []
    for place, line in enumerate(lines):
        arrow = place > 0 and bool(_ONLY_ARROW.match(lines[place - 1].text))
        if _ONLY_ARROW.match(line.text):
            continue
        if not (line.lone and arrow and names and names[-1][1] >= lines[place - 2].row):
            yield names
            names = []
        if line.lone:
            names.append((line.text, line.row, line.column))
    yield names


def _in_cell(line: Line) -> _Named:
    """The names that arrows part in a cell: the only one of its row, or the one beside a label."""
    text, column = (line.beside, line.values[0]) if len(line.values) == 1 else (line.text, line.column)
    if len(line.values) > 1 or len(text) > _LONGEST:
        return []
    parts = [part.strip() for part in _ARROWS.split(_BULLET.sub("", text))]
    broken = any("\n" in part for part in parts)
    return [] if broken else [(part, line.row, column) for part in parts if part]


def _is_chain(names: Sequence[tuple[str, int, int]]) -> bool:
    """Whether several short names, nearly all different, follow each other."""
    if not _LEAST <= len(names) <= _MOST or len({fold(name) for name, _, _ in names}) * 5 < len(names) * 4:
        return False
    words = [word_count(name) for name, _, _ in names]
    return max(words) <= _MOST_WORDS and sum(words) <= _FEW_WORDS * len(words)


def _table(grid: Grid, names: _Named, only: bool, vocabulary: Vocabulary) -> Table:
    told = [Stage(Entry(stage_label(name), place_of(grid, row, column))) for name, row, column in names]
    stages = with_phases(told, vocabulary)
    (_, top, _), (_, bottom, _) = names[0], names[-1]
    columns = [column for _, _, column in names]
    title = title_above(grid, top, only)
    return Table(
        kind="journey",
        layout=LAYOUT,
        region=Area(top, min(columns), bottom, max(columns)),
        confidence=CONFIDENCE,
        explained=len({(row, column) for _, row, column in names}),
        maps=(JourneyMap(title, stages[0].name.place, stages),),
    )
