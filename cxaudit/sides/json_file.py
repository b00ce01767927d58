"""A scorecard that was kept as JSON."""

from __future__ import annotations

from pathlib import Path

from msgspec import DecodeError

from cxaudit.comparison.side import Side
from cxaudit.comparison.sideof import side_of
from cxaudit.errors import UsageError
from cxaudit.scorecard import SCHEMA, Scorecard, scorecard_of_json

_LARGEST = 256 * 1024 * 1024  # bytes


def read_scorecard(path: Path) -> Scorecard:
    """The scorecard in a file. Raises UsageError with a sentence where the file is none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{path}: this file is too large for a scorecard")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this file is not UTF-8 text, so it is no scorecard") from None
    except OSError as error:
        raise UsageError(f"{path}: this file cannot be read ({error.strerror or error})") from None
    try:
        scorecard = scorecard_of_json(text)
    except DecodeError as error:
        raise UsageError(f"{path}: this file is no {SCHEMA} scorecard ({error})") from None
    if scorecard.schema_name != SCHEMA:
        raise UsageError(f"{path}: this is a '{scorecard.schema_name}'; this version reads {SCHEMA}")
    return scorecard


def read_side(path: Path) -> Side:
    """The side that the file is."""
    return side_of(read_scorecard(path), path.name)
