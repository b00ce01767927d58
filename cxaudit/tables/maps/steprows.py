"""Rows under one stage: which columns speak of the whole of it, and which rows are one step.

Stage    | Step    | Touchpoint | Owner
Deciding | Compare | Website    | Sales      the owner stands only where a stage begins: it is the stage's
         |         | Brochure   |            no step and no deed of its own: still the step above
         | Sign    | Offer      |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label

Groups = Sequence[tuple[int, Sequence[int]]]
_LEAST_GROUPS = 2
_LOOKED_AT = 200


def of_whole_stages(grid: Grid, labels: Sequence[Label], stages: Groups) -> tuple[Label, ...]:
    """The columns that are filled in the first row of the stages and in no other, as what is said of all their rows."""
    several = [rows[:_LOOKED_AT] for _, rows in stages[:_LOOKED_AT] if len(rows) > 1]
    if len(several) < _LEAST_GROUPS:
        return ()
    return tuple(label for label in labels if label.field != "step" and _only_first(grid, label.column, several))


def covers(grid: Grid, label: Label, rows: Sequence[int]) -> bool:
    """Whether one merged cell stands over all the rows."""
    area = grid.merged_area(rows[0], label.column)
    return area.top <= rows[0] and area.bottom >= rows[-1]


def rows_of_steps(
    grid: Grid, rows: Sequence[int], named: Label | None, labels: Sequence[Label]
) -> Iterator[tuple[int, ...]]:
    """The rows of each step: one, or more where its name is merged or repeated, or rows that add to it follow."""
    if named is None:
        yield from ((row,) for row in rows)
        return
    deeds = [label.column for label in labels if label.field == "activity"]
    step: list[int] = []
    known = ""
    for row, text in zip(rows, grid.spread_column(named.column, rows), strict=True):
        if known and (text == known if text else not any(grid.text(row, deed) for deed in deeds)):
            step.append(row)
            continue
        if step:
            yield tuple(step)
        step, known = [row], text
    if step:
        yield tuple(step)


def _only_first(grid: Grid, column: int, several: Sequence[Sequence[int]]) -> bool:
    given = sum(1 for rows in several if grid.text(rows[0], column))
    return given >= _LEAST_GROUPS and not any(grid.spread_text(row, column) for rows in several for row in rows[1:])
