"""How much memory a command took at its peak, as the system counts it."""

from __future__ import annotations

import sys

_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # macOS counts in bytes, Linux in kilobytes
_MEGABYTE = 1024 * 1024


def peak_memory() -> tuple[int, int] | None:
    """Megabytes of this process, and of the largest of those that it started and that have ended.

    None where the system does not count it (Windows).
    """
    try:
        import resource
    except ImportError:
        return None
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, other = (resource.getrusage(each).ru_maxrss * _KILOBYTE // _MEGABYTE for each in whose)
    return own, other
