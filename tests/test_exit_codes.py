"""The exit codes of docs/exit-codes.md, one command a line, and that the sentence stands on standard error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_builders import AS_OF, HOLIDAYS, LOAN, loan, run

Words = tuple[object, ...]
CONTROL = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF]))


def holidays(folder: Path) -> Path:
    path = folder / "holidays.csv"
    path.write_text(HOLIDAYS, encoding="utf-8")
    return path


def broken(folder: Path) -> Path:
    path = folder / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")
    return path


def pack(folder: Path) -> Path:
    (folder / "pack.yaml").write_text("schema: cxaudit-pack/1\nid: house\nextends: nobody\n", encoding="utf-8")
    return folder


CODES: dict[str, tuple[int, Callable[[Path], Words]]] = {
    "audited": (0, lambda home: ("audit", loan(home), *AS_OF)),
    "inspected": (0, lambda home: ("inspect", holidays(home))),
    "under the score": (1, lambda home: ("audit", loan(home), *AS_OF, "--fail-under", "100")),
    "under the level": (1, lambda home: ("audit", loan(home), *AS_OF, "--target-level", "5")),
    "a rule failed": (1, lambda home: ("audit", loan(home), *AS_OF, "--fail-on", "TO02")),
    "an impact failed": (1, lambda home: ("audit", loan(home), *AS_OF, "--fail-on", "high")),
    "an unknown option": (2, lambda home: ("audit", loan(home), "--sideways")),
    "an unknown rule": (2, lambda _: ("rules", "show", "XX99")),
    "a pack on nothing": (2, lambda home: ("audit", loan(home), "--rules", pack(home))),
    "no folder for the output": (2, lambda home: ("audit", loan(home), "-o", home / "none" / "card.json")),
    "nothing recognised": (3, lambda home: ("audit", holidays(home))),
    "nothing readable": (3, lambda home: ("audit", broken(home))),
    "nothing to inspect": (3, lambda home: ("inspect", broken(home))),
}


@pytest.mark.parametrize("what", CODES)
def test_a_command_ends_with_the_code_of_the_table(what: str, tmp_path: Path) -> None:
    code, words = CODES[what]
    result = run(*words(tmp_path))
    assert result.exit_code == code
    assert bool(result.stderr.strip()) == (code != 0)


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    result = run("audit", tmp_path / "nowhere.xlsx")
    assert result.exit_code in {2, 3}
    assert "nowhere.xlsx" in result.stderr


def test_control_characters_of_a_client_leave_junit_whole(tmp_path: Path) -> None:
    path, report = tmp_path / "loan.csv", tmp_path / "report.xml"
    path.write_text(LOAN.replace("The wait", f"The{CONTROL}wait").replace("Billboard", f"Bill{CONTROL}board"), "utf-8")
    assert run("audit", path, "-o", report, *AS_OF).exit_code == 0
    assert ElementTree.parse(report).getroot().get("errors") == "0"  # noqa: S314 (our own file)
