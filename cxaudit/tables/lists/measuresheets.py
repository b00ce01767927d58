"""Sheets that are of measures by what they are called, and which of their headings name a measure each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.tables.around.titles import own_kinds
from cxaudit.tables.labels import label_at
from cxaudit.tables.lines import Line
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

FACTS = frozenset({"metric", "owner", "other.target", "other.baseline", "other.frequency", "other.definition"})
"""What is said of a measure below its heading."""

_KIND = "metrics"
_SURE, _AGAIN, _KNOWN = 0.85, 2, 3


def is_of_measures(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a sheet is one of measures: by its name, or by a title that speaks of no personas."""
    kinds, named = own_kinds(grid, vocabulary), vocabulary.title_kinds(grid.sheet)
    return _KIND in kinds and ("persona" not in kinds or (_KIND in named and "persona" not in named))


def heads_a_list(grid: Grid, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a row heads columns, one of them of measures: then it is a list with headings.

    "KPIs | Visits to the site" heads none: of two cells both are labels where they head columns.
    """
    labels = [label_at(grid, line.row, column, vocabulary, _KIND) for column in (line.column, *line.values)]
    named = [label for label in labels if label.field == "metric" and label.sureness >= _SURE]
    if len(labels) < 2 or not named:
        return False
    return all(x.matches for x in labels[:2]) or (named[0] is labels[0] and len(labels) > 2)


def outside_lists(grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary) -> list[list[Line]]:
    """The stretches of lines between the lists that have headings of columns; such a list ends where a row is empty."""
    stretches: list[list[Line]] = [[]]
    last = 0
    for line in lines:
        goes_on = line.row == last + 1 and not line.lone
        if goes_on or heads_a_list(grid, line, vocabulary):
            last = line.row
            if stretches[-1]:
                stretches.append([])
        else:
            stretches[-1].append(line)
    return stretches


def over_facts(grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary) -> frozenset[int]:
    """The rows of headings below which the same facts are told again and again, as of one measure each.

    A good part of them are known measures, or name one in a fact of their own.
    """
    facts = {line.row: label for line in lines if (label := _fact(grid, line, vocabulary))}
    told: dict[int, set[str]] = {}
    names: dict[int, str] = {}
    for heading, line in _below(lines):
        if line.row in facts and not label_at(grid, heading.row, heading.column, vocabulary, _KIND).matches:
            told.setdefault(heading.row, set()).add(facts[line.row])
            names.setdefault(heading.row, heading.text)
    times = Counter(label for labels in told.values() for label in labels)
    rows = [row for row, labels in told.items() if any(times[label] >= _AGAIN for label in labels)]
    known = sum(1 for row in rows if vocabulary.metric(names[row]).metric_class != "unclear" or "metric" in told[row])
    return frozenset(rows) if known * _KNOWN >= len(rows) >= _AGAIN else frozenset()


def _fact(grid: Grid, line: Line, vocabulary: Vocabulary) -> str:
    """The label of a pair that tells a fact of a measure, folded; "metric" where it names the measure; else empty."""
    if line.lone or heads_a_list(grid, line, vocabulary):
        return ""
    label = label_at(grid, line.row, line.column, vocabulary, _KIND)
    if label.field not in FACTS or label.sureness < _SURE:
        return ""
    return "metric" if label.field == "metric" else fold(label.text)


def _below(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with the heading that it stands below; lists with headings of columns stand below none."""
    heading: Line | None = None
    for line in lines:
        if line.heading:
            heading = line
        elif heading is not None:
            yield heading, line
