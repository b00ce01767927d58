"""Set coverage: how many of a set of required terms a map or the programme has."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, cannot_tell, not_applicable
from cxaudit.model import PHASES, Entry, JourneyMap
from cxaudit.part import key
from cxaudit.pattern import pattern
from cxaudit.subject import Subject, cite
from cxaudit.subjects import map_subject, may_lie
from cxaudit.vocabulary import WordList
from cxaudit.words.labeltext import fold

_OPENING = pattern(r"(?:^|[.;,!?\n/|]\s*)(?:([^\W\d_][^.:;\n]{0,20})(?=:)|([+▲↑⬆−–▼↓⬇-])(?=\s*\w))")

_OPENERS = ":+▲↑⬆−–▼↓⬇-"
"""What stands behind such a word, and the signs: a text without any of them opens nothing, as is seen much sooner."""


class CheckParams(Params):
    """The required terms, and what they are: phases, or groups of a word list in the names of metrics or in fields."""

    type: Literal["set_coverage"]
    of: Literal["programme", "map"]
    by: Literal["phases", "metrics", "groups"]
    required: tuple[str, ...] = key(min_length=1)
    fields: tuple[str, ...] = key(default=(), description="with `by: groups`: where to look")
    words: str = key(default="", description="with `by: groups` or `by: metrics`: the word list")
    not_of: tuple[str, ...] = key(default=(), description="with `by: metrics`: classes of metrics that do not count")
    headings: bool = key(default=True, description="with `by: groups`: the heading of an entry counts too")
    rest: str = key(
        default="", description="the group of what names no group, in a lane of which other entries name one"
    )
    by_words: bool = key(
        default=False, description="with `by: groups`: what is given and holds no word of the list, nobody can tell"
    )
    opposed: bool = key(
        default=False, description="of two lanes, one headed by one of the two terms, the other stands for the other"
    )
    together: bool = key(default=False, description="all or nothing: one term missing and the subject fails")

    def verify(self) -> None:
        unknown = [term for term in self.required if self.by == "phases" and term not in PHASES]
        if unknown:
            raise ValueError(f"'{unknown[0]}' is no phase; phases are {', '.join(PHASES)}")
        if self.by == "groups" and not (self.fields and self.words):
            raise ValueError("'by: groups' needs 'fields' and 'words'")
        if self.by == "metrics" and not self.words:
            raise ValueError("'by: metrics' needs 'words'")


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The terms found of those required, added up over the maps."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    if params.of == "programme":
        return _add_up(params, [(found[0], params.required, _terms(params, evidence, found[0], None))])
    aimed = {(subject.place, subject.header) for subject in found}
    maps = [m for m in evidence.programme.maps if not m.inventory and (m.title.place, m.header) in aimed]
    parts, silent = [], False
    for journey in maps:
        required = tuple(
            t for t in params.required if params.by != "phases" or not journey.job or t in journey.job_phases
        )
        if required:
            subject = map_subject(journey)
            shown = _terms(params, evidence, subject, journey)
            if any(term in shown for term in required) or not _undecided(params, required, subject, journey):
                parts.append((subject, required, shown))
            else:
                silent = True
    if silent and not parts:
        return cannot_tell("the words used do not show it")
    if not parts:
        return not_applicable(f"the map covers one job on purpose ({maps[0].job}), and these phases lie outside it")
    return _add_up(params, parts)


def _undecided(params: CheckParams, required: tuple[str, ...], subject: Subject, journey: JourneyMap) -> bool:
    """Whether a map without any of the terms may have them all the same, told in words that nobody knows."""
    if params.by == "phases":
        return may_lie(journey, required)
    return params.by_words and subject.gives(params.fields)


def _terms(
    params: CheckParams, evidence: Evidence, subject: Subject, journey: JourneyMap | None
) -> dict[str, tuple[Entry, ...]]:
    """The terms that the subject has, with the entries that show them."""
    shown: dict[str, tuple[Entry, ...]] = {}
    if params.by == "metrics":
        for metric in evidence.programme.metrics:
            if metric.name.given and metric.metric_class not in params.not_of:
                for group in evidence.vocabulary.words(params.words).find_groups(metric.name.text):
                    shown.setdefault(group, (metric.name,))
    elif params.by == "phases" and journey is not None:
        for stage in journey.stages:
            for phase in stage.phases:
                shown.setdefault(phase, (stage.name,))
    else:
        words = evidence.vocabulary.words(params.words)
        said = tuple(subject.says_first(params.fields))
        other = _other_lane(said, words, params) if params.opposed else {}
        heads = _headed({entry.label for entry in said}, words, params)
        told = [(entry, other.get(entry.label) or _groups(entry, heads[entry.label], words, params)) for entry in said]
        known = any(groups for _, groups in told)
        for entry, groups in told:
            for group in groups or ((params.rest,) if params.rest and known else ()):
                shown.setdefault(group, (entry,))
    return shown


def _other_lane(said: tuple[Entry, ...], words: WordList, params: CheckParams) -> dict[str, tuple[str, ...]]:
    """The lane whose heading says nothing beside one that names a term, with the other of the two terms."""
    headed = {entry.label: set(words.find_groups(entry.label)) & set(params.required) for entry in said}
    silent = [label for label, groups in headed.items() if label and not groups]
    named = {group for groups in headed.values() for group in groups}
    left = tuple(term for term in params.required if term not in named)
    return {silent[0]: left} if len(headed) == 2 and len(silent) == len(left) == 1 else {}


def _opened(text: str, words: WordList, params: CheckParams) -> tuple[str, ...]:
    """The terms that the parts of a text open with, in words or signs for them: "Up: … Down: …"; "+ … - …"."""
    if not any(map(text.__contains__, _OPENERS)):
        return ()
    found = {fold(opening) or opening.strip() for opening in map("".join, _OPENING.findall(text))}
    if not found:  # as in most texts
        return ()
    return tuple(
        term
        for term in params.required
        if fold(term.replace("_", " ")) in found or found.intersection(words.groups.get(f"{term}_openings", ()))
    )


def _headed(labels: set[str], words: WordList, params: CheckParams) -> dict[str, tuple[str, ...]]:
    """The terms that each heading names, where headings count."""
    named = {label: words.find_groups(label) if params.headings else () for label in labels}
    return {label: tuple(group for group in groups if group in params.required) for label, groups in named.items()}


def _groups(entry: Entry, headed: tuple[str, ...], words: WordList, params: CheckParams) -> tuple[str, ...]:
    """The groups that an entry speaks of: that of its opening ("Pride: …"), else that of the only group that its
    heading names, else all that heading and text name."""
    opened = _opened(entry.text, words, params)
    if opened:
        return tuple(group for group in params.required if group in opened)
    return headed if len(headed) == 1 else (*headed, *words.find_groups(entry.text))


def _add_up(
    params: CheckParams, parts: list[tuple[Subject, tuple[str, ...], dict[str, tuple[Entry, ...]]]]
) -> Judgement:
    met = total = 0
    points = Fraction(0)
    verdicts = []
    for subject, required, shown in parts:
        there = [term for term in required if term in shown]
        absent = [term for term in required if term not in shown]
        share = Fraction(len(there), len(required))
        if params.together:
            share, counted, found = Fraction(not absent), 1, int(not absent)
        else:
            counted, found = len(required), len(there)
        met, total = met + found, total + counted
        points += share * counted
        cells = cite(entry for term in there for entry in shown[term]) if there else (Cited(subject.header),)
        missing = ", ".join(term.replace("_", " ") for term in absent)
        verdicts.append(Verdict(subject.id, subject.title, share, missing, cells, words=tuple(there)))
    return Judgement(None, "", met, total, points, tuple(verdicts))
