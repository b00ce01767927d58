"""Recency: the date that each subject gives is not older than so many months."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim, satisfied
from cxaudit.answered import Topic, answered, asked
from cxaudit.check import Evidence, Params
from cxaudit.dates import Span, find_date, months_before
from cxaudit.finding import Judgement, Verdict, cannot_tell, judged
from cxaudit.lacking import lacking
from cxaudit.model import Entry, entries
from cxaudit.part import key
from cxaudit.subject import Subject, cite


class CheckParams(Params):
    """The fields that hold the date, and the age in months that it may have at the audit date."""

    type: Literal["recency"]
    fields: tuple[str, ...] = key(min_length=1)
    within_months: int = key(ge=1)
    or_answer: Topic | None = key(default=None, description="a practice whose answer stands in for a silent subject")

    def word_lists(self) -> tuple[str, ...]:
        return (self.or_answer.words, self.or_answer.answers) if self.or_answer else ()


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of subjects whose latest date is recent; a date that nobody can read is left out."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    pairs = [(subject, _verdict(subject, params, evidence)) for subject in found]
    verdicts = tuple(verdict for _, verdict in pairs if verdict is not None)
    if not verdicts:
        quoted = "; ".join(e.text for subject, _ in pairs for e in subject.says(params.fields)[:1])
        return cannot_tell(f'the date "{quoted}" can be read in more than one way, or lies after the audit date')
    return judged(verdicts)


def _verdict(subject: Subject, params: CheckParams, evidence: Evidence) -> Verdict | None:
    given = subject.says(params.fields) or _answers(params, evidence)
    if not given:
        return lacking(subject, params.fields)
    dated = [(entry, span) for entry in given if (span := find_date(entry.text, evidence.vocabulary))]
    if not dated and not subject.says(params.fields):
        return _by_answer(subject, params, evidence, given)
    if not dated:
        return Verdict(subject.id, subject.title, Fraction(0), "a date that can be read", cite(given[:1]))
    past = [(entry, span) for entry, span in dated if span.first <= evidence.as_of]
    if not past:
        return None
    return _aged(subject, params, evidence, past)


def _answers(params: CheckParams, evidence: Evidence) -> tuple[Entry, ...]:
    """What a programme sheet says of the review: answers and the dates beside them."""
    found = asked(params.or_answer, evidence) if params.or_answer else ()
    beside = [e for p in found for name in ("other.due", "evidence") for e in entries(p.fields, name) if e.given]
    return (*(p.answer for p in found if p.answer.given), *beside)


def _by_answer(subject: Subject, params: CheckParams, evidence: Evidence, given: tuple[Entry, ...]) -> Verdict:
    """A yes or no without any date."""
    told = answered(params.or_answer, evidence) if params.or_answer else ()
    share = max((share for _, share in told), default=Fraction(0))
    return Verdict(subject.id, subject.title, share, "" if share else "a date of its review", cite(given))


def _aged(subject: Subject, params: CheckParams, evidence: Evidence, past: list[tuple[Entry, Span]]) -> Verdict | None:
    entry, span = max(past, key=lambda pair: pair[1].last)
    oldest = months_before(evidence.as_of, params.within_months)
    if span.first >= oldest:
        return satisfied(subject, cite((entry,)))
    if span.last >= oldest:
        return None
    missing = f"a review since {oldest.isoformat()} (the last one: {' '.join(entry.text.split())})"
    return Verdict(subject.id, subject.title, Fraction(0), missing, cite((entry,)))
