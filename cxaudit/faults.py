"""What is wrong with one value of a file, said for people who do not program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxaudit.forms import SAID

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_LONGEST = 80
_WANTED = {
    "string_type": "a text (in quotes, where it looks like a number or a day)",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list, with '- ' before each of its lines or in [ ]",
    "tuple_type": "a list, with '- ' before each of its lines or in [ ]",
    "dict_type": "keys with values, as in 'key: value'",
    "model_type": "keys with values, as in 'key: value'",
    "date_type": "a day, such as 2026-11-22",
    "date_parsing": "a day, such as 2026-11-22",
    "date_from_datetime_parsing": "a day, such as 2026-11-22",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}


def said(fault: ErrorDetails) -> str:
    """What the value is to be, and what it is; pydantic's own words where there are none of ours."""
    kind, context = fault["type"], fault.get("ctx", {})
    form = SAID.get(str(context.get("pattern", "")))
    if form:
        return f"'{fault['input']}' does not have the form that is needed; write {form}"
    if kind in _WANTED:
        return f"{_shown(fault['input'])} stands where {_WANTED[kind]} is needed"
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return f"{_shown(fault['input'])} is out of range; it is to be {words} {context.get(bound)}"
    return fault["msg"].removeprefix("Value error, ")


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"'{text}'" if len(text) <= _LONGEST else f"'{text[: _LONGEST - 1]}…'"
