"""The word lists as files: short enough lines to read and to compare, and no term twice in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

VOCABULARY = Path(__file__).parent.parent / "rules" / "vocabulary"
FILES = sorted(VOCABULARY.rglob("*.yaml"))
LONGEST_LINE = 130


def name(path: Path) -> str:
    return path.relative_to(VOCABULARY).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_line_of_a_word_list_is_too_long_to_read(path: Path) -> None:
    long = [n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > LONGEST_LINE]
    assert not long


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_list_names_a_term_twice(path: Path) -> None:
    twice = {
        f"{where}: {term}"
        for where, terms in lists(yaml.safe_load(path.read_text("utf-8")))
        for term, times in Counter(terms).items()
        if times > 1
    }
    assert not twice


def lists(node: object, where: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each list of texts in a file, with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from lists(value, f"{where}/{key}")
    elif isinstance(node, list):
        yield where, [str(item).casefold() for item in node]
