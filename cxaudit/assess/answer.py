"""The answers that people gave to the self-assessment, as they stand in an engagement file or a file of answers."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import Annotated, Literal

from cxaudit.assess.question import ANSWERS
from cxaudit.part import After, Part, key
from cxaudit.pattern import pattern
from cxaudit.yamlfile import Location, YamlFile, nearest

ANSWERS_SCHEMA = "cxaudit-answers/1"
DO_NOT_KNOW = 0
_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _a_day(value: str) -> str:
    try:
        good = not value or bool(_DAY.fullmatch(value) and datetime.date.fromisoformat(value))
    except ValueError:
        good = False
    if not good:
        raise ValueError(f"'{value}' is no date; write it as 2026-11-22")
    return value


Day = Annotated[str, After(_a_day)]


class AnswerLine(Part):
    """One person's answer to one question: 1 to 4, or 0 for "do not know"."""

    rule: str
    answer: int = key(ge=DO_NOT_KNOW, le=ANSWERS, strict=True)
    by: str = key(min_length=1)
    on: Day = key(min_length=1)
    evidence: str = ""


class AgreedLine(Part):
    """The answer that several people agreed on, and why."""

    rule: str
    answer: int = key(ge=1, le=ANSWERS, strict=True)
    by: str = key(min_length=1)
    on: Day = key(min_length=1)
    reason: str = key(min_length=1)


class GivenAnswer(Part):
    """A line of a file of answers; where `by` or `on` is left out, the file's own or the command's holds."""

    rule: str
    answer: int = key(ge=DO_NOT_KNOW, le=ANSWERS, strict=True)
    by: str = ""
    on: Day = ""
    evidence: str = ""


class GivenAgreement(Part):
    """An agreed answer in a file of answers."""

    rule: str
    answer: int = key(ge=1, le=ANSWERS, strict=True)
    reason: str = key(min_length=1)
    by: str = ""
    on: Day = ""


class AnswersFile(Part):
    """A file of answers, for `cxaudit assess --answers`."""

    schema_name: Literal["cxaudit-answers/1"] = key(name="schema")
    by: str = ""
    on: Day = ""
    answers: tuple[GivenAnswer, ...] = ()
    agreed: tuple[GivenAgreement, ...] = ()


def check_rules(file: YamlFile, key: str, named: Iterable[str], known: Collection[str]) -> None:
    """Raises RuleFileError, with its place, for an answer to a rule that is not asked about."""
    for index, rule in enumerate(named):
        at: Location = (key, index, "rule")
        if rule not in known:
            raise file.complain(at, f"there is no question on '{rule}'; {nearest(rule, known)}")
