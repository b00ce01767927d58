"""Lines added to a list of an engagement file; every other character of the file stays as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import yaml
from msgspec import Struct

from cxaudit.errors import RuleFileError, UsageError
from cxaudit.strictyaml import SAFE, parse


class Item(Struct, frozen=True):
    """One item of a list as one line of YAML, and a remark behind it (empty for none)."""

    yaml: str
    remark: str = ""

    @property
    def line(self) -> str:
        return f"{self.yaml}   # {self.remark}" if self.remark else self.yaml


def with_items(text: str, key: str, items: Sequence[Item], path: Path) -> str:
    """The text of a YAML file with more items at the end of the list that a key holds.

    The list is added to the file where it has none. Raises UsageError where the list is written in a way that
    cannot be added to without changing something else.
    """
    if not items:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    added = _added(text, key, items, newline)
    if not _holds(text, added, key, items, path):
        raise UsageError(f"{path}: nothing could be added to '{key}'; write it as a list with one '- ' line an item")
    return added


def _added(text: str, key: str, items: Sequence[Item], newline: str) -> str:
    node = _value(text, key)
    if node is None:
        body = text if not text or text.endswith("\n") else text + newline
        return body + newline.join([f"{key}:", *(f"  - {item.line}" for item in items)]) + newline
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        lead = " " * node.start_mark.column
        return _inserted(text, _end(text, node.end_mark.index), [f"{lead}- {item.line}" for item in items], newline)
    if isinstance(node, yaml.SequenceNode):
        before = text[: node.end_mark.index - 1].rstrip()
        comma = "" if before.endswith(("[", ",")) else ", "
        return f"{before}{comma}{', '.join(item.yaml for item in items)}{text[node.end_mark.index - 1 :]}"
    at = text.find("\n", node.start_mark.index)
    return _inserted(text, at + 1 if at >= 0 else len(text), [f"  - {item.line}" for item in items], newline)


def _value(text: str, key: str) -> yaml.Node | None:
    root = yaml.compose(text, Loader=SAFE)
    if not isinstance(root, yaml.MappingNode):
        return None
    return next((cast("yaml.Node", value) for name, value in root.value if name.value == key), None)


def _end(text: str, index: int) -> int:
    """Where a block ends that a parser sees end at `index`: remarks and blank lines below it belong to what follows."""
    lines = text[:index].splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        if lines[-1].strip():
            return index
        lines.pop()
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return sum(map(len, lines))


def _inserted(text: str, at: int, lines: Sequence[str], newline: str) -> str:
    before = text[:at]
    gap = newline if before and not before.endswith("\n") else ""
    return f"{before}{gap}{newline.join(lines)}{newline}{text[at:]}"


def _holds(text: str, added: str, key: str, items: Sequence[Item], path: Path) -> bool:
    """Whether the new text says what the old one said, with the items at the end of the list, and nothing else."""
    old = parse(text, path).data or {}
    more = [parse(item.yaml, path).data for item in items]
    try:
        new = parse(added, path).data
    except RuleFileError:
        return False
    there = old.get(key) or []
    return isinstance(there, list) and bool(new == {**old, key: [*there, *more]})
