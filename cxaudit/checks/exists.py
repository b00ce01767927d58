"""Exists: the programme has at least one map or persona that says more than its name."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import SCOPES, aim
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, judged, not_applicable
from cxaudit.part import key
from cxaudit.subject import Subject
from cxaudit.subjects import subjects

_LEFT_OUT = {"persona": "journeys", "map": "personas", "metric": "personas"}


class CheckParams(Params):
    """What must exist, and how many of its fields must be given beside the name."""

    type: Literal["exists"]
    of: Literal["programme"]
    what: Literal["map", "persona", "metric"]
    fields_at_least: int = key(default=1, ge=0)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """Met when one exists; not met when the files hold other things but none of these."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    if evidence.programme.scope == _LEFT_OUT.get(params.what):
        return not_applicable(SCOPES[evidence.programme.scope])
    there = subjects(evidence.programme, params.what)
    full = [s for s in there if _given(s) >= params.fields_at_least]
    programme = found[0]
    if full:
        cells = tuple(Cited(s.place, s.text) for s in full)
        return judged((Verdict(programme.id, programme.title, Fraction(1), cells=cells),))
    cells = tuple(Cited(s.place, s.text) for s in there) or (Cited(programme.header),)
    missing = f"only the name of {', '.join(s.title for s in there)}" if there else f"no {params.what}"
    return judged((Verdict(programme.id, programme.title, Fraction(0), missing, cells),))


def _given(subject: Subject) -> int:
    """How many fields are given, the name apart."""
    asked = ((layer, name) for layer in subject.layers for name in layer.names if name != "name")
    return sum(1 for layer, name in asked if layer.texts(name))
