"""Weighing: the words of a text that speak for a thing, against those that speak against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from fractions import Fraction
from functools import cached_property
from typing import Literal

from cxaudit.finding import FULL, Cited, Verdict, Words, one_more
from cxaudit.kept import by_identity
from cxaudit.model import Entry
from cxaudit.part import Part, key
from cxaudit.pattern import pattern
from cxaudit.rowfields import Columns, RowFields
from cxaudit.subject import Subject, cite
from cxaudit.together import Together
from cxaudit.words.labeltext import fold
from cxaudit.words.wordlist import WordList

_LINK = 4
_COUNTED = pattern(r"\b\d{1,3}(?:[.,]\d{3})*\s+(?:[a-zà-öø-ÿ-]+\s+){0,2}?[a-zà-öø-ÿ-]{3,}s\b")
_NONE = Fraction(0)
_DIGIT = pattern("[0-9]")
Hits = list[tuple[int, str, str]]
"""Which of the entries, the group that it names, and its words."""
_Decided = tuple[Fraction, tuple[int, ...], tuple[str, ...]]
"""How far words speak for it, in which of the entries, and which they are."""
_Weighed = tuple[Fraction, tuple[Cited, ...], tuple[str, ...]]
_MOST_KNOWN = 20_000


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
    texts = tuple(given)
    if not sides.counted and not any(words.uses(entry.text) or has_digit(entry.text) for entry in texts):
        return None
    return _verdict(subject, _cited(texts, _decided(texts, words, sides, _own(subject, sides))))


def weigh_fields(
    subject: Subject, fields: tuple[str, ...], words: WordList, sides: Sides, told: Set[Words] = frozenset()
) -> Verdict | None:
    """The same of all that a subject says in some fields; what its stage or map says is weighed once for all.

    So are rows of a table that say the same. Of a row that is met by words that are `told` already no cell is cited.
    """
    layer = subject.telling(fields)
    if sides.own and _own(subject, sides):
        return weigh(subject, layer.given(fields), words, sides)
    if isinstance(layer, RowFields):
        decided = _weighed_row(layer, fields, words, sides)
        if decided is not None and decided[0] is FULL and decided[2] in told:
            return one_more(decided[2])
        return _verdict(subject, _cited(tuple(layer.given(fields)), decided) if decided else None)
    if isinstance(layer, Together):
        return _verdict(subject, _weighed_in(layer, fields, words, sides))
    return weigh(subject, layer.given(fields), words, sides)


@by_identity(most=64)
def _weighed_in(layer: Together, fields: tuple[str, ...], words: WordList, sides: Sides) -> _Weighed | None:
    texts = tuple(layer.given(fields))
    return _cited(texts, _decided(texts, words, sides, frozenset()))


def _weighed_row(row: RowFields, fields: tuple[str, ...], words: WordList, sides: Sides) -> _Decided | None:
    told = row.cells_of(fields)
    known = _rows_decided(sides, row.columns, fields, words)
    if told in known:
        decided = known[told]
    else:
        decided = _decided(tuple(row.given(fields)), words, sides, frozenset())
        if len(known) < _MOST_KNOWN:
            known[told] = decided
    return decided


@by_identity(most=64)
def _rows_decided(
    _sides: Sides, _columns: Columns, _fields: tuple[str, ...], _words: WordList
) -> dict[tuple[str, ...], _Decided | None]:
    """What rows of a table decide by their cells, as far as they were weighed; to be filled in."""
    return {}


def _cited(texts: Sequence[Entry], decided: _Decided | None) -> _Weighed | None:
    """The same with the cells of the entries that decide."""
    return (decided[0], cite([texts[at] for at in decided[1]]), decided[2]) if decided else None


def _decided(texts: Sequence[Entry], words: WordList, sides: Sides, own: frozenset[str]) -> _Decided | None:
    """What the words say: how far they speak for it, where, and which they are."""
    hits = [
        kept
        for at, entry in enumerate(texts)
        for hit in _hits(at, entry, words, sides)
        for kept in _without_own(hit, own, words, sides)
    ]
    if not hits:
        return _by_count(texts) if sides.counted else None
    side = _decisive(hits, sides)
    if not side:
        return None
    share = FULL if side[0][1] in sides.for_it else _NONE
    return share, tuple(at for at, _, _ in side), tuple(dict.fromkeys(used for _, _, used in side))


def _own(subject: Subject, sides: Sides) -> frozenset[str]:
    """The words that a subject uses of itself."""
    texts = (entry.text for entry in subject.says(sides.own)) if sides.own else ()
    return frozenset(_stem(word) for text in texts for word in fold(text).split())


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > _LINK else word


def _without_own(hit: tuple[int, str, str], own: frozenset[str], words: WordList, sides: Sides) -> Hits:
    """A hit against the subject by its own words is none: what is left of it counts."""
    at, group, used = hit
    left = [word for word in used.split() if _stem(word) not in own]
    if group in sides.for_it or len(left) == len(used.split()):
        return [hit]
    found = words.hits(" ".join(left))
    if not found and left and left[-1] == used.split()[-1]:  # "the freight desk" is no freight customer
        return [hit]
    if len(" ".join(shown for _, shown in found).split()) < sum(1 for word in left if len(word) > _LINK):
        return [hit]
    return [(at, other, shown) for other, shown in found]


def _by_count(texts: Sequence[Entry]) -> _Decided | None:
    """What is met because a text counts things, neither a year nor a date: "33 exit chats"."""
    told = [(at, found.group(0)) for at, entry in enumerate(texts) if (found := _COUNTED.search(entry.text))]
    return (FULL, tuple(at for at, _ in told), tuple(said for _, said in told)) if told else None


def _verdict(subject: Subject, weighed: _Weighed | None) -> Verdict | None:
    if weighed is None:
        return None
    share, cells, words = weighed
    return Verdict(subject.id, subject.title, share, cells=cells, words=words)


def _hits(at: int, entry: Entry, words: WordList, sides: Sides) -> Hits:
    """The groups that an entry names, and its words; a number speaks through its label as well.

    "Customer since | 2019"; "Talked with | 7 families".
    """
    found = words.hits(entry.text)
    if has_digit(entry.text) and sides.for_it.issuperset(group for group, _ in found):
        told = words.hits(entry.label)
        found = (*found, *((group, used) for group, used in told if not found or group in sides.for_it))
    return [(at, group, used) for group, used in found]


def has_digit(text: str) -> bool:
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
