"""What every output for people says alike about a comparison."""

from __future__ import annotations

from cxaudit.comparison.document import By, Change, Comparison, FindingChange, RuleChange, SideInfo, Split
from cxaudit.prose.wording import OUTCOMES, told
from cxaudit.scores.rounding import one_decimal, whole_percent

CHANGES = {
    Change.NEW: "New",
    Change.BACK_AGAIN: "Back again",
    Change.MENDED: "Mended",
    Change.STILL_OPEN: "Still open",
    Change.MOVED: "Still open, at another cell or under another name",
    Change.TAKEN_OUT: "Taken out with its map, stage, persona or sheet",
    Change.NOT_JUDGED: "Not judged this time",
}

BY = {
    By.CLIENT: "the client, or time",
    By.RULES: "the rules",
    By.UNCLEAR: "the client or the rules",
    By.NOBODY: "",
}
"""Whose doing it is that a finding is new or gone."""


def signed(points: float | None) -> str:
    """A change in points with its sign and one decimal; a little is not shown as nothing."""
    if points is None:
        return ""
    if points == 0:
        return "0.0"
    size = abs(points)
    return f"{'+' if points > 0 else '-'}{'<0.1' if size < 0.1 else one_decimal(size)}"


def score(value: float | None) -> str:
    """A score of 0 to 100, or that there is none."""
    return "not assessed" if value is None else one_decimal(value)


def standing(side: SideInfo) -> str:
    """The level of a side, in words."""
    return "no level" if side.level is None else f"{side.level} {side.level_name}".strip()


def evidence(side: SideInfo) -> str:
    """The evidence coverage of a side, in words."""
    return "not kept" if side.coverage is None else whole_percent(side.coverage)


def rules_of(side: SideInfo) -> str:
    """The rule pack of a side, with the beginning of its digest."""
    return f"{side.rule_pack} {side.version}, digest {side.digest[:12]}"


def parts(split: Split) -> tuple[tuple[str, float], ...]:
    """Who changed the score: what is said of each part, and its points; a part that is nothing is left out."""
    told = (
        ("what the client changed, or time did", split.client),
        ("what the rules changed", split.rules),
        ("rules declared not applicable, or no longer so", split.declared),
    )
    return tuple((words, points) for words, points in told if points or words.startswith("what"))


def outcome(rule: RuleChange, later: bool) -> str:
    """How a rule came out on one side: "partly met, 31 of 40"."""
    name, counts = (rule.outcome_after, rule.counts_after) if later else (rule.outcome_before, rule.counts_before)
    share = rule.after if later else rule.before
    said = OUTCOMES.get(name, "not a rule")
    figures = counts or ("" if share is None else whole_percent(share))
    return f"{said}, {figures}" if figures else said


def rescored(rule: RuleChange) -> str:
    """The earlier score of a rule by the rules of now, in per cent; empty where the rules change nothing of it."""
    return "" if rule.rescored is None or rule.rescored == rule.before else whole_percent(rule.rescored)


def earlier_by_rules_of_now(split: Split) -> str:
    """What the earlier evidence comes to by the later rules: "52.1 points, level 3 Established"."""
    level = "" if split.rescored_level is None else f", level {split.rescored_level} {split.rescored_level_name}"
    return f"The earlier evidence by the rules of now: {score(split.rescored)} points{level}."


def place(finding: FindingChange) -> str:
    """Where a finding stands, or stood: "Map!C4", or "Map!C4, now Map!D4" where it moved."""
    if finding.change is Change.MOVED and finding.before != finding.after:
        return f"{finding.before}, now {finding.after}"
    return finding.after or finding.before


def remark(finding: FindingChange) -> str:
    """What is to be said of a finding beside its sentence: its earlier name, the rules' part in it, its waiver."""
    said = [f"before: {finding.renamed_from}"] if finding.renamed_from else []
    said += [f"by {BY[finding.by]}"] if finding.by in (By.RULES, By.UNCLEAR) else []
    said += ["waived"] if finding.waived else []
    return f" ({'; '.join(said)})" if said else ""


def brief(comparison: Comparison) -> tuple[str, ...]:
    """The comparison in a few sentences, for the end of an audit."""
    lines = [f"Since {comparison.old.name} ({comparison.old.as_of}): {comparison.verdict}"]
    if comparison.split and comparison.score_change is not None:
        shares = ", ".join(f"{signed(points)} {words}" for words, points in parts(comparison.split))
        lines.append(f"Change of {signed(comparison.score_change)} points: {shares}.")
        if comparison.old.digest != comparison.new.digest:
            lines.append(earlier_by_rules_of_now(comparison.split))
    lines += [
        f"{CHANGES[change]}: {told(finding.message, finding.subject)} ({finding.rule}{_at(finding)}){remark(finding)}"
        for change in (Change.BACK_AGAIN, Change.NEW, Change.MENDED, Change.TAKEN_OUT)
        for finding in comparison.of(change)
    ]
    return (*lines, *comparison.notes)


def _at(finding: FindingChange) -> str:
    return f", {place(finding)}" if place(finding) else ""
