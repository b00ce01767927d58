"""The "Evidence" of a service blueprint: what the customer gets to see and keep of the service, unless it is research.

Frontstage | Registration desk | Turnstile
Backstage  | Prints the card   | Checks the list
Evidence   | Card and lanyard  | Stamp
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, word_count

_LANES, _PROOFS = "blueprint-lanes", "proofs"
_KINDS, _RESEARCHED = "evidence-kinds", frozenset({"customers", "methods", "insiders"})
_STATES = "evidence-states"
_MET = (FieldMatch("touchpoint", "fuzzy", 0.65),)
_LEAST_CELLS, _MOST_WORDS, _MOST_RESEARCH = 2, 6.0, 0.25
_RESEARCH = pattern(r"""["“”„«»]|\d\s*%|\b[nN]\s*=|\b\d+\s+of\s+\d+|^\W*\[?[A-Z]{1,3}-?\d+""")


def with_proofs(labels: Sequence[Label], held: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, the evidence beside a frontstage and a backstage known for the things that customers meet."""
    fields = {field for label in labels for field in label.fields}
    if not {"backstage", "evidence"} <= fields or not fields & {"touchpoint", "activity"}:
        return tuple(labels)
    return tuple(
        replace(label, matches=_MET) if _is_proof(label, texts, vocabulary) else label
        for label, texts in zip(labels, held, strict=True)
    )


def _is_proof(label: Label, texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a lane is headed by nothing but evidence, and few of its cells read like research."""
    words = vocabulary.words(_LANES)
    name = bare(label.text)
    if label.fields != ("evidence",) or not (words.is_whole(name) and words.find_in(_PROOFS, name)):
        return False
    given = [text for text in texts if text.strip() and not vocabulary.placeholder(text)]
    found = sum(1 for text in given if _reads_like_research(text, vocabulary))
    short = sum(word_count(text) for text in given) <= _MOST_WORDS * len(given)
    return len(given) >= _LEAST_CELLS and short and found <= _MOST_RESEARCH * len(given)


def _reads_like_research(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell tells what is known and from where: a quotation, a share, a source, or how sure it is."""
    kinds = vocabulary.words(_KINDS).find_groups(text)
    told = not _RESEARCHED.isdisjoint(kinds) or vocabulary.words(_STATES).uses(text)
    return told or bool(_RESEARCH.search(text))
