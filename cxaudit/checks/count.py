"""Count: a map holds at least so many things of a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params, Side
from cxaudit.fields import Wanted, any_text, said
from cxaudit.finding import Cited, Judgement, Verdict, cannot_tell, judged
from cxaudit.model import ACQUISITION, PHASES, Entry, JourneyMap, Stage
from cxaudit.part import key
from cxaudit.subject import cite
from cxaudit.subjects import map_subject, may_lie


class CheckParams(Params):
    """What to count in each map: stages of certain phases, and entries or names that hold certain words."""

    type: Literal["count"]
    of: Literal["map"]
    at_least: int = key(default=1, ge=1)
    phases: tuple[str, ...] = key(default=(), description="stages of these phases count")
    fields: tuple[str, ...] = key(
        default=(), description="entries of these fields count; the names of stages are `stage`"
    )
    words: str = key(default="", description="only entries that hold a word of this list count")
    groups: bool = key(default=False, description="count different groups of the word list, not entries")
    named: tuple[str, ...] = key(
        default=(), description="entries of these fields count without a word, since their heading says what they are"
    )
    denied: str = key(
        default="", description="with `named`: what begins with one of these words says that there is none"
    )
    only: tuple[str, ...] = key(
        default=(), description="only these groups of the list count; its others hold longer terms that look alike"
    )
    following: tuple[str, ...] = key(
        default=(), description="what of `tried` stands before the first stage of these phases does not count"
    )
    tried: tuple[str, ...] = key(default=(), description="phases that may be tried out before the acquisition")
    within: Side = key(default="any", description="look only at stages on this side of the acquisition")

    def field_names(self) -> tuple[str, ...]:
        return (*super().field_names(), *self.named)

    def word_lists(self) -> tuple[str, ...]:
        return (*super().word_lists(), *([self.denied] if self.denied else []))

    def verify(self) -> None:
        unknown = [phase for phase in (*self.phases, *self.following, *self.tried) if phase not in PHASES]
        if unknown:
            raise ValueError(f"'{unknown[0]}' is no phase; phases are {', '.join(PHASES)}")
        if not self.phases and not self.fields:
            raise ValueError("name 'phases' or 'fields' to count")
        if (self.groups or self.only) and not self.words:
            raise ValueError("'groups' and 'only' need a word list in 'words'")


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of maps that hold enough; a map with some but not enough counts in part."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    maps = [m for m in evidence.programme.maps if not m.inventory and not (params.whole_journey and m.job)]
    verdicts = tuple(v for v in (_verdict(journey, params, evidence) for journey in maps) if v is not None)
    return judged(verdicts) if verdicts else cannot_tell("the phase of the stages could not be told")


def _verdict(journey: JourneyMap, params: CheckParams, evidence: Evidence) -> Verdict | None:
    subject = map_subject(journey)
    hits: dict[str, tuple[Entry, str]] = {}
    for told, entry, word in _hits(journey, params, evidence):
        hits.setdefault(told, (entry, word))
    share = Fraction(min(len(hits), params.at_least), params.at_least)
    if share < 1 and params.phases and not params.fields and may_lie(journey, params.phases):
        return None
    cells = cite(entry for entry, _ in hits.values())
    words = tuple(dict.fromkeys(word for _, word in hits.values() if word))
    short = params.at_least - len(hits)
    missing = "" if short <= 0 else f"{short} more"
    return Verdict(subject.id, subject.title, share, missing, cells or (Cited(subject.header),), words=words)


def _hits(journey: JourneyMap, params: CheckParams, evidence: Evidence) -> Iterator[tuple[str, Entry, str]]:
    """What counts in a map: a key that tells different things apart, the entry, and the deciding word."""
    stages = [
        s for s in journey.stages if params.within == "any" or s.after_acquisition == (params.within != "acquisition")
    ]
    only_tried = _before(journey, params.following)
    for stage in stages:
        for phase in stage.phases:
            if phase in params.phases and not (phase in params.tried and stage in only_tried):
                yield (phase if params.groups else f"stage {stage.name.text}"), stage.name, ""
    words = evidence.vocabulary.words(params.words) if params.words else None
    if words is not None and words.silent:
        return
    wanted = words.using if words is not None else any_text
    yield from ((entry.text.casefold(), entry, "") for entry in _named(journey, stages, params, evidence))
    looked = [entry for stage in stages for entry in _entries(stage, params, wanted)]
    if params.within == "any":
        looked += said(journey.about).first_given(params.fields, wanted)
    first_of: dict[str, Entry] = {}
    for entry in looked:
        first_of.setdefault(entry.text, entry)
    for entry in first_of.values():
        yield from _word_hits(entry, params, evidence)


def _named(journey: JourneyMap, stages: Sequence[Stage], params: CheckParams, evidence: Evidence) -> Iterator[Entry]:
    """What stands in the lanes, or above the map, whose heading says already that it counts."""
    if not params.named:
        return
    denying = evidence.vocabulary.words(params.denied) if params.denied else None
    for told in (*(stage.said for stage in stages), said(journey.about)):
        for entry in told.first_given(params.named):
            if denying is None or not denying.opening(entry.text)[0]:
                yield entry


def _before(journey: JourneyMap, phases: tuple[str, ...]) -> tuple[Stage, ...]:
    """The stages before the first of these phases, in a map that leads up to it through other stages of acquisition."""
    first = next((n for n, stage in enumerate(journey.stages) if set(stage.phases) & set(phases)), 0)
    before = journey.stages[:first]
    return before if any(set(stage.phases) & set(ACQUISITION) for stage in before) else ()


def _entries(stage: Stage, params: CheckParams, wanted: Wanted) -> Iterator[Entry]:
    """What a stage says in the fields, each wanted text once under its label."""
    for name in params.fields:
        if name == "stage":
            yield stage.name
        elif name == "step":
            named = [step.name for step in stage.steps if step.name.given]
            sought = set(wanted({entry.text for entry in named}))
            yield from (entry for entry in named if entry.text in sought)
        yield from stage.said.first_given((name,), wanted)


def _word_hits(entry: Entry, params: CheckParams, evidence: Evidence) -> Iterator[tuple[str, Entry, str]]:
    if not params.words:
        yield entry.text.casefold(), entry, ""
        return
    words = evidence.vocabulary.words(params.words)
    for group, term in words.firsts(entry.text):
        if not params.only or group in params.only:
            key = group if params.groups else entry.text.casefold()
            yield key, entry, term.rstrip("*")
