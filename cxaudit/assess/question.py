"""The questions of the self-assessment, as data: `questions.yaml` of a rule pack."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from cxaudit.part import Part, key
from cxaudit.ruleset import Rule
from cxaudit.yamlfile import YamlFile, nearest, validate

ANSWERS = 4


class Choice(Part):
    """One of the four answers: what it looks like in practice, and the share of the rule that it is worth."""

    says: str = key(min_length=1)
    worth: float = key(ge=0, le=1)

    @property
    def share(self) -> Fraction:
        return Fraction(str(self.worth))


class Question(Part):
    """What is asked where the workbooks do not show how a rule came out.

    The choices rise from the first, which is worth nothing, to the fourth, which is worth all.
    """

    rule: str = key(description="the id of the rule that the answer stands for")
    question: str
    choices: tuple[Choice, ...] = key(min_length=ANSWERS, max_length=ANSWERS)
    figure: str = key(default="", description="a published figure that speaks for asking, where the rule has none")

    def verify(self) -> None:
        worth = [choice.worth for choice in self.choices]
        if worth != sorted(set(worth)) or worth[0] != 0 or worth[-1] != 1:
            raise ValueError(f"the four choices must rise from 0 to 1; they are worth {worth}")

    def choice(self, answer: int) -> Choice:
        """The choice with a number from 1 to 4."""
        return self.choices[answer - 1]


class QuestionsFile(Part):
    """`questions.yaml`, in the order in which it is asked."""

    schema_name: Literal["cxaudit-questions/1"] = key(name="schema")
    questions: tuple[Question, ...]


def read_questions(file: YamlFile, rules: Iterable[Rule]) -> tuple[Question, ...]:
    """The questions of a file that has been read. Raises RuleFileError for an unknown rule, or one asked twice."""
    questions = validate(QuestionsFile, file).questions
    known, asked = {rule.id for rule in rules}, set[str]()
    for index, question in enumerate(questions):
        at = ("questions", index, "rule")
        if question.rule not in known:
            raise file.complain(at, f"there is no rule '{question.rule}'; {nearest(question.rule, known)}")
        if question.rule in asked:
            raise file.complain(at, f"the rule {question.rule} is asked twice; ask it once")
        asked.add(question.rule)
    return questions


def laid_over(below: Iterable[Question], above: Iterable[Question]) -> tuple[Question, ...]:
    """The questions of two packs: one above takes the place of the one on the same rule below."""
    return tuple({question.rule: question for question in (*below, *above)}.values())
