"""Headings: the words by which sheets call their fields, stages, measures and titles, in some languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from cxaudit.words.fieldmatching import FieldMatcher
from cxaudit.words.files import AnyFile, FieldsFile, LabelsFile, MetricsFile, PhasesFile
from cxaudit.words.metricmatching import MetricMatcher
from cxaudit.words.phasematching import PhaseMatcher
from cxaudit.words.phrases import Phrases
from cxaudit.words.smallwords import SmallWords

KINDS = ("journey", "persona", "metrics", "practices", "about")


class Headings:
    """The matchers made of the lists of some languages; each is built when it is first asked for."""

    def __init__(self, files: Iterable[AnyFile]) -> None:
        self._files = tuple(files)
        labels = [f for f in self._files if isinstance(f, LabelsFile)]
        small = SmallWords.of(labels)
        fields = [f for f in self._files if isinstance(f, FieldsFile)]
        self.fields = {
            kind: FieldMatcher((pair for f in fields if f.kind == kind for pair in f.fields.items()), small)
            for kind in KINDS
        }
        self._joining = small.joining
        self.stage_words = tuple(dict.fromkeys(word for f in labels for word in f.stage_words))
        self.persona_words = tuple(dict.fromkeys(word for f in labels for word in f.persona_words))

    @cached_property
    def phases(self) -> PhaseMatcher:
        return PhaseMatcher((f for f in self._files if isinstance(f, PhasesFile)), self._joining)

    @cached_property
    def metrics(self) -> MetricMatcher:
        return MetricMatcher(f for f in self._files if isinstance(f, MetricsFile))

    @cached_property
    def titles(self) -> Phrases[str]:
        lists = [f.titles for f in self._files if isinstance(f, LabelsFile)]
        return Phrases((word, kind) for titles in lists for kind, words in titles.items() for word in words)

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: the matchers, all built, without the lists that they were made of."""
        built = {name: getattr(self, name) for name in ("phases", "metrics", "titles")}
        return self.__dict__ | built | {"_files": ()}
