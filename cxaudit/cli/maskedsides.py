"""The two sides of a comparison; with --redact whoever is named on either of them is masked alike on both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cxaudit.cli.redacting import find_names, find_names_in_paths, mask_kept
from cxaudit.cli.sides import Asked, Audited, Sides, sides_of

if TYPE_CHECKING:
    from cxaudit.comparison.side import Side
    from cxaudit.redact.known import Known


def masked_sides(asked: Asked) -> Sides:
    """The sides as they may be shown."""
    from cxaudit.redact.documents import redacted_part
    from cxaudit.rulefiles import load_rules

    if mask_kept() is None:
        return sides_of(asked)
    find_names_in_paths((asked.old, asked.new), load_rules(asked.packs), None)
    sides = sides_of(asked)
    _find_names(asked, sides)
    mask = mask_kept()
    if mask is None:
        return sides
    again = redacted_part(sides.again, mask) if sides.again else None
    return replace(sides, old=redacted_part(sides.old, mask), new=redacted_part(sides.new, mask), again=again)


def _find_names(asked: Asked, sides: Sides) -> None:
    from cxaudit.engagement.people import people_in
    from cxaudit.opened import Opened
    from cxaudit.redact.known import NOTHING_KNOWN
    from cxaudit.rulefiles import load_rules

    opened = [each.opened for each in sides.audited]
    both = Opened(
        tuple(content for one in opened for content in one.contents),
        tuple(left for one in opened for left in one.left_out),
    )
    engagements = [each.engagement for each in sides.audited if each.engagement]
    beside = NOTHING_KNOWN
    for path, side in ((asked.old, sides.old), (asked.new, sides.new)):
        beside += _known(path, side, sides.audited)
    for engagement in engagements:
        beside += people_in(engagement.data)
    last = sides.audited[-1] if sides.audited else None
    find_names(both, last.rules if last else load_rules(asked.packs), last.engagement if last else None, beside)


def _known(path: Path, side: Side, audited: tuple[Audited, ...]) -> Known:
    """What a side tells of people by itself."""
    from cxaudit.excel.whoisnamed import known_in_excel
    from cxaudit.redact.known import Known, known_in, texts_in
    from cxaudit.sides.json_file import read_scorecard

    known = Known(texts=tuple(texts_in(side)))
    if any(each.side is side for each in audited):
        return known
    return known + (known_in(read_scorecard(path)) if path.suffix.lower() == ".json" else known_in_excel(path))
