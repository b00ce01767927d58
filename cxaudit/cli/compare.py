"""`cxaudit compare`: what changed between two scorecards, or between the workbooks of then and now."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.arguments import OUTPUTS, RULES, day

if TYPE_CHECKING:
    from cxaudit.comparison.side import Side

_PATH = click.Path(path_type=Path)


@click.command(
    epilog="Exit codes: 0 compared; 2 usage, rule file or a file that is no scorecard; 3 nothing could be read."
)
@click.argument("old", type=_PATH, metavar="OLD")
@click.argument("new", type=_PATH, metavar="NEW")
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default), markdown or json.")
@OUTPUTS
@click.option("--as-of", callback=day, metavar="DATE", help="For workbooks: the day that ages are counted to.")
@RULES
@click.option("--include-hidden", is_flag=True, help="For workbooks: let hidden sheets count too.")
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict.")
@click.option("-v", "--verbose", is_flag=True, help="Every finding, those that are still open too.")
def compare(
    old: Path,
    new: Path,
    form: str,
    outputs: tuple[Path, ...],
    as_of: datetime.date | None,
    packs: tuple[Path, ...],
    include_hidden: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Tell what changed from OLD to NEW, and who changed it.

    OLD and NEW are scorecards (JSON or Excel), or workbooks or folders, which are audited now.
    """
    from cxaudit.cli.console import output_page
    from cxaudit.cli.output import check_targets, file_page, show, write_file
    from cxaudit.comparison import compare as comparing
    from cxaudit.renderer import Detail, comparison_renderer, format_of

    chosen = comparison_renderer(form)
    check_targets(outputs, (old, new))
    for target in outputs:
        comparison_renderer(format_of(target))
        _spare(target, old, new)
    page = output_page(Detail.ALL if verbose else Detail.VERDICT if quiet else Detail.USUAL)
    sides = [_side(path, packs, as_of, include_hidden) for path in (old, new)]
    comparison = comparing.compare(*sides)
    for target in outputs:
        result = comparison_renderer(format_of(target)).render_comparison(comparison, file_page(page, target))
        write_file(target, result)
        click.echo(f"Written: {target}", err=True)
    show(chosen.render_comparison(comparison, page), page, encoded=form != "terminal")


def _spare(target: Path, *given: Path) -> None:
    """Refuse to write over one of the two sides, or over a workbook that is no comparison."""
    from cxaudit.errors import UsageError
    from cxaudit.intake.ownmark import is_own_comparison
    from cxaudit.limits import DEFAULT_LIMITS

    if target.exists() and any(path.exists() and target.samefile(path) for path in given):
        raise UsageError(f"{target}: this is one of the two to compare; name another file")
    if target.suffix.lower() == ".xlsx" and target.exists() and not is_own_comparison(target, DEFAULT_LIMITS):
        raise UsageError(f"{target}: this workbook is no comparison, so it is not written over; name another file")


def _side(path: Path, packs: tuple[Path, ...], as_of: datetime.date | None, include_hidden: bool) -> Side:
    """The scorecard that was kept at a path, or that of its workbooks, made now."""
    from cxaudit.sides.kept import kept_side

    kept = kept_side(path)
    return kept or _audited(path, packs, as_of, include_hidden)


def _audited(path: Path, packs: tuple[Path, ...], as_of: datetime.date | None, include_hidden: bool) -> Side:
    from cxaudit.cli.opening import open_with_progress
    from cxaudit.cli.progress import Progress
    from cxaudit.comparison.sideof import side_of
    from cxaudit.session import engaged, scorecard_of, terms_of

    rules, engagement = engaged((path,), packs)
    terms = terms_of(engagement, as_of, None, "", None)
    with Progress() as progress:
        opened = open_with_progress((path,), progress)
        progress.say("Judging by the rules …")
        scorecard = scorecard_of(
            opened,
            rules,
            terms.as_of,
            scope=terms.scope,
            client=terms.client,
            include_hidden=include_hidden,
            engagement=engagement,
        )
    return side_of(scorecard, path.name or path.as_posix())
