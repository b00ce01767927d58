"""A persona's "Status": how it stands with the company, unless what it holds tells how far the persona is known."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary

_STATES = "evidence-states"
_SURENESS = 0.8


def told_by_state(label: Label, texts: Iterable[str], vocabulary: Vocabulary) -> Label:
    """The label, one of the relation with the company as that of the evidence where most of what it holds says so."""
    if label.fields != ("lifecycle",):
        return label
    given = [text for text in texts if text.strip()]
    known = sum(1 for text in given if vocabulary.words(_STATES).find_groups(text))
    return replace(label, matches=(FieldMatch("evidence", "fuzzy", _SURENESS),)) if known * 2 > len(given) else label
