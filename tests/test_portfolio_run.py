"""A run over twelve programmes: what it finds, that it resumes, and that a bad programme costs only itself."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from portfolio_builders import BROKEN, DAY, journey, rules, run_on, twelve

from cxaudit import session
from cxaudit.errors import UsageError
from cxaudit.portfolio.audit import Request, Task
from cxaudit.portfolio.document import Portfolio
from cxaudit.portfolio.run import Step, terms_of_run
from cxaudit.portfolio.state import State
from cxaudit.portfolio.workers import audited
from cxaudit.scorecard import Scorecard


@dataclass(frozen=True)
class Done:
    """A copy of the twelve programmes and of the state of a whole run over them, with what it found."""

    home: Path
    kept: Path
    found: Portfolio


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Done:
    place = tmp_path_factory.mktemp("once")
    home = twelve(place / "towns")
    return Done(home, place / "state.jsonl", run_on(home, place / "state.jsonl"))


@pytest.fixture
def done(once: Done, tmp_path: Path) -> Done:
    shutil.copytree(once.home, tmp_path / "towns")
    shutil.copy(once.kept, tmp_path / "state.jsonl")
    return Done(tmp_path / "towns", tmp_path / "state.jsonl", once.found)


class Finished:
    """Notes what is told of a run, and interrupts it after so many programmes."""

    def __init__(self, stop_after: int = 99) -> None:
        self.anew: list[str] = []
        self._stop_after = stop_after

    def __call__(self, step: Step) -> None:
        if not step.stood:
            self.anew.append(step.result.found.name)
        if step.number == self._stop_after:
            raise KeyboardInterrupt


def test_good_programmes_are_ranked_and_the_broken_one_is_named(once: Done) -> None:
    found = once.found
    assert [each.name for each in found.failed] == [BROKEN]
    assert "map.xlsx: The file is cut off or damaged" in next(iter(found.failed)).reason
    names = [each.programme.name for each in found.programmes]
    assert names[-3:] == ["town-02", "town-01", "town-00"]
    assert [each.place for each in found.programmes] == [1, 1, 1, 1, 1, 1, 7, 8, 9, 10, 11]
    assert found.verdict.startswith("11 programmes audited, 1 could not be.")


def test_a_programmes_row_says_what_its_own_audit_says(once: Done) -> None:
    row = next(each.programme for each in once.found.programmes if each.programme.name == "town-02")
    alone = alone_of(once.home / "town-02")
    assert (row.score, row.coverage, row.interval) == (alone.score, alone.coverage, alone.interval)
    assert row.dimensions == {each.id: each.score for each in alone.dimensions}
    assert row.costliest is not None
    assert (row.costliest.rule, row.costliest.points) == (alone.ledger[0].id, alone.ledger[0].points_lost)


def test_the_points_of_costly_rules_are_the_means_of_the_programmes_losses(once: Done) -> None:
    cards = [alone_of(once.home / each.programme.name) for each in once.found.programmes]
    for costly in once.found.costly_rules:
        lost = [rule.points_lost for card in cards for rule in card.rules if rule.id == costly.rule]
        assert costly.points == pytest.approx(sum(lost) / len(cards), abs=1e-4)
        assert costly.programmes == sum(1 for points in lost if points > 0)
    assert sum(costly.largest_in for costly in once.found.costly_rules) == len(cards)


def test_two_workers_give_what_one_gives(once: Done, tmp_path: Path) -> None:
    assert run_on(once.home, tmp_path / "two.jsonl", jobs=2).to_json() == once.found.to_json()


def test_an_interrupted_run_goes_on_and_ends_the_same(once: Done, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run_on(once.home, tmp_path / "state.jsonl", Finished(stop_after=5))
    rest = Finished()
    assert run_on(once.home, tmp_path / "state.jsonl", rest).to_json() == once.found.to_json()
    assert rest.anew == [f"town-{number:02}" for number in range(5, 12)]


def test_a_line_that_was_cut_off_is_audited_again(done: Done) -> None:
    done.kept.write_bytes(done.kept.read_bytes()[:-40])
    rest = Finished()
    assert run_on(done.home, done.kept, rest).to_json() == done.found.to_json()
    assert rest.anew == [BROKEN, "town-11"]


def test_only_a_programme_that_has_changed_is_audited_again(done: Done, tmp_path: Path) -> None:
    home = done.home
    (home / "town-00" / "map.csv").write_text(journey(5), encoding="utf-8")
    (home / "town-02" / "cxaudit.yaml").write_text("schema: cxaudit-engagement/1\nclient: Ostby\n", encoding="utf-8")
    again = Finished()
    found = run_on(home, done.kept, again)
    assert again.anew == ["town-00", "town-02", BROKEN]  # what failed is always tried again
    assert found.to_json() == run_on(home, tmp_path / "fresh.jsonl").to_json()


def test_a_programme_that_is_gone_leaves_the_table(done: Done, tmp_path: Path) -> None:
    (done.home / "town-00").rename(tmp_path / "elsewhere")
    assert "town-00" not in {each.programme.name for each in run_on(done.home, done.kept).programmes}


def test_results_of_other_rules_or_of_another_day_do_not_stand(done: Done) -> None:
    other_day = terms_of_run(Request(done.home, DAY.replace(year=2027)), rules().ruleset, DAY)
    other_rules = replace(other_day, rules="another digest")
    for terms in (other_day, other_rules):
        state = State(done.kept, terms)
        assert (state.outdated, state.earlier) == (True, 0)
        state.close()


def test_a_file_that_is_no_state_is_not_written_over(tmp_path: Path) -> None:
    kept = tmp_path / "notes.txt"
    kept.write_text("what the client said\n", encoding="utf-8")
    with pytest.raises(UsageError, match="this is no state of 'cxaudit portfolio'"):
        State(kept, terms_of_run(Request(tmp_path), rules().ruleset, DAY))
    assert kept.read_text(encoding="utf-8") == "what the client said\n"


def alone_of(home: Path) -> Scorecard:
    """The programme's own audit."""
    return session.audit(home, as_of=DAY, load=lambda _: rules())


class Deadly(Task):
    """A task that ends the process which takes it, as a crash in a library would."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_worker_that_dies_costs_only_the_programme_it_was_at(tmp_path: Path) -> None:
    home = twelve(tmp_path / "towns")
    tasks = [Task("town-00"), Deadly("town-01"), Task("town-02"), Task("town-03")]
    results = {task.name: result for task, result in audited(Request(home, DAY), tasks, jobs=2)}
    scores = {name: getattr(result.found, "score", None) for name, result in results.items() if result}
    assert sorted(scores) == ["town-00", "town-01", "town-02", "town-03"]
    assert [name for name, score in scores.items() if score is None] == ["town-01"]
