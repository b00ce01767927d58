"""--redact: all that a command says goes through its mask, its refusals too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.cli.since import Since
    from cxaudit.earlier import EarlierScorecard
    from cxaudit.engagement.file import Engagement
    from cxaudit.opened import Opened
    from cxaudit.redact.known import Known
    from cxaudit.redact.mask import Mask
    from cxaudit.rulefiles import Rules

_MASK = "cxaudit.mask"


def _begin(ctx: click.Context, _: click.Parameter, wanted: bool) -> bool:
    """From here on addresses and numbers are masked; names are once they are known."""
    if wanted:
        from cxaudit.redact.mask import Mask

        ctx.meta[_MASK] = Mask()
    return wanted


REDACT = click.option(
    "--redact",
    is_flag=True,
    callback=_begin,
    help="Mask names of personas and people, e-mail addresses, phone numbers and customers' quotes in every output.",
)


def keep(mask: Mask) -> None:
    """Lets all that the command says from now on go through a mask."""
    context = click.get_current_context(silent=True)
    if context is not None:
        context.meta[_MASK] = mask


def mask_kept() -> Mask | None:
    """The mask of the command that runs; None without --redact."""
    context = click.get_current_context(silent=True)
    kept: Mask | None = context.meta.get(_MASK) if context else None
    return kept


def hidden(text: str) -> str:
    """A text as the command that runs may say it."""
    mask = mask_kept()
    return mask.text(text) if mask else text


def say(words: str, err: bool = True) -> None:
    """A line of the tool's own, on standard error."""
    click.echo(hidden(words), err=err)


def find_names(
    opened: Opened, rules: Rules, engagement: Engagement | None, beside: Known | None = None, client: str = ""
) -> Mask | None:
    """Finds what is to be hidden, and keeps it for what the command says; None without --redact."""
    if mask_kept() is None:
        return None
    from cxaudit.session import mask_of

    mask = mask_of(opened, rules, engagement, beside, client)
    keep(mask)
    return mask


def find_names_in_paths(paths: Sequence[Path], rules: Rules, engagement: Engagement | None) -> None:
    """The same before anything was opened: people in the names of files."""
    if mask_kept() is not None:
        from cxaudit.opened import Opened

        find_names(Opened((), tuple((path.as_posix(), "") for path in paths)), rules, engagement)


def check_new(outputs: Sequence[Path]) -> None:
    """Refuse to write over a scorecard: what was typed into it would be lost, or masked for good."""
    for target in outputs:
        if target.suffix.lower() == ".xlsx" and target.exists():
            raise UsageError(
                f"{target}: a scorecard with --redact does not take the place of an earlier one, whose names would be "
                "lost; write it to a new file, and name the earlier one with --previous to carry on from it"
            )


def known_of(earlier: Since, previous: Path | None) -> Known:
    """Who is named in the scorecard that --previous names."""
    from cxaudit.excel.whoisnamed import known_in_excel
    from cxaudit.redact.known import NOTHING_KNOWN, Known, known_in, texts_in
    from cxaudit.sides.json_file import read_scorecard

    if earlier.side is None or previous is None:
        return NOTHING_KNOWN
    known = Known(texts=tuple(texts_in(earlier.side)))
    return known + (known_in(read_scorecard(previous)) if _is_json(previous) else known_in_excel(previous))


def masked_earlier(earlier: EarlierScorecard | None) -> EarlierScorecard | None:
    """An earlier scorecard as it may be carried on: what people typed is masked too."""
    mask = mask_kept()
    if mask is None or earlier is None:
        return earlier
    from cxaudit.redact.documents import redacted_part

    return redacted_part(earlier, mask)


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"
