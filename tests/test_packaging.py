"""A wheel and an sdist hold the rules, and a checkout finds its own: wherever cxaudit is installed, it audits."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from cxaudit.rulefiles import core_rules

HOME = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling")
    target = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "hatchling", "build", "-d", str(target)]
    subprocess.run(words, cwd=HOME, check=True, capture_output=True)
    return target


def audited(home: Path) -> str:
    """The rules that a cxaudit in a folder lists, with nothing else of this project in reach."""
    environment = {**os.environ, "PYTHONPATH": str(home)}
    words = [sys.executable, "-m", "cxaudit", "rules", "list"]
    done = subprocess.run(
        words, cwd=home, env=environment, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout


def test_a_wheel_finds_its_rules(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path)
    assert (tmp_path / "cxaudit" / "rules" / "pack.yaml").is_file()
    assert (tmp_path / "cxaudit" / "py.typed").is_file()
    assert "68 rules" in audited(tmp_path)


def test_an_sdist_finds_its_rules(built: Path, tmp_path: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        sdist.extractall(tmp_path, filter="data")
    assert "68 rules" in audited(next(tmp_path.iterdir()))


def test_a_checkout_finds_its_own_rules() -> None:
    assert core_rules() == HOME / "rules"


def test_an_installation_in_place_is_compiled_even_where_python_writes_no_bytecode(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    package = tmp_path / "cxaudit"
    package.mkdir()
    (package / "one.py").write_text("ONE = 1\n", encoding="utf-8")
    program = f"""
from hatch_build import CompiledInPlace
hook = CompiledInPlace({str(tmp_path)!r}, {{}}, None, None, "dist", "wheel")
hook.initialize("editable", {{}})
"""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program], cwd=HOME, env=environment, check=True)
    assert [path.name.partition(".")[0] for path in (package / "__pycache__").iterdir()] == ["one"]
