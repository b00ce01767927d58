"""Measures matched with whose success they measure: the seller's, the customer's, the shop floor's, the ledger's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from cxaudit.words.files import MetricsFile
from cxaudit.words.labeltext import fold
from cxaudit.words.phrases import Hit, Phrases


class MetricMatch(Struct, frozen=True):
    """A measure's class, its standard name (empty where unknown), and how sure that is, from 0 to 1."""

    metric_class: str
    concept: str
    confidence: float


class _Named(NamedTuple):
    metric_class: str
    concept: str = ""
    opinion: bool = False
    inward: bool = False
    weak: bool = False


CUSTOMERS = "customer_centric"
_UNITS = frozenset({"operational", "financial"})
UNKNOWN = MetricMatch("unclear", "", 0.0)


class MetricMatcher:
    """The measures of all languages."""

    def __init__(self, files: Iterable[MetricsFile]) -> None:
        lists = tuple(files)
        self._concepts: Phrases[_Named] = Phrases(
            (term, _Named(terms.class_, concept, terms.opinion, terms.inward))
            for file in lists
            for concept, terms in file.concepts.items()
            for term in terms.terms
        )
        self._hints: Phrases[_Named] = Phrases(
            (word, _Named(kind, weak=weak))
            for file in lists
            for weak, hints in ((False, file.hints), (True, file.weak_hints))
            for kind, words in hints.items()
            for word in words
        )
        self._known: dict[str, MetricMatch] = {}

    def match(self, text: str) -> MetricMatch:
        """The measure that a text names: the longest known one, else what its words hint at."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._match(text)
        return known

    def is_name(self, text: str) -> bool:
        """Whether a text is nothing but the name of a known measure, and no everyday word ("NPS", "Effort score")."""
        hits = self._concepts.find(text)
        telling = text.isupper() or len(text.split()) > 1
        return telling and len(hits) > 0 and (hits[0].start, hits[-1].end) == (0, len(fold(text)))

    def concepts(self, text: str) -> tuple[MetricMatch, ...]:
        """Every known measure that a text names, in its order."""
        hits = self._concepts.find(text)
        return tuple(dict.fromkeys(MetricMatch(hit.value.metric_class, hit.value.concept, 0.95) for hit in hits))

    def _match(self, text: str) -> MetricMatch:
        hits, hints = self._concepts.find(text[:300]), self._hints.find(text[:300])
        unit = _opening_unit(hints)
        if hits:
            best = _longest(hits)
            if not (unit and unit != best.value.metric_class and _may_be_aside(best)):
                return MetricMatch(best.value.metric_class, best.value.concept, 0.95)
        kind = unit or _most(hints, len(fold(text[:300])))
        return MetricMatch(kind, "", 0.6) if kind else UNKNOWN


def _longest(hits: tuple[Hit[_Named], ...]) -> Hit[_Named]:
    """What looks inward, else an opinion, else the longest; of equals the customer's: "visitor satisfaction"."""
    return max(hits, key=_weight)


def _weight(hit: Hit[_Named]) -> tuple[bool, bool, int, bool, int]:
    named = hit.value
    customers = named.metric_class == CUSTOMERS
    return named.inward, named.opinion, len(hit.term.split()), customers, -hit.start


def _opening_unit(hints: tuple[Hit[_Named], ...]) -> str:
    """The class of the time or money that a name opens with: "Minutes from booking to unlocking" counts minutes."""
    first = next((hit for hit in hints if hit.start == 0 and not hit.value.weak), None)
    return first.value.metric_class if first and first.value.metric_class in _UNITS else ""


def _may_be_aside(hit: Hit[_Named]) -> bool:
    """Whether a known measure behind a unit only says what the unit is counted of: one everyday word, no opinion."""
    return hit.start > 0 and not (hit.value.opinion or hit.value.inward or " " in hit.term)


def _most(hits: tuple[Hit[_Named], ...], length: int) -> str:
    """The class that most words hint at; empty where as many speak for the customer as for another class."""
    counts = Counter(hit.value.metric_class for hit in hits if _counts(hit, hits, length))
    if not counts:
        return ""
    most = [kind for kind, count in counts.items() if count == max(counts.values())]
    return "" if CUSTOMERS in most and len(most) > 1 else most[0]


def _counts(hit: Hit[_Named], hits: tuple[Hit[_Named], ...], length: int) -> bool:
    """Whether a hint says something: a weak one only alone or with another of its class."""
    if not hit.value.weak or (hit.start, hit.end) == (0, length):
        return True
    return any(h.value.metric_class == hit.value.metric_class and h.term != hit.term for h in hits)
