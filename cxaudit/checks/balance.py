"""Balance: the share of one class among all that are of either class, over steps or metrics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, cannot_tell, judged, not_applicable
from cxaudit.model import ACQUISITION, METRIC_CLASSES, POST_ACQUISITION, Metric
from cxaudit.part import key
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold

_SIDES = frozenset((*ACQUISITION, *POST_ACQUISITION))


class CheckParams(Params):
    """By side of the acquisition (steps, touchpoints, stages), or by class (metrics)."""

    type: Literal["balance"]
    by: Literal["side", "metric_class"]
    wanted: tuple[str, ...] = key(default=(), description="with `by: metric_class`: the classes wanted")
    against: tuple[str, ...] = key(default=(), description="with `by: metric_class`: the classes to weigh them against")


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of the wanted class; what belongs to neither class is not counted."""
    if params.by == "metric_class":
        return _by_class(params, evidence)
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    told = {phases for phases in {s.phases for s in found} if not _SIDES.isdisjoint(phases)}
    known = [s for s in found if s.phases in told]
    if not known:
        return cannot_tell("the phase of none of the stages could be told")
    groups: dict[str, list[bool]] = {}
    cells: dict[str, Cited] = {}
    for subject in known:
        groups.setdefault(subject.group, []).append(subject.after)
        cells.setdefault(subject.group, Cited(subject.header))
    verdicts = tuple(
        Verdict(name, name, Fraction(sum(sides), len(sides)), f"{sum(sides)} of {len(sides)} after", (cells[name],))
        for name, sides in groups.items()
    )
    after = sum(map(sum, groups.values()))
    return Judgement(None, "", after, len(known), Fraction(after), verdicts)


def _by_class(params: CheckParams, evidence: Evidence) -> Judgement:
    unknown = [c for c in (*params.wanted, *params.against) if c not in METRIC_CLASSES]
    if unknown:
        raise ValueError(f"'{unknown[0]}' is no class of metrics")
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    metrics = _each_once(evidence.programme.metrics, evidence.vocabulary)
    if not metrics:
        return not_applicable("no metric is named anywhere, which another rule has already said")
    weighed = [m for m in metrics if m.metric_class in (*params.wanted, *params.against)]
    if not weighed:
        names = "; ".join(m.name.text for m in metrics[:3])
        if all(m.metric_class == "unclear" for m in metrics):
            return cannot_tell(f"the class of none of the metrics could be told ({names})")
        return judged((Verdict("programme", "the programme", Fraction(0), names, _cells(metrics[:5])),))
    right = [m for m in weighed if m.metric_class in params.wanted]
    wrong = [m for m in weighed if m.metric_class not in params.wanted]
    share = Fraction(len(right), len(weighed))
    late = [
        m
        for m in evidence.programme.metrics
        if m.metric_class in params.against and set(m.phases) & set(POST_ACQUISITION)
    ]
    names = ", ".join(m.name.text for m in wrong)
    words = tuple(m.name.text for m in right)
    verdict = Verdict("programme", "the programme", share, names, _cells(late or right or wrong), words=words)
    return Judgement(None, "", len(right), len(weighed), Fraction(len(right)), (verdict,))


def _each_once(metrics: tuple[Metric, ...], vocabulary: Vocabulary) -> list[Metric]:
    """Each metric once: by its standard name where it has no other of its own, as "NPS" has not, else by its name.

    Which of the two is asked only where another metric could be the same: the names of all languages take long to load.
    """
    given = [metric for metric in _differently_named(metrics) if metric.name.given]
    names = [{fold(metric.name.text), _standard(metric) or fold(metric.name.text)} for metric in given]
    counts = Counter(name for own in names for name in own)
    seen: dict[str, Metric] = {}
    for metric, own in zip(given, names, strict=True):
        standard, shared = _standard(metric), any(counts[name] > 1 for name in own)
        bare_name = bool(standard) and shared and vocabulary.names_measure(bare(metric.name.text))
        seen.setdefault(standard if bare_name else fold(metric.name.text), metric)
    return list(seen.values())


def _standard(metric: Metric) -> str:
    """The standard name of a measure of the customers' success."""
    return metric.concept if metric.metric_class == "customer_centric" else ""


def _differently_named(metrics: tuple[Metric, ...]) -> Iterable[Metric]:
    """The first of those that are called alike and mean the same; a long map names few measures again and again."""
    firsts: dict[tuple[str, str, str, str], Metric] = {}
    for metric in metrics:
        firsts.setdefault((metric.name.text, metric.name.why_not, metric.metric_class, metric.concept), metric)
    return firsts.values()


def distinct_metrics(metrics: tuple[Metric, ...]) -> list[Metric]:
    """Each metric once, by its standard name or, where that is unknown, its own."""
    seen: dict[str, Metric] = {}
    for metric in metrics:
        if metric.name.given:
            seen.setdefault(metric.concept or metric.name.text.casefold(), metric)
    return list(seen.values())


def _cells(metrics: list[Metric]) -> tuple[Cited, ...]:
    return tuple(Cited(m.name.place, m.name.text) for m in metrics)
