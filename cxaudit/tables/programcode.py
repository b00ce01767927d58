"""Sheets that hold program code: manuals of software, whose words ("channel", "user", "types") mean no customer's.

Usage                    |
myshop.connect(channel)  | { "type": "name" }
"""

from __future__ import annotations

from itertools import islice

from cxaudit.grid import Grid
from cxaudit.pattern import pattern

_SIGNS = pattern(
    r"[{}]\s*(?:$|\n)|<!--|</[a-z]|\b[A-Za-z_]\w*\.\w+\(|\b[A-Za-z]\w*\(\)|[\w)] ?=> ?[\w({]|\w::\w"
    r"|(?:^|\n)\s*(?:import|export|const|let|var|def|return|#include|require|npm|pip|sudo|\$) \S"
    r"|(?:^|\n)\s*[\"'][\w-]+[\"']\s*:"
)
_LOOKED_AT = 1_000
_LEAST, _SHARE = 4, 0.12


def holds_program_code(grid: Grid) -> bool:
    """Whether several cells of a sheet, one in eight or more, hold what is written for a machine to run."""
    texts = [text for _, _, text in islice(grid.cells(), _LOOKED_AT)]
    coded = sum(1 for text in texts if _SIGNS.search(text))
    return coded >= max(_LEAST, len(texts) * _SHARE)
