"""One waiver as it is written in an engagement file."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from cxaudit.waivers import WaiverKind, kind_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIELDS = ("rule", "subject", "kind", "reason", "approved_by", "granted", "expires")


def _day(value: Any) -> Any:
    """A day as 2026-11-22, and in no other way."""
    if isinstance(value, datetime.date) or value is None:
        return value
    try:
        return datetime.date.fromisoformat(value if _DAY.fullmatch(str(value)) else "")
    except ValueError:
        raise ValueError(f"'{value}' is no date; write it as 2026-11-22") from None


Day = Annotated[datetime.date, BeforeValidator(_day)]


def _kind(value: Any) -> Any:
    """A kind by its name, or as a register writes it ("accepted risk")."""
    return (kind_of(value) if isinstance(value, str) else None) or value


Kind = Annotated[WaiverKind, BeforeValidator(_kind)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class WaiverLine(BaseModel):
    """A finding, or a whole rule, that is let stand: why, who approved it, and until when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: str = Field(description="the rule's id or slug")
    subject: str = Field(default="", description='the finding\'s subject as shown; empty or "*" for the whole rule')
    kind: Kind
    reason: Words
    approved_by: Words
    granted: Day | None = Field(default=None, description="the day from which it counts")
    expires: Day | None = Field(default=None, description="its last day; only not-applicable may go without")

    @model_validator(mode="after")
    def _ends(self) -> WaiverLine:
        if self.expires is None and self.kind is not WaiverKind.NOT_APPLICABLE:
            raise ValueError(f"a waiver of the kind '{self.kind.value}' needs a day on which it expires")
        if self.granted and self.expires and self.expires < self.granted:
            raise ValueError(f"it expires on {self.expires}, before it is granted on {self.granted}")
        return self


def waiver_lines(waivers: Iterable[WaiverLine]) -> Iterator[str]:
    """The part `waivers` of an engagement file; nothing where there are none."""
    for number, waiver in enumerate(waivers):
        if number == 0:
            yield "waivers:"
        data = waiver.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        written = [f"{name}: {json.dumps(data[name], ensure_ascii=False)}" for name in _FIELDS if name in data]
        yield f"  - {written[0]}"
        yield from (f"    {line}" for line in written[1:])
