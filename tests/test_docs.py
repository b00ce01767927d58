"""What the README and the documentation show can be run as it stands."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cxaudit.cli.main import cxaudit

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[str]:
    """The cxaudit commands that a page shows, in order."""
    lines = [line for block in blocks(page.read_text(encoding="utf-8"), "sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("cxaudit ") and ">" not in line]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample workbooks and the pack that the README shows."""
    left_out = shutil.ignore_patterns("content", "*.py", "__pycache__")
    shutil.copytree(ROOT / "sample_workbooks", tmp_path / "sample_workbooks", ignore=left_out)
    (tmp_path / "our-bank").mkdir()
    (tmp_path / "our-bank" / "pack.yaml").write_text(blocks(README, "yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["README.md", "docs/packs.md"])
def test_every_command_that_is_shown_runs_in_the_order_shown(desk: Path, name: str) -> None:
    shown = commands(ROOT / name)
    assert shown
    for command in shown:
        result = CliRunner().invoke(cxaudit, shlex.split(command)[1:])
        expected = 1 if " lint " in command else 0  # a new rule has text to fill in
        assert result.exit_code == expected, f"{command}\n{result.stdout}\n{result.stderr}"


def test_the_python_example_runs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(blocks(README, "python")[0], "README.md", "exec"), {})  # noqa: S102 - our own page
    printed = capsys.readouterr().out
    assert printed.startswith("Level ")
    assert "Buyer journey!" in printed


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"(?:\]\(|src=\")([^)#:\"]+)(?:#[^)]*)?[)\"]", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_decisions_index_names_every_page() -> None:
    home = ROOT / "docs" / "decisions"
    named = set(re.findall(r"\(([\w-]+\.md)\)", (home / "README.md").read_text(encoding="utf-8")))
    assert named == {page.name for page in home.glob("*.md")} - {"README.md"}


def test_the_readme_tells_how_many_rules_there_are() -> None:
    from cxaudit.rulefiles import load_rules

    assert f"judges them by {len(load_rules().ruleset.rules)} rules" in README


@pytest.mark.parametrize("purpose", ["audit", "test"])
def test_the_commands_for_a_fresh_machine_make_an_environment_of_their_own(purpose: str) -> None:
    block = re.search(rf"<!-- the {purpose} command -->\n```sh\n(.+)\n```\n", README)
    assert block
    assert block[1].startswith("python3 -m venv ")
