"""Lists kept on disk that come back in the order of their keys: a million things take as much memory as ten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

import msgspec

from cxaudit.errors import UsageError
from cxaudit.pieces.piece import Piece

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
P = TypeVar("P", bound=Piece)
Key = tuple[float, float, str]
"""What a shelf is ordered by: two numbers, then a text by its code points."""

_TABLE = """CREATE TABLE shelf (first REAL, second REAL, folded TEXT, text TEXT, number INTEGER, body TEXT,
PRIMARY KEY (first, second, folded, text, number)) WITHOUT ROWID"""
_PUT = "INSERT INTO shelf VALUES (?, ?, ?, ?, ?, ?)"
_ALL = "SELECT body FROM shelf ORDER BY first, second, folded, text, number"


class Many(Protocol[T_co]):
    """Things that can be counted, and gone through as often as is wanted."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[T_co]: ...


class Shelf(Generic[T]):
    """Things in the order of their keys: by the numbers, then by the text whatever the case of its letters.

    Things with the same key stay as they were put. They lie in a temporary file that is gone with the shelf.
    """

    def __init__(self, write: Callable[[T], str], read: Callable[[str], T]) -> None:
        self._write = write
        self._read = read
        self._count = 0
        self._disk = on_disk()
        self._disk.execute(_TABLE)

    def put(self, key: Key, thing: T) -> None:
        """Adds a thing; raises UsageError where the disk for temporary files is full."""
        first, second, text = key
        try:
            self._disk.execute(_PUT, (first, second, text.casefold(), text, self._count, self._write(thing)))
        except sqlite3.OperationalError as error:
            raise UsageError(
                f"The folder for temporary files does not take the results ({error}); make room on that disk"
            ) from None
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        for (body,) in self._disk.execute(_ALL):
            yield self._read(body)


def shelf_of(kind: type[P]) -> Shelf[P]:
    """An empty shelf for pieces of one kind."""
    return Shelf(lambda piece: msgspec.json.encode(piece).decode(), msgspec.json.Decoder(kind).decode)


def shelf_of_names() -> Shelf[str]:
    return Shelf(str, str)


def on_disk() -> sqlite3.Connection:
    """A database of its own in a temporary file, which is gone when it is closed; little of it is in memory."""
    disk = sqlite3.connect("", isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", "cache_size = -256"):
        disk.execute(f"PRAGMA {setting}")
    return disk
