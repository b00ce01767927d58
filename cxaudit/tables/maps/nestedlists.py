"""Lists whose items name stages and hold a list of their own, in the same cell or in the next row.

- Asking for a quote (2 days)           - Discover
  - Writes to three firms               - The tenant reads …
  - Waits for answers                   - Qualify
- Comparing                             - The tenant confirms:
  - …                                       - …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.pattern import pattern
from cxaudit.tables.lines import Line
from cxaudit.words.labeltext import bare, fold, word_count

_LEAST, _MOST_WORDS = 4, 6
_BULLET = pattern(r"^\s*(?:[-–—•*·▪◦‣]|\d{1,2}[.)])\s+(?=\S)")
_INDENTED = pattern(r"^\s+(?:[-–—•*·▪◦‣]|\d{1,2}[.)])\s+\S")


def nested_names(lines: Sequence[Line]) -> list[Line]:
    """The items of the longest such list, each a line of its own; none where there are few, or one comes again."""
    found = max((*_in_cells(lines), *_in_turn(lines)), key=len, default=[])
    names = {fold(_name(line)) for line in found}
    return found if len(found) >= _LEAST and len(names) == len(found) else []


def _in_cells(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Stretches of cells of which each begins with a name and goes on with the list of it."""
    run: list[Line] = []
    for line in lines:
        if run and (line.row != run[-1].row + 1 or not _holds_its_list(line)):
            yield run
            run = []
        if _holds_its_list(line):
            run.append(line)
    yield run


def _in_turn(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Stretches in which a row that names something and a row with the list of it take turns."""
    run: list[Line] = []
    place = 0
    while place + 1 < len(lines):
        name, told = lines[place], lines[place + 1]
        if run and name.row != run[-1].row + 2:
            yield run
            run = []
        if _only_names(name) and told.lone and told.row == name.row + 1 and _BULLET.match(told.text):
            run.append(name)
            place += 2
        else:
            place += 1
    yield run


def _holds_its_list(line: Line) -> bool:
    first, *more = line.text.rstrip().split("\n")
    named = line.lone and bool(_BULLET.match(first)) and word_count(bare(_name(line))) <= _MOST_WORDS
    return named and bool(more) and all(_INDENTED.match(text) or text.startswith("  ") for text in more)


def _only_names(line: Line) -> bool:
    """Whether a row holds nothing but an item that is short enough for a name."""
    single = line.lone and "\n" not in line.text.strip() and bool(_BULLET.match(line.text))
    return single and word_count(bare(_name(line))) <= _MOST_WORDS and not line.text.rstrip().endswith((".", ":"))


def _name(line: Line) -> str:
    return _BULLET.sub("", line.text.split("\n", 1)[0]).strip()
