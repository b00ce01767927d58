"""Two rows of parts laid side by side: those of the same name are the same, and those alike in one place may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cxaudit.comparison.structure import NamedPart, folded

LEAST_ALIKE = 0.5
"""The share of common traits from which two parts of different names may be the same."""


def paired(before: Sequence[NamedPart], after: Sequence[NamedPart]) -> Iterator[tuple[NamedPart, NamedPart]]:
    """Each earlier part with its later one, where it has one; no part has two."""
    names = [[folded(part.name) for part in side] for side in (before, after)]
    known = {folded(part.name): part for part in reversed(after)}
    yield from ((part, known[name]) for part, name in zip(before, names[0], strict=True) if name in known)
    for tag, i, j, k, m in SequenceMatcher(None, names[0], names[1], autojunk=False).get_opcodes():
        if tag == "replace":
            gone = [part for part in before[i:j] if folded(part.name) not in names[1]]
            come = [part for part in after[k:m] if folded(part.name) not in names[0]]
            yield from _most_alike(gone, come)


def regrouped(before: Sequence[NamedPart], after: Sequence[NamedPart]) -> Iterator[tuple[NamedPart, NamedPart]]:
    """The workbooks that nothing was paired with yet, the most alike first: files are in the order of their names."""
    ranked = sorted(
        ((_alike(old, new), -i, -j) for i, old in enumerate(before) for j, new in enumerate(after)), reverse=True
    )
    taken: set[tuple[str, int]] = set()
    for (alike, _), i, j in ranked:
        places = {("old", i), ("new", j)}
        if alike >= LEAST_ALIKE and not places & taken:
            taken |= places
            yield before[-i], after[-j]


def _most_alike(gone: Sequence[NamedPart], come: Sequence[NamedPart]) -> Iterator[tuple[NamedPart, NamedPart]]:
    """Pairs in the order of both rows; each part leaves as many places free as there are parts behind it."""
    first = 0
    for number, part in enumerate(gone, start=1):
        behind = max(first + 1, len(come) - (len(gone) - number))
        choices = [(_alike(part, come[place]), -place) for place in range(first, min(behind, len(come)))]
        if choices and max(choices)[0][0] >= LEAST_ALIKE:
            place = -max(choices)[1]
            yield part, come[place]
            first = place + 1


def _alike(one: NamedPart, other: NamedPart) -> tuple[float, float]:
    """How alike two parts are, 0 to 1: by their traits, and by their names where these tie.

    A part without traits may be any other.
    """
    names = SequenceMatcher(None, folded(one.name), folded(other.name), autojunk=False).ratio()
    if not one.traits or not other.traits:
        return LEAST_ALIKE, names
    return len(one.traits & other.traits) / len(one.traits | other.traits), names
