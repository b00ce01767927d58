"""Two sides made one comparison. Numbers are rounded here and not before."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.comparison.document import Change, Comparison, DimensionChange, FindingChange, RuleChange, SideInfo, Split
from cxaudit.comparison.fate import findings, renamed
from cxaudit.comparison.side import Side, SideRule
from cxaudit.comparison.splitting import Parts, split
from cxaudit.scores.rounding import PLACES, one_decimal

_WORDS = {
    Change.MENDED: "mended",
    Change.NEW: "new",
    Change.BACK_AGAIN: "back again",
    Change.STILL_OPEN: "still open",
    Change.NOT_JUDGED: "not judged this time",
}


def compare(old: Side, new: Side) -> Comparison:
    """What changed from the earlier side to the later one."""
    found, parts = findings(old, new), split(old, new)
    return Comparison(
        verdict=_verdict(old.info, new.info, found),
        old=old.info,
        new=new.info,
        score_change=_difference(old.info.score, new.info.score),
        dimensions=_dimensions(old, new),
        split=_split(parts),
        rules=tuple(_rules(old, new)),
        findings=found,
        notes=tuple(_notes(old, new, parts)),
    )


def _verdict(old: SideInfo, new: SideInfo, found: tuple[FindingChange, ...]) -> str:
    counts = {change: sum(1 for each in found if each.change is change) for change in Change}
    counts[Change.STILL_OPEN] += counts[Change.MOVED]
    told = [f"{counts[change]} {word}" for change, word in _WORDS.items() if counts[change]]
    moved = f" ({counts[Change.MOVED]} of them at another cell)" if counts[Change.MOVED] else ""
    said = ", ".join(each + moved if each.endswith("still open") else each for each in told)
    return f"From {_standing(old)} to {_standing(new)}. Findings: {said or 'none on either side'}."


def _standing(side: SideInfo) -> str:
    if side.score is None:
        return "no score"
    level = "no level" if side.level is None else f"level {side.level}"
    return f"{level} ({one_decimal(side.score)} points)"


def _dimensions(old: Side, new: Side) -> tuple[DimensionChange, ...]:
    before = {dimension.id: dimension for dimension in old.dimensions}
    after = {dimension.id: dimension for dimension in new.dimensions}
    return tuple(
        DimensionChange(
            id=key,
            title=one.title,
            before=before[key].score if key in before else None,
            after=after[key].score if key in after else None,
            change=_difference(
                before[key].score if key in before else None, after[key].score if key in after else None
            ),
        )
        for key, one in (before | after).items()
    )


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, PLACES)


def _split(parts: Parts | None) -> Split | None:
    if parts is None:
        return None
    rounded = {name: round(float(getattr(parts, name)), PLACES) for name in Split.model_fields}
    return Split(**rounded)


def _rules(old: Side, new: Side) -> Iterator[RuleChange]:
    """The rules that came out otherwise, in the order of the later side; those that went come last."""
    before = {rule.id: rule for rule in old.rules}
    after = {rule.id: rule for rule in new.rules}
    for key in (*after, *(key for key in before if key not in after)):
        was, now = before.get(key), after.get(key)
        if _came_out(was) != _came_out(now):
            known = now or was
            yield RuleChange(
                id=key,
                title=known.title if known else "",
                before=_share(was),
                after=_share(now),
                outcome_before=was.outcome if was else "",
                outcome_after=now.outcome if now else "",
                counts_before=was.counts if was else "",
                counts_after=now.counts if now else "",
            )


def _came_out(rule: SideRule | None) -> tuple[str, float | None]:
    return (rule.outcome if rule else "", _share(rule))


def _share(rule: SideRule | None) -> float | None:
    return None if rule is None or rule.score is None else round(float(rule.score), PLACES)


def _notes(old: Side, new: Side, parts: Parts | None) -> Iterator[str]:
    """What has to be minded when the two are read together."""
    if old.info.as_of > new.info.as_of:
        yield f"The first scorecard ({old.info.as_of}) is later than the second ({new.info.as_of})."
    if old.info.client != new.info.client and old.info.client and new.info.client:
        yield f"The scorecards name two clients: {old.info.client} and {new.info.client}."
    if old.scope != new.scope and old.scope and new.scope:
        yield f"The first audit was of {old.scope}, the second of {new.scope}: part of the change is that."
    gone, come = renamed(old, new)
    if gone:
        yield f"Taken for the same under a new name: {', '.join(gone)} before, {', '.join(come)} now."
    if parts is None:
        yield "What the client and what the rules changed cannot be told apart: there is no rule that both could judge."
    yield from _rule_notes(old, new)


def _rule_notes(old: Side, new: Side) -> Iterator[str]:
    if old.info.digest == new.info.digest:
        return
    yield (
        "The rules are not the same. Other weights, curves, and rules that came or went are told apart; a rule that "
        "looks for something else now is not: audit the earlier workbooks again to see that."
    )
    came = sorted({rule.id for rule in new.rules} - {rule.id for rule in old.rules})
    went = sorted({rule.id for rule in old.rules} - {rule.id for rule in new.rules})
    if came:
        yield f"New rules: {', '.join(came)}."
    if went:
        yield f"Rules that are gone: {', '.join(went)}."
    if any(rule.bend is None for rule in (*old.rules, *new.rules)):
        yield "An Excel scorecard does not keep the curves of rules, so their scores are taken as they stand in it."
