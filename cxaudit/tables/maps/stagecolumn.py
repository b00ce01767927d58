"""The column of the stages where its label does not say so: told by its place and by how its values stand.

    Section   | Step       | Action        Act                | Visitor does | Meets us at
    Need      | Line stops | …             A play is noticed  | …            | …
              | Ask around | …             Buying tickets     | …            | …
    Ordering  | Negotiate  | …             Coming again       | …            | …

Left of the steps it is the first column whose values repeat, or stand only where a new one begins. Where no column is
one of steps it is the first that names each row, if the names or the other labels tell of a journey.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.tables.maps.customers import names_tell
from cxaudit.tables.maps.numberedstages import with_names_of_numbers
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import word_count

_STAGE = (FieldMatch("stage", "fuzzy", 0.7),)
_STEP = (FieldMatch("step", "fuzzy", 0.6),)
_SURE = 0.8
_LOOKED_AT = 200
_LEAST_NAMES, _LEAST_ALONE = 2, 3
_MOST_WORDS, _LONGEST = 12, 90
_NUMBER = pattern(r"^[A-Za-z]{0,3}[-_. #]?\d{1,4}(?:\.\d{1,3})*[.)]?$")
_ONLY_CUSTOMERS = frozenset({"goal", "activity", "emotion", "thought", "pain_point", "moment", "enabler", "content"})
_ALSO_CUSTOMERS = _ONLY_CUSTOMERS | {"touchpoint", "channel"}
_MAY_NAME_STAGES = frozenset(
    {"", "moment", "duration", "activity", "goal", "value", "other", "step_definition", "stage"}
)
_LISTED, _OF_A_MAP = "other.journey", frozenset({"touchpoint", "emotion", "thought", "step"})
_NEVER_STAGES = frozenset(
    {"touchpoint", "channel", "pain_point", "opportunity", "emotion", "thought", "metric", "owner"}
)
_NAME_STAGES_SELDOM = frozenset({"duration", "activity", "goal", "value", "step_definition"})


def with_stage_column(grid: Grid, table: RowTable, kinds: Sequence[str], vocabulary: Vocabulary) -> RowTable:
    """The table with the column of its stages known as such, whatever its label says."""
    table = with_names_of_numbers(grid, _with_unlabelled(grid, table), vocabulary)
    rows = table.body[:_LOOKED_AT]
    named = [label for label in table.labels if label.field == "stage" and label.sureness >= _SURE]
    key = named[0] if named else _found(grid, table, rows, kinds, vocabulary)
    if key is None:
        return table
    labels = table.labels if named else tuple(replace(x, matches=_STAGE) if x is key else x for x in table.labels)
    step = _step_beside(grid, key, labels, rows)
    return replace(table, labels=tuple(replace(x, matches=_STEP) if x is step else x for x in labels))


def _with_unlabelled(grid: Grid, table: RowTable) -> RowTable:
    """The table with a column of names left of its first label, whose own cell is left empty."""
    column = table.first - 1
    if column < 1 or grid.spread_text(table.header, column) or "stage" in table.fields:
        return table
    names = groups(grid, column, table.body[:_LOOKED_AT])
    if len(names) < _LEAST_ALONE or _counted(names):
        return table
    label = Label(table.header, column, "", ())
    return replace(table, labels=(label, *table.labels), first=column)


def _found(
    grid: Grid, table: RowTable, rows: Sequence[int], kinds: Sequence[str], vocabulary: Vocabulary
) -> Label | None:
    steps = next((n for n, label in enumerate(table.labels) if label.field == "step"), None)
    named = [x for x in table.labels[:steps] if not _counted([grid.text(row, x.column) for row in rows])]
    for label in named if steps is not None else named[:1]:
        if label.field == _LISTED and not _lanes(table, label) & _OF_A_MAP:
            return None
        names = groups(grid, label.column, rows)
        field = label.field.split(".")[0] if label.sureness >= _SURE else ""
        if len(names) < _LEAST_NAMES or (field in _NEVER_STAGES and not _said_again(label, table)):
            continue
        if names_tell(names, vocabulary) and _lanes(table, label) & _ALSO_CUSTOMERS:
            return label
        if field not in _MAY_NAME_STAGES or (field in _NAME_STAGES_SELDOM and not _said_again(label, table)):
            continue
        parts = steps is not None and len(names) < len(rows)
        if parts or (len(names) >= _LEAST_ALONE and steps is None and _of_customers(table, label, kinds)):
            return label
    return None


def _said_again(label: Label, table: RowTable) -> bool:
    """Whether another column surely says what this one seems to say ("Act" beside "What they do")."""
    sure = (other for other in table.labels if other is not label and other.sureness >= _SURE)
    return any(label.field in other.fields for other in sure)


def _of_customers(table: RowTable, key: Label, kinds: Sequence[str]) -> bool:
    """Whether the other labels are a map's: touchpoints, and lanes that only customers have."""
    fields = _lanes(table, key)
    lanes = len(fields & _ONLY_CUSTOMERS)
    return "touchpoint" in fields and lanes >= (2 if "journey" in kinds else 3) and "touchpoints" not in kinds


def _lanes(table: RowTable, key: Label) -> set[str]:
    return {field.split(".")[0] for label in table.labels if label is not key for field in label.fields}


def groups(grid: Grid, column: int, rows: Sequence[int]) -> tuple[str, ...]:
    """The names under which a column puts the rows, each once; none where one comes back, is long, or is missing."""
    names: list[str] = []
    for row in rows:
        text = grid.spread_text(row, column).strip()
        if not text and not names:
            return ()
        if text and (not names or text.casefold() != names[-1].casefold()):
            names.append(text)
    again = len({name.casefold() for name in names}) < len(names)
    long = any(len(name) > _LONGEST or word_count(name) > _MOST_WORDS for name in names)
    return () if again or long else tuple(names)


def _counted(texts: Sequence[str]) -> bool:
    """Whether a column only numbers its rows."""
    given = [text for text in texts if text]
    return bool(given) and all(_NUMBER.match(text) for text in given)


def _step_beside(grid: Grid, key: Label, labels: Sequence[Label], rows: Sequence[int]) -> Label | None:
    """The column right of the stages that names each row, where the table has stages of several rows and no steps."""
    if any("step" in label.fields for label in labels) or not 0 < len(groups(grid, key.column, rows)) < len(rows):
        return None
    beside = next((label for label in labels if label.column > key.column), None)
    if beside is None or beside.field not in {"", "stage"}:
        return None
    names = groups(grid, beside.column, rows)
    return beside if len(names) == len(rows) and not _counted(names) else None
