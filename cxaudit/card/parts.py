"""Each map and each persona by itself: the same rules restricted to it, so that the spread shows."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict

from cxaudit.model import PHASES, Entry, JourneyMap, Persona, Place, Stage, entries
from cxaudit.result import RuleResult
from cxaudit.ruleset import Ruleset
from cxaudit.scorecard import MapInfo, PartInfo
from cxaudit.scores.rounding import score_to_places
from cxaudit.scoring import Scores, score
from cxaudit.subjects import map_id

LOSSES = 3


def map_info(journey: JourneyMap, results: Sequence[RuleResult], ruleset: Ruleset) -> MapInfo:
    """A map with its score, its worst rules and where its weight lies."""
    part = _part(map_id(journey), _place(journey.title, journey.header), results, ruleset)
    counted = _counted(journey.stages)
    sides = [(stage, _count(stage, counted)) for stage in journey.stages]
    return MapInfo(
        **asdict(part),
        phases=_phases(journey.stages),
        before=sum(n for stage, n in sides if stage.before_acquisition and not stage.after_acquisition),
        after=sum(n for stage, n in sides if stage.after_acquisition),
        both=sum(n for stage, n in sides if stage.after_acquisition and stage.before_acquisition),
        unclear=sum(n for stage, n in sides if not stage.after_acquisition and not stage.before_acquisition),
        counted=counted,
        job=journey.job,
    )


def persona_info(persona: Persona, results: Sequence[RuleResult], ruleset: Ruleset) -> PartInfo:
    """A persona with its score and its worst rules."""
    place = _place(persona.name, persona.table)
    return _part(persona.name.text or place.sheet, place, results, ruleset)


def _part(name: str, place: Place, results: Sequence[RuleResult], ruleset: Ruleset) -> PartInfo:
    scores = score(results, ruleset)
    return PartInfo(
        name=name,
        workbook=place.workbook,
        sheet=place.sheet,
        cell=place.cell,
        score=None if scores.overall is None else score_to_places(scores.overall, ruleset.maturity),
        judged_rules=len(scores.ledger),
        losses=_worst(scores),
    )


def _worst(scores: Scores) -> tuple[str, ...]:
    return tuple(loss.rule.id for loss in scores.ledger if loss.points > 0)[:LOSSES]


def _place(entry: Entry, otherwise: Place) -> Place:
    return entry.place if entry.place.cell else otherwise


def _phases(stages: Sequence[Stage]) -> tuple[str, ...]:
    covered = {phase for stage in stages for phase in stage.phases}
    return tuple(phase for phase in PHASES if phase in covered and phase != "unclear")


def _counted(stages: Sequence[Stage]) -> str:
    """What the map is counted in: its steps, its touchpoints where it has no steps, else its stages."""
    return next((kind for kind in ("steps", "touchpoints") if any(_count(s, kind) for s in stages)), "stages")


def _count(stage: Stage, counted: str) -> int:
    if counted == "steps":
        return sum(1 for step in stage.steps if not step.inventoried)
    if counted == "touchpoints":
        return sum(1 for entry in entries(stage.fields, "touchpoint") if entry.given)
    return 1
