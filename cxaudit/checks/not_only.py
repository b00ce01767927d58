"""Not only: one metric does not stand alone; others of the wanted class stand beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.checks.balance import distinct_metrics
from cxaudit.finding import Cited, Judgement, Verdict, not_applicable
from cxaudit.part import key


class CheckParams(Params):
    """The metric by its standard name, and how many others of a class it needs beside it."""

    type: Literal["not_only"]
    of: Literal["programme"]
    concept: str
    beside: str = key(description="the class that the others must be of")
    others: int = key(ge=1)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """How many of the wanted others there are; not applicable where the metric itself is absent."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    metrics = distinct_metrics(evidence.programme.metrics)
    own = [m for m in metrics if m.concept == params.concept]
    if not own:
        return not_applicable(f"the programme does not use {params.concept}")
    others = [m for m in metrics if m.metric_class == params.beside and m.concept != params.concept]
    there = min(len(others), params.others)
    words = tuple(m.name.text for m in others)
    cells = tuple(Cited(m.name.place, m.name.text) for m in (*own, *others))
    missing = "" if there == params.others else f"{params.others - there} more"
    verdict = Verdict("programme", "the programme", Fraction(there, params.others), missing, cells, words=words)
    return Judgement(None, "", there, params.others, Fraction(there), (verdict,))
