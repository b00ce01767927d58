"""Labels on persona cards that nobody knows and whose value is a quotation: "Aisha says", "Her line"."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.blocks import Fact
from cxaudit.vocabulary import FieldMatch
from cxaudit.words.labeltext import word_count

_SURENESS, _LEAST_WORDS = 0.6, 4
_QUOTED = pattern(r"^\s*[\"“”„«‘']\s*\w.*[\"”“»’']\s*\.?\s*$", 16)  # over several lines


def told_by_quotations(grid: Grid, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, those without a known label as what the persona says where all that they hold is quoted."""
    return tuple(_quoted(grid, fact) for fact in facts)


def _quoted(grid: Grid, fact: Fact) -> Fact:
    texts = [grid.text(row, column) for row, column in fact.cells]
    if fact.label.matches or not texts or not all(_is_quotation(text) for text in texts):
        return fact
    return replace(fact, label=replace(fact.label, matches=(FieldMatch("quote", "fuzzy", _SURENESS),)))


def _is_quotation(text: str) -> bool:
    return bool(_QUOTED.match(text)) and word_count(text) >= _LEAST_WORDS
