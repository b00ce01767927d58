"""Last: the last stage of a map is not of certain phases."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, cannot_tell, judged
from cxaudit.model import PHASES, JourneyMap
from cxaudit.part import key
from cxaudit.subjects import map_subject


class CheckParams(Params):
    """The phases that a map must not end on."""

    type: Literal["last"]
    of: Literal["map"]
    not_in: tuple[str, ...] = key(min_length=1)

    def verify(self) -> None:
        unknown = [phase for phase in self.not_in if phase not in PHASES]
        if unknown:
            raise ValueError(f"'{unknown[0]}' is no phase; phases are {', '.join(PHASES)}")


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of maps that end on another phase; where no phase at the end is known, nobody can tell."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    maps = [m for m in evidence.programme.maps if not m.inventory]
    verdicts = tuple(v for v in (_verdict(journey, params) for journey in maps) if v is not None)
    return judged(verdicts) if verdicts else cannot_tell("the phase of the last stages could not be told")


def _verdict(journey: JourneyMap, params: CheckParams) -> Verdict | None:
    known = [stage for stage in journey.stages if set(stage.phases) - {"unclear"}]
    if not known or not journey.stages:
        return None
    subject, end = map_subject(journey), known[-1]
    fails = all(phase in params.not_in for phase in end.phases)
    if journey.job and not set(journey.job_phases) & set(params.not_in):
        fails = False  # a job of another phase ends where the job ends
    if fails and end is not journey.stages[-1]:
        return None  # what comes after the last known stage may well lie beyond the sale
    cells = (Cited(end.name.place, end.name.text),)
    missing = f"a stage after {end.name.text}" if fails else ""
    return Verdict(subject.id, subject.title, Fraction(not fails), missing, cells)
