"""Programmes by the thousand, one in a hundred broken: audited, killed half way, resumed, and the results compared.

    python benchmarks/portfolio.py [--programmes 200 1000 3000] [--jobs N] [--folder DIR]

Prints the time and the peak memory of the main process and of the largest of its workers for each number of
programmes; the run over the second number is also killed half way and resumed. Ends with exit code 1 where a
result is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

DAY = "2026-11-22"
STAGES = ("Awareness", "Consideration", "Purchase", "Delivery", "Onboarding", "Use", "Support", "Renewal", "Advocacy")
HEADS = ("Stage", "Customer actions", "Touchpoints", "Channel", "Owner", "Emotions", "Pain points", "Metrics")
OWNERS = ("Branch manager", "Head of service", "App product owner", "TBD", "", "Field team lead")
FEELINGS = ("Curious", "Calm", "Anxious about the cost", "", "Proud", "Left alone")
METRICS = ("Customer effort score", "Net promoter score", "", "Time to first use", "Repeat purchase rate")
PERSONA_HEADS = ("Name", "Role", "Goals", "Frustrations", "Needs", "Quote", "Preferred channels")


def make(folder: Path, count: int) -> set[str]:
    """Writes programmes into a folder, the same ones for the same count; gives the names of the broken ones."""
    chance = random.Random(count)  # noqa: S311 (no secret)
    broken = set()
    for number in range(count):
        home = folder / f"programme {number:04}"
        home.mkdir(parents=True)
        _journey(home / "journey.xlsx", chance)
        if chance.random() < 0.6:
            _personas(home / "personas.csv", chance)
        if number % 100 == 50:
            whole = (home / "journey.xlsx").read_bytes()
            (home / "journey.xlsx").write_bytes(whole[: len(whole) // 2])
            (home / "personas.csv").unlink(missing_ok=True)
            broken.add(home.name)
    return broken


def _journey(path: Path, chance: random.Random) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Journey"
    sheet.append([f"Customer journey {path.parent.name}"])
    sheet.append(HEADS)
    for stage in STAGES[: chance.randint(3, len(STAGES))]:
        for step in range(chance.randint(1, 4)):
            action = f"I take step {step + 1} of {stage.lower()}"
            touchpoint = f"{stage} {chance.choice(('call', 'page', 'letter', 'visit'))} {step + 1}"
            channel = chance.choice(("App", "Branch", "Phone"))
            pain = chance.choice(("The wait", "", "Asked twice for the same thing"))
            said = (chance.choice(OWNERS), chance.choice(FEELINGS), pain, chance.choice(METRICS))
            sheet.append((stage, action, touchpoint, channel, *said))
    book.save(path)


def _personas(path: Path, chance: random.Random) -> None:
    lines = [",".join(PERSONA_HEADS)]
    for number in range(chance.randint(1, 4)):
        goal = chance.choice(("Finish in one visit", "", "Never to be asked twice"))
        quote = chance.choice(("I have no time for forms.", ""))
        lines.append(f"Persona {number + 1},Customer,{goal},The wait,A clear answer,{quote},App")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass
class Measured:
    """A run of the command: its time, and the peak memory in MB of the main process and of its largest worker."""

    seconds: float = 0.0
    main: float = 0.0
    worker: float = 0.0
    code: int | None = None
    _peaks: dict[int, float] = field(default_factory=dict)

    def watch(self, process: subprocess.Popen[bytes]) -> None:
        """Samples the peaks that the system keeps (Linux only; elsewhere they stay 0)."""
        while process.poll() is None:
            self._peaks |= {pid: peak for pid in (process.pid, *_children(process.pid)) if (peak := _peak(pid))}
            time.sleep(0.2)
        self.main = self._peaks.pop(process.pid, 0.0)
        self.worker = max(self._peaks.values(), default=0.0)


def _children(pid: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    try:
        own = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [*own, *(below for child in own for below in _children(child))]


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def run(folder: Path, out: Path, jobs: int | None, kill_after: int | None = None) -> Measured:
    """Runs `cxaudit portfolio` with a JSON, a Markdown and an Excel output; kills it after so many results."""
    command = [sys.executable, "-m", "cxaudit", "portfolio", str(folder), "--as-of", DAY, "--quiet"]
    command += [word for suffix in ("json", "md", "xlsx") for word in ("-o", str(out.with_suffix(f".{suffix}")))]
    command += ["--jobs", str(jobs)] if jobs else []
    measured, began = Measured(), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watcher = threading.Thread(target=measured.watch, args=(process,))
    watcher.start()
    if kill_after is not None:
        _kill(process, out.with_name(f".{out.name}.json.state.jsonl"), kill_after)
    measured.code = process.wait()
    measured.seconds = time.monotonic() - began
    watcher.join()
    return measured


def _kill(process: subprocess.Popen[bytes], state: Path, after: int) -> None:
    """Ends the process as a power cut would, once its state holds so many results."""
    while process.poll() is None:
        if state.exists() and state.read_bytes().count(b"\n") > after:
            process.kill()
        time.sleep(0.1)


def faults(out: Path, names: set[str], broken: set[str]) -> list[str]:
    """What is wrong with a result, in sentences."""
    if not out.with_suffix(".json").exists():
        return ["the command wrote nothing; run it by hand to see why"]
    found = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))
    good = {each["programme"]["name"] for each in found["programmes"]}
    failed = {each["name"] for each in found["failed"]}
    said = []
    if good != names - broken:
        said.append(f"{len((names - broken) - good)} good programmes are missing")
    if failed != broken:
        said.append(f"the broken ones named are {sorted(failed)}, not {sorted(broken)}")
    return said


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programmes", type=int, nargs="+", default=[200, 1000, 3000])
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--folder", type=Path, help="keep the programmes and results here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.folder or Path(temporary)
        os.environ["XDG_CACHE_HOME"] = temporary  # rules of its own, which no other version writes anew
        make(work / "2", 2)
        run(work / "2", work / "whole 2", given.jobs)
        said = [fault for count in given.programmes for fault in measured(work, count, given.jobs)]
        said += resumed(work, given.programmes[min(1, len(given.programmes) - 1)], given.jobs)
    print("\n".join(said) or "All good programmes are present, the broken ones are named, and the resumed files agree.")
    return 1 if said else 0


def measured(work: Path, count: int, jobs: int | None) -> list[str]:
    """One run over so many new programmes, with a line of figures; what is wrong with it."""
    broken = make(work / f"{count}", count)
    _print(f"{count:,} programmes", run(work / f"{count}", work / f"whole {count}", jobs))
    return faults(work / f"whole {count}", {path.name for path in (work / f"{count}").iterdir()}, broken)


def resumed(work: Path, count: int, jobs: int | None) -> list[str]:
    """The same run killed half way and begun again; in which of its files it differs from the one before."""
    out = work / f"resumed {count}"
    _print("killed half way", run(work / f"{count}", out, jobs, kill_after=count // 2))
    _print("resumed", run(work / f"{count}", out, jobs))
    return [
        f"the resumed {suffix} differs from that of the whole run"
        for suffix in (".json", ".md", ".xlsx")
        if (work / f"whole {count}{suffix}").read_bytes() != out.with_suffix(suffix).read_bytes()
    ]


def _print(name: str, one: Measured) -> None:
    figures = f"{one.seconds:7.1f} s, main {one.main:6.1f} MB, largest worker {one.worker:6.1f} MB"
    print(f"{name:>18}: {figures}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
