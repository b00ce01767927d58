"""Rules compiled once: what was read from rule files is kept in the user's own cache folder and found again by digest.

Nothing here can fail an audit: what is missing, damaged, old or not the user's own is built anew. A kept file
can only bring back cxaudit's own data classes, never run code. `CXAUDIT_NO_CACHE=1` turns it off.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from cxaudit import cachefolder, compiled
from cxaudit.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

OFF = "CXAUDIT_NO_CACHE"
_CODE = (".", "assess", "checks", "words")
_MOST_FILES = 120


class RuleCache:
    """What was compiled from the rule files of some folders; `folder` is none where nothing can be kept."""

    def __init__(self, key: str, folder: Path | None) -> None:
        self._key = key
        self._folder = folder

    def get(self, part: str, build: Callable[[], T]) -> T:
        """A part as it was kept, else built and kept; whatever `build` raises is raised."""
        if self._folder is None:
            return build()
        name = hashlib.sha256(f"{self._key} {part}".encode()).hexdigest() + ".rules"
        kept: T | None = compiled.unpacked(cachefolder.read(self._folder / name))
        if kept is not None:
            return kept
        built = build()
        with contextlib.suppress(OSError):
            cachefolder.write(self._folder / name, compiled.packed(built), _MOST_FILES)
        return built


NO_CACHE = RuleCache("", None)


def cache_of(homes: Iterable[Path]) -> RuleCache:
    """The cache for the rule packs in these folders; one that keeps nothing where it is off or a folder is odd."""
    if os.environ.get(OFF, "") not in {"", "0"}:
        return NO_CACHE
    try:
        key = hashlib.sha256(_STATE.encode())
        for home in homes:
            key.update(f"\0{home}\0".encode())
            _add_files(home, home, key.update)
        folder = cachefolder.own_folder()
    except (OSError, ValueError):
        return NO_CACHE
    return RuleCache(key.hexdigest(), folder)


def _add_files(folder: Path, home: Path, add: Callable[[bytes], object]) -> None:
    """The name and bytes of every rule file below a folder; raises ValueError for what is no plain file.

    Links and pipes are left to those who read with care.
    """
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
            raise ValueError(entry.path)
        if entry.is_dir():
            _add_files(Path(entry.path), home, add)
        elif entry.name.endswith(".yaml"):
            with open(entry.path, "rb") as file:
                text = file.read()
            add(f"\0{entry.path} {len(text)}\0".encode())
            add(text)


def _code_state() -> str:
    """The modules that make the rules, as they stand on the disk."""
    package = Path(__file__).parent
    entries = (entry for part in _CODE for entry in os.scandir(package / part) if entry.name.endswith(".py"))
    return str(sorted((entry.path, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in entries))


# Told when the modules are loaded: a long process must not keep what old code made under the state of new code.
_STATE = f"{VERSION} {sys.version} {_code_state()}"
