"""Slips of the pen: names found by texts with one letter too many, one too few, or one in the wrong place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_END = 5  # letters; at one of its ends a text with one slip is still as it should be


class Slips(Generic[T]):
    """Names, each standing for something, by every form with a letter less: two texts that share one differ by a slip.

    Of two names with the same form the first counts.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._forms: dict[str, tuple[int, T]] = {}
        for name, value in names:
            meant = (len(name), value)
            for form in (name, *(name[:at] + name[at + 1 :] for at in range(len(name)))):
                self._forms.setdefault(form, meant)
        self._beginnings = frozenset(form[:_END] for form in self._forms)
        self._ends = frozenset(form[-_END:] for form in self._forms)

    def find(self, text: str) -> T | None:
        """What a text stands for that is a name but for one slip; none for a text of fewer than five letters."""
        for form in self._possible(text):
            found = self._forms.get(form)
            if found is not None and abs(found[0] - len(text)) <= 1:
                return found[1]
        return None

    def _possible(self, text: str) -> Iterator[str]:
        """The text, and with one letter less, as far as its ends are those of a name: most texts have none such."""
        length = len(text)
        if length < _END:
            return
        begins, ends = text[:_END] in self._beginnings, text[-_END:] in self._ends
        if begins:
            yield text
        if ends or length <= 2 * _END:
            for at in range(min(_END, length)):
                if ends or at >= length - _END:
                    yield text[:at] + text[at + 1 :]
        if begins:
            for at in range(_END, length):
                yield text[:at] + text[at + 1 :]
