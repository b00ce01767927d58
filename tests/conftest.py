"""What holds for every test: the size and the wishes of the terminal that it runs in do not matter."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CXAUDIT_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
