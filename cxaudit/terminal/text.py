"""Text in pieces of different styles, and how it is wrapped: at blanks, and inside a word that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, Protocol

from msgspec import Struct

from cxaudit.terminal.cells import beginning, chopped, width_of

Justify = Literal["default", "left", "right"]
Overflow = Literal["fold", "ellipsis"]
Line = list[tuple[str, str]]
"""The pieces of a line, each with its style."""
_WORD = re.compile(r"\s*\S+\s*")
_STEERING = dict.fromkeys((7, 8, 11, 12, 13))


class How(Struct, frozen=True):
    """How a text stands in its place: at which side, what becomes of what is too long, and whether it may wrap."""

    justify: Justify = "default"
    overflow: Overflow = "fold"
    no_wrap: bool = False


class Drawable(Protocol):
    """What a page is made of."""

    def lines(self, width: int, how: How = ...) -> list[Line]:
        """Its lines, none wider than the width."""
        ...


class Text:
    """Words in one style, and more behind them in others; never markup."""

    def __init__(self, words: str = "", style: str = "", *, no_wrap: bool | None = None) -> None:
        self.style, self.no_wrap = style, no_wrap
        self.pieces: Line = []
        self.append(words)

    @property
    def plain(self) -> str:
        return "".join(words for words, _ in self.pieces)

    def __str__(self) -> str:
        return self.plain

    def __len__(self) -> int:
        return sum(len(words) for words, _ in self.pieces)

    def append(self, words: str, style: str = "") -> Text:
        """More words, in a style that is laid over that of the text."""
        if not words.isprintable():
            words = words.translate(_STEERING)
        if words:
            self.pieces.append((words, f"{self.style} {style}" if style else self.style))
        return self

    def append_text(self, text: Text) -> Text:
        """Another text with its styles."""
        for words, style in text.pieces:
            self.append(words, style)
        return self

    def lines(self, width: int, how: How = How()) -> list[Line]:  # noqa: B008 (frozen)
        """The text in lines of at most so many columns."""
        wraps = not (how.no_wrap if self.no_wrap is None else self.no_wrap)
        whole = self.plain
        if "\n" not in whole and width_of(whole) <= width:
            return [_justified(list(self.pieces), whole, width, how)]
        ranges = _wrapped(whole, width, how.overflow == "fold") if wraps else _by_line(whole)
        return [_justified(_cut(self.pieces, start, end), whole[start:end], width, how) for start, end in ranges]


def _by_line(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _wrapped(text: str, width: int, fold: bool) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end when each is wrapped; blanks that reach over the width are left out."""
    for start, end in _by_line(text):
        breaks = [0, *_breaks(text[start:end], width, fold), end - start]
        for first, last in pairwise(breaks):
            line = text[start + first : start + last]
            over = min(max(0, len(line) - width), len(line) - len(line.rstrip()))
            yield start + first, start + last - over


def _breaks(line: str, width: int, fold: bool) -> Iterator[int]:
    """The places at which a line is parted."""
    filled = 0
    for found in _WORD.finditer(line):
        start, word = found.start(), found.group()
        length = width_of(word.rstrip())
        if length <= width - filled:
            filled += width_of(word)
        elif length <= width or not fold:
            if start and (filled or length > width):
                yield start
            filled = width_of(word)
        else:
            for piece in chopped(word, width):
                if start:
                    yield start
                start, filled = start + len(piece), width_of(piece)


def _cut(pieces: Line, start: int, end: int) -> Line:
    """What stands between two places of the text."""
    cut, at = [], 0
    for words, style in pieces:
        if at < end and at + len(words) > start:
            cut.append((words[max(0, start - at) : end - at], style))
        at += len(words)
    return cut


def _justified(line: Line, said: str, width: int, how: How) -> Line:
    """A line in its place: cut off where it is too long, filled up with blanks at one side."""
    if how.justify == "right":
        line, said = _cut(line, 0, len(said.rstrip())), said.rstrip()
    length = width_of(said)
    if length > width:
        ends = how.overflow == "ellipsis"
        line, length = _said_anew(line, beginning(said, width - 1) + "…" if ends else beginning(said, width)), width
    if length == width or how.justify == "default":
        return line
    blanks = (" " * (width - length), "")
    return [blanks, *line] if how.justify == "right" else [*line, blanks]


def _said_anew(line: Line, words: str) -> Line:
    """Other words, letter by letter in the styles of a line that is as long or longer."""
    anew = []
    for old, style in line:
        anew.append((words[: len(old)], style))
        words = words[len(old) :]
    return [piece for piece in anew if piece[0]]
