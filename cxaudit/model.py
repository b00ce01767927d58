"""The CX programme under audit, as its workbooks tell it: maps, personas, metrics and practices.

Field names are those of the field lists in `rules/vocabulary/`. A name may carry an aspect after a
dot (`segment.value`); whoever asks for `segment` is given its aspects too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

POST_ACQUISITION = ("onboarding", "use", "support", "retention", "advocacy", "exit")
ACQUISITION = ("awareness", "consideration", "purchase", "delivery")
PHASES = (*ACQUISITION, *POST_ACQUISITION, "unclear")
METRIC_CLASSES = ("acquisition", "customer_centric", "operational", "financial", "unclear")


class Place(NamedTuple):
    """Where something stands: workbook path as given, sheet, and an A1 cell or range."""

    workbook: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a client wrote, or a cell where it could have been written.

    `label` is the heading that it stands under. `why_not` is empty for a real value; otherwise it says
    in a few words why the text does not count as given ("is empty", "is a placeholder").
    """

    text: str
    place: Place
    label: str = ""
    why_not: str = ""

    @property
    def given(self) -> bool:
        return not self.why_not


Fields = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Lane:
    """A label of a table and the field it was taken for; `match` is exact, synonym, fuzzy or mapping."""

    field: str
    label: str
    place: Place
    match: str = "exact"
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a stage: its own row or column. `name` is not given where rows carry no step name.

    `inventoried` are the touchpoints that a separate list adds to a map which has steps of its own.
    """

    name: Entry
    fields: Fields = field(default_factory=dict)
    inventoried: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A large part of the journey. `fields` are what is said of the whole stage, not of its steps."""

    name: Entry
    phases: tuple[str, ...] = ("unclear",)
    fields: Fields = field(default_factory=dict)
    steps: tuple[Step, ...] = ()

    @property
    def after_acquisition(self) -> bool:
        return any(phase in POST_ACQUISITION for phase in self.phases)

    @property
    def before_acquisition(self) -> bool:
        """Whether it has a phase up to the delivery; a stage may lie on both sides."""
        return any(phase in ACQUISITION for phase in self.phases)


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """One journey map. `about` is what is said of the whole map (persona, evidence, review date …).

    `header` is the row or column of labels, the place to name for a lane that the map does not have.
    `job` names the one job that the map covers on purpose, with `job_phases`; empty for a whole journey.
    `inventory` marks a list of touchpoints, which is no map: only touchpoint rules look at it.
    """

    title: Entry
    header: Place
    stages: tuple[Stage, ...]
    lanes: tuple[Lane, ...] = ()
    about: Fields = field(default_factory=dict)
    job: str = ""
    job_phases: tuple[str, ...] = ()
    inventory: bool = False


@dataclass(frozen=True, slots=True)
class Persona:
    """One persona. `table` is the header that it shares with the other personas of its table."""

    name: Entry
    table: Place
    fields: Fields = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure. `concept` is its standard name (`net promoter score`), empty where unknown.

    `listed` is true in a list of metrics, false in a lane of a map; `phases` are then its stage's.
    """

    name: Entry
    metric_class: str = "unclear"
    concept: str = ""
    fields: Fields = field(default_factory=dict)
    phases: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Practice:
    """A question on how the programme is run and its answer, with remarks in `fields`."""

    question: Entry
    answer: Entry
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Programme:
    """All that was supplied and understood. `scope` is all, journeys or personas.

    A programme equals only itself, so that what is derived from it can be kept beside it.
    """

    maps: tuple[JourneyMap, ...] = ()
    personas: tuple[Persona, ...] = ()
    metrics: tuple[Metric, ...] = ()
    practices: tuple[Practice, ...] = ()
    scope: str = "all"


def entries(fields: Fields, name: str) -> tuple[Entry, ...]:
    """All entries of a field and of its aspects, in reading order of the fields."""
    keys = _keys(tuple(fields), name)
    if len(keys) == 1:
        return fields[keys[0]]
    return tuple(entry for key in keys for entry in fields[key])


@lru_cache(maxsize=4096)
def _keys(known: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The names among those known that are a field or an aspect of it; the rows of a table know the same ones."""
    return tuple(key for key in known if key == name or key.startswith(name + "."))
