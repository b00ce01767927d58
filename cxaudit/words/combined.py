"""Labels that name several things at once, as their pieces: "Thoughts & emotions", "Actions → channels"."""

from __future__ import annotations

from collections.abc import Iterable

from cxaudit.pattern import pattern
from cxaudit.words.labeltext import fold
from cxaudit.words.smallwords import SmallWords

_SIGNS = pattern(r"\s*(?:&|\+|/|\||,|;|·|→|⇒|➔|➜|->|=>|、|・|／|＆)\s*")
_CJK = r"[\u3040-\u30ff\u3400-\u9fff]"
_UNSPACED_AND = pattern(rf"(?<={_CJK})(?:和|与|與|及び|及|および|と)(?={_CJK})")


def pieces_of(label: str, small: SmallWords) -> list[str]:
    """The pieces of a label between signs and words that join; one piece where nothing does."""
    signed = (part for sign in _SIGNS.split(label) for part in _parted(sign))
    return [piece for part in signed for piece in _joined(part, small)]


def _parted(text: str) -> Iterable[str]:
    """A label parted at an "and" of a script without blanks."""
    return (text,) if text.isascii() else _UNSPACED_AND.split(text)


def _joined(text: str, small: SmallWords) -> list[str]:
    pieces: list[list[str]] = [[]]
    words = text.split()
    folded = tuple(fold(word) for word in words)
    for index, word in enumerate(words):
        if folded[index] in small.joining and not small.one_meant(folded, index):
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [" ".join(piece) for piece in pieces if piece]
