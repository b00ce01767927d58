"""All that the sheets are made of: the scorecard, the register, and what stands beside them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from cxaudit.earlier import EarlierScorecard
from cxaudit.excel.links import Links
from cxaudit.register import Register
from cxaudit.scorecard import RuleInfo, Scorecard
from cxaudit.scores.rounding import one_decimal

OUTCOMES = {
    "met": "met",
    "partly_met": "partly met",
    "not_met": "not met",
    "not_applicable": "not applicable",
    "cannot_tell": "cannot tell",
}
SCOPES = {
    "all": "journeys, personas, metrics and practices",
    "journeys": "journey maps alone",
    "personas": "personas alone",
}


class Contents(Struct, frozen=True):
    """What the workbook tells. `folder` and `file_name` say where it will stand; links are relative to there."""

    scorecard: Scorecard
    register: Register
    folder: Path = field(default_factory=Path)
    file_name: str = "scorecard.xlsx"
    earlier: EarlierScorecard | None = None

    def links(self) -> Links:
        """A maker of links for one sheet."""
        return Links(self.folder)

    @property
    def compared(self) -> EarlierScorecard | None:
        """The earlier audit to compare with: one of another day that holds scores."""
        earlier = self.earlier
        same_day = earlier is not None and earlier.as_of == self.scorecard.as_of.isoformat()
        return earlier if earlier and earlier.dimensions and not same_day else None

    @property
    def client(self) -> str:
        return self.scorecard.client or "Customer experience audit"


def counts(rule: RuleInfo) -> str:
    """A rule's counts for the reader: '31 of 40'; why there are none where it was not judged."""
    return f"{rule.met} of {rule.total}" if rule.score is not None else OUTCOMES[rule.outcome]


def sources(rule: RuleInfo) -> str:
    """Where a rule comes from: author, title and section of each document."""
    told = (f"{source.author}: {source.title} — {source.section}" for source in rule.sources)
    return "\n".join(one[:1].upper() + one[1:] for one in told)


def shown_score(score: float | None) -> float | None:
    """A score as a number of one decimal, rounded down as everywhere: 64.96 is 64.9."""
    return None if score is None else float(one_decimal(score))


def plural(count: int, thing: str) -> str:
    """A count with its thing: 1 rule, 2 rules."""
    return f"{count} {thing if count == 1 else thing + 's'}"


def field_title(field_name: str) -> str:
    """A field as a heading: `data_shared` is Data shared."""
    words = field_name.replace("_", " ").replace(".", ", ")
    return words[:1].upper() + words[1:]
