"""The words that tell what a map as a whole is of, asked for in names of stages and other texts."""

from __future__ import annotations

from cxaudit.model import Stage
from cxaudit.vocabulary import Vocabulary

FRAMES = "map-frames"


def groups_in(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The groups of frame words that a text speaks of."""
    return frozenset(vocabulary.words(FRAMES).find_groups(text))


def groups_of(stage: Stage, vocabulary: Vocabulary) -> frozenset[str]:
    """Those that the name of a stage speaks of."""
    return groups_in(stage.name.text, vocabulary)
