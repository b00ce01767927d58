"""An answer of the self-assessment, as the scorecard tells it."""

from __future__ import annotations

from cxaudit.pieces.piece import Piece


class AnswerInfo(Piece, frozen=True, kw_only=True):
    """Who claimed what, when, and by which evidence or reason.

    `answer` counts 1 to 4; `agreed` marks the answer that several people settled on, which holds over all others.
    """

    by: str
    on: str
    answer: int
    says: str
    evidence: str = ""
    agreed: bool = False
