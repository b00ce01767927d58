"""A comparison as Markdown; client text is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.comparison.document import Change, Comparison
from cxaudit.prose.comparing import (
    CHANGES,
    earlier_by_rules_of_now,
    evidence,
    outcome,
    parts,
    place,
    remark,
    rescored,
    rules_of,
    score,
    signed,
    standing,
)
from cxaudit.prose.markdown import bullet, cell, escaped, table
from cxaudit.prose.wording import told


def markdown_page(comparison: Comparison) -> str:
    """The whole comparison, every finding included."""
    of_it = (_opening, _split, _dimensions, _rules, _findings)
    return "\n".join(line for part in of_it for line in part(comparison)).rstrip("\n") + "\n"


def _opening(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    of = f": {escaped(new.client or old.client)}" if new.client or old.client else ""
    yield from (f"# What changed{of}", "", f"**{escaped(comparison.verdict)}**", "")
    rows = [
        ("Scorecard", cell(old.name), cell(new.name)),
        ("As of", old.as_of, new.as_of),
        ("Level", cell(standing(old)), cell(standing(new))),
        ("Score", score(old.score), f"{score(new.score)} ({signed(comparison.score_change)})"),
        ("Evidence", evidence(old), evidence(new)),
        ("Rules", cell(rules_of(old)), cell(rules_of(new))),
    ]
    yield from table((" ", "Before", "Now"), rows)
    if comparison.notes:
        yield from (bullet(escaped(note)) for note in comparison.notes)
        yield ""


def _split(comparison: Comparison) -> Iterator[str]:
    if comparison.split:
        yield from ("## Who changed the score", "")
        rows = [(signed(points), words) for words, points in parts(comparison.split)]
        yield from table(("Points >", "By"), rows)
        yield from (earlier_by_rules_of_now(comparison.split), "")


def _dimensions(comparison: Comparison) -> Iterator[str]:
    yield from ("## Dimensions", "")
    rows = [(cell(one.title), score(one.before), score(one.after), signed(one.change)) for one in comparison.dimensions]
    yield from table(("Dimension", "Before >", "Now >", "Change >"), rows)


def _rules(comparison: Comparison) -> Iterator[str]:
    if comparison.rules:
        yield from ("## Rules that came out otherwise", "")
        rows = [
            (one.id, cell(one.title), outcome(one, False), rescored(one), outcome(one, True))
            for one in comparison.rules
        ]
        yield from table(("Rule", "What it asks for", "Before", "Before, by the rules of now", "Now"), rows)


def _findings(comparison: Comparison) -> Iterator[str]:
    for change in Change:
        found = comparison.of(change)
        if found:
            yield from (f"## {CHANGES[change]}: {len(found)}", "")
            for one in found:
                where = f"{escaped(place(one))}: " if place(one) else ""
                yield bullet(f"{one.rule} {where}{escaped(told(one.message, one.subject))}{escaped(remark(one))}")
            yield ""
