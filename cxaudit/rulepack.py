"""A rule pack ready for use, and where the core pack lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from cxaudit.errors import RuleFileError

if TYPE_CHECKING:
    from cxaudit.assess.question import Question
    from cxaudit.fullness import Fullness
    from cxaudit.ruleset import CrossChecks, Ruleset
    from cxaudit.vocabulary import Vocabulary


class Rules(Struct, frozen=True):
    """A rule pack ready for use: its rules, what it reads and judges with, and what it asks.

    `unasked` are rules with a question that the pack turned off: an old answer to them is no mistake.
    """

    ruleset: Ruleset
    vocabulary: Vocabulary
    fullness: Fullness
    cross_checks: CrossChecks
    questions: tuple[Question, ...] = ()
    unasked: tuple[str, ...] = ()


def core_rules() -> Path:
    """The folder of the core pack: inside an installed package, beside the package in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "pack.yaml").is_file():
            return folder
    raise RuleFileError(f"{package}: the core rules are missing from this installation; install cxaudit again")
