"""How an output names cells: with the workbook where there are several, and many cells in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from cxaudit.scorecard import CellInfo, Scorecard


class Citing:
    """Names cells of one scorecard: "Journey!D14", or "bank.xlsx: Journey!D14" among several workbooks."""

    def __init__(self, workbooks: Iterable[str]) -> None:
        self._names = _short_names(tuple(dict.fromkeys(workbooks)))

    @classmethod
    def of(cls, scorecard: Scorecard) -> Citing:
        return cls(sheet.workbook for sheet in scorecard.sheets)

    def workbook(self, path: str) -> str:
        """A workbook's file name, with as much of its folder as tells it from the others."""
        return self._names.get(path, path)

    def sheet(self, workbook: str, sheet: str) -> str:
        return f"{self.workbook(workbook)}: {sheet}" if len(self._names) > 1 else sheet

    def cell(self, place: CellInfo) -> str:
        return f"{self.sheet(place.workbook, place.sheet)}!{place.cell}"

    def cells(self, places: Iterable[CellInfo], most: int) -> str:
        """Several cells, the sheet said once: "Journey!D14, E14, F14 and 6 more"."""
        named: list[str] = []
        before = ("", "")
        listed = tuple(places)
        for place in listed[:most]:
            here = (place.workbook, place.sheet)
            named.append(place.cell if here == before else self.cell(place))
            before = here
        more = f" and {len(listed) - most} more" if len(listed) > most else ""
        return ", ".join(named) + more


def _short_names(paths: tuple[str, ...]) -> dict[str, str]:
    parts = {path: PurePath(path.replace("\\", "/")).parts for path in paths}
    return {path: _shortest(path, parts) for path in paths}


def _shortest(path: str, parts: dict[str, tuple[str, ...]]) -> str:
    own = parts[path]
    for length in range(1, len(own) + 1):
        tail = own[-length:]
        if sum(1 for other in parts.values() if other[-length:] == tail) == 1:
            return "/".join(tail)
    return path
