"""Resolves: what one sheet names, another holds: every persona has a map, every persona on a map a sheet."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from cxaudit.aim import SCOPES, aim, satisfied
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, cannot_tell, judged, not_applicable
from cxaudit.model import Entry
from cxaudit.part import key
from cxaudit.subject import Subject, cite
from cxaudit.subjects import subjects

_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


class CheckParams(Params):
    """The fields of a map that name personas, and the fields of a persona by which it may be called."""

    type: Literal["resolves"]
    of: Literal["persona"]
    fields: tuple[str, ...] = key(min_length=1, description="the fields of a map that name personas")
    called: tuple[str, ...] = key(default=(), description="fields of a persona that may stand for its name")
    together: str = key(
        default="collectives", description="a word list with the groups all, two, three …: who is named by them"
    )

    def field_names(self) -> tuple[str, ...]:
        return (*super().field_names(), *self.called)

    def word_lists(self) -> tuple[str, ...]:
        return (self.together,)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of personas that a map names, together with those that a map names and no sheet holds."""
    maps = subjects(evidence.programme, "map")
    named = [entry for journey in maps for entry in journey.says(params.fields)]
    if evidence.programme.scope in SCOPES:
        return not_applicable(SCOPES[evidence.programme.scope])
    if not maps and evidence.programme.personas:
        return cannot_tell("no journey map was supplied that could name a persona")
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    called = [entry for entry in named if _several(entry, params, evidence)]
    named = [entry for entry in named if entry not in called]
    every = [entry for entry in called if _several(entry, params, evidence) in ("all", _NUMBERS.get(len(found)))]
    titles = [Entry(journey.text, journey.place) for journey in maps]
    verdicts = [_persona_verdict(s, (*named, *titles), every, maps, params) for s in found]
    known = [name for s in found for name in _names(s, params)]
    strangers = [entry for entry in named if not any(same_name(entry.text, name) for name in known)]
    for entry in _once(strangers):
        verdicts.append(Verdict(f"named {entry.text}", entry.text, Fraction(0), "a persona sheet", cite((entry,))))
    return judged(tuple(verdicts))


def _persona_verdict(
    subject: Subject, named: tuple[Entry, ...], every: list[Entry], maps: tuple[Subject, ...], params: CheckParams
) -> Verdict:
    for entry in named:
        if any(same_name(entry.text, name) for name in _names(subject, params)):
            return satisfied(subject, cite((entry,)))
    if every:
        return satisfied(subject, cite(every[:1]))
    cells = (Cited(subject.place, subject.text), *(Cited(journey.place, journey.text) for journey in maps))
    return Verdict(subject.id, subject.title, Fraction(0), "a map that names it", cells)


def _several(entry: Entry, params: CheckParams, evidence: Evidence) -> str:
    """The group of the words by which an entry stands for several personas ("Both"); empty where it names one."""
    words = evidence.vocabulary.words(params.together)
    return (words.find_groups(entry.text) or ("",))[0] if words.is_whole(entry.text) else ""


def _names(subject: Subject, params: CheckParams) -> tuple[str, ...]:
    return (subject.text, *(entry.text for entry in subject.says(params.called)))


def _once(found: list[Entry]) -> list[Entry]:
    return list({" ".join(sorted(_tokens(e.text))): e for e in found}.values())


def _tokens(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one persona: all the words of the shorter stand in the longer."""
    first, second = _tokens(one), _tokens(other)
    return bool(first and second) and (first <= second or second <= first)
