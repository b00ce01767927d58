"""What is said of a value that does not fit: the place, what is wrong, and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.errors import RuleFileError
from cxaudit.ruleset import Pack
from cxaudit.strictyaml import parse
from cxaudit.yamlfile import validate

LINES = {
    "schema": "cxaudit-pack/1",
    "id": "our-bank",
    "version": "1.0.0",
    "title": "Ours",
    "owner": "us",
    "levels": "{}",
}


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("schema", "", "1:1: 'schema' is missing from the file; write 'schema: cxaudit-pack/1'"),
        ("id", "Our Bank", "2:1: id: 'Our Bank' does not have the form that is needed; write small letters"),
        (
            "version",
            "'1.0'",
            "3:1: version: '1.0' does not have the form that is needed; write three numbers",
        ),
        (
            "version",
            "1.0",
            "3:1: version: '1.0' stands where a text (in quotes, where it looks like a number",
        ),
        ("title", "[a]", "4:1: title: a list stands where a text"),
        ("levels", "{4: high}", "6:10: 4: 'high' stands where a whole number is needed"),
        ("levels", "[4]", "6:1: levels: a list stands where keys with values, as in 'key: value' is needed"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_to_write(key: str, value: str, says: str) -> None:
    lines = {**LINES, key: value}
    text = "\n".join(f"{name}: {said}" for name, said in lines.items() if said)
    with pytest.raises(RuleFileError, match=r"^pack\.yaml:") as refused:
        validate(Pack, parse(text, Path("pack.yaml")))
    assert str(refused.value).startswith(f"pack.yaml:{says}")
