"""Two sides made one comparison. Numbers are rounded here and not before."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cxaudit.comparison.document import Change, Comparison, DimensionChange, FindingChange, RuleChange, SideInfo, Split
from cxaudit.comparison.fate import findings
from cxaudit.comparison.pair import Pair
from cxaudit.comparison.remarks import remarks
from cxaudit.comparison.side import Side, SideRule
from cxaudit.comparison.splitting import Parts, split
from cxaudit.comparison.standing import rescored_level
from cxaudit.scores.rounding import PLACES, one_decimal

_WORDS = {
    Change.MENDED: "mended",
    Change.NEW: "new",
    Change.BACK_AGAIN: "back again",
    Change.STILL_OPEN: "still open",
    Change.TAKEN_OUT: "taken out with its map, stage, persona or sheet",
    Change.NOT_JUDGED: "not judged this time",
}


def compare(old: Side, new: Side, again: Side | None = None) -> Comparison:
    """What changed from the earlier side to the later one.

    `again` is the earlier programme as the later rules judge it, where its workbooks are at hand.
    """
    pair = Pair(old, new, again)
    found, parts = findings(pair), split(pair)
    return Comparison(
        verdict=_verdict(old.info, new.info, found),
        old=old.info,
        new=new.info,
        score_change=_difference(old.info.score, new.info.score),
        dimensions=_dimensions(old, new),
        split=_split(pair, parts),
        judged_again=again is not None,
        not_judged_again=() if again else pair.looks_elsewhere,
        rules=tuple(_rules(pair)),
        findings=found,
        notes=tuple(remarks(pair, splits=parts is not None)),
    )


def _verdict(old: SideInfo, new: SideInfo, found: tuple[FindingChange, ...]) -> str:
    counts = {change: sum(1 for each in found if each.change is change) for change in Change}
    counts[Change.STILL_OPEN] += counts[Change.MOVED]
    told = [f"{counts[change]} {word}" for change, word in _WORDS.items() if counts[change]]
    moved = f" ({counts[Change.MOVED]} of them at another cell or under another name)" if counts[Change.MOVED] else ""
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


def _split(pair: Pair, parts: Parts | None) -> Split | None:
    if parts is None:
        return None
    level = pair.again.info.level if pair.again else None
    name = pair.again.info.level_name if pair.again else ""
    if pair.again is None and (kept := rescored_level(pair, parts.rescored)) is not None:
        level, name = kept.number, kept.name
    return Split(
        client=round(float(parts.client), PLACES),
        rules=round(float(parts.rules), PLACES),
        declared=round(float(parts.declared), PLACES),
        rescored=round(float(parts.rescored), PLACES),
        rescored_level=level,
        rescored_level_name=name,
    )


def _rules(pair: Pair) -> Iterator[RuleChange]:
    """The rules that came out otherwise, in the order of the later side; those that went come last."""
    before, after = pair.old.by_id, pair.new.by_id
    for key in (*after, *(key for key in before if key not in after)):
        was, now = before.get(key), after.get(key)
        if _came_out(was) != _came_out(now):
            known = now or was
            yield RuleChange(
                id=key,
                title=known.title if known else "",
                before=_share(was),
                rescored=_rounded(pair.rescored.get(key)),
                after=_share(now),
                outcome_before=was.outcome if was else "",
                outcome_after=now.outcome if now else "",
                counts_before=was.counts if was else "",
                counts_after=now.counts if now else "",
            )


def _came_out(rule: SideRule | None) -> tuple[str, float | None]:
    return (rule.outcome if rule else "", _share(rule))


def _share(rule: SideRule | None) -> float | None:
    return None if rule is None else _rounded(rule.score)


def _rounded(score: Fraction | None) -> float | None:
    return None if score is None else round(float(score), PLACES)
