"""The `cxaudit` command itself: help, unknown words, closed pipes, interrupts and what it costs to start."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli_builders import loan, run

import cxaudit
from cxaudit.cli import main


def start(*words, **more):
    return subprocess.run(
        [sys.executable, *words], capture_output=True, encoding="utf-8", check=False, timeout=60, **more
    )


def test_alone_it_shows_the_help_with_examples_and_exit_codes():
    result = run()
    assert result.exit_code == 0
    assert "cxaudit audit client_workbooks/" in result.stdout
    assert "  3  nothing could be read, or nothing in it was recognised" in result.stdout


def test_the_version_is_the_packages():
    assert run("--version").stdout == f"cxaudit {cxaudit.__version__}\n"


@pytest.mark.parametrize(
    ("word", "said"),
    [("aduit", "did you mean 'audit'?"), ("frobnicate", "the commands are audit, inspect, ")],
)
def test_an_unknown_command_gets_a_hint(word, said):
    result = run(word)
    assert result.exit_code == 2
    assert f"there is no command '{word}'; {said}" in result.stderr


def test_a_path_without_a_command_is_told_the_command(tmp_path):
    path = loan(tmp_path)
    assert f"to audit it: cxaudit audit {path}" in run(path).stderr


@pytest.mark.parametrize("command", sorted(main._COMMANDS))
def test_every_command_has_help(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: cxaudit {command}")


def test_an_interrupt_is_quiet_and_ends_with_130(tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("cxaudit.opened.find_workbooks", interrupted)
    result = run("audit", loan(tmp_path))
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_quiet(tmp_path):
    command = f"'{sys.executable}' -m cxaudit audit '{loan(tmp_path)}' -v | head -n 1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


def test_a_terminal_that_knows_few_letters_gets_question_marks_and_no_traceback(tmp_path):
    path = tmp_path / "loan.csv"
    path.write_text(
        "Customer journey: 旅程 é\nStage,Touchpoints,Owner,Emotions\nPurchase,Shop,Ana,Glad\n", encoding="utf-8"
    )
    result = subprocess.run(
        [sys.executable, "-m", "cxaudit", "audit", path],
        capture_output=True,
        check=False,
        timeout=60,
        env={"PYTHONIOENCODING": "cp1252", "PATH": ""},
    )
    assert result.returncode == 0, result.stderr
    assert "Customer journey: ?? é" in result.stdout.decode("cp1252")


def test_json_is_utf_8_whatever_the_terminal_speaks(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "cxaudit", "audit", loan(tmp_path, "prêt 旅.csv"), "--format", "json"],
        capture_output=True,
        check=False,
        timeout=60,
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "PYTHONUTF8": "1"},
    )
    assert "prêt 旅.csv" in result.stdout.decode("utf-8")


def test_asking_for_help_imports_none_of_the_heavy_libraries():
    heavy = "{'rich', 'pydantic', 'yaml', 'openpyxl', 'python_calamine'}"
    code = f"import sys\nfrom cxaudit.__main__ import main\ntry:\n main()\nfinally:\n print({heavy} & set(sys.modules))"
    result = start("-c", code, "--help")
    assert result.stdout.endswith("set()\n"), result.stdout + result.stderr


def test_an_audit_with_rules_in_the_cache_loads_no_library_that_reads_rule_files():
    sample = str(Path(__file__).parents[1] / "sample_workbooks" / "hotel_group.xlsx")
    start("-m", "cxaudit", "audit", sample)
    heavy = "{'pydantic', 'yaml', 'openpyxl', 'json', 'difflib'}"
    code = f"import sys\nfrom cxaudit.__main__ import main\ntry:\n main()\nfinally:\n print({heavy} & set(sys.modules))"
    result = start("-c", code, "audit", sample, "--quiet")
    assert result.stdout.endswith("set()\n"), result.stdout + result.stderr


def test_importing_the_package_imports_nothing_but_its_version():
    result = start("-c", "import sys, cxaudit; print([name for name in sys.modules if name.startswith('cxaudit.')])")
    assert result.stdout == "['cxaudit.version']\n"


def test_all_that_is_written_arrives_though_the_process_ends_at_once(tmp_path):
    sample = str(Path(__file__).parents[1] / "sample_workbooks")
    words = ("-m", "cxaudit", "audit", sample, "-v", "--format", "json", "--as-of", "2026-11-22")
    piped = start(*words)
    with (tmp_path / "whole.json").open("wb") as whole:
        subprocess.run([sys.executable, *words], stdout=whole, check=True, timeout=60)
    assert (tmp_path / "whole.json").read_text(encoding="utf-8") == piped.stdout
    assert piped.stdout.endswith("}\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("audit", "sample_workbooks", "--quiet"), 0),
        (("audit", "sample_workbooks", "--quiet", "--fail-under", "100"), 1),
        (("audit",), 2),
        (("audit", "no such.xlsx"), 3),
    ],
)
def test_a_process_that_ends_at_once_ends_with_the_exit_code(words, code):
    assert start("-m", "cxaudit", *words, cwd=Path(__file__).parents[1]).returncode == code
