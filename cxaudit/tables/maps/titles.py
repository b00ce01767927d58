"""What the title of a map says of how much it covers: a beginning alone, what it leads to, or each day's work."""

from __future__ import annotations

from cxaudit.tables.maps.framewords import FRAMES
from cxaudit.vocabulary import Vocabulary

_BEGINS, _REACHES_ON, _EACH_DAY = "beginning", "reaches_on", "each_day"


def is_of_beginning(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title is of nothing but a beginning."""
    return _says(_BEGINS, title, vocabulary) and not reaches_on(title, vocabulary)


def reaches_on(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title names a beginning only as where the map sets out: "Onboarding to first sale"."""
    return _says(_REACHES_ON, title, vocabulary)


def is_of_each_day(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title counts the cases of a day: "90 reports a day" are somebody's work, whatever is reported."""
    return _says(_EACH_DAY, title, vocabulary)


def _says(group: str, title: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.words(FRAMES).find_in(group, title))
