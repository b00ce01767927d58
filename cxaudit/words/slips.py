"""Slips of the pen: names found by texts with one letter too many, one too few, or one in the wrong place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from cxaudit.words.packing import Packed, joined, packed, parted, unpacked

T = TypeVar("T")
_END = 5  # letters; at one of its ends a text with one slip is still as it should be


class Slips(Generic[T]):
    """Names, each standing for something, by every form with a letter less: two texts that share one differ by a slip.

    Of two names with the same form the first counts.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._forms: dict[int, dict[str, tuple[int, T]]] = {}
        self._kept: dict[int, Packed[tuple[int, T]]] = {}
        for name, value in names:
            meant = (len(name), value)
            for form in (name, *(name[:at] + name[at + 1 :] for at in range(len(name)))):
                self._forms.setdefault(len(form), {}).setdefault(form, meant)
        forms = [form for of_length in self._forms.values() for form in of_length]
        self._beginnings = frozenset(form[:_END] for form in forms)
        self._ends = frozenset(form[-_END:] for form in forms)

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: the forms of each length by what they stand for."""
        for length in tuple(self._kept):
            self._of(length)
        forms = {length: packed(forms) for length, forms in self._forms.items()}
        return {"kept": forms, "beginnings": joined(self._beginnings), "ends": joined(self._ends)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._forms, self._kept = {}, state["kept"]
        self._beginnings, self._ends = parted(state["beginnings"]), parted(state["ends"])

    def _of(self, length: int) -> Mapping[str, tuple[int, T]]:
        """The forms of a length; those that were kept are made a table when they are first asked for."""
        if length in self._kept:
            self._forms[length] = unpacked(self._kept.pop(length))
        return self._forms.get(length, {})

    def find(self, text: str) -> T | None:
        """What a text stands for that is a name but for one slip; none for a text of fewer than five letters."""
        for form in self._possible(text):
            found = self._of(len(form)).get(form)
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
