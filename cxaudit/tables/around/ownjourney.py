"""Sheets whose own title speaks of a journey, and that describe no software: files, endpoints and names in its code.

Student journey                      a title of a journey over the design of a feature
status | `PENDING` until in_review   is none of a customer's
"""

from __future__ import annotations

from itertools import islice

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.around.titles import own_kinds
from cxaudit.vocabulary import Vocabulary

_LOOKED_AT, _LEAST_SHARE = 400, 0.2
_CODE = pattern(
    r"\b[\w-]+(?:/[\w.-]+)+\.\w{2,4}\b"  # src/map/View.tsx
    r"|(?<![\w@])/[a-z][\w-]*(?:/[\w:{}\[\]-]*)*(?=[\s,)]|$)"  # /api/v1/users
    r"|\b[a-z]+[A-Z]\w*"  # isReady
    r"|\b\w+\.(?:tsx?|jsx?|py|php|json|ya?ml|css|sql|rs|go)\b"
    r"|\b[A-Z]{2,}(?:_[A-Z]+)+\b|\b[a-z]+_[a-z_]+\b"  # MAX_SIZE, in_review
    r"|\b(?:API|CRUD|SDK|[Ee]ndpoints?|[Ss]chema|[Mm]igrations?|[Ww]ebhooks?|[Bb]ackend|[Ff]rontend|[Mm]iddleware)\b"
)


def is_titled_journey(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether the sheet's own name or first lines speak of a journey, and one cell in five or more of no code."""
    return "journey" in own_kinds(grid, vocabulary) and not _describes_software(grid)


def _describes_software(grid: Grid) -> bool:
    texts = [text for _, _, text in islice(grid.cells(), _LOOKED_AT) if text.strip()]
    return sum(1 for text in texts if _CODE.search(text)) >= max(1, len(texts) * _LEAST_SHARE)
