"""How a name or a quote may be spelt where it comes up again: other gaps, endings, scripts without blanks."""

from __future__ import annotations

import re

QUOTE_GAP = r"[\s/]+"
_GAP = r"[\s_\-.\u00a0]*"
_SPLIT = re.compile(r"[\s_\-.\u00a0]+")
_JOINED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_END = re.compile("[аеёиоуыэюяіїєьй]+$", re.IGNORECASE)
_LETTER = r"[^\W\d_]"
_LONG = 8
"""Letters from which a name of several words is known also within a longer word: InterviewKarinHolm."""


def joined(sign: str) -> bool:
    """Whether a sign belongs to a script that sets no blanks between words, or glues endings to them."""
    return bool(_JOINED.match(sign))


def words_of(text: str) -> list[str]:
    """The words of a name, however they are parted."""
    return [word for word in _SPLIT.split(text) if word]


def spelt(text: str, gap: str = _GAP) -> str:
    """A pattern for a text with any gap between its words, where no other word goes on before or behind it.

    Endings are allowed where a script puts them on names: an s, the cases of Slavic languages, particles of
    scripts without blanks.
    """
    quote = gap == QUOTE_GAP
    words = text.replace("/", " ").split() if quote else words_of(text)
    inner = gap.join(map(re.escape, words)) if quote else _GAP.join(map(_word, words))
    if not quote and len(words) > 1 and sum(map(len, words)) >= _LONG:
        return inner
    before = rf"(?<!{_LETTER})" if words[0][0].isalnum() and not joined(words[0][0]) else ""
    last = words[-1][-1]
    behind = "" if joined(last) or not last.isalnum() else rf"(?!{_LETTER})" if quote else rf"(?!(?!s\b){_LETTER})"
    return f"{before}{inner}{behind}"


def _word(word: str) -> str:
    """A word of a name, in the cases that Cyrillic names have."""
    if not _CYRILLIC.search(word) or len(word) < 3:
        return re.escape(word)
    return f"{re.escape(_CYRILLIC_END.sub('', word))}[а-яёіїєґА-ЯЁІЇЄҐ]{{0,3}}"
