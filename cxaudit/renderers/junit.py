"""JUnit XML, for build servers: one testcase a rule; it fails with its findings, unless waivers cover them all."""

from __future__ import annotations

from xml.etree import ElementTree

from cxaudit.pattern import pattern
from cxaudit.pieces.waiverinfo import waived_keys
from cxaudit.prose.citing import Citing
from cxaudit.prose.wording import OUTCOMES, counts, mending, sources, told
from cxaudit.renderer import Page
from cxaudit.scorecard import DimensionInfo, FindingInfo, RuleInfo, Scorecard

SUFFIXES = (".xml",)
_CELLS = 6
_NOT_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(scorecard: Scorecard, page: Page) -> str:  # noqa: ARG001 - XML is the same on every page
    """A suite for each dimension, a case for each rule; a rule that was not judged, or is waived, is skipped."""
    root = ElementTree.Element("testsuites", name=_clean(scorecard.verdict))
    for dimension in scorecard.dimensions:
        root.append(_suite(dimension, scorecard))
    _count(root)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(dimension: DimensionInfo, scorecard: Scorecard) -> ElementTree.Element:
    day = f"{scorecard.as_of.isoformat()}T00:00:00"
    suite = ElementTree.Element("testsuite", name=_clean(dimension.title), timestamp=day, time="0")
    let_stand, citing = waived_keys(scorecard.waivers), Citing.of(scorecard)
    for rule in scorecard.rules:
        if rule.dimension == dimension.id:
            name = _clean(f"{rule.id} {rule.title}")
            case = ElementTree.SubElement(suite, "testcase", classname=f"cxaudit.{dimension.id}", name=name, time="0")
            _judge(case, rule, let_stand, citing)
    _count(suite)
    return suite


def _judge(case: ElementTree.Element, rule: RuleInfo, let_stand: frozenset[str], citing: Citing) -> None:
    """Adds the failure or the reason for skipping; nothing where the rule is met."""
    if rule.score is None:
        ElementTree.SubElement(case, "skipped", message=_clean(f"{OUTCOMES[rule.outcome]}: {rule.reason}"))
        return
    unwaived = [key for key in rule.open_keys if key not in let_stand]
    if unwaived:
        failure = ElementTree.SubElement(
            case, "failure", type=rule.id, message=_clean(f"{counts(rule)}. {rule.message}")
        )
        found = [_line(finding, citing) for finding in rule.findings if finding.key not in let_stand]
        failure.text = _clean("\n".join([*found, f"How to mend it: {mending(rule)}", f"Source: {sources(rule)}"]))
    elif rule.open_keys:
        ElementTree.SubElement(case, "skipped", message="waived: every finding is covered by a waiver")


def _line(finding: FindingInfo, citing: Citing) -> str:
    where = f"{citing.cells(finding.cells, _CELLS)}: " if finding.cells else ""
    return f"{where}{told(finding.message, finding.subject)}"


def _count(suite: ElementTree.Element) -> None:
    """Writes how many cases a suite has, and how many of them failed or were skipped."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    suite.set("errors", "0")


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold; each shows as a replacement sign."""
    return _NOT_XML.sub("\ufffd", text)
