"""Whether a text is the name of a person, as names are written where owners are named and in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

WORDS, GIVEN = "personal-names", "given-names"
_PIECE = pattern(r"[,;:/|&+\n()\[\]（）、，；：・·•–—]|\s-\s|\b(?:and|und|et|y|e|en|och|og|oder|or|и|та)\b")
_WORD = pattern(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_RUN = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_PLAIN_WORD = pattern(r"(?<![\w@./\\-])[^\W\d_]+(?![\w@/\\-]|\.\w)")
_STRIPPED = ".,;:!?()[]{}'\"“”„«»‘’「」『』…"
_LONGEST, _LONGEST_CASELESS = 4, 6


class NameWords(Struct, frozen=True):
    """The words by which names are told from other words, all folded."""

    titles: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    not_names: frozenset[str]
    honorifics: tuple[str, ...]
    surnames: frozenset[str]
    joined_roles: tuple[str, ...]
    given: frozenset[str]
    given_words: frozenset[str]
    labels: frozenset[str]
    quotes: frozenset[str]

    def is_role(self, token: str) -> bool:
        if fold(token) in self.roles:
            return True
        return not token.isascii() and any(part in token for part in self.joined_roles)

    def is_post(self, text: str) -> bool:
        """Whether a text names a post or a team and nobody: "Head of CX"."""
        tokens = fold(text).split()
        return all(token in self.roles or token in self.particles for token in tokens)

    def is_given(self, token: str) -> bool:
        """Whether a token is a given name and no everyday word."""
        return fold(token) in self.given


def name_words(vocabulary: Vocabulary) -> NameWords:
    """The word lists of a vocabulary that names are known by."""
    lists, given = vocabulary.words(WORDS).groups, vocabulary.words(GIVEN).groups

    def folded(group: str) -> frozenset[str]:
        return frozenset(map(fold, lists.get(group, ())))

    return NameWords(
        titles=folded("titles"),
        particles=folded("particles"),
        roles=folded("roles"),
        not_names=folded("not_names"),
        honorifics=lists.get("honorifics", ()),
        surnames=frozenset(lists.get("surnames", ())),
        joined_roles=lists.get("joined_roles", ()),
        given=frozenset(map(fold, given.get("names", ()))),
        given_words=frozenset(map(fold, given.get("also_words", ()))),
        labels=folded("labels"),
        quotes=folded("quotes"),
    )


def names_in(text: str, words: NameWords) -> Iterator[str]:
    """The names of people in a text that names people or teams: "Ana Ruiz, head of service" has one."""
    for piece in _PIECE.split(text):
        name = _bare(" ".join(piece.split()), words)
        if is_name(name, words) or _is_given_name(name, words):
            yield name
        elif found := _caseless_name(name, words):
            yield found


def names_in_prose(text: str, words: NameWords) -> Iterator[str]:
    """The names in running text: given names that are no everyday words, with the family name behind them."""
    tokens = [(found.group().rstrip("."), found) for found in _RUN.finditer(unicodedata.normalize("NFC", text))]
    at = 0
    while at < len(tokens):
        token, _ = tokens[at]
        size = _length(tokens, at, words) if _written_as_name(token) and words.is_given(token) else 0
        if size:
            yield " ".join(word for word, _ in tokens[at : at + size])
        at += max(1, size)


def titled_names(text: str, words: NameWords) -> Iterator[str]:
    """The names that stand behind a form of address: "Ms Okoro" has one."""
    tokens = text.split()
    for at, token in enumerate(tokens[:-1]):
        if fold(token) in words.titles and token[:1].isupper():
            found = []
            for follower in tokens[at + 1 : at + 1 + _LONGEST]:
                bare = follower.strip(_STRIPPED)
                if not _capitalised(bare) or words.is_role(bare):
                    break
                found.append(bare)
                if bare != follower:
                    break
            if found:
                yield " ".join(found)


def is_name(text: str, words: NameWords) -> bool:
    """Two to four words, the first and the last capitalised, and none that only a role or a team has."""
    tokens = text.split()
    if not 2 <= len(tokens) <= _LONGEST or not all(_WORD.fullmatch(token) for token in tokens):
        return False
    if not (_capitalised(tokens[0]) and _capitalised(tokens[-1])):
        return False
    if any(words.is_role(token) for token in tokens):
        return False
    return all(_capitalised(token) or token.casefold() in words.particles for token in tokens)


def parts(name: str, small: frozenset[str], words: NameWords) -> Iterator[str]:
    """The parts of a name by which alone a person is called too.

    A part that is also written in small letters (`small`) is a word of the language, unless it is a given name or
    stands behind one.
    """
    first = fold(name.split(maxsplit=1)[0].strip(_STRIPPED))
    person = first in words.given | words.given_words
    for token in name.split():
        bare = token.strip(_STRIPPED)
        word = fold(bare)
        if not (_capitalised(bare) and len(bare) >= 3) or word in words.not_names | words.titles | words.particles:
            continue
        if words.is_given(bare) or not (words.is_role(bare) or (bare.casefold() in small and not person)):
            yield bare


def caseless_parts(name: str, words: NameWords) -> Iterator[str]:
    """The parts of a name without capital letters by which alone a person is called: 田中 and 太郎 of 田中太郎."""
    tokens = name.split()
    if len(tokens) > 1:
        yield from (token for token in tokens if len(token) >= 2)
    for size in (1, 2, 3) if len(tokens) == 1 else ():
        family, given = name[:size], name[size:]
        if family in words.surnames and 2 <= len(given) <= _LONGEST_CASELESS - size:
            yield from (part for part in (family, given) if len(part) >= 2)


def caseless(text: str) -> bool:
    """Whether a text is written in a script that has no capital letters."""
    return any(sign.isalpha() for sign in text) and text.upper() == text.lower()


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands somewhere in small letters; addresses and file names are no words."""
    return frozenset(word for text in texts for word in _PLAIN_WORD.findall(text) if word.islower())


def _length(tokens: list[tuple[str, re.Match[str]]], at: int, words: NameWords) -> int:
    """How many words from a given name on make the name; they follow each other with a blank between them."""
    size = 1
    while at + size < len(tokens) and size < _LONGEST and _follows(tokens, at + size):
        token = tokens[at + size][0]
        if token.casefold() not in words.particles and (not _written_as_name(token) or words.is_role(token)):
            break
        size += 1
    while tokens[at + size - 1][0].casefold() in words.particles:
        size -= 1
    return size


def _follows(tokens: list[tuple[str, re.Match[str]]], at: int) -> bool:
    one, other = tokens[at - 1][1], tokens[at][1]
    between = one.string[one.end() : other.start()]
    return between in (" ", "\u00a0", "_") and not (one.group().endswith(".") and len(one.group()) > 2)


def _written_as_name(token: str) -> bool:
    return token[:1].isupper() and (token[1:].islower() or len(token) == 1 or _capitalised(token))


def _bare(name: str, words: NameWords) -> str:
    """A name without a form of address before or behind it."""
    first, _, rest = name.partition(" ")
    name = rest if rest and fold(first) in words.titles else name
    return next((name.removesuffix(end).strip() for end in words.honorifics if name.endswith(end)), name)


def _is_given_name(text: str, words: NameWords) -> bool:
    """A given name, alone or with one to three words behind it, however it is written: "karin", "jane doe"."""
    tokens = text.split()
    if not 1 <= len(tokens) <= _LONGEST or not all(_WORD.fullmatch(token) for token in tokens):
        return False
    known = words.is_given(tokens[0]) or (fold(tokens[0]) in words.given_words and tokens[0][:1].isupper())
    return known and not any(words.is_role(token) for token in tokens[1:])


def _caseless_name(text: str, words: NameWords) -> str:
    """The name in a short text without capital letters, once roles and teams are left out; empty for none."""
    if not caseless(text):
        return ""
    tokens = [_bare(token, words) for token in text.split()]
    kept = [token for token in tokens if token.isalpha() and not words.is_role(token)]
    signs = "".join(kept)
    if any("\u2e80" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7af" for sign in signs):
        return " ".join(kept) if 2 <= len(signs) <= _LONGEST_CASELESS else ""
    return " ".join(kept) if 2 <= len(kept) == len(tokens) <= _LONGEST else ""


def _capitalised(token: str) -> bool:
    """Ana, O'Neil, J., MÜLLER; not IT, CRM or x."""
    bare = token.rstrip(".")
    if not bare[:1].isupper():
        return False
    return len(bare) == 1 or len(bare) > 4 or any(letter.islower() for letter in bare)
