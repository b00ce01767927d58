"""The engine: aims each rule at the programme and words what its check found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec.structs import replace

from cxaudit.check import Evidence, all_checks
from cxaudit.finding import Cited, Finding, Judgement, Outcome, Verdict
from cxaudit.model import JourneyMap, Persona
from cxaudit.result import RuleResult
from cxaudit.ruleset import Rule

_MAP_KINDS = frozenset({"map", "stage", "step", "touchpoint", "item"})


def judge_all(rules: Iterable[Rule], evidence: Evidence) -> tuple[RuleResult, ...]:
    """Every rule judged on the whole programme, in the order of the rules."""
    return tuple(judge(rule, evidence) for rule in rules)


def judge_map(whole: Sequence[RuleResult], evidence: Evidence, journey: JourneyMap) -> tuple[RuleResult, ...]:
    """The rules about maps and what is in them, judged on one map alone; the only map needs no second look."""
    mine = [result for result in whole if result.rule.check.of in _MAP_KINDS]
    if evidence.programme.maps == (journey,):
        return tuple(mine)
    alone = replace(evidence, programme=replace(evidence.programme, maps=(journey,)))
    return tuple(judge(result.rule, alone) for result in mine)


def judge_persona(whole: Sequence[RuleResult], evidence: Evidence, persona: Persona) -> tuple[RuleResult, ...]:
    """The rules about personas, judged on one persona alone; the only persona needs no second look."""
    mine = [r for r in whole if r.rule.check.of == "persona" and r.rule.check.type != "resolves"]
    if evidence.programme.personas == (persona,):
        return tuple(mine)
    alone = replace(evidence, programme=replace(evidence.programme, personas=(persona,)))
    return tuple(judge(result.rule, alone) for result in mine)


def judge(rule: Rule, evidence: Evidence) -> RuleResult:
    """One rule's outcome, score, message and findings."""
    judgement = all_checks()[rule.check.type].judge(rule.check, evidence)
    if judgement.outcome is not None:
        return RuleResult(rule, judgement.outcome, None, judgement, (), judgement.reason)
    score = rule.curve.score(judgement.points / judgement.total)
    outcome = {Fraction(0): Outcome.NOT_MET, Fraction(1): Outcome.MET}.get(score, Outcome.PARTLY_MET)
    facts = _facts(judgement)
    findings = () if score == 1 else tuple(_findings(rule, judgement, facts))
    template = rule.messages.met if score == 1 else rule.messages.not_met
    return RuleResult(rule, outcome, score, judgement, findings, _worded(template, facts))


def _findings(rule: Rule, judgement: Judgement, facts: dict[str, str]) -> Iterable[Finding]:
    """One finding a cause: verdicts that share one are told together, all others one by one."""
    groups: dict[str, list[Verdict]] = {}
    full: dict[tuple[int, int], bool] = {}
    for verdict in judgement.verdicts:
        share = (verdict.share.numerator, verdict.share.denominator)
        if share not in full:
            full[share] = rule.curve.score(verdict.share) == 1
        if not full[share]:
            groups.setdefault(verdict.cause or f"\0{verdict.subject}", []).append(verdict)
    for cause, verdicts in groups.items():
        yield _finding(rule, facts, cause, verdicts)


def _finding(rule: Rule, of_all: dict[str, str], cause: str, verdicts: Sequence[Verdict]) -> Finding:
    first = verdicts[0]
    facts = of_all | _verdict_facts(first)
    if cause.startswith("\0"):
        subject, title, template = first.subject, first.title, rule.messages.finding
    else:
        subject, title = cause, cause.rpartition(": ")[0]
        facts |= {"subject": title, "items": str(sum(v.subjects for v in verdicts))}
        template = rule.messages.absent or rule.messages.finding
    return Finding(
        key=f"{rule.id}: {subject}",
        rule=rule.id,
        subject=subject,
        title=title,
        message=_worded(template, facts) + _noted(verdicts),
        cells=_cells(verdicts),
        words=first.words,
        items=sum(verdict.subjects for verdict in verdicts),
    )


def _noted(verdicts: Sequence[Verdict]) -> str:
    """Why cells that are filled do not count, as one more sentence."""
    notes = tuple(dict.fromkeys(verdict.note for verdict in verdicts if verdict.note))
    return " " + "; ".join(notes) + "." if notes else ""


def _cells(verdicts: Sequence[Verdict]) -> tuple[Cited, ...]:
    seen: dict[object, Cited] = {}
    for verdict in verdicts:
        for cell in verdict.cells:
            seen.setdefault(cell.place, cell)
    return tuple(seen.values())


def _facts(judgement: Judgement) -> dict[str, str]:
    missing = "; ".join(dict.fromkeys(v.missing for v in judgement.verdicts if v.missing and v.share < 1))
    words = ", ".join(dict.fromkeys(word for v in judgement.verdicts for word in v.words))
    return {
        "met": str(judgement.met),
        "total": str(judgement.total),
        "open": str(judgement.total - judgement.met),
        "missing": missing,
        "words": words,
    }


def _verdict_facts(verdict: Verdict) -> dict[str, str]:
    quote = verdict.cells[0].text if verdict.cells else ""
    return {
        "subject": verdict.title,
        "missing": verdict.missing,
        "words": ", ".join(verdict.words),
        "quote": " ".join(quote.split()),
        "items": "1",
    }


def _worded(template: str, facts: dict[str, str]) -> str:
    """A rule's sentence with its facts; client text is put in as it is and never read as a template."""
    pieces, rest = [], template
    while "{" in rest:
        before, _, after = rest.partition("{")
        name, closed, rest = after.partition("}")
        pieces += [before, facts.get(name, "") if closed else "{" + name]
    return " ".join("".join([*pieces, rest]).split())
