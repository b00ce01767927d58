"""Labels below a heading that is a label itself: when they say what the heading says, whatever their own words.

Behaviour                       a section
Shopping habits | On Sundays    says how somebody behaves, as the heading does
Frustrations
1. Slow answers | Waits a week  counts what the heading names
"""

from __future__ import annotations

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.tables.lines import Line
from cxaudit.vocabulary import FieldMatch
from cxaudit.words.labeltext import bare, stems

UNDER_HEADING = 0.6
_TITLES = frozenset({"name", "segment"})
_OF_WHO = frozenset({"name", "segment", "role"})  # headings over facts of all kinds: "Profile"
_SURE_HEADING, _SURE_WORD, _SURE = 0.85, 0.75, 0.9
_COUNTED = pattern(r"^\W*\d{1,2}[.)]\s")


def under(heading: Label | None, label: Label) -> Label:
    """A label that is not understood, below a heading that is, stands for what the heading stands for.

    "Personas" over a card is its title; what stands below is no second name.
    """
    if heading is None or heading.field in _TITLES:
        return label
    matches = tuple(FieldMatch(m.field, "fuzzy", UNDER_HEADING) for m in heading.matches[:1])
    return Label(label.row, label.column, label.text, matches, under_heading=bool(matches))


def belongs_to(section: Label | None, label: Label) -> bool:
    """Whether a pair says what the heading right above it says, whatever one of its own words is like."""
    if section is None:
        return False
    wants = section.telling and section.sureness >= _SURE_HEADING and section.field not in _OF_WHO
    return (wants and label.sureness < _SURE_WORD) or _repeats(section, label)


def counts_below(section: Label | None, line: Line, label: Label) -> bool:
    """Whether a heading counts what the heading above it names: "1. Slow answers" below "Pain points"."""
    if section is None or not section.telling or _COUNTED.match(section.text):
        return False
    return bool(_COUNTED.match(line.text)) and label.sureness < _SURE


def _repeats(section: Label, label: Label) -> bool:
    """Whether a pair calls itself as the heading above it ends: "Type" under "Business type"."""
    named = stems(bare(section.text))
    return len(named) > 1 and stems(bare(label.text)) == named[-1:]
