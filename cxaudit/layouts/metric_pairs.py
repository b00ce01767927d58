"""Measures without headings of columns, on a sheet that its title calls one of measures, often sorted under headings.

Quantitative KPIs
Conversion rate  | From visitor to registered user
Time on task     | Average time to complete key actions

Technical performance
App load time    | Average time across devices
                 | - Error rate

✅ Repeat orders: 18 % → 25 %
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, Metric
from cxaudit.tables.around.titles import own_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import label_at
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.lists.measurenames import listed_measures, measure_name, told_in_figures
from cxaudit.tables.maps.mapparts import metric_of
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

NAME = "metric-pairs"
_CONFIDENCE = 0.6
_FEWEST, _MOST_WORDS, _MOST_VALUES = 3, 9, 3
_SURE = 0.9
_BULLETED = ("-", "–", "•", "*", "·")


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """The measures that a sheet of measures names at the beginning of its rows or in bullets; half are known ones."""
    kinds = own_kinds(grid, vocabulary)
    if "metrics" not in kinds or "persona" in kinds:
        return
    for band in bands(grid):
        lines = lines_of(grid, band)
        if any(_heads_a_list(grid, line, vocabulary) for line in lines):
            continue
        found = [metric for line in lines for metric in _measures(grid, line, vocabulary)]
        known = sum(1 for metric in found if metric.metric_class != "unclear")
        if len(found) >= _FEWEST and known * 2 >= len(found):
            yield _table(lines, found)


def _heads_a_list(grid: Grid, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a row heads columns, one of them of measures: then it is a list with headings."""
    labels = [label_at(grid, line.row, column, vocabulary, "metrics") for column in (line.column, *line.values)]
    named = [label for label in labels if label.field == "metric" and label.sureness >= _SURE]
    return len(labels) > 1 and bool(named) and (named[0] is labels[0] or all(x.matches for x in labels[:2]))


def _measures(grid: Grid, line: Line, vocabulary: Vocabulary) -> Iterator[Metric]:
    """The measures of a line: the one it begins with, or those of its bullets."""
    bulleted = line.text.lstrip().startswith(_BULLETED)
    if line.lone and (bulleted or told_in_figures(line.text)):
        names: tuple[str, ...] = listed_measures(line.text)
    elif 0 < len(line.values) <= _MOST_VALUES and not bulleted and word_count(line.text) <= _MOST_WORDS:
        names = (measure_name(line.text),)
    else:
        return
    for name in names:
        entry = Entry(name, place_of(grid, line.row, line.column), "", vocabulary.placeholder(name))
        if entry.given:
            yield replace(metric_of(entry, vocabulary, listed=True), fields=_definition(grid, line))


def _definition(grid: Grid, line: Line) -> dict[str, tuple[Entry, ...]]:
    texts = [Entry(grid.text(line.row, c), place_of(grid, line.row, c), line.text) for c in line.values]
    return {"other.definition": tuple(texts)} if texts else {}


def _table(lines: Sequence[Line], found: Sequence[Metric]) -> Table:
    columns = [column for line in lines for column in (line.column, *line.values)]
    return Table(
        kind="metrics",
        layout=NAME,
        region=Area(lines[0].row, min(columns), lines[-1].row, max(columns)),
        confidence=_CONFIDENCE,
        explained=sum(1 + len(line.values) for line in lines),
        metrics=tuple(found),
    )
