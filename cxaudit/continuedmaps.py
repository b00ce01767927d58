"""A long map on several sheets, its stages counted on from one to the next: their phases are read together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cxaudit.corrections.corrected import Corrections
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.model import JourneyMap
from cxaudit.stagephases import Given, with_given_phases
from cxaudit.tables.maps.joining import goes_on
from cxaudit.tables.maps.mapparts import phase_matches
from cxaudit.vocabulary import Vocabulary

_UNCLEAR = ("unclear",)


def with_continued_maps(
    grids: Sequence[Grid], readings: Sequence[Reading], vocabulary: Vocabulary, corrections: Corrections
) -> tuple[Reading, ...]:
    """The readings, the stages of a map that goes on from sheet to sheet with the phases that they have as one."""
    given: dict[tuple[str, str], dict[str, Given]] = defaultdict(dict)
    for chain in _chains(readings):
        sheets = {(journey.header.workbook, journey.header.sheet) for journey in chain}
        texts = (text for grid in grids if (grid.workbook, grid.sheet) in sheets for _, _, text in grid.cells())
        together = _read_together(chain, vocabulary.spoken_in(texts))
        for journey, phases in zip(chain, together, strict=True):
            key = (journey.header.workbook, journey.header.sheet)
            own = corrections.get(key)
            if not (own and own.stages):
                given[key] |= _given(journey, phases, chain[0].header.sheet)
    return tuple(with_given_phases(reading, given.get((reading.workbook, reading.sheet), {})) for reading in readings)


def _chains(readings: Sequence[Reading]) -> list[list[JourneyMap]]:
    """The maps that go on from one to the next."""
    chains: list[list[JourneyMap]] = []
    for journey in (j for reading in readings for table in reading.tables for j in table.maps if not j.job):
        before = next((chain for chain in chains if goes_on(chain[-1], journey)), None)
        if before is None:
            chains.append([journey])
        else:
            before.append(journey)
    return [chain for chain in chains if len(chain) > 1]


def _read_together(chain: Sequence[JourneyMap], vocabulary: Vocabulary) -> list[list[tuple[str, ...]]]:
    """The phases of the stages of each map, all read as those of one path."""
    stages = [stage for journey in chain for stage in journey.stages]
    told = iter(phase_matches(stages, vocabulary))
    return [[next(told).phases for _ in journey.stages] for journey in chain]


def _given(journey: JourneyMap, phases: Sequence[tuple[str, ...]], first: str) -> Mapping[str, Given]:
    why = f"read together with the stages before it, which begin on the sheet '{first}'"
    also = f"read together with the stages that count on from it, as its map begins on this sheet, '{first}'"
    said = also if journey.header.sheet == first else why
    return {
        stage.name.place.cell: Given(found, f'"{stage.name.text}" has its phase as {said}')
        for stage, found in zip(journey.stages, phases, strict=True)
        if found != _UNCLEAR
    }
