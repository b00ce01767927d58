"""Viewpoint: an activity is told as what the customer does, not as what the company does."""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction
from typing import Literal

from cxaudit.aim import aim, satisfied
from cxaudit.check import Evidence, Params
from cxaudit.finding import Cited, Judgement, Verdict, Words, cannot_tell, judged, once_a_word, one_more
from cxaudit.part import key
from cxaudit.subject import Subject
from cxaudit.vocabulary import WordList
from cxaudit.words.labeltext import fold

LEAD_IN = "lead_in"


class CheckParams(Params):
    """Word lists of actors and verbs on either side; what the text begins with decides, of two the longer.

    The group `lead_in` of the customer's list holds words to pass over: articles, "then", "also".
    """

    type: Literal["viewpoint"]
    customer: str = key(description="a word list of groups: actors, verbs, lead_in")
    company: str = key(description="a word list of groups: actors, verbs")

    def word_lists(self) -> tuple[str, ...]:
        return (self.customer, self.company)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """The share of activities told from the customer's side, of those that can be told."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    told: set[Words] = set()
    customer, company = (evidence.vocabulary.words(name) for name in params.word_lists())
    each = (_verdict(subject, customer, company, told) for subject in found)
    verdicts = once_a_word((verdict for verdict in each if verdict is not None), told)
    if not verdicts:
        quoted = "; ".join(subject.text for subject in found[:3])
        return cannot_tell(f"the words do not show whose doing it is ({quoted})")
    return judged(verdicts)


def _verdict(subject: Subject, customer: WordList, company: WordList, told: Set[Words]) -> Verdict | None:
    side, word = _whose(subject.text, customer, company)
    if side == "customer" and (word,) in told:
        return one_more((word,))
    cells = (Cited(subject.place, subject.text),)
    if side == "customer":
        return satisfied(subject, cells, (word,))
    if side == "company":
        return Verdict(subject.id, subject.title, Fraction(0), cells=cells, words=(word,))
    return None


def _whose(text: str, customer: WordList, company: WordList) -> tuple[str, str]:
    """The side that a text is told from and the word that shows it: the actor or verb that it begins with."""
    folded = rest = fold(text)
    whole = company.opening(folded)[0]
    while (begun := customer.opening(rest))[1] == LEAD_IN and len(fold(begun[0])) < len(rest):
        rest = rest[len(fold(begun[0])) :].lstrip()
    behind = company.opening(rest)[0] if rest != folded else whole
    own, other = begun[0], max(behind, whole, key=len)  # "the shop", where "shop" may be a verb
    if len(own) == len(other):
        return "", ""
    return ("customer", own) if len(own) > len(other) else ("company", other)
