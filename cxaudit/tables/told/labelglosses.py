"""Labels of a recognised table told by what they say beside their own word: a gloss, a legend, or "… and what for".

Roses (what pleases) | Trust: + grows, - shrinks | Reads | … and for what
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import hints

_SURENESS = 0.75
_GOES_ON = pattern(r"^\s*(?:\.{2,}|…|\+|&)\s*\w")
_OPENING = pattern(r"^([^:：]{2,40})[:：]\s*\S")
_UNSURE = 0.8


def glossed(labels: Iterable[Label], vocabulary: Vocabulary, kind: str) -> tuple[Label, ...]:
    """The labels, those not understood with what their gloss in brackets, else their opening, stands for: a doubt."""
    return tuple(x if x.matches else replace(x, matches=_told_beside(x.text, vocabulary, kind)) for x in labels)


def gone_on(labels: Iterable[Label]) -> tuple[Label, ...]:
    """The labels, one that goes on where the one before it ends ("… and why") with what that stands for."""
    found: list[Label] = []
    for label in labels:
        same = found and found[-1].telling and goes_on(label.text) and _doubted(label)
        matches = (FieldMatch(found[-1].field, "fuzzy", _SURENESS),) if same else label.matches
        found.append(replace(label, matches=matches))
    return tuple(found)


def goes_on(text: str) -> bool:
    """Whether a label begins as one that goes on: "… and why"."""
    return bool(_GOES_ON.match(text))


def _doubted(label: Label) -> bool:
    return all(match.match == "fuzzy" and match.confidence <= _UNSURE for match in label.matches)


def _told_beside(text: str, vocabulary: Vocabulary, kind: str) -> tuple[FieldMatch, ...]:
    opening = _OPENING.match(text)
    for said in (*hints(text), opening.group(1) if opening else ""):
        told = vocabulary.fields(said, kind) if said else ()
        if told and told[0].field != "other":
            return (FieldMatch(told[0].field, "fuzzy", round(min(_SURENESS, told[0].confidence), 3)),)
    return ()
