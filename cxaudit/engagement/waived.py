"""The waivers of an engagement file, with the rules that they name looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxaudit.ruleset import Ruleset
from cxaudit.waivers import WHOLE, Waiver
from cxaudit.yamlfile import nearest

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement


def waivers_of(engagement: Engagement | None, ruleset: Ruleset) -> tuple[Waiver, ...]:
    """The waivers in their order; none without a file.

    Raises RuleFileError, with its place, for a rule that the pack does not have.
    """
    if engagement is None:
        return ()
    ids = {name: rule.id for rule in ruleset.rules for name in (rule.id, rule.slug)}
    found = []
    for index, line in enumerate(engagement.data.waivers):
        if line.rule not in ids:
            sentence = f"there is no rule '{line.rule}' to waive; {nearest(line.rule, ids)}"
            raise engagement.file.complain(("waivers", index, "rule"), sentence)
        subject = line.subject.strip().removeprefix(f"{ids[line.rule]}: ")
        waiver = Waiver(
            rule=ids[line.rule],
            subject="" if subject in WHOLE else subject,
            kind=line.kind,
            reason=line.reason,
            approved_by=line.approved_by,
            granted=line.granted,
            expires=line.expires,
            place=_place(engagement, index),
        )
        found.append(waiver)
    return tuple(found)


def _place(engagement: Engagement, index: int) -> str:
    """`cxaudit.yaml:12:5`: the file's name without its folder, which is another one on every computer."""
    where = engagement.file.where(("waivers", index))
    return f"{engagement.file.path.name}{where.removeprefix(str(engagement.file.path))}"
