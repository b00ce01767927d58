"""A thousand programmes, one in a hundred broken: audited, killed half way, resumed, and the results compared.

    python benchmarks/portfolio.py [--programmes 1000] [--jobs N] [--folder DIR]

Prints the time, the peak memory of the main process and of the largest worker, and how much the main process
grows with each programme. Ends with exit code 1 where a result is not as it should be.
"""

from __future__ import annotations

import argparse
import json
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
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


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
    parser.add_argument("--programmes", type=int, default=1000)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--folder", type=Path, help="keep the programmes and results here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        return compare(given.folder or Path(temporary), given.programmes, given.jobs)


def compare(work: Path, count: int, jobs: int | None) -> int:
    """All runs, with a line each; 0 where all is as it should be."""
    few, many = work / "few", work / "many"
    make(few, count // 10)
    broken = make(many, count)
    names = {path.name for path in many.iterdir()}
    small = run(few, work / "small", jobs)
    whole = run(many, work / "whole", jobs)
    cut = run(many, work / "resumed", jobs, kill_after=count // 2)
    rest = run(many, work / "resumed", jobs)
    runs = {f"{count // 10:,} programmes": small, f"{count:,} programmes": whole}
    runs |= {"killed half way": cut, "resumed": rest}
    for name, one in runs.items():
        print(f"{name:>18}: {one.seconds:7.1f} s, main {one.main:6.1f} MB, largest worker {one.worker:6.1f} MB")
    growth = (whole.main - small.main) * 1024 / (count - count // 10)
    print(f"{'each programme':>18}: {growth:.1f} KB more in the main process, {whole.seconds / count * 1000:.0f} ms")
    said = faults(work / "whole", names, broken)
    for suffix in (".json", ".md", ".xlsx"):
        if (work / f"whole{suffix}").read_bytes() != (work / f"resumed{suffix}").read_bytes():
            said.append(f"the resumed {suffix} differs from that of the whole run")
    print(
        "\n".join(said)
        or f"The same result; all {count - len(broken):,} good ones present, {len(broken)} broken named."
    )
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
