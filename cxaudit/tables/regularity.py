"""How well headings part a sheet into blocks alike: below each the same labels, none of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cxaudit.tables.lines import Line
from cxaudit.words.labeltext import bare, fold


def parts_well(lines: Sequence[Line], headings: Sequence[Line]) -> float:
    """The lines that blocks under these headings explain, less what stands twice in a block, or above the first."""
    blocks = _labels(lines, headings)
    shared = Counter(label for block in blocks for label in set(block))
    explained = sum(1 for block in blocks for label in set(block) if shared[label] >= 2)
    twice = sum(len(block) - len(set(block)) for block in blocks)
    empty = sum(1 for block in blocks if not block)
    return explained + len(blocks) - 2.0 * twice - 2.0 * empty


def share_alike(lines: Sequence[Line], headings: Sequence[Line]) -> float:
    """The share of the labels below the headings that stand below another one too."""
    blocks = _labels(lines, headings)
    shared = Counter(label for block in blocks for label in set(block))
    told = [label for block in blocks for label in set(block)]
    return sum(1 for label in told if shared[label] >= 2) / len(told) if told else 0.0


def _labels(lines: Sequence[Line], headings: Sequence[Line]) -> list[list[str]]:
    """The labels with values below each heading."""
    rows = {line.row for line in headings}
    blocks: list[list[str]] = []
    for line in lines:
        if line.row in rows:
            blocks.append([])
        elif blocks and line.values:
            blocks[-1].append(fold(bare(line.text)))
    return blocks
