"""What goes with --redact: a scorecard by itself, in which nothing of an earlier one shows through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement
    from cxaudit.rulefiles import Rules
    from cxaudit.scorecard import Scorecard
    from cxaudit.session import Opened


def check_alone(previous: Path | None, outputs: Sequence[Path]) -> None:
    """Refuse to carry on from an earlier scorecard: what people typed there is not masked, nor may it be lost."""
    if previous is not None:
        raise UsageError("--redact shows one audit by itself, so it does not go with --previous; leave one of them out")
    for target in outputs:
        if target.suffix.lower() == ".xlsx" and target.exists():
            raise UsageError(
                f"{target}: a scorecard with --redact does not carry on what was typed into an earlier one; "
                "write it to a new file"
            )


def redact_scorecard(scorecard: Scorecard, opened: Opened, rules: Rules, engagement: Engagement | None) -> Scorecard:
    """The scorecard with names, addresses, numbers and quotes masked."""
    from cxaudit.redact.documents import redacted
    from cxaudit.session import mask_of

    return redacted(scorecard, mask_of(opened, rules, engagement))
