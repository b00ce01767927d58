"""What is in doubt about a reading: labels matched by likeness only, or that could stand for something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cxaudit.layout import Reading
from cxaudit.model import Lane


class Doubt(Struct, frozen=True):
    """One label to decide on: where it stands, what it was taken for, and what else it could be."""

    workbook: str
    sheet: str
    cell: str
    label: str
    field: str
    choices: tuple[str, ...]
    confidence: float


def doubts_of(readings: Sequence[Reading]) -> tuple[Doubt, ...]:
    """The labels of sheets that are in doubt, each once a sheet, in the order of the sheets."""
    seen: dict[tuple[str, str, str], Doubt] = {}
    for reading in readings:
        for lane in _doubtful(reading):
            choices = tuple(dict.fromkeys((lane.field, *lane.alternatives)))
            doubt = Doubt(
                reading.workbook, reading.sheet, lane.place.cell, lane.label, lane.field, choices, lane.confidence
            )
            seen.setdefault((reading.workbook, reading.sheet, lane.label), doubt)
    return tuple(seen.values())


def _doubtful(reading: Reading) -> Iterator[Lane]:
    for table in reading.tables:
        for lane in table.lanes:
            others = [name for name in lane.alternatives if name != lane.field]
            if lane.label and lane.match != "mapping" and (lane.match == "fuzzy" or others):
                yield lane
