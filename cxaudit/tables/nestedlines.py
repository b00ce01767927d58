"""Lists within lists in one cell: a line alone with lines set in below it is a label, and these are what it says.

- Job: nurse
- Worries
  - Forms that ask twice
  - Nights without a doctor
"""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.pattern import pattern

_BULLET = pattern(r"^\s*(?:[-–—•*·▪◦‣●○■□➢➤✓✔→>]+|\(?\d{1,2}[.)])\s+")
_LONGEST, _MOST_WORDS = 40, 6
_ENDS = (".", "!", ";", "。", "！")


def nested(lines: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lines that stand furthest to the left, each with those set in below it; none where all stand alike."""
    indents = [len(line) - len(line.lstrip()) for line in lines]
    least = min(indents, default=0)
    if not lines or indents[0] > least or max(indents) == least:
        return ()
    found: list[tuple[str, list[str]]] = []
    for line, indent in zip(lines, indents, strict=True):
        if indent == least:
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return tuple((line, tuple(below)) for line, below in found)


def label_over(line: str, below: Sequence[str]) -> tuple[str, str] | None:
    """A short line over a list as a label with what the list says; none for any other."""
    name = _BULLET.sub("", line).strip(" \t*_:：")
    if not below or not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or name.endswith(_ENDS):
        return None
    return name, "\n".join(below)
