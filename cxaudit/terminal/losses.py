"""The points lost, the largest first: each with its counts, the cells, the client's words and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.prose.wording import counts, mending, points, quoted_words, sources, told
from cxaudit.renderer import Detail
from cxaudit.scorecard import FindingInfo, RuleInfo, Scorecard
from cxaudit.terminal.pen import QUIET, STRONG, Pen, grid
from cxaudit.terminal.rows import Group
from cxaudit.terminal.text import Drawable, Text

_RULES, _FINDINGS, _CELLS, _ALL_CELLS = 8, 3, 2, 12


def losses(scorecard: Scorecard, pen: Pen) -> Iterator[Drawable]:
    """The rules that lost points; without `-v` the largest in full and the others by name."""
    ledger = scorecard.ledger
    if not ledger:
        return
    every = pen.page.detail is Detail.ALL
    shown = ledger if every else ledger[:_RULES]
    yield pen.heading("Where points are lost", "points of 100, the largest loss first")
    for rule in shown:
        yield Text()
        yield _loss(rule, pen)
    if len(ledger) > len(shown):
        yield Text()
        yield from _others(ledger[len(shown) :], pen)


def _loss(rule: RuleInfo, pen: Pen) -> Drawable:
    row = grid("right", "fill")
    row.columns[0].width = 4
    head = grid("fill", "right", gap=1)
    head.add_row(pen.text(rule.title, STRONG), Text(f"{rule.id}  {counts(rule)}", style=QUIET))
    row.add_row(Text(points(rule.points_lost), style=STRONG), Group(head, *_body(rule, pen)))
    return row


def _body(rule: RuleInfo, pen: Pen) -> Iterator[Drawable]:
    every = pen.page.detail is Detail.ALL
    if rule.message and not (len(rule.findings) == 1 and rule.findings[0].message == rule.message):
        yield pen.text(rule.message)
    most = 0 if rule.mended_with else _FINDINGS
    shown = rule.findings if every else rule.findings[:most]
    for finding in shown:
        yield pen.hanging(pen.marks.bullet, finding_line(finding, pen))
    if len(rule.findings) > len(shown) and not rule.mended_with:
        yield pen.text(f"and {len(rule.findings) - len(shown)} more (-v shows all)", QUIET)
    effort = "" if rule.mended_with else f" ({rule.effort} effort)"
    yield _said("Mend", f"{mending(rule)}{effort}", pen)
    if every:
        yield _said("Why", " ".join(part for part in (rule.why, rule.figure) if part), pen)
        yield _said("Source", sources(rule), pen)


def _said(name: str, words: str, pen: Pen) -> Drawable:
    row = grid("left", "fill", gap=1)
    row.columns[0].width = 6
    row.add_row(Text(name, style=QUIET), pen.text(words))
    return row


def finding_line(finding: FindingInfo, pen: Pen) -> Text:
    """One finding: its cells, what is missing there, and the client's words where the sentence has none."""
    line = Text(no_wrap=False)
    if finding.cells:
        most = _ALL_CELLS if pen.page.detail is Detail.ALL else _CELLS
        line.append_text(pen.text(pen.citing.cells(finding.cells, most), "cyan")).append("  ")
    line.append_text(pen.text(told(finding.message, finding.subject)))
    quoted = quoted_words(finding)
    if quoted:
        line.append(" ").append_text(pen.text(pen.quote(quoted), f"italic {QUIET}"))
    return line


def _others(rules: Sequence[RuleInfo], pen: Pen) -> Iterator[Drawable]:
    table = grid("right", "left", "fill", "right")
    table.columns[0].width = 4
    for rule in rules:
        table.add_row(
            Text(points(rule.points_lost)), Text(rule.id, style=QUIET), pen.text(rule.title), Text(counts(rule), QUIET)
        )
    yield table
