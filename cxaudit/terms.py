"""The terms of one audit: the day that ages are counted to, what is audited, for whom, and how far it is to go."""

from __future__ import annotations

import datetime

from msgspec import Struct


class Terms(Struct, frozen=True, kw_only=True):
    """`scope` is all, journeys or personas; without `target_level` the plan leads to the next level."""

    as_of: datetime.date
    scope: str = "all"
    client: str = ""
    target_level: int | None = None
    include_hidden: bool = False
