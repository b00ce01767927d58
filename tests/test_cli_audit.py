"""`cxaudit audit`: its outputs, its exit codes and its sentences."""

import json

import pytest
from cli_builders import AS_OF, HOLIDAYS, loan, run

PLAIN = ("--format", "terminal")


def test_an_audit_prints_the_scorecard_and_ends_with_0(tmp_path):
    result = run("audit", loan(tmp_path), *AS_OF)
    assert result.exit_code == 0
    assert result.stdout.startswith("CX maturity scorecard")
    assert "Customer journey: home loan" in result.stdout
    assert result.stderr == ""


def test_quiet_prints_the_verdict_that_the_json_holds(tmp_path):
    verdict = json.loads(run("audit", loan(tmp_path), *AS_OF, "--format", "json").stdout)["verdict"]
    quiet = run("audit", loan(tmp_path), *AS_OF, "-q").stdout
    assert " ".join(quiet.split()).startswith(verdict)


def test_the_same_input_and_day_give_the_same_bytes(tmp_path):
    first, second = (run("audit", loan(tmp_path), *AS_OF, "--format", "json").stdout_bytes for _ in range(2))
    assert first == second


def test_json_names_the_command_that_repeats_the_audit(tmp_path):
    path = loan(tmp_path)
    words = ("--client", "Bank & Sons", "--scope", "journeys", "--target-level", "4", "--include-hidden")
    card = json.loads(run("audit", path, *AS_OF, *words, "--format", "json").stdout)
    assert card["command"] == (
        f"cxaudit audit {path.as_posix()} --as-of 2026-11-22 --scope journeys --target-level 4 "
        "--client 'Bank & Sons' --include-hidden"
    )
    assert (card["client"], card["scope"], card["plan"]["to_level"]) == ("Bank & Sons", "journeys", 4)


@pytest.mark.parametrize(("bound", "code"), [("0", 0), ("100", 1)])
def test_a_score_under_the_threshold_ends_with_1(tmp_path, bound, code):
    result = run("audit", loan(tmp_path), *AS_OF, "--fail-under", bound)
    assert result.exit_code == code
    assert ("is under 100 (--fail-under)." in result.stderr) == bool(code)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "22.11.2026"), "'22.11.2026' is not a date; write year-month-day, as in 2026-11-22."),
        (("--as-of", "2026-02-30"), "the calendar has no day 2026-02-30; write one as 2026-11-22."),
        (("--fail-under", "nan"), "'nan' is not a score; give a number from 0 to 100."),
        (("--fail-under", "101"), "'101' is not a score; give a number from 0 to 100."),
        (("--format", "pfd"), "there is no format 'pfd'; known are: "),
        (("-o", "card.pdf"), "card.pdf: the suffix '.pdf' tells no output format; give the file one of "),
        (("-o", "nowhere/card.md"), "there is no folder nowhere; make it first, or name another"),
        (("-o", "."), ".: this is a folder; add a file name to it"),
        (("--rules", "nowhere"), "nowhere"),
        (("--previous", "old.xlsx"), "old.xlsx: there is no such file; --previous wants an earlier scorecard"),
        (("--target-level", "9"), "9"),
    ],
)
def test_a_wrong_argument_is_a_sentence_and_ends_with_2(tmp_path, words, said):
    result = run("audit", loan(tmp_path), *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_each_output_is_written_in_the_format_of_its_suffix(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    targets = [out / name for name in ("card.json", "card.md", "card.txt")]
    result = run("audit", loan(tmp_path), *AS_OF, *(word for target in targets for word in ("-o", target)))
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [f"Written: {target}" for target in targets]
    assert json.loads(targets[0].read_text(encoding="utf-8"))["schema"] == "cxaudit-scorecard/1"
    assert targets[1].read_text(encoding="utf-8").startswith("# CX maturity scorecard\n")
    assert targets[2].read_text(encoding="utf-8").startswith("CX maturity scorecard ")
    assert sorted(path.name for path in out.iterdir()) == ["card.json", "card.md", "card.txt"]


def test_a_client_file_is_never_written_over(tmp_path):
    path = loan(tmp_path, "loan.csv")
    link = tmp_path / "card.md"
    link.hardlink_to(path)
    before = path.read_bytes()
    result = run("audit", tmp_path, *AS_OF, "-o", link)
    assert result.exit_code == 2
    assert "this is one of the files to audit, and they are never changed; name another" in result.stderr
    assert path.read_bytes() == before


def test_a_missing_file_names_the_nearest_one_and_ends_with_3(tmp_path):
    path = loan(tmp_path)
    result = run("audit", tmp_path / "Laon.csv")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"{(tmp_path / 'Laon.csv').as_posix()}: There is no such file or folder; check the spelling of the path. "
        f"Did you mean '{path.as_posix()}'?\n"
    )


def test_files_that_cannot_be_read_are_left_out_and_the_others_audited(tmp_path):
    loan(tmp_path)
    (tmp_path / "empty.xlsx").write_bytes(b"")
    result = run("audit", tmp_path, *AS_OF)
    assert result.exit_code == 0
    (said,) = result.stderr.splitlines()
    assert said.startswith(f"{(tmp_path / 'empty.xlsx').as_posix()}: ")
    assert "Left out" in result.stdout
    assert "empty.xlsx:" in "".join(result.stdout.split("Left out")[1].split("\n"))


def test_a_workbook_in_which_nothing_is_recognised_is_no_scored_audit(tmp_path):
    (tmp_path / "holidays.csv").write_text(HOLIDAYS, encoding="utf-8")
    result = run("audit", tmp_path, *AS_OF)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "run 'cxaudit inspect'" in result.stderr


def test_beside_others_a_workbook_in_which_nothing_is_recognised_is_left_out(tmp_path):
    loan(tmp_path)
    (tmp_path / "holidays.csv").write_text(HOLIDAYS, encoding="utf-8")
    result = run("audit", tmp_path, *AS_OF, "--format", "json")
    assert result.exit_code == 0
    (left,) = json.loads(result.stdout)["left_out"]
    assert left["path"].endswith("holidays.csv")
    assert left["reason"].startswith("Nothing in it was recognised as a journey map")
    assert "holidays.csv: Nothing in it was recognised" in result.stderr


def test_nothing_readable_at_all_ends_with_3(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / "b.xlsx").write_bytes(b"not a workbook")
    result = run("audit", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    *each, summary = result.stderr.splitlines()
    assert [line.split(": ")[0].rsplit("/")[-1] for line in each] == ["a.xlsx", "b.xlsx"]
    assert summary == "None of the files could be read, so there is nothing to audit."


def test_client_files_are_not_touched(tmp_path):
    path = loan(tmp_path)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(each.name for each in tmp_path.iterdir()))
    run("audit", tmp_path, *AS_OF)
    run("inspect", tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(each.name for each in tmp_path.iterdir())) == before
