"""A portfolio of twelve small programmes, one of them broken."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from cxaudit.portfolio.audit import Request
from cxaudit.portfolio.document import Portfolio
from cxaudit.portfolio.find import find_programmes
from cxaudit.portfolio.run import Watch, portfolio, run, terms_of_run
from cxaudit.portfolio.state import State
from cxaudit.rulefiles import Rules, load_rules

DAY = datetime.date(2026, 11, 22)
BROKEN = "town-07"
HEAD = "Customer journey: home loan\nStage,Customer actions,Touchpoints,Owner,Emotions\n"
STAGES = ("Awareness,I see it", "Purchase,I sign", "Onboarding,I set up", "Support,I ask", "Renewal,I stay")


def twelve(home: Path) -> Path:
    """`town-00` to `town-11`, each with a map; the higher the number, the more steps have an owner."""
    for number in range(12):
        folder = home / f"town-{number:02}"
        folder.mkdir(parents=True)
        if folder.name == BROKEN:
            (folder / "map.xlsx").write_bytes(b"PK\x03\x04 cut off")
        else:
            (folder / "map.csv").write_text(journey(number), encoding="utf-8")
    return home


def journey(owners: int) -> str:
    """A map with so many owners; five at the most."""
    rows = [f"{stage},Desk {at},{f'Desk manager {at}' if at < owners else ''},Calm" for at, stage in enumerate(STAGES)]
    return HEAD + "\n".join(rows) + "\n"


@cache
def rules() -> Rules:
    return load_rules()


def run_on(home: Path, kept: Path, watch: Watch = lambda _: None, jobs: int = 1) -> Portfolio:
    """A whole run with its state kept in a file."""
    loaded, request = rules(), Request(home, DAY)
    programmes = find_programmes(home)
    state = State(kept, terms_of_run(request, loaded.ruleset, DAY))
    try:
        run(programmes, request, state, jobs, watch)
        return portfolio(programmes, loaded.ruleset, state, DAY)
    finally:
        state.close()
