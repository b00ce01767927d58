"""Maps that cover one job of the customer on purpose ("make a claim"), told by their title or scope line."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.layout import Table
from cxaudit.model import ACQUISITION, PHASES, JourneyMap, Stage, entries
from cxaudit.tables.mapparts import phase_matches
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold

_PARTIAL = "partial-journeys"
_PHASES_OF_A_WHOLE_JOURNEY = 5
_NEXT_TO_THE_SALE = "onboarding"


def with_jobs(tables: Iterable[Table], vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables, their maps marked with the one job that they cover on purpose."""
    return tuple(
        replace(table, maps=tuple(with_job(journey, vocabulary) for journey in table.maps)) if table.maps else table
        for table in tables
    )


def with_job(journey: JourneyMap, vocabulary: Vocabulary) -> JourneyMap:
    """A map whose title or scope says that it covers one job on purpose, marked so; a list of touchpoints is left."""
    covered = {phase for stage in journey.stages for phase in stage.phases} - {"unclear"}
    if journey.inventory or len(covered) >= _PHASES_OF_A_WHOLE_JOURNEY:
        return journey
    words = vocabulary.words(_PARTIAL)
    scope = [e.text for e in entries(journey.about, "other.scope") if e.given]
    for text in (journey.title.text, *scope):
        phases = words.find_groups(text)
        if phases:
            named = [not (m.by_place or m.said) for m in phase_matches(journey.stages, vocabulary)]
            stages = tuple(_in_job(*told, phases, vocabulary) for told in zip(journey.stages, named, strict=True))
            return replace(journey, job=words.find(text)[0], job_phases=phases, stages=stages)
    return journey


def _in_job(stage: Stage, by_name: bool, job: tuple[str, ...], vocabulary: Vocabulary) -> Stage:
    """A stage of a customer's job: words of the sale ("apply", "pay") mean a part of the job there.

    So does a stage whose name tells nothing. Not so one that bears the name of a phase, nor any in a job that follows
    the sale at once and may begin by signing.
    """
    name = stage.name.text
    if vocabulary.phases_laid_down(name) or fold(bare(name)) in PHASES or set(job) & {*ACQUISITION, _NEXT_TO_THE_SALE}:
        return stage
    return stage if by_name and stage.after_acquisition else replace(stage, phases=job)
