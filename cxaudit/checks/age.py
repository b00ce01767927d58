"""Age: something has been in use for so many months, scored by how long it has."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.dates import find_date
from cxaudit.finding import Judgement, Verdict
from cxaudit.lacking import lacking
from cxaudit.part import key
from cxaudit.pattern import pattern
from cxaudit.subject import cite

_LENGTH = pattern(r"(\d{1,3})\s*([^\W\d]+)")


class CheckParams(Params):
    """The fields that hold the starting date, and the months after which the full score is given."""

    type: Literal["age"]
    fields: tuple[str, ...] = key(min_length=1)
    full_after_months: int = key(ge=1)
    durations: str = key(default="durations", description="a word list with the groups years and months")

    def word_lists(self) -> tuple[str, ...]:
        return (self.durations,)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The age of the oldest among all subjects, as a share of the age wanted."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    given = [entry for subject in found for entry in subject.says(params.fields)]
    aged = [(months, entry) for entry in given if (months := _months(entry.text, params, evidence)) is not None]
    if not aged:
        lack = lacking(found[0], params.fields)
        verdict = Verdict("programme", "all of them", Fraction(0), lack.missing, lack.cells, lack.cause)
        return Judgement(None, "", 0, params.full_after_months, Fraction(0), (verdict,))
    oldest, entry = max(aged, key=lambda pair: pair[0])
    months = min(params.full_after_months, oldest)
    share = Fraction(months, params.full_after_months)
    verdict = Verdict("programme", "all of them", share, f"{params.full_after_months - months} months", cite((entry,)))
    return Judgement(None, "", months, params.full_after_months, Fraction(months), (verdict,))


def _months(text: str, params: CheckParams, evidence: Evidence) -> int | None:
    """Whole months since the date in a text, or as many as it says ("3 years"); None for neither, or a date to come."""
    span = find_date(text, evidence.vocabulary)
    if span is not None:
        start, today = span.first, evidence.as_of
        months = (today.year - start.year) * 12 + today.month - start.month - (today.day < start.day)
        return months if start <= today else None
    units = evidence.vocabulary.words(params.durations)
    for number, unit in _LENGTH.findall(text):
        for group in units.find_groups(unit):
            return int(number) * (12 if group == "years" else 1)
    return None
