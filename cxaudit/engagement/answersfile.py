"""A file of answers, for a self-assessment that nobody has to be asked for."""

from __future__ import annotations

import datetime
from pathlib import Path

from cxaudit.assess.answer import (
    AgreedLine,
    AnswerLine,
    AnswersFile,
    GivenAgreement,
    GivenAnswer,
    check_rules,
)
from cxaudit.assess.claim import Answers
from cxaudit.rulefiles import Rules
from cxaudit.yamlfile import Location, YamlFile, load, validate


def read_answers(path: Path, rules: Rules, name: str, day: datetime.date) -> Answers:
    """The answers of a file. Where it does not say who answered, it was `name`, and where not when, on `day`.

    Raises RuleFileError with its place for what is not in order.
    """
    file = load(path)
    data = validate(AnswersFile, file)
    known = {question.rule for question in rules.questions}
    check_rules(file, "answers", (line.rule for line in data.answers), known)
    check_rules(file, "agreed", (line.rule for line in data.agreed), known)

    def who(line: GivenAnswer | GivenAgreement, at: Location) -> dict[str, str]:
        return {"by": _who(file, line.by or data.by or name, at), "on": line.on or data.on or day.isoformat()}

    return Answers(
        tuple(
            AnswerLine(rule=one.rule, answer=one.answer, evidence=one.evidence, **who(one, ("answers", index)))
            for index, one in enumerate(data.answers)
        ),
        tuple(
            AgreedLine(rule=one.rule, answer=one.answer, reason=one.reason, **who(one, ("agreed", index)))
            for index, one in enumerate(data.agreed)
        ),
    )


def _who(file: YamlFile, name: str, at: Location) -> str:
    if not name.strip():
        raise file.complain(at, "who answered is missing; write 'by: NAME' at the top of the file, or add --as NAME")
    return name.strip()
