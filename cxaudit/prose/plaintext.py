"""Client text made safe to look at: what would steer a terminal or turn the line around is shown, not obeyed."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # emoji and some scripts are written with them
_FOLDED = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2026": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u00b7": "-",
        "\u2022": "-",
        "\u2192": "->",
        "\u00d7": "x",
        "\u2265": ">=",
        "\u2264": "<=",
        "\u203a": ">",
    }
)


def one_line(text: str, unicode: bool = True) -> str:
    """A text on one line, with every control, bidirectional or invisible character shown by a sign of its own.

    Line breaks become " / ". Without `unicode` the signs are code points ("<U+001B>") and dashes, quotes
    and arrows are folded to ASCII; letters stay as they are.
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    line = " / ".join(line for line in lines if line)
    shown = line if line.isprintable() else "".join(_shown(character, unicode) for character in line)
    return shown if unicode else shown.translate(_FOLDED)


def shortened(text: str, longest: int, unicode: bool = True) -> str:
    """A text on one line of at most `longest` characters, cut at a word with an ellipsis."""
    line = one_line(text, unicode)
    if len(line) <= longest:
        return line
    mark = "\u2026" if unicode else "..."
    cut = line[: longest - len(mark)]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > len(cut) * 2 // 3 else cut).rstrip(" ,;:") + mark


def _shown(character: str, unicode: bool) -> str:
    category = unicodedata.category(character)
    if category not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or character in _JOINERS:
        return character
    code = ord(character)
    if unicode and code < 0x20:
        return chr(0x2400 + code)
    if unicode and code == 0x7F:
        return "\u2421"
    if code == 0xAD:
        return ""
    return f"<U+{code:04X}>"
