"""Practice: a question on how the programme is run is answered, and the answer is yes, in part or no."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.answered import Topic, answered, asked
from cxaudit.check import Aim, Evidence, Params
from cxaudit.checks.fields_present import Slot
from cxaudit.finding import Judgement, Verdict, cannot_tell, judged
from cxaudit.lacking import Lacks
from cxaudit.model import Practice
from cxaudit.part import key
from cxaudit.subject import Subject, answering_alike, by_table, cite


class CheckParams(Params, Topic):
    """The topic of the question; and, where the map can answer too, what each of its subjects must give."""

    type: Literal["practice"]
    of: Literal["programme"]
    or_having: tuple[str, ...] = key(
        default=(), description="steps or stages that give one of these fields may answer too"
    )
    or_slots: tuple[Slot, ...] = key(default=(), description="what each of those must give")

    def field_names(self) -> tuple[str, ...]:
        return (*super().field_names(), *self.or_having, *(name for slot in self.or_slots for name in slot.fields))

    def word_lists(self) -> tuple[str, ...]:
        return (self.words, self.answers)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of its questions that are answered with yes, or what the maps show where that is more."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    questions = asked(params, evidence)
    told = answered(params, evidence)
    shown = _shown(params, evidence)
    by_answer = judged(tuple(_verdict(practice, share) for practice, share in told)) if told else None
    best = max((j for j in (by_answer, shown) if j), key=lambda j: j.points / j.total, default=None)
    return best or cannot_tell(_why_not(questions))


def _verdict(practice: Practice, share: Fraction) -> Verdict:
    text, cells = practice.question.text, cite((practice.answer, practice.question))
    missing = "" if share == 1 else f'a full yes (the answer is "{practice.answer.text}")'
    return Verdict(text, text, share, missing, cells, words=(practice.answer.text,))


def _why_not(questions: tuple[Practice, ...]) -> str:
    if not questions:
        return "no programme or governance sheet answers this"
    quoted = "; ".join(p.answer.text for p in questions if p.answer.given)
    return f'the answer "{quoted}" does not say yes or no' if quoted else "the question is not answered"


def _planned(found: Sequence[Subject], params: CheckParams) -> Sequence[Subject]:
    """Where some improvements stand in a plan, with a place for all that is asked, those; a map's ideas are no plan."""
    planned = [s for s in found if all(s.has_lane(slot.fields) for slot in params.or_slots)]
    return planned or found


def _shown(params: CheckParams, evidence: Evidence) -> Judgement | None:
    """What the steps (or stages) of the maps show."""
    if not params.or_having:
        return None
    found = aim(Aim(of="step", or_else=("stage",), having=params.or_having, inventories=True), evidence)
    subjects = () if isinstance(found, Judgement) else _planned(found, params)
    lacks, satisfied = Lacks(), 0
    for table, group in by_table(tuple(subjects)):
        asked = [slot for slot in params.or_slots if table is None or not table.always_gives(slot.fields)]
        for rows in answering_alike(table, group, tuple([name for slot in asked for name in slot.fields])):
            missing = [slot for slot in asked if not rows[0].gives(slot.fields)]
            told = [slot for slot in missing if not rows[0].has_lane(slot.fields)] or missing
            for subject in rows if told else ():
                lacks.add(subject, told[0].fields, missing=" and ".join([slot.name for slot in told]))
            satisfied += 0 if told else len(rows)
    return judged(lacks.verdicts, satisfied) if subjects else None
