"""How many columns a text takes in a terminal: one a letter, and for wide letters and joined signs what rich knows."""

from __future__ import annotations

_RANGES = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x2500, 0x25FC))
_NARROW = frozenset(
    (*(chr(code) for first, last in _RANGES for code in range(first, last + 1)), *"\u2010\u2013\u2014‘’“”•…‹›€")
)


def width_of(text: str) -> int:
    """The columns that a text of one line takes."""
    if _NARROW.issuperset(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def beginning(text: str, width: int) -> str:
    """The beginning of a longer text that fills so many columns; half a wide letter becomes a blank."""
    if _NARROW.issuperset(text):
        return text[:width]
    from rich.cells import set_cell_size

    return set_cell_size(text, width)


def chopped(text: str, width: int) -> list[str]:
    """A long word in pieces that fit into so many columns."""
    if _NARROW.issuperset(text):
        return [text[at : at + width] for at in range(0, len(text), width)]
    from rich.cells import chop_cells

    return chop_cells(text, width)
