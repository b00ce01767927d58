"""How a name may be spelt where it comes up again: other gaps, endings, scripts without blanks."""

from __future__ import annotations

import re

from cxaudit.pattern import pattern

_GAP = r"[\s_\-.\u00a0]*"
_SPLIT = pattern(r"[\s_\-.\u00a0]+")
_JOINED = pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_CYRILLIC = pattern("[\u0400-\u04ff]")
_CYRILLIC_END = pattern("[аеёиоуыэюяіїєьй]+$", re.IGNORECASE)
_LETTER = r"[^\W\d_]"
_LONG = 8
"""Letters from which a name of several words is known also within a longer word: InterviewKarinHolm."""


def joined(sign: str) -> bool:
    """Whether a sign belongs to a script that sets no blanks between words, or glues endings to them."""
    return bool(_JOINED.match(sign))


def words_of(text: str) -> list[str]:
    """The words of a name, however they are parted."""
    return [word for word in _SPLIT.split(text) if word]


def spelt(text: str) -> str:
    """A pattern for a name with any gap between its words, where no other word goes on before or behind it.

    Endings are allowed where a script puts them on names: an s, the cases of Slavic languages, particles of
    scripts without blanks.
    """
    words = words_of(text)
    inner = _GAP.join(map(_word, words))
    if len(words) > 1 and sum(map(len, words)) >= _LONG:
        return inner
    before = rf"(?<!{_LETTER})" if words[0][0].isalnum() and not joined(words[0][0]) else ""
    last = words[-1][-1]
    behind = "" if joined(last) or not last.isalnum() else rf"(?!(?!s\b){_LETTER})"
    return f"{before}{inner}{behind}"


def opening(text: str) -> str:
    """The first letters of a name, at most three, that stand wherever it is spelt; in small letters."""
    return _stem(words_of(text)[0])[:3].casefold()[:3]


def _word(word: str) -> str:
    """A word of a name, in the cases that Cyrillic names have."""
    return re.escape(_stem(word)) + (r"[а-яёіїєґА-ЯЁІЇЄҐ]{0,3}" if _bends(word) else "")


def _stem(word: str) -> str:
    """A word without the ending that changes with its case."""
    return _CYRILLIC_END.sub("", word) if _bends(word) else word


def _bends(word: str) -> bool:
    return len(word) > 2 and bool(_CYRILLIC.search(word)) and bool(_CYRILLIC_END.sub("", word))
