"""The class of a measure whose name says nothing: told by its formula or definition.

Measure    | Formula
Signed     | Signed contracts / enquiries      what is counted tells: acquisition
Shown      | Showings / enquiries              else what comes of those who ask is acquisition
Open books | Unpaid bills by month             a short definition is read as a name is
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.model import Metric
from cxaudit.pattern import pattern
from cxaudit.vocabulary import MetricMatch, Vocabulary

DEFINITION = "other.definition"
_UNCLEAR, _PROSPECTS = "unclear", "leads"
_MOST_WORDS = 6
_DIVIDED = pattern(r"\s+[/÷]\s+|(?<=\))\s*[/÷]\s*(?=\()")


def told_by_formula(metric: Metric, formulas: Iterable[str], vocabulary: Vocabulary) -> Metric:
    """The measure, with the class that its formulas tell where its name tells none."""
    if metric.metric_class != _UNCLEAR or not metric.name.given:
        return metric
    told = (_told(text, vocabulary) for text in formulas if not vocabulary.placeholder(text))
    match = next((found for found in told if found is not None), None)
    return metric if match is None else replace(metric, metric_class=match.metric_class)


def _told(text: str, vocabulary: Vocabulary) -> MetricMatch | None:
    """What a formula tells: the measure that is counted in it, or that a share of the prospects is."""
    counted, *by = _DIVIDED.split(text, maxsplit=1)
    match = vocabulary.metric(counted)
    sure = bool(match.concept) or len(counted.split()) <= _MOST_WORDS
    if match.metric_class != _UNCLEAR and sure:
        return match
    among = vocabulary.metric(by[0]) if by else None
    return among if among is not None and among.concept == _PROSPECTS else None
