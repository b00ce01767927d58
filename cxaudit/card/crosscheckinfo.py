"""Cross-checks as the scorecard tells them."""

from __future__ import annotations

from cxaudit.card.ruleinfo import cell_info
from cxaudit.crosschecks import CrossCheck
from cxaudit.scorecard import CrossCheckInfo


def cross_check_info(found: CrossCheck) -> CrossCheckInfo:
    """One cross-check with its cells."""
    cells = tuple(cell_info(cited) for cited in found.cells)
    return CrossCheckInfo(id=found.id, title=found.title, message=found.message, mend=found.mend, cells=cells)
