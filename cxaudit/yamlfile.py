"""What a YAML file holds, with the line and column of everything in it, and what is said where it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, field

from cxaudit.errors import RuleFileError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from cxaudit.part import Part

    M = TypeVar("M", bound=Part)

Location = tuple[str | int, ...]
_NAMES_SHOWN = 24


class YamlFile(Struct):
    """A parsed file: its plain data, and where each part of it stands (line and column from 1)."""

    path: Path
    data: Any = None
    places: dict[Location, tuple[int, int]] = field(default_factory=dict)

    def where(self, location: Location) -> str:
        """`file:line:column` of a part, or of the nearest part around it that the file has."""
        for length in range(len(location), -1, -1):
            if location[:length] in self.places:
                line, column = self.places[location[:length]]
                return f"{self.path}:{line}:{column}"
        return f"{self.path}:1:1"

    def complain(self, location: Location, sentence: str) -> RuleFileError:
        return RuleFileError(f"{self.where(location)}: {sentence}")


def nearest(word: str, known: Iterable[str]) -> str:
    """A "did you mean" for a misspelt word, or the known words (the first of them) where none is near."""
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return "known are: " + ", ".join(names[:_NAMES_SHOWN]) + more


def validate(kind: type[M], file: YamlFile, at: Location = (), data: Any = None) -> M:
    """The file's data (or the part of it at `at`, or `data` made from that part) as a part.

    Raises RuleFileError with the place, what is wrong, and the nearest right word.
    """
    from pydantic import ValidationError

    from cxaudit.entering import entered

    if data is None:
        data = file.data
        for key in at:
            data = data[key]
    try:
        return entered(kind, data)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        first = next(
            (one for one in wrong if one["type"] == "extra_forbidden"), wrong[0]
        )  # a misspelt key, not a lost one
        raise file.complain(*_sentence(first, file, at, kind)) from None


def mistakes(kind: type[Part], file: YamlFile) -> tuple[tuple[Location, str], ...]:
    """Every place at which the file's data do not fit a part, with a sentence; none where they do."""
    from pydantic import ValidationError

    from cxaudit.entering import entered

    try:
        entered(kind, file.data)
    except ValidationError as error:
        return tuple(_sentence(one, file, (), kind) for one in error.errors(include_url=False))
    return ()


def _sentence(first: ErrorDetails, file: YamlFile, at: Location, kind: type[Part]) -> tuple[Location, str]:
    from cxaudit.entering import keys_at, only_value
    from cxaudit.faults import said

    location = tuple(part for part in (*at, *first["loc"]))
    known: Location = ()
    for part in location:  # pydantic puts union tags between the keys of the file
        if (*known, part) in file.places:
            known = (*known, part)
    name = next((part for part in reversed(known) if isinstance(part, str)), "the file")
    fault, context = first["type"], first.get("ctx", {})
    if fault == "extra_forbidden":
        word = str(location[-1])
        where = next((f"'{part}'" for part in reversed(known[:-1]) if isinstance(part, str)), "the file")
        return known, f"unknown key '{word}' in {where}; {nearest(word, keys_at(kind, first['loc'][:-1]))}"
    if fault == "union_tag_invalid":
        tags = re.findall(r"'([^']+)'", str(context.get("expected_tags", "")))
        return known, f"{name}: unknown kind '{context.get('tag')}'; {nearest(str(context.get('tag')), tags)}"
    if fault in {"literal_error", "enum"}:
        tags = re.findall(r"'([^']+)'", str(context.get("expected", "")))
        return known, f"{name}: '{first['input']}' is not known here; {nearest(str(first['input']), tags)}"
    if fault == "missing":
        only = only_value(kind, first["loc"])
        wanted = f"; write '{location[-1]}: {only}'" if only else ""
        return known, f"'{location[-1]}' is missing from {name}{wanted}"
    return known, f"{name}: {said(first)}"
