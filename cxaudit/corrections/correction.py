"""A consultant's corrections of one sheet: what its labels, stages and metrics stand for, whatever they suggest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field

from cxaudit.vocabulary import Vocabulary
from cxaudit.words.fieldmatch import FieldMatch
from cxaudit.words.labeltext import bare, fold
from cxaudit.words.metricmatching import MetricMatch
from cxaudit.words.phasematching import PhaseMatch

SKIP = "skip"


class SheetCorrection(Struct, frozen=True):
    """What is laid down for one sheet.

    `kind` is a kind of sheet, `skip`, or empty where the reading decides. Labels, stages and metrics go from
    the text of the cell to its fields, phases and class.
    """

    kind: str = ""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    metrics: Mapping[str, str] = field(default_factory=dict)


class CorrectedVocabulary(Vocabulary):
    """The vocabulary for one sheet: asked for a corrected text, it answers as the correction says."""

    def __init__(self, base: Vocabulary, correction: SheetCorrection) -> None:
        self.__dict__.update(base.__dict__)
        self._base = base
        self._correction = correction
        self._labels = {fold(text): fields for text, fields in correction.labels.items()}
        self._stages = {fold(text): phases for text, phases in correction.stages.items()}
        self._classes = {fold(text): name for text, name in correction.metrics.items()}

    def spoken_in(self, texts: Iterable[str]) -> CorrectedVocabulary:
        """The same corrections over the words of the languages that the sheet speaks."""
        return CorrectedVocabulary(self._base.spoken_in(texts), self._correction)

    def title_kinds(self, text: str) -> tuple[str, ...]:
        """The kind that was laid down, whatever the titles of the sheet say."""
        kind = self._correction.kind
        return (kind,) if kind not in ("", SKIP, "other") else self._base.title_kinds(text)

    def fields(self, label: str, kind: str) -> tuple[FieldMatch, ...]:
        """The corrected fields with the match `mapping`; a field of another kind of sheet is left to it."""
        fields = self._labels.get(fold(label))
        if fields is None:
            return self._base.fields(label, kind)
        known = self._base.known_fields(kind)
        return tuple(FieldMatch(name, "mapping", 1.0) for name in fields if name in known or name == "other")

    def phases(self, label: str, after: tuple[str, ...] = ()) -> tuple[str, ...]:
        return self._stages.get(fold(label)) or self._base.phases(label, after)

    def may_tell_phases(self, labels: Collection[str]) -> Iterable[bool]:
        told = zip(labels, self._base.may_tell_phases(labels), strict=True)
        return (may or self.phases_laid_down(label) or self.phases_laid_down(bare(label)) for label, may in told)

    def phase_matches(self, labels: Sequence[str], cells: Sequence[Iterable[str]] = ()) -> tuple[PhaseMatch, ...]:
        guessed = self._base.phase_matches(labels, cells)
        laid_down = [self._stages.get(fold(label)) for label in labels]
        return tuple(PhaseMatch(own) if own else guess for own, guess in zip(laid_down, guessed, strict=True))

    def phases_laid_down(self, label: str) -> bool:
        return fold(label) in self._stages

    def metric(self, text: str) -> MetricMatch:
        guess = self._base.metric(text)
        name = self._classes.get(fold(text))
        return MetricMatch(name, guess.concept, 1.0) if name else guess
