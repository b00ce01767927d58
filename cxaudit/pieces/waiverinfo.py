"""A waiver as the scorecard tells it: what was agreed about a finding or a rule, and whether that still holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum

from cxaudit.pieces.piece import Piece


class WaiverState(StrEnum):
    """What a waiver does on the day of the audit; only the first two have an effect.

    `expiring` is in effect and ends soon; `unused` covers nothing that was found; `not_yet` was granted for
    a later day; `incomplete` lacks a reason, who approved it or when it expires.
    """

    ACTIVE = "active"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    UNUSED = "unused"
    NOT_YET = "not_yet"
    INCOMPLETE = "incomplete"


IN_EFFECT = frozenset({WaiverState.ACTIVE, WaiverState.EXPIRING})


class WaiverInfo(Piece, frozen=True, kw_only=True):
    """One waiver. `subject` is empty for a whole rule; `findings` are the keys that it speaks of.

    `place` says where it stands (file:line:column, or the register of a scorecard), `lacks` in words what an
    incomplete one does not have.
    """

    rule: str
    subject: str = ""
    kind: str
    state: WaiverState
    reason: str
    approved_by: str
    granted: datetime.date | None = None
    expires: datetime.date | None = None
    findings: tuple[str, ...] = ()
    place: str = ""
    lacks: str = ""

    @property
    def in_effect(self) -> bool:
        return self.state in IN_EFFECT


def waived_keys(waivers: Iterable[WaiverInfo]) -> frozenset[str]:
    """The keys of the findings that a waiver in effect covers."""
    return frozenset(key for waiver in waivers if waiver.in_effect for key in waiver.findings)
