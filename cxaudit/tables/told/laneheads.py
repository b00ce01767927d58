"""Lanes of a known map whose last word leaves open what they hold, or names what no customer sees.

SMS API           | Code is sent        | Receipt is sent     behind the scenes
Member experience | Member fills a form | Member books a test what the customer does
Experience        | Price list, banner  | Form with a button  what the customer meets
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare

_HEADS, _MACHINERY, _EXPERIENCE = "lane-heads", "machinery", "experience"
_ACTING, _VERBS, _ACTORS = "viewpoint-customer", "verbs", "actors"
_COMPANY = ("blueprint-lanes", "company")
_FEELS, _DOES, _MEETS, _UNSEEN = "emotion", "activity", "touchpoint", "backstage"
_LEAST_CELLS, _FEELING = 3, 5  # one feeling in so many cells is enough for a lane of them
_SURENESS = 0.7
Feels = Callable[[str], bool]


def told_by_head(
    labels: Sequence[Label], held: Sequence[Sequence[str]], vocabulary: Vocabulary, feels: Feels
) -> tuple[Label, ...]:
    """The labels, those that end in such a word with what that or their cells tell; `feels` says that a text may."""
    taken = {field for label in labels for field in label.fields}
    return tuple(_told(label, texts, taken, vocabulary, feels) for label, texts in zip(labels, held, strict=True))


def _told(label: Label, texts: Sequence[str], taken: set[str], vocabulary: Vocabulary, feels: Feels) -> Label:
    open_feeling = label.fields == (_FEELS,) and label.matches[0].match != "exact"
    if not label.text or (label.matches and not open_feeling):
        return label
    words = vocabulary.words(_HEADS)
    last = bare(label.text).split()[-1:]
    if not label.matches and last and words.find_in(_MACHINERY, last[0]):
        field = _UNSEEN
    elif last and words.find_in(_EXPERIENCE, last[0]):
        companys = vocabulary.words(_COMPANY[0]).find_in(_COMPANY[1], label.text)
        field = _UNSEEN if companys else _experienced(texts, taken, vocabulary, feels)
    else:
        field = ""
    return replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if field else label


def _experienced(texts: Sequence[str], taken: set[str], vocabulary: Vocabulary, feels: Feels) -> str:
    """What a lane of experiences holds that the map has nowhere else; empty where its cells leave it open."""
    given = [text for text in dict.fromkeys(texts) if text.strip() and not vocabulary.placeholder(text)]
    if len(given) < _LEAST_CELLS or sum(map(feels, given)) * _FEELING >= len(given):
        return ""
    if sum(1 for text in given if _acts(text, vocabulary)) * 2 > len(given):
        return "" if _DOES in taken else _DOES
    return "" if _MEETS in taken else _MEETS


def _acts(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins with a deed, or with who is a customer."""
    return vocabulary.words(_ACTING).opening(text)[1] in (_VERBS, _ACTORS)
