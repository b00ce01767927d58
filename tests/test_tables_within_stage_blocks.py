"""Small tables below the headings of stages: what stands above and below them is said of the whole stage."""

from __future__ import annotations

from drawing import given, read

from cxaudit.model import Stage

PLUMBING = """
How households live with our plumbers

1. Notices a leak
In short      | The tap drips at night
Step          | Does               | Feels    | Touchpoint   | Channel | Pain point
Listens       | Puts a bowl below  | Annoyed  | Almanac      | Paper   | Drips wake the baby
Asks          | Asks at the bakery | Hopeful  | Bakery       | Shop    | Nobody knows a name
Responsible   | Advertising
2. Compares plumbers
In short      | Three names are set side by side
Step          | Does               | Feels    | Touchpoint   | Channel | Pain point
Goes through  | Reads the ratings  | Doubtful | Ratings page | Web     |
Responsible   | Sales
Trust in all  | Lost: a fee appears late
3. Pays the bill
Step          | Does               | Feels    | Touchpoint   | Channel | Pain point
Gets the bill | Checks the hours   | Tense    | Bill         | Post    | Hours are rounded up
Responsible   | Bookkeeping
"""


def stages() -> tuple[Stage, ...]:
    (table,) = read(PLUMBING).tables
    assert table.layout == "stage-blocks"
    return table.maps[0].stages


def test_the_rows_of_a_table_in_a_block_are_the_steps_of_its_stage() -> None:
    assert [[step.name.text for step in stage.steps] for stage in stages()] == [
        ["Listens", "Asks"],
        ["Goes through"],
        ["Gets the bill"],
    ]
    first = stages()[0].steps[1].fields
    assert given(first, "touchpoint") == ("Bakery",)
    assert given(first, "emotion") == ("Hopeful",)


def test_labels_around_the_table_are_said_of_the_whole_stage() -> None:
    assert [given(stage.fields, "owner") for stage in stages()] == [("Advertising",), ("Sales",), ("Bookkeeping",)]
    assert given(stages()[0].fields, "step_definition") == ("The tap drips at night",)
    assert [step.name.text for step in stages()[1].steps] == ["Goes through"]


def test_an_empty_cell_of_the_table_is_an_empty_entry_of_its_step() -> None:
    (entry,) = stages()[1].steps[0].fields["pain_point"]
    assert (entry.text, entry.place.cell, entry.why_not) == ("", "F12", "is empty")


def test_stages_that_call_themselves_so_may_each_hold_a_table_of_another_shape() -> None:
    (table,) = read(
        """
        Journey of a learner

        Phase 1: Discovery
        Trigger | Needs Danish for work
        Emotion | Curious

        Phase 2: Onboarding
        Step | User action | Response | Emotion
        1 | Opens the page | Welcome | Glad
        2 | Says what for | A path | Sure

        Phase 3: Learning
        Session | Content | Interaction | Duration
        1 | Vowels | Listens | 5 min
        2 | Greetings | Speaks | 5 min

        Phase 4: Zephyr (Levels 3–4)
        Activity | Description | Frequency
        Calls | Talks with a teacher | Daily
        Letters | Writes to a friend | Weekly
        """
    ).tables
    assert [stage.name.text for stage in table.maps[0].stages] == [
        "Phase 1: Discovery",
        "Phase 2: Onboarding",
        "Phase 3: Learning",
        "Phase 4: Zephyr",
    ]
    assert [step.name.text for step in table.maps[0].stages[1].steps] == ["1", "2"]


def test_a_heading_right_above_that_of_a_stage_is_no_label_of_the_stage_before() -> None:
    (table,) = read(
        """
        User journey of a car club
        Buyer journey

        Stage 1 — Enter
        Mindset | Curious
        Touchpoint | Home page
        Emotions

        Ownership journey

        Stage 2 — Keep up
        Mindset | Proud
        Touchpoint | Garage
        Emotions | Glad
        """
    ).tables
    assert [lane.label for lane in table.lanes] == ["Mindset", "Touchpoint", "Emotions"]


COUNTED = """
How a guest meets our night train
Stage 1: Looks for a bed
"Is there one that runs at night?"
Touchpoints | Timetable
Emotions    | Curious
Stage 2: Travels
"I slept like a stone."
Touchpoints | Sleeping car
Emotions    | Rested

Moments of truth
# | Moment          | Why
1 | The first berth | Too short or not
2 | The breakfast   | Warm or not
"""


def test_the_head_of_a_counted_table_is_made_of_labels_and_its_counts_are_none() -> None:
    (table,) = read(COUNTED).tables
    labels = {lane.label: lane.field for lane in table.lanes}
    assert labels["Moment"] == "moment"
    assert not {"1", "2"} & set(labels)
    assert labels["#"] == "other"


def test_an_unknown_heading_that_comes_again_over_its_values_is_a_label() -> None:
    drawn = """
    How a guest meets our night train
    Stage 1: Looks for a bed
    Touchpoints
                | Timetable
    Zxqvv
                | Two berths
    Emotions
                | Curious
    Stage 2: Travels
    Touchpoints
                | Sleeping car
    Zxqvv
                | Four berths
    Emotions
                | Rested
    """
    (table,) = read(drawn).tables
    assert {lane.label: lane.field for lane in table.lanes}["Zxqvv"] == "other"
