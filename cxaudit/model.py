"""The CX programme under audit, as its workbooks tell it: maps, personas, metrics and practices.

Field names are those of the field lists in `rules/vocabulary/`.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from cxaudit.fields import Entry, Fields, Place, entries
from cxaudit.together import Together

__all__ = ["Entry", "Fields", "Place", "entries"]

POST_ACQUISITION = ("onboarding", "use", "support", "retention", "advocacy", "exit")
ACQUISITION = ("awareness", "consideration", "purchase", "delivery")
LOOKING = frozenset(ACQUISITION[:2])
"""The phases before the purchase, in which somebody only looks round."""
PHASES = (*ACQUISITION, *POST_ACQUISITION, "unclear")
METRIC_CLASSES = ("acquisition", "customer_centric", "operational", "financial", "unclear")


class Lane(Struct, frozen=True):
    """A label of a table and the field it was taken for; `match` is exact, synonym, fuzzy or mapping."""

    field: str
    label: str
    place: Place
    match: str = "exact"
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()


class Step(Struct, frozen=True):
    """A part of a stage: its own row or column. `name` is not given where rows carry no step name.

    `inventoried` are the touchpoints that a separate list adds to a map which has steps of its own.
    """

    name: Entry
    fields: Fields = field(default_factory=dict)
    inventoried: bool = False


class Stage(Struct, frozen=True, dict=True):
    """A large part of the journey. `fields` are what is said of the whole stage, not of its steps."""

    name: Entry
    phases: tuple[str, ...] = ("unclear",)
    fields: Fields = field(default_factory=dict)
    steps: tuple[Step, ...] = ()

    @cached_property
    def said(self) -> Together:
        """What is said of it: of the whole of it and of its steps."""
        return Together((self.fields, *(step.fields for step in self.steps)))

    @property
    def after_acquisition(self) -> bool:
        return any(phase in POST_ACQUISITION for phase in self.phases)

    @property
    def before_acquisition(self) -> bool:
        """Whether it has a phase up to the delivery; a stage may lie on both sides."""
        return any(phase in ACQUISITION for phase in self.phases)


class JourneyMap(Struct, frozen=True):
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


class Persona(Struct, frozen=True):
    """One persona. `table` is the header that it shares with the other personas of its table."""

    name: Entry
    table: Place
    fields: Fields = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()


class Metric(Struct, frozen=True):
    """One measure. `concept` is its standard name (`net promoter score`), empty where unknown.

    `listed` is true in a list of metrics, false in a lane of a map; `phases` are then its stage's. `said_with` is the
    whole of what is written where one cell names several measures.
    """

    name: Entry
    metric_class: str = "unclear"
    concept: str = ""
    fields: Fields = field(default_factory=dict)
    phases: tuple[str, ...] = ()
    listed: bool = False
    said_with: str = ""


class Practice(Struct, frozen=True):
    """A question on how the programme is run and its answer, with remarks in `fields`."""

    question: Entry
    answer: Entry
    fields: Fields = field(default_factory=dict)


class Programme(Struct, frozen=True, eq=False):
    """All that was supplied and understood. `scope` is all, journeys or personas.

    A programme equals only itself, so that what is derived from it can be kept beside it.
    """

    maps: tuple[JourneyMap, ...] = ()
    personas: tuple[Persona, ...] = ()
    metrics: tuple[Metric, ...] = ()
    practices: tuple[Practice, ...] = ()
    scope: str = "all"
