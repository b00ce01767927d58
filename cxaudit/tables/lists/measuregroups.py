"""Measures that one cell lists beside the name of their group, or beside a word for measures.

Finding us | - Visits to the site
           | - Downloads of the leaflet
KPIs       | Churn rate, share of regulars
"""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import label_at
from cxaudit.tables.lines import Line
from cxaudit.tables.lists.measurenames import listed_measures, measure_name
from cxaudit.vocabulary import Vocabulary

_MEASURE = "metric"
_SURE, _MOST_WORDS, _ITEMS, _PARTS = 0.9, 14, 2, 3
_ITEM = pattern(r"^\s*(?:[-–—•*·▪◦‣]|\d{1,2}[.)])\s*\S")
_ITEM_SIGN = pattern(r"^\W+")
_SAID = pattern(r"[.:]\s")
_COMMA = pattern(r"\s*[,;]\s+(?![^()]*\))")
_NO_NAME = (".", "!", "?", ":")


def beside_group(grid: Grid, line: Line, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    """The measures that a row names beside its first cell; none of what that cell says of another measure.

    None at all where the row may itself begin with a measure: its first cell is no known label, with no list beside it.
    """
    label = label_at(grid, line.row, line.column, vocabulary, "metrics")
    if len(line.values) != 1 or line.glued:
        return None
    text = grid.text(line.row, line.values[0])
    if label.field == _MEASURE and label.sureness >= _SURE:
        return _items(text) or tuple(part for part in _COMMA.split(text.strip(" .")) if part)
    listed = _items(text)
    if listed and sum(map(vocabulary.is_measure, listed)) * 2 >= len(listed):
        return listed
    if label.matches and label.field != _MEASURE and not vocabulary.metric(line.text).concept:
        return ()
    if not listed or _are_facts(text, vocabulary):
        return None
    return listed if label.field in {"", _MEASURE} and are_measures(listed, vocabulary) else ()


def in_sentence(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The measures that a line of text lists one after the other; nothing of other text."""
    names = tuple(part for part in _COMMA.split(text.strip(" .")) if part)
    return names if len(names) >= _PARTS and "\n" not in text and are_measures(names, vocabulary) else ()


def named_in(text: str) -> tuple[str, ...]:
    """The measures that a cell below a word for measures names: the lines of a list, or itself if it is no sentence."""
    return _items(text) or (() if text.rstrip().endswith(_NO_NAME) else (measure_name(text),))


def _items(text: str) -> tuple[str, ...]:
    """The lines of a list, each without its bullet and its target; nothing of other text."""
    lines = [line for line in text.split("\n") if line.strip()]
    items = sum(1 for line in lines if _ITEM.match(line))
    return listed_measures(text) if items == len(lines) >= _ITEMS else ()


def _are_facts(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a list tells facts of one measure, most lines below a label of their own: "- Target: 40 a week"."""
    lines = [_ITEM_SIGN.sub("", line) for line in text.split("\n") if line.strip()]
    labelled = sum(1 for line in lines if vocabulary.fields(_SAID.split(line, maxsplit=1)[0], "metrics"))
    return labelled * 2 >= len(lines)


def are_measures(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a list names measures: short names, of which half are known."""
    short = all(len(name.split()) <= _MOST_WORDS and not name.endswith(_NO_NAME) for name in names)
    known = sum(1 for name in names if vocabulary.metric(name).metric_class != "unclear")
    return short and known * 2 >= len(names)
