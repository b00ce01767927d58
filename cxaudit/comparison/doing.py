"""Whose doing it is that a finding is new or gone: the client's, the rules', or nobody can tell."""

from __future__ import annotations

from cxaudit.comparison.document import By, Change
from cxaudit.comparison.pair import Pair, same_check

_COME = frozenset({Change.NEW, Change.BACK_AGAIN})
_GONE = frozenset({Change.MENDED})


def doing(pair: Pair, change: Change, rule: str, key: str) -> By:
    """Who made the change. `key` is the finding's key as the later side gives it."""
    if change is Change.TAKEN_OUT:
        return By.CLIENT
    if change not in _COME | _GONE:
        return By.NOBODY
    if pair.again is not None:
        return By.RULES if (key in pair.open_again) == (change in _COME) else By.CLIENT
    if pair.same_rules:
        return By.CLIENT
    return _by_what_is_kept(pair, rule)


def _by_what_is_kept(pair: Pair, rule: str) -> By:
    """The rules did it where the rule came or went, or its curve alone makes the difference."""
    before, after = pair.old.by_id.get(rule), pair.new.by_id.get(rule)
    if before is None or after is None:
        return By.RULES
    if not (same_check(before, after) and pair.same_reading):
        return By.UNCLEAR
    full = (before.score == 1, pair.rescored.get(rule) == 1)
    return By.CLIENT if full[0] == full[1] else By.RULES
