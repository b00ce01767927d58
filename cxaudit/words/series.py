"""Whether texts count on from one to the next: "1. …, 2. …", "A) …, B) …", "II. …, III. …", "Act 1, Act 2"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cxaudit.pattern import pattern
from cxaudit.words.labeltext import fold

_DIGITS = pattern(
    r"^[^\w]*(\d{1,2})(?!\d)(?![.,]?\d*\s*(?:%|€|\$|£))[A-Za-z]?(?:\ufe0f?\u20e3|\s*[.)．:：\-–—|/]|\s|$)"
)
_CIRCLED = pattern(r"^\W*([①-⑳])")
_LETTER = pattern(r"^[^\w]*([A-Za-z])\s*[.):\-–—|]\s*\S")
_ROMAN = pattern(r"^[^\w]*([IVX]{1,5}|[ivx]{1,5})\s*[.):\-–—|]?\s+\S|^[^\w]*([IVX]{1,5})$")
_WORDED = pattern(
    r"^[^\w]*((?:[^\W\d_]{2,}\s+)?[^\W\d_]{2,})\s*[#№]?\s*(\d{1,2}(?!\d)|[IVX]{1,5}|[A-Z])(?:\s*[.):\-–—|]|\s*$)"
)
_VALUES = {"I": 1, "V": 5, "X": 10}
_LEAST, _SHARE, _FIRST = 2, 0.7, 2
_ZERO = -1
"""What a text counts that begins with nought, as first ones do: no number at all is 0."""


def counts_on(texts: Sequence[str]) -> bool:
    """Whether nearly all of the texts begin with a number, a letter or a numeral, each higher than the one before."""
    least = max(_LEAST, _SHARE * len(texts))
    for numbers in _read(texts):
        told = [number for number in numbers if number]
        if len(told) >= least and told[0] <= _FIRST and all(after > before for before, after in pairwise(told)):
            return True
    return False


def falls_back(texts: Sequence[str]) -> bool:
    """Whether several texts all begin with a number, one of them lower than that before and not one, as anew."""
    numbers = [_digits(text) for text in texts]
    return len(numbers) > _LEAST and all(numbers) and any(1 < after < before for before, after in pairwise(numbers))


def span(texts: Sequence[str]) -> tuple[int, int]:
    """The first and the last number of texts that all count upward, whatever the first is; zeros for others."""
    for numbers in _read(texts):
        if len(numbers) >= _LEAST and all(numbers) and all(after > before for before, after in pairwise(numbers)):
            return numbers[0], numbers[-1]
    return 0, 0


def counted(texts: Iterable[str]) -> list[int]:
    """The places of the texts that count through together from the first on, the longest such series."""
    found: list[int] = []
    for numbers in _read(tuple(texts)):
        series: list[int] = []
        last = 0
        for place, number in enumerate(numbers):
            if number == _ZERO and not last:
                series = [place]
            elif number > 0 and (number == last + 1 or (last and number == last + 2)):
                series.append(place)
                last = number
        found = max(found, series, key=len)
    return found


def parts(texts: Sequence[str]) -> list[range]:
    """The places of the texts, parted where they begin to count from one again."""
    if not texts:
        return []
    numbers = max(_read(texts), key=lambda read: sum(map(bool, read)))
    begins = [n for n in range(1, len(numbers)) if _begins_anew(numbers, n)]
    return [range(first, last) for first, last in pairwise((0, *begins, len(texts)))]


def _begins_anew(numbers: Sequence[int], place: int) -> bool:
    first = numbers[place] == _ZERO or (numbers[place] == 1 and numbers[place - 1] != _ZERO)
    return first and max(numbers[:place]) > 1


def _read(texts: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of all texts, one list for each way of counting; 0 where a text has none."""
    for read in (_digits, _roman, _letter):
        yield [read(text) for text in texts]
    worded = [_worded(text) for text in texts]
    for word in dict.fromkeys(word for word, _ in worded if word):
        yield [number if own == word else 0 for own, number in worded]


def _digits(text: str) -> int:
    circled = _CIRCLED.match(text)
    if circled:
        return ord(circled.group(1)) - ord("①") + 1
    found = _DIGITS.match(text)
    return (int(found.group(1)) or _ZERO) if found else 0


def _letter(text: str) -> int:
    found = _LETTER.match(text)
    return ord(found.group(1).upper()) - ord("A") + 1 if found else 0


def _roman(text: str) -> int:
    found = _ROMAN.match(text)
    return _value(found.group(1) or found.group(2)) if found else 0


def _worded(text: str) -> tuple[str, int]:
    """The word before a number, and the number: "Act 2: …"."""
    found = _WORDED.match(text)
    if not found:
        return "", 0
    sign = found.group(2)
    number = int(sign) or _ZERO if sign.isdigit() else _value(sign) or ord(sign) - ord("A") + 1
    return fold(found.group(1)), number


def _value(numeral: str) -> int:
    """A Roman numeral up to XX as a number; 0 where it is none."""
    total = 0
    signs = [_VALUES.get(sign.upper(), 0) for sign in numeral]
    if not all(signs):
        return 0
    for this, following in zip(signs, [*signs[1:], 0], strict=True):
        total += -this if this < following else this
    return total
