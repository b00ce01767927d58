"""Waivers: what people agreed about a finding or a rule. They never change a score.

The one thing that leaves the weights is a whole rule that is declared not applicable. A waiver needs a reason,
who approved it and when it ends; one that lacks any of these has no effect and is reported.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from cxaudit.finding import Outcome, not_applicable
from cxaudit.pattern import pattern
from cxaudit.register import EXPIRES, GONE, GRANTED, STATUS, TYPED, Register, RegisterRow, Typed
from cxaudit.result import RuleResult

WHOLE = ("", "*")
DECLARED = "declared not applicable by "
_REASON, _APPROVED_BY = TYPED.index("Reason"), TYPED.index("Approved by")
_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class WaiverKind(StrEnum):
    """Why a finding is let stand."""

    ACCEPTED = "accepted"
    MET_ELSEWHERE = "met-elsewhere"
    DISPUTED = "disputed"
    PLANNED = "planned"
    NOT_APPLICABLE = "not-applicable"


_ALSO = {"accepted-risk": WaiverKind.ACCEPTED, "risk-accepted": WaiverKind.ACCEPTED}


def kind_of(text: str) -> WaiverKind | None:
    """The kind that a text names, as an engagement file or a register writes it; None where it names none."""
    name = "-".join(re.split(r"[\s_-]+", text.strip().casefold()))
    return _ALSO.get(name) or next((kind for kind in WaiverKind if kind == name), None)


class Waiver(Struct, frozen=True):
    """One waiver. `subject` is empty where it speaks of the whole rule.

    `place` says where it stands; `lacks` in words what it would need to have an effect.
    """

    rule: str
    subject: str
    kind: WaiverKind
    reason: str
    approved_by: str
    granted: datetime.date | None = None
    expires: datetime.date | None = None
    place: str = ""
    lacks: str = ""

    def expired(self, as_of: datetime.date) -> bool:
        """Whether its last day is over."""
        return self.expires is not None and self.expires < as_of

    def stands(self, as_of: datetime.date) -> bool:
        """Whether it is complete and its days have begun and are not over."""
        begun = self.granted is None or self.granted <= as_of
        return not self.lacks and begun and not self.expired(as_of)

    @property
    def declares(self) -> bool:
        """Whether it takes a whole rule out of the weights."""
        return self.kind is WaiverKind.NOT_APPLICABLE and not self.subject


def declared(waivers: Iterable[Waiver], as_of: datetime.date) -> dict[str, Waiver]:
    """The waivers that take a whole rule out on that day, by rule id; the first of several counts."""
    found: dict[str, Waiver] = {}
    for waiver in waivers:
        if waiver.declares and waiver.stands(as_of):
            found.setdefault(waiver.rule, waiver)
    return found


def declaration(waiver: Waiver) -> str:
    """Why a rule was taken out, for the scorecard."""
    until = f", until {waiver.expires.isoformat()}" if waiver.expires else ""
    return f"{DECLARED}{waiver.approved_by}{until}: {waiver.reason}"


def without_declared(results: Sequence[RuleResult], taken_out: Mapping[str, Waiver]) -> tuple[RuleResult, ...]:
    """The results with the declared rules not applicable; a rule that does not apply anyway keeps its reason."""
    return tuple(
        _taken_out(result, taken_out[result.rule.id])
        if result.rule.id in taken_out and result.outcome is not Outcome.NOT_APPLICABLE
        else result
        for result in results
    )


def _taken_out(result: RuleResult, waiver: Waiver) -> RuleResult:
    judgement = not_applicable(declaration(waiver))
    return RuleResult(result.rule, Outcome.NOT_APPLICABLE, None, judgement, (), judgement.reason)


def register_waivers(register: Register, place: str) -> tuple[Waiver, ...]:
    """The rows whose status waives their finding, in their order; `place` names the scorecard.

    A row that a person added waives a whole rule where its subject is empty or "*".
    """
    found = (_row_waiver(row, place) for row in register.rows if row.rule)
    return tuple(waiver for waiver in found if waiver is not None)


def _row_waiver(row: RegisterRow, place: str) -> Waiver | None:
    kind = kind_of(_words(row.typed[STATUS]))
    if kind is None:
        return None
    subject = row.key.removeprefix(f"{row.rule}: ") or row.subject.strip()
    return Waiver(
        rule=row.rule,
        subject="" if subject in WHOLE else subject,
        kind=kind,
        reason=_words(row.typed[_REASON]),
        approved_by=_words(row.typed[_APPROVED_BY]),
        granted=_day(row.typed[GRANTED]),
        expires=_day(row.typed[EXPIRES]),
        place=place,
        lacks=", ".join(_lacking(row, kind)),
    )


def waiver_remark(row: RegisterRow) -> str:
    """What a row of the register still needs to waive its finding; empty where it waives it, or is not meant to."""
    waiver = None if row.state in GONE else _row_waiver(row, "")
    return f"Waives nothing yet: it lacks {waiver.lacks}." if waiver and waiver.lacks else ""


def _lacking(row: RegisterRow, kind: WaiverKind) -> Iterator[str]:
    """What a row does not say that an engagement file would have to say."""
    for name, index in (("a reason", _REASON), ("who approved it", _APPROVED_BY)):
        if not _words(row.typed[index]):
            yield name
    granted, expires = _day(row.typed[GRANTED]), _day(row.typed[EXPIRES])
    if _words(row.typed[GRANTED]) and granted is None:
        yield f'a date from which it counts ("{_words(row.typed[GRANTED])}" is none)'
    if _words(row.typed[EXPIRES]) and expires is None:
        yield f'a date on which it expires ("{_words(row.typed[EXPIRES])}" is none)'
    elif expires is None and kind is not WaiverKind.NOT_APPLICABLE:
        yield "a date on which it expires"
    if granted and expires and expires < granted:
        yield f"a last day that is not before it is granted ({granted.isoformat()})"


def _words(value: Typed) -> str:
    return "" if value is None else str(value).strip()


def _day(value: Typed) -> datetime.date | None:
    """A day that was typed as a date, or as text such as 2026-11-30; None for anything else."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = _words(value)
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
