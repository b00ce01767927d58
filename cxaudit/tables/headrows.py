"""Heads of a table in two or three rows, each of which groups the columns of the one below: which row names the stages.

          | Before they know us |           | As our guests |             a band: it names no stages
    Stage | Hearing of us       | Booking   | Arriving      | Staying     the stages
    Step  | sees a sign | asks  | rings     | parks | keys  | sleeps      the steps

A head spreads over the columns that it is merged over, that repeat it, or that are blank behind it and named below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label, filled
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, word_count

_BANDS = "journey-bands"
_BAND_WORDS, _NAME_WORDS = 3, 9
_FEWEST_PHASES, _MOST_BANDS, _LEAST_GROUPS = 3, 3, 2
_SURE = 0.85


class Heads(Struct, frozen=True):
    """The row that names the stages, and the one below that parts them into steps or columns of their own, or 0."""

    stages: int
    finer: int = 0


def heads(grid: Grid, best: int, corners: Mapping[int, Label], column: int, vocabulary: Vocabulary) -> Heads:
    """The heads around the row that looks most like one of stages; `corners` are of all rows that may be heads."""
    chain = _chain(grid, best, corners, column)
    reader = _Heads(grid, column, corners, vocabulary)
    stages = chain[0]
    for row in chain[1:]:
        if not reader.only_groups(stages, row, last=row == chain[-1]):
            return Heads(stages, row)
        stages = row
    return Heads(stages)


def spread(grid: Grid, row: int, columns: Sequence[int], on: bool) -> list[list[int]]:
    """The columns that each head of a row spreads over; over blank ones only if heads go `on` over them."""
    groups: list[list[int]] = []
    for column in columns:
        text = grid.spread_text(row, column)
        if groups and (_one_head(grid, row, groups[-1][0], column) or (on and not text)):
            groups[-1].append(column)
        elif text:
            groups.append([column])
    return groups


def parted_alike(grid: Grid, row: int, groups: Sequence[Sequence[int]]) -> bool:
    """Whether a row names the same columns under each stage ("Renters", "Owners"): these are no steps of it."""
    names = [tuple(fold(grid.spread_text(row, column)) for column in group) for group in groups]
    return len(names) > 1 and len(names[0]) > 1 and len(set(names)) == 1


def only_begins(grid: Grid, row: int, groups: Sequence[Sequence[int]]) -> bool:
    """Whether a lane is filled in the first column of the stages and in no other: it is said of the whole of them."""
    several = [group for group in groups if len(group) > 1]
    given = sum(1 for group in several if grid.text(row, group[0]))
    rest = any(grid.spread_text(row, column) for group in several for column in group[1:])
    return given >= _LEAST_GROUPS and not rest


def groups_columns(grid: Grid, row: int, column: int) -> bool:
    """Whether a row above the column names groups the columns: several texts, some merged, and no label."""
    cells = filled(grid, row, column + 1)
    merged = any(grid.merged_area(row, c).right > grid.merged_area(row, c).left for c in cells)
    return len(cells) > 1 and merged and not grid.text(row, column)


def _one_head(grid: Grid, row: int, first: int, column: int) -> bool:
    """Whether two columns stand under one head: a merged one, or the same words again."""
    if grid.anchor(row, first) == grid.anchor(row, column):
        return True
    text = fold(grid.spread_text(row, column))
    return bool(text) and text == fold(grid.spread_text(row, first))


def _chain(grid: Grid, best: int, corners: Mapping[int, Label], column: int) -> list[int]:
    """The rows next to each other around the best of which each groups the columns of the one below, from the top."""
    chain = [best]
    while (above := chain[0] - 1) in corners and _groups(grid, above, chain[0], column):
        if not all(_may_head(grid, row, corners[row], column) for row in (above, chain[0])):
            break
        chain.insert(0, above)
    while (below := chain[-1] + 1) in corners and _groups(grid, chain[-1], below, column):
        if not _may_head(grid, below, corners[below], column):
            break
        chain.append(below)
    return chain


def _groups(grid: Grid, upper: int, lower: int, column: int) -> bool:
    """Whether the heads of a row spread over several columns each, which the row below names one by one."""
    columns = [c for c in range(column + 1, grid.width + 1) if grid.spread_text(lower, c)]
    if not columns or not grid.spread_text(upper, columns[0]):
        return False
    over, under = spread(grid, upper, columns, on=True), spread(grid, lower, columns, on=False)
    outside = [c for c in filled(grid, upper, column + 1) if c not in columns]
    return len(over) >= _LEAST_GROUPS and len(under) > len(over) and not outside


def _may_head(grid: Grid, row: int, corner: Label, column: int) -> bool:
    """Whether a row is one of heads and no lane: its corner says so or says nothing, and it holds names only."""
    if corner.telling and corner.field not in {"stage", "step"}:
        return False
    texts = [grid.text(row, c) for c in filled(grid, row, column + 1)]
    words = sum(word_count(bare(text)) for text in texts) / max(1, len(texts))
    return words <= _NAME_WORDS and not any("\n" in text.strip() for text in texts)


class _Heads:
    """Whether one row of heads only groups the stages that the next one names."""

    def __init__(self, grid: Grid, column: int, corners: Mapping[int, Label], vocabulary: Vocabulary) -> None:
        self._grid, self._column, self._corners, self._vocabulary = grid, column, corners, vocabulary

    def only_groups(self, upper: int, lower: int, last: bool) -> bool:
        """Corners say it first, then words for bands, then what the lanes are filled for, then the names themselves."""
        above, below = self._corners[upper], self._corners[lower]
        columns = [c for c in range(self._column + 1, self._grid.width + 1) if self._grid.spread_text(lower, c)]
        groups = spread(self._grid, upper, columns, on=True)
        if below.field == "step":
            return False
        if _are_bands([self._grid.text(upper, group[0]) for group in groups], self._vocabulary):
            return True
        if _says_stage(below) and above.field != "stage":
            return True
        if parted_alike(self._grid, lower, groups) or (last and self._lanes_follow(groups, lower)):
            return False
        return self._by_names(upper, lower, groups)

    def _lanes_follow(self, groups: Sequence[Sequence[int]], lower: int) -> bool:
        """Whether lanes are merged or filled for the whole of each head, which makes it a stage."""
        rows = [row for row in self._corners if row > lower]
        return any(self._merged_alike(row, groups) or only_begins(self._grid, row, groups) for row in rows)

    def _merged_alike(self, row: int, groups: Sequence[Sequence[int]]) -> bool:
        several = [group for group in groups if len(group) > 1]
        areas = [(self._grid.merged_area(row, group[0]), group) for group in several]
        over = sum(1 for area, group in areas if area.left == group[0] and area.right == group[-1])
        return over * 2 > len(several)

    def _by_names(self, upper: int, lower: int, groups: Sequence[Sequence[int]]) -> bool:
        """Two or three heads over more names of phases, or of stages by their corner, only group them."""
        over = {self._phase(self._grid.text(upper, group[0])) for group in groups} - {"unclear"}
        under = [self._phase(self._grid.text(lower, c)) for c in filled(self._grid, lower, self._column + 1)]
        told = len(set(under) - {"unclear"})
        if len(groups) > _MOST_BANDS or len(over) >= _FEWEST_PHASES:
            return False
        more = told >= _FEWEST_PHASES and told > len(over) and sum(p != "unclear" for p in under) * 2 >= len(under)
        unnamed = self._corners[upper].field != "stage" and len(groups) <= _LEAST_GROUPS
        return more or unnamed or _says_stage(self._corners[lower])

    def _phase(self, text: str) -> str:
        return self._vocabulary.phases(bare(text))[0]


def _says_stage(corner: Label) -> bool:
    return corner.field == "stage" and corner.sureness >= _SURE


def _are_bands(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether all texts are such as "Before", "During", "After", which group stages and are none."""
    words = vocabulary.words(_BANDS)
    return len(texts) > 1 and all(words.uses(text) and len(text.split()) <= _BAND_WORDS for text in texts)
