"""Saving a reading as an engagement file beside the workbooks; what stood there before is kept under another name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cxaudit.cli.output import write_file
from cxaudit.cli.redacting import say
from cxaudit.engagement.file import EngagementData
from cxaudit.engagement.find import NAME
from cxaudit.engagement.write import Settings, engagement_text
from cxaudit.errors import UsageError
from cxaudit.renderer import WorkbookReading

EARLIER = "cxaudit.earlier.yaml"


def save_reading(books: Sequence[WorkbookReading], home: Path, before: EngagementData | None) -> Path:
    """Writes the file and gives its path; raises UsageError where nothing was read or it cannot be written."""
    read = {Path(book.path): book.sheets for book in books if not book.error}
    if not read:
        raise UsageError(f"{home}: no workbook could be read, so there is no reading to save")
    target = home / NAME
    text = engagement_text(read, home, _settings(before), before)
    earlier = target.read_text(encoding="utf-8") if target.exists() else ""
    if earlier and earlier != text:
        write_file(home / EARLIER, earlier)
        say(f"Kept: {home / EARLIER}, the file as it was before")
    write_file(target, text)
    say(f"Written: {target}. Correct it in a text editor; audit and inspect obey it.")
    return target


def _settings(before: EngagementData | None) -> Settings:
    if before is None:
        return Settings()
    return Settings(before.client, before.target_level, before.as_of or "", before.scope or "", before.rules)
