"""Answers settled to claims: one answer for each rule, with all that led to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct

from cxaudit.assess.answer import DO_NOT_KNOW, AgreedLine, AnswerLine
from cxaudit.assess.question import Question


class Answers(Struct, frozen=True):
    """All answers and agreements of an engagement, in the order in which they were given."""

    lines: tuple[AnswerLine, ...] = ()
    agreed: tuple[AgreedLine, ...] = ()

    def latest(self, rule: str) -> tuple[AnswerLine, ...]:
        """The last answer of each person to one question, in the order in which the people first answered it."""
        last: dict[str, AnswerLine] = {}
        for line in self.lines:
            if line.rule == rule:
                last[_person(line.by)] = line
        return tuple(last.values())

    def of(self, rule: str, by: str) -> AnswerLine | None:
        """A person's last answer to one question."""
        return next((line for line in self.latest(rule) if _person(line.by) == _person(by)), None)

    def agreement(self, rule: str) -> AgreedLine | None:
        """The last agreed answer to one question."""
        return next((line for line in reversed(self.agreed) if line.rule == rule), None)


class Claim(Struct, frozen=True):
    """What people claim about one rule, which no workbook shows.

    `answer` counts 1 to 4. `given` are the latest answers, one a person, without those that do not know.
    `agreed` is None where nobody laid down an agreed answer.
    """

    question: Question
    answer: int
    given: tuple[AnswerLine, ...]
    agreed: AgreedLine | None = None

    @property
    def share(self) -> Fraction:
        return self.question.choice(self.answer).share

    @property
    def says(self) -> str:
        return self.question.choice(self.answer).says

    @property
    def disputed(self) -> bool:
        """Whether people answered differently and nobody laid down which answer holds."""
        return self.agreed is None and len({line.answer for line in self.given}) > 1


NO_CLAIMS: Mapping[str, Claim] = MappingProxyType({})


def settled(questions: Iterable[Question], answers: Answers) -> dict[str, Claim]:
    """The claim on each rule that somebody answered.

    Where people differ and have not agreed, the lowest answer holds.
    """
    found = {question.rule: _claim(question, answers) for question in questions}
    return {rule: claim for rule, claim in found.items() if claim is not None}


def _claim(question: Question, answers: Answers) -> Claim | None:
    given = tuple(line for line in answers.latest(question.rule) if line.answer != DO_NOT_KNOW)
    agreed = answers.agreement(question.rule)
    if agreed is not None:
        return Claim(question, agreed.answer, given, agreed)
    return Claim(question, min(line.answer for line in given), given) if given else None


def claim_notes(claims: Mapping[str, Claim], claimed: Sequence[str]) -> tuple[str, ...]:
    """What the reader must know of the claims: what they rest on, who differs, and which evidence outranks.

    `claimed` are the rules in which a claim was used; the others could be told from the workbooks.
    """
    used = [claims[rule] for rule in claimed]
    notes = [_resting(used)] if used else []
    notes += [disagreement(claim) + " The lowest counts until they agree." for claim in used if claim.disputed]
    outranked = [rule for rule in claims if rule not in set(claimed)]
    if outranked:
        notes.append(f"Answered too, but the workbooks show it, and that counts: {', '.join(sorted(outranked))}.")
    return tuple(notes)


def disagreement(claim: Claim) -> str:
    """Who answered what, in one sentence."""
    said = ", ".join(f"{line.by} {line.answer} ({line.on})" for line in claim.given)
    return f"{claim.question.rule}: the answers differ: {said}."


def _resting(used: Sequence[Claim]) -> str:
    people = dict.fromkeys(line.by for claim in used for line in claim.given)
    people |= dict.fromkeys(claim.agreed.by for claim in used if claim.agreed)
    rules = f"{len(used)} rule{'' if len(used) == 1 else 's'}"
    rest = "rests" if len(used) == 1 else "rest"
    return (
        f"Claimed, not seen: {rules} {rest} on the self-assessment of {_joined(tuple(people))}; "
        "as evidence a claim counts less than what workbooks show."
    )


def _joined(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))


def _person(name: str) -> str:
    return " ".join(name.split()).casefold()
