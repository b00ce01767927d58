"""What became of each finding between two scorecards; a finding is known by its key, never by its cell."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.comparison.document import Change, FindingChange
from cxaudit.comparison.doing import doing
from cxaudit.comparison.pair import Pair
from cxaudit.comparison.side import Side, SideFinding
from cxaudit.comparison.structure import Kind, file_name
from cxaudit.subject import SEPARATOR

_ORDER = {change: number for number, change in enumerate(Change)}


def findings(pair: Pair) -> tuple[FindingChange, ...]:
    """Every finding of either side, by its change, its rule and its key."""
    earlier = _earlier(pair)
    found = [*_now(pair, earlier), *_gone(pair, earlier)]
    return tuple(sorted(found, key=lambda each: (_ORDER[each.change], each.rule, each.key)))


def mended_keys(pair: Pair) -> tuple[str, ...]:
    """The keys of findings that were mended by the later side, or before it and stayed so; sorted."""
    gone = {each.key for each in findings(pair) if each.change is Change.MENDED}
    return tuple(sorted((gone | _mended_before(pair)) - pair.new.open_keys))


def keys_now(pair: Pair) -> dict[str, str]:
    """The keys of the findings that were open on the earlier side, each with the key that it has now."""
    return {finding.key: key for key, finding in _earlier(pair).items()}


def taken_out_keys(pair: Pair) -> frozenset[str]:
    """The keys, as of now, of findings that went with their map, stage, persona or sheet."""
    return frozenset(each.key for each in findings(pair) if each.change is Change.TAKEN_OUT)


def _earlier(pair: Pair) -> dict[str, SideFinding]:
    """The earlier findings by the key that they have now."""
    still = pair.new.open_keys
    named = {
        finding.key if finding.key in still else pair.renames.key(finding.key): finding for finding in pair.old.findings
    }
    gone = {key: finding for key, finding in named.items() if key not in still}
    come = {finding.key: finding for finding in pair.new.findings if finding.key not in named}
    again = _lacking_again(gone, come)
    return {again.get(key, key): finding for key, finding in named.items()}


def _lacking_again(gone: dict[str, SideFinding], come: dict[str, SideFinding]) -> dict[str, str]:
    """Findings of labels that a map or table lacks, of which it lacks others now: it still lacks some."""
    before, after = _by_group(gone), _by_group(come)
    both = (group for group in before if len(before[group]) == len(after.get(group, ())) == 1)
    return {before[group][0]: after[group][0] for group in both}


def _by_group(found: dict[str, SideFinding]) -> dict[str, list[str]]:
    """The keys that tell of lacking labels (rule, map or table, labels), by rule and map or table."""
    groups: dict[str, list[str]] = {}
    for key, finding in found.items():
        if finding.subject and finding.key.startswith(f"{finding.rule}: {finding.subject}: ") and SEPARATOR not in key:
            groups.setdefault(key.rpartition(": ")[0], []).append(key)
    return groups


def _mended_before(pair: Pair) -> set[str]:
    return {pair.renames.key(key) for key in pair.old.mended} | pair.old.mended


def _now(pair: Pair, earlier: dict[str, SideFinding]) -> Iterator[FindingChange]:
    mended = _mended_before(pair)
    for finding in pair.new.findings:
        before = earlier.get(finding.key)
        if before is None:
            change = Change.BACK_AGAIN if finding.key in mended else Change.NEW
        else:
            moved = before.place and finding.place and before.place != finding.place
            change = Change.MOVED if moved or before.subject != finding.subject else Change.STILL_OPEN
        yield FindingChange(
            key=finding.key,
            rule=finding.rule,
            subject=finding.subject,
            message=finding.message,
            change=change,
            before=before.place if before else "",
            after=finding.place,
            waived=finding.key in pair.new.waived,
            by=doing(pair, change, finding.rule, finding.key),
            renamed_from=before.subject if before and before.subject != finding.subject else "",
        )


def _gone(pair: Pair, earlier: dict[str, SideFinding]) -> Iterator[FindingChange]:
    still = pair.new.open_keys
    judged = {rule.id for rule in pair.new.rules if rule.score is not None}
    for key, finding in earlier.items():
        if key not in still:
            change = _fate(pair, finding, judged)
            yield FindingChange(
                key=key,
                rule=finding.rule,
                subject=finding.subject,
                message=finding.message,
                change=change,
                before=finding.place,
                by=doing(pair, change, finding.rule, key),
            )


def _names_sheets(side: Side) -> bool:
    """Whether a side tells its sheets, so that one which is not among them is gone."""
    return any(part.kind is Kind.SHEET for part in side.structure)


def _fate(pair: Pair, finding: SideFinding, judged: set[str]) -> Change:
    """What became of a finding that is not there any more."""
    name = file_name(finding.workbook)
    if finding.workbook and pair.renames.workbook(name) not in pair.new.workbooks:
        return Change.NOT_JUDGED
    if _names_sheets(pair.new) and pair.renames.taken_out(name, finding.place.rpartition("!")[0], finding.key):
        return Change.TAKEN_OUT
    return Change.MENDED if finding.rule in judged else Change.NOT_JUDGED
