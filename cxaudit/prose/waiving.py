"""Waivers in words: the tally, and what each one says."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.pieces.waiverinfo import WaiverInfo, WaiverState

STATES = {
    WaiverState.EXPIRED: "expired",
    WaiverState.INCOMPLETE: "incomplete",
    WaiverState.EXPIRING: "soon to expire",
    WaiverState.UNUSED: "unused",
    WaiverState.NOT_YET: "not yet granted",
    WaiverState.ACTIVE: "active",
}
"""The states in words, those that somebody has to see to first."""


def tally(waivers: Sequence[WaiverInfo]) -> str:
    """How many waivers there are in each state: "3 active, 1 soon to expire, 1 expired, 0 unused"."""
    order = (WaiverState.ACTIVE, WaiverState.EXPIRING, WaiverState.EXPIRED, WaiverState.UNUSED)
    rest = (WaiverState.NOT_YET, WaiverState.INCOMPLETE)
    counts = {state: sum(1 for waiver in waivers if waiver.state is state) for state in WaiverState}
    return ", ".join(f"{counts[state]} {STATES[state]}" for state in (*order, *rest) if state in order or counts[state])


def sorted_waivers(waivers: Sequence[WaiverInfo]) -> tuple[WaiverInfo, ...]:
    """Those that somebody has to see to first; in their order otherwise."""
    order = list(STATES)
    return tuple(sorted(waivers, key=lambda waiver: order.index(waiver.state)))


def what(waiver: WaiverInfo) -> str:
    """What a waiver speaks of: "TO02, Counter", or "TO02 as a whole"."""
    return f"{waiver.rule}, {waiver.subject}" if waiver.subject else f"{waiver.rule} as a whole"


def kind_in_words(waiver: WaiverInfo) -> str:
    """The kind as a register writes it: "accepted risk", "met elsewhere"."""
    return {"accepted": "accepted risk"}.get(waiver.kind, waiver.kind.replace("-", " "))


def effect(waiver: WaiverInfo) -> str:
    """What it does on the day of the audit, in words."""
    count = len(waiver.findings)
    findings = f"{count} finding{'' if count == 1 else 's'}"
    until = f" until {waiver.expires.isoformat()}" if waiver.expires else ""
    kind = kind_in_words(waiver)
    if waiver.state is WaiverState.EXPIRED:
        return f"{kind}{until}; {findings} count again"
    if waiver.state is WaiverState.INCOMPLETE:
        return f"{kind}; without effect: it lacks {waiver.lacks}"
    if waiver.state is WaiverState.UNUSED:
        return f"{kind}{until}; nothing is found that it covers"
    if waiver.state is WaiverState.NOT_YET:
        return f"{kind} from {waiver.granted.isoformat() if waiver.granted else ''}{until}"
    return f"{kind}{until}; {findings}" if count else f"{kind}{until}; the rule leaves the weights"


def agreed(waiver: WaiverInfo) -> str:
    """Why, and who approved it."""
    by = f" ({waiver.approved_by})" if waiver.approved_by else ""
    return f"{waiver.reason}{by}"
