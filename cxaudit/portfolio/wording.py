"""What every output of a portfolio says alike: levels, spreads, dimensions and why programmes are missing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cxaudit.portfolio.document import CostlyRule, Portfolio
from cxaudit.portfolio.result import ProgrammeInfo
from cxaudit.prose.wording import points
from cxaudit.scores.rounding import one_decimal, whole_percent


def level(row: ProgrammeInfo) -> str:
    """A level with what to know of it: "2 Emerging, held"."""
    if row.level is None:
        return "no level"
    said = f"{row.level} {row.level_name}"
    return said + (", held" if row.held else "") + (", provisional" if row.provisional else "")


def scored(value: float | None) -> str:
    return "" if value is None else one_decimal(value)


def spread(row: ProgrammeInfo, dash: str = "–") -> str:
    """From the weakest map or persona to the strongest: "41.0–78.2"; empty where there are not two."""
    return f"{one_decimal(row.spread.low)}{dash}{one_decimal(row.spread.high)}" if row.spread else ""


def costliest(row: ProgrammeInfo) -> str:
    """What costs a programme most, and the rule: "4.1 by TO02 touchpoint-has-owner"."""
    found = row.costliest
    return f"{points(found.points)} by {found.rule} {found.slug}" if found else ""


def losing(rule: CostlyRule) -> str:
    """In how many programmes a rule loses points, and in how many it is the largest loss."""
    largest = f", the largest loss of {rule.largest_in:,}" if rule.largest_in else ""
    return f"{rule.programmes:,}{largest}"


def summary(portfolio: Portfolio) -> Iterator[str]:
    """The result in sentences: what was audited, the levels, the mean, and what to mind."""
    yield portfolio.verdict
    if portfolio.programmes:
        levels = [f"{each.programmes:,} at level {each.number} {each.name}" for each in portfolio.levels]
        levels += [f"{portfolio.without_level:,} without a level"] if portfolio.without_level else []
        mean = f" Mean score {scored(portfolio.mean)}." if portfolio.mean is not None else ""
        yield f"{', '.join(levels)}.{mean}"
    yield from portfolio.notes


def without(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """What is missing from the table, with the reason: programmes, files of programmes, and what is no programme."""
    yield from ((each.name, each.reason) for each in portfolio.failed)
    yield from ((each.path, each.reason) for each in chain(portfolio.missing_files, portfolio.left_out))


def coverage(row: ProgrammeInfo) -> str:
    return whole_percent(row.coverage)
