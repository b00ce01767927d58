"""What became of each finding between two scorecards; a finding is known by its key, never by its cell."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.comparison.document import Change, FindingChange
from cxaudit.comparison.side import Side, SideFinding, file_name

_ORDER = {change: number for number, change in enumerate(Change)}


def findings(old: Side, new: Side) -> tuple[FindingChange, ...]:
    """Every finding of either side, by its change, its rule and its key."""
    found = [*_now(old, new), *_gone(old, new)]
    return tuple(sorted(found, key=lambda each: (_ORDER[each.change], each.rule, each.key)))


def mended_keys(old: Side, new: Side) -> tuple[str, ...]:
    """The keys of findings that were mended by the later side, or before it and stayed so; sorted."""
    gone = {each.key for each in findings(old, new) if each.change is Change.MENDED}
    return tuple(sorted((gone | old.mended) - new.open_keys))


def renamed(old: Side, new: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Workbooks that are gone and those that may be their successors; empty where not every one can have one."""
    gone, come = sorted(old.workbooks - new.workbooks), sorted(new.workbooks - old.workbooks)
    return (tuple(gone), tuple(come)) if gone and len(come) >= len(gone) else ((), ())


def _now(old: Side, new: Side) -> Iterator[FindingChange]:
    before = {finding.key: finding for finding in old.findings}
    for finding in new.findings:
        earlier = before.get(finding.key)
        change = _change(finding, earlier, old)
        yield _told(finding, change, earlier.place if earlier else "", finding.place, finding.key in new.waived)


def _change(finding: SideFinding, earlier: SideFinding | None, old: Side) -> Change:
    if earlier is None:
        return Change.BACK_AGAIN if finding.key in old.mended else Change.NEW
    moved = earlier.place and finding.place and earlier.place != finding.place
    return Change.MOVED if moved else Change.STILL_OPEN


def _gone(old: Side, new: Side) -> Iterator[FindingChange]:
    still = new.open_keys
    judged = {rule.id for rule in new.rules if rule.score is not None}
    read = new.workbooks | set(renamed(old, new)[0])
    for finding in old.findings:
        if finding.key not in still:
            seen = finding.rule in judged and (not finding.workbook or file_name(finding.workbook) in read)
            yield _told(finding, Change.MENDED if seen else Change.NOT_JUDGED, finding.place, "", False)


def _told(finding: SideFinding, change: Change, before: str, after: str, waived: bool) -> FindingChange:
    return FindingChange(
        key=finding.key,
        rule=finding.rule,
        subject=finding.subject,
        message=finding.message,
        change=change,
        before=before,
        after=after,
        waived=waived,
    )
