"""Outweighs: at least a given share of what a subject says lies outside a group of fields."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim, satisfied
from cxaudit.check import Evidence, Params
from cxaudit.finding import Judgement, Verdict, cannot_tell, judged
from cxaudit.model import Entry
from cxaudit.part import key
from cxaudit.subject import Subject, cite


class CheckParams(Params):
    """The fields to outweigh (demographics), the fields that count for neither side, and the share wanted."""

    type: Literal["outweighs"]
    fields: tuple[str, ...] = key(min_length=1, description="the fields to outweigh")
    beside: tuple[str, ...] = key(default=(), description="fields that count for neither side, such as the name")
    share: float = key(default=0.5, gt=0, le=1)

    def field_names(self) -> tuple[str, ...]:
        return (*super().field_names(), *self.beside)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of subjects that say enough outside the group; labels are counted, not words."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    verdicts = tuple(v for v in (_verdict(subject, params) for subject in found) if v is not None)
    return judged(verdicts) if verdicts else cannot_tell("none of them says anything beside a name")


def _verdict(subject: Subject, params: CheckParams) -> Verdict | None:
    inside, outside = _labels(subject, params)
    if not inside and not outside:
        return None
    share = Fraction(len(outside), len(inside) + len(outside))
    words = (f"{len(outside)} of {len(inside) + len(outside)} data points are not of this group",)
    if share >= Fraction(str(params.share)):
        return satisfied(subject, words=words)
    missing = ", ".join(e.label or e.text for e in inside.values())
    return Verdict(subject.id, subject.title, Fraction(0), missing, cite(inside.values()), words=words)


def _labels(subject: Subject, params: CheckParams) -> tuple[dict[str, Entry], dict[str, Entry]]:
    inside: dict[str, Entry] = {}
    outside: dict[str, Entry] = {}
    for layer in subject.layers:
        for name, found in layer.items():
            base = name.split(".")[0]
            if name in params.beside or base in params.beside:
                continue
            side = inside if name in params.fields or base in params.fields else outside
            for entry in found:
                if entry.given:
                    side.setdefault(entry.label or name, entry)
    return inside, outside
