"""Two sides, with what was renamed between them and what of the earlier one can be judged by the later rules."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from cxaudit.comparison.renames import Renames, renames_of
from cxaudit.comparison.side import Side, SideRule


class Pair(Struct, frozen=True, dict=True):
    """The earlier and the later side. `again` is the earlier programme audited by the later rules, where it can be."""

    old: Side
    new: Side
    again: Side | None = None

    @cached_property
    def renames(self) -> Renames:
        return renames_of(self.old.structure, self.new.structure)

    @property
    def same_rules(self) -> bool:
        """Whether both sides were judged by the same files of the same packs."""
        return self.old.info.digest == self.new.info.digest

    @property
    def same_reading(self) -> bool:
        """Whether the sheets of both sides were read by the same words."""
        return self.same_rules or (self.old.read_by == self.new.read_by != "")

    @cached_property
    def looks_elsewhere(self) -> tuple[str, ...]:
        """The rules of both sides that look for something else now, or may, as a side does not keep what they did."""
        if self.same_rules:
            return ()
        before = self.old.by_id
        return tuple(rule.id for rule in self.new.rules if rule.id in before and not same_check(before[rule.id], rule))

    @cached_property
    def open_again(self) -> frozenset[str]:
        """What the later rules find in the earlier workbooks, by the keys of now."""
        return frozenset(self.renames.key(key) for key in self.again.open_keys) if self.again else frozenset()

    @cached_property
    def rescored(self) -> dict[str, Fraction]:
        """The earlier scores of rules, 0 to 1, as the later rules give them: judged again, or the kept shares bent."""
        if self.again is not None:
            out = {rule.id for rule in self.old.rules if rule.declared}
            judged = ((rule.id, rule.score) for rule in self.again.rules if rule.id not in out)
            return {ident: score for ident, score in judged if score is not None}
        later = self.new.by_id
        return {
            rule.id: _bent(rule, rule.score, later[rule.id])
            for rule in self.old.rules
            if rule.score is not None and rule.id in later
        }


def same_check(before: SideRule, after: SideRule) -> bool:
    """Whether a rule looks for the same on both sides, as far as the sides keep it."""
    return before.judged_by == after.judged_by != ""


def _bent(rule: SideRule, score: Fraction, later: SideRule) -> Fraction:
    """A kept share under the later curve; the score as it was where the curve is the same or not known."""
    if rule.share is None or later.bend is None or rule.bend == later.bend:
        return score
    return later.bend.score(rule.share)
