"""YAML files as plain data, read strictly, with the line and column of everything in them.

Only `true`, `false`, decimal numbers and `null` are typed; `no`, `12:30` and dates stay text. Duplicate
keys, aliases and tags are refused. Every complaint begins with `file:line:column`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from msgspec import Struct, field

from cxaudit.errors import RuleFileError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from cxaudit.part import Part

    M = TypeVar("M", bound=Part)

Location = tuple[str | int, ...]
_NAMES_SHOWN = 24
_ALIAS_SIGN = re.compile(r"(?:^|[\s\[{,])[&*][^\s,\]}]", re.MULTILINE)
_TEXT = "tag:yaml.org,2002:str"


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's safe loader with the YAML 1.2 core types only."""


_DROPPED = {f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "timestamp")}
_StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _DROPPED]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
)
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


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
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return "known are: " + ", ".join(names[:_NAMES_SHOWN]) + more


def load(path: Path) -> YamlFile:
    """Read one YAML file; raises RuleFileError with its place for anything but plain, strict YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RuleFileError(f"{path}:1:1: the file is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise RuleFileError(f"{path}: cannot be read ({error.strerror or error})") from None
    return parse(text, path)


@lru_cache(maxsize=512)  # the core pack's files are asked for again by every further audit of a process
def parse(text: str, path: Path) -> YamlFile:
    """The same for text that is already in hand; `path` only names it in complaints. Not to be changed."""
    result = YamlFile(path)
    loader = _StrictLoader(text)
    try:
        _refuse_aliases(text, path)
        node = loader.get_single_node()
        result.data = _walk(node, (), result, loader) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        spot = f":{mark.line + 1}:{mark.column + 1}" if mark else ":1:1"
        raise RuleFileError(f"{path}{spot}: not readable as YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise RuleFileError(f"{path}:1:1: not readable as YAML: {error}") from None
    finally:
        loader.dispose()
    return result


def _refuse_aliases(text: str, path: Path) -> None:
    if not _ALIAS_SIGN.search(text):
        return
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mark = event.start_mark
            spot = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
            raise RuleFileError(f"{path}:{spot}: anchors and aliases are not allowed; write the text out")


def _walk(node: yaml.Node, location: Location, result: YamlFile, loader: Any) -> Any:
    result.places[location] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _walk_mapping(node, location, result, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_walk(child, (*location, index), result, loader) for index, child in enumerate(node.value)]
    return node.value if node.tag == _TEXT else loader.construct_object(node)


def _walk_mapping(node: yaml.MappingNode, location: Location, result: YamlFile, loader: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if key_node.tag == _TEXT else str(loader.construct_object(key_node))
        spot = (*location, key)
        here = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key in data:
            raise RuleFileError(f"{result.path}:{here[0]}:{here[1]}: the key '{key}' stands here twice")
        data[key] = _walk(value_node, spot, result, loader)
        result.places[spot] = here
    return data


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
    from cxaudit.entering import keys_at

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
        return known, f"'{location[-1]}' is missing from {name}"
    return known, f"{name}: {first['msg'].removeprefix('Value error, ')}"
