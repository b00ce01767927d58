"""A list of improvements: one a row, with who does it and by when.

Improvement        | Owner         | Due
One log-in for all | Head of IT    | March 2027
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Fields, JourneyMap, Place, Stage, Step
from cxaudit.tables.around.titles import IMPROVEMENTS, title_above, title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import Label, filled, lanes_of
from cxaudit.tables.lists.answertables import find_answer_tables
from cxaudit.tables.lists.promisetables import counts_rows, find_promise_tables
from cxaudit.tables.maps.mapparts import CORE, fields_of, telling_share
from cxaudit.tables.rowtables import RowTable, find_row_tables
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary

NAME = "list"
_SURE = 0.9


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The improvement lists of a sheet; they are part of no map, and their owners own no touchpoints."""
    return claim_to_sheet(grid, "other", partial(_tables, grid, vocabulary))


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    headed = tuple(_headed(grid, vocabulary))
    yield from headed or (_table(grid, table, vocabulary) for table in _by_cells(grid, vocabulary))


def _by_cells(grid: Grid, vocabulary: Vocabulary) -> Iterator[RowTable]:
    """The lists that their dates and people tell, unless their heads are those of another table.

    On a sheet whose title speaks of improvements, heads that maps have too ("Stage", "In charge") are theirs.
    """
    titled = IMPROVEMENTS in title_kinds(grid, vocabulary)
    for table in find_promise_tables(grid, vocabulary):
        heads = [grid.text(table.header, label.column) for label in table.labels]
        known = sum(1 for text in heads if any(m.field in CORE for m in vocabulary.fields(text, "journey")))
        if (known * 2 < len(heads) or titled) and not _asks(grid, table, heads, vocabulary):
            yield table


def _asks(grid: Grid, table: RowTable, heads: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the rows state practices and say how far they are done; "since 2023" beside them promises nothing."""
    if any(label.field == "other.question" for label in table.labels):
        return True
    surest = [matches[0] for text in heads if (matches := vocabulary.fields(text, "practices"))]
    told = {match.field for match in surest if match.confidence >= _SURE}
    return {"other.question", "other.answer"} <= told and any(find_answer_tables(grid, vocabulary, titled=False))


def _headed(grid: Grid, vocabulary: Vocabulary) -> Iterator[Table]:
    for table in find_row_tables(grid, vocabulary, "practices"):
        named = [label for label in table.labels if label.field == "opportunity" and label.sureness >= 0.9]
        asks = any(label.field == "other.question" for label in table.labels[:1])
        if named and not asks and not _is_map(grid, table, vocabulary):
            yield _table(grid, table, vocabulary)


def _is_map(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> bool:
    """Whether the same labels read as a journey say more: then it is a map or an inventory.

    A list that begins with the improvement and says by when may well tell to which stage each belongs. A column that
    counts the rows may stand before it.
    """
    fields = {m.field for label in table.labels for m in vocabulary.fields(label.text, "journey")}
    counting = len(table.labels) > 1 and counts_rows(grid, table.labels[0].column, table.body)
    begins = table.labels[1 if counting else 0].field == "opportunity"
    dated = begins and "other.due" in {label.field for label in table.labels}
    places = frozenset({"stage", "step", "touchpoint", "pain_point"})
    return bool(fields & ({"emotion", "metric"} | (frozenset() if dated else places)))


def _table(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> Table:
    lanes = lanes_of(grid, table.labels)
    first, last = table.labels[0].column, table.labels[-1].column
    header = Place(grid.workbook, grid.sheet, area_address(Area(table.header, first, table.header, last)))
    name = Entry("", header, "", "is empty")
    steps = tuple(
        Step(Entry("", place_of(grid, row, first), "", "is empty"), _row(grid, table.labels, row, vocabulary))
        for row in table.body
    )
    improvements = JourneyMap(
        title_above(grid, table.header, True), header, (Stage(name, steps=steps),), lanes, inventory=True
    )
    return Table(
        kind="other",
        layout=NAME,
        region=table.region,
        confidence=round(max(0.5, telling_share(table.labels)), 3),
        explained=sum(len(filled(grid, row, table.first, table.last)) for row in (table.header, *table.body)),
        lanes=lanes,
        maps=(improvements,),
    )


def _row(grid: Grid, labels: tuple[Label, ...], row: int, vocabulary: Vocabulary) -> Fields:
    """What a row says; who answers for an improvement is not the owner of a touchpoint."""
    found = fields_of(grid, ((label, row, label.column) for label in labels), vocabulary)
    undated = vocabulary.words("undated")
    if "other.due" in found:
        due = tuple(
            replace(e, why_not="is no date") if e.given and undated.is_whole(e.text) else e for e in found["other.due"]
        )
        found = {**found, "other.due": due}
    return {("other.action_owner" if name == "owner" else name): values for name, values in found.items()}
