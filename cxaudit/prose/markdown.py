"""Markdown in which client text is text: nothing of it makes a heading, a link, a table cell or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cxaudit.pattern import pattern
from cxaudit.prose.plaintext import one_line

_ACTIVE = pattern(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_LEADING = pattern(r"^(\s*)([-+](?=[\s-]|$)|=|#|\d+[.)](?=\s|$))")
_LINK = pattern(r"\b(https?|ftp|mailto|www)([:.])", re.IGNORECASE)


def escaped(text: str) -> str:
    """A text on one line that reads as it is written, wherever on a line it comes to stand."""
    shown = _ACTIVE.sub(r"\\\1", one_line(text))
    shown = _LEADING.sub(_behind_a_backslash, shown)
    return _LINK.sub(lambda found: f"{found[1]}\\{found[2]}", shown)


def cell(text: str) -> str:
    """A text for a cell of a table."""
    return escaped(text) or " "


def bullet(text: str) -> str:
    """A line of a list; its text is Markdown already."""
    return f"- {text}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with a blank line behind it; a heading that ends with ">" has its column at the right."""
    right = [head.endswith(" >") for head in heads]
    yield _row([head.removesuffix(" >") for head in heads])
    yield _row(["---:" if side else "---" for side in right])
    yield from (_row(row) for row in rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _behind_a_backslash(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}"
