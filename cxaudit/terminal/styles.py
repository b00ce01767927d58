"""Styles in words ("bold red", "not bold dim") and the terminal's codes for them; the later word counts."""

from __future__ import annotations

from functools import lru_cache

_LETTERING = {"bold": "1", "dim": "2", "italic": "3"}
_COLOURS = {"red": "31", "green": "32", "yellow": "33", "cyan": "36", "bright_green": "92"}


def coloured(text: str, style: str) -> str:
    """A text between the codes of its style."""
    codes = _codes(style)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text


@lru_cache(maxsize=256)
def _codes(style: str) -> str:
    lettering: dict[str, bool] = {}
    colour, words = "", iter(style.split())
    for word in words:
        if word == "not":
            lettering[next(words)] = False
        elif word in _COLOURS:
            colour = word
        else:
            lettering[word] = True
    codes = [code for name, code in _LETTERING.items() if lettering.get(name)]
    return ";".join([*codes, _COLOURS[colour]] if colour else codes)
