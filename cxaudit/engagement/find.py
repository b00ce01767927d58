"""The engagement file that belongs to the workbooks of one audit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement

NAME = "cxaudit.yaml"


def find_engagement(paths: Sequence[Path]) -> Engagement | None:
    """The engagement file in the folders that the paths name or lie in, or None.

    Raises UsageError where the paths have two, and RuleFileError where the one is not in order.
    """
    homes = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    found = list({(home / NAME).resolve(): home / NAME for home in homes if (home / NAME).is_file()}.values())
    if len(found) > 1:
        names = " and ".join(path.as_posix() for path in found)
        raise UsageError(f"these paths belong to two engagements ({names}); audit them one after the other")
    if not found:
        return None
    from cxaudit.engagement.file import load_engagement

    return load_engagement(found[0])


def home_of(paths: Sequence[Path]) -> Path:
    """The one folder in which an engagement file for the paths belongs; raises UsageError where there are several."""
    homes = list({(p if p.is_dir() else p.parent).resolve(): p if p.is_dir() else p.parent for p in paths}.values())
    if len(homes) > 1:
        names = ", ".join(home.as_posix() for home in homes)
        raise UsageError(f"the paths lie in several folders ({names}); save the reading of one folder at a time")
    return homes[0]
