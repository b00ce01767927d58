"""Tables of stages under a title of a journey that are maps, though hardly any of their columns is a known lane.

Customer journey of the archive
Stage      | Who     | With the new desk
Asking     | Reader  | Writes what she looks for in her own words
Fetching   | Clerk   | Finds the box by its number
"""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.tables.around.ownjourney import is_titled_journey
from cxaudit.tables.around.titles import own_kinds
from cxaudit.tables.labels import Label
from cxaudit.tables.maps.mapparts import lanes_known
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

_SURE, _LEAST_NAMES, _MOST_WORDS = 0.9, 3, 8
_LEAST_TOLD, _LOOKED_AT = 3, 100
_FACTS = frozenset({"duration", "metric", "stage", "step"})
_OF_ANY_PROCESS = frozenset({"owner", "metric", "backstage"})


def told_in_columns(
    grid: Grid, table: RowTable, key: Label | None, names: Sequence[str], vocabulary: Vocabulary
) -> bool:
    """Whether short names of stages, or of steps with a lane of a customer's, lead columns of text under the title."""
    if (
        own_kinds(grid, vocabulary) != ("journey",)
        or not is_titled_journey(grid, vocabulary)
        or key is None
        or key not in table.labels[:2]
        or key.sureness < _SURE
    ):
        return False
    short = [name for name in names if any(map(str.isalpha, name)) and len(name.split()) <= _MOST_WORDS]
    if len(names) < _LEAST_NAMES or len(short) < len(names):
        return False
    staged = key.field == "stage" or lanes_known(table.fields - _OF_ANY_PROCESS)[1] > 0
    return staged and any(_tells(grid, table, label) for label in table.labels if _may_tell(label, key))


def _may_tell(label: Label, key: Label) -> bool:
    """Whether a column may tell what happens: measures, times and other facts of the stages make no map."""
    return label is not key and not _FACTS.intersection(label.fields) and not label.field.startswith("other")


def _tells(grid: Grid, table: RowTable, label: Label) -> bool:
    """Whether most cells of a column are told in words."""
    given = [text for text in grid.spread_column(label.column, table.body[:_LOOKED_AT]) if text.strip()]
    return sum(2 for text in given if word_count(text) >= _LEAST_TOLD) > max(
        len(given), len(table.body[:_LOOKED_AT]) // 2
    )
