"""Headings that name the stages of a journey, or its journeys, though they do not count and tell no phases.

The tenant's journey
Signing in             headings that stand apart, all different; below or beside each text, a list or pairs
The tenant opens …
Reporting a leak       | - Opens the form …

It counts only under a title of a journey, and where customers act below most of the headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.tables.labels import short
from cxaudit.tables.lines import Line
from cxaudit.tables.maps.toldheadings import Run
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, word_count

_LEAST, _LEAST_PLAIN, _MOST, _MOST_WORDS, _LOOKED_AT, _FIRST_WORDS = 3, 4, 40, 14, 3, 6
_MOST_OF_WHO, _WORDS_OF_A_LANE = 2, 3
_SURE, _CONFIDENCE = 0.85, 0.5
_OF_STAGES = frozenset({"stage", "step", "activity", "other.journey"})
_ACTING, _COMPANY = "viewpoint-customer", "viewpoint-company"
_CODE = pattern(r"^\W*(?P<code>[A-Za-z]{0,4}[-_ ]?(?:\d{1,2}\.)?)0*(?P<number>\d{1,2})(?!\d)\W*\s[\W_]*(?=\w)")
_NUMBERED = pattern(r"^\W*\d{1,2}\s*[.)]\s")  # such headings may be the chapters of a text
_BULLET = pattern(r"^\s*(?:[-–—•*·▪◦‣]|\d{1,2}[.)])\s*")


class _Headed(Struct, frozen=True):
    """A heading, and the lines up to the next one."""

    name: Line
    below: tuple[Line, ...]

    @property
    def texts(self) -> list[str]:
        """What is told first: the first lines of what stands beside the heading, or below it."""
        own = [self.name.beside] if self.name.values else []
        told = [line.beside if line.values else line.text for line in self.below[:_LOOKED_AT]]
        lines = (line for text in (*own, *told) for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
        return [_BULLET.sub("", line) for line in lines if line.strip()]

    @property
    def tabled(self) -> bool:
        """Whether rows of a table stand below the heading."""
        return any(len(line.values) > 1 for line in self.below)


def headed_runs(lines: Sequence[Line], titled: bool, sheet: str, vocabulary: Vocabulary) -> list[Run]:
    """The map whose stages are the headings of a sheet; none where its name or its own title speaks of no journey."""
    if not titled or called_otherwise(sheet, vocabulary):
        return []
    found = [headed for headed in _parted(lines) if not _NUMBERED.match(headed.name.text)]
    counted = _counting(found)
    if len(counted) < _LEAST:
        counted = []
    chosen = counted or _without_ends(found, vocabulary)
    if len(chosen) < (_LEAST if counted else _LEAST_PLAIN) or not _are_stages(chosen, vocabulary, bool(counted)):
        return []
    last = chosen[-1]
    end = (last.below[-1] if last.below else last.name).row + 1
    return [Run(tuple(each.name for each in chosen), end, _CONFIDENCE)]


def called_otherwise(sheet: str, vocabulary: Vocabulary) -> bool:
    """Whether a sheet is called what is kept beside a map: "Pain points", "Roles", "Moments of truth"."""
    return any(m.confidence >= _SURE for m in vocabulary.fields(sheet, "journey") if m.field not in _OF_STAGES)


def _parted(lines: Sequence[Line]) -> Iterator[_Headed]:
    """The headings of a sheet behind its title, with what stands below each; those over nothing are left out."""
    starts = [n for n in range(1, len(lines)) if _stands_apart(lines, n)]
    for first, last in pairwise([*starts, len(lines)]):
        headed = _Headed(lines[first], tuple(lines[first + 1 : last]))
        if headed.texts:
            yield headed


def _stands_apart(lines: Sequence[Line], place: int) -> bool:
    """Whether a line below an empty row is a heading: alone in its row, or a name with its text beside it."""
    line, before = lines[place], lines[place - 1]
    after = lines[place + 1].row if place + 1 < len(lines) else line.row + 2
    named = short(line.text) and "\n" not in line.text.strip() and word_count(bare(line.text)) <= _MOST_WORDS
    beside = len(line.values) == 1 and not line.glued and after > line.row + 1
    return named and line.row > before.row + 1 and (line.heading or beside)


def _counting(found: Sequence[_Headed]) -> list[_Headed]:
    """Those headings that one code counts on from the first to the last: "J1 — …, J2 — …", "3.1 …, 3.2 …"."""
    series: dict[str, list[_Headed]] = {}
    numbers: dict[str, int] = {}
    for headed in found:
        if match := _CODE.match(headed.name.text):
            code, number = fold(match.group("code")), int(match.group("number"))
            if number > numbers.get(code, 0):
                series.setdefault(code, []).append(headed)
                numbers[code] = number
    return max(series.values(), key=len, default=[])


def _without_ends(found: Sequence[_Headed], vocabulary: Vocabulary) -> list[_Headed]:
    """The headings without those ahead and behind below which nobody acts: an introduction, what follows from it."""
    lived = [n for n, headed in enumerate(found) if _is_lived(headed, vocabulary)]
    if not lived:
        return []
    lanes = (n for n in range(lived[0], lived[-1]) if _is_lane(found[n].name.text, vocabulary))
    behind = next((n for n in lanes if n - lived[0] >= _LEAST), len(found))  # what is said of the whole journey
    return list(found[lived[0] : min(behind, lived[-1] + 1)])


def _are_stages(found: Sequence[_Headed], vocabulary: Vocabulary, counted: bool) -> bool:
    """Whether different headings, no labels of lanes, stand over what customers do more than over what others do."""
    names = {fold(headed.name.text) for headed in found}
    if not _LEAST <= len(found) <= _MOST or len(names) < len(found) or any(headed.tabled for headed in found):
        return False
    lanes = sum(1 for headed in found if _is_lane(headed.name.text, vocabulary))
    acting = sum(1 for headed in found if _is_lived(headed, vocabulary))
    company = sum(1 for headed in found if headed.texts and _companys(headed.texts[0], vocabulary))
    least = 0.5 if counted else 0.6
    return lanes * 4 <= len(found) and acting >= least * len(found) and acting > company


def _is_lived(headed: _Headed, vocabulary: Vocabulary) -> bool:
    """Whether a heading names a phase, or one of the first things told below begins with a customer's deed."""
    if _is_lane(headed.name.text, vocabulary):
        return False
    if vocabulary.phases(headed.name.text) != ("unclear",):
        return True
    return any(_tells_a_deed(text, vocabulary) for text in headed.texts)


def _tells_a_deed(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins with a customer, a deed, or somebody else of whom it tells one: "A nurse signs in"."""
    words = vocabulary.words(_ACTING)
    if words.opening(text)[1] in {"verbs", "actors"}:
        return True
    first = text.split("\n", 1)[0].split()[: _MOST_OF_WHO + 1]
    behind = (n for n in range(1, len(first)) if words.opening(" ".join(first[n:]))[1] == "verbs")
    return any(not _companys(" ".join(first[:n]), vocabulary) for n in behind)


def _companys(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.words(_COMPANY).find_in("actors", " ".join(text.split()[:_FIRST_WORDS])))


def _is_lane(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading is surely a label, and no name of a phase; "Moments that matter in use" is none of those."""
    known = {m.field for m in vocabulary.fields(text, "journey") if m.confidence >= _SURE} - _OF_STAGES
    lane = any(not field.startswith("other") for field in known) and word_count(bare(text)) >= _WORDS_OF_A_LANE
    return lane or (bool(known) and vocabulary.phases(text) == ("unclear",))
