"""Markdown: the scorecard as headings and tables, for a page or a ticket; client text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxaudit.comparison.document import Comparison
from cxaudit.prose.citing import Citing
from cxaudit.prose.markdown import bullet, cell, escaped, table
from cxaudit.prose.waiving import STATES, agreed, effect, sorted_waivers, tally, what
from cxaudit.prose.wording import (
    OUTCOMES,
    before_and_after,
    contents,
    counts,
    effort,
    fixing,
    mending,
    points,
    quoted_words,
    remarks,
    sources,
    told,
    weakest,
)
from cxaudit.renderer import Detail, Page
from cxaudit.scorecard import FindingInfo, FixInfo, MapInfo, PartInfo, RuleInfo, Scorecard
from cxaudit.scores.rounding import one_decimal, whole_percent

SUFFIXES = (".md", ".markdown")
_CELLS = 6
_NO_SCORE = "Only a rule declared not applicable has an effect on the score."


def render(scorecard: Scorecard, page: Page) -> str:
    """The whole scorecard, every finding included; with `Detail.VERDICT` its opening alone."""
    parts: tuple[Callable[[Scorecard], Iterator[str]], ...] = (_opening,)
    if page.detail is not Detail.VERDICT:
        parts = (
            _opening,
            _dimensions,
            _spread,
            _losses,
            _cross_checks,
            _path,
            _waivers,
            _supply,
            _reading,
            _left_out,
            _others,
            _colophon,
        )
    return "\n".join(line for part in parts for line in part(scorecard)).rstrip("\n") + "\n"


def render_comparison(comparison: Comparison, page: Page) -> str:
    """What changed; with `Detail.VERDICT` its sentence alone."""
    from cxaudit.prose.comparisonpage import markdown_page

    return f"{escaped(comparison.verdict)}\n" if page.detail is Detail.VERDICT else markdown_page(comparison)


def _opening(scorecard: Scorecard) -> Iterator[str]:
    of = f": {escaped(scorecard.client)}" if scorecard.client else ""
    yield from (f"# CX maturity scorecard{of}", "", f"**{escaped(scorecard.verdict)}**", "")
    if scorecard.level:
        yield from (escaped(scorecard.level.says), "")
    for gate in sorted(scorecard.gates, key=lambda gate: not gate.binds):
        yield bullet(f"**{escaped(gate.says)}**" if gate.binds else escaped(gate.says))
    yield from (bullet(escaped(remark)) for remark in remarks(scorecard))
    yield bullet(f"As of {scorecard.as_of.isoformat()}.")
    yield ""


def _dimensions(scorecard: Scorecard) -> Iterator[str]:
    rows = [
        (
            cell(each.title),
            "not assessed" if each.score is None else one_decimal(each.score),
            points(each.points_lost),
            f"{each.judged_rules} of {each.applicable_rules}",
            str(each.weight),
        )
        for each in scorecard.dimensions
    ]
    yield from ("## Dimensions", "")
    yield from table(("Dimension", "Score >", "Points lost >", "Rules judged >", "Weight >"), rows)


def _spread(scorecard: Scorecard) -> Iterator[str]:
    citing = Citing.of(scorecard)
    for title, parts in (("Journey maps", scorecard.maps), ("Personas", scorecard.personas)):
        if parts:
            lowest = weakest(parts)
            yield from (f"## {title}", "")
            rows = [_part(part, citing, part is lowest) for part in parts]
            yield from table(("Name", "Score >", "Where", "Remark"), rows)


def _part(part: PartInfo, citing: Citing, lowest: bool) -> tuple[str, ...]:
    said = [before_and_after(part)] if isinstance(part, MapInfo) else []
    remark = "; ".join((["weakest"] if lowest else []) + said)
    where = f"{citing.sheet(part.workbook, part.sheet)}!{part.cell}"
    score = "not judged" if part.score is None else one_decimal(part.score)
    return (cell(part.name or "without a name"), score, cell(where), cell(remark))


def _losses(scorecard: Scorecard) -> Iterator[str]:
    if not scorecard.ledger:
        return
    yield from ("## Where points are lost", "")
    rows = [(points(rule.points_lost), rule.id, cell(rule.title), counts(rule)) for rule in scorecard.ledger]
    yield from table(("Points >", "Rule", "What it asks for", "Met >"), rows)
    citing = Citing.of(scorecard)
    for rule in scorecard.ledger:
        yield from _loss(rule, citing)


def _loss(rule: RuleInfo, citing: Citing) -> Iterator[str]:
    yield from (f"### {rule.id} {escaped(rule.title)}", "")
    yield from (f"{points(rule.points_lost)} points lost, {counts(rule)}. {escaped(rule.message)}", "")
    yield from (bullet(_finding(finding, citing)) for finding in rule.findings)
    yield from (("",) if rule.findings else ())
    effort = "" if rule.mended_with else f" ({rule.effort} effort)"
    yield from (f"**How to mend it:** {escaped(mending(rule))}{effort}", "")
    why = " ".join(part for part in (rule.why, rule.figure) if part)
    yield from (f"**Why:** {escaped(why)} *{escaped(sources(rule))}*", "")


def _finding(finding: FindingInfo, citing: Citing) -> str:
    where = f"{escaped(citing.cells(finding.cells, _CELLS))}: " if finding.cells else ""
    text = quoted_words(finding)
    quoted = f" \u201c{escaped(text)}\u201d" if text else ""
    return f"{where}{escaped(told(finding.message, finding.subject))}{quoted}"


def _path(scorecard: Scorecard) -> Iterator[str]:
    plan = scorecard.plan
    if plan.says:
        yield from ("## Path to the next level", "", escaped(plan.says), "")
        yield from _fixes(plan.fixes)
    if plan.quick_wins:
        yield from ("## Quick wins", "")
        yield from _fixes(plan.quick_wins)


def _fixes(fixes: tuple[FixInfo, ...]) -> Iterator[str]:
    if fixes:
        rows = [
            (f"+{points(fix.gain)}", fix.rule, cell(fix.title), cell(fixing(fix)), effort(fix) + (", gate" * fix.gate))
            for fix in fixes
        ]
        yield from table(("Points won >", "Rule", "What it asks for", "How to mend it", "Effort"), rows)


def _cross_checks(scorecard: Scorecard) -> Iterator[str]:
    citing = Citing.of(scorecard)
    if scorecard.cross_checks:
        yield from ("## Between the sheets", "", "Where the sheets do not agree; it costs no points.", "")
        for found in scorecard.cross_checks:
            where = escaped(citing.cells(found.cells, _CELLS))
            yield bullet(f"{where}: {escaped(found.message)} {escaped(found.mend)}")
        yield ""


def _supply(scorecard: Scorecard) -> Iterator[str]:
    if scorecard.supply:
        yield from ("## What to supply", "")
        rows = [
            (cell(each.what), f"+{whole_percent(each.coverage)}", ", ".join(each.rules)) for each in scorecard.supply
        ]
        yield from table(("Missing", "Evidence it would add >", "Rules"), rows)


def _waivers(scorecard: Scorecard) -> Iterator[str]:
    if scorecard.waivers:
        yield from ("## Waivers", "", f"{tally(scorecard.waivers)}. {_NO_SCORE}", "")
        rows = [
            (STATES[each.state], cell(what(each)), cell(effect(each)), cell(agreed(each)), cell(each.place))
            for each in sorted_waivers(scorecard.waivers)
        ]
        yield from table(("State", "Rule and subject", "Effect", "Reason", "Where it stands"), rows)


def _reading(scorecard: Scorecard) -> Iterator[str]:
    citing = Citing.of(scorecard)
    yield from ("## How the sheets were read", "")
    rows = [
        (
            cell(citing.sheet(sheet.workbook, sheet.sheet) + (" (hidden)" if sheet.hidden else "")),
            "not recognised" if sheet.kind == "other" else f"{sheet.kind}, {sheet.layout}",
            contents(sheet),
            whole_percent(sheet.confidence),
        )
        for sheet in scorecard.sheets
    ]
    yield from table(("Sheet", "Read as", "Found", "Sure >"), rows)
    for sheet in scorecard.sheets:
        named = citing.sheet(sheet.workbook, sheet.sheet)
        yield from (bullet(f"{escaped(named)}!{escaped(doubt)}") for doubt in (*sheet.notes, *sheet.doubts))
    yield ""


def _left_out(scorecard: Scorecard) -> Iterator[str]:
    if scorecard.left_out:
        yield from ("## Left out", "")
        yield from (bullet(f"{escaped(each.path)}: {escaped(each.reason)}") for each in scorecard.left_out)
        yield ""


def _others(scorecard: Scorecard) -> Iterator[str]:
    rest = [rule for rule in scorecard.rules if not rule.points_lost]
    if rest:
        yield from ("## The other rules", "")
        rows = [(rule.id, cell(rule.title), OUTCOMES[rule.outcome], cell(rule.reason or rule.message)) for rule in rest]
        yield from table(("Rule", "What it asks for", "Outcome", "Remark"), rows)


def _colophon(scorecard: Scorecard) -> Iterator[str]:
    pack = scorecard.rule_pack
    rules = f"{escaped(pack.id)} {escaped(pack.version)}, digest {pack.digest[:12]}"
    yield f"cxaudit {escaped(scorecard.tool_version)}, rules {rules}"
    if scorecard.command:
        yield from ("", f"Made with: {escaped(scorecard.command)}")
