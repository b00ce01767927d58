"""What an Excel scorecard carries on from the one before it, and which workbooks are never written over."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.earlier import EarlierScorecard

_SUFFIX = ".xlsx"


def check_workbooks(targets: Iterable[Path], previous: Path | None, force: bool) -> None:
    """Refuse to write over a workbook that is no scorecard; raises UsageError with what to do."""
    workbooks = [target for target in targets if target.suffix.lower() == _SUFFIX]
    if previous is not None and not os.path.isfile(previous):
        raise UsageError(f"{previous}: there is no such file; --previous wants an earlier scorecard (.json or .xlsx)")
    for target in workbooks:
        if os.path.exists(target) and not force and not _is_scorecard(target):
            raise UsageError(
                f"{target}: this workbook is no cxaudit scorecard, so it is not written over; "
                "name another file, or add --force"
            )
        if (
            previous is not None
            and not _is_json(previous)
            and os.path.exists(target)
            and not force
            and not target.samefile(previous)
        ):
            raise UsageError(
                f"{target}: this is another scorecard than the one named with --previous, and what was typed in it "
                "would be lost; name another file, leave --previous out to carry on from it, or add --force"
            )


def earlier_scorecard(target: Path, previous: Path | None) -> EarlierScorecard | None:
    """The scorecard that a new one carries on from: the one named, else the one in its place, else none.

    Raises UsageError where it cannot be read: what was typed in it would be lost.
    """
    if target.suffix.lower() != _SUFFIX:
        return None
    from cxaudit.excel.earlier_file import read_earlier

    if previous is not None and not _is_json(previous):
        return read_earlier(previous)
    if os.path.exists(target) and _is_scorecard(target):
        return read_earlier(target)
    return _from_json(previous) if previous is not None else None


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _from_json(path: Path) -> EarlierScorecard:
    """What a scorecard in JSON hands on: its findings and scores; nobody has typed in it."""
    from cxaudit.earlier import EarlierScorecard
    from cxaudit.register import register_of
    from cxaudit.sides.json_file import read_scorecard

    scorecard = read_scorecard(path)
    return EarlierScorecard(
        as_of=scorecard.as_of.isoformat(),
        score=scorecard.score,
        pack=scorecard.rule_pack.digest,
        register=register_of(scorecard),
        dimensions={one.id: one.score for one in scorecard.dimensions if one.score is not None},
        scorecard=scorecard,
    )


def _is_scorecard(path: Path) -> bool:
    from cxaudit.excel.earlier_file import is_scorecard

    return is_scorecard(path)
