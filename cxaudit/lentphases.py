"""Stages of one name on several sheets of a workbook have one phase: that of the fullest map, which knows most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cxaudit.corrections.corrected import Corrections
from cxaudit.layout import Reading
from cxaudit.model import JourneyMap
from cxaudit.stagephases import Given, with_given_phases
from cxaudit.words.labeltext import bare, fold

_LEAST_STAGES = 3
_UNCLEAR = ("unclear",)


def with_lent_phases(readings: Sequence[Reading], corrections: Corrections) -> tuple[Reading, ...]:
    """The readings, stages named as in the fullest map of their workbook with its phases.

    What an engagement file lays down for a sheet stays, and so do maps of one job and those that share too few names.
    """
    maps: dict[str, list[JourneyMap]] = defaultdict(list)
    for reading in readings:
        maps[reading.workbook] += _whole(reading)
    fullest = {workbook: max(found, key=_fullness) for workbook, found in maps.items() if len(found) > 1}
    return tuple(
        _lent(reading, fullest[reading.workbook], corrections) if reading.workbook in fullest else reading
        for reading in readings
    )


def _whole(reading: Reading) -> Iterable[JourneyMap]:
    return (journey for table in reading.tables for journey in table.maps if not journey.job)


def _fullness(journey: JourneyMap) -> tuple[bool, int, int]:
    """How much a map tells of its path: its stages whose phase is known, then its lanes; a mere list counts last."""
    known = sum(1 for stage in journey.stages if stage.phases != _UNCLEAR)
    return not journey.inventory, known, len(journey.lanes)


def _lent(reading: Reading, lender: JourneyMap, corrections: Corrections) -> Reading:
    own = corrections.get((reading.workbook, reading.sheet))
    laid_down = {fold(name) for name in own.stages} if own else set()
    lends = _by_name(lender)
    given: dict[str, Given] = {}
    for journey in _whole(reading):
        if journey.header != lender.header and _share_stages(journey, lends):
            for stage in journey.stages:
                phases = lends.get(_key(stage.name.text), _UNCLEAR)
                if phases != _UNCLEAR and fold(stage.name.text) not in laid_down:
                    why = f'"{stage.name.text}" has the phase of that stage in the fullest map, on the sheet'
                    given[stage.name.place.cell] = Given(phases, f"{why} '{lender.header.sheet}'")
    return with_given_phases(reading, given)


def _by_name(journey: JourneyMap) -> Mapping[str, tuple[str, ...]]:
    """The phases of a map's stages by their names; a name that comes twice tells nothing."""
    names = [_key(stage.name.text) for stage in journey.stages]
    return {
        name: stage.phases for name, stage in zip(names, journey.stages, strict=True) if name and names.count(name) == 1
    }


def _share_stages(journey: JourneyMap, lends: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether most stages of a map are among those of the lender."""
    names = {_key(stage.name.text) for stage in journey.stages} - {""}
    shared = len(names & lends.keys())
    return shared >= min(_LEAST_STAGES, len(lends)) and shared * 2 > len(names)


def _key(text: str) -> str:
    return fold(bare(text))
