"""Measures matched with whose success they measure: the seller's, the customer's, the shop floor's, the ledger's."""

from __future__ import annotations

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
            (word, _Named(kind)) for file in lists for kind, words in file.hints.items() for word in words
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
        hits = self._concepts.find(text[:300])
        if hits:
            best = _longest(hits)
            return MetricMatch(best.value.metric_class, best.value.concept, 0.95)
        hints = self._hints.find(text[:300])
        if hints:
            return MetricMatch(_most(hints), "", 0.6)
        return UNKNOWN


def _longest(hits: tuple[Hit[_Named], ...]) -> Hit[_Named]:
    """What looks inward, else an opinion, else the longest; of equals the customer's: "visitor satisfaction"."""
    return max(hits, key=_weight)


def _weight(hit: Hit[_Named]) -> tuple[bool, bool, int, bool, int]:
    named = hit.value
    customers = named.metric_class == "customer_centric"
    return named.inward, named.opinion, len(hit.term.split()), customers, -hit.start


def _most(hits: tuple[Hit[_Named], ...]) -> str:
    """The class that most words hint at, of equals the one named first."""
    classes = [hit.value.metric_class for hit in hits]
    return max(dict.fromkeys(classes), key=classes.count)
