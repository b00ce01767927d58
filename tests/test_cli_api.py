"""`import cxaudit`: the same audit without the command line."""

import datetime
import json

import pytest
from cli_builders import AS_OF, HOLIDAYS, loan, run

import cxaudit

DAY = datetime.date(2026, 11, 22)


def test_an_audit_gives_the_scorecard_that_the_command_prints(tmp_path):
    path = loan(tmp_path)
    card = cxaudit.audit([path], as_of=DAY)
    printed = json.loads(run("audit", path, *AS_OF, "--format", "json").stdout)
    assert {**json.loads(card.to_json()), "command": printed["command"]} == printed


def test_paths_may_be_one_path_or_text(tmp_path):
    path = loan(tmp_path)
    assert cxaudit.audit(path, as_of=DAY) == cxaudit.audit(str(path), as_of=DAY) == cxaudit.audit([path], as_of=DAY)


def test_inspect_gives_a_reading_for_each_workbook(tmp_path):
    loan(tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"")
    bad, good = cxaudit.inspect(tmp_path)
    assert (bad.sheets, bool(bad.error)) == ((), True)
    assert [sheet.kind for sheet in good.sheets] == ["journey"]


def test_what_cannot_be_audited_raises_its_sentence(tmp_path):
    with pytest.raises(cxaudit.WorkbookError, match="None of the files could be read"):
        cxaudit.audit(tmp_path / "missing.xlsx")
    (tmp_path / "holidays.csv").write_text(HOLIDAYS, encoding="utf-8")
    with pytest.raises(cxaudit.NothingRecognised):
        cxaudit.audit(tmp_path)
    with pytest.raises(cxaudit.UsageError, match="there is no scope 'everything'"):
        cxaudit.audit(loan(tmp_path), scope="everything")


def test_every_public_name_is_there():
    assert all(getattr(cxaudit, name) for name in cxaudit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'adit'"):
        cxaudit.adit  # noqa: B018
