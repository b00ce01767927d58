"""Which questions are asked of whom, and in which order; nothing is shown and nothing read here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from cxaudit.assess.claim import Answers
from cxaudit.assess.question import Question
from cxaudit.scorecard import Scorecard


def open_questions(questions: Iterable[Question], scorecard: Scorecard) -> tuple[Question, ...]:
    """The questions on what no workbook shows: rules that could not be told, or are only claimed so far."""
    dark = {rule.id for rule in scorecard.rules if rule.outcome == "cannot_tell" or rule.evidence == "claimed"}
    return tuple(question for question in questions if question.rule in dark)


def answered_by(name: str, questions: Iterable[Question], answers: Answers) -> frozenset[str]:
    """The rules that a person has answered already, "do not know" included."""
    return frozenset(question.rule for question in questions if answers.of(question.rule, name))


def next_open(questions: Sequence[Question], done: Collection[str], after: int = -1) -> int | None:
    """The position of the first question after one that is not done; None where there is none."""
    later = range(after + 1, len(questions))
    return next((number for number in later if questions[number].rule not in done), None)
