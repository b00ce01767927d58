"""Rules that tell of the same places: mending the wider one mends the narrower one too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from cxaudit.check import Params
from cxaudit.result import RuleResult

_AIMING = {"side", "having", "or_else", "needs", "inventories", "whole_journey", "listed"}
"""What only says which subjects a check looks at, and not what it looks for."""


def mended_with(results: Sequence[RuleResult]) -> dict[str, str]:
    """By id of a rule whose findings are all findings of a wider rule with the same check: the id of that rule."""
    open_rules = [result for result in results if result.findings]
    return {
        narrow.rule.id: wide.rule.id
        for narrow, wide in permutations(open_rules, 2)
        if _narrower(narrow, wide) and _places(narrow) <= _places(wide)
    }


def _narrower(one: RuleResult, other: RuleResult) -> bool:
    mine, its = one.rule.check, other.rule.check
    if mine.type != its.type or mine.of != its.of or its.side != "any" or its.having:
        return False
    looks_less = mine.side != "any" or bool(mine.having)
    return looks_less and _looked_for(mine) == _looked_for(its)


def _looked_for(check: Params) -> dict[str, object]:
    return {name: getattr(check, name) for name in check.key_names if name not in _AIMING}


def _places(result: RuleResult) -> frozenset[str]:
    """The subjects of the findings, without the rule."""
    return frozenset(finding.key.partition(": ")[2] for finding in result.findings)
