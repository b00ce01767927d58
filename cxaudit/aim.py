"""Aiming: which subjects a rule counts, or why there is none to count."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cxaudit.check import Aim, Evidence
from cxaudit.finding import FULL, Cited, Judgement, Verdict, cannot_tell, not_applicable
from cxaudit.model import Programme
from cxaudit.subject import Subject, not_giving
from cxaudit.subjects import distinct, items, map_id, map_subject, of_map, subjects

_OF_MAPS = ("map", "stage", "step", "touchpoint")
_SUPPLY = {
    "map": "no journey map was supplied",
    "persona": "no persona was found in the files supplied",
    "metric": "no metric was found in the files supplied",
    "practice": "no programme or governance sheet answers this",
}
_NO_SUCH = {
    "map": "there is only an inventory of touchpoints, no map",
    "stage": "the maps have no stages to look at",
    "step": "the maps have no steps to look at",
    "touchpoint": "the maps name no touchpoint",
}
SCOPES = {"journeys": "the audit is of journey maps alone", "personas": "the audit is of personas alone"}
_LEFT_OUT = {"journeys": ("persona",), "personas": (*_OF_MAPS, "item", "metric")}


def aim(target: Aim, evidence: Evidence) -> tuple[Subject, ...] | Judgement:
    """The subjects of a rule, or the judgement that there is nothing to judge, with its reason."""
    programme = _in_scope(target, evidence.programme)
    if isinstance(programme, Judgement):
        return programme
    found = _all(target, programme)
    if not found:
        return _nothing(target, programme)
    sided = found if target.side == "any" else tuple(s for s in found if s.after == (target.side != "acquisition"))
    if not sided:
        where = "after" if target.side == "after_acquisition" else "before"
        return not_applicable(f"no map has a stage {where} acquisition, which another rule has already said")
    kept = _giving(sided, target, programme) if target.having else sided
    if not kept:
        return not_applicable(f"no {plain_list(target.having)} is given, which another rule has already said")
    return kept


def _giving(found: tuple[Subject, ...], target: Aim, programme: Programme) -> tuple[Subject, ...]:
    """The subjects for which one of the fields wanted is given, there or beside the maps."""
    silent = {id(s) for s in not_giving(found, target.having) if not _listed_apart(s, target, programme)}
    return tuple(s for s in found if id(s) not in silent) if silent else found


def _listed_apart(subject: Subject, target: Aim, programme: Programme) -> bool:
    """Whether an item stands on a list beside the maps, and the maps give what is asked for."""
    if target.of != "item" or not any(m.inventory and map_id(m) == subject.group for m in programme.maps):
        return False
    return any(map_subject(m).gives(target.having) for m in programme.maps if not m.inventory)


def _in_scope(target: Aim, programme: Programme) -> Programme | Judgement:
    """The programme without the maps that the rule leaves out, or why the rule has nothing to look at."""
    left_out = _LEFT_OUT.get(programme.scope, ())
    if target.of in left_out or (target.needs and set(target.needs) <= set(left_out)):
        return not_applicable(SCOPES[programme.scope])
    if target.needs and not any(_supplied(programme, kind) for kind in target.needs):
        return cannot_tell(_SUPPLY[target.needs[0]])
    if not target.whole_journey or not programme.maps:
        return programme
    whole = tuple(m for m in programme.maps if not m.job)
    if not whole:
        jobs = ", ".join(dict.fromkeys(m.job for m in programme.maps))
        return not_applicable(f"the map covers one job on purpose ({jobs})")
    return programme if len(whole) == len(programme.maps) else replace(programme, maps=whole)


def _supplied(programme: Programme, kind: str) -> bool:
    supplied = {
        "map": programme.maps,
        "persona": programme.personas,
        "metric": programme.metrics,
        "practice": programme.practices,
    }
    return bool(supplied[kind])


def _all(target: Aim, programme: Programme) -> tuple[Subject, ...]:
    if target.of == "item":
        return items(programme, target.item)
    if target.of == "metric":
        if target.listed and not all(m.listed for m in programme.metrics):
            programme = replace(programme, metrics=tuple(m for m in programme.metrics if m.listed))
        return subjects(programme, "metric")
    if target.inventories and any(m.inventory for m in programme.maps):
        programme = replace(programme, maps=tuple(replace(m, inventory=False) for m in programme.maps))
    if not target.or_else:
        return subjects(programme, target.of)
    if len(programme.maps) == 1 and not programme.maps[0].inventory:
        return next(filter(None, (subjects(programme, kind) for kind in (target.of, *target.or_else))), ())
    found: list[Subject] = []
    for journey in (m for m in programme.maps if not m.inventory or target.of == "touchpoint"):
        kinds = (target.of, *target.or_else)
        found.extend(next(filter(None, (of_map(journey, kind) for kind in kinds)), ()))
    return distinct(found)


def _nothing(target: Aim, programme: Programme) -> Judgement:
    if target.of in (*_OF_MAPS, "item") and not programme.maps:
        return _not_supplied("map", programme.scope == "personas", programme.scope)
    if target.of == "persona":
        return _not_supplied("persona", programme.scope == "journeys", programme.scope)
    if target.of == "metric":
        return not_applicable("the workbooks keep no list of metrics")
    if target.of == "item":
        return not_applicable(f"no {plain_list(target.item)} is given, which another rule has already said")
    return not_applicable(_NO_SUCH.get(target.of, f"there is no {target.of} to look at"))


def _not_supplied(kind: str, meant: bool, scope: str) -> Judgement:
    return not_applicable(SCOPES[scope]) if meant else cannot_tell(_SUPPLY[kind])


def plain(field: str) -> str:
    """A field's name as a reader would say it: `pain_point` is pain point, `segment.value` segment value."""
    return field.removeprefix("other.").replace("_", " ").replace(".", " ")


def plain_list(fields: Iterable[str]) -> str:
    """Several fields in words: owner; owner or team; owner, team or function."""
    names = list(dict.fromkeys(plain(field) for field in fields))
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]


def satisfied(subject: Subject, cells: tuple[Cited, ...] = (), words: tuple[str, ...] = ()) -> Verdict:
    return Verdict(subject.id, subject.title, FULL, cells=cells, words=words)
