"""The rules as typed data: what a rule file holds, and a rule pack with its maturity model.

Every word that the reader sees about a rule stands in its file; the code only judges.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal, get_args

from msgspec import Struct, field

from cxaudit.check import Params
from cxaudit.compiled import Later
from cxaudit.forms import RULE_ID, SLUG, VERSION
from cxaudit.part import Part, key

Effort = Literal["low", "medium", "high"]
Impact = Literal["critical", "high", "medium", "low", "minor"]
Origins = dict[str, dict[str, str]]
SourceKey = Literal["SIT", "HER", "GAR", "SEV", "CRA"]


class Source(Part):
    """A document of the pack's source list and the section of it that a rule rests on."""

    document: str
    section: str


class Curve(Part):
    """How a share becomes a score: 0 up to `zero_at`, 1 from `full_at`, straight in between."""

    zero_at: float = key(default=0.0, ge=0, lt=1)
    full_at: float = key(default=1.0, gt=0, le=1)
    says: str = key(default="", description="the curve in words, for the reader")

    def verify(self) -> None:
        if self.zero_at >= self.full_at:
            raise ValueError("zero_at must be less than full_at")

    def score(self, share: Fraction) -> Fraction:
        """The score of a share, both 0 to 1."""
        low, high = Fraction(str(self.zero_at)), Fraction(str(self.full_at))
        return min(Fraction(1), max(Fraction(0), (share - low) / (high - low)))


class Gate(Part):
    """A level that the programme cannot pass while the rule's score is at or below a bound."""

    max_level: int = key(ge=1, le=5)
    when_at_most: float = key(default=0.0, ge=0, lt=1)
    says: str = key(description="why the level is held, for the scorecard: 'no map goes on after acquisition'")


class Messages(Part):
    """Sentences for the reader. `{met}`, `{total}`, `{subject}`, `{missing}`, `{words}` and `{quote}` are filled in.

    `met` and `not_met` speak of the rule as a whole; `finding` of one subject; `absent` of a lane that a map
    or a persona table does not have at all.
    """

    met: str
    not_met: str
    finding: str
    absent: str = ""


class Fix(Part):
    """How to mend it, and what that costs: `per` rule, or per subject that is still open."""

    text: str
    effort: Effort
    per: Literal["rule", "subject"] = "rule"


class Expectation(Part):
    """What an example must come out as."""

    outcome: Literal["met", "partly_met", "not_met", "not_applicable", "cannot_tell"]
    met: int | None = None
    total: int | None = None
    score: float | None = None


class Example(Part):
    """A small programme and what the rule says of it; `given` is read by `cxaudit.rulebook.example`."""

    name: str
    given: dict[str, Any]
    expect: Expectation


class Rule(Part):
    """One rule: what it looks at, why, how it is judged, and every word said about it."""

    id: str = key(pattern=RULE_ID)
    slug: str = key(pattern=SLUG)
    title: str
    dimension: str
    impact: Impact
    looks_at: str = key(description="what the rule looks at, in words")
    where: str = key(description="where a consultant may look for the evidence")
    why: str
    figure: str = key(default="", description="the published figure behind the rule, in words")
    sources: tuple[Source, ...] = key(min_length=1)
    check: Params
    curve: Curve = Curve()
    gate: Gate | None = None
    not_applicable: str = key(default="", description="when the rule does not apply, in words")
    messages: Messages
    fix: Fix
    examples: Sequence[Example] = key(min_length=2)


class Dimension(Part):
    """A part of the maturity model; `id` is the prefix of its rules' ids, `folder` where they stand."""

    id: str
    folder: str
    title: str
    question: str
    weight: int = key(gt=0)


class Level(Part):
    """A maturity level: it begins at `from_score` (0 to 100, included)."""

    number: int
    name: str
    from_score: int = key(ge=0, le=100)
    says: str


class CoverageCuts(Part):
    """Evidence coverage (0 to 1) under which a result is provisional, and under which no level is given."""

    provisional_under: float
    no_level_under: float
    claim_counts: float = key(
        default=0.5, ge=0, le=1, description="how much a claim counts as evidence, 1 for as much as what is seen"
    )


class WaiverTerms(Part):
    """`soon_days`: a waiver that expires within so many days is about to."""

    soon_days: int = key(default=30, ge=0)


class Document(Part):
    """A source document: how it is cited."""

    key: str
    title: str
    author: str
    year: str = ""


class Benchmark(Part):
    """A published figure that a result is held against, in words, with its source."""

    key: str
    says: str
    source: Source


class Maturity(Part):
    """`maturity.yaml`: dimensions, impact and effort weights, levels, cuts and the source documents."""

    schema_name: str = key(name="schema")
    dimensions: tuple[Dimension, ...]
    impacts: dict[Impact, int]
    efforts: dict[Effort, int]
    levels: tuple[Level, ...]
    coverage: CoverageCuts
    waivers: WaiverTerms = WaiverTerms()
    documents: tuple[Document, ...]
    benchmarks: tuple[Benchmark, ...] = ()

    def verify(self) -> None:
        for name, given, wanted in (
            ("impacts", self.impacts, get_args(Impact)),
            ("efforts", self.efforts, get_args(Effort)),
        ):
            if set(given) != set(wanted):
                raise ValueError(f"'{name}' must give a weight for each of {', '.join(wanted)}")
            if min(given.values()) < 1:
                raise ValueError(f"each weight in '{name}' must be 1 or more")
        cuts = [level.from_score for level in self.levels]
        if not cuts or cuts[0] != 0 or cuts != sorted(set(cuts)):
            raise ValueError(f"the levels must begin at 0 and then one above the other; they begin at {cuts}")


class CrossCheckWords(Part):
    """What a cross-check between sheets is called, what it says (`{names}` is filled in), and how to mend it."""

    title: str
    message: str
    mend: str


class CrossChecks(Part):
    """`cross-checks.yaml`: the words of each cross-check."""

    schema_name: Literal["cxaudit-cross-checks/1"] = key(name="schema")
    persona_without_sheet: CrossCheckWords = key(name="persona-without-sheet")
    persona_without_map: CrossCheckWords = key(name="persona-without-map")
    metric_not_listed: CrossCheckWords = key(name="metric-not-listed")
    pain_without_opportunity: CrossCheckWords = key(name="pain-without-opportunity")


class RuleChange(Part):
    """What a pack changes about a rule of the pack that it extends; what is not named stays as it was."""

    impact: Impact | None = None
    effort: Effort | None = None
    curve: Curve | None = None
    gate: Gate | None = None
    check: dict[str, Any] = key(default={}, description="parameters of the rule's check, by name")


class WordChange(Part):
    """Words that a pack adds to a word list or takes out of it; `groups` for a list that has groups."""

    added: tuple[str, ...] = key(default=(), name="terms+")
    removed: tuple[str, ...] = key(default=(), name="terms-")
    groups: dict[str, WordChange] = key(default={})


class Pack(Part):
    """`pack.yaml`: who a rule pack is, and what it changes about the pack that it `extends`."""

    schema_name: Literal["cxaudit-pack/1"] = key(name="schema")
    id: str = key(pattern=SLUG)
    version: str = key(pattern=VERSION)
    title: str
    owner: str
    extends: str = key(default="", description="the id of the pack below; empty for a pack that stands alone")
    rules: dict[str, RuleChange | Literal["off"]] = key(default={}, description="by id or slug: what changes, or off")
    words: dict[str, WordChange] = key(default={}, description="by the name of the word list")
    levels: dict[str, int] = key(default={}, description="by level number: the score it begins at")
    dimensions: dict[str, int] = key(default={}, description="by dimension id: its weight")


class Ruleset(Struct, frozen=True):
    """Loaded packs: the maturity model and the rules in the order of dimension and id, with a digest.

    `pack` is the uppermost pack and `below` those that it extends, lowest first. `digest` is the SHA-256 of
    all their files by name and content, in hexadecimal. `origins` says of a rule's parts which pack gave
    them: rule id, then `rule` or a part (`check.type`), to pack id, version and place. It has a word list that a
    pack changes too: its name, then the pack's id, to the same. `judged_by` has a digest of each rule's check by
    rule id, and `read_by` one of the words by which sheets are read.
    """

    pack: Pack
    maturity: Maturity
    rules: tuple[Rule, ...]
    digest: str
    below: tuple[Pack, ...] = ()
    told_origins: Later[Origins] = field(default_factory=lambda: Later({}))
    judged_by: dict[str, str] = field(default_factory=dict)
    read_by: str = ""

    @property
    def origins(self) -> Origins:
        return self.told_origins.get()

    def weight(self, rule: Rule) -> int:
        return self.maturity.impacts[rule.impact]

    def dimension(self, rule: Rule) -> Dimension:
        return next(d for d in self.maturity.dimensions if d.id == rule.dimension)
