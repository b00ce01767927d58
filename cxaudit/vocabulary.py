"""The words people use for stage, owner, phase and metric, from `rules/vocabulary/`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from cxaudit.compiled import Later
from cxaudit.errors import RuleFileError
from cxaudit.rulecache import NO_CACHE
from cxaudit.words.askedof import asked_of_them
from cxaudit.words.fieldmatch import FieldMatch
from cxaudit.words.files import AnyFile, FieldsFile, LabelsFile, PlaceholdersFile, WordsFile, load_files
from cxaudit.words.headings import KINDS, Headings
from cxaudit.words.labeltext import fold
from cxaudit.words.languages import Speech, own_labels, small_words
from cxaudit.words.likeness import AHEAD
from cxaudit.words.metricmatching import MetricMatch
from cxaudit.words.phasematching import PhaseMatch
from cxaudit.words.placeholders import Placeholders
from cxaudit.words.spoken import Spoken
from cxaudit.words.wordlist import WordList
from cxaudit.yamlfile import nearest

T = TypeVar("T")
_GIVEN_NAMES = "given-names"
__all__ = ["KINDS", "FieldMatch", "MetricMatch", "PhaseMatch", "Vocabulary", "WordList", "load_vocabulary"]


class Vocabulary:
    """All word lists together, whatever their language. It is built once and only asked afterwards."""

    def __init__(self, files: Iterable[AnyFile]) -> None:
        self._files = Later(tuple(files))
        self.cache = NO_CACHE
        self._placeholders = Placeholders(f for f in self.files if isinstance(f, PlaceholdersFile))
        self._words = {f.name: Later(_word_list(f)) for f in self.files if isinstance(f, WordsFile)}
        self._absent: frozenset[str] = frozenset()
        self._narrowed: dict[frozenset[str], Vocabulary] = {}
        self._told_kind = ""
        self._spoken: Spoken | None = None
        self._heard: dict[str, WordList] = {}

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it; the headings are kept by themselves, for most sheets speak few languages."""
        built = {"_speech": self._speech, "cache": NO_CACHE, "_narrowed": {}, "_spoken": None, "_heard": {}}
        return {name: value for name, value in (self.__dict__ | built).items() if name != "_headings"}

    @property
    def files(self) -> tuple[AnyFile, ...]:
        return self._files.get()

    @cached_property
    def _speech(self) -> Speech:
        small = small_words(f for f in self.files if isinstance(f, LabelsFile))
        return Speech.of(small, own_labels((f for f in self.files if isinstance(f, FieldsFile)), small))

    @cached_property
    def _headings(self) -> Headings:
        return Headings(self._spoken_files, self._kept)

    def _kept(self, part: str, build: Callable[[], T]) -> T:
        return self.cache.get(f"{part} without {sorted(self._absent)}", build)

    def _spoken_files(self) -> Iterator[AnyFile]:
        return (f for f in self.files if not (f.language in self._absent and _narrows(f)))

    @property
    def stage_words(self) -> tuple[str, ...]:
        return self._headings.naming.stage_words

    @property
    def persona_words(self) -> tuple[str, ...]:
        return self._headings.naming.persona_words

    def spoken_in(self, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary without the languages that the texts do not speak; placeholders and word lists stay."""
        absent = self._speech.absent(texts)
        if not absent:
            return self
        if absent not in self._narrowed:
            self._narrowed[absent] = self._without(absent)
        return self._narrowed[absent]

    def _without(self, absent: frozenset[str]) -> Vocabulary:
        narrowed = self._but(_absent=absent, _narrowed={}, _spoken=None, _heard={})
        narrowed.__dict__.pop("_headings", None)
        return narrowed

    def fields(self, label: str, kind: str) -> tuple[FieldMatch, ...]:
        """The fields that a label may stand for on a sheet of a kind, the surest first; none for plain text."""
        headings = self._headings.fields(kind)
        asked = asked_of_them(label, lambda: self._given_names, headings.asks)
        return (asked and headings.match(asked)) or headings.match(label)

    def speaks_of(self, word: str) -> bool:
        """Whether a word is one of any heading of a map, or somebody's given name."""
        return fold(word) in self._given_names or self._headings.fields("journey").speaks_of(word)

    @cached_property
    def _given_names(self) -> frozenset[str]:
        """The given names that are no everyday words."""
        listed = self._words.get(_GIVEN_NAMES)
        return frozenset(map(fold, listed.get().groups.get("names", ()))) if listed else frozenset()

    def likely(self, label: str, kind: str, taken: Collection[str] = (), ahead: float = AHEAD) -> FieldMatch | None:
        """A guess for a label of a recognised table that no list has; fields that are `taken` are less likely."""
        return self._headings.fields(kind).likely(label, taken, ahead)

    def known_fields(self, kind: str) -> frozenset[str]:
        """Every field name, with its aspects, that a sheet of a kind can give; of a map also what stands around it."""
        own = self._headings.fields(kind).fields
        return own | self._headings.fields("about").fields if kind == "journey" else own

    def phases(self, label: str, after: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The phases that a stage name means, in its order; `after` are those of the stages before it."""
        return self._headings.phases.match(label, after)

    def may_tell_phases(self, labels: Collection[str]) -> Iterable[bool]:
        """Whether each label may tell a phase; many are looked at in one go, and that costs much less than asking."""
        return self._headings.phases.may_tell(labels)

    def phase_matches(self, labels: Sequence[str], cells: Sequence[Iterable[str]] = ()) -> tuple[PhaseMatch, ...]:
        """The phases of an ordered list of stage names, with a mark where only the place or the cells decided."""
        return self._headings.phases.match_all(labels, cells)

    def phase_told(self, cells: Iterable[str]) -> str:
        """The phase that most telling words of a stage's cells speak of; empty where they differ, or are too few."""
        return self._headings.phases.told(cells)

    def phases_laid_down(self, label: str) -> bool:  # noqa: ARG002 - the words alone lay nothing down
        """Whether somebody has said which phases the stage of this name has."""
        return False

    def stage_phases(self, labels: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The phases of an ordered list of stage names."""
        return tuple(match.phases for match in self.phase_matches(labels))

    def metric(self, text: str) -> MetricMatch:
        """What a text measures."""
        return self._headings.metrics.match(text)

    def is_measure(self, text: str) -> bool:
        """Whether a text is the name of a known measure and nothing else, though a stage's too ("Setup completion")."""
        return self._headings.metrics.is_name(text)

    def names_measure(self, text: str) -> bool:
        """Whether a text is the name of a known measure and nothing else, not a stage's name either."""
        return self._headings.metrics.is_name(text) and self.phases(text) == ("unclear",)

    def metric_concepts(self, text: str) -> tuple[MetricMatch, ...]:
        """Every known measure that a text names."""
        return self._headings.metrics.concepts(text)

    def placeholder(self, text: str) -> str:
        """Empty for a text that says something, else why it does not count as given."""
        return self._placeholders.why_not(text)

    def unsettled(self, texts: Iterable[str]) -> Iterator[str]:
        """Of the texts those that are not seen at once to be one thing that says something: they need a look."""
        return self._placeholders.unsettled(texts)

    def title_kinds(self, text: str) -> tuple[str, ...]:
        """The kinds of sheet that a title or sheet name speaks of, the one first that is known without it."""
        spoken = self._headings.naming.kinds(text)
        if not self._told_kind:
            return spoken
        return (self._told_kind, *(kind for kind in spoken if kind not in (self._told_kind, "other")))

    def for_sheet_of(self, kind: str) -> Vocabulary:
        """The vocabulary for a sheet that is known to be of a kind, whatever its title says."""
        return self._but(_told_kind=kind, _narrowed={})

    def words(self, name: str) -> WordList:
        """A word list by name; raises RuleFileError with the nearest known name."""
        if name not in self._words:
            raise RuleFileError(f"there is no word list '{name}'; {nearest(name, self._words)}")
        if self._spoken is None:
            return self._words[name].get()
        if name not in self._heard:
            self._heard[name] = self._words[name].get().narrowed(self._spoken)
        return self._heard[name]

    def heard_in(self, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary for texts of the words of these: its word lists look for no term that has another word."""
        return self._but(_spoken=Spoken(texts), _heard={})

    def _but(self, **changed: object) -> Vocabulary:
        """This vocabulary, which shares all that was built, but for what is changed."""
        other = Vocabulary.__new__(Vocabulary)
        other.__dict__.update(self.__dict__ | changed)
        return other


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
