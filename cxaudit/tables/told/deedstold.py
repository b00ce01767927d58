"""A lane of what happens in each step, which tells what the customer does where no other lane does.

Step        | What happens                   | Meeting point
Finds a bed | Looks at the map for a hostel  | Map
Checks in   | Shows the code at the door     | Door
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary

_DEFINED, _ACTIVITY = "step_definition", "activity"
_ACTING, _VERBS = "viewpoint-customer", "verbs"
_LEAST_CELLS = 3
_SURENESS = 0.75


def with_deeds(labels: Sequence[Label], held: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, the only one of definitions known for the deeds that most of its cells begin with.

    A map that tells what its customers do elsewhere has it for what it says.
    """
    defined = [label for label in labels if label.fields == (_DEFINED,)]
    if len(defined) != 1 or any(_ACTIVITY in label.fields for label in labels):
        return tuple(labels)
    deeds = (FieldMatch(_ACTIVITY, "fuzzy", _SURENESS),)
    return tuple(
        replace(label, matches=deeds) if label is defined[0] and _acted(texts, vocabulary) else label
        for label, texts in zip(labels, held, strict=True)
    )


def _acted(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether most cells begin with what customers do."""
    given = [text for text in dict.fromkeys(texts) if text.strip() and not vocabulary.placeholder(text)]
    acting = sum(1 for text in given if vocabulary.words(_ACTING).opening(text)[1] == _VERBS)
    return len(given) >= _LEAST_CELLS and acting * 2 > len(given)
