"""The two sides of a comparison, and the earlier workbooks judged again by the later rules where they are at hand."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.comparison.side import Side
    from cxaudit.engagement.file import Engagement
    from cxaudit.opened import Opened
    from cxaudit.rulefiles import Rules


class Asked(Struct, frozen=True, kw_only=True):
    """What was asked: OLD and NEW, and how workbooks among them are audited."""

    old: Path
    new: Path
    packs: tuple[Path, ...] = ()
    old_packs: tuple[Path, ...] = ()
    old_workbooks: tuple[Path, ...] = ()
    as_of: datetime.date | None = None
    include_hidden: bool = False


class Audited(Struct, frozen=True):
    """Workbooks that were audited now, as a side, and what that was made from."""

    side: Side
    rules: Rules
    engagement: Engagement | None
    opened: Opened


class Sides(Struct, frozen=True):
    """Both sides; `again` is the earlier programme by the later rules, None where that cannot be."""

    old: Side
    new: Side
    again: Side | None
    audited: tuple[Audited, ...] = ()


def sides_of(asked: Asked) -> Sides:
    """The sides. Raises UsageError for options that do not fit what stands on a side."""
    from cxaudit.session import engaged
    from cxaudit.sides.kept import kept_side

    kept_old, kept_new = kept_side(asked.old), kept_side(asked.new)
    _check(asked, kept_old is not None)
    audited: list[Audited] = []
    if kept_new is None:
        audited.append(_audited((asked.new,), *engaged((asked.new,), asked.packs), asked))
    new = kept_new or audited[-1].side
    if kept_old is None:
        audited.append(_audited((asked.old,), *engaged((asked.old,), asked.old_packs or asked.packs), asked))
    old = kept_old or audited[-1].side
    again = _again(asked, old, new, kept_old is not None, kept_new is not None)
    if again:
        audited.append(again)
    return Sides(old, new, again.side if again else None, tuple(audited))


def _check(asked: Asked, kept: bool) -> None:
    if asked.old_packs and kept:
        raise UsageError(f"--old-rules: {asked.old} is a scorecard, which holds what its rules found; leave it out")
    if asked.old_workbooks and not kept:
        raise UsageError(f"--old-workbooks: {asked.old} is no scorecard but workbooks already; leave the option out")
    for path in asked.old_workbooks:
        if not os.path.exists(path):
            raise UsageError(f"--old-workbooks: {path}: there is no such file or folder")


def _again(asked: Asked, old: Side, new: Side, kept_old: bool, kept_new: bool) -> Audited | None:
    from cxaudit.engagement.file import check_names
    from cxaudit.engagement.find import find_engagement
    from cxaudit.engagement.otherrules import for_rules

    workbooks = asked.old_workbooks if kept_old else (asked.old,)
    if not workbooks or (old.info.digest == new.info.digest and not kept_old):
        return None
    rules = _rules_of(asked, kept_new)
    if rules.ruleset.digest != new.info.digest:
        if kept_old:
            raise UsageError(_other_rules(asked, new, rules))
        return None
    engagement = find_engagement(workbooks)
    if engagement:
        check_names(engagement, rules.vocabulary)
        engagement = for_rules(engagement, rules.ruleset)
    day = datetime.date.fromisoformat(old.info.as_of) if old.info.as_of else None
    return _audited(workbooks, rules, engagement, asked, day, old.scope)


def _rules_of(asked: Asked, kept_new: bool) -> Rules:
    """The rules of the later side; for a scorecard those that are here, which may be others."""
    from cxaudit.rulefiles import load_rules
    from cxaudit.session import engaged

    return load_rules(asked.packs) if kept_new else engaged((asked.new,), asked.packs)[0]


def _other_rules(asked: Asked, new: Side, rules: Rules) -> str:
    here, pack = rules.ruleset, new.info
    return (
        f"--old-workbooks: {asked.new} was made by {pack.rule_pack} {pack.version} (digest {pack.digest[:12]}), "
        f"and the rules here are {here.pack.id} {here.pack.version} (digest {here.digest[:12]}); "
        "give its packs with --rules, or audit its workbooks again"
    )


def _audited(
    paths: tuple[Path, ...],
    rules: Rules,
    engagement: Engagement | None,
    asked: Asked,
    day: datetime.date | None = None,
    scope: str | None = None,
) -> Audited:
    """The side of workbooks that are audited now; `day` and `scope` go before what was asked and laid down."""
    from cxaudit.cli.opening import open_with_progress, tell_left_out
    from cxaudit.cli.progress import Progress
    from cxaudit.cli.redacting import find_names
    from cxaudit.comparison.sideof import side_of
    from cxaudit.session import scorecard_of, terms_of

    terms = terms_of(engagement, day or asked.as_of, scope or None, "", None, asked.include_hidden)
    with Progress() as progress:
        opened = open_with_progress(paths, progress)
        progress.say("Judging by the rules …")
    find_names(opened, rules, engagement, client=terms.client)
    tell_left_out(opened)
    scorecard = scorecard_of(opened, rules, terms, engagement=engagement)
    side = side_of(scorecard, ", ".join(path.name or path.as_posix() for path in paths))
    return Audited(side, rules, engagement, opened)
