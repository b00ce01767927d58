"""Tables that tell step by step what a customer does and what the company's side does then, whatever the title.

Step | Patient action   | What happens behind the scenes
1    | Fills in a form  | Opens a file
2    | Picks a day      | Books the room
"""

from __future__ import annotations

from cxaudit.tables.labels import Label
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary

_SURE = 0.85
_ACTIVITY, _BACKSTAGE = "activity", "backstage"
_ORDERED = frozenset({"step", "stage"})
_ACTING = "viewpoint-customer"


def acts_on_both_sides(table: RowTable, vocabulary: Vocabulary) -> bool:
    """Whether steps lead to a column of what a customer does, called so, and one of what happens backstage."""
    lead = table.labels[0] if table.labels else None
    if lead is None or not _ORDERED.intersection(lead.fields):
        return False
    sure = [label for label in table.labels if label.sureness >= _SURE]
    acts = any(label.field == _ACTIVITY and _of_customer(label, vocabulary) for label in sure)
    return acts and any(label.field == _BACKSTAGE for label in sure)


def _of_customer(label: Label, vocabulary: Vocabulary) -> bool:
    """Whether a label says whose deeds they are: "Patient action", "What the guest does"."""
    return bool(vocabulary.words(_ACTING).find_in("actors", label.text))
