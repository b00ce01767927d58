"""The tally of waivers on the day of the audit: which have an effect, which are over, and which cover nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from cxaudit.pieces.waiverinfo import WaiverInfo, WaiverState
from cxaudit.scorecard import FindingInfo, RuleInfo
from cxaudit.waivers import Waiver, declaration


def waiver_infos(
    waivers: Iterable[Waiver], rules: Sequence[RuleInfo], as_of: datetime.date, soon_days: int
) -> tuple[WaiverInfo, ...]:
    """Each waiver with its state and the findings that it speaks of, in the order given."""
    known = {rule.id: rule for rule in rules}
    return tuple(_info(waiver, known.get(waiver.rule), as_of, soon_days) for waiver in waivers)


def _info(waiver: Waiver, rule: RuleInfo | None, as_of: datetime.date, soon_days: int) -> WaiverInfo:
    keys = _covered(waiver, rule) if rule else ()
    return WaiverInfo(
        rule=waiver.rule,
        subject=waiver.subject,
        kind=waiver.kind.value,
        state=_state(waiver, bool(keys) or _took_out(waiver, rule), as_of, soon_days),
        reason=waiver.reason,
        approved_by=waiver.approved_by,
        granted=waiver.granted,
        expires=waiver.expires,
        findings=keys,
        place=waiver.place,
        lacks=waiver.lacks,
    )


def _covered(waiver: Waiver, rule: RuleInfo) -> tuple[str, ...]:
    if not waiver.subject:
        return rule.open_keys
    return tuple(finding.key for finding in rule.findings if _speaks_of(waiver, finding))


def _speaks_of(waiver: Waiver, finding: FindingInfo) -> bool:
    """A subject is known by the finding's key or by its name as it is shown."""
    names = {_plain(finding.subject), _plain(finding.key.partition(": ")[2])}
    return _plain(waiver.subject) in names


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _took_out(waiver: Waiver, rule: RuleInfo | None) -> bool:
    return rule is not None and waiver.declares and rule.reason == declaration(waiver)


def _state(waiver: Waiver, covers: bool, as_of: datetime.date, soon_days: int) -> WaiverState:
    if waiver.lacks:
        return WaiverState.INCOMPLETE
    if waiver.expired(as_of):
        return WaiverState.EXPIRED
    if not waiver.stands(as_of):
        return WaiverState.NOT_YET
    if not covers:
        return WaiverState.UNUSED
    soon = waiver.expires is not None and (waiver.expires - as_of).days <= soon_days
    return WaiverState.EXPIRING if soon else WaiverState.ACTIVE
