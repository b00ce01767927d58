"""`cxaudit audit`: workbooks in, scorecard out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.access import LIMIT, PASSWORD, TIMINGS, lap
from cxaudit.cli.arguments import OUTPUTS, PATHS, REDACT, RULES, day, score

if TYPE_CHECKING:
    from cxaudit.cli.saves import Saves
    from cxaudit.cli.since import Since
    from cxaudit.engagement.file import Engagement
    from cxaudit.renderer import Page
    from cxaudit.rulefiles import Rules
    from cxaudit.scorecard import Scorecard
    from cxaudit.session import Terms
    from cxaudit.waivers import Waiver

_NOTHING_READ = 3
_LOOK_EVERY = 0.5  # seconds


@click.command(
    epilog="Exit codes: 0 audited; 1 a threshold was not met; 2 usage or rule file; 3 nothing could be read."
)
@PATHS
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default), markdown or json.")
@OUTPUTS
@click.option("--as-of", callback=day, metavar="DATE", help="The day that ages are counted to (default: today).")
@click.option("--scope", type=click.Choice(["journeys", "personas", "all"]), help="What to audit (default: all).")
@click.option("--fail-under", callback=score, metavar="SCORE", help="End with exit code 1 under this score (0 to 100).")
@click.option(
    "--target-level", type=int, metavar="N", help="Plan the path to this level, and end with exit code 1 under it."
)
@RULES
@click.option("--client", default="", metavar="NAME", help="The client's name, for the heading.")
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The earlier scorecard (.json, .xlsx): says what changed since; its register goes on.",
)
@click.option(
    "--fail-on",
    multiple=True,
    metavar="RULE|IMPACT",
    help="End with exit code 1 where this rule, or one of this impact or heavier, has findings that no waiver covers.",
)
@click.option("--new-only", is_flag=True, help="For --fail-on, count only findings that the earlier scorecard had not.")
@click.option("--force", is_flag=True, help="Let -o write over a workbook that is no scorecard.")
@click.option("--include-hidden", is_flag=True, help="Let hidden sheets count too.")
@REDACT
@click.option("--watch", is_flag=True, help="Audit again at every save, and say what the save has changed.")
@click.option("--watch-saves", type=int, default=0, hidden=True, help="End after so many saves.")
@LIMIT
@PASSWORD
@TIMINGS
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict.")
@click.option("-v", "--verbose", is_flag=True, help="All findings, with the reasons and sources.")
def audit(
    paths: tuple[Path, ...],
    form: str,
    outputs: tuple[Path, ...],
    as_of: datetime.date | None,
    scope: str | None,
    fail_under: float | None,
    target_level: int | None,
    packs: tuple[Path, ...],
    client: str,
    previous: Path | None,
    fail_on: tuple[str, ...],
    new_only: bool,
    force: bool,
    include_hidden: bool,
    redact: bool,
    watch: bool,
    watch_saves: int,
    quiet: bool,
    verbose: bool,
) -> None:
    """Audit workbooks and print the maturity scorecard.

    PATH is a workbook or a folder of workbooks; give all that belongs to one programme.
    """
    from cxaudit.workbook import start_reading

    start_reading()
    from cxaudit.cli.console import output_page
    from cxaudit.cli.redacting import check_alone
    from cxaudit.cli.since import since, tell_changes, with_mended
    from cxaudit.cli.thresholds import Bounds, hold_to, rules_to_fail_on
    from cxaudit.renderer import Detail
    from cxaudit.session import engaged, terms_of

    _check_outputs(form, outputs, paths, previous, force)
    if redact:
        check_alone(previous, outputs)
    detail = Detail.ALL if verbose else Detail.VERDICT if quiet else Detail.USUAL
    saves = _saves(form, paths, packs, outputs) if watch else None
    lap("starting")
    rules, engagement = engaged(paths, packs)
    lap("loading the rules")
    terms = terms_of(engagement, as_of, scope, client, target_level)
    command = _command(paths, terms, packs, include_hidden, redact)
    earlier = since(previous, outputs)
    _check_new_only(new_only, fail_on, earlier)
    known = earlier.known if new_only else frozenset()
    bounds = Bounds(fail_under, target_level, rules_to_fail_on(fail_on, rules.ruleset), known)
    scorecard = _audited(paths, rules, engagement, terms, include_hidden, command, earlier.waivers, redact)
    scorecard = with_mended(scorecard, earlier)
    lap("reading the sheets and judging")
    _deliver(scorecard, form, outputs, output_page(detail), previous)
    lap("writing and showing")
    tell_changes(scorecard, earlier, quiet, on_stdout=form == "terminal")
    if saves:
        from cxaudit.cli.watch import keep_watching

        def anew() -> Scorecard:
            rules, engagement = engaged(paths, packs)
            terms = terms_of(engagement, as_of, scope, client, target_level)
            found = _audited(paths, rules, engagement, terms, include_hidden, command, earlier.waivers, redact)
            return with_mended(found, earlier)

        write = partial(_write, outputs=outputs, page=output_page(detail), previous=previous)
        scorecard = keep_watching(scorecard, saves, anew, write, watch_saves)
    hold_to(scorecard, bounds)


def _saves(form: str, paths: Sequence[Path], packs: Sequence[Path], outputs: Sequence[Path]) -> Saves:
    """The saves from now on; raises UsageError where the terminal is not free to tell of them."""
    import time

    from cxaudit.cli.saves import Saves, stamps
    from cxaudit.errors import UsageError

    if form != "terminal":
        raise UsageError("--watch tells of saves in the terminal; leave --format out, and write to a file with -o FILE")
    return Saves(partial(stamps, paths, packs, outputs), partial(time.sleep, _LOOK_EVERY))


def _check_new_only(new_only: bool, fail_on: Sequence[str], earlier: Since) -> None:
    """Refuse to count new findings alone where nothing is counted, or nothing says what is new."""
    from cxaudit.errors import UsageError

    if new_only and not fail_on:
        raise UsageError("--new-only says which findings count for --fail-on; add --fail-on RULE or an impact")
    if new_only and earlier.side is None:
        raise UsageError("--new-only needs an earlier scorecard to tell what is new; name it with --previous")


def _check_outputs(
    form: str, outputs: Sequence[Path], paths: Sequence[Path], previous: Path | None, force: bool
) -> None:
    """Refuse what could not be written before any work is done."""
    from cxaudit.cli.carrying import check_workbooks
    from cxaudit.cli.output import check_targets
    from cxaudit.renderer import renderer

    renderer(form)
    check_targets(outputs, paths)
    check_workbooks(outputs, previous, force)


def _audited(
    paths: Sequence[Path],
    rules: Rules,
    engagement: Engagement | None,
    terms: Terms,
    include_hidden: bool,
    command: str,
    waivers: Sequence[Waiver],
    redact: bool,
) -> Scorecard:
    from cxaudit.cli.opening import open_with_progress
    from cxaudit.cli.progress import Progress
    from cxaudit.cli.redacting import redact_scorecard
    from cxaudit.prose.plaintext import one_line
    from cxaudit.session import misfits_of, scorecard_of

    with Progress() as progress:
        opened = open_with_progress(paths, progress)
        if not opened.contents:
            raise click.exceptions.Exit(_NOTHING_READ)
        progress.say("Judging by the rules …")
        misfits = misfits_of(opened, rules, engagement)
        scorecard = scorecard_of(
            opened,
            rules,
            terms.as_of,
            scope=terms.scope,
            client=terms.client,
            target_level=terms.target_level,
            include_hidden=include_hidden,
            command=command,
            engagement=engagement,
            misfits=misfits,
            waivers=waivers,
        )
        if redact:
            scorecard = redact_scorecard(scorecard, opened, rules, engagement)
    if engagement:
        click.echo(f"Obeying {engagement.file.path.as_posix()}", err=True)
    for sentence in misfits:
        click.echo(sentence, err=True)
    for silent in scorecard.left_out[len(opened.left_out) :]:
        click.echo(one_line(f"{silent.path}: {silent.reason}"), err=True)
    return scorecard


def _deliver(scorecard: Scorecard, form: str, outputs: Sequence[Path], page: Page, previous: Path | None) -> None:
    """Write the files, then show the scorecard."""
    from cxaudit.cli.output import show
    from cxaudit.renderer import renderer

    _write(scorecard, outputs, page, previous)
    show(renderer(form).render(scorecard, page), page, encoded=form != "terminal")


def _write(scorecard: Scorecard, outputs: Sequence[Path], page: Page, previous: Path | None) -> None:
    from cxaudit.cli.carrying import earlier_scorecard
    from cxaudit.cli.output import file_page, write_file
    from cxaudit.renderer import format_of, renderer

    for target in outputs:
        on = file_page(page, target, earlier_scorecard(target, previous))
        write_file(target, renderer(format_of(target)).render(scorecard, on))
        click.echo(f"Written: {target}", err=True)


def _command(paths: Sequence[Path], terms: Terms, packs: Sequence[Path], include_hidden: bool, redact: bool) -> str:
    """The command that repeats this audit on any later day."""
    import shlex

    words = ["cxaudit", "audit", *(path.as_posix() for path in paths), "--as-of", terms.as_of.isoformat()]
    words += ["--scope", terms.scope] if terms.scope != "all" else []
    words += ["--target-level", str(terms.target_level)] if terms.target_level is not None else []
    words += [word for pack in packs for word in ("--rules", pack.as_posix())]
    words += ["--client", terms.client] if terms.client else []
    words += ["--include-hidden"] if include_hidden else []
    words += ["--redact"] if redact else []
    return shlex.join(words)
