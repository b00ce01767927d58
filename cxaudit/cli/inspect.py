"""`cxaudit inspect`: how each sheet is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.access import LIMIT, PASSWORD, TIMINGS, lap
from cxaudit.cli.arguments import PATHS, RULES, written_to
from cxaudit.cli.redacting import REDACT, find_names, find_names_in_paths, say

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement
    from cxaudit.opened import Opened
    from cxaudit.renderer import Page, WorkbookReading
    from cxaudit.rulefiles import Rules

_NOTHING_READ = 3


@click.command()
@PATHS
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default) or json.")
@written_to(".json", ".txt")
@RULES
@LIMIT
@PASSWORD
@TIMINGS
@click.option("-q", "--quiet", is_flag=True, help="One line a sheet.")
@click.option("-v", "--verbose", is_flag=True, help="Every cell that was not read.")
@REDACT
@click.option("--save", is_flag=True, help="Write the reading to cxaudit.yaml beside the workbooks, to be corrected.")
@click.option("--review", is_flag=True, help="Decide on the labels in doubt, one key each, and save.")
def inspect(
    paths: tuple[Path, ...],
    form: str,
    outputs: tuple[Path, ...],
    packs: tuple[Path, ...],
    quiet: bool,
    verbose: bool,
    redact: bool,  # noqa: ARG001 (what is said goes through the mask that the option keeps)
    save: bool,
    review: bool,
) -> None:
    """Show how each sheet is read: its kind, each label and the field it is taken for, and what is in doubt.

    PATH is a workbook or a folder of workbooks.
    """
    from cxaudit.workbook import start_reading

    start_reading()
    from cxaudit.cli.console import output_page
    from cxaudit.cli.opening import tell_left_out
    from cxaudit.redact.documents import redacted_readings
    from cxaudit.session import misfits_of

    _check(form, outputs, paths)
    lap("starting")
    opened, rules, engagement = _opened(paths, packs)
    mask = find_names(opened, rules, engagement)
    tell_left_out(opened)
    for sentence in misfits_of(opened, rules, engagement):
        say(sentence)
    readings = _read(paths, opened, rules, engagement, save, review)
    if mask:
        readings = redacted_readings(readings, mask)
    lap("reading the sheets")
    _deliver(readings, form, outputs, output_page(quiet, verbose))
    lap("writing and showing")
    if all(book.error for book in readings):
        raise click.exceptions.Exit(_NOTHING_READ)


def _check(form: str, outputs: Sequence[Path], paths: Sequence[Path]) -> None:
    """Refuse what could not be written before anything is read."""
    from cxaudit.cli.output import check_targets
    from cxaudit.renderer import format_of, reading_renderer

    for name in (form, *(format_of(target) for target in outputs)):
        reading_renderer(name)
    check_targets(outputs, paths)


def _opened(paths: Sequence[Path], packs: Sequence[Path]) -> tuple[Opened, Rules, Engagement | None]:
    """The workbooks, opened while the rules are loaded, and these."""
    from cxaudit.cli.opening import Opening
    from cxaudit.cli.progress import Progress
    from cxaudit.reading import load_layouts
    from cxaudit.session import engaged

    opening = Opening(paths)
    rules, engagement = engaged(paths, packs)
    lap("loading the rules")
    find_names_in_paths(paths, rules, engagement)
    load_layouts()
    with Progress() as progress:
        opened = opening.wait(progress)
        progress.say("Reading the sheets …")
        return opened, rules, engagement


def _read(
    paths: Sequence[Path], opened: Opened, rules: Rules, engagement: Engagement | None, save: bool, ask: bool
) -> tuple[WorkbookReading, ...]:
    from cxaudit.session import readings_of

    if save or ask:
        return _saved(paths, opened, rules, engagement, ask)
    return readings_of(opened, rules, engagement)


def _saved(
    paths: Sequence[Path], opened: Opened, rules: Rules, engagement: Engagement | None, ask: bool
) -> tuple[WorkbookReading, ...]:
    """The readings after the doubts were decided on, where that is wanted, and written beside the workbooks."""
    from msgspec.structs import replace

    from cxaudit.cli.review import review
    from cxaudit.cli.saving import save_reading
    from cxaudit.engagement.decide import with_decisions
    from cxaudit.engagement.doubts import doubts_of
    from cxaudit.engagement.file import new_engagement
    from cxaudit.engagement.find import home_of
    from cxaudit.session import readings_of
    from cxaudit.vocabulary import KINDS

    home = home_of(paths)
    engagement = engagement or new_engagement(home)
    readings = readings_of(opened, rules, engagement)
    if ask:
        fields = frozenset(name for kind in KINDS for name in rules.vocabulary.known_fields(kind)) | {"other"}
        decisions = review(doubts_of([sheet for book in readings for sheet in book.sheets]), fields)
        engagement = replace(engagement, data=with_decisions(engagement, home, decisions))
        readings = readings_of(opened, rules, engagement)
    save_reading(readings, home, engagement.data)
    return readings


def _deliver(readings: Sequence[WorkbookReading], form: str, outputs: Sequence[Path], page: Page) -> None:
    from cxaudit.cli.output import file_page, show, write_file
    from cxaudit.renderer import format_of, reading_renderer

    for target in outputs:
        write_file(target, reading_renderer(format_of(target)).render_readings(readings, file_page(page, target)))
        say(f"Written: {target}")
    show(reading_renderer(form).render_readings(readings, page), page, encoded=form != "terminal")
