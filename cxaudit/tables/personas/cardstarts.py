"""Where on a sheet of persona cards each card begins: at a heading, at a name, or where the same labels come again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.tables.cells import labelled_lines
from cxaudit.tables.lines import Line
from cxaudit.tables.personas.personaparts import numbered_persona, persona_heading
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

_SURE, _SURE_NAME = 0.85, 0.9
_SAME_LABELS, _KNOWN_LABELS = 3, 2
_MOST_ROWS = 500
_LEAST_WIDTH = 4


class Starts(Struct, frozen=True):
    """The rows of headings that begin a card, and the rows of facts that do."""

    headings: frozenset[int] = frozenset()
    facts: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.headings or self.facts)


def parted(grid: Grid, band: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """A band of columns cut where its labels stand again: cards beside each other without a column between them."""
    first, last = band
    if last - first + 1 < _LEAST_WIDTH:
        return (band,)
    labels = _texts(grid, first)
    cuts = [first]
    for column in range(first + 2, last + 1):
        again = labels & _texts(grid, column)
        if len(again) >= _SAME_LABELS and len(again) * 2 >= len(labels) and column - cuts[-1] > 1:
            cuts.append(column)
    return tuple((left, right - 1) for left, right in pairwise((*cuts, last + 1)))


def _texts(grid: Grid, column: int) -> frozenset[str]:
    rows = range(1, min(grid.height, _MOST_ROWS) + 1)
    return frozenset(fold(text) for row in rows if (text := grid.text(row, column)))


def starts_of(lines: Sequence[Line], vocabulary: Vocabulary, repeated: frozenset[tuple[int, int]]) -> Starts:
    """Where the cards of a band begin; `repeated` are the headings that are each followed by the same labels."""
    counted = [x for x in lines if x.lone and _names_or_counts(x.text, vocabulary)]
    headed = frozenset(line.row for line in lines if (line.row, line.column) in repeated)
    if counted and not (len(counted) == 1 and (counted[0] is lines[0] or min(headed, default=0) < counted[0].row)):
        return Starts(frozenset(line.row for line in counted))
    named = [x for x in lines if x.values and _is_name_label(x.text, vocabulary)]
    if len(named) > 1:
        return _with_headings(lines, [lines.index(line) for line in named])
    return (
        Starts(headed)
        or _with_headings(lines, _where_labels_recur(lines, vocabulary))
        or Starts(frozenset(line.row for line in counted))
    )


def _names_or_counts(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the heading of a card; the list of facts in one cell is none, though it begins with a name."""
    return not labelled_lines(text) and (bool(persona_heading(text, vocabulary)) or numbered_persona(text, vocabulary))


def _is_name_label(text: str, vocabulary: Vocabulary) -> bool:
    return any(m.field == "name" and m.confidence >= _SURE_NAME for m in vocabulary.fields(text, "persona"))


def _with_headings(lines: Sequence[Line], firsts: Iterable[int]) -> Starts:
    """The heading right above each first line, else the line itself."""
    headings, facts = set[int](), set[int]()
    for index in firsts:
        above = lines[index - 1] if index else None
        if above and above.heading:
            headings.add(above.row)
        else:
            facts.add(lines[index].row)
    return Starts(frozenset(headings), frozenset(facts))


def _where_labels_recur(lines: Sequence[Line], vocabulary: Vocabulary) -> list[int]:
    """The lines at which the labels of a card begin anew: that of the first label which all cards have."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines[:_MOST_ROWS]):
        if line.values:
            found.setdefault(fold(line.text), []).append(index)
    again = {label: places for label, places in found.items() if len(places) > 1}
    if len(again) < _SAME_LABELS or sum(1 for label in again if _known(label, vocabulary)) < _KNOWN_LABELS:
        return []
    most = max(map(len, again.values()))
    firsts = min(places for places in again.values() if len(places) == most)
    if any(_held_twice(again.values(), start, end) for start, end in pairwise((*firsts, len(lines)))):
        return []
    return [_top_of(lines, index, again) for index in firsts]


def _held_twice(places: Iterable[list[int]], start: int, end: int) -> bool:
    """Whether a label stands twice between two beginnings, which then are none."""
    return any(sum(1 for index in each if start <= index < end) > 1 for each in places)


def _known(label: str, vocabulary: Vocabulary) -> bool:
    return any(match.confidence >= _SURE for match in vocabulary.fields(label, "persona"))


def _top_of(lines: Sequence[Line], index: int, again: dict[str, list[int]]) -> int:
    """The top of the unbroken lines in which a card's first common label stands, if only its own stand above it."""
    top = index
    while top and lines[top - 1].row == lines[top].row - 1 and not lines[top - 1].lone:
        top -= 1
        if fold(lines[top].text) in again:
            return index
    return top


def by_repetition(stretches: Sequence[Sequence[Line]], vocabulary: Vocabulary) -> frozenset[tuple[int, int]]:
    """Where the headings stand that are each followed by the same label: they are the personas' names."""
    following: dict[str, list[tuple[int, int]]] = {}
    for lines in stretches:
        for index, line in enumerate(lines[:-1]):
            after = next((x for x in lines[index + 1 : index + 3] if x.values or x.heading), None)
            after = after if after and after.values else None
            known = after and any(m.confidence >= _SURE for m in vocabulary.fields(after.text, "persona"))
            if after and known and line.heading and not vocabulary.fields(line.text, "persona"):
                following.setdefault(after.text.casefold(), []).append((line.row, line.column))
    best = max(following.values(), key=len, default=[])
    if len(best) < 2:
        return frozenset(_by_same_labels(stretches, vocabulary))
    return frozenset((*best, *_names_like_labels(stretches, frozenset(best))))


def _names_like_labels(
    stretches: Sequence[Sequence[Line]], headings: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where further headings stand that head a whole card as the others do: Joy and Grace are words for labels too.

    The heading of a section ("Goals") stands in several cards, or over few of a card's labels.
    """
    texts = Counter(fold(line.text) for lines in stretches for line in lines)
    for lines in stretches:
        starts = [index for index, line in enumerate(lines) if line.heading]
        below = {start: _labels_of(lines[start + 1 : end]) for start, end in pairwise((*starts, len(lines)))}
        cards = [labels for n, labels in below.items() if (lines[n].row, lines[n].column) in headings]
        shared = frozenset.intersection(*cards) if cards else frozenset[str]()
        for start, labels in below.items():
            once = texts[fold(lines[start].text)] == 1
            if once and len(shared) >= _SAME_LABELS and shared <= labels:
                yield lines[start].row, lines[start].column


def _labels_of(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(fold(line.text) for line in lines if line.values)


def _by_same_labels(stretches: Sequence[Sequence[Line]], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where the headings stand that are followed by much the same labels, whichever of them comes first.

    A label of the cards whose value is empty stands alone like a heading, and is none.
    """
    runs: list[tuple[tuple[int, int], frozenset[str]]] = []
    for lines in stretches:
        starts = [index for index, line in enumerate(lines) if line.heading and not _known(line.text, vocabulary)]
        for start, end in pairwise((*starts, len(lines))):
            labels = frozenset(line.text.casefold() for line in lines[start + 1 : end] if line.values)
            runs.append(((lines[start].row, lines[start].column), labels))
    alike = [
        place
        for place, labels in runs
        if any(place != other and len(labels & theirs) >= _SAME_LABELS for other, theirs in runs)
    ]
    return alike if len(alike) > 1 else []
