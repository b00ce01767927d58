"""Whether a text is the name of a person: given and family name, as they are written where owners are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cxaudit.vocabulary import WordList
from cxaudit.words.labeltext import fold

_PIECE = re.compile(r"[,;:/|&\n()\[\]•·–—]|\s-\s|\band\b|\bund\b|\bet\b|\by\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_LONGEST = 4


def names_in(text: str, words: WordList) -> Iterator[str]:
    """The names of people in a text that names people or teams: "Ana Ruiz, head of service" has one."""
    for piece in _PIECE.split(text):
        name = without_title(" ".join(piece.split()), words)
        if is_name(name, words):
            yield name


def titled_names(text: str, words: WordList) -> Iterator[str]:
    """The names that stand behind a form of address: "Ms Okoro" has one."""
    titles = _folded(words.groups.get("titles", ()))
    tokens = text.split()
    for at, token in enumerate(tokens[:-1]):
        if fold(token) in titles and token[:1].isupper():
            found = []
            for follower in tokens[at + 1 : at + 1 + _LONGEST]:
                bare = follower.strip(".,;:!?()'\"“”")
                if not _capitalised(bare) or _is_role(bare, words):
                    break
                found.append(bare)
                if bare != follower:
                    break
            if found:
                yield " ".join(found)


def without_title(name: str, words: WordList) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in _folded(words.groups.get("titles", ())) else name


def is_name(text: str, words: WordList) -> bool:
    """Two to four words, the first and the last capitalised, and none that only a role or a team has."""
    tokens = text.split()
    if not 2 <= len(tokens) <= _LONGEST or not all(_WORD.fullmatch(token) for token in tokens):
        return False
    if not (_capitalised(tokens[0]) and _capitalised(tokens[-1])):
        return False
    if any(_is_role(token, words) for token in tokens):
        return False
    particles = _folded(words.groups.get("particles", ()))
    return all(_capitalised(token) or token.casefold() in particles for token in tokens)


def single_names(name: str, lower: frozenset[str], words: WordList) -> Iterator[str]:
    """The parts of a name by which alone a person is called too.

    A part that the workbooks also write in small letters (`lower`) is a word of the language, not a name.
    """
    nothing = _folded(words.groups.get("not_names", ()))
    for token in name.split():
        bare = token.strip(".,;:'\"“”()")
        good = len(bare) >= 3 and _capitalised(bare) and bare.casefold() not in lower and bare[1:].islower()
        if good and fold(bare) not in nothing and not _is_role(bare, words):
            yield bare


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands somewhere in small letters."""
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower())


def _capitalised(token: str) -> bool:
    """Ana, O'Neil, J., MÜLLER; not IT, CRM or x."""
    bare = token.rstrip(".")
    if not bare[:1].isupper():
        return False
    return len(bare) == 1 or len(bare) > 4 or any(letter.islower() for letter in bare)


def _is_role(token: str, words: WordList) -> bool:
    return fold(token) in _folded(words.groups.get("roles", ()))


@lru_cache(maxsize=16)
def _folded(terms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(term) for term in terms)
