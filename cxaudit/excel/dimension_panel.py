"""The middle of the first page: the radar chart, and the dimensions as a table with bars."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.addresses import address
from cxaudit.excel import palette
from cxaudit.excel.contents import Contents, shown_score
from cxaudit.excel.look import CELL, HEADER, HEADING, NUMBER
from cxaudit.excel.pen import Pen
from cxaudit.excel.radar import EARLIER, TARGET, THIS_AUDIT, Ring, radar
from cxaudit.scorecard import DimensionInfo, LevelCut, Scorecard

_TITLE, _WEIGHT, _NOW, _BAR, _TARGET, _EARLIER, _LOST = 7, 9, 10, 11, 12, 13, 14
_BLOCKS = 15
_RADAR_CM = (11.6, 9.6)
_HEIGHT = 31.0
_LEAST_ROWS = 8


def write_dimensions(pen: Pen, contents: Contents, row: int) -> int:
    """Writes radar and table from a row on; gives the first row under both."""
    scorecard, earlier = contents.scorecard, contents.compared
    count = len(scorecard.dimensions)
    for column in range(1, 6):
        pen.put(row, column, None, HEADING)
    for column in range(_TITLE, _LOST + 1):
        pen.put(row, column, None, HEADING)
    pen.put(row, 1, "The dimensions at a glance", HEADING)
    pen.put(row, _TITLE, "Dimension by dimension", HEADING)
    _write_header(pen, contents, row + 1)
    for each, one in enumerate(scorecard.dimensions, start=row + 2):
        before = earlier.dimensions.get(one.id) if earlier else None
        _write_row(pen, each, one, target_level(scorecard), before)
    for each in range(row + 2, row + 2 + max(count, _LEAST_ROWS)):
        pen.height(each, _HEIGHT)
    _draw(pen, contents, row + 1, count)
    return row + 2 + max(count, _LEAST_ROWS)


def target_level(scorecard: Scorecard) -> LevelCut | None:
    """The level that the plan leads to, or the next one; None at the top or without a level."""
    number = scorecard.plan.to_level
    if number is None and scorecard.level is not None:
        number = scorecard.level.number + 1
    return next((level for level in scorecard.levels if level.number == number), None)


def _write_header(pen: Pen, contents: Contents, row: int) -> None:
    target, earlier = target_level(contents.scorecard), contents.compared
    pen.merge(row, _TITLE, row, _TITLE + 1, "Dimension", HEADER)
    titles = {
        _WEIGHT: "Weight",
        _NOW: "This audit",
        _BAR: "0 to 100",
        _TARGET: f"Level {target.number} begins" if target else "Target",
        _EARLIER: f"Audit of {earlier.as_of}" if earlier else "Earlier audit",
        _LOST: "Points lost",
    }
    for column, title in titles.items():
        pen.put(row, column, title, replace(HEADER, align="right", size=8, indent=0))
    pen.put(row, _BAR, titles[_BAR], replace(HEADER, size=8, indent=1))
    pen.height(row, 26)


def _write_row(pen: Pen, row: int, one: DimensionInfo, target: LevelCut | None, before: float | None) -> None:
    middle = replace(CELL, vertical="center")
    number = replace(NUMBER, vertical="center")
    title = one.title if one.assessed else f"{one.title} (not assessed)"
    pen.merge(row, _TITLE, row, _TITLE + 1, title, replace(middle, size=10))
    pen.put(row, _WEIGHT, one.weight, replace(number, number="0"))
    pen.put(row, _NOW, shown_score(one.score), replace(number, bold=True))
    pen.put(row, _BAR, _bar(one.score), replace(middle, size=6.5, colour=palette.STRONG, wrap=False, indent=1))
    pen.put(row, _TARGET, target.from_score if target else None, replace(number, number="0", colour=palette.QUIET))
    pen.put(row, _EARLIER, "–" if before is None else shown_score(before), replace(number, colour=palette.QUIET))
    pen.put(row, _LOST, one.points_lost if one.assessed else None, number)


def _bar(score: float | None) -> str:
    """A bar of blocks, which prints alike everywhere; a score above 0 shows at least one."""
    return "" if score is None else "█" * max(round(score / 100 * _BLOCKS), 1 if score > 0 else 0)


def _draw(pen: Pen, contents: Contents, header: int, count: int) -> None:
    rings = [Ring(_NOW, *THIS_AUDIT)]
    if target_level(contents.scorecard):
        rings.append(Ring(_TARGET, *TARGET))
    if contents.compared:
        rings.append(Ring(_EARLIER, *EARLIER))
    chart = radar(pen.sheet, header, count, _TITLE, rings)
    chart.width, chart.height = _RADAR_CM  # type: ignore[assignment]  # centimetres, parts of them too
    pen.sheet.add_chart(chart, address(header, 1))
