"""Headings: the words by which sheets call their fields, stages, measures and titles, in some languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Protocol, TypeVar

from msgspec import Struct

from cxaudit.words.fieldmatching import FieldMatcher
from cxaudit.words.files import AnyFile, FieldsFile, LabelsFile, MetricsFile, PhasesFile
from cxaudit.words.labeltext import fold, word_list
from cxaudit.words.metricmatching import MetricMatcher
from cxaudit.words.phasematching import PhaseMatcher
from cxaudit.words.phrases import Phrases
from cxaudit.words.smallwords import SmallWords

T = TypeVar("T")
F = TypeVar("F", FieldsFile, LabelsFile, MetricsFile, PhasesFile)
KINDS = ("journey", "persona", "metrics", "practices", "about")
_SHORTEST_BEGINNING = 3


class Naming(Struct, frozen=True):
    """How sheets name what they are about: by their titles, and by the words for a stage and for a persona.

    `heads` are the words of titles that another word may be glued to: "Servicejourney", "Leitkennzahlen".
    """

    titles: Phrases[str]
    stage_words: tuple[str, ...]
    persona_words: tuple[str, ...]
    heads: tuple[tuple[str, str], ...] = ()

    def kinds(self, title: str) -> tuple[str, ...]:
        """The kinds of sheet that a title speaks of; where no word of its own does, those that its compounds end in."""
        spoken = tuple(dict.fromkeys(hit.value for hit in self.titles.find(title)))
        return spoken or tuple(dict.fromkeys(kind for word in word_list(title) for kind in self._compound(word)))

    def _compound(self, word: str) -> tuple[str, ...]:
        found = (
            kind for head, kind in self.heads if word.endswith(head) and len(word) - len(head) >= _SHORTEST_BEGINNING
        )
        return tuple(found)[:1]


class Keep(Protocol):
    """Gives a part as it was kept, else builds and keeps it."""

    def __call__(self, part: str, build: Callable[[], T]) -> T: ...


class Headings:
    """The matchers made of the lists of some languages; each is built when it is first asked for.

    They are kept apart: a sheet that is surely a map asks only those of maps, and judging asks one or two.
    """

    def __init__(self, files: Callable[[], Iterable[AnyFile]], keep: Keep) -> None:
        self._files = files
        self._keep = keep
        self._fields: dict[str, FieldMatcher] = {}

    def _of(self, kind: type[F]) -> list[F]:
        return [file for file in self._files() if isinstance(file, kind)]

    def fields(self, kind: str) -> FieldMatcher:
        """The matcher of one kind of sheet."""
        if kind not in self._fields:
            self._fields[kind] = self._keep(f"fields of {kind}", lambda: self._new_fields(kind))
        return self._fields[kind]

    @cached_property
    def phases(self) -> PhaseMatcher:
        return self._keep("phases", self._new_phases)

    @cached_property
    def metrics(self) -> MetricMatcher:
        return self._keep("metrics", lambda: MetricMatcher(self._of(MetricsFile)))

    @cached_property
    def naming(self) -> Naming:
        return self._keep("naming", self._new_naming)

    def _new_fields(self, kind: str) -> FieldMatcher:
        lists = [file for file in self._of(FieldsFile) if file.kind == kind]
        return FieldMatcher((pair for f in lists for pair in f.fields.items()), SmallWords.of(self._of(LabelsFile)))

    def _new_phases(self) -> PhaseMatcher:
        return PhaseMatcher(self._of(PhasesFile), SmallWords.of(self._of(LabelsFile)).joining)

    def _new_naming(self) -> Naming:
        labels = self._of(LabelsFile)
        titles = ((word, kind) for f in labels for kind, words in f.titles.items() for word in words)
        heads = tuple((fold(word), kind) for f in labels for kind, words in f.title_endings.items() for word in words)
        stage_words = tuple(dict.fromkeys(word for f in labels for word in f.stage_words))
        persona_words = tuple(dict.fromkeys(word for f in labels for word in f.persona_words))
        return Naming(Phrases(titles), stage_words, persona_words, heads)
