"""Where names and quotes stand: the entries of a reading by field, and what a grid says beside a label."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.model import Entry, Fields
from cxaudit.pattern import pattern
from cxaudit.words.labeltext import fold

_BEHIND = pattern(r"\s*[:：=]\s*|\s+[-–—]\s+")
_DEEPEST = 1000
_LONGEST_LABEL = 5


def entries_of(reading: Reading) -> Iterator[tuple[str, Entry]]:
    """Every entry of a reading with the name of its field."""
    for table in reading.tables:
        holders: list[Fields] = [persona.fields for persona in table.personas]
        holders += [metric.fields for metric in table.metrics]
        holders += [practice.fields for practice in table.practices]
        for journey in table.maps:
            holders.append(journey.about)
            for stage in journey.stages:
                holders += [stage.fields, *(step.fields for step in stage.steps)]
        yield from ((name, entry) for fields in holders for name, found in fields.items() for entry in found)


def labelled(grid: Grid, labels: Collection[str]) -> Iterator[str]:
    """What stands to the right of a label or under it, and behind it in its own cell."""
    for row, column, text in grid.cells():
        if fold(text.rstrip(" :：")) in labels:
            if _heads_its_row(grid, row, column):
                right = (grid.text(row, at) for at in range(column + 1, grid.width + 1))
                yield from (found for found in right if found and fold(found) not in labels)
            below = (grid.text(at, column) for at in range(row + 1, min(grid.height, row + _DEEPEST) + 1))
            yield from (found for found in below if found and fold(found) not in labels)
        else:
            for line in text.splitlines():
                yield from _behind(line, labels)


def _heads_its_row(grid: Grid, row: int, column: int) -> bool:
    """Whether a label speaks of what stands to its right: nothing stands before it, or nothing below."""
    return not any(grid.text(row, at) for at in range(1, column)) or not grid.text(row + 1, column)


def _behind(line: str, labels: Collection[str]) -> Iterator[str]:
    """What stands behind a label on its own line: "Owner: Ana Ruiz", "Prepared by Ana Ruiz"."""
    label, *rest = _BEHIND.split(line, maxsplit=1)
    if rest and fold(label) in labels:
        yield rest[0].strip()
        return
    words = line.split()
    for size in range(min(_LONGEST_LABEL, len(words) - 1), 1, -1):
        if fold(" ".join(words[:size])) in labels:
            yield " ".join(words[size:])
            return
