"""The What-if sheet: its formulas give what the tool's own scoring gives, whatever is planned."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from libreoffice import needs_libreoffice, recalculated
from msgspec.structs import replace
from openpyxl import load_workbook
from scorecards import BANK, core_rules, map_of, results_of, scorecard_of

from cxaudit.earlier import EarlierScorecard
from cxaudit.excel.book import write_book
from cxaudit.excel.contents import Contents
from cxaudit.excel.earlier_file import read_earlier
from cxaudit.excel.whatif import NAME, PLANNED, RULE
from cxaudit.finding import Outcome
from cxaudit.register import register_of
from cxaudit.result import RuleResult
from cxaudit.scoring import Scores, score

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported")

Planned = Mapping[str, float]
CLAIMING = {**BANK, "claims": {"GV05": 4, "GV06": 1, "GV07": 3}}


@cache
def _written(given: str) -> bytes:
    scorecard = scorecard_of(json.loads(given))
    return write_book(Contents(scorecard, register_of(scorecard)))


def _workbook(given: Mapping[str, Any], planned: Planned, target: Path) -> Path:
    """The scorecard of a programme with planned scores typed into it."""
    book = load_workbook(io.BytesIO(_written(json.dumps(given))))
    rows = list(book[NAME].iter_rows())
    header = next(row for row in rows if {RULE, PLANNED} <= {cell.value for cell in row})
    rule, plan = (next(c.column for c in header if c.value == title) for title in (RULE, PLANNED))
    for row in rows[header[0].row :]:
        ident = row[rule - 1].value
        if ident in planned:
            row[plan - 1].value = planned[ident]
    book.save(target)
    return target


def _by_the_tool(given: Mapping[str, Any], planned: Planned) -> Scores:
    return score([_as_planned(result, planned) for result in results_of(given)], core_rules().ruleset)


def _as_planned(result: RuleResult, planned: Planned) -> RuleResult:
    if result.rule.id not in planned or result.outcome is Outcome.NOT_APPLICABLE:
        return result
    share = Fraction(str(planned[result.rule.id]))
    outcome = {Fraction(0): Outcome.NOT_MET, Fraction(1): Outcome.MET}.get(share, Outcome.PARTLY_MET)
    return replace(result, outcome=outcome, score=share)


def _by_the_sheet(file: Path) -> dict[str, Any]:
    book = load_workbook(file, data_only=True, read_only=True)
    found: dict[str, Any] = {}
    for name in ("planned_overall", "planned_coverage", "planned_level"):
        ((sheet, cell),) = book.defined_names[name].destinations
        found[name] = book[sheet][cell.replace("$", "")].value
    ids = {dimension.id for dimension in core_rules().ruleset.maturity.dimensions}
    found["dimensions"] = {
        row[0]: row[11] for row in book[NAME].iter_rows(max_row=20, values_only=True) if row[0] in ids
    }
    return found


def _states() -> Sequence[tuple[Mapping[str, Any], Planned]]:
    """Planned states: none, some, all, none good, exactly on a cut, just under it, and unknown rules planned."""
    rules = [rule.id for rule in core_rules().ruleset.rules]
    draw = random.Random(20261122)  # noqa: S311 - drawn scores, no secrets
    thirds = {rule: draw.choice((0.0, 0.333, 0.5, 0.8, 1.0)) for rule in rules}
    funnel = map_of("Buy", [{"name": "Purchase", "activity": "I pay", "touchpoint": "Till"}], "activity", "touchpoint")
    return (
        (BANK, {}),
        (BANK, {"JC01": 1.0, "TO02": 1.0, "GV02": 0.5}),
        (BANK, thirds),
        (BANK, dict.fromkeys(rules, 0.65)),
        (BANK, dict.fromkeys(rules, 0.6496)),
        (BANK, {**dict.fromkeys(rules, 1.0), "JC01": 0.0}),
        (BANK, {**dict.fromkeys(rules, 1.0), "MV03": 0.0}),
        (CLAIMING, {}),
        (CLAIMING, {"GV05": 1.0, "TO02": 1.0}),
        (funnel, {}),
        (funnel, dict.fromkeys(rules[:40], 0.9)),
    )


@needs_libreoffice
def test_the_formulas_give_what_the_scoring_gives(tmp_path: Path) -> None:
    states = _states()
    files = [_workbook(given, planned, tmp_path / f"{n}.xlsx") for n, (given, planned) in enumerate(states)]
    for (given, planned), file in zip(states, recalculated(files, tmp_path), strict=True):
        expected, found = _by_the_tool(given, planned), _by_the_sheet(file)
        assert found["planned_overall"] == pytest.approx(float(expected.overall or 0), abs=1e-9)
        assert found["planned_coverage"] == pytest.approx(float(expected.coverage), abs=1e-9)
        assert found["planned_level"] == (expected.level.number if expected.level else "no level")
        for one in expected.dimensions:
            shown = found["dimensions"][one.dimension.id]
            assert shown == ("not assessed" if one.score is None else pytest.approx(float(one.score), abs=1e-9))


@needs_libreoffice
def test_the_results_stored_beside_the_formulas_are_those_of_a_recalculation(tmp_path: Path) -> None:
    scorecard = scorecard_of(CLAIMING)
    assert {rule.evidence for rule in scorecard.rules} == {"seen", "claimed", "none"}
    states = ({}, {"TO02": 0.8, "GV03": 1.0, "JC01": 0.0}, {rule.id: 0.7 for rule in scorecard.rules})
    files = []
    for number, planned in enumerate(states):
        contents = Contents(scorecard, register_of(scorecard), earlier=EarlierScorecard(planned=planned))
        files.append(tmp_path / f"{number}.xlsx")
        files[-1].write_bytes(write_book(contents))
    emptied = [_without_results(file, tmp_path / "emptied") for file in files]
    for file, again in zip(files, recalculated(emptied, tmp_path), strict=True):
        stored, found = _values(file), _values(again)
        assert stored.keys() == found.keys()
        assert not [spot for spot, value in stored.items() if found[spot] != pytest.approx(value, abs=1e-9)]


def _without_results(file: Path, folder: Path) -> Path:
    """The workbook saved by openpyxl, which keeps formulas and drops their results."""
    folder.mkdir(exist_ok=True)
    load_workbook(file).save(folder / file.name)
    return folder / file.name


def _values(file: Path) -> dict[str, Any]:
    """What a reader that does not calculate sees in the cells of the sheet; no empty texts."""
    cells = [cell for row in load_workbook(file, data_only=True)[NAME].iter_rows() for cell in row]
    return {cell.coordinate: cell.value for cell in cells if cell.value not in (None, "")}


def test_planned_scores_that_were_typed_come_back_in_the_next_scorecard(tmp_path: Path) -> None:
    file = _workbook(BANK, {"TO02": 0.8, "GV03": 1.0}, tmp_path / "first.xlsx")
    earlier = read_earlier(file)
    assert earlier.planned == {"TO02": 0.8, "GV03": 1.0}
    scorecard = scorecard_of(BANK)
    file.write_bytes(write_book(Contents(scorecard, register_of(scorecard, earlier.register), earlier=earlier)))
    assert read_earlier(file).planned == {"TO02": 0.8, "GV03": 1.0}


def test_without_anything_typed_nothing_is_planned(tmp_path: Path) -> None:
    earlier = read_earlier(_workbook(BANK, {}, tmp_path / "first.xlsx"))
    assert earlier.planned == EarlierScorecard().planned
