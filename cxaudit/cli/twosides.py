"""The two sides of a comparison: scorecards that were kept, or workbooks that are audited now; masked on demand."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit.cli.redacting import find_names, find_names_in_paths, mask_kept

if TYPE_CHECKING:
    from cxaudit.comparison.side import Side
    from cxaudit.engagement.file import Engagement
    from cxaudit.opened import Opened
    from cxaudit.redact.known import Known
    from cxaudit.rulefiles import Rules


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A side, with the workbooks that it was made from (None for a scorecard that was kept)."""

    path: Path
    side: Side
    rules: Rules
    engagement: Engagement | None = None
    opened: Opened | None = None


def two_sides(
    paths: Sequence[Path], packs: tuple[Path, ...], as_of: datetime.date | None, include_hidden: bool
) -> list[Side]:
    """The sides in the order of the paths; with --redact both masked alike."""
    from cxaudit.redact.documents import redacted_part
    from cxaudit.rulefiles import load_rules

    if mask_kept() is not None:
        find_names_in_paths(paths, load_rules(packs), None)
    loaded = [_loaded(path, packs, as_of, include_hidden) for path in paths]
    if mask_kept() is None:
        return [each.side for each in loaded]
    _find_names(loaded)
    mask = mask_kept()
    return [redacted_part(each.side, mask) if mask else each.side for each in loaded]


def _loaded(path: Path, packs: tuple[Path, ...], as_of: datetime.date | None, include_hidden: bool) -> _Loaded:
    from cxaudit.rulefiles import load_rules
    from cxaudit.sides.kept import kept_side

    kept = kept_side(path)
    return _Loaded(path, kept, load_rules(packs)) if kept else _audited(path, packs, as_of, include_hidden)


def _audited(path: Path, packs: tuple[Path, ...], as_of: datetime.date | None, include_hidden: bool) -> _Loaded:
    from cxaudit.cli.opening import open_with_progress, tell_left_out
    from cxaudit.cli.progress import Progress
    from cxaudit.comparison.side import side_of
    from cxaudit.session import engaged, scorecard_of, terms_of

    rules, engagement = engaged((path,), packs)
    terms = terms_of(engagement, as_of, None, "", None)
    with Progress() as progress:
        opened = open_with_progress((path,), progress)
        progress.say("Judging by the rules …")
    find_names(opened, rules, engagement, client=terms.client)
    tell_left_out(opened)
    scorecard = scorecard_of(
        opened,
        rules,
        terms.as_of,
        scope=terms.scope,
        client=terms.client,
        include_hidden=include_hidden,
        engagement=engagement,
    )
    return _Loaded(path, side_of(scorecard, path.name or path.as_posix()), rules, engagement, opened)


def _find_names(loaded: Sequence[_Loaded]) -> None:
    """Finds who is named on either side, so that both are masked alike."""
    from cxaudit.engagement.people import people_in
    from cxaudit.opened import Opened
    from cxaudit.redact.known import NOTHING_KNOWN

    opened = [each.opened for each in loaded if each.opened]
    both = Opened(
        tuple(content for one in opened for content in one.contents),
        tuple(left for one in opened for left in one.left_out),
    )
    beside = NOTHING_KNOWN
    for each in loaded:
        beside += _known(each)
        beside += people_in(each.engagement.data) if each.engagement else NOTHING_KNOWN
    find_names(both, loaded[-1].rules, loaded[-1].engagement, beside)


def _known(loaded: _Loaded) -> Known:
    """What a side tells of people by itself."""
    from cxaudit.excel.whoisnamed import known_in_excel
    from cxaudit.redact.known import Known, known_in, texts_in
    from cxaudit.sides.json_file import read_scorecard

    known = Known(texts=tuple(texts_in(loaded.side)))
    if loaded.opened:
        return known
    is_json = loaded.path.suffix.lower() == ".json"
    return known + (known_in(read_scorecard(loaded.path)) if is_json else known_in_excel(loaded.path))
