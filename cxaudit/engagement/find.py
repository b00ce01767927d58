"""The engagement file that belongs to the workbooks of one audit."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit.errors import RuleFileError, UsageError

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement

NAME = "cxaudit.yaml"


def find_engagement(paths: Sequence[Path]) -> Engagement | None:
    """The engagement file in the folders that the paths name or lie in, or None.

    Raises UsageError where the paths have two, and RuleFileError where the one is not in order.
    """
    homes = dict.fromkeys(map(_folder, paths))
    found = list({os.path.realpath(home / NAME): home / NAME for home in homes if os.path.isfile(home / NAME)}.values())
    if len(found) > 1:
        names = " and ".join(path.as_posix() for path in found)
        raise UsageError(f"these paths belong to two engagements ({names}); audit them one after the other")
    if not found:
        return None
    from cxaudit.engagement.file import load_engagement

    if not Path(os.path.realpath(found[0])).is_relative_to(os.path.realpath(found[0].parent)):
        raise RuleFileError(f"{found[0]}: this is a link that leads out of its folder; put the file itself there")
    return load_engagement(found[0])


def home_of(paths: Sequence[Path]) -> Path:
    """The one folder in which an engagement file for the paths belongs; raises UsageError where there are several."""
    homes = list({os.path.realpath(home): home for home in map(_folder, paths)}.values())
    if len(homes) > 1:
        names = ", ".join(home.as_posix() for home in homes)
        raise UsageError(f"the paths lie in several folders ({names}); save the reading of one folder at a time")
    return homes[0]


def _folder(path: Path) -> Path:
    """The folder that a path is or lies in; of a path that cannot be, the one that it would lie in."""
    return path if os.path.isdir(path) else path.parent  # unlike the methods of Path, this never raises
