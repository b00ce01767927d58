"""Matches: the value says something of the right kind, by the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from fractions import Fraction
from typing import Literal

from msgspec.structs import replace

from cxaudit.aim import aim, satisfied
from cxaudit.answered import Topic, answered
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, Words, cannot_tell, judged, once_a_word, one_more
from cxaudit.lacking import lacking
from cxaudit.model import Entry
from cxaudit.part import key
from cxaudit.subject import Subject, cite
from cxaudit.vocabulary import Vocabulary, WordList
from cxaudit.words.labeltext import fold
from cxaudit.words.weighing import Sides, has_digit, weigh, weigh_fields

_LONGEST_ITEM = 4


class Hint(Sides):
    """Where else to look where the value itself does not settle it, and the words that do there."""

    fields: tuple[str, ...] = key(min_length=1)
    words: str = key(description="a word list in groups")


class CheckParams(Params, Sides):
    """Words that settle it for the subject, and words that settle it against."""

    type: Literal["matches"]
    fields: tuple[str, ...] = key(default=(), description="where to look; with `of: item` the item's own text")
    words: str = key(default="", description="a word list that settles it for the subject")
    together: tuple[str, ...] = key(default=(), description="one text must name all of these groups of `words`")
    unless: str = key(default="", description="a word list that settles it against the subject, stronger than `words`")
    unless_whole: bool = key(default=False, description="`unless` counts only where it is the whole text")
    hints: tuple[Hint, ...] = key(default=(), description="where else to look, in this order, until it is settled")
    otherwise: Literal["met", "not_met", "cannot_tell"] = key(
        default="not_met", description="what a value means that holds none of the words"
    )
    at_least: int = key(default=0, ge=0, description="count this many subjects as enough, instead of all of them")
    or_answer: Topic | None = key(default=None, description="a practice whose answer stands in for a silent subject")
    told_at_least: float = key(
        default=0.0, ge=0, le=1, description="where fewer than this share of the subjects can be told, nobody can tell"
    )

    def field_names(self) -> tuple[str, ...]:
        return (*super().field_names(), *(name for hint in self.hints for name in hint.fields))

    def word_lists(self) -> tuple[str, ...]:
        answer = (self.or_answer.words, self.or_answer.answers) if self.or_answer else ()
        return (*super().word_lists(), *(hint.words for hint in self.hints), *answer)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of subjects whose value is of the right kind; those that nobody can tell are left out."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    unsure: list[Subject] = []
    known: set[Words] = set()
    verdicts = _verdicts(found, params, evidence, unsure, known)
    if not params.at_least:
        verdicts = once_a_word(verdicts, known)
    told = tuple(verdicts)
    few = len(found) - len(unsure) < params.told_at_least * len(found)
    if unsure and (few or not told or (params.at_least and not any(v.share for v in told))):
        quoted = "; ".join(_quoted(subject, params) for subject in unsure[:3])
        return cannot_tell(f"the words used do not show it ({quoted})")
    return _enough(told, params.at_least) if params.at_least else judged(told)


def _verdicts(
    found: Sequence[Subject], params: CheckParams, evidence: Evidence, unsure: list[Subject], told: Set[Words]
) -> Iterable[Verdict]:
    """The verdicts on subjects that can be told; the others are added to the `unsure` ones."""
    mute = _mute(found, params, evidence.vocabulary)
    for subject in found:
        verdict = _answered(subject, params, evidence) or _verdict(subject, params, evidence.vocabulary, mute, told)
        if verdict is None:
            unsure.append(subject)
        else:
            yield verdict


def _mute(found: Iterable[Subject], params: CheckParams, vocabulary: Vocabulary) -> Set[str]:
    """Of texts that are looked at themselves those that hold no word of the list, nor count anything: most."""
    if params.fields or params.together or not params.words or params.counted:
        return frozenset()
    texts = {subject.text for subject in found}
    return {text for text in texts.difference(vocabulary.words(params.words).using(texts)) if not has_digit(text)}


def _quoted(subject: Subject, params: CheckParams) -> str:
    """The words that nobody can tell."""
    return next((entry.text for entry in subject.says(params.fields)), subject.text or subject.title)


def _answered(subject: Subject, params: CheckParams, evidence: Evidence) -> Verdict | None:
    """What a programme sheet says of a subject that is silent itself."""
    if params.or_answer is None or subject.says(params.fields):
        return None
    for practice, share in answered(params.or_answer, evidence):
        cells = cite((practice.answer, practice.question))
        return Verdict(subject.id, subject.title, share, cells=cells, words=(practice.answer.text,))
    return None


def _verdict(
    subject: Subject, params: CheckParams, vocabulary: Vocabulary, mute: Set[str], told: Set[Words]
) -> Verdict | None:
    if params.together:
        return _together(subject, params, vocabulary)
    given = subject.says(params.fields) if params.fields else (Entry(subject.text, subject.place),)
    against = _against(given, params, vocabulary)
    if against:
        cells = cite(given[:1])
        return Verdict(subject.id, subject.title, Fraction(0), cells=cells, words=against)
    if given and not params.words:
        return _met(subject, given, told)
    settled = None
    if params.words and subject.text not in mute:
        settled = _settled(subject, given, params, vocabulary, told)
    if settled is not None:
        return settled
    for hint in params.hints:
        found = weigh_fields(subject, hint.fields, vocabulary.words(hint.words), hint, told)
        if found is not None:
            return found
    return _unsettled(subject, given, params, told) if given else lacking(subject, params.fields)


def _settled(
    subject: Subject, given: tuple[Entry, ...], params: CheckParams, vocabulary: Vocabulary, told: Set[Words]
) -> Verdict | None:
    """What the words of the value say; None where they do not decide."""
    words = vocabulary.words(params.words)
    if params.groups:
        return weigh(subject, given, words, params)
    for entry in given:
        found = words.find(_labelled(entry))
        if found:
            return one_more(found) if found in told else satisfied(subject, cite((entry,)), found)
    return None


def _together(subject: Subject, params: CheckParams, vocabulary: Vocabulary) -> Verdict:
    """What the first text says that names all of the groups and nothing against it."""
    own = Entry(subject.text, subject.place)
    words = vocabulary.words(params.words)
    for entry in subject.says_first(params.fields, words.using) if params.fields else (own,):
        shown = _all_named(entry.text, params, words)
        said = replace(entry, text=_without_the_rest(entry.text, params, words)) if shown else entry
        if shown and not _against((said,), params, vocabulary):
            return satisfied(subject, cite((entry,)), shown)
    return Verdict(subject.id, subject.title, Fraction(0), cells=(Cited(subject.header),))


def _without_the_rest(text: str, params: CheckParams, words: WordList) -> str:
    """A text without the words of the groups that are not asked for: "than those who are not" denies nothing."""
    left = f" {fold(text)} "
    for group, used in words.hits(text):
        if group not in params.together:
            left = left.replace(f" {used} ", " ")
    return left.strip()


def _all_named(text: str, params: CheckParams, words: WordList) -> tuple[str, ...]:
    """The words by which one piece of a text names all of the groups; empty where none does."""
    for piece in _pieces(text) if words.uses(text) else ():
        hits = words.hits(piece)
        if set(params.together) <= {group for group, _ in hits}:
            return tuple(used for group, used in hits if group in params.together)
    return ()


def _pieces(text: str) -> tuple[str, ...]:
    """The items of a text that merely lists them ("NPS, revenue"); otherwise the whole text."""
    items = tuple(re.split(r"[,;/|•\n]", text))
    return items if all(len(item.split()) <= _LONGEST_ITEM for item in items) else (text,)


def _labelled(entry: Entry) -> str:
    return f"{entry.label}: {entry.text}" if entry.label else entry.text


def _unsettled(subject: Subject, given: tuple[Entry, ...], params: CheckParams, told: Set[Words]) -> Verdict | None:
    if params.otherwise == "met":
        return _met(subject, given, told)
    if params.otherwise == "cannot_tell":
        return None
    return Verdict(subject.id, subject.title, Fraction(0), cells=cite(given[:1]))


def _met(subject: Subject, given: tuple[Entry, ...], told: Set[Words]) -> Verdict:
    """A subject that satisfies the rule by no word in particular; once another is told, it only counts."""
    return one_more(()) if () in told else satisfied(subject, cite(given[:1]))


def _against(given: tuple[Entry, ...], params: CheckParams, vocabulary: Vocabulary) -> tuple[str, ...]:
    if not params.unless:
        return ()
    words = vocabulary.words(params.unless)
    if params.unless_whole:
        return tuple(entry.text for entry in given if words.is_whole(entry.text))
    return tuple(word for entry in given for word in words.find(entry.text))


def _enough(verdicts: tuple[Verdict, ...], wanted: int) -> Judgement:
    met = min(wanted, sum(1 for verdict in verdicts if verdict.share == 1))
    shown = verdicts if met < wanted else tuple(v for v in verdicts if v.share == 1)
    if met < wanted:
        cause = "none of them"
        shown = tuple(Verdict(v.subject, v.title, v.share, v.missing, v.cells[:1], cause, v.words) for v in verdicts)
    return Judgement(None, "", met, wanted, Fraction(met), shown)
