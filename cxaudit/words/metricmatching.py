"""Measures matched with whose success they measure: the seller's, the customer's, the shop floor's, the ledger's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.words.compounds import Endings
from cxaudit.words.files import MetricsFile, Terms
from cxaudit.words.labeltext import fold, stems
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
    counts: str = ""


CUSTOMERS, SELLERS = "customer_centric", "acquisition"
SURE_OF_HINTS = 0.6
_SHOP_FLOORS = "operational"
_UNITS = frozenset({_SHOP_FLOORS, "financial"})
_UNIT, _TOPIC, _WEAK, _CLOSING = "unit", "topic", "weak", "closing"
_LONGEST = 300
_ARROW = pattern(r"(?<=[^\W\d_])\s*(?:→|➔|➜|⇒|=>|->)\s*(?=[^\W\d_])")
_TARGET = pattern(r"\s*[<>≤≥≦≧=~]{1,2}\s*[€$£¥]?\s*\d.*$", re.DOTALL)
_WINDOW = pattern(r"\s*[(（][^()（）]*\d[^()（）]*[)）]$")
_TIMED = pattern(r"[<>≤≥≦≧=~]\s*\d+(?:[.,]\d+)?\s*(?:ms|sec|s|min|h)\b")
_POINTED = frozenset("<>=~")
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
            (word, _Named(kind, counts=counts))
            for file in lists
            for counts, hints in _hints_of(file)
            for kind, words in hints.items()
            for word in words
        )
        self._endings = Endings.of((end, kind) for f in lists for kind, ends in f.endings.items() for end in ends)
        self._known: dict[str, MetricMatch] = {}

    def match(self, text: str) -> MetricMatch:
        """The measure that a text names: the longest known one, else what its words hint at."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._match(text[:_LONGEST])
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

    def _match(self, written: str) -> MetricMatch:
        """What a text names; "Visit → order" is the share of those who go on, as "visit to order" is."""
        text, arrows = (written, 0) if _is_plain(written) else _ARROW.subn(" to ", written)
        hits, hints = self._concepts.find(text), self._hints.find(_without_window(text))
        if not hits and not hints and text is written and not self._endings.kinds:
            return UNKNOWN  # as most texts of a long map
        unit = _opening_unit(hints)
        if hits:
            best = _longest(hits)
            if not (unit and unit != best.value.metric_class and _may_be_aside(best)):
                return MetricMatch(best.value.metric_class, best.value.concept, 0.95)
        name = fold(_without_window(_TARGET.sub("", text)))
        kind = unit or self._hinted(hints, name) or (SELLERS if arrows else _told_by_target(text))
        vague = not unit and bool(hints) and all(hit.value.counts in {_WEAK, _CLOSING} for hit in hints)
        return MetricMatch(kind, "", SURE_OF_HINTS - vague * 0.1) if kind else UNKNOWN

    def _hinted(self, hints: tuple[Hit[_Named], ...], name: str) -> str:
        """The class that the words of a name hint at; that of what its compounds end in where none does."""
        told = [hit for hit in hints if _counts(hit, hints, name)]
        if told:
            return _most(told)
        kinds = {self._endings.kind_of(word, ()) for word in stems(name)} if self._endings.kinds else set()
        kinds.discard("")
        return kinds.pop() if len(kinds) == 1 else ""


def _without_window(text: str) -> str:
    """A name without the figures in brackets behind it, which only say over what time or how many are counted.

    Of "Sketches saved (first 60 days)" the sketches are counted and not the days.
    """
    return (_WINDOW.sub("", text) or text) if text.endswith((")", "）")) else text


def _is_plain(text: str) -> bool:
    """Whether a text holds no sign of an arrow or a target; most do not."""
    return text.isascii() and _POINTED.isdisjoint(text)


def _hints_of(file: MetricsFile) -> tuple[tuple[str, dict[str, Terms]], ...]:
    """The hints of a language, each list with how it counts."""
    lists = (file.hints, file.topic_hints, file.weak_hints, file.closing_hints)
    return tuple(zip((_UNIT, _TOPIC, _WEAK, _CLOSING), lists, strict=True))


def _longest(hits: tuple[Hit[_Named], ...]) -> Hit[_Named]:
    """What looks inward, else an opinion, else the longest; of equals the customer's: "visitor satisfaction"."""
    return max(hits, key=_weight)


def _weight(hit: Hit[_Named]) -> tuple[bool, bool, int, bool, int]:
    named = hit.value
    customers = named.metric_class == CUSTOMERS
    said = sum(word != "*" for word in hit.term.split())
    return named.inward, named.opinion, said, customers, -hit.start


def _opening_unit(hints: tuple[Hit[_Named], ...]) -> str:
    """The class of the time or money that a name opens with: "Minutes from booking to unlocking" counts minutes."""
    first = next((hit for hit in hints if hit.start == 0 and hit.value.counts == _UNIT), None)
    return first.value.metric_class if first and first.value.metric_class in _UNITS else ""


def _may_be_aside(hit: Hit[_Named]) -> bool:
    """Whether a known measure behind a unit only says what the unit is counted of: one everyday word, no opinion."""
    return hit.start > 0 and not (hit.value.opinion or hit.value.inward or " " in hit.term)


def _told_by_target(text: str) -> str:
    """The class of what is to be done in seconds or hours: "Results shown <= 2s"."""
    return _SHOP_FLOORS if _TIMED.search(text) else ""


def _most(told: list[Hit[_Named]]) -> str:
    """The class that most words hint at; empty where as many speak for the customer as for another class."""
    counts = Counter(hit.value.metric_class for hit in told)
    most = [kind for kind, count in counts.items() if count == max(counts.values())]
    return "" if CUSTOMERS in most and len(most) > 1 else most[0]


def _counts(hit: Hit[_Named], hits: tuple[Hit[_Named], ...], name: str) -> bool:
    """Whether a hint says something: a weak one only alone or with another of its class, a closing one at the end."""
    if hit.value.counts == _CLOSING:
        return hit.end == len(name)
    if hit.value.counts != _WEAK or (hit.start, hit.end) == (0, len(name)):
        return True
    return any(h.value.metric_class == hit.value.metric_class and h.term != hit.term for h in hits)
