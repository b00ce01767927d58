"""How like the headings of a field a label is that no list has, word by word: a guess, shown as a doubt."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from cxaudit.words.files import FieldTerms
from cxaudit.words.packing import Packed, packed, unpacked
from cxaudit.words.smallwords import SmallWords

_LEAST_TERMS = 12
_UNSEEN = 0.01
AHEAD = 1.5
_LEAST, _LEAST_OF_ONE, _ONCE_ENOUGH = 3.0, 4.5, 1.5
_NEVER = ("stage", "step", "name", "other")


class Likeness(Struct, frozen=True, dict=True):
    """How often the headings of each field use each word and each pair of words; rare fields are left out.

    `kept` are the words by their fields and how often in one text ("goal 3 need 1"): few are ever asked for.
    """

    kept: Packed[str]
    terms: Mapping[str, int]

    @cached_property
    def uses(self) -> Mapping[str, str]:
        """By word or pair of words the fields and how often."""
        return unpacked(self.kept)

    @classmethod
    def of(cls, fields: Iterable[tuple[str, FieldTerms]], small: SmallWords) -> Likeness:
        """Counted over the headings of some languages; the aspects of `other` are told by their own words only."""
        uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
        terms: Counter[str] = Counter()
        for field, lists in fields:
            if field.startswith("other."):
                continue
            for term in (*lists.names, *lists.synonyms, *lists.words):
                terms[field] += 1
                for part in _parts(term, small):
                    uses[part][field] += 1
        kept = {field: count for field, count in terms.items() if count >= _LEAST_TERMS}
        told = {part: " ".join(f"{f} {n}" for f, n in found.items() if f in kept) for part, found in uses.items()}
        return cls(packed({part: found for part, found in told.items() if found}), kept)

    def guess(self, label: str, small: SmallWords, taken: Collection[str] = (), ahead: float = AHEAD) -> str:
        """The field whose headings use the label's words by far the most; empty where none is so far `ahead`.

        A field that another label of the table has `taken` is less likely. Distances are natural logarithms.
        """
        known = [_counts(self.uses[part]) for part in _parts(label, small) if part in self.uses]
        if not known:
            return ""
        everything = sum(self.terms.values())
        told = [(uses, sum(uses.values()) / everything) for uses in known]
        weights = sorted(((self._weight(field, told, field in taken), field) for field in self.terms), reverse=True)
        (most, field), (next_most, _) = weights[0], weights[1] if len(weights) > 1 else (0.0, "")
        sure = most >= (_LEAST if len(known) > 1 else _LEAST_OF_ONE) and most - next_most >= ahead
        return field if sure and field not in _NEVER else ""

    def _weight(self, field: str, told: Iterable[tuple[Mapping[str, int], float]], taken: bool) -> float:
        """How much more often the field's headings use the parts than headings at large do."""
        terms = self.terms[field] + 1
        shares = ((uses.get(field, 0) + _UNSEEN) / terms / at_large for uses, at_large in told)
        return sum(map(math.log, shares)) - (_ONCE_ENOUGH if taken else 0.0)


def _counts(uses: str) -> dict[str, int]:
    """How often each field uses a word."""
    told = uses.split(" ")
    return dict(zip(told[::2], map(int, told[1::2]), strict=True))


def _parts(text: str, small: SmallWords) -> tuple[str, ...]:
    """The words of a heading as stems, and each two that follow each other; wildcards tell nothing."""
    words = [word for word in small.stems(text) if word.strip("*")]
    return tuple(dict.fromkeys((*words, *(" ".join(pair) for pair in pairwise(words)))))
