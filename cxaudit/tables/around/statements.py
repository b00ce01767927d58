"""What a statement outside the tables tells of maps and personas: their sources, a review, since when they are in use.

"How it began | 14 talks with tenants"; "Both maps were last gone over in May 2026"; "Portraits | first drawn in 2021".
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec import Struct

from cxaudit.dates import find_date
from cxaudit.pattern import pattern
from cxaudit.vocabulary import FieldMatch, Vocabulary, WordList
from cxaudit.words.labeltext import word_count

FACTS, EVIDENCE = "told-facts", "evidence-kinds"
MAPS, PERSONAS, _PERSONS = "maps", "personas", "persons"
_OF = frozenset({MAPS, PERSONAS})
_MAY_TELL = frozenset({"evidence", "other.reviewed", "other.since", "other.finding", "other", "other.title", "persona"})
_RESEARCH = frozenset({"customers", "methods"})
_CLAUSE = pattern(r"[\n;|·()]|,\s|\.\s+(?=\w)|\s[-–—]\s")
_COUNT = pattern(r"\b\d[\d.,]*\s+((?:[^\s\d,;.]+[\s]*){1,4})")
_MOST_WORDS_BEFORE = 1
_LONGEST, _FEWEST_WORDS_OF_A_FINDING = 400, 6
_TIED = frozenset({"satisfaction", "money"})


class Fact(Struct, frozen=True):
    """A field of maps or personas (both, where it names both) with what is said of it."""

    field: str
    of: frozenset[str]
    text: str


def facts(label: str, text: str, known: FieldMatch | None, vocabulary: Vocabulary) -> Iterator[Fact]:
    """What a label and its text tell, or a sentence without a label; `known` is the field that the label names."""
    field = known.field if known else ""
    if len(text) > _LONGEST or vocabulary.placeholder(text) or (field and field not in _MAY_TELL):
        return
    words = vocabulary.words(FACTS)
    if "guiding" in words.find_groups(f"{label}; {text}") or "not_yet" in words.find_groups(label):
        return
    yield from _dated(label, text, field, words, vocabulary)
    if _ties_to_money(text, vocabulary):
        yield Fact("other.finding", frozenset({MAPS}), text)
    elif _tells_research(text, field, words, vocabulary):
        of = _headed(words.find_groups(label)) or _of(words.find_groups("" if label else text))
        yield Fact("evidence", of or frozenset({MAPS}), text)


def _dated(label: str, text: str, field: str, words: WordList, vocabulary: Vocabulary) -> Iterator[Fact]:
    """The reviews and beginnings that the clauses of a text tell, each with a date of its own."""
    headed = set(words.find_groups(label))
    of = _headed(headed)
    for clause in _CLAUSE.split(text):
        own = set(words.find_groups(clause))
        of = _of(own) or of
        if "not_yet" in own or not any(map(str.isdigit, clause)) or not find_date(clause, vocabulary):
            continue
        told = _told(own, field, headed)
        if told == "other.since" and PERSONAS in of:
            yield Fact(told, frozenset({PERSONAS}), clause.strip())
        elif told == "other.reviewed" and (label or of or _opens(clause, words)):
            yield Fact(told, of or frozenset({MAPS}), clause.strip())


def _told(own: Set[str], field: str, headed: Set[str]) -> str:
    """Whether a dated clause tells of a review or a beginning: by its own words, else by those of its label."""
    if "going_over" in own:
        return "other.reviewed"
    if "beginning" in own:
        return "other.since"
    if field in ("other.reviewed", "other.since"):
        return field
    if field in ("", "other", "persona") and "beginning" in headed:
        return "other.since"
    reviewed = "going_over" in headed if field == "" else field == "other" and "edition" in headed
    return "other.reviewed" if reviewed else ""


def _of(groups: Set[str] | tuple[str, ...]) -> frozenset[str]:
    return _OF.intersection(groups)


def _headed(groups: Set[str] | tuple[str, ...]) -> frozenset[str]:
    """What a label speaks of; persons in a label alone are those who are described."""
    return _of(groups) or frozenset({PERSONAS} if _PERSONS in groups else ())


def _opens(clause: str, words: WordList) -> bool:
    """Whether a clause begins with the review, so that nothing else can be what was gone over."""
    said = clause.split()
    return any(words.opening(" ".join(said[n:]))[1] == "going_over" for n in range(_MOST_WORDS_BEFORE + 1))


def _tells_research(text: str, field: str, words: WordList, vocabulary: Vocabulary) -> bool:
    """Whether a text says what the work rests on: under a label for it, or by research that it counts."""
    kinds = vocabulary.words(EVIDENCE)
    if field == "evidence":
        return any(map(str.isalpha, text))
    if field not in ("", "other") or "not_yet" in words.find_groups(text):
        return False
    return any(_RESEARCH.intersection(kinds.find_groups(count)) for count in _COUNT.findall(text))


def _ties_to_money(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence says what satisfied customers bring."""
    enough = word_count(text) >= _FEWEST_WORDS_OF_A_FINDING
    return enough and set(vocabulary.words("satisfaction-and-money").find_groups(text)) >= _TIED
