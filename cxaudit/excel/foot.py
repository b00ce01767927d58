"""The last lines of the first page: what a reader must know beside the result."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.excel.contents import plural
from cxaudit.pieces.waiverinfo import WaiverInfo
from cxaudit.prose.waiving import tally
from cxaudit.scorecard import Scorecard

_SHOWN = 3


def foot_lines(scorecard: Scorecard) -> Iterator[str]:
    """What to supply, what was left out, what does not apply, what was agreed, and the audit's own notes."""
    for one in scorecard.supply[:_SHOWN]:
        yield f"To be supplied: {one.what} ({plural(len(one.rules), 'rule')} could not be told)."
    for out in scorecard.left_out[:_SHOWN]:
        yield f"Left out: {out.path}: {out.reason}"
    more = len(scorecard.supply[_SHOWN:]) + len(scorecard.left_out[_SHOWN:])
    if more:
        yield f"{more} more on the sheet How it was read."
    yield from _not_applicable(scorecard)
    yield from _agreed(scorecard)
    yield from scorecard.notes
    yield "Every figure can be traced: overall, dimensions, rules, findings, cells."


def _not_applicable(scorecard: Scorecard) -> Iterator[str]:
    declared = [one for one in scorecard.waivers if _takes_out(one)]
    for one in declared:
        until = f", until {one.expires.isoformat()}" if one.expires else ""
        yield f"Declared not applicable: {one.rule}, because {one.reason} ({one.approved_by}{until})."
    known = {one.rule for one in declared}
    away = [rule.id for rule in scorecard.rules if rule.outcome == "not_applicable" and rule.id not in known]
    if away:
        yield f"Rules that do not apply here, and why, are on the sheet Rules and sources: {', '.join(away)}."


def _agreed(scorecard: Scorecard) -> Iterator[str]:
    """The tally of what was agreed, and how many things the sheets do not agree on; neither changes the score."""
    if scorecard.waivers:
        yield f"Waivers, which do not change the score: {tally(scorecard.waivers)}; see the sheet Waivers."
    if scorecard.cross_checks:
        things = plural(len(scorecard.cross_checks), "thing")
        yield f"The client's sheets do not agree on {things}, at no cost in points; see the sheet Between the sheets."


def _takes_out(one: WaiverInfo) -> bool:
    return one.in_effect and one.kind == "not-applicable" and not one.subject
