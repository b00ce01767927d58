"""Subjects: what a rule counts. The programme laid out flat, with what is said of each subject.

A subject is asked by field name. What is said of a whole stage counts for its steps and touchpoints,
and what its steps say counts for the stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from cxaudit.fields import Said, Told, Wanted, any_text
from cxaudit.finding import Cited
from cxaudit.kept import by_identity
from cxaudit.model import Entry, Place
from cxaudit.rowfields import Columns, RowFields

SEPARATOR = " › "
_SILENT = Told({})


class Setting(Struct, frozen=True):
    """What subjects of one stage, map or persona table share.

    `group` names the map or persona table, `header` is the place of its labels and `lanes` the fields that they
    stand for; `within` is what a subject's id begins with.
    """

    kind: str
    group: str
    header: Place
    lanes: tuple[str, ...]
    within: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    after: bool = False


class Subject(Struct, frozen=True):
    """One subject of a rule.

    `path` are the names that lead to it inside its group; `layers` are what is said of it, nearest first.
    `number` counts the subjects of the same names.
    """

    setting: Setting
    path: tuple[str, ...]
    place: Place
    layers: tuple[Said, ...]
    text: str = ""
    number: int = 1

    @property
    def id(self) -> str:
        """Its name in every audit, whatever its cell; the second of the same name is `name (2)`."""
        name = SEPARATOR.join((*self.setting.within, *self.path))
        return name if self.number == 1 else f"{name} ({self.number})"

    @property
    def title(self) -> str:
        """Its name inside its group; the whole programme has none of its own."""
        return SEPARATOR.join(self.path) if self.path else f"the {self.setting.kind}"

    @property
    def group(self) -> str:
        return self.setting.group

    @property
    def header(self) -> Place:
        return self.setting.header

    @property
    def phases(self) -> tuple[str, ...]:
        return self.setting.phases

    @property
    def after(self) -> bool:
        """Whether it lies after the acquisition."""
        return self.setting.after

    def gives(self, fields: tuple[str, ...]) -> bool:
        """Whether any of the fields has a given entry."""
        for layer in self.layers:  # noqa: SIM110 (asked so often that a generator tells)
            if layer.gives(fields):
                return True
        return False

    def says(self, fields: tuple[str, ...]) -> tuple[Entry, ...]:
        """The given entries of any of the fields, from the nearest layer that gives one."""
        return tuple(self.says_each(fields))

    def says_each(self, fields: tuple[str, ...]) -> Iterator[Entry]:
        """The same one after the other."""
        return self.telling(fields).given(fields)

    def says_first(self, fields: tuple[str, ...], wanted: Wanted = any_text) -> Iterator[Entry]:
        """Of the same the first of each wanted text under each label."""
        return self.telling(fields).first_given(fields, wanted)

    def telling(self, fields: tuple[str, ...]) -> Said:
        """The nearest layer that gives one of the fields."""
        for layer in self.layers:
            if layer.gives(fields):
                return layer
        return _SILENT

    def blanks(self, fields: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries of the fields that are there and say nothing (empty cells, placeholders)."""
        return tuple(entry for layer in self.layers for entry in layer.blanks(fields))

    def has_lane(self, fields: tuple[str, ...]) -> bool:
        """Whether the sheet has a label for any of the fields, filled in or not."""
        return _has_lane(self.setting.lanes, fields)


@lru_cache(maxsize=4096)
def _has_lane(lanes: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """The subjects of a map share their labels, and rules ask for the same fields of each."""
    return any(lane == name or lane.startswith(name + ".") for lane in lanes for name in names)


def not_giving(found: tuple[Subject, ...], fields: tuple[str, ...]) -> list[Subject]:
    """The subjects that do not give any of the fields; rows of a table with a full column are passed over at once."""
    silent: list[Subject] = []
    for table, group in by_table(found):
        if table is None or not table.always_gives(fields):
            for rows in answering_alike(table, group, fields):
                silent += () if rows[0].gives(fields) else rows
    return silent


@by_identity(most=4)
def by_table(found: tuple[Subject, ...]) -> tuple[tuple[Columns | None, tuple[Subject, ...]], ...]:
    """The subjects in their order, those together that are rows of one table and stage, with the table's columns.

    What is said around such rows is said around all of them. Of subjects that are no rows there are no columns. Many
    rules ask that of the same subjects.
    """
    groups = groupby(found, lambda subject: (_table_of(subject), id(subject.setting)))
    return tuple((table, tuple(group)) for (table, _), group in groups)


def answering_alike(
    table: Columns | None, group: tuple[Subject, ...], fields: tuple[str, ...]
) -> Iterable[tuple[Subject, ...]]:
    """All of a group at once where its table has no column for any of the fields, so that only what is said around
    its rows can give them; else each subject by itself.
    """
    return (group,) if table is not None and not table.silent(fields) else ((subject,) for subject in group)


def _table_of(subject: Subject) -> Columns | None:
    layer = subject.layers[0] if subject.layers else None
    return layer.columns if isinstance(layer, RowFields) else None


def cite(found: Iterable[Entry]) -> tuple[Cited, ...]:
    """The cells of entries, each cell once."""
    cells: dict[Place, Cited] = {}
    for entry in found:
        cells.setdefault(entry.place, Cited(entry.place, entry.text))
    return tuple(cells.values())
