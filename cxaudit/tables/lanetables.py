"""Tables with their labels down the left: found by a column in which several cells name fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.tables.headrows import groups_columns
from cxaudit.tables.labels import Label, filled, label_at
from cxaudit.tables.laneground import LOOKED_AT_ROWS, LanePart
from cxaudit.tables.maps.stagerow import stage_row
from cxaudit.tables.maps.tellingrows import may_name_phases
from cxaudit.tables.parting import parted
from cxaudit.tables.personas.propernames import looks_like_a_name
from cxaudit.tables.told.blueprintlines import parted_by_lines
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

_MOST_GAP = 2
_HEADER_WITHIN = 8
_SURE = 0.9
_FEWEST_UNKNOWN, _MOST_UNKNOWN = 3, 40
_MOST_NOT_UNDERSTOOD = 10
_CORNERS = frozenset({"", "name", "behaviour", "other", "goal", "need", "feeling"})


class LaneTable(Struct, frozen=True):
    """A column of labels, the columns with values to its right, and the row that names those columns.

    `header` is 0 where no row names them; `strong` says that it names stages beyond doubt,
    `told` that the names tell phases. `finer` is the row below that parts them, or 0.
    """

    column: int
    header: int
    labels: tuple[Label, ...]
    values: tuple[int, ...]
    strong: bool = False
    told: bool = False
    finer: int = 0

    @property
    def region(self) -> Area:
        rows = [label.row for label in self.labels]
        return Area(min([*rows, self.header or rows[0]]), self.column, max(rows), max(self.values, default=self.column))

    def lanes(self, field: str) -> tuple[Label, ...]:
        prefix = field + "."
        return tuple(x for x in self.labels if any(f == field or f.startswith(prefix) for f in x.fields))

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(f.split(".")[0] for label in self.labels for f in label.fields)


def lane_parts(grid: Grid, column: int, vocabulary: Vocabulary) -> Iterator[LanePart]:
    """The runs of labels of a column that may each be those of a map."""
    for run in _stretches(grid, column, vocabulary, "journey"):
        parts = tuple(parted_by_lines(grid, part, vocabulary) for part in parted(grid, run, vocabulary))
        ends = (0, *(part[-1].row for part in parts))
        yield from (LanePart(column, part, end) for part, end in zip(parts, ends, strict=False) if part)


def stages_of(grid: Grid, part: LanePart, vocabulary: Vocabulary) -> LaneTable | None:
    """The table of a run of labels with at least two columns of stages."""
    table = _with_stages(grid, part.column, part.run, part.below, vocabulary)
    return table if table and len(table.values) >= 2 else None


def name_tables(grid: Grid, column: int, vocabulary: Vocabulary) -> Iterator[LaneTable]:
    """The tables with at least two columns of persons beside a column of labels."""
    for run in _stretches(grid, column, vocabulary, "persona"):
        table = _with_names(grid, column, run)
        if table and len(table.values) >= 2:
            yield table


def _with_names(grid: Grid, column: int, run: tuple[Label, ...]) -> LaneTable | None:
    """The table of a run of labels whose columns are named as persons are."""
    known = _worth(run)
    if not known:
        return None
    values = _value_columns(grid, column, known)
    header = _row_of_names(grid, column, known, values)
    return _headed(grid, column, header or _row_of_persons(grid, known[0], values), known, values)


def _with_stages(
    grid: Grid, column: int, run: tuple[Label, ...], below: int, vocabulary: Vocabulary
) -> LaneTable | None:
    """The table of a run of labels whose columns are stages; a row that surely names them makes all below lanes."""
    known = _worth(run)
    looked_at = known or (run if _FEWEST_UNKNOWN <= len(run) <= _MOST_UNKNOWN else ())
    values = _value_columns(grid, column, looked_at) if looked_at else ()
    if len(values) < 2:
        return None
    if not known and not may_name_phases(grid, looked_at, vocabulary):
        return None
    header = stage_row(grid, looked_at, values, below, vocabulary)
    if not known and not (header.strong and header.told):
        return None
    if header.strong:
        looked_at = tuple(x for x in run if x in looked_at or _fills(grid, x, values))
    table = _headed(grid, column, header.row, looked_at, values, header.finer)
    return replace(table, strong=header.strong, told=header.strong and header.told, finer=header.finer)


def _fills(grid: Grid, label: Label, values: Sequence[int]) -> bool:
    return sum(1 for column in values if grid.spread_text(label.row, column)) >= 2


def _headed(
    grid: Grid, column: int, header: int, labels: Sequence[Label], values: tuple[int, ...], finer: int = 0
) -> LaneTable:
    if header:
        rows = (header, finer) if finer else (header,)
        named = [c for c in range(column + 1, grid.width + 1) if any(grid.spread_text(row, c) for row in rows)]
        corner = grid.text(header, column)
        again = next((c for c in named if corner and grid.text(header, c) == corner), grid.width + 1)
        values = tuple(c for c in named if c <= _run_end(named, column) and c < again)  # the corner heads another table
    return LaneTable(column, header, tuple(label for label in labels if label.row >= header), values)


def _stretches(grid: Grid, column: int, vocabulary: Vocabulary, kind: str) -> Iterator[tuple[Label, ...]]:
    """Runs of rows whose cell in this column is a label with values; short gaps and section bands are passed over."""
    run: list[Label] = []
    last_known, seen = 0, set[tuple[str, ...]]()
    for row in range(1, min(grid.height, LOOKED_AT_ROWS) + 1):
        text = grid.text(row, column)
        others = filled(grid, row, column + 1)
        if not text or not others:
            if run and _gap(grid, run[-1].row, row) > _MOST_GAP:
                yield tuple(run)
                run, seen = [], set()
            continue
        label = label_at(grid, row, column, vocabulary, kind)
        if not run:
            last_known = row
        begins = label.field == "stage" or (run and row > run[-1].row + 1)
        if run and len(others) > 1 and begins and _only_pairs(grid, run):
            run, seen, last_known = [], set(), row
        again = label.telling and label.sureness >= 0.9 and label.fields in seen and run[0].fields == label.fields
        if len(seen) > 2 and (again or _corner_again(grid, run, label)):
            yield tuple(run)
            run, seen = [], set()
        run.append(label)
        if label.telling:
            last_known = row
            seen.add(label.fields)
        elif row - last_known > _MOST_NOT_UNDERSTOOD and run:
            yield tuple(run)
            run, seen = [], set()
    yield tuple(run)


def _corner_again(grid: Grid, run: Sequence[Label], label: Label) -> bool:
    """Whether a label stands where the names of the columns begin, as it did above: there another table begins."""
    corner = next((x for x in run if len(filled(grid, x.row, x.column + 1)) > 1), None)
    wide = len(filled(grid, label.row, label.column + 1)) > 1
    return corner is not None and wide and fold(corner.text) == fold(label.text) != ""


def _only_pairs(grid: Grid, run: list[Label]) -> bool:
    """Whether the rows so far have one value each: remarks above a table, not part of it."""
    return all(len(filled(grid, label.row, label.column + 1)) == 1 for label in run)


def _gap(grid: Grid, last: int, row: int) -> int:
    """Empty rows since the last label; a band with one text is no gap."""
    return sum(1 for r in range(last + 1, row + 1) if not filled(grid, r))


def _worth(run: Sequence[Label]) -> tuple[Label, ...]:
    """The part of a run that its known labels make a table, empty where they are too few."""
    telling = [n for n, label in enumerate(run) if label.telling]
    if len(telling) >= 2:
        found = tuple(run[_start(run, telling[0]) : _end(run, telling[-1])])
        if len(telling) * 3 >= len(found) and _differ(run[n] for n in telling):
            return found
    return ()


def _differ(labels: Iterable[Label]) -> bool:
    """Whether labels name different lanes; a word that stands in row after row is a value of a list."""
    texts = [label.text.casefold() for label in labels]
    return len(set(texts)) * 2 > len(texts)


def _start(run: Sequence[Label], first: int) -> int:
    """Rows directly above the first known label belong to the table too: its header, or lanes not understood."""
    while first and run[first - 1].row == run[first].row - 1:
        first -= 1
    return first


def _end(run: Sequence[Label], last: int) -> int:
    """Labels that were not understood directly below the last known one still belong to the table."""
    end = last + 1
    while end < len(run) and run[end].row == run[end - 1].row + 1:
        end += 1
    return end


def _value_columns(grid: Grid, column: int, labels: tuple[Label, ...]) -> tuple[int, ...]:
    rows = [label.row for label in labels]
    found: list[int] = []
    for candidate in range(column + 1, grid.width + 1):
        count = sum(1 for row in rows if grid.spread_text(row, candidate))
        if sum(1 for label in labels if grid.text(label.row, candidate) == label.text) * 2 > len(rows):
            break  # the labels again: another table stands beside this one
        if count * 4 >= len(rows) and count:
            found.append(candidate)
        elif found and candidate - found[-1] >= 2:
            break
    return tuple(found)


def _row_of_names(grid: Grid, column: int, labels: tuple[Label, ...], values: tuple[int, ...]) -> int:
    """A lane of stages or names, else the nearest row above with several texts."""
    for label in labels[:_HEADER_WITHIN]:
        several = len(filled(grid, label.row, column + 1)) > 1
        if several and label.fields[:1] in (("stage",), ("name",)) and label.sureness >= _SURE:
            return label.row
    top = labels[0].row
    for row in range(top - 1, max(0, top - 4), -1):
        cells = filled(grid, row, column + 1)
        texts = [grid.text(row, c) for c in cells]
        fits = len(cells) >= 2 and all(len(t) <= 120 for t in texts) and len(cells) * 2 >= min(len(values), 4)
        if fits and not (grid.text(row, column) and labels[0].row - row > 1):
            return row - 1 if groups_columns(grid, row - 1, column) else row
        if cells or grid.text(row, column):
            break
    first = labels[0]
    return 0 if first.telling or len(labels) < 3 else first.row


def _row_of_persons(grid: Grid, first: Label, values: tuple[int, ...]) -> int:
    """The first row where its cells are names of persons all the same, though its corner reads like a lane.

    Lanes whose values may well be names themselves (places, firms, groups) are left alone.
    """
    named = [text for c in values if (text := grid.spread_text(first.row, c))]
    told = first.field.split(".")[0] in _CORNERS and len(named) >= 2 and len(set(named)) == len(named)
    return first.row if told and all(len(n.split()) > 1 and looks_like_a_name(n) for n in named) else 0


def _run_end(columns: list[int], start: int) -> int:
    """The last of the columns before two or more nameless ones."""
    end = start
    for column in columns:
        if end != start and column - end > 2:
            break
        end = column
    return end
