"""A comparison on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.comparison.document import Change, Comparison, FindingChange
from cxaudit.prose.citing import Citing
from cxaudit.prose.comparing import (
    CHANGES,
    earlier_by_rules_of_now,
    evidence,
    outcome,
    parts,
    place,
    remark,
    rules_of,
    score,
    signed,
    standing,
)
from cxaudit.prose.wording import told
from cxaudit.renderer import Detail, Page
from cxaudit.terminal.pen import QUIET, STRONG, Pen, grid, written
from cxaudit.terminal.text import Drawable, Text

_FINDINGS, _RULES = 6, 12
_STYLES = {Change.MENDED: "green", Change.NEW: "yellow", Change.BACK_AGAIN: "red"}
_SHOWN = (Change.BACK_AGAIN, Change.NEW, Change.MENDED, Change.MOVED, Change.TAKEN_OUT, Change.NOT_JUDGED)


def comparison_page(comparison: Comparison, page: Page) -> str:
    """The comparison as lines; `Detail.VERDICT` gives its sentence alone, `Detail.ALL` every finding."""
    pen = Pen(page, Citing(()))
    if page.detail is Detail.VERDICT:
        return written([pen.text(comparison.verdict)], pen)
    return written(_parts(comparison, pen), pen)


def _parts(comparison: Comparison, pen: Pen) -> Iterator[Drawable]:
    of = comparison.new.client or comparison.old.client
    yield pen.heading(f"What changed  {pen.marks.dot}  {of}" if of else "What changed")
    yield Text(pen.marks.empty * pen.width, style=QUIET)
    yield pen.text(comparison.verdict, STRONG)
    for note in comparison.notes:
        yield pen.hanging(pen.marks.bullet, pen.text(note, QUIET))
    yield Text()
    yield from _standings(comparison, pen)
    yield from _split(comparison, pen)
    yield from _rules(comparison, pen)
    for change in Change if pen.page.detail is Detail.ALL else _SHOWN:
        yield from _findings(comparison.of(change), change, pen)


def _standings(comparison: Comparison, pen: Pen) -> Iterator[Drawable]:
    old, new = comparison.old, comparison.new
    table = grid("left", "right", "right", "right")
    table.add_row("", *(Text(head, style=QUIET) for head in ("before", "now", "change")))
    table.add_row("Scorecard", pen.name(old.name, 28), pen.name(new.name, 28), "")
    table.add_row("As of", old.as_of, new.as_of, "")
    table.add_row("Level", pen.text(standing(old)), pen.text(standing(new)), "")
    table.add_row(Text("Score", style=STRONG), score(old.score), score(new.score), _coloured(comparison.score_change))
    for one in comparison.dimensions:
        table.add_row(pen.name(one.title, 26), score(one.before), score(one.after), _coloured(one.change))
    table.add_row("Evidence", evidence(old), evidence(new), "")
    yield table
    yield Text()
    same = old.digest == new.digest
    said = rules_of(new) if same else f"{rules_of(old)}; now {rules_of(new)}"
    yield pen.text(f"Rules {said}", QUIET)


def _coloured(change: float | None) -> Text:
    style = "green" if (change or 0) > 0 else "red" if (change or 0) < 0 else QUIET
    return Text(signed(change), style=style)


def _split(comparison: Comparison, pen: Pen) -> Iterator[Drawable]:
    if comparison.split is None:
        return
    yield Text()
    yield pen.heading("Who changed the score")
    table = grid("right", "fill")
    for words, points in parts(comparison.split):
        table.add_row(_coloured(points), pen.text(words))
    yield table
    if comparison.old.digest != comparison.new.digest:
        yield pen.text(earlier_by_rules_of_now(comparison.split), QUIET)


def _rules(comparison: Comparison, pen: Pen) -> Iterator[Drawable]:
    every = pen.page.detail is Detail.ALL
    shown = comparison.rules if every else comparison.rules[:_RULES]
    if not shown:
        return
    yield Text()
    yield pen.heading("Rules that came out otherwise")
    table = grid("left", "fill", "left", "left")
    for rule in shown:
        words = (outcome(rule, False), outcome(rule, True))
        table.add_row(Text(rule.id, style=QUIET), pen.text(rule.title), *(pen.text(each) for each in words))
    yield table
    yield from _more(len(comparison.rules) - len(shown), pen)


def _findings(found: tuple[FindingChange, ...], change: Change, pen: Pen) -> Iterator[Drawable]:
    if not found:
        return
    shown = found if pen.page.detail is Detail.ALL else found[:_FINDINGS]
    yield Text()
    yield pen.heading(f"{CHANGES[change]}: {len(found)}")
    for one in shown:
        line = Text(one.rule, style=QUIET).append("  ")
        if place(one):
            line.append_text(pen.text(place(one), "cyan")).append("  ")
        line.append_text(pen.text(told(one.message, one.subject)))
        if remark(one):
            line.append(" ").append_text(pen.text(remark(one), QUIET))
        yield pen.hanging(pen.marks.bullet, line, _STYLES.get(change, QUIET))
    yield from _more(len(found) - len(shown), pen)


def _more(count: int, pen: Pen) -> Iterator[Drawable]:
    if count > 0:
        yield pen.text(f"and {count} more (-v shows all)", QUIET)
