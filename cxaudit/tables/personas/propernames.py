"""Whether a text is the proper name of somebody, told by how names are written."""

from __future__ import annotations

from functools import lru_cache

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, fold

_LONGEST, _MOST_WORDS, _LONGEST_LINK = 45, 7, 3
_LONGEST_CASELESS = 12
_NO_NAME = pattern(r"[\d\n;:?!%€$£@/\\=+<>\[\]{}]|\.\s*$")
_WORD = pattern(r"[^\W\d_][\w'’.-]*")
NAME_TOLD = FieldMatch("name", "fuzzy", 0.8)


def named(label: Label) -> Label:
    """The label as that of a name, for its values are names."""
    return Label(label.row, label.column, label.text, (NAME_TOLD,))


@lru_cache(maxsize=4096)
def looks_like_a_name(text: str) -> bool:
    """Whether a text is short and written as names are: "Irmgard Voss", "Lena and Mats", "Dr Ngozi Okafor, 52"."""
    first = bare(text).split(",", 1)[0].strip()
    if not first or len(first) > _LONGEST or _NO_NAME.search(first):
        return False
    words = first.split()
    if len(words) > _MOST_WORDS or not all(_WORD.match(word) or word == "&" for word in words):
        return False
    if first.lower() == first.upper():
        return len(first) <= _LONGEST_CASELESS
    small = [word for word in words if word[0].islower()]
    return not words[0][0].islower() and all(len(word.strip("'’")) <= _LONGEST_LINK for word in small)


def has_given_name(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text that is written as a name begins with a given name or a form of address."""
    if not looks_like_a_name(text):
        return False
    lists, given = vocabulary.words("personal-names").groups, vocabulary.words("given-names").groups
    first = fold(text.split(maxsplit=1)[0])
    return any(first == fold(each) for each in lists.get("titles", ())) or first in _given(
        tuple(given.get("names", ())), tuple(given.get("also_words", ()))
    )


@lru_cache(maxsize=2)
def _given(names: tuple[str, ...], also_words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, (*names, *also_words)))


def share_words(one: str, other: str) -> bool:
    """Whether all the words of the shorter text stand in the longer: "Irmgard" and "Irmgard Voss"."""
    first, second = frozenset(fold(one).split()), frozenset(fold(other).split())
    return bool(first and second) and (first <= second or second <= first)
