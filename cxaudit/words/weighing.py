"""Weighing: the words of a text that speak for a thing, against those that speak against it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from typing import Literal

from cxaudit.finding import Cited, Verdict
from cxaudit.kept import by_identity
from cxaudit.model import Entry
from cxaudit.part import Part, key
from cxaudit.pattern import pattern
from cxaudit.subject import Subject, cite
from cxaudit.together import Together
from cxaudit.words.labeltext import fold
from cxaudit.words.wordlist import WordList

_LINK = 4
_COUNTED = pattern(r"\b\d{1,3}(?:[.,]\d{3})*\s+(?:[a-zà-öø-ÿ-]+\s+){0,2}?[a-zà-öø-ÿ-]{3,}s\b")
_NONE, _FULL = Fraction(0), Fraction(1)
_DIGIT = pattern("[0-9]")
Hits = list[tuple[Entry, str, str]]
_Weighed = tuple[Fraction, tuple[Cited, ...], tuple[str, ...]]


class Sides(Part):
    """Which groups of a word list speak for the subject; all that are not named here speak against it."""

    groups: tuple[str, ...] = key(default=(), description="the groups of the word list that settle it for the subject")
    weak: tuple[str, ...] = key(default=(), description="groups that do so only where nothing speaks against it")
    pairs: tuple[tuple[str, ...], ...] = key(
        default=(), description="sets of groups that settle it for the subject where all of a set are named"
    )
    faint: tuple[str, ...] = key(
        default=(), description="groups that speak against the subject only where nothing speaks for it"
    )
    own: tuple[str, ...] = key(
        default=(), description="fields of the subject whose own words do not speak against it: what it is itself"
    )
    counted: bool = key(
        default=False, description="things that a text counts (33 exit chats) settle it where no word does"
    )
    mixed: Literal["met", "not_met", "cannot_tell"] = key(
        default="cannot_tell", description="what a value means that holds words of both sides"
    )

    @cached_property
    def for_it(self) -> frozenset[str]:
        """The groups that do not speak against the subject."""
        return frozenset((*self.groups, *self.weak, *(group for pair in self.pairs for group in pair)))


def weigh(subject: Subject, given: Iterable[Entry], words: WordList, sides: Sides) -> Verdict | None:
    """The verdict of the words in all the entries; None where there are none, or they do not decide."""
    return _verdict(subject, _weighed(given, words, sides, _own(subject, sides)))


def weigh_fields(subject: Subject, fields: tuple[str, ...], words: WordList, sides: Sides) -> Verdict | None:
    """The same of all that a subject says in some fields; what its stage or map says is weighed once for all."""
    layer = subject.telling(fields)
    if isinstance(layer, Together) and not _own(subject, sides):
        return _verdict(subject, _weighed_in(layer, fields, words, sides))
    return weigh(subject, layer.given(fields), words, sides)


@by_identity(most=64)
def _weighed_in(layer: Together, fields: tuple[str, ...], words: WordList, sides: Sides) -> _Weighed | None:
    return _weighed(layer.given(fields), words, sides, frozenset())


def _weighed(given: Iterable[Entry], words: WordList, sides: Sides, own: frozenset[str]) -> _Weighed | None:
    """What the words say: how far they speak for it, where, and which they are."""
    texts = tuple(given)
    hits = [kept for entry in texts for hit in _hits(entry, words) for kept in _without_own(hit, own, words, sides)]
    if not hits:
        return _by_count(texts) if sides.counted else None
    side = _decisive(hits, sides)
    if not side:
        return None
    share = _FULL if side[0][1] in sides.for_it else _NONE
    return share, cite(entry for entry, _, _ in side), tuple(dict.fromkeys(used for _, _, used in side))


def _own(subject: Subject, sides: Sides) -> frozenset[str]:
    """The words that a subject uses of itself."""
    texts = (entry.text for entry in subject.says(sides.own)) if sides.own else ()
    return frozenset(_stem(word) for text in texts for word in fold(text).split())


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > _LINK else word


def _without_own(hit: tuple[Entry, str, str], own: frozenset[str], words: WordList, sides: Sides) -> Hits:
    """A hit against the subject by its own words is none: what is left of it counts."""
    entry, group, used = hit
    left = [word for word in used.split() if _stem(word) not in own]
    if group in sides.for_it or len(left) == len(used.split()):
        return [hit]
    found = words.hits(" ".join(left))
    if len(" ".join(shown for _, shown in found).split()) < sum(1 for word in left if len(word) > _LINK):
        return [hit]
    return [(entry, other, shown) for other, shown in found]


def _by_count(texts: tuple[Entry, ...]) -> _Weighed | None:
    """What is met because a text counts things, neither a year nor a date: "33 exit chats"."""
    told = [(entry, found.group(0)) for entry in texts if (found := _COUNTED.search(entry.text))]
    return (Fraction(1), cite(entry for entry, _ in told), tuple(said for _, said in told)) if told else None


def _verdict(subject: Subject, weighed: _Weighed | None) -> Verdict | None:
    if weighed is None:
        return None
    share, cells, words = weighed
    return Verdict(subject.id, subject.title, share, cells=cells, words=words)


def _hits(entry: Entry, words: WordList) -> Hits:
    """The groups that an entry names, and its words; a bare year speaks through its label ("Customer since")."""
    found = words.hits(entry.text)
    if not found and _has_digit(entry.text):
        found = words.hits(entry.label)
    return [(entry, group, used) for group, used in found]


def _has_digit(text: str) -> bool:
    return bool(_DIGIT.search(text)) if text.isascii() else any(map(str.isdigit, text))


def _against(hits: Hits, sides: Sides) -> frozenset[str]:
    """The groups that speak against it: neither for it nor a part of a pair."""
    return frozenset(group for _, group, _ in hits if group not in sides.for_it)


def _decisive(hits: Hits, sides: Sides) -> Hits:
    named = {group for _, group, _ in hits}
    paired = {group for pair in sides.pairs if set(pair) <= named for group in pair}
    right = [hit for hit in hits if hit[1] in sides.groups or hit[1] in paired]
    against = _against(hits, sides)
    wrong = [hit for hit in hits if hit[1] in against and not (right and hit[1] in sides.faint)]
    if right and wrong:
        return {"met": right, "not_met": wrong, "cannot_tell": []}[sides.mixed]
    return right or wrong or [hit for hit in hits if hit[1] in sides.weak]
