"""What an earlier scorecard gives to an audit: what was open then, and the waivers that its register holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from cxaudit.cli.redacting import mask_kept, say

if TYPE_CHECKING:
    from cxaudit.comparison.side import Side
    from cxaudit.scorecard import Scorecard
    from cxaudit.waivers import Waiver

_EXCEL = frozenset({".xlsx", ".xlsm"})


class Since(Struct, frozen=True):
    """The earlier scorecard, if there is one; `named` tells one given with --previous from one written over."""

    side: Side | None = None
    waivers: tuple[Waiver, ...] = ()
    named: bool = False

    def known(self, scorecard: Scorecard) -> frozenset[str]:
        """The keys of the findings that were open then, as a later scorecard gives them."""
        if self.side is None:
            return frozenset()
        from cxaudit.comparison.fate import keys_now
        from cxaudit.comparison.pair import Pair
        from cxaudit.comparison.sideof import side_of

        return frozenset(keys_now(Pair(self.side, side_of(scorecard, ""))).values())

    def waivers_now(self, scorecard: Scorecard) -> tuple[Waiver, ...]:
        """The waivers with the subjects that have another name now under that name."""
        if self.side is None:
            return self.waivers
        from cxaudit.comparison.pair import Pair
        from cxaudit.comparison.sideof import side_of

        renames = Pair(self.side, side_of(scorecard, "")).renames
        named = ((each, renames.key(f"{each.rule}: {each.subject}")) for each in self.waivers)
        return tuple(
            replace(one, subject=key.removeprefix(f"{one.rule}: ")) if one.subject else one for one, key in named
        )

    def doubts(self, scorecard: Scorecard) -> tuple[str, ...]:
        """Why what is called new may not be: the earlier scorecard is of another programme."""
        if self.side is None:
            return ()
        from cxaudit.comparison.pair import Pair
        from cxaudit.comparison.remarks import other_programme
        from cxaudit.comparison.sideof import side_of
        from cxaudit.prose.plaintext import one_line

        pair = Pair(self.side, side_of(scorecard, ""))
        return tuple(one_line(f"--new-only: {sentence}") for sentence in other_programme(pair))


def since(previous: Path | None, targets: Iterable[Path]) -> Since:
    """What the named scorecard gives, or that in whose place the new one is written.

    Raises UsageError where it is no scorecard.
    """
    path = previous or next((target for target in targets if _goes_on(target)), None)
    if path is None:
        return Since()
    from cxaudit.sides.kept import earlier_side

    return Since(earlier_side(path), _waivers(path), named=previous is not None)


def masked(earlier: Since) -> Since:
    """The same as the command that runs may say it."""
    mask = mask_kept()
    if mask is None or earlier.side is None:
        return earlier
    from cxaudit.redact.documents import redacted_part

    return replace(earlier, side=redacted_part(earlier.side, mask))


def with_mended(scorecard: Scorecard, earlier: Since) -> Scorecard:
    """The scorecard with the findings that are mended since, so that one which comes back is known again."""
    if earlier.side is None:
        return scorecard
    from cxaudit.comparison.fate import mended_keys
    from cxaudit.comparison.pair import Pair
    from cxaudit.comparison.sideof import side_of

    return replace(scorecard, mended=mended_keys(Pair(earlier.side, side_of(scorecard, ""))))


def tell_changes(scorecard: Scorecard, earlier: Since, quiet: bool, on_stdout: bool) -> None:
    """What changed since the scorecard named with --previous, in a few sentences; with `quiet` the first alone."""
    if earlier.side is None or not earlier.named:
        return
    from cxaudit.comparison.compare import compare
    from cxaudit.comparison.sideof import side_of
    from cxaudit.prose.comparing import brief
    from cxaudit.prose.plaintext import one_line

    lines = brief(compare(earlier.side, side_of(scorecard, "this audit")))
    if on_stdout and not quiet:
        click.echo()
    for line in lines[:1] if quiet else lines:
        say(one_line(line), err=not on_stdout)


def _goes_on(target: Path) -> bool:
    if target.suffix.lower() not in _EXCEL or not target.exists():
        return False
    from cxaudit.excel.earlier_file import is_scorecard

    return is_scorecard(target)


def _waivers(path: Path) -> tuple[Waiver, ...]:
    if path.suffix.lower() not in _EXCEL:
        return ()
    from cxaudit.excel.earlier_file import read_earlier
    from cxaudit.waivers import register_waivers

    return register_waivers(read_earlier(path).register, f"the register of {path.name}")
