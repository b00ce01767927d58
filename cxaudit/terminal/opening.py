"""The opening of the terminal scorecard: whose it is, the level on its scale, and what holds it."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.prose.plaintext import shortened
from cxaudit.prose.wording import remarks
from cxaudit.scorecard import LevelInfo, Scorecard
from cxaudit.scores.rounding import one_decimal, whole_percent
from cxaudit.terminal.pen import QUIET, STRONG, Pen
from cxaudit.terminal.rows import Column, Ends, Group, Rows
from cxaudit.terminal.text import Drawable, Text


def masthead(scorecard: Scorecard, pen: Pen) -> Drawable:
    """Whose scorecard it is, of which day and by which rules."""
    title = Text("CX maturity scorecard", style=STRONG)
    if scorecard.client:
        title.append(f"  {pen.marks.dot}  ").append_text(pen.text(scorecard.client))
    made = f"{scorecard.as_of.isoformat()}  {pen.marks.dot}  rules {_pack(scorecard)}"
    if len(title) + len(made) >= pen.width:
        return Group(title, Text(made, style=QUIET))
    right = Column(justify="right", style=QUIET, no_wrap=True)
    row = Rows((Column(fills=True, overflow="fold"), right), gap=0, fills=True)
    row.add_row(title, made)
    return row


def verdict(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The level, the score with its interval and evidence, and the scale that they stand on."""
    yield _level_line(scorecard, pen)
    if scorecard.score is not None and scorecard.levels:
        yield Text()
        yield from _scale(scorecard, pen)
    if scorecard.level:
        yield Text()
        yield pen.text(scorecard.level.says)


def binding(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """What holds the level down, and how far the result can be relied on."""
    for gate in sorted(scorecard.gates, key=lambda gate: not gate.binds):
        yield pen.hanging(pen.marks.bullet, pen.text(gate.says, STRONG if gate.binds else ""))
    for remark in remarks(scorecard):
        yield pen.hanging(pen.marks.bullet, pen.text(remark, QUIET))


def _pack(scorecard: Scorecard) -> str:
    return f"{scorecard.rule_pack.id} {scorecard.rule_pack.version}"


def _level_line(scorecard: Scorecard, pen: Pen) -> Drawable:
    style = pen.score_style(_level_score(scorecard.level, pen))
    return Ends(Text(_level_words(scorecard), style=f"{STRONG} {style}".strip()), _figures(scorecard))


def _level_words(scorecard: Scorecard) -> str:
    if scorecard.score is None:
        return "NO SCORE"
    if scorecard.level is None:
        return "NO LEVEL"
    provisional = "  (provisional)" if scorecard.provisional else ""
    return f"LEVEL {scorecard.level.number}  {scorecard.level.name}{provisional}"


def _level_score(level: LevelInfo | None, pen: Pen) -> float | None:
    """The score at which the level begins: a held level has the colour of the level, not of the points."""
    return next((float(cut.from_score) for cut in pen.levels if level and cut.number == level.number), None)


def _figures(scorecard: Scorecard) -> Text:
    if scorecard.score is None or scorecard.interval is None:
        return Text("nothing that the rules ask for could be judged")
    low, high = scorecard.interval.low, scorecard.interval.high
    between = f"  ({one_decimal(low)} to {one_decimal(high)})" if low < high else ""
    said = Text(one_decimal(scorecard.score), style=STRONG).append(f" of 100{between}", style="not bold")
    return said.append(f"  from {whole_percent(scorecard.coverage)} of the evidence", style=f"not bold {QUIET}")


def _scale(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """A line from 0 to 100: filled up to the score, pale over what could not be told, with the levels' names."""
    width = pen.width - 1
    yield _line(scorecard, pen, width)
    names = [" "] * width
    starts = [level.from_score * width // 100 for level in scorecard.levels]
    for level, start, end in zip(scorecard.levels, starts, [*starts[1:], width + 1], strict=True):
        name = shortened(f"{level.number} {level.name}", max(1, end - start - 1), pen.page.unicode)
        names[start : start + len(name)] = name
    yield Text("".join(names)[:width], style=QUIET, no_wrap=True)


def _line(scorecard: Scorecard, pen: Pen, width: int) -> Text:
    score, top = scorecard.score or 0.0, scorecard.interval.high if scorecard.interval else 0.0
    here, high = int(score * width / 100), int(top * width / 100)
    cuts = {level.from_score * width // 100 for level in scorecard.levels if level.from_score}
    style = pen.score_style(score)
    line = Text(no_wrap=True)
    for at in range(width):
        if at == here:
            line.append(pen.marks.point, style=f"{STRONG} {style}")
        elif at in cuts:
            line.append(pen.marks.tick, style=style if at < here else QUIET)
        elif at < here:
            line.append(pen.marks.full, style=style)
        else:
            line.append(pen.marks.pale if at < high else pen.marks.empty, style=QUIET)
    return line
