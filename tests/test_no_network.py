"""Nothing leaves the computer: a whole audit, with every output, runs where sockets are forbidden."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from openpyxl import Workbook

ROWS = [
    ["Stage", "Customer actions", "Touchpoint", "Owner", "Emotion"],
    ["Awareness", "Sees http://example.com and clicks", "Web", "Marketing", "Curious"],
    ["Purchase", "Signs the contract", "Branch", "Branch team", "Relieved"],
    ["Use", "Opens the app", "App", "App team", "Calm"],
]
# An audit hook hears of every socket of the process, whoever opens it, and cannot be taken off again.
FORBIDDEN = """
import sys
def refuse(event, args):
    if event.startswith("socket."):
        raise SystemExit(f"the network was used: {event} {args}")
sys.addaudithook(refuse)
from cxaudit.cli.main import cxaudit
cxaudit(sys.argv[1:], prog_name="cxaudit")
"""


def _run(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)


def test_a_whole_audit_opens_no_socket(tmp_path: Path) -> None:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "journey.xlsx")
    outputs = [tmp_path / name for name in ("card.xlsx", "card.md", "card.json", "card.txt")]
    words = [word for output in outputs for word in ("-o", str(output))]
    done = _run(FORBIDDEN, "audit", str(tmp_path / "journey.xlsx"), *words)
    assert (done.returncode, "the network was used" in done.stderr) == (0, False), done.stderr
    assert all(output.stat().st_size for output in outputs)


def test_the_watch_would_notice() -> None:
    program = FORBIDDEN.replace("from cxaudit.cli.main", "import socket\nsocket.socket()\nfrom cxaudit.cli.main")
    assert "the network was used: socket.__new__" in _run(program).stderr
