"""Addresses of cells as spreadsheets show them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The A1 address of a cell counted from 1: (14, 4) is D14."""
    return f"{column_letters(column)}{row}"
