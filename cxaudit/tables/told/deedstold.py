"""Lanes of what happens, or of steps in order, which tell what the customer does where no other lane does.

Step        | What happens                   | Meeting point
Finds a bed | Looks at the map for a hostel  | Map
Checks in   | Rosa shows the code downstairs | Door

Stage 1: Finding a bed
Steps       | 1. Opens the map  2. Filters by price    both: the steps, and what the customer does
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary

_DEFINED, _ACTIVITY, _STEP = "step_definition", "activity", "step"
_ACTING, _VERBS, _ACTORS = "viewpoint-customer", "verbs", "actors"
_COMPANY = ("blueprint-lanes", "company")
_LEAST_CELLS, _LEAST_TIMES, _LEAST_LINES = 3, 2, 2
_SURENESS = 0.75
_BULLET = pattern(r"^\s*(?:[-–—•*·▪◦‣]|\d{1,2}[.)])\s*")
_WORD = pattern(r"^([^\W\d_]+)(?:['’]s)?\s+")


def with_deeds(labels: Sequence[Label], held: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, the only one of definitions known for the deeds that most of its cells begin with.

    Those of steps that list several each tell deeds as well. A map that tells what its customers do elsewhere has
    both for what they say.
    """
    if any(_ACTIVITY in label.fields for label in labels):
        return tuple(labels)
    defined = [label for label in labels if label.fields == (_DEFINED,)]
    alone = defined[0] if len(defined) == 1 else None
    deeds = FieldMatch(_ACTIVITY, "fuzzy", _SURENESS)
    told: list[Label] = []
    for label, texts in zip(labels, held, strict=True):
        if label is alone and _acted(texts, vocabulary, label.matches[0].match != "exact"):
            told.append(replace(label, matches=(deeds,)))
        elif label.fields == (_STEP,) and _listed(texts):
            told.append(replace(label, matches=(*label.matches, deeds)))
        else:
            told.append(label)
    return tuple(told)


def _listed(texts: Sequence[str]) -> bool:
    """Whether most cells list several things line by line, as no name of a step does."""
    given = [text for text in texts if text.strip()]
    lists = sum(1 for text in given if len([x for x in text.splitlines() if x.strip()]) >= _LEAST_LINES)
    return lists * 2 > len(given)


def _acted(texts: Sequence[str], vocabulary: Vocabulary, named: bool) -> bool:
    """Whether most cells begin with what customers do; `named`, they may begin with who does it.

    A lane that is called a definition surely is one, though it may say "The customer knows the offer".
    """
    different = [_BULLET.sub("", text) for text in dict.fromkeys(texts) if text.strip()]
    given = [text for text in different if not vocabulary.placeholder(text)]
    name = _named(given, vocabulary) if named else ""
    acting = sum(1 for text in given if _acts(text.removeprefix(name).lstrip(), vocabulary, named))
    return len(given) >= _LEAST_CELLS and acting * 2 > len(given)


def _acts(text: str, vocabulary: Vocabulary, named: bool) -> bool:
    """Whether a text begins with a deed, or with the customer and a deed; "People who pay late" tells none."""
    words = vocabulary.words(_ACTING)
    group = words.opening(text)[1]
    behind = text.partition(" ")[2]
    return group == _VERBS or (named and group == _ACTORS and words.opening(behind)[1] == _VERBS)


def _named(texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """The name that several texts begin with: "Rosa opens …", "Rosa reads …"; no deed, and none of the company's."""
    words = Counter(found[1] for text in texts if (found := _WORD.match(text)) and found[1][0].isupper())
    word, times = (*words.most_common(1), ("", 0))[0]
    companys = vocabulary.words(_COMPANY[0]).find_in(_COMPANY[1], word)
    deed = vocabulary.words(_ACTING).opening(word)[1] == _VERBS
    return word if times >= _LEAST_TIMES and not (companys or deed) else ""
