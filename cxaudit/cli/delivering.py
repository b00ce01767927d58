"""A scorecard delivered: written to the files that were asked for, then shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit.cli.redacting import masked_earlier, say

if TYPE_CHECKING:
    from cxaudit.renderer import Page
    from cxaudit.scorecard import Scorecard


def check_outputs(
    form: str, outputs: Sequence[Path], paths: Sequence[Path], previous: Path | None = None, force: bool = False
) -> None:
    """Refuse what could not be written before any work is done."""
    from cxaudit.cli.carrying import check_workbooks
    from cxaudit.cli.output import check_targets
    from cxaudit.renderer import renderer

    renderer(form)
    check_targets(outputs, paths)
    check_workbooks(outputs, previous, force)


def deliver(scorecard: Scorecard, form: str, outputs: Sequence[Path], page: Page, previous: Path | None = None) -> None:
    """Write the files, then show the scorecard."""
    from cxaudit.cli.output import show
    from cxaudit.renderer import renderer

    write(scorecard, outputs, page, previous)
    show(renderer(form).render(scorecard, page), page, encoded=form != "terminal")


def write(scorecard: Scorecard, outputs: Sequence[Path], page: Page, previous: Path | None = None) -> None:
    """Write the files, each carrying on from the scorecard that it takes the place of."""
    from cxaudit.cli.carrying import earlier_scorecard
    from cxaudit.cli.output import file_page, write_file
    from cxaudit.renderer import format_of, renderer

    for target in outputs:
        on = file_page(page, target, masked_earlier(earlier_scorecard(target, previous)))
        write_file(target, renderer(format_of(target)).render(scorecard, on))
        say(f"Written: {target}")
