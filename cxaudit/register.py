"""The register: findings as work, and how what people typed there is carried into the next audit.

A finding is known by its key (rule and subject), never by its cell, so that a table which moved keeps its
owners and dates. Nothing typed is ever dropped: a row whose finding is gone stays, with its remarks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.scorecard import FindingInfo, RuleInfo, Scorecard

TYPED = ("Owner", "Due", "Status", "Decision", "Reason", "Approved by", "Granted", "Expires", "Client's comment")
STATUSES = ("open", "planned", "done", "accepted risk", "met elsewhere", "disputed", "not applicable")
STATUS, GRANTED, EXPIRES = (TYPED.index(title) for title in ("Status", "Granted", "Expires"))

Typed = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None


class State(StrEnum):
    """What became of a finding since the earlier audit.

    `mended` only where its rule was judged again in the same workbook and no longer finds it; `taken out` where its
    map, stage, persona or sheet is no longer there; `not judged` where the rule or the workbook was left out this
    time; `own entry` for a row that a person added.
    """

    NEW = "new"
    STILL_OPEN = "still open"
    BACK_AGAIN = "back again"
    MENDED = "mended"
    TAKEN_OUT = "taken out"
    NOT_JUDGED = "not judged"
    OWN_ENTRY = "own entry"


GONE = frozenset({State.MENDED, State.TAKEN_OUT, State.NOT_JUDGED, State.OWN_ENTRY})
_LASTING = frozenset({State.MENDED, State.TAKEN_OUT})


class RegisterRow(Struct, frozen=True):
    """One row. `typed` are the values of TYPED, `extra` those of the user's own columns, each in its order."""

    key: str
    state: State
    rule: str
    finding: str
    subject: str
    workbook: str
    place: str
    points: float
    effort: str
    first_seen: str
    last_seen: str
    typed: tuple[Typed, ...]
    extra: tuple[Typed, ...] = ()


class Register(Struct, frozen=True):
    """All rows, and the headings of the columns that users added."""

    rows: tuple[RegisterRow, ...] = ()
    extra_columns: tuple[str, ...] = ()


def register_of(scorecard: Scorecard, earlier: Register | None = None) -> Register:
    """The register of an audit, with what was typed into the earlier one.

    Findings of today come first, the most points first; then the rows whose finding is gone, in the order
    of the earlier register.
    """
    before = earlier or Register()
    width = len(before.extra_columns)
    first: dict[str, int] = {}
    for index, row in enumerate(before.rows):
        if row.key:
            first.setdefault(row.key, index)
    today = [_fresh(rule, finding, scorecard, width) for rule, finding in _findings(scorecard)]
    found = {row.key: first.get(row.key) for row in today}
    current = [_carried(row, None if (at := found[row.key]) is None else before.rows[at]) for row in today]
    carried, open_keys = set(found.values()), set(found)
    left = [row for index, row in enumerate(before.rows) if index not in carried]
    return Register((*current, *(_gone(row, open_keys, scorecard) for row in left)), before.extra_columns)


def remark(row: RegisterRow, as_of: datetime.date) -> str:
    """What the audit has to say to what was typed in a row; empty where it agrees."""
    status = str(row.typed[STATUS] or "").strip().casefold()
    remarks = []
    if status == "done" and row.state not in GONE:
        remarks.append("Marked done, but the audit still finds it.")
    expires = row.typed[EXPIRES]
    if isinstance(expires, datetime.date) and _day(expires) < as_of and row.state not in GONE:
        remarks.append(f"What was agreed expired on {_day(expires).isoformat()}.")
    if row.state is State.MENDED:
        remarks.append("No longer found; kept with its remarks.")
    if row.state is State.TAKEN_OUT:
        remarks.append("Its map, stage, persona or sheet is no longer there; kept with its remarks.")
    if row.state is State.NOT_JUDGED:
        remarks.append("Not judged this time: its rule or its workbook was not part of this audit.")
    return " ".join(remarks)


def _day(value: datetime.date) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def _findings(scorecard: Scorecard) -> Iterable[tuple[RuleInfo, FindingInfo]]:
    pairs = [(rule, finding) for rule in scorecard.rules for finding in rule.findings]
    return sorted(pairs, key=lambda pair: (-pair[1].points, pair[0].id))


def _fresh(rule: RuleInfo, finding: FindingInfo, scorecard: Scorecard, width: int) -> RegisterRow:
    cell = finding.cells[0] if finding.cells else None
    typed: list[Typed] = [None] * len(TYPED)
    typed[STATUS] = STATUSES[0]
    return RegisterRow(
        key=finding.key,
        state=State.NEW,
        rule=rule.id,
        finding=finding.message,
        subject=finding.subject,
        workbook=cell.workbook if cell else "",
        place=f"{cell.sheet}!{cell.cell}" if cell else "",
        points=finding.points,
        effort=rule.effort,
        first_seen=scorecard.as_of.isoformat(),
        last_seen=scorecard.as_of.isoformat(),
        typed=tuple(typed),
        extra=(None,) * width,
    )


def _carried(row: RegisterRow, earlier: RegisterRow | None) -> RegisterRow:
    if earlier is None:
        return row
    states = {State.MENDED: State.BACK_AGAIN, State.TAKEN_OUT: State.NEW}
    state = states.get(earlier.state, State.STILL_OPEN)
    if earlier.last_seen == row.last_seen and earlier.state not in GONE:
        state = earlier.state  # the same day's audit once more
    first = earlier.first_seen or row.first_seen
    return replace(row, state=state, first_seen=first, typed=earlier.typed, extra=earlier.extra)


def _gone(row: RegisterRow, open_keys: set[str], scorecard: Scorecard) -> RegisterRow:
    if not row.key:
        return replace(row, state=State.OWN_ENTRY)
    if row.key in open_keys:  # a copy that someone made of a row
        return replace(row, state=State.STILL_OPEN)
    if row.state in _LASTING:
        return row
    return replace(row, points=0.0, state=State.MENDED if _looked_at(row, scorecard) else State.NOT_JUDGED)


def _looked_at(row: RegisterRow, scorecard: Scorecard) -> bool:
    """Whether this audit judged the row's rule, and read the workbook that the finding stood in."""
    judged = any(rule.id == row.rule and rule.score is not None for rule in scorecard.rules)
    read = {_file_name(sheet.workbook) for sheet in scorecard.sheets}
    return judged and (not row.workbook or _file_name(row.workbook) in read)


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].casefold()
