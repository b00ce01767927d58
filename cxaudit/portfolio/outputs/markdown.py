"""Markdown: the portfolio as headings and tables, for a page or a ticket; client text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxaudit.portfolio import wording
from cxaudit.portfolio.document import Portfolio
from cxaudit.prose.markdown import bullet, cell, escaped, table
from cxaudit.prose.wording import points
from cxaudit.renderer import Detail, Page

SUFFIXES = (".md", ".markdown")


def render(portfolio: Portfolio, page: Page) -> Iterator[str]:
    """The whole portfolio, line by line; with `Detail.VERDICT` its sentences alone."""
    parts: tuple[Callable[[Portfolio], Iterator[str]], ...] = (_opening,)
    if page.detail is not Detail.VERDICT:
        parts = (_opening, _league, _heat_map, _costly, _missing, _colophon)
    blank = 0
    for line in (line for part in parts for line in part(portfolio)):
        if line:
            yield "\n" * blank + f"{line}\n"
        blank = 0 if line else blank + 1


def _opening(portfolio: Portfolio) -> Iterator[str]:
    first, *others = wording.summary(portfolio)
    yield from ("# CX maturity of the programmes", "", f"**{escaped(first)}**", "")
    yield from (bullet(escaped(sentence)) for sentence in others)
    yield bullet(f"As of {portfolio.as_of.isoformat()}.")
    yield ""


def _league(portfolio: Portfolio) -> Iterator[str]:
    yield from ("## Programmes, by level and score", "")
    rows = (
        (
            str(ranked.place),
            cell(ranked.programme.name),
            cell(wording.level(ranked.programme)),
            wording.scored(ranked.programme.score),
            wording.spread(ranked.programme),
            wording.coverage(ranked.programme),
            cell(wording.costliest(ranked.programme)),
        )
        for ranked in portfolio.programmes
    )
    heads = ("Place >", "Programme", "Level", "Score >", "Spread >", "Evidence >", "Costs most points")
    yield from table(heads, rows)


def _heat_map(portfolio: Portfolio) -> Iterator[str]:
    yield from ("## Dimensions", "")
    heads = ("Programme", *(f"{cell(each.title)} >" for each in portfolio.dimensions))
    yield from table(heads, _heat_rows(portfolio))


def _heat_rows(portfolio: Portfolio) -> Iterator[tuple[str, ...]]:
    for ranked in portfolio.programmes:
        scores = (ranked.programme.dimensions.get(each.id) for each in portfolio.dimensions)
        yield (cell(ranked.programme.name), *map(wording.scored, scores))
    yield ("**mean**", *(wording.scored(each.mean) for each in portfolio.dimensions))


def _costly(portfolio: Portfolio) -> Iterator[str]:
    if portfolio.costly_rules:
        yield from ("## Rules that cost most programmes most points", "")
        rows = [
            (points(rule.points), rule.rule, cell(rule.title), f"{rule.programmes:,}", f"{rule.largest_in:,}")
            for rule in portfolio.costly_rules
        ]
        heads = ("Mean points >", "Rule", "What it asks for", "Programmes that lose by it >", "Largest loss of >")
        yield from table(heads, rows)


def _missing(portfolio: Portfolio) -> Iterator[str]:
    for number, (name, reason) in enumerate(wording.without(portfolio)):
        if number == 0:
            yield from ("## Not in the table", "")
        yield bullet(f"{escaped(name)}: {escaped(reason)}")
    yield ""


def _colophon(portfolio: Portfolio) -> Iterator[str]:
    pack = portfolio.rule_pack
    rules = f"{escaped(pack.id)} {escaped(pack.version)}, digest {pack.digest[:12]}"
    yield f"cxaudit {escaped(portfolio.tool_version)}, rules {rules}"
