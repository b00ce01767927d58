"""A second lane that seems to tell what customers do: where its cells name things and not doings, it is what they meet.

Customer does | Compares two tariffs | Signs at the counter
Interaction   | Tariff page          | Shop, paper form
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch
from cxaudit.words.labeltext import word_count

_MET = (FieldMatch("touchpoint", "fuzzy", 0.6),)
_DOING, _OWN_NAME = "activity", "exact"
_MOST_WORDS, _LEAST_CELLS = 6, 3
_FEW = 2  # words of which the first may be a thing as well ("Chat", "Add-on menu")
_SHARE = 0.75


def with_what_is_met(
    labels: Sequence[Label], values: Sequence[Sequence[str]], acts: Callable[[str], bool]
) -> tuple[Label, ...]:
    """The labels, of two for what customers do the one whose cells hold only names known for the touchpoints.

    Only where no lane holds touchpoints, and another one's cells tell doings; `acts` says whether a text does. A lane
    that has the field's own name ("Actions") holds them, however short they are.
    """
    doing = [n for n, label in enumerate(labels) if label.fields == (_DOING,)]
    if len(doing) < 2 or any("touchpoint" in label.fields for label in labels):
        return tuple(labels)
    named = [n for n in doing if _names_things(values[n], acts)]
    if len(named) != 1 or labels[named[0]].matches[0].match == _OWN_NAME:
        return tuple(labels)
    return tuple(replace(label, matches=_MET) if n == named[0] else label for n, label in enumerate(labels))


def _names_things(texts: Sequence[str], acts: Callable[[str], bool]) -> bool:
    given = [text for text in texts if text.strip()]
    names = [text for text in given if word_count(text) <= (_FEW if acts(text) else _MOST_WORDS)]
    return len(given) >= _LEAST_CELLS and len(names) >= _SHARE * len(given)
