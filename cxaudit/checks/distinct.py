"""Distinct: the values come from at least so many different functions, not all from the same corner."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.finding import Judgement, Verdict, judged
from cxaudit.part import key
from cxaudit.pattern import pattern
from cxaudit.subject import Subject, cite
from cxaudit.vocabulary import Vocabulary

_SHOWN = 5
_REMARK = pattern(r"\([^()]*\)")
_PARTS = pattern(r"[,;/&+\n]|\band\b")


class CheckParams(Params):
    """The fields, the word list whose groups are the functions, and the groups that do not do alone."""

    type: Literal["distinct"]
    of: Literal["map"]
    fields: tuple[str, ...] = key(min_length=1)
    words: str
    except_words: str = key(default="", description="values that are wholly a term of this list are of no function")
    at_least: int = key(ge=2)
    beyond: tuple[str, ...] = key(default=(), description="at least one must be outside these groups")


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """Each map's share of the functions wanted beside the first; none where all are of the named groups."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    return judged(tuple(_verdict(subject, params, evidence.vocabulary) for subject in found))


def _verdict(subject: Subject, params: CheckParams, vocabulary: Vocabulary) -> Verdict:
    texts = [entry.text for entry in subject.says_first(params.fields)]
    functions = {name: None for text in texts for name in _functions(text, params, vocabulary)}
    outside = [name for name in functions if name not in params.beyond]
    others = min(len(functions), params.at_least) - 1 if outside else 0
    parts = []
    if len(functions) < params.at_least:
        parts.append(f"{params.at_least - len(functions)} more functions")
    if params.beyond and not outside:
        parts.append(f"a function outside {' and '.join(params.beyond)}")
    share = Fraction(max(0, others), params.at_least - 1)
    missing = " and ".join(parts)
    return Verdict(
        subject.id,
        subject.title,
        share,
        missing,
        cite(islice(subject.says_each(params.fields), _SHOWN)),
        words=tuple(functions),
    )


def _functions(text: str, params: CheckParams, vocabulary: Vocabulary) -> Iterator[str]:
    """The function of each part of a text: the last that it names ("digital marketing" is marketing), else the part."""
    words = vocabulary.words(params.words)
    for part in filter(None, (part.strip() for part in _PARTS.split(_REMARK.sub("", text)))):
        if not (params.except_words and vocabulary.words(params.except_words).is_whole(part)):
            yield (words.find_groups(part) or (part.casefold(),))[-1]
