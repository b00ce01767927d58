"""What was judged: each rule with its judgement, score and findings, on the programme and on each part of it."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from cxaudit.finding import Finding, Judgement, Outcome
from cxaudit.model import JourneyMap, Persona, Programme
from cxaudit.ruleset import Rule


class RuleResult(Struct, frozen=True):
    """One rule's verdict on a programme, a map or a persona. `score` is None where it was not judged.

    `claimed` says that people say so in a self-assessment, and no workbook shows it.
    """

    rule: Rule
    outcome: Outcome
    score: Fraction | None
    judgement: Judgement
    findings: tuple[Finding, ...] = ()
    message: str = ""
    claimed: bool = False

    @property
    def judged(self) -> bool:
        return self.score is not None

    @property
    def open_items(self) -> int:
        """How many subjects are still to mend; at least one where the rule is not met."""
        if self.score is None or self.score == 1:
            return 0
        return max(1, self.judgement.total - self.judgement.met)


class Verdicts(Struct, frozen=True, kw_only=True):
    """A programme with every rule's verdict on the whole of it, on each map, and on each persona."""

    programme: Programme
    results: tuple[RuleResult, ...]
    by_map: tuple[tuple[JourneyMap, tuple[RuleResult, ...]], ...] = ()
    by_persona: tuple[tuple[Persona, tuple[RuleResult, ...]], ...] = ()
