"""YAML files read strictly into plain data.

Only `true`, `false`, decimal numbers (of at most 18 digits) and `null` are typed; `no`, `12:30` and dates
stay text. Duplicate keys, aliases and tags are refused. Every complaint begins with `file:line:column`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from cxaudit.errors import RuleFileError
from cxaudit.yamlfile import Location, YamlFile

_ALIAS_SIGN = re.compile(r"(?:^|[\s\[{,])[&*][^\s,\]}]", re.MULTILINE)
_TEXT = "tag:yaml.org,2002:str"
_LARGEST = 2_000_000  # characters; people write some thousand
_DEEPEST = 50


SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quicker of the parsers that are there; some files ("is it?" unquoted in braces) only that one takes."""


class _StrictLoader(SAFE):  # type: ignore[misc,valid-type]
    """PyYAML's safe loader with the YAML 1.2 core types only."""


_DROPPED = {f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "timestamp")}
_StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _DROPPED]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]{0,17})$"), list("-+0123456789")
)
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


def load(path: Path) -> YamlFile:
    """Read one YAML file; raises RuleFileError with its place for anything but plain, strict YAML."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read(_LARGEST + 1)
    except UnicodeDecodeError:
        raise RuleFileError(f"{path}:1:1: the file is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise RuleFileError(f"{path}: cannot be read ({error.strerror or error})") from None
    if len(text) > _LARGEST:
        raise RuleFileError(f"{path}: the file is longer than {_LARGEST:,} characters; take out what does not belong")
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
    for event in yaml.parse(text, Loader=SAFE):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mark = event.start_mark
            spot = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
            raise RuleFileError(f"{path}:{spot}: anchors and aliases are not allowed; write the text out")


def _walk(node: yaml.Node, location: Location, result: YamlFile, loader: Any) -> Any:
    result.places[location] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if len(location) > _DEEPEST:
        raise result.complain(location, "lists and keys stand too deep in each other; write them out flat")
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
