"""Regular expressions that are compiled when they are first used: one run needs few of all that are known."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Later:
    """Stands in for the compiled pattern, whose methods it takes over at the first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._written), name)
        self.__dict__[name] = found
        return found


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to search with, as `re.compile` gives it."""
    return _Later(written, flags)  # type: ignore[return-value]
