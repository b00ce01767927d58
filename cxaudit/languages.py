"""Which languages a sheet speaks, told by their small words; no word is read in a language that is not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from cxaudit.labeltext import fold
from cxaudit.vocabulary_files import LabelsFile

LEAD = "en"
_LEAST_SHARE = 0.03
_FEW_WORDS = 60
_MOST_WORDS = 6000
_LATIN = re.compile("[a-z]")


def small_words(files: Iterable[LabelsFile]) -> dict[str, frozenset[str]]:
    """The joining and linking words of each language that shares its letters with English, but not its words."""
    lists = {file.language: _words((*file.joining, *file.links, *file.fillers)) for file in files}
    english = lists.get(LEAD, frozenset())
    return {
        name: words - english
        for name, words in lists.items()
        if name != LEAD and any(_LATIN.search(word) for word in words)
    }


def _words(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(word for term in terms for word in fold(term).split())


def absent_languages(texts: Iterable[str], small: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The languages that the texts do not speak; none where there are too few words to tell."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        words = fold(text[:400]).split()
        counts.update(words)
        total += len(words)
        if total >= _MOST_WORDS:
            break
    if total < _FEW_WORDS:
        return frozenset()
    spoken = {name: sum(counts[word] for word in words) / total for name, words in small.items()}
    return frozenset(name for name, share in spoken.items() if share < _LEAST_SHARE)
