"""How large a client's file may be before it is refused; every limit has a name, and can be raised."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import fields, replace

from cxaudit.errors import UsageError

MEGABYTE = 1_000_000
_MOST_DIGITS = 15  # more than any machine has, and as much as the system's own limits take


class Limits(Struct, frozen=True):
    """Bounds on one file. Sizes are in bytes, times in seconds, the rest are counts.

    `cpu_seconds` and `memory_bytes` are set by the system where it can (not on Windows, memory not on
    macOS); `wall_seconds` holds everywhere.
    """

    file_bytes: int = 50 * MEGABYTE
    entries: int = 5_000
    inflated_bytes: int = 256 * MEGABYTE
    inflation_ratio: int = 200
    ratio_from_bytes: int = 10 * MEGABYTE
    sheets: int = 500
    sheet_cells: int = 3_000_000
    workbook_cells: int = 5_000_000
    cell_characters: int = 32_767
    memory_bytes: int = 1024**3
    cpu_seconds: int = 20
    wall_seconds: int = 60


DEFAULT_LIMITS = Limits()


def raised(limits: Limits, settings: Iterable[str]) -> Limits:
    """The limits with settings such as `sheet_cells=9000000` put in place.

    Raises UsageError for an unknown name or a value that is not a whole number above 0.
    """
    names = {field.name for field in fields(limits)}
    for setting in settings:
        name, _, value = setting.replace("-", "_").partition("=")
        if name not in names:
            raise UsageError(f"There is no limit '{name}'; known are: {', '.join(sorted(names))}.")
        if not value.isdecimal() or len(value) > _MOST_DIGITS or int(value) == 0:
            raise UsageError(
                f"The limit '{name}' takes a whole number above 0 of at most {_MOST_DIGITS} digits,"
                f" such as {name}={getattr(limits, name)}."
            )
        limits = replace(limits, **{name: int(value)})
    return limits
