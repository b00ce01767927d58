"""LibreOffice without a window: recalculates workbooks, so that the formulas of the tool can be tried."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def recalculated(files: Sequence[Path], folder: Path) -> list[Path]:
    """The workbooks opened, recalculated and saved again as .xlsx in a folder beside them."""
    assert SOFFICE is not None
    out = folder / "recalculated"
    profile = (folder / "profile").as_uri()
    command = [SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    return [out / file.name for file in files]
