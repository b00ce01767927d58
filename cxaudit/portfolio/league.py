"""The league: rows put in one by one, on disk, and gone through by level and score with their places."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.portfolio.document import RankedInfo
from cxaudit.portfolio.result import ProgrammeInfo
from cxaudit.portfolio.shelf import shelf_of


class League:
    """Programmes by level, then by score, then by name; equal ones share a place."""

    def __init__(self) -> None:
        self._rows = shelf_of(ProgrammeInfo)

    def add(self, row: ProgrammeInfo) -> None:
        self._rows.put((*_standing(row), row.name), row)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[RankedInfo]:
        place, before = 0, None
        for number, row in enumerate(self._rows, start=1):
            if _standing(row) != before:
                place, before = number, _standing(row)
            yield RankedInfo(place=place, programme=row)


def _standing(row: ProgrammeInfo) -> tuple[int, float]:
    """What the league goes by: a level that a gate holds down is not made up for by the score."""
    return -(row.level or 0), -(row.score if row.score is not None else -1.0)
