"""Filled: each subject gives a real value in one of the fields."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxaudit.aim import aim, lacking
from cxaudit.check import Evidence, Params
from cxaudit.finding import Judgement, judged


class CheckParams(Params):
    """Which fields count; one of them is enough."""

    type: Literal["filled"]
    fields: tuple[str, ...] = Field(min_length=1)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of subjects that give one of the fields."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    verdicts = tuple(lacking(subject, params.fields) for subject in found if not subject.gives(params.fields))
    return judged(verdicts, satisfied=len(found) - len(verdicts))
