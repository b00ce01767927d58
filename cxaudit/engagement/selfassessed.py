"""The self-assessment that stands in an engagement file: its answers, and what they claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxaudit.assess.answer import check_rules
from cxaudit.assess.claim import NO_CLAIMS, Answers, Claim, settled
from cxaudit.rulefiles import Rules

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement


def answers_of(engagement: Engagement | None) -> Answers:
    """All answers of the file; none without a file."""
    return Answers(engagement.data.answers, engagement.data.agreed) if engagement else Answers()


def claims_of(engagement: Engagement | None, rules: Rules) -> dict[str, Claim]:
    """What the file's answers claim, by rule id."""
    return settled(rules.questions, answers_of(engagement)) if engagement else dict(NO_CLAIMS)


def check_answers(engagement: Engagement, rules: Rules) -> None:
    """Raises RuleFileError, with its place, for an answer to a rule that is not asked about."""
    known = {question.rule for question in rules.questions} | set(rules.unasked)
    check_rules(engagement.file, "answers", (line.rule for line in engagement.data.answers), known)
    check_rules(engagement.file, "agreed", (line.rule for line in engagement.data.agreed), known)
