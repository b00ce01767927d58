"""What every output for people says alike: outcomes, efforts, points, counts and remarks in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.prose.plaintext import shortened
from cxaudit.scorecard import FindingInfo, FixInfo, MapInfo, PartInfo, RuleInfo, Scorecard, SheetInfo
from cxaudit.scores.rounding import one_decimal, whole_percent
from cxaudit.subject import SEPARATOR

LONGEST_LABEL = 40
"""Characters of a name that is only a label in a sentence; the whole name stands beside it, as the subject."""

OUTCOMES = {
    "met": "met",
    "partly_met": "partly met",
    "not_met": "not met",
    "not_applicable": "does not apply",
    "cannot_tell": "cannot tell",
}


def points(value: float) -> str:
    """Points with one decimal, rounded down; a little is not shown as nothing."""
    return "<0.1" if 0 < value < 0.1 else one_decimal(value)


def counts(rule: RuleInfo) -> str:
    """How many subjects satisfy a rule: "31 of 40"."""
    return f"{rule.met} of {rule.total}"


def effort(fix: FixInfo) -> str:
    """What a fix costs, in words: "low effort, 9 items"."""
    items = f", {fix.items} items" if fix.items > 1 else ""
    return f"{fix.effort} effort{items}"


def mending(rule: RuleInfo) -> str:
    """How to mend a rule; where another one tells of the same places, that one's advice serves both."""
    return f"Together with {rule.mended_with}, which tells of the same places." if rule.mended_with else rule.fix


def fixing(fix: FixInfo) -> str:
    """The same of a fix of the plan."""
    return f"Together with {fix.mended_with}, which tells of the same places." if fix.mended_with else fix.fix


def told(message: str, subject: str) -> str:
    """A finding's sentence, with the long names in its subject shortened: there they are only a label."""
    for part in " ".join(subject.split()).split(SEPARATOR):
        if len(part) > LONGEST_LABEL:
            message = message.replace(part, shortened(part, LONGEST_LABEL))
    return message


def sources(rule: RuleInfo) -> str:
    """The sources of a rule: author, title and section."""
    said = (f"{source.author}, {source.title} ({source.section})" for source in rule.sources)
    return "; ".join(said)


def weakest(parts: Sequence[PartInfo]) -> PartInfo | None:
    """The part with the lowest score; None where they do not differ."""
    scored = {part.score: part for part in reversed(parts) if part.score is not None}
    return scored[min(scored)] if len(scored) > 1 else None


def before_and_after(part: MapInfo) -> str:
    """How much of a map lies after the acquisition, in words."""
    if part.job:
        return f"one job on purpose: {part.job}"
    if not part.after:
        return "nothing after acquisition"
    both = f" ({part.both} of them in stages that begin before it)" if part.both else ""
    return f"{part.after} of {part.before + part.after} {part.counted} after acquisition{both}"


def quoted_words(finding: FindingInfo) -> str:
    """The client's words at a finding's cells; empty where they differ, or the sentence quotes them already."""
    texts = {place.text for place in finding.cells if place.text}
    return next((text for text in texts if len(texts) == 1 and text not in finding.message), "")


def contents(sheet: SheetInfo) -> str:
    """What was found on a sheet: "1 map, 6 stages, 24 steps, 11 labels"."""
    found = [f"{n} {name[:-1] if n == 1 and name.endswith('s') else name}" for name, n in sheet.counts.items()]
    return ", ".join(found) or "nothing recognised"


def remarks(scorecard: Scorecard) -> Iterator[str]:
    """How far the result can be relied on, in sentences."""
    bounds, there = scorecard.coverage_bounds, whole_percent(scorecard.coverage)
    if bounds and scorecard.score is not None and scorecard.level is None:
        needed = whole_percent(bounds.no_level_under)
        yield f"No level is given on {there} of the evidence: it needs {needed}. See what to supply."
    elif bounds and scorecard.provisional:
        firm = whole_percent(bounds.provisional_under)
        yield f"The result is provisional: it rests on {there} of the evidence, and a firm one needs {firm}."
    if scorecard.sensitivity and scorecard.level:
        yield _sensitivity(scorecard)
    if scorecard.scope != "all":
        yield f"Only the {scorecard.scope} were audited (--scope {scorecard.scope})."
    yield from scorecard.notes


def _sensitivity(scorecard: Scorecard) -> str:
    found = scorecard.sensitivity
    if found is None:
        return ""
    reach = f"{one_decimal(found.low)} to {one_decimal(found.high)} points"
    if found.holds:
        return f"The level stays the same when every weight moves by up to a quarter either way ({reach})."
    return (
        f"The level depends on the weights: with each moved by up to a quarter, it lies between "
        f"{found.level_low} and {found.level_high} ({reach})."
    )
