"""Workbooks read and judged for `cxaudit audit`: the scorecard as it is, as it may be shown, and what goes with it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from cxaudit.cli.access import lap
from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.cli.opening import Opening
    from cxaudit.cli.since import Since
    from cxaudit.cli.thresholds import Bounds
    from cxaudit.engagement.file import Engagement
    from cxaudit.opened import Opened
    from cxaudit.redact.known import Known
    from cxaudit.redact.mask import Mask
    from cxaudit.rulefiles import Rules
    from cxaudit.ruleset import Ruleset
    from cxaudit.scorecard import Scorecard
    from cxaudit.terms import Terms

_NOTHING_READ = 3


class Request(Struct, frozen=True, kw_only=True):
    """The options of `cxaudit audit`, as they were given."""

    paths: tuple[Path, ...]
    form: str
    outputs: tuple[Path, ...]
    as_of: datetime.date | None
    scope: str | None
    fail_under: float | None
    target_level: int | None
    packs: tuple[Path, ...]
    client: str
    previous: Path | None
    fail_on: tuple[str, ...]
    new_only: bool
    force: bool
    include_hidden: bool
    redact: bool
    watch: bool
    watch_saves: int
    quiet: bool
    verbose: bool


class Judged(Struct, frozen=True):
    """The `scorecard` with nothing masked, the one to `show`, the thresholds, and what is to be said of the files."""

    scorecard: Scorecard
    show: Scorecard
    bounds: Bounds
    packs: tuple[Path, ...]
    told: tuple[str, ...]

    def tell(self) -> None:
        """What could not be used, and what was obeyed, on standard error."""
        _say(self.told)


class NothingReadError(click.exceptions.Exit):
    """Nothing could be read; `told` are the reasons."""

    def __init__(self, told: tuple[str, ...]) -> None:
        super().__init__(_NOTHING_READ)
        self.told = told

    def tell(self) -> None:
        _say(self.told)


def judged(asked: Request, earlier: Since) -> Judged:
    """The audit of the files as they are now; raises NothingReadError where there is nothing to judge."""
    from cxaudit.cli.redacting import find_names_in_paths
    from cxaudit.reading import load_layouts
    from cxaudit.session import engaged, misfits_of, scorecard_of, terms_of

    opening = _opening(asked.paths)
    rules, engagement = engaged(asked.paths, asked.packs)
    lap("loading the rules")
    bounds = _bounds(asked, earlier, rules.ruleset)
    terms = terms_of(engagement, asked.as_of, asked.scope, asked.client, asked.target_level, asked.include_hidden)
    find_names_in_paths(asked.paths, rules, engagement)
    load_layouts()
    opened = _opened(opening)
    _find_names(asked, earlier, opened, rules, engagement, terms.client)
    if not opened.contents and not _claims(opened, rules, engagement):
        raise NothingReadError(tuple(_failures(opened)))
    misfits = misfits_of(opened, rules, engagement)
    scored = partial(
        scorecard_of,
        opened,
        rules,
        terms,
        command=_command(asked, terms),
        engagement=engagement,
        misfits=misfits,
    )
    scorecard = scored(waivers=earlier.waivers)
    waivers = earlier.waivers_now(scorecard) if earlier.waivers else ()
    if waivers != earlier.waivers:
        scorecard = scored(waivers=waivers)
    told = _told(opened, scorecard, engagement, misfits)
    return _judged(scorecard, earlier, bounds, engagement.packs if engagement else (), told)


def _judged(
    scorecard: Scorecard, earlier: Since, bounds: Bounds, packs: tuple[Path, ...], told: tuple[str, ...]
) -> Judged:
    from cxaudit.cli.redacting import mask_kept
    from cxaudit.cli.since import masked, with_mended

    mask, before = mask_kept(), masked(earlier)
    show = with_mended(_redacted(scorecard, mask) if mask else scorecard, before)
    if bounds.new_only:
        bounds = replace(bounds, known=before.known(show))
        told = (*told, *before.doubts(show))
    return Judged(with_mended(scorecard, earlier), show, bounds, packs, told)


def _redacted(scorecard: Scorecard, mask: Mask) -> Scorecard:
    from cxaudit.redact.documents import redacted

    return redacted(scorecard, mask)


def _opening(paths: Sequence[Path]) -> Opening:
    from cxaudit.cli.opening import Opening

    return Opening(paths)


def _opened(opening: Opening) -> Opened:
    from cxaudit.cli.progress import Progress

    with Progress() as progress:
        return opening.wait(progress)


def _find_names(
    asked: Request, earlier: Since, opened: Opened, rules: Rules, engagement: Engagement | None, client: str
) -> None:
    from cxaudit.cli.redacting import find_names, known_of

    beside: Known | None = known_of(earlier, asked.previous) if asked.redact else None
    find_names(opened, rules, engagement, beside, client)


def _claims(opened: Opened, rules: Rules, engagement: Engagement | None) -> bool:
    """Whether a self-assessment can stand in for workbooks: folders without any, and answers that are kept."""
    from cxaudit.engagement.selfassessed import claims_of

    return bool(opened.empty and claims_of(engagement, rules))


def _failures(opened: Opened) -> Sequence[str]:
    from cxaudit.cli.opening import failures

    return failures(opened)


def _told(
    opened: Opened, scorecard: Scorecard, engagement: Engagement | None, misfits: Sequence[str]
) -> tuple[str, ...]:
    """What could not be read, what was obeyed, what no longer fits it, and the files that gave the audit nothing."""
    obeyed = (f"Obeying {engagement.file.path.as_posix()}", *misfits) if engagement else ()
    if not opened.contents:
        return (*obeyed, *(f"{path}: {reason}" for path, reason in opened.problems))
    silent = scorecard.left_out[len(opened.left_out) :]
    return (*_failures(opened), *obeyed, *(f"{each.path}: {each.reason}" for each in silent))


def _say(lines: Sequence[str]) -> None:
    from cxaudit.cli.redacting import say
    from cxaudit.prose.plaintext import one_line

    for line in lines:
        say(one_line(line))


def _bounds(asked: Request, earlier: Since, ruleset: Ruleset) -> Bounds:
    """The thresholds; raises UsageError where new findings alone count and nothing says what is new."""
    from cxaudit.cli.thresholds import Bounds, rules_to_fail_on

    if asked.new_only and not asked.fail_on:
        raise UsageError("--new-only says which findings count for --fail-on; add --fail-on RULE or an impact")
    if asked.new_only and earlier.side is None:
        raise UsageError("--new-only needs an earlier scorecard to tell what is new; name it with --previous")
    return Bounds(asked.fail_under, asked.target_level, rules_to_fail_on(asked.fail_on, ruleset), asked.new_only)


def _command(asked: Request, terms: Terms) -> str:
    """The command that repeats this audit on any later day."""
    import shlex

    words = ["cxaudit", "audit", *(path.as_posix() for path in asked.paths), "--as-of", terms.as_of.isoformat()]
    words += ["--scope", terms.scope] if terms.scope != "all" else []
    words += ["--target-level", str(terms.target_level)] if terms.target_level is not None else []
    words += [word for pack in asked.packs for word in ("--rules", pack.as_posix())]
    words += ["--client", terms.client] if terms.client else []
    words += ["--include-hidden"] if terms.include_hidden else []
    words += ["--redact"] if asked.redact else []
    return shlex.join(words)
