"""Answers: which questions of a programme sheet are about a practice, and how far each answer says that it is done."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.check import Evidence
from cxaudit.model import Practice
from cxaudit.part import Part, key
from cxaudit.pattern import pattern
from cxaudit.vocabulary import WordList
from cxaudit.words.labeltext import fold

_CLAUSE = pattern(r"[,;:.!\n(–—]|\s-\s")
_OF_SCALE = pattern(r"^(?:[^\W\d]+\s+)?(\d{1,3}(?:[.,]\d)?)\s*(?:/|\s[^\W\d]+\s(?:[^\W\d]+\s)?)\s*(\d{1,3})$")
_BARE = pattern(r"^(?:[^\W\d]+\s+)?(\d{1,2}(?:[.,]\d)?)$")
_PERCENT = pattern(r"^(\d{1,3})\s?%$")
_LONGEST_TOPIC = 4
_SHARES = {"yes": Fraction(1), "habit": Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0)}


class Topic(Part):
    """What a practice is about, by the groups of a word list, and the words of answers."""

    words: str = key(description="a word list of which the groups name parts of topics")
    topics: tuple[tuple[str, ...], ...] = key(
        min_length=1,
        description="sets of groups: the question names the first of a set, it or its answer the others",
    )
    unless: tuple[str, ...] = key(
        default=(), description="a question that names one of these groups is about another practice"
    )
    done_by: tuple[str, ...] = key(
        default=(),
        description="an answer that names one of these groups says that it is done, where it says neither yes nor no",
    )
    undone_by: tuple[str, ...] = key(
        default=(),
        description="an answer that names one of these groups and none of done_by says that it is not done",
    )
    answers: str = key(default="answers", description="a word list with the groups yes, habit, partly and no")


def asked(topic: Topic, evidence: Evidence) -> tuple[Practice, ...]:
    """The questions that are about the topic."""
    words = evidence.vocabulary.words(topic.words)
    return tuple(p for p in evidence.programme.practices if _set_of(p, topic, words))


def answered(topic: Topic, evidence: Evidence) -> tuple[tuple[Practice, Fraction], ...]:
    """The questions about the topic whose answer tells, with how far it says that it is done."""
    shares = [(practice, share_of(practice, topic, evidence)) for practice in asked(topic, evidence)]
    return tuple((practice, share) for practice, share in shares if share is not None)


def share_of(practice: Practice, topic: Topic, evidence: Evidence) -> Fraction | None:
    """How far the answer says that it is done, 0 to 1; None where it is empty or does not say."""
    text = practice.answer.text.strip()
    answers = evidence.vocabulary.words(topic.answers)
    if not text or not (practice.answer.given or answers.is_whole(text)):
        return None
    marked = _marked(text, answers)
    if marked is None:
        marked = _rated(text, evidence)
    if marked is not None:
        return marked
    words = evidence.vocabulary.words(topic.words)
    worded = _worded(_without_the_deed(text, topic, words), answers)
    return worded if worded is not None else _stated(practice, topic, words)


def _without_the_deed(text: str, topic: Topic, words: WordList) -> str:
    """The answer without the words that say what is done: "may decide without asking" holds no no."""
    left = f" {fold(text)} " if topic.done_by else ""
    for group in topic.done_by:
        for term in words.find_in(group, text):
            left = left.replace(f" {fold(term)} ", " ") if len(term.split()) > 1 else left
    return text if left == f" {fold(text)} " or not left else left.strip()


def _set_of(practice: Practice, topic: Topic, words: WordList) -> tuple[str, ...]:
    """The set of groups by which a question is about the topic; empty where it is not."""
    question = set(words.find_groups(practice.question.text))
    if question & set(topic.unless):
        return ()
    if not question and len(practice.question.text.split()) <= _LONGEST_TOPIC:
        question = set(words.find_groups(practice.answer.text))  # "Keeping it fresh": what is asked, the answer tells
    remarks = [entry.text for found in practice.fields.values() for entry in found if entry.given]
    beside = question.union(*(words.find_groups(text) for text in (practice.answer.text, *remarks)))
    return next((s for s in topic.topics if s[0] in question and set(s) <= beside), ())


def _marked(text: str, answers: WordList) -> Fraction | None:
    """A tick or a cross, which stand in the list as terms without letters."""
    for group, terms in answers.groups.items():
        if group in _SHARES and any(text.startswith(term) for term in terms if term and not fold(term)):
            return _SHARES[group]
    return None


def _rated(text: str, evidence: Evidence) -> Fraction | None:
    """A number on a scale: "3 of 5", "60 %", or a bare number where the other answers show how far the scale goes."""
    percent, scaled, bare = _PERCENT.match(text), _OF_SCALE.match(text), _BARE.match(text)
    if percent:
        return min(Fraction(1), Fraction(int(percent.group(1)), 100))
    if scaled and int(scaled.group(2)):
        return min(Fraction(1), _number(scaled.group(1)) / int(scaled.group(2)))
    return _on_scale(_number(bare.group(1)), evidence) if bare else None


def _on_scale(number: Fraction, evidence: Evidence) -> Fraction | None:
    found = [_BARE.match(p.answer.text.strip()) for p in evidence.programme.practices]
    numbers = [_number(match.group(1)) for match in found if match]
    lowest = 0 if 0 in numbers else 1
    if max(numbers) > 3:
        highest = 5 if max(numbers) <= 5 else 10
        return min(Fraction(1), max(Fraction(0), (number - lowest) / (highest - lowest)))
    return {Fraction(0): Fraction(0), Fraction(2): Fraction(1, 2)}.get(number)  # 1 and 3 depend on the scale


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _worded(text: str, answers: WordList) -> Fraction | None:
    """Yes or no at the beginning decide; a restriction makes it partly; a habit counts if nothing speaks against it."""
    opening = answers.find_groups(_CLAUSE.split(text, maxsplit=1)[0])
    groups = answers.find_groups(text)
    if opening[:1] == ("no",) and groups[:1] == ("no",):
        return _SHARES["no"]
    if "partly" in groups:
        return _SHARES["partly"]
    if "yes" in opening and ("no" not in groups or _begins(text, answers.find_in("yes", text))):
        return _SHARES["yes"]
    if "yes" in groups and "no" in groups:
        return _SHARES["partly"]
    return next((_SHARES[group] for group in ("no", "yes", "habit") if group in groups), None)


def _begins(text: str, terms: tuple[str, ...]) -> bool:
    return any(fold(text).startswith(fold(term)) for term in terms)


def _stated(practice: Practice, topic: Topic, words: WordList) -> Fraction | None:
    """What an answer says by telling the thing itself: "a team of six with its own budget"."""
    said = set(words.find_groups(practice.answer.text))
    if said & set(topic.done_by):
        return Fraction(1)
    if topic.undone_by:
        return Fraction(0) if said & set(topic.undone_by) else None
    found = _set_of(practice, topic, words)
    return Fraction(1) if found and set(found[1:] or found) <= said else None
