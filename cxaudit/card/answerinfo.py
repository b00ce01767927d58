"""A rule of the scorecard with the answers that people gave on it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cxaudit.assess.claim import Claim
from cxaudit.scorecard import AnswerInfo, RuleInfo


def with_answers(info: RuleInfo, claim: Claim | None) -> RuleInfo:
    """The rule with its answers, the agreed one first.

    A rule that the workbooks show has them too, although they do not count there.
    """
    return info if claim is None else replace(info, answers=tuple(_answers(claim)))


def _answers(claim: Claim) -> Iterator[AnswerInfo]:
    says = claim.question.choice
    agreed = claim.agreed
    if agreed is not None:
        yield AnswerInfo(
            by=agreed.by,
            on=agreed.on,
            answer=agreed.answer,
            says=says(agreed.answer).says,
            evidence=agreed.reason,
            agreed=True,
        )
    for line in claim.given:
        yield AnswerInfo(
            by=line.by, on=line.on, answer=line.answer, says=says(line.answer).says, evidence=line.evidence
        )
