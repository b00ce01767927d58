"""Maps of hundreds of rows: written by people or put out by a program, they are maps while they tell of people."""

from __future__ import annotations

from drawing import read, the_map

from cxaudit.layout import Reading

STAGES = ("Awareness", "Comparing", "Purchase", "Use")
HEAD = "Stage | Touchpoint | Goal | Emotion | Pain point"


def _long(rows: list[str], head: str = HEAD) -> Reading:
    return read("\n".join((head, *rows)), "Map")


def test_a_long_map_of_few_different_words_is_no_list_of_records() -> None:
    found = _long([f"{STAGES[n // 30]} | Shop | Save | Calm | Queue" for n in range(120)])
    assert found.kind == "journey"
    assert [len(stage.steps) for stage in the_map(found).stages] == [30] * 4


def test_a_log_of_few_different_words_is_one() -> None:
    log = [f"{STAGES[n // 30]} | Shop | Web | Sale" for n in range(120)]
    assert _long(log, "Stage | Touchpoint | Channel | Action").kind == "other"


def test_stages_that_come_again_hundreds_of_times_are_one_stage_each() -> None:
    found = _long([f"{STAGES[n % 4]} | Shop {n} | Save time | Calm | A queue of {n}" for n in range(120)])
    assert [stage.name.text for stage in the_map(found).stages] == list(STAGES)
    assert [entry.text for entry in the_map(found).stages[1].steps[1].fields["touchpoint"]] == ["Shop 5"]


def test_stages_that_come_again_a_few_times_stay_as_they_stand() -> None:
    found = _long([f"{STAGES[n % 4]} | Shop {n} | Save time | Calm | A queue of {n}" for n in range(12)])
    assert len(the_map(found).stages) == 12
