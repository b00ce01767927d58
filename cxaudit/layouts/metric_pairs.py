"""Measures without headings of columns, on a sheet that its title calls one of measures, often sorted under headings.

Quantitative KPIs
Conversion rate  | From visitor to registered user
Time on task     | Average time to complete key actions

Technical performance
App load time    | Average time across devices
                 | - Error rate

Finding us       | - Visits to the site
                 | - Downloads of the leaflet

✅ Repeat orders: 18 % → 25 %
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Table
from cxaudit.model import Entry, Metric
from cxaudit.tables.cells import place_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.lists.measuregroups import beside_group, in_sentence
from cxaudit.tables.lists.measurenames import listed_measures, measure_name, told_in_figures
from cxaudit.tables.lists.measuresheets import is_of_measures, outside_lists
from cxaudit.tables.maps.mapparts import metric_of
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

NAME = "metric-pairs"
_CONFIDENCE = 0.6
_FEWEST, _MOST_WORDS, _MOST_VALUES = 3, 9, 3
_BULLETED = ("-", "–", "•", "*", "·")


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """The measures that a sheet of measures names at the beginning of its rows or in bullets; half are known ones."""
    if not is_of_measures(grid, vocabulary):
        return
    for band in bands(grid):
        stretches = outside_lists(grid, lines_of(grid, band), vocabulary)
        found = [[metric for line in lines for metric in _measures(grid, line, vocabulary)] for lines in stretches]
        every = [metric for metrics in found for metric in metrics]
        known = sum(1 for metric in every if metric.metric_class != "unclear")
        enough = len(every) >= _FEWEST or (every and len(stretches) > 1)
        if enough and known * 2 >= len(every):
            yield from (_table(lines, here) for lines, here in zip(stretches, found, strict=True) if here)


def _measures(grid: Grid, line: Line, vocabulary: Vocabulary) -> Iterator[Metric]:
    """The measures of a line: the one it begins with, those of its bullets, or those that are listed beside it."""
    listed = beside_group(grid, line, vocabulary) if line.values else None
    if listed is not None:
        yield from _listed(grid, line, listed, vocabulary)
        return
    in_text = in_sentence(line.text, vocabulary) if line.lone else ()
    if in_text:
        yield from _listed(grid, line, in_text, vocabulary)
        return
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


def _listed(grid: Grid, line: Line, names: Sequence[str], vocabulary: Vocabulary) -> Iterator[Metric]:
    for name in names:
        column, label = (line.values[0], line.text) if line.values else (line.column, "")
        entry = Entry(name, place_of(grid, line.row, column), label, vocabulary.placeholder(name))
        if entry.given:
            yield metric_of(entry, vocabulary, listed=True)


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
