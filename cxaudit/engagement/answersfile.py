"""A file of answers, for a self-assessment that nobody has to be asked for."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from pathlib import Path

from cxaudit.assess.answer import AgreedLine, AnswerLine, AnswersFile, GivenAgreement, GivenAnswer
from cxaudit.assess.claim import Answers
from cxaudit.errors import RuleFileError
from cxaudit.rulefiles import Rules
from cxaudit.strictyaml import load
from cxaudit.yamlfile import Location, YamlFile, mistakes, nearest, validate

_WHO = "who answered is missing; write 'by: NAME' at the top of the file, or add --as NAME"
_TWICE = "{by} answers {rule} twice on the same day; keep one of the two"


def read_answers(path: Path, rules: Rules, name: str, day: datetime.date) -> Answers:
    """The answers of a file. Where it does not say who answered, it was `name`, and where not when, on `day`.

    Raises RuleFileError where it is not in order, with every place that is not, a line each.
    """
    file = load(path)
    known = {question.rule for question in rules.questions}
    wrong = [*mistakes(AnswersFile, file), *_unknown_rules(file, known)]
    if wrong:
        raise _complaint(file, wrong)
    data = validate(AnswersFile, file)
    wrong = [
        *((("answers", index), _WHO) for index, line in enumerate(data.answers) if not _who(line, data, name)),
        *((("agreed", index), _WHO) for index, line in enumerate(data.agreed) if not _who(line, data, name)),
        *_twice(data, name),
    ]
    if wrong:
        raise _complaint(file, wrong)

    def when(line: GivenAnswer | GivenAgreement) -> str:
        return line.on or data.on or day.isoformat()

    return Answers(
        tuple(
            AnswerLine(rule=one.rule, answer=one.answer, evidence=one.evidence, by=_who(one, data, name), on=when(one))
            for one in data.answers
        ),
        tuple(
            AgreedLine(rule=one.rule, answer=one.answer, reason=one.reason, by=_who(one, data, name), on=when(one))
            for one in data.agreed
        ),
    )


def _who(line: GivenAnswer | GivenAgreement, data: AnswersFile, name: str) -> str:
    return " ".join((line.by or data.by or name).split())


def _unknown_rules(file: YamlFile, known: Collection[str]) -> Iterator[tuple[Location, str]]:
    """Answers to rules that are not asked about, wherever a line has come so far as to name one."""
    for key in ("answers", "agreed"):
        lines = file.data.get(key) if isinstance(file.data, dict) else None
        for index, line in enumerate(lines if isinstance(lines, list) else ()):
            rule = line.get("rule") if isinstance(line, dict) else None
            if isinstance(rule, str) and rule not in known:
                yield (key, index, "rule"), f"there is no question on '{rule}'; {nearest(rule, known)}"


def _twice(data: AnswersFile, name: str) -> Iterator[tuple[Location, str]]:
    seen: set[tuple[str, str, str]] = set()
    for index, line in enumerate(data.answers):
        key = (line.rule, _who(line, data, name).casefold(), line.on or data.on)
        if key in seen:
            yield ("answers", index), _TWICE.format(by=_who(line, data, name), rule=line.rule)
        seen.add(key)


def _complaint(file: YamlFile, wrong: list[tuple[Location, str]]) -> RuleFileError:
    """All that is wrong, in the order of the file."""
    found = sorted({(_line(file, at), f"{file.where(at)}: {said}") for at, said in wrong})
    return RuleFileError("\n".join(f"{said}." for _, said in found).removesuffix("."))


def _line(file: YamlFile, at: Location) -> tuple[int, int]:
    return next((file.places[at[:size]] for size in range(len(at), -1, -1) if at[:size] in file.places), (1, 1))
