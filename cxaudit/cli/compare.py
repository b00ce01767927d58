"""`cxaudit compare`: what changed between two scorecards, or between the workbooks of then and now."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.arguments import RULES, day, written_to
from cxaudit.cli.redacting import REDACT

if TYPE_CHECKING:
    from cxaudit.comparison.document import Comparison
    from cxaudit.renderer import ComparisonRenderer, Page

_PATH = click.Path(path_type=Path)


@click.command(
    epilog="Exit codes: 0 compared; 2 usage, rule file or a file that is no scorecard; 3 nothing could be read."
)
@click.argument("old", type=_PATH, metavar="OLD")
@click.argument("new", type=_PATH, metavar="NEW")
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default), markdown or json.")
@written_to(".xlsx", ".md", ".json", ".txt")
@click.option("--as-of", callback=day, metavar="DATE", help="For workbooks: the day that ages are counted to.")
@RULES
@click.option(
    "--old-rules",
    "old_packs",
    multiple=True,
    type=_PATH,
    metavar="DIR",
    help="Where OLD is workbooks: the rule packs of then, in place of --rules.",
)
@click.option(
    "--old-workbooks",
    multiple=True,
    type=_PATH,
    metavar="PATH",
    help="Where OLD is a scorecard: its workbooks as they were then, to be judged again by the rules of NEW.",
)
@click.option("--include-hidden", is_flag=True, help="For workbooks: let hidden sheets count too.")
@REDACT
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict.")
@click.option("-v", "--verbose", is_flag=True, help="Every finding, those that are still open too.")
def compare(
    old: Path,
    new: Path,
    form: str,
    outputs: tuple[Path, ...],
    as_of: datetime.date | None,
    packs: tuple[Path, ...],
    old_packs: tuple[Path, ...],
    old_workbooks: tuple[Path, ...],
    include_hidden: bool,
    redact: bool,  # noqa: ARG001 (what is said goes through the mask that the option keeps)
    quiet: bool,
    verbose: bool,
) -> None:
    """Tell what changed from OLD to NEW, and who changed it.

    OLD and NEW are scorecards (JSON or Excel), or workbooks or folders, which are audited now.
    """
    from cxaudit.cli.console import output_page
    from cxaudit.cli.maskedsides import masked_sides
    from cxaudit.cli.output import show
    from cxaudit.cli.sides import Asked
    from cxaudit.comparison import compare as comparing

    chosen = _check(form, outputs, old, new, old_workbooks)
    page = output_page(quiet, verbose)
    sides = masked_sides(
        Asked(
            old=old,
            new=new,
            packs=packs,
            old_packs=old_packs,
            old_workbooks=old_workbooks,
            as_of=as_of,
            include_hidden=include_hidden,
        )
    )
    comparison = comparing.compare(sides.old, sides.new, sides.again)
    _write(comparison, outputs, page)
    show(chosen.render_comparison(comparison, page), page, encoded=form != "terminal")


def _check(
    form: str, outputs: tuple[Path, ...], old: Path, new: Path, old_workbooks: tuple[Path, ...]
) -> ComparisonRenderer:
    """What shows the comparison; refuses what could not be written before anything is compared."""
    from cxaudit.cli.output import check_targets
    from cxaudit.renderer import comparison_renderer, format_of

    chosen = comparison_renderer(form)
    check_targets(outputs, (old, new, *old_workbooks))
    for target in outputs:
        comparison_renderer(format_of(target))
        _spare(target, old, new)
    return chosen


def _write(comparison: Comparison, outputs: tuple[Path, ...], page: Page) -> None:
    from cxaudit.cli.output import file_page, write_file
    from cxaudit.cli.redacting import say
    from cxaudit.renderer import comparison_renderer, format_of

    for target in outputs:
        result = comparison_renderer(format_of(target)).render_comparison(comparison, file_page(page, target))
        write_file(target, result)
        say(f"Written: {target}")


def _spare(target: Path, *given: Path) -> None:
    """Refuse to write over one of the two sides, or over a workbook that is no comparison."""
    from cxaudit.errors import UsageError
    from cxaudit.intake.ownmark import is_own_comparison
    from cxaudit.limits import DEFAULT_LIMITS

    if os.path.exists(target) and any(os.path.exists(path) and target.samefile(path) for path in given):
        raise UsageError(f"{target}: this is one of the two to compare; name another file")
    if target.suffix.lower() == ".xlsx" and target.exists() and not is_own_comparison(target, DEFAULT_LIMITS):
        raise UsageError(f"{target}: this workbook is no comparison, so it is not written over; name another file")
