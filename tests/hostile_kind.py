"""What a hostile file is: its bytes and what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that is to be refused with a sentence that holds `refused`, or read with `noted` among its remarks.

    Where both are empty the file is to be read without a remark.
    """

    name: str
    make: Callable[[], bytes]
    refused: str = ""
    noted: str = ""
