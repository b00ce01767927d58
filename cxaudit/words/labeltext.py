"""Text folded for comparison: no case, accents, emoji or punctuation, and words cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from cxaudit.pattern import pattern

_UNSPACED = pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SIGNS_OF_WORDS = pattern("[\u3040-\u30ff\u3400-\u9fff]")
_NUMBERING = pattern(
    r"^(?:[^\w\"“]*)(?:\(?\d{1,2}(?:[.\-]\d{1,2})?[A-Za-z]?\s*[.):\-–—|．）：、]+\s*|[①-⑳❶-❿]\s*|\d\ufe0f?\u20e3\s*)"
)
_SPACED_NUMBER = pattern(r"^\s*#?\d{1,2}\s+(?=\D)")
_HINT = pattern(r"[(\[（【][^()\[\]（）【】]*[)\]）】]?")
_LONG_HINT = pattern(r"\s*\((?:[^()]*%[^()]*|[^()]{26,})\)?")
_EXAMPLE = pattern(r"\s+(?:e\.?g\.?|i\.?e\.?|for example|such as)\b", re.IGNORECASE)
_REMARK = pattern(r"\s*\((?=[^()]*(?:\s|\d|%))[^()]*\)\s*$")
_QUOTATION = pattern(r"""(?<=[^\W\d])\s*[:：|–—-]\s*["“„«»‟].*$""")
_LONG_HEADING, _LONG_STAGE = 45, 50
_MOST_KEPT = 16_384  # texts of one kind; a large sheet has more, but does not come back to each of them soon
_APOSTROPHE = pattern(r"['’ʼ`´]")
_DOTTED = "i\u0307"  # a Turkish capital I with its dot in lower case
_MACHINE_NAME = pattern(r"^\s*[a-z][a-z0-9]*(?:[._][a-z0-9]+)+\s*$")
_NO_WORD = pattern(r"[\W_]+")
_PLAIN_SIGNS = bytes(ord(chr(n).lower()) if n < 128 and chr(n).isalnum() else 32 for n in range(256))
_PLAIN_LINES = bytes(10 if n == 10 else sign for n, sign in enumerate(_PLAIN_SIGNS))
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_LIGATURES = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ё": "е"}


@cache
def _without_marks() -> dict[int, str]:
    """Latin letters without their accents, which people leave out; marks of other scripts make other letters."""
    plain = {ord(sign): letters for sign, letters in _LIGATURES.items()}
    for code in _LATIN:
        parted = unicodedata.normalize("NFD", chr(code))
        if len(parted) > 1 and parted[0].isascii():
            plain[code] = parted[0]
    return plain | dict.fromkeys(range(0x300, 0x370), "")


def fold(text: str) -> str:
    """Lower case without accents, compatibility forms, one blank between words; apostrophes close up ("customers")."""
    return " ".join(_plain_words(text)) if text.isascii() else _fold(text)


def word_list(text: str) -> list[str]:
    """The words of the folded text."""
    return _plain_words(text) if text.isascii() else _fold(text).split()


def _plain_words(text: str) -> list[str]:
    """The same for a text of plain characters, in three steps that cost less than looking it up among those known."""
    return text.encode("ascii").translate(_PLAIN_SIGNS, b"'`").decode("ascii").split()


def word_lists(texts: Collection[str]) -> Iterable[list[str]]:
    """The words of each text; those of plain characters are folded all in one go."""
    together = "\n".join(texts)
    if not together.isascii() or together.count("\n") >= len(texts):
        return map(word_list, texts)
    return map(str.split, together.encode("ascii").translate(_PLAIN_LINES, b"'`").decode("ascii").split("\n"))


@lru_cache(maxsize=_MOST_KEPT)
def _fold(text: str) -> str:
    folded = fold_keeping_accents(text)
    return folded if folded.isascii() else folded.translate(_without_marks())


@lru_cache(maxsize=_MOST_KEPT)
def fold_keeping_accents(text: str) -> str:
    """The same with the accents as they are written, to be shown."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace(_DOTTED, "i")
    return _NO_WORD.sub(" ", _APOSTROPHE.sub("", folded)).strip()


def folded_words(text: str, start: int, end: int) -> str:
    """What stands between two places of the folded text, with its accents where these do not move the places."""
    folded, shown = fold(text), fold_keeping_accents(text)
    return (shown if len(shown) == len(folded) else folded)[start:end]


@lru_cache(maxsize=_MOST_KEPT)
def stem(word: str) -> str:
    """A word without plural ending and in American spelling, so that near forms compare equal."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5 and "our" in word[3:]:
        word = word[:3] + word[3:].replace("our", "or")
    return word.replace("isation", "ization").replace("ise", "ize") if len(word) > 6 else word


@lru_cache(maxsize=_MOST_KEPT)
def stems(text: str) -> tuple[str, ...]:
    """The folded words of a text, each as its stem."""
    return tuple(stem(word) for word in fold(text).split())


def word_count(text: str) -> int:
    """How many words a text has; where no blanks part them, two signs make about one."""
    words = len(text.split())
    return words if text.isascii() else max(words, len(_SIGNS_OF_WORDS.findall(text)) // 2)


def is_machine_name(text: str) -> bool:
    """Whether a text names something for a program and not for people: "cart_view"."""
    return bool(_MACHINE_NAME.match(text))


def unspaced(text: str) -> bool:
    """Whether a text is in a script that does not part its words by blanks (or glues endings to them)."""
    return not text.isascii() and bool(_UNSPACED.search(text))


@lru_cache(maxsize=_MOST_KEPT)
def bare(text: str) -> str:
    """A label without its numbering, bracketed hints, explanations in further lines, and closing colon."""
    first = text.strip().split("\n", 1)[0]
    without = _NUMBERING.sub("", first)
    without = _SPACED_NUMBER.sub("", without)
    kept = _HINT.sub(" ", without).strip(" \t:：-–—>»*_|•·#")
    return kept or first.strip()


@lru_cache(maxsize=_MOST_KEPT)
def heading(text: str) -> str:
    """A label as it is shown: its first line, without long explanations or shares in brackets, or examples."""
    line = text.strip().split("\n", 1)[0].strip()
    kept = _LONG_HINT.sub(" ", line)
    if len(line) > _LONG_HEADING:
        kept = _EXAMPLE.split(kept, maxsplit=1)[0]
    return " ".join(kept.split()).rstrip(" :：") or line


@lru_cache(maxsize=_MOST_KEPT)
def stage_label(text: str) -> str:
    """A stage's name as it is shown: without a remark in brackets or a quotation at its end, or an explanation."""
    line = _QUOTATION.sub("", text.strip().split("\n", 1)[0]).strip()
    kept = _REMARK.sub("", line).strip() or line
    if len(kept) > _LONG_STAGE:
        head, _, rest = kept.partition(": ")
        named = len(bare(head).split()) >= 2 and not head.split()[-1].isdigit()  # "4. Phase" only counts
        kept = head if rest and named else kept
        kept = _REMARK.sub("", kept).strip() or kept
    return kept


def hints(text: str) -> tuple[str, ...]:
    """What stands in the brackets of a label."""
    return tuple(hint.strip("()[]（）【】 ") for hint in _HINT.findall(text))


def first_question(label: str) -> str:
    """A label that asks several things stands for the first: "What are their goals? What helps?"."""
    asked, sign, _ = label.partition("?")
    return asked + sign
