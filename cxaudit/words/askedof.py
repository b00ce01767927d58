"""A label that asks about somebody by name asks the same as one that says "they": "What Aaron does"."""

from __future__ import annotations

from collections.abc import Callable, Collection

from cxaudit.pattern import pattern
from cxaudit.words.labeltext import fold
from cxaudit.words.smallwords import PERSON

_OF_SOMEBODY = pattern(r"^(\w+)\s+([^\W\d_][^\W\d_]+)\s+(\w.*)$")


def asked_of_them(label: str, given_names: Callable[[], Collection[str]], asks: Callable[[str], bool]) -> str:
    """The label with a word for anybody in place of a given name behind its first word; empty where there is none.

    Behind a word that `asks` all others may be capital too ("What Aaron Does"). Names of companies and
    products are no given names: what those do is no doing of a customer.
    """
    found = _OF_SOMEBODY.match(label.strip())
    if not found or not found[2][0].isupper() or fold(found[2]) not in given_names():
        return ""
    if not found[3][0].islower() and not asks(found[1]):
        return ""
    return f"{found[1]} {PERSON} {found[3]}"
