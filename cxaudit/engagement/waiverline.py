"""One waiver as it is written in an engagement file."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from cxaudit.part import Before, Part, key, plain
from cxaudit.pattern import pattern
from cxaudit.waivers import WaiverKind, kind_of

_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIELDS = ("rule", "subject", "kind", "reason", "approved_by", "granted", "expires")


def _day(value: Any) -> Any:
    """A day as 2026-11-22, and in no other way."""
    if isinstance(value, datetime.date) or value is None:
        return value
    try:
        return datetime.date.fromisoformat(value if _DAY.fullmatch(str(value)) else "")
    except ValueError:
        raise ValueError(f"'{value}' is no date; write it as 2026-11-22") from None


Day = Annotated[datetime.date, Before(_day)]


def _kind(value: Any) -> Any:
    """A kind by its name, or as a register writes it ("accepted risk")."""
    return (kind_of(value) if isinstance(value, str) else None) or value


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


Kind = Annotated[WaiverKind, Before(_kind)]
Words = Annotated[str, Before(_stripped)]


class WaiverLine(Part):
    """A finding, or a whole rule, that is let stand: why, who approved it, and until when."""

    rule: str = key(description="the rule's id or slug")
    subject: str = key(default="", description='the finding\'s subject as shown; empty or "*" for the whole rule')
    kind: Kind
    reason: Words = key(min_length=1)
    approved_by: Words = key(min_length=1)
    granted: Day | None = key(default=None, description="the day from which it counts")
    expires: Day | None = key(default=None, description="its last day; only not-applicable may go without")

    def verify(self) -> None:
        if self.expires is None and self.kind is not WaiverKind.NOT_APPLICABLE:
            raise ValueError(f"a waiver of the kind '{self.kind.value}' needs a day on which it expires")
        if self.granted and self.expires and self.expires < self.granted:
            raise ValueError(f"it expires on {self.expires}, before it is granted on {self.granted}")


def waiver_lines(waivers: Iterable[WaiverLine]) -> Iterator[str]:
    """The part `waivers` of an engagement file; nothing where there are none."""
    for number, waiver in enumerate(waivers):
        if number == 0:
            yield "waivers:"
        data = plain(waiver, without_none=True, without_defaults=True)
        written = [f"{name}: {json.dumps(data[name], ensure_ascii=False)}" for name in _FIELDS if name in data]
        yield f"  - {written[0]}"
        yield from (f"    {line}" for line in written[1:])
