"""Headings that only count the stages, each right above the heading that names it.

Stage 1
Unaware
Thinks | I am busy
Stage 2
Curious
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cxaudit.tables.lines import Line
from cxaudit.tables.maps.stageheadings import says_stage, stage_name
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold


def named_below(lines: Sequence[Line], headings: Sequence[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """The headings that name the stages: those below the ones that only count, if each has one and all differ."""
    following = {line.row: after for line, after in pairwise(lines)}
    below = [following.get(line.row) for line in headings]
    names = [after for after in below if after is not None and after.heading]
    only_count = all(says_stage(x.text, vocabulary) and _says_no_more(x.text, vocabulary) for x in headings)
    different = len({fold(bare(name.text)) for name in names}) == len(headings)
    return tuple(names) if headings and only_count and different else tuple(headings)


def _says_no_more(text: str, vocabulary: Vocabulary) -> bool:
    """Whether nothing stands behind the word and the number of a stage."""
    return stage_name(text, vocabulary) == bare(text)
