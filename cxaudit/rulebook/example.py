"""Examples in rule files: a small programme written as YAML, made into the model that rules judge.

Shape of `given`: `maps` (title, lanes, about, stages), `personas`, `metrics`, `practices`, `scope`, `as_of`.
A stage is `{name, phase?, steps?, FIELD: text or list}`, a step likewise; a persona and a metric are
`{name, FIELD: text}`; a practice is `{question, answer}`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from cxaudit.addresses import address
from cxaudit.check import Evidence
from cxaudit.model import Entry, Fields, JourneyMap, Lane, Metric, Persona, Place, Practice, Programme, Stage, Step
from cxaudit.vocabulary import Vocabulary

AS_OF = datetime.date(2026, 11, 22)
_KEYS = {"maps", "personas", "metrics", "practices", "scope", "as_of"}


def programme_of(given: Mapping[str, Any], vocabulary: Vocabulary) -> Evidence:
    """The evidence of an example. Raises ValueError with a sentence for a shape that it does not know."""
    unknown = set(given) - _KEYS
    if unknown:
        raise ValueError(f"an example has no '{sorted(unknown)[0]}'; it has {', '.join(sorted(_KEYS))}")
    builder = _Builder(vocabulary)
    maps = tuple(builder.journey(data) for data in given.get("maps", ()))
    personas = tuple(builder.persona(data) for data in given.get("personas", ()))
    listed = tuple(builder.metric(data) for data in given.get("metrics", ()))
    practices = tuple(builder.practice(data) for data in given.get("practices", ()))
    programme = Programme(maps, personas, (*builder.lane_metrics, *listed), practices, given.get("scope", "all"))
    as_of = datetime.date.fromisoformat(given["as_of"]) if "as_of" in given else AS_OF
    return Evidence(programme, vocabulary, as_of)


class _Builder:
    """Gives every entry a cell of its own, one after the other."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.row = 0
        self.lane_metrics: list[Metric] = []

    def entry(self, text: object, label: str = "") -> Entry:
        self.row += 1
        words = "" if text is None else str(text)
        why_not = self.vocabulary.placeholder(words)
        return Entry(words, Place("example", "Example", address(self.row, 1)), label, why_not)

    def fields(self, data: Mapping[str, Any], beside: Sequence[str]) -> Fields:
        found: dict[str, tuple[Entry, ...]] = {}
        for name, value in data.items():
            if name in beside:
                continue
            field, _, label = name.partition(" as ")
            values = value if isinstance(value, list) else [value]
            made = tuple(self.entry(one, label or field.replace("_", " ")) for one in values)
            found[field] = found.get(field, ()) + made
        return found

    def journey(self, data: Mapping[str, Any]) -> JourneyMap:
        title = self.entry(data.get("title", "Example map"))
        self.row += 1
        header = Place("example", "Example", address(self.row, 1))
        names = [str(stage["name"]) for stage in data.get("stages", ())]
        phases = self.vocabulary.stage_phases(names)
        pairs = zip(data.get("stages", ()), phases, strict=True)
        stages = tuple(self.stage(one, guess) for one, guess in pairs)
        lanes = tuple(Lane(name, name, header) for name in data.get("lanes", ()))
        about = self.fields(data.get("about", {}), ())
        job, job_phases = str(data.get("job", "")), tuple(data.get("job_phases", ()))
        inventory = bool(data.get("inventory", False))
        return JourneyMap(title, header, stages, lanes, about, job, job_phases, inventory)

    def stage(self, data: Mapping[str, Any], guess: tuple[str, ...]) -> Stage:
        named = data.get("phase")
        phases = guess if named is None else tuple(named) if isinstance(named, list) else (str(named),)
        fields = self.fields(data, ("name", "phase", "steps"))
        steps = tuple(self.step(one) for one in data.get("steps", ()))
        for part in (fields, *(step.fields for step in steps)):
            for entry in part.get("metric", ()):
                if entry.given:
                    self.lane_metrics.append(self._classified(entry, phases, listed=False))
        return Stage(self.entry(data["name"]), phases, fields, steps)

    def step(self, data: Mapping[str, Any]) -> Step:
        return Step(self.entry(data.get("name", "")), self.fields(data, ("name",)))

    def persona(self, data: Mapping[str, Any]) -> Persona:
        self.row += 1
        table = Place("example", "Example", address(self.row, 1))
        return Persona(self.entry(data["name"]), table, self.fields(data, ("name",)))

    def metric(self, data: Mapping[str, Any]) -> Metric:
        return self._classified(self.entry(data["name"]), (), True, self.fields(data, ("name",)))

    def _classified(self, name: Entry, phases: tuple[str, ...], listed: bool, fields: Fields | None = None) -> Metric:
        found = self.vocabulary.metric(name.text)
        return Metric(name, found.metric_class, found.concept, fields or {}, phases, listed)

    def practice(self, data: Mapping[str, Any]) -> Practice:
        question, answer = self.entry(data["question"]), self.entry(data.get("answer"))
        return Practice(question, answer, self.fields(data, ("question", "answer")))
