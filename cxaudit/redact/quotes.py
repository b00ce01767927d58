"""What customers said: under a heading for it, or between quotation marks in any cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.pattern import pattern
from cxaudit.redact.names import NameWords
from cxaudit.redact.readingentries import entries_of, labelled
from cxaudit.redact.spelling import joined
from cxaudit.words.labeltext import fold

_SAID = (
    re.compile(r"[“„\"«»]\s*([^“”„\"«»]{8,}?)\s*[”“\"»«]"),
    re.compile(r"[「『]\s*([^「」『』]{4,}?)\s*[」』]"),
    re.compile(r"(?<!\w)[‘‚‹']\s*([^‘’‹›']{8,}(?:['’]\w[^‘’‹›']*)*)\s*[’‘›'](?!\w)"),
)
_SENTENCE = pattern(r"(?<=[.!?…。！？])\s*|\n+|\s+/\s+")
_FEW_WORDS, _FEW_SIGNS = 2, 4


def quotes_in(grids: Sequence[Grid], readings: Sequence[Reading], words: NameWords) -> Iterator[str]:
    """Every quote whole, and each of its sentences, since a sentence may stand in an output alone."""
    understood = {(reading.workbook, reading.sheet) for reading in readings if reading.kind != "other"}
    for reading in readings:
        for name, entry in entries_of(reading):
            if name.split(".")[0] == "quote" or fold(entry.label) in words.quotes:
                yield from _whole_and_parts(entry.text, 1)
    for grid in grids:
        if (grid.workbook, grid.sheet) not in understood:
            for text in labelled(grid, words.quotes):
                yield from _whole_and_parts(text, _FEW_WORDS)
        for _, _, text in grid.cells():
            for way in _SAID:
                for said in way.findall(text):
                    yield from _whole_and_parts(said, _FEW_WORDS + 1)


def _whole_and_parts(text: str, fewest: int) -> Iterator[str]:
    """A quote of so many words or more, and its sentences of some words."""
    whole = text.strip().strip("“”„\"«»‘’'「」『』").strip()
    if _size(whole) >= fewest and len(whole) > 1:
        yield whole
    sentences = [part.strip().strip("“”„\"«»‘’'「」『』").strip() for part in _SENTENCE.split(whole)]
    yield from (part for part in sentences if part != whole and _size(part) > _FEW_WORDS)


def _size(text: str) -> int:
    """The number of words; of scripts without blanks four signs make one and a half."""
    signs = sum(1 for sign in text if joined(sign))
    return len(text.split()) + signs * 2 // _FEW_SIGNS if signs else len(text.split())
