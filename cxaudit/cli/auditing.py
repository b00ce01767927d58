"""What `cxaudit audit` does: read, judge, write, show, tell what changed, watch, and hold to thresholds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.access import lap
from cxaudit.cli.delivering import check_outputs, deliver, write
from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.cli.saves import Saves
    from cxaudit.cli.since import Since
    from cxaudit.cli.thresholds import Bounds
    from cxaudit.opened import Opened
    from cxaudit.renderer import Page
    from cxaudit.ruleset import Ruleset
    from cxaudit.scorecard import Scorecard
    from cxaudit.session import Terms

_NOTHING_READ = 3
_LOOK_EVERY = 0.5  # seconds


@dataclass(frozen=True, kw_only=True)
class Request:
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


def run(asked: Request) -> None:
    """The whole command; ends with its exit code."""
    from cxaudit.cli.console import output_page
    from cxaudit.cli.redacting import check_new
    from cxaudit.cli.since import masked, since, tell_changes
    from cxaudit.cli.thresholds import hold_to
    from cxaudit.renderer import Detail

    check_outputs(asked.form, asked.outputs, asked.paths, asked.previous, asked.force)
    if asked.redact:
        check_new(asked.outputs)
    saves = _saves(asked) if asked.watch else None
    page = output_page(Detail.ALL if asked.verbose else Detail.VERDICT if asked.quiet else Detail.USUAL)
    lap("starting")
    earlier = since(asked.previous, asked.outputs)
    scorecard, bounds = _audited(asked, earlier)
    lap("reading the sheets and judging")
    deliver(scorecard, asked.form, asked.outputs, page, asked.previous)
    lap("writing and showing")
    tell_changes(scorecard, masked(earlier), asked.quiet, on_stdout=asked.form == "terminal")
    if saves:
        scorecard = _watched(scorecard, saves, asked, earlier, page)
    hold_to(scorecard, _with_known(bounds, asked, masked(earlier), scorecard))


def _watched(scorecard: Scorecard, saves: Saves, asked: Request, earlier: Since, page: Page) -> Scorecard:
    from cxaudit.cli.watch import keep_watching

    def anew() -> Scorecard:
        return _audited(asked, earlier)[0]

    rewrite = partial(write, outputs=asked.outputs, page=page, previous=asked.previous)
    return keep_watching(scorecard, saves, anew, rewrite, asked.watch_saves)


def _audited(asked: Request, earlier: Since) -> tuple[Scorecard, Bounds]:
    """The scorecard of the files as they are now, and the thresholds that it is to be held to."""
    from cxaudit.cli.redacting import find_names, find_names_in_paths, known_of
    from cxaudit.cli.since import masked, with_mended
    from cxaudit.redact.documents import redacted
    from cxaudit.session import engaged, misfits_of, scorecard_of, terms_of

    rules, engagement = engaged(asked.paths, asked.packs)
    lap("loading the rules")
    bounds = _bounds(asked, earlier, rules.ruleset)
    terms = terms_of(engagement, asked.as_of, asked.scope, asked.client, asked.target_level)
    find_names_in_paths(asked.paths, rules, engagement)
    opened = _opened(asked.paths)
    beside = known_of(earlier, asked.previous) if asked.redact else None
    mask = find_names(opened, rules, engagement, beside, terms.client)
    _tell_left_out(opened)
    misfits = misfits_of(opened, rules, engagement)
    judged = partial(
        scorecard_of,
        opened,
        rules,
        terms.as_of,
        scope=terms.scope,
        client=terms.client,
        target_level=terms.target_level,
        include_hidden=asked.include_hidden,
        command=_command(asked, terms),
        engagement=engagement,
        misfits=misfits,
    )
    scorecard = judged(waivers=earlier.waivers)
    waivers = earlier.waivers_now(scorecard) if earlier.waivers else ()
    if waivers != earlier.waivers:
        scorecard = judged(waivers=waivers)
    if mask:
        scorecard = redacted(scorecard, mask)
    obeyed = (f"Obeying {engagement.file.path.as_posix()}", *misfits) if engagement else ()
    _tell(obeyed, scorecard, opened)
    return with_mended(scorecard, masked(earlier)), bounds


def _opened(paths: Sequence[Path]) -> Opened:
    from cxaudit.cli.opening import open_with_progress
    from cxaudit.cli.progress import Progress

    with Progress() as progress:
        return open_with_progress(paths, progress)


def _tell_left_out(opened: Opened) -> None:
    """What could not be read; ends with exit code 3 where that is all."""
    from cxaudit.cli.opening import tell_left_out

    tell_left_out(opened)
    if not opened.contents:
        raise click.exceptions.Exit(_NOTHING_READ)


def _tell(obeyed: Sequence[str], scorecard: Scorecard, opened: Opened) -> None:
    """What was obeyed, what no longer fits it, and the files that gave the audit nothing, on standard error."""
    from cxaudit.cli.redacting import say
    from cxaudit.prose.plaintext import one_line

    for sentence in obeyed:
        say(sentence)
    for silent in scorecard.left_out[len(opened.left_out) :]:
        say(one_line(f"{silent.path}: {silent.reason}"))


def _bounds(asked: Request, earlier: Since, ruleset: Ruleset) -> Bounds:
    """The thresholds; raises UsageError where new findings alone count and nothing says what is new."""
    from cxaudit.cli.thresholds import Bounds, rules_to_fail_on

    if asked.new_only and not asked.fail_on:
        raise UsageError("--new-only says which findings count for --fail-on; add --fail-on RULE or an impact")
    if asked.new_only and earlier.side is None:
        raise UsageError("--new-only needs an earlier scorecard to tell what is new; name it with --previous")
    return Bounds(asked.fail_under, asked.target_level, rules_to_fail_on(asked.fail_on, ruleset), asked.new_only)


def _with_known(bounds: Bounds, asked: Request, earlier: Since, scorecard: Scorecard) -> Bounds:
    """The thresholds with the findings that are not new; says what is doubtful in what is called new."""
    if not asked.new_only:
        return bounds
    for sentence in earlier.doubts(scorecard):
        click.echo(sentence, err=True)
    return replace(bounds, known=earlier.known(scorecard))


def _saves(asked: Request) -> Saves:
    """The saves from now on; raises UsageError where the terminal is not free to tell of them."""
    import time

    from cxaudit.cli.saves import Saves, stamps

    if asked.form != "terminal":
        raise UsageError("--watch tells of saves in the terminal; leave --format out, and write to a file with -o FILE")
    return Saves(partial(stamps, asked.paths, asked.packs, asked.outputs), partial(time.sleep, _LOOK_EVERY))


def _command(asked: Request, terms: Terms) -> str:
    """The command that repeats this audit on any later day."""
    import shlex

    words = ["cxaudit", "audit", *(path.as_posix() for path in asked.paths), "--as-of", terms.as_of.isoformat()]
    words += ["--scope", terms.scope] if terms.scope != "all" else []
    words += ["--target-level", str(terms.target_level)] if terms.target_level is not None else []
    words += [word for pack in asked.packs for word in ("--rules", pack.as_posix())]
    words += ["--client", terms.client] if terms.client else []
    words += ["--include-hidden"] if asked.include_hidden else []
    words += ["--redact"] if asked.redact else []
    return shlex.join(words)
