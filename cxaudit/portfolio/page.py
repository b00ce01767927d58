"""The portfolio in the terminal: league table, heat map, costly rules, and what is missing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice

from cxaudit.portfolio import wording
from cxaudit.portfolio.document import Portfolio, RankedInfo
from cxaudit.portfolio.longtable import long_table
from cxaudit.prose.citing import Citing
from cxaudit.prose.wording import points
from cxaudit.renderer import Detail, Page
from cxaudit.terminal.pen import QUIET, STRONG, Pen, grid, written
from cxaudit.terminal.text import Drawable, Text

_MOST, _RULES, _MISSING = 30, 8, 20
_Part = Callable[[Portfolio, Pen], Iterator[Drawable]]


def portfolio_page(portfolio: Portfolio, page: Page) -> Iterator[str]:
    """The portfolio as lines of text; with `Detail.VERDICT` its sentences only, with `Detail.ALL` every row."""
    pen = Pen(page, Citing(()), portfolio.level_cuts)
    return (written((part,), pen) for part in _parts(portfolio, pen))


def _parts(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    yield from (pen.text(sentence) for sentence in wording.summary(portfolio))
    if pen.page.detail is Detail.VERDICT:
        return
    parts: tuple[_Part, ...] = (_league, _heat_map, _costly, _missing, _colophon)
    for part in parts:
        for number, piece in enumerate(part(portfolio, pen)):
            if number == 0:
                yield Text()
            yield piece


def _league(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    if not portfolio.programmes:
        return
    yield pen.heading("Programmes", "by level, then by score")
    columns = ("right", "left", "left", "right", "right", "right", "fill")
    heads = _heads("", "", "level", "score", "spread", "evidence", "costs most points")
    yield from long_table(columns, lambda: _with(heads, (_standing(each, pen) for each in _shown(portfolio, pen))))
    yield from _not_shown(portfolio, pen)


def _standing(ranked: RankedInfo, pen: Pen) -> tuple[Text, ...]:
    row = ranked.programme
    return (
        Text(f"{ranked.place}.", style=QUIET),
        pen.name(row.name, _name_width(pen)),
        Text(wording.level(row), style=pen.score_style(row.score)),
        pen.number(row.score),
        Text(wording.spread(row, pen.marks.dash)),
        Text(wording.coverage(row)),
        pen.name(wording.costliest(row), max(12, pen.width - 68)),
    )


def _heat_map(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    if not portfolio.programmes:
        return
    yield pen.heading("Dimensions", "score of each programme in each")
    yield from long_table(("left", *("right" for _ in portfolio.dimensions)), lambda: _heat_rows(portfolio, pen))
    yield from _not_shown(portfolio, pen)
    yield pen.text(", ".join(f"{each.id} {each.title}" for each in portfolio.dimensions), QUIET)


def _heat_rows(portfolio: Portfolio, pen: Pen) -> Iterator[tuple[Text, ...]]:
    """Heads, a line a programme, and all programmes together."""
    yield _heads("", *(each.id for each in portfolio.dimensions))
    for ranked in _shown(portfolio, pen):
        row = ranked.programme
        cells = (pen.number(row.dimensions.get(each.id)) for each in portfolio.dimensions)
        yield (pen.name(row.name, _name_width(pen)), *cells)
    for name in ("mean", "lowest", "highest"):
        yield (Text(name, style=STRONG), *(pen.number(getattr(each, name)) for each in portfolio.dimensions))


def _costly(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    rules = portfolio.costly_rules
    if not rules:
        return
    shown = rules if pen.page.detail is Detail.ALL else rules[:_RULES]
    yield pen.heading("Rules that cost most programmes most points", "mean points of 100")
    table = grid("right", "left", "fill", "right")
    table.add_row(*_heads("points", "", "", "lost in"))
    for rule in shown:
        lost = Text(points(rule.points), style=STRONG)
        table.add_row(lost, Text(rule.rule, style=QUIET), pen.text(rule.title), Text(wording.losing(rule)))
    yield table
    if len(rules) > len(shown):
        yield pen.text(f"and {len(rules) - len(shown)} more rules (-v shows all)", QUIET)


def _missing(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    count = len(portfolio.failed) + len(portfolio.missing_files) + len(portfolio.left_out)
    if not count:
        return
    yield pen.heading("Not in the table")
    shown = count if pen.page.detail is Detail.ALL else min(count, _MISSING)
    for name, reason in islice(wording.without(portfolio), shown):
        yield pen.hanging(pen.marks.bullet, pen.text(f"{name}: {reason}"))
    if count > shown:
        yield pen.text(f"and {count - shown:,} more (-v shows all)", QUIET)


def _colophon(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    pack = portfolio.rule_pack
    rules = f"{pack.id} {pack.version}, digest {pack.digest[:12]}"
    yield pen.text(f"cxaudit {portfolio.tool_version}, rules {rules}, as of {portfolio.as_of.isoformat()}", QUIET)


def _heads(*words: str) -> tuple[Text, ...]:
    return tuple(Text(word, style=QUIET) for word in words)


def _with(heads: tuple[Text, ...], rows: Iterator[tuple[Text, ...]]) -> Iterator[tuple[Text, ...]]:
    yield heads
    yield from rows


def _shown(portfolio: Portfolio, pen: Pen) -> Iterator[RankedInfo]:
    """All of a few programmes, the first and the last of many."""
    rows = iter(portfolio.programmes)
    if pen.page.detail is Detail.ALL or len(portfolio.programmes) <= _MOST:
        yield from rows
        return
    yield from islice(rows, _MOST // 2)
    yield from deque(rows, maxlen=_MOST // 2)


def _not_shown(portfolio: Portfolio, pen: Pen) -> Iterator[Drawable]:
    count = len(portfolio.programmes)
    if pen.page.detail is not Detail.ALL and count > _MOST:
        said = f"the first and the last {_MOST // 2} of {count:,}; -v shows all, -o portfolio.xlsx too"
        yield pen.text(said, QUIET)


def _name_width(pen: Pen) -> int:
    return 20 + max(0, pen.width - 100)
