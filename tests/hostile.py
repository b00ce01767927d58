"""Makes the hostile files: `python tests/hostile.py FOLDER` writes one of every kind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hostile_containers
import hostile_sheets
import hostile_strangers
from hostile_kind import Hostile

KINDS: tuple[Hostile, ...] = (*hostile_containers.KINDS, *hostile_sheets.KINDS, *hostile_strangers.KINDS)


def write_all(folder: Path) -> None:
    """One file of every kind, and a pipe where the system has them."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / kind.name).write_bytes(kind.make())
    if hasattr(os, "mkfifo") and not (folder / "pipe.xlsx").exists():
        os.mkfifo(folder / "pipe.xlsx")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
