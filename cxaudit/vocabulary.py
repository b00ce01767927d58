"""The words people use for stage, owner, phase and metric, from `rules/vocabulary/`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from cxaudit.errors import RuleFileError
from cxaudit.words.fieldmatching import FieldMatch, FieldMatcher, SmallWords
from cxaudit.words.files import (
    AnyFile,
    FieldsFile,
    LabelsFile,
    MetricsFile,
    PhasesFile,
    PlaceholdersFile,
    WordsFile,
    load_files,
)
from cxaudit.words.languages import Speech, own_labels, small_words
from cxaudit.words.metricmatching import MetricMatch, MetricMatcher
from cxaudit.words.phasematching import PhaseMatch, PhaseMatcher
from cxaudit.words.phrases import Phrases
from cxaudit.words.placeholders import Placeholders
from cxaudit.words.wordlist import WordList
from cxaudit.yamlfile import nearest

__all__ = ["FieldMatch", "MetricMatch", "PhaseMatch", "Vocabulary", "WordList", "load_vocabulary"]
KINDS = ("journey", "persona", "metrics", "practices", "about")


class Vocabulary:
    """All word lists together, whatever their language. It is built once and only asked afterwards."""

    def __init__(self, files: Iterable[AnyFile]) -> None:
        self.files = tuple(files)
        labels = [f for f in self.files if isinstance(f, LabelsFile)]
        fields = [f for f in self.files if isinstance(f, FieldsFile)]
        small = SmallWords.of(labels)
        self._fields = {
            kind: FieldMatcher((pair for f in fields if f.kind == kind for pair in f.fields.items()), small)
            for kind in KINDS
        }
        self._joining = small.joining
        self._placeholders = Placeholders(f for f in self.files if isinstance(f, PlaceholdersFile))
        self._words = {f.name: _word_list(f) for f in self.files if isinstance(f, WordsFile)}
        self.stage_words = tuple(dict.fromkeys(word for f in labels for word in f.stage_words))
        self.persona_words = tuple(dict.fromkeys(word for f in labels for word in f.persona_words))
        self._label_files = tuple(labels)
        self._narrowed: dict[frozenset[str], Vocabulary] = {}

    @cached_property
    def _speech(self) -> Speech:
        small = small_words(self._label_files)
        return Speech(small, own_labels((f for f in self.files if isinstance(f, FieldsFile)), small))

    @cached_property
    def _phases(self) -> PhaseMatcher:
        return PhaseMatcher((f for f in self.files if isinstance(f, PhasesFile)), self._joining)

    @cached_property
    def _metrics(self) -> MetricMatcher:
        return MetricMatcher(f for f in self.files if isinstance(f, MetricsFile))

    @cached_property
    def _titles(self) -> Phrases[str]:
        lists = [f.titles for f in self.files if isinstance(f, LabelsFile)]
        return Phrases((word, kind) for titles in lists for kind, words in titles.items() for word in words)

    def spoken_in(self, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary without the languages that the texts do not speak; placeholders and word lists stay."""
        absent = self._speech.absent(texts)
        if not absent:
            return self
        if absent not in self._narrowed:
            self._narrowed[absent] = Vocabulary(f for f in self.files if not (f.language in absent and _narrows(f)))
        return self._narrowed[absent]

    def fields(self, label: str, kind: str) -> tuple[FieldMatch, ...]:
        """The fields that a label may stand for on a sheet of a kind, the surest first; none for plain text."""
        return self._fields[kind].match(label)

    def known_fields(self, kind: str) -> frozenset[str]:
        """Every field name, with its aspects, that a sheet of a kind can give; of a map also what stands around it."""
        own = self._fields[kind].fields
        return own | self._fields["about"].fields if kind == "journey" else own

    def phases(self, label: str, after: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The phases that a stage name means, in its order; `after` are those of the stages before it."""
        return self._phases.match(label, after)

    def phase_matches(self, labels: Sequence[str]) -> tuple[PhaseMatch, ...]:
        """The phases of an ordered list of stage names, with a mark where only the place decided."""
        return self._phases.match_all(labels)

    def stage_phases(self, labels: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The phases of an ordered list of stage names."""
        return tuple(match.phases for match in self.phase_matches(labels))

    def metric(self, text: str) -> MetricMatch:
        """What a text measures."""
        return self._metrics.match(text)

    def names_measure(self, text: str) -> bool:
        """Whether a text is the name of a known measure and nothing else, not a stage's name either."""
        return self._metrics.is_name(text) and self.phases(text) == ("unclear",)

    def metric_concepts(self, text: str) -> tuple[MetricMatch, ...]:
        """Every known measure that a text names."""
        return self._metrics.concepts(text)

    def placeholder(self, text: str) -> str:
        """Empty for a text that says something, else why it does not count as given."""
        return self._placeholders.why_not(text)

    def title_kinds(self, text: str) -> tuple[str, ...]:
        """The kinds of sheet that a title or sheet name speaks of."""
        return tuple(dict.fromkeys(hit.value for hit in self._titles.find(text)))

    def words(self, name: str) -> WordList:
        """A word list by name; raises RuleFileError with the nearest known name."""
        if name not in self._words:
            raise RuleFileError(f"there is no word list '{name}'; {nearest(name, self._words)}")
        return self._words[name]


def _narrows(file: AnyFile) -> bool:
    return not isinstance(file, PlaceholdersFile | WordsFile)


def _word_list(file: WordsFile) -> WordList:
    groups = dict(file.groups)
    if file.terms:
        groups[""] = file.terms
    return WordList(file.name, groups)


def load_vocabulary(directory: Path) -> Vocabulary:
    """The vocabulary of a folder of lists; raises RuleFileError with file, line and column."""
    return Vocabulary(load_files(directory))
