"""What the outputs of a portfolio show, and that names in it are text and nothing else."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest
from cli_builders import AS_OF, loan, run
from openpyxl import load_workbook
from portfolio_builders import BROKEN, DAY, rules, run_on, twelve

from cxaudit.portfolio.document import Portfolio
from cxaudit.portfolio.output import output_for, output_named
from cxaudit.portfolio.result import FailedInfo, ProgrammeInfo, Result
from cxaudit.portfolio.tally import portfolio_of
from cxaudit.renderer import Detail, Page
from cxaudit.scorecard import Interval

HOSTILE = '=HYPERLINK("http://x")|[a](b)\x1b[31m<b>'


def row(name: str, score: float | None, level: int | None, **more: object) -> ProgrammeInfo:
    given: dict[str, object] = {
        "name": name,
        "client": "",
        "as_of": DAY,
        "rules": rules().ruleset.digest,
        "level": level,
        "level_name": "Name" if level else "",
        "held": False,
        "provisional": False,
        "score": score,
        "interval": None,
        "spread": None,
        "coverage": 0.5,
        "dimensions": {"JC": score, "PE": None},
        "costliest": None,
        "workbooks": 1,
        "left_out": (),
    }
    return ProgrammeInfo(**given | more)


def portfolio(*rows: ProgrammeInfo | FailedInfo) -> Portfolio:
    results = [
        Result(fingerprint="", failed=each) if isinstance(each, FailedInfo) else Result(fingerprint="", row=each)
        for each in rows
    ]
    return portfolio_of(results, rules().ruleset, DAY)


def text(name: str, found: Portfolio, page: Page) -> str:
    """An output that is text, whole."""
    return "".join(str(piece) for piece in output_named(name).render(found, page))


def whole(found: Portfolio) -> bytes:
    """The Excel output, whole."""
    return b"".join(piece for piece in output_for(Path("a.xlsx")).render(found, Page()) if isinstance(piece, bytes))


def test_the_league_goes_by_level_then_by_score_and_equals_share_a_place() -> None:
    found = portfolio(
        row("held at two", 72.0, 2, held=True),
        row("b", 50.0, 3),
        row("without level", 90.0, None),
        row("a", 50.0, 3),
        row("without score", None, None),
    )
    order = [(each.place, each.programme.name) for each in found.programmes]
    assert order == [(1, "a"), (1, "b"), (3, "held at two"), (4, "without level"), (5, "without score")]
    assert found.mean == 65.5
    assert found.without_level == 2


def test_a_dimension_is_the_mean_of_those_in_which_it_was_assessed() -> None:
    found = {each.id: each for each in portfolio(row("a", 10.0, 1), row("b", 40.0, 2), row("c", None, None)).dimensions}
    assert (found["JC"].mean, found["JC"].lowest, found["JC"].highest, found["JC"].assessed) == (25.0, 10.0, 40.0, 2)
    assert (found["PE"].mean, found["PE"].lowest, found["PE"].assessed) == (None, None, 0)


def test_rows_that_do_not_compare_are_pointed_out() -> None:
    other = DAY - datetime.timedelta(days=90)
    notes = portfolio(row("a", 1.0, 1, rules="own"), row("b", 1.0, 1, as_of=other), row("c", 1.0, 1, as_of=other)).notes
    assert notes == (
        "1 was judged by rules of their own (cxaudit.yaml), so their scores compare only roughly.",
        "2 were judged as of a day of their own (cxaudit.yaml); --as-of sets one day for all.",
    )


def test_the_terminal_shows_each_programme_with_its_figures() -> None:
    one = row("Ostby", 51.26, 3, spread=Interval(low=41.0, high=78.2))
    shown = text("terminal", portfolio(one), Page(100))
    assert next(line.split() for line in shown.splitlines() if "1." in line and "Ostby" in line) == [
        *("1.", "Ostby", "3", "Name", "51.2", "41.0–78.2", "50", "%"),
    ]


def test_of_many_programmes_the_terminal_shows_the_first_and_the_last_unless_all_are_wanted() -> None:
    found = portfolio(*(row(f"p{number:03}", float(number), 1) for number in range(100)))
    shown = text("terminal", found, Page(100))
    assert ("p099" in shown, "p000" in shown, "p050" in shown) == (True, True, False)
    assert "of 100; -v shows all" in shown
    assert "p050" in text("terminal", found, Page(100, detail=Detail.ALL))


@pytest.mark.parametrize("name", ["terminal", "markdown", "json", "excel"])
def test_names_of_clients_are_text_in_every_output(name: str) -> None:
    found = portfolio(row(HOSTILE, 50.0, 3, client=HOSTILE), FailedInfo(name=HOSTILE, reason=HOSTILE))
    shown = "" if name == "excel" else text(name, found, Page(200, unicode=True))
    if not shown:
        book = load_workbook(io.BytesIO(whole(found)))
        cells = [cell for sheet in book.worksheets for line in sheet.iter_rows() for cell in line if cell.value]
        assert {cell.data_type for cell in cells if str(cell.value).startswith("=")} == {"s"}
    elif name == "json":
        assert json.loads(shown)["programmes"][0]["programme"]["name"] == HOSTILE
    else:
        assert "\x1b" not in shown
        assert name != "markdown" or ("[a](b)" not in shown and "<b>" not in shown)


def test_the_workbook_has_the_same_bytes_every_time_and_holds_all_programmes(tmp_path: Path) -> None:
    found = run_on(twelve(tmp_path / "towns"), tmp_path / "state.jsonl")
    data = whole(found)
    assert data == whole(found)
    book = load_workbook(io.BytesIO(data))
    league = [line[1].value for line in book["League table"].iter_rows(min_row=5)]
    assert sorted(league) == [f"town-{number:02}" for number in range(12) if f"town-{number:02}" != BROKEN]
    assert book["Not in the table"]["A5"].value == BROKEN


def test_the_command_writes_all_formats_and_leaves_nothing_else(tmp_path: Path) -> None:
    home, out = twelve(tmp_path / "towns"), tmp_path / "out"
    out.mkdir()
    targets = [word for suffix in ("json", "md", "xlsx", "txt") for word in ("-o", out / f"portfolio.{suffix}")]
    result = run("portfolio", home, *AS_OF, "--jobs", "1", *targets)
    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == [f"portfolio.{s}" for s in ("json", "md", "txt", "xlsx")]
    assert json.loads((out / "portfolio.json").read_text(encoding="utf-8"))["schema"] == "cxaudit-portfolio/1"
    told = result.stderr.splitlines()
    assert sum(line.startswith("town-") for line in told) == 12
    assert any(line.startswith(f"{BROKEN}: None of the files could be read.") for line in told)


def test_a_state_that_was_named_is_gone_on_from(tmp_path: Path) -> None:
    home, kept = twelve(tmp_path / "towns"), tmp_path / "kept.jsonl"
    first = run("portfolio", home, *AS_OF, "--jobs", "1", "--state", kept)
    again = run("portfolio", home, *AS_OF, "--jobs", "1", "--state", kept)
    assert again.stdout == first.stdout
    assert again.stderr.startswith("Going on from 12 earlier results;")
    assert "town-03" not in again.stderr


def test_a_workbook_that_is_no_portfolio_is_not_written_over(tmp_path: Path) -> None:
    home, target = twelve(tmp_path / "towns"), tmp_path / "mine.xlsx"
    target.write_bytes(b"PK mine")
    result = run("portfolio", home, "-o", target)
    assert result.exit_code == 2
    assert "this workbook is no cxaudit portfolio" in result.stderr
    assert target.read_bytes() == b"PK mine"


def test_a_portfolio_in_a_clients_folder_is_not_audited(tmp_path: Path) -> None:
    home = tmp_path / "towns"
    (home / "one").mkdir(parents=True)
    loan(home / "one")
    target = home / "portfolio.xlsx"
    assert run("portfolio", home, *AS_OF, "--jobs", "1", "-o", target).exit_code == 0
    again = run("portfolio", home, *AS_OF, "--jobs", "1", "-o", target, "--format", "json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["left_out"] == []


def test_where_no_programme_could_be_audited_the_exit_code_says_so(tmp_path: Path) -> None:
    (tmp_path / "towns" / "one").mkdir(parents=True)
    (tmp_path / "towns" / "one" / "a.xlsx").write_bytes(b"PK\x03\x04")
    result = run("portfolio", tmp_path / "towns", "--jobs", "1")
    assert result.exit_code == 3
    assert "0 programmes audited, 1 could not be." in result.stdout


@pytest.mark.parametrize("words", [("--format", "junit"), ("-o", "a.xml")])
def test_a_format_that_a_portfolio_does_not_have_is_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run("portfolio", twelve(tmp_path / "towns"), *words)
    assert result.exit_code == 2
    assert "portfolio" in result.stderr
