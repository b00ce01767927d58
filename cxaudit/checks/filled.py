"""Filled: each subject gives a real value in one of the fields."""

from __future__ import annotations

from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.finding import Judgement, judged
from cxaudit.lacking import all_lacking
from cxaudit.part import key
from cxaudit.subject import not_giving


class CheckParams(Params):
    """Which fields count; one of them is enough."""

    type: Literal["filled"]
    fields: tuple[str, ...] = key(min_length=1)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of subjects that give one of the fields."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    silent = not_giving(found, params.fields)
    return judged(all_lacking(silent, params.fields), satisfied=len(found) - len(silent))
