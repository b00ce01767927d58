"""Sheets on software: its code, or the files and names in it. No word there is a customer's.

Usage                    |                       program code
myshop.connect(channel)  | { "type": "name" }
Status | PENDING until in_review, in routes/api.php    parts of software
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
_PARTS = pattern(
    r"\b[\w-]+(?:/[\w.-]+)+\.\w{2,4}\b"  # src/map/View.tsx
    r"|(?<![\w@])/[a-z][\w-]*(?:/[\w:{}\[\]-]*)*(?=[\s,)]|$)"  # /api/v1/users
    r"|\b[a-z]+[A-Z]\w*"  # isReady
    r"|\b\w+\.(?:tsx?|jsx?|py|php|json|ya?ml|css|sql|rs|go)\b"
    r"|\b[A-Z]{2,}(?:_[A-Z]+)+\b|\b[a-z]+_[a-z_]+\b"  # MAX_SIZE, in_review
    r"|\b(?:API|CRUD|SDK|[Ee]ndpoints?|[Ss]chema|[Mm]igrations?|[Ww]ebhooks?|[Bb]ackend|[Ff]rontend|[Mm]iddleware)\b"
)
_LOOKED_AT = 1_000
_LEAST, _SHARE, _SHARE_OF_PARTS = 4, 0.12, 0.2


def holds_program_code(grid: Grid) -> bool:
    """Whether several cells of a sheet, one in eight or more, hold what is written for a machine to run."""
    texts = [text for _, _, text in islice(grid.cells(), _LOOKED_AT)]
    coded = sum(1 for text in texts if _SIGNS.search(text))
    return coded >= max(_LEAST, len(texts) * _SHARE)


def names_parts_of_software(grid: Grid) -> bool:
    """Whether one cell in five or more names files, endpoints or what programs call things."""
    texts = [text for _, _, text in islice(grid.cells(), _LOOKED_AT) if text.strip()]
    return sum(1 for text in texts if _PARTS.search(text)) >= max(1, len(texts) * _SHARE_OF_PARTS)
