"""Stages whose phase is told for good: by a phase's own name, or because somebody has laid it down."""

from __future__ import annotations

from cxaudit.model import PHASES, Stage
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold


def named_for_good(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether a stage bears the name of a phase, or somebody has laid its phase down."""
    return vocabulary.phases_laid_down(stage.name.text) or fold(bare(stage.name.text)) in PHASES
