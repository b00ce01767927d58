"""Which tables with labels across the top are journey maps or lists of touchpoints, and what names their rows."""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.tables.around.titles import own_kinds
from cxaudit.tables.labels import Label
from cxaudit.tables.lists.plans import heads_a_plan
from cxaudit.tables.lists.recordlists import is_record_list
from cxaudit.tables.maps.bothsides import acts_on_both_sides
from cxaudit.tables.maps.customers import names_tell, surely_named, tells_of_customers
from cxaudit.tables.maps.fewlanes import told_in_columns
from cxaudit.tables.maps.inventories import lists_channels, lists_contacts
from cxaudit.tables.maps.mapparts import lanes_known
from cxaudit.tables.maps.statesintime import compares_states
from cxaudit.tables.maps.timelines import told_over_time
from cxaudit.tables.rowtables import RowTable
from cxaudit.tables.told.figurecolumns import tells_in_figures
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.series import falls_back

_SURE = 0.8
_DONE = frozenset({"touchpoint", "activity", "emotion", "thought", "goal", "channel", "step"})


def is_journey(grid: Grid, table: RowTable, kinds: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether a table on a sheet whose title speaks of these kinds tells of customers and their journey."""
    if lists_channels(table, kinds):
        return not is_record_list(grid, table)
    twice = _tells_stages_twice(grid, table, kinds, vocabulary)
    twice = twice or told_in_columns(grid, table, key_column(table), names_of(grid, table), vocabulary)
    twice = twice or told_over_time(grid, table, kinds, vocabulary) or acts_on_both_sides(table, vocabulary)
    if not (twice or _has_lanes(table, kinds)) or is_record_list(grid, table) or tells_in_figures(grid, table):
        return False
    if "journey" not in own_kinds(grid, vocabulary) and _plans(table, vocabulary):
        return False
    fields = surely_named(table.labels)
    told = tells_of_customers(fields, names_of(grid, table), kinds, vocabulary, led=_led_by_stages(table))
    return told or twice or lists_contacts(table, kinds)


def _tells_stages_twice(grid: Grid, table: RowTable, kinds: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether stages of a relation stand first, and the columns beside them tell each as it is and as it will be."""
    if not (_led_by_stages(table, _SURE) and compares_states((label.text for label in table.labels), vocabulary)):
        return False
    return "journey" in kinds or names_tell(names_of(grid, table), vocabulary)


def _plans(table: RowTable, vocabulary: Vocabulary) -> bool:
    return heads_a_plan((label.text for label in table.labels), table.fields, vocabulary)


def key_column(table: RowTable) -> Label | None:
    """The column that names the rows: of the stages, else of the steps."""
    for field in ("stage", "step"):
        columns = [label for label in table.columns(field) if label.field == field]
        if columns:
            return max(columns, key=lambda label: (label.sureness, -label.column))
    return None


def sorts_otherwise(grid: Grid, table: RowTable) -> bool:
    """Whether a table that begins with something else only lists that: it says to which stage each belongs.

    So it is where problems stand first and nothing tells what customers do, or stages stand out of order.
    """
    key = key_column(table)
    if key is None or key is table.labels[0] or key.field != "stage":
        return False
    return _begins_with_problems(table) or falls_back([x for x in grid.spread_column(key.column, table.body) if x])


def _begins_with_problems(table: RowTable) -> bool:
    lead = next((label for label in table.labels if label.telling), None)
    return lead is not None and lead.field == "pain_point" and lead.sureness >= _SURE and not table.fields & _DONE


def names_of(grid: Grid, table: RowTable) -> list[str]:
    """What stands in the column of stages or steps, each name once."""
    key = key_column(table)
    texts = grid.spread_column(key.column, table.body) if key else []
    return [text for text in dict.fromkeys(texts) if text]


def _has_lanes(table: RowTable, kinds: tuple[str, ...]) -> bool:
    core, all_lanes = lanes_known(table.fields)
    if (core, all_lanes) == (1, 1) and "metric" in table.fields and "metrics" in kinds:
        return False  # the measures of each stage are a list of measures
    if "stage" in table.fields:
        least = 2 if kinds[:1] == ("other",) else 1  # on a sheet that is named for something else: "Risks"
        return core >= least or all_lanes >= 2 or (all_lanes >= least and _led_by_stages(table, _SURE))
    if "step" in table.fields:
        told = {"activity", "touchpoint"} & table.fields and "journey" in kinds
        return (core >= 2 or (bool(told) and all_lanes >= 2)) and len(table.labels) >= 3
    listed = "touchpoint" in table.fields and core >= 2
    return (listed and (all_lanes >= 3 or "touchpoints" in kinds)) or lists_contacts(table, kinds)


def _led_by_stages(table: RowTable, least: float = 0.0) -> bool:
    """Whether stages, and not what they sort, stand first, and how surely; a number may stand before them."""
    key = key_column(table)
    return key is not None and key in table.labels[:2] and key.sureness >= least
