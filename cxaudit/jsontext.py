"""JSON as it may be shown: no sign in it steers a terminal or turns the direction of writing."""

from __future__ import annotations

import json

from cxaudit.pattern import pattern

# json.dumps leaves these as they are: DEL, the second set of control characters, marks of direction.
_STEERING = pattern("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def json_text(value: object) -> str:
    """The JSON of plain values, indented, with every sign that steers as its number (`\\u009b`)."""
    written = json.dumps(value, ensure_ascii=False, indent=1)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
