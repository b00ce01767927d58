"""Plans of a project, a launch or a release told from journey maps: both have phases, goals, times and owners.

Phase            | Timeline | Description  | Exit criteria
Prototype        | M1 to M2 | …            | …
First live pilot | M3 to M4 | …            | …
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

PLAN_HEADS = "plan-heads"
_OF_CUSTOMERS = frozenset(
    {"touchpoint", "emotion", "thought", "moment", "pain_point", "enabler", "content", "data_shared", "trust"}
)
_LEAST = 2


def heads_a_plan(heads: Iterable[str], fields: Collection[str], vocabulary: Vocabulary) -> bool:
    """Whether two headings or more are those of plans, one of them of plans alone, and no lane is a customer's.

    `fields` are those of the headings.
    """
    if _OF_CUSTOMERS.intersection(fields):
        return False
    words = vocabulary.words(PLAN_HEADS)
    said = [words.find_groups(head) for head in map(bare, heads) if words.is_whole(head)]
    return len(said) >= _LEAST and ("plans",) in said
