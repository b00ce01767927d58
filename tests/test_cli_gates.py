"""Gates in a pipeline: which findings end an audit with exit code 1, and the report for a build server."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_builders import AS_OF, LOAN, loan, run
from msgspec.structs import replace
from scorecards import BANK, scorecard_of

from cxaudit.cli.thresholds import Bounds, rules_to_fail_on
from cxaudit.pieces.waiverinfo import WaiverInfo, WaiverState
from cxaudit.renderer import Page, renderer
from cxaudit.rulefiles import load_rules
from cxaudit.scorecard import Scorecard


def test_a_rule_is_named_by_id_slug_or_impact() -> None:
    ruleset = load_rules().ruleset
    critical = {rule.id for rule in ruleset.rules if rule.impact == "critical"}
    high = {rule.id for rule in ruleset.rules if rule.impact == "high"}
    assert rules_to_fail_on(["TO02"], ruleset) == rules_to_fail_on(["touchpoint-has-owner"], ruleset) == {"TO02"}
    assert rules_to_fail_on(["critical"], ruleset) == critical
    assert rules_to_fail_on(["high"], ruleset) == critical | high
    assert rules_to_fail_on(["minor"], ruleset) == {rule.id for rule in ruleset.rules}
    assert Bounds().fail_on == rules_to_fail_on([], ruleset) == frozenset()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fail-on", "hihg"), "--fail-on hihg: there is no such rule, and no such impact; did you mean 'high'?"),
        (("--fail-on", "???"), "give a rule's id or slug, or one of critical, high, medium, low, minor"),
        (("--new-only",), "--new-only says which findings count for --fail-on"),
        (("--new-only", "--fail-on", "high"), "--new-only needs an earlier scorecard"),
    ],
)
def test_a_gate_that_makes_no_sense_is_refused(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    result = run("audit", loan(tmp_path), *AS_OF, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_with_new_only_the_findings_of_the_earlier_scorecard_do_not_count(tmp_path: Path) -> None:
    earlier, path = tmp_path / "earlier.json", loan(tmp_path)
    assert run("audit", path, *AS_OF, "-q", "-o", earlier).exit_code == 0
    words = ("audit", path, *AS_OF, "-q", "--fail-on", "TO02", "--previous", earlier)
    assert run(*words).exit_code == 1
    assert run(*words, "--new-only").exit_code == 0
    path.write_text(LOAN.replace("Branch,Branch,Branch manager", "Branch,Branch,"), encoding="utf-8")
    worse = run(*words, "--new-only")
    assert worse.exit_code == 1
    assert "TO02 has 1 new finding: " in worse.stderr


def test_a_rule_that_could_not_be_judged_fails_nothing(tmp_path: Path) -> None:
    assert run("audit", loan(tmp_path), *AS_OF, "-q", "--fail-on", "GV03").exit_code == 0


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - our own output


def report(scorecard: Scorecard) -> ElementTree.Element:
    """The scorecard as JUnit XML, parsed."""
    return parsed(str(renderer("junit").render(scorecard, Page())))


def test_junit_has_a_case_for_each_rule_and_counts_them() -> None:
    scorecard = scorecard_of(BANK)
    root = report(scorecard)
    cases = {case.get("name", "").split()[0]: case for case in root.iter("testcase")}
    assert set(cases) == {rule.id for rule in scorecard.rules}
    for rule in scorecard.rules:
        tags = [child.tag for child in cases[rule.id]]
        assert tags == (["skipped"] if rule.score is None else ["failure"] if rule.score < 1 else [])
    counted = [sum(1 for _ in root.iter(tag)) for tag in ("testcase", "failure", "skipped")]
    assert [int(root.get(name, "")) for name in ("tests", "failures", "skipped")] == counted
    assert [sum(int(suite.get(name, "")) for suite in root) for name in ("tests", "failures", "skipped")] == counted


def test_junit_skips_a_rule_whose_findings_are_all_waived() -> None:
    scorecard = scorecard_of(BANK)
    rule = next(rule for rule in scorecard.rules if len(rule.findings) > 1)
    keys = tuple(finding.key for finding in rule.findings)
    for covered, tag in ((keys, "skipped"), (keys[1:], "failure")):
        waiver = WaiverInfo(
            rule=rule.id, kind="accepted", state=WaiverState.ACTIVE, reason="r", approved_by="a", findings=covered
        )
        waived = replace(scorecard, waivers=(waiver,))
        root = report(waived)
        case = next(case for case in root.iter("testcase") if case.get("name", "").startswith(rule.id))
        assert [child.tag for child in case] == [tag]
    assert str(case[0].text).count(rule.findings[0].message) == 1
    assert rule.findings[1].message not in str(case[0].text)


def test_client_text_is_text_in_junit(tmp_path: Path) -> None:
    hostile = LOAN.replace("Customer journey: home loan", 'Customer journey: <b>&amp; "loan" ]]> \x01\ufffe')
    path = tmp_path / "loan.csv"
    path.write_text(hostile, encoding="utf-8")
    target = tmp_path / "report.xml"
    assert run("audit", path, *AS_OF, "-q", "-o", target).exit_code == 0
    text = "".join(str(case.text) for case in parsed(target.read_text(encoding="utf-8")).iter("failure"))
    assert '<b>&amp; "loan" ]]>' in text
