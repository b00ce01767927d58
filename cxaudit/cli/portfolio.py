"""`cxaudit portfolio`: a folder of programmes in, one table of them out."""

from __future__ import annotations

import datetime
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.arguments import RULES, day, written_to
from cxaudit.cli.redacting import REDACT, find_names_in_paths, hidden, say

if TYPE_CHECKING:
    from cxaudit.portfolio.audit import Request
    from cxaudit.portfolio.document import Portfolio
    from cxaudit.portfolio.find import Programmes
    from cxaudit.portfolio.state import State
    from cxaudit.renderer import Page
    from cxaudit.rulefiles import Rules

_NOTHING_READ = 3


@click.command(epilog="Exit codes: 0 audited; 2 usage or rule file; 3 no programme could be audited; 130 interrupted.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default), markdown or json.")
@written_to(".xlsx", ".md", ".json", ".txt")
@click.option("--as-of", callback=day, metavar="DATE", help="The day that ages are counted to (default: today).")
@click.option("--scope", type=click.Choice(["journeys", "personas", "all"]), help="What to audit (default: all).")
@RULES
@click.option("--include-hidden", is_flag=True, help="Let hidden sheets count too.")
@REDACT
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Audits side by side (default: one a core).")
@click.option(
    "--state",
    "kept",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep the results here; a later run audits only what has changed (default: kept only until the run is over).",
)
@click.option("--force", is_flag=True, help="Let -o write over a workbook that is no portfolio.")
@click.option("-q", "--quiet", is_flag=True, help="Only the result in sentences.")
@click.option("-v", "--verbose", is_flag=True, help="Every programme and every rule.")
def portfolio(
    folder: Path,
    form: str,
    outputs: tuple[Path, ...],
    as_of: datetime.date | None,
    scope: str | None,
    packs: tuple[Path, ...],
    include_hidden: bool,
    redact: bool,
    jobs: int | None,
    kept: Path | None,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Audit many programmes and compare them.

    DIR holds a folder for each programme. Where folders with a cxaudit.yaml lie deeper, those are the programmes. A
    run that was interrupted goes on where it stopped when the same command is given again.
    """
    from cxaudit.cli.console import output_page
    from cxaudit.portfolio.audit import Request
    from cxaudit.portfolio.find import find_programmes
    from cxaudit.portfolio.workers import cores
    from cxaudit.rulefiles import load_rules

    began = time.monotonic()
    _check_outputs(form, outputs, folder, force)
    programmes = find_programmes(folder)
    rules = load_rules(packs)
    if redact:
        find_names_in_paths([folder, *(Path(each.path) for each in programmes.left_out)], rules, None)
        programmes = programmes.redacted(hidden)
    request = Request(folder, as_of, scope, packs, include_hidden, redact)
    found = _audited(programmes, request, rules, jobs or cores(), _Keeping(kept, outputs), quiet)
    _deliver(found, form, outputs, output_page(quiet, verbose))
    if not quiet:
        _tell_size(len(programmes.names), time.monotonic() - began)
    if not found.programmes:
        raise click.exceptions.Exit(_NOTHING_READ)


def _check_outputs(form: str, outputs: Sequence[Path], folder: Path, force: bool) -> None:
    """Refuse what could not be written before any work is done."""
    from cxaudit.cli.output import check_targets
    from cxaudit.errors import UsageError
    from cxaudit.intake.ownmark import is_own_portfolio
    from cxaudit.limits import DEFAULT_LIMITS
    from cxaudit.portfolio.output import output_for, output_named

    output_named(form)
    for target in outputs:
        output_for(target)
        stranger = target.suffix.lower() == ".xlsx" and target.is_file()
        if stranger and not force and not is_own_portfolio(target, DEFAULT_LIMITS):
            raise UsageError(
                f"{target}: this workbook is no cxaudit portfolio, so it is not written over; "
                "name another file, or add --force"
            )
    check_targets(outputs, [folder])


class _Keeping:
    """Where the results of a run are kept, and what becomes of them."""

    def __init__(self, named: Path | None, outputs: Sequence[Path]) -> None:
        self._named = named
        self._beside = outputs[0].with_name(f".{outputs[0].name}.state.jsonl") if outputs else None

    def path(self) -> Path:
        """The file named, else one beside the first output, else one of the system's folder for such files."""
        import os
        import tempfile

        if self._named or self._beside:
            return self._named or self._beside or Path()
        handle, name = tempfile.mkstemp(prefix="cxaudit-portfolio-", suffix=".jsonl")
        os.close(handle)
        return Path(name)

    def over(self, state: State) -> None:
        """The run is over: only a file that was asked for stays."""
        if self._named:
            state.close()
        else:
            state.discard()

    def interrupted(self, state: State) -> None:
        """Says how to go on."""
        state.close()
        how = "give the same command again" if self._named or self._beside else f"add --state {state.path}"
        say(f"Interrupted. To go on from here, {how}.")


def _audited(
    programmes: Programmes, request: Request, rules: Rules, jobs: int, keeping: _Keeping, quiet: bool
) -> Portfolio:
    from cxaudit.cli.finishing import Finishing
    from cxaudit.portfolio.run import portfolio as made
    from cxaudit.portfolio.run import run, terms_of_run
    from cxaudit.portfolio.state import State

    today = datetime.date.today()
    state = State(keeping.path(), terms_of_run(request, rules.ruleset, today))
    try:
        with Finishing(len(programmes.names), quiet) as finishing:
            finishing.begin(state)
            run(programmes, request, state, jobs, finishing.tell)
        found = made(programmes, rules.ruleset, state, request.as_of or today)
    except KeyboardInterrupt:
        keeping.interrupted(state)
        raise
    keeping.over(state)
    return found


def _tell_size(count: int, seconds: float) -> None:
    """How long it took, and how much memory."""
    from cxaudit.cli.peak import peak_memory

    said = f"{count:,} programme{'' if count == 1 else 's'} in {seconds:,.0f} s"
    peak = peak_memory()
    if peak:
        said += f"; peak memory {peak[0]} MB, and {peak[1]} MB in the largest of the other processes"
    click.echo(f"{said}.", err=True)


def _deliver(found: Portfolio, form: str, outputs: Sequence[Path], page: Page) -> None:
    """Write the files, then show the portfolio."""
    from cxaudit.cli.output import file_page, show_pieces, write_pieces
    from cxaudit.portfolio.output import output_for, output_named

    for target in outputs:
        write_pieces(target, output_for(target).render(found, file_page(page, target)))
        say(f"Written: {target}")
    show_pieces(output_named(form).render(found, page), page, encoded=form != "terminal")
