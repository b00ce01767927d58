"""What a measure is called where the cell that names it also says how it is worked out."""

from __future__ import annotations

import re

from cxaudit.pattern import pattern

_DEFINED = pattern(r"^(?P<name>[^()\n]{4,90}?)\s*\((?=[^()]*(?:\s[^()]*\s[^()]*\s|→|÷))[^()]{12,}\)[.;]?$", re.DOTALL)
_BULLET = pattern(r"^[^\w\"“„«(%#€$£¥]+|^\d{1,2}[.)]\s+")
_TOLD_IN_FIGURES = pattern(r"^[^\n:：]{3,80}[:：]\s*[^\w\n]{0,4}\d")
_TARGET = pattern(r"\s*[(（](?=[^()（）]*[\d%])[^()（）]*[)）][.;]?$")
_BEHIND = pattern(r"\s*(?:[:：]\s|\s[-–—→]\s|\s?[<>≥≤=~]\s?(?=\d)|\((?=[^()]*[\d%]))")


def measure_name(text: str) -> str:
    """The name of a measure without its definition in brackets: "Activation rate (% of users who … in week 1)"."""
    found = _DEFINED.match(text.strip())
    return found.group("name").strip() if found else text


def without_target(text: str) -> str:
    """The name of a measure without the figure that it is to reach in brackets: "Exports a day (target: > 30)"."""
    name = _TARGET.sub("", measure_name(text).strip()).strip()
    return name or text


def listed_measures(text: str) -> tuple[str, ...]:
    """The measures that the lines of a cell name, without bullets and without what stands behind the name.

    "- Load time: < 2 s" and "- Load time < 2 s" name the load time.
    """
    lines = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    names = (_BEHIND.split(line, maxsplit=1)[0].strip(" .;*") for line in lines)
    return tuple(name for name in names if name)


def told_in_figures(text: str) -> bool:
    """Whether a line names a measure and goes on with its figures: "✅ Waiting time: 12 min → 4 min"."""
    return bool(_TOLD_IN_FIGURES.match(_BULLET.sub("", text.strip(), count=1)))
