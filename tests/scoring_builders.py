"""Small drawn rule packs and results for the tests of the scoring: three dimensions, five levels."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from cxaudit.check import Params
from cxaudit.entering import entered
from cxaudit.finding import Finding, Judgement, Outcome
from cxaudit.result import RuleResult
from cxaudit.ruleset import Curve, Fix, Gate, Maturity, Messages, Pack, Rule, Ruleset, Source

LAW = settings(max_examples=60, deadline=None)

MATURITY = entered(
    Maturity,
    {
        "schema": "cxaudit-maturity/1",
        "dimensions": [
            {"id": "AA", "folder": "a", "title": "Coverage", "question": "Does it run end to end?", "weight": 20},
            {"id": "BB", "folder": "b", "title": "Ownership", "question": "Is it somebody's?", "weight": 15},
            {"id": "CC", "folder": "c", "title": "Metrics", "question": "Is it measured?", "weight": 5},
        ],
        "impacts": {"critical": 5, "high": 4, "medium": 3, "low": 2, "minor": 1},
        "efforts": {"low": 1, "medium": 3, "high": 8},
        "levels": [
            {"number": 1, "name": "Ad hoc", "from_score": 0, "says": "One."},
            {"number": 2, "name": "Emerging", "from_score": 25, "says": "Two."},
            {"number": 3, "name": "Established", "from_score": 45, "says": "Three."},
            {"number": 4, "name": "Embedded", "from_score": 65, "says": "Four."},
            {"number": 5, "name": "Leading", "from_score": 85, "says": "Five."},
        ],
        "coverage": {"provisional_under": 0.6, "no_level_under": 0.4},
        "documents": [{"key": "DOC", "title": "A study", "author": "A. Author", "year": "2020"}],
    },
)
PACK = entered(
    Pack, {"schema": "cxaudit-pack/1", "id": "small", "version": "1.0.0", "title": "A small pack", "owner": "the tests"}
)


def rule(
    ident: str, impact: str = "medium", *, effort: str = "low", per: str = "rule", gate: Gate | None = None
) -> Rule:
    """A rule whose dimension is the first two letters of its id. Its check is of no kind: nothing here judges."""
    return Rule(
        id=ident,
        slug=f"rule-{ident.lower()}",
        title=f"Title of {ident}",
        dimension=ident[:2],
        impact=impact,
        looks_at="what it looks at",
        where="where",
        why="why",
        figure="",
        sources=(Source(document="DOC", section="1"),),
        check=Params(type="none", of="programme"),
        curve=Curve(),
        gate=gate,
        messages=Messages(met="met", not_met="not met", finding="finding"),
        fix=Fix(text=f"Mend {ident}", effort=effort, per=per),
        examples=(),
    )


def judged(of: Rule, met: int, total: int, findings: tuple[Finding, ...] = ()) -> RuleResult:
    """The rule came out as `met` of `total`."""
    share = Fraction(met, total)
    outcome = {Fraction(0): Outcome.NOT_MET, Fraction(1): Outcome.MET}.get(share, Outcome.PARTLY_MET)
    judgement = Judgement(None, "", met, total, Fraction(met))
    return RuleResult(of, outcome, share, judgement, findings, f"{met} of {total}")


def unknown(of: Rule, reason: str = "no persona was found") -> RuleResult:
    """The rule could not be told."""
    return RuleResult(of, Outcome.CANNOT_TELL, None, Judgement(Outcome.CANNOT_TELL, reason))


def left_out(of: Rule, reason: str = "the audit is of journey maps alone") -> RuleResult:
    """The rule does not apply."""
    return RuleResult(of, Outcome.NOT_APPLICABLE, None, Judgement(Outcome.NOT_APPLICABLE, reason))


def ruleset(results: Iterable[RuleResult], maturity: Maturity = MATURITY) -> Ruleset:
    return Ruleset(pack=PACK, maturity=maturity, rules=tuple(r.rule for r in results), digest="0" * 64)


def gates() -> st.SearchStrategy[Gate | None]:
    some = st.builds(Gate, max_level=st.integers(1, 5), when_at_most=st.sampled_from([0.0, 0.5]), says=st.just("so"))
    return st.one_of(st.none(), st.none(), st.none(), some)


@st.composite
def any_results(draw: st.DrawFn, at_most: int = 12, at_least: int = 0) -> tuple[RuleResult, ...]:
    """Results of any outcome, in any of the three dimensions, with or without gates."""
    results = []
    for number in range(draw(st.integers(at_least, at_most))):
        ident = f"{draw(st.sampled_from(['AA', 'BB', 'CC']))}{number:02}"
        of = rule(
            ident,
            draw(st.sampled_from(list(MATURITY.impacts))),
            effort=draw(st.sampled_from(list(MATURITY.efforts))),
            per=draw(st.sampled_from(["rule", "subject"])),
            gate=draw(gates()),
        )
        total = draw(st.integers(1, 9))
        met = draw(st.integers(0, total))
        kind = draw(st.sampled_from([judged, judged, judged, unknown, left_out]))
        results.append(judged(of, met, total) if kind is judged else kind(of))
    return tuple(results)
