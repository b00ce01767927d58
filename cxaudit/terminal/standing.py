"""How the dimensions stand, and the spread over maps and personas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.prose.wording import before_and_after, points, weakest
from cxaudit.renderer import Detail
from cxaudit.scorecard import DimensionInfo, MapInfo, PartInfo, Scorecard
from cxaudit.terminal.pen import QUIET, STRONG, Pen, grid
from cxaudit.terminal.text import Drawable, Text

_NAME, _PART_BAR, _PARTS = 26, 12, 12


def dimensions(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """One line a dimension: its bar, score, lost points and how many of its rules could be judged."""
    table = grid("left", "left", "right", "right", "right")
    table.columns[0].width = _name_width(pen)
    heads = (Text(head, style=QUIET) for head in ("", "score", "lost", "judged"))
    table.add_row(Text("Dimensions", style=STRONG), *heads)
    for dimension in scorecard.dimensions:
        table.add_row(*_dimension(dimension, pen))
    yield table


def _dimension(dimension: DimensionInfo, pen: Pen) -> tuple[Drawable, ...]:
    bar = pen.bar(dimension.score, _bar_width(pen))
    judged = Text(f"{dimension.judged_rules} of {dimension.applicable_rules}", style=QUIET)
    if not dimension.assessed:
        judged = Text("not assessed", style=QUIET)
    lost = Text(points(dimension.points_lost) if dimension.assessed else "")
    return (pen.name(dimension.title, _name_width(pen)), bar, pen.number(dimension.score), lost, judged)


def _bar_width(pen: Pen) -> int:
    return max(4, min(60, pen.width - _name_width(pen) - 30))


def _name_width(pen: Pen) -> int:
    """The same for dimensions, maps and personas, so that all bars begin in one column."""
    return _NAME + max(0, pen.width - 80) // 2


def maps(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """Every map by itself, the weakest named."""
    yield from _parts("Journey maps", scorecard.maps, pen)


def personas(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """Every persona by itself, the weakest named."""
    yield from _parts("Personas", scorecard.personas, pen)


def _parts(title: str, parts: Sequence[PartInfo], pen: Pen) -> Iterator[Drawable]:
    if not parts:
        return
    lowest = weakest(parts)
    shown = _shown(parts, pen)
    yield pen.heading(title, f"weakest: {pen.name(_named(lowest), 40)}" if lowest else "")
    table = grid("left", "left", "right", "fill")
    table.columns[0].width = _name_width(pen)
    for part in shown:
        name = pen.name(_named(part), _name_width(pen), STRONG if part is lowest else "")
        table.add_row(
            name, pen.bar(part.score, _PART_BAR), pen.number(part.score), pen.text(_remark(part, parts, pen), QUIET)
        )
    yield table
    if len(parts) > len(shown):
        yield pen.text(f"and {len(parts) - len(shown)} that stand better", QUIET)


def _shown(parts: Sequence[PartInfo], pen: Pen) -> Sequence[PartInfo]:
    """All of a few parts, the weakest of many."""
    if pen.page.detail is Detail.ALL or len(parts) <= _PARTS:
        return parts
    return sorted(parts, key=lambda part: 100.0 if part.score is None else part.score)[:_PARTS]


def _remark(part: PartInfo, parts: Sequence[PartInfo], pen: Pen) -> str:
    """How far a map goes, and where a part stands if that is needed to tell it from others of its name."""
    said = [before_and_after(part)] if isinstance(part, MapInfo) else []
    alike = sum(1 for other in parts if _named(other) == _named(part)) > 1
    if pen.page.detail is Detail.ALL or alike or not said:
        said.append(f"{pen.citing.sheet(part.workbook, part.sheet)}!{part.cell}")
    return ", ".join(said)


def _named(part: PartInfo) -> str:
    return part.name or "without a name"
