"""An engagement file held to rules that are not its own, to judge an earlier programme by the rules of now."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.engagement.file import Engagement
from cxaudit.ruleset import Ruleset


def for_rules(engagement: Engagement, ruleset: Ruleset) -> Engagement:
    """The file without waivers of rules that are not in the ruleset; its corrections and answers stay."""
    known = {name for rule in ruleset.rules for name in (rule.id, rule.slug)}
    waivers = tuple(line for line in engagement.data.waivers if line.rule in known)
    return replace(engagement, data=engagement.data.replaced(waivers=waivers))
