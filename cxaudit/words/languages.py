"""Which languages a sheet speaks, told by small words and headings; no word is read in one that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.words.files import FieldsFile, LabelsFile
from cxaudit.words.labeltext import fold
from cxaudit.words.packing import joined, parted

LEAD = "en"
_LEAST_SHARE = 0.03
_FEW_WORDS = 60
_LONGEST_LABEL = 40
_TELLING_LABELS = 2
_MOST_WORDS = 6000
_LATIN = pattern("[a-z]")


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


def own_labels(files: Iterable[FieldsFile], languages: Iterable[str]) -> dict[str, frozenset[str]]:
    """The headings of each of the languages that English does not have."""
    lists = tuple(files)
    english = _headings(file for file in lists if file.language == LEAD)
    return {name: _headings(f for f in lists if f.language == name) - english for name in languages}


def _headings(files: Iterable[FieldsFile]) -> frozenset[str]:
    terms = (t for file in files for field in file.fields.values() for t in (*field.names, *field.synonyms))
    return frozenset(fold(term) for term in terms)


class Speech(Struct, frozen=True):
    """The small words and the headings of each language that could be taken for English, as texts of many."""

    small: Mapping[str, str]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, small: Mapping[str, Iterable[str]], labels: Mapping[str, Iterable[str]]) -> Speech:
        """The same of the words one by one."""
        return cls(
            {name: joined(words) for name, words in small.items()},
            {name: joined(words) for name, words in labels.items()},
        )

    def absent(self, texts: Iterable[str]) -> frozenset[str]:
        """The languages that the texts do not speak; none where there are too few words to tell."""
        words: list[str] = []
        short: set[str] = set()
        for text in texts:
            folded = fold(text[:400])
            words += folded.split()
            if 0 < len(folded) <= _LONGEST_LABEL:
                short.add(folded)
            if len(words) >= _MOST_WORDS:
                break
        if len(words) < _FEW_WORDS:
            return frozenset()
        counts = Counter(words)
        return frozenset(name for name in self.small if not self._spoken(name, counts, len(words), short))

    def _spoken(self, name: str, counts: Counter[str], total: int, short: set[str]) -> bool:
        share = sum(counts.get(word, 0) for word in parted(self.small[name])) / total
        return share >= _LEAST_SHARE or len(short.intersection(self.labels[name].split("\n"))) >= _TELLING_LABELS
