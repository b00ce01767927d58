"""Sheets that are made of headings and little else: no table is looked for, for that would take for ever."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from cxaudit.grid import Grid
from cxaudit.vocabulary import Vocabulary

_LEAST_CELLS = 30_000
_OFTEN = 20
_SHARE = 0.5
_KINDS = ("journey", "persona")


def headings_only(grid: Grid, vocabulary: Vocabulary) -> str:
    """Why no table is looked for on a sheet; empty where one is.

    Known headings are few, so where most of very many cells are some, the same ones come again and again.
    """
    counts = Counter(chain.from_iterable(grid.rows))
    cells = counts.total() - counts.pop("", 0)
    if cells < _LEAST_CELLS:
        return ""
    often = (text for text, count in counts.items() if count >= _OFTEN)
    headings = sum(counts[text] for text in often if any(vocabulary.fields(text, kind) for kind in _KINDS))
    if headings <= cells * _SHARE:
        return ""
    return f"{headings:,} of its {cells:,} cells are headings, as on no real sheet, so no table was looked for"
