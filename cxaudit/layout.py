"""What a layout is: a way people lay out a sheet, and what it makes of one region of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec import Struct

from cxaudit.grid import Area, Grid
from cxaudit.model import JourneyMap, Lane, Metric, Persona, Place, Practice
from cxaudit.vocabulary import Vocabulary


class Unread(Struct, frozen=True):
    """A cell that no reading explains, and why."""

    place: Place
    text: str
    reason: str


class Table(Struct, frozen=True):
    """What one layout makes of one region of a sheet.

    `kind` is journey, persona, metrics, touchpoints or practices. `confidence` from 0 to 1 says how
    sure the reading is; `explained` counts the cells that it accounts for, which decides between
    layouts that claim the same region.
    """

    kind: str
    layout: str
    region: Area
    confidence: float
    explained: int
    lanes: tuple[Lane, ...] = ()
    maps: tuple[JourneyMap, ...] = ()
    personas: tuple[Persona, ...] = ()
    metrics: tuple[Metric, ...] = ()
    practices: tuple[Practice, ...] = ()


class Claim(Struct, frozen=True):
    """Tables that a layout could make, not made yet: most claims are given up for a better one, and making costs.

    `kinds` are those that its tables may be of, `confidence` and `explained` the most that any of them can have.
    Each of them holds a cell of the `ground`, so that there is none where other tables take in all of it. Claims to
    parts of the ground can be made of it too.
    """

    kinds: tuple[str, ...]
    ground: tuple[Area, ...]
    confidence: float
    explained: int
    make: Callable[[], Iterable[Table | Claim]]


class Reading(Struct, frozen=True):
    """How one sheet was read: its tables, and what no table explains.

    `kind` and `layout` are those of the table that explains most; `other` where there is none.
    """

    workbook: str
    sheet: str
    hidden: bool
    kind: str
    layout: str
    confidence: float
    tables: tuple[Table, ...] = ()
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()


class Layout(Protocol):
    """One module of `cxaudit.layouts`: a `NAME` and a `read` that yields the tables it can see, or claims to them."""

    NAME: str

    def read(self, grid: Grid, vocabulary: Vocabulary) -> Iterable[Table | Claim]: ...
