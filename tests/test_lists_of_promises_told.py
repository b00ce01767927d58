"""Lists of improvements and practices told apart from maps and from each other, and judged as the plan they are."""

from __future__ import annotations

from drawing import grid, read, vocabulary
from scorecards import map_of, scorecard_of

from cxaudit import pipeline
from cxaudit.layout import Reading

HEADS_OF_A_MAP = """
To be done

Measure taken on             | Stage    | In charge     | Ready by
Say the fee at the desk      | Joining  | Bursar's team | 31 March 2027
Ring back the same day       | Trouble  | Porter        | 15 January 2027
Hang up the plan of the hall | Arriving | Works crew    | open
"""
SINCE = """
How we go about it

Practice                                                        | In place? | Since | Proof
What tenants say is combined with what each tenant pays         | yes       | 2023  | Joined by tenant number
Staff are trained in personas and journey maps                  | yes       | 2022  | Two days a year
Journey and personas are revised as tenants change              | partly    | 2021  | In spring
"""
LATER = "\nWhat\t|Who|When\n".replace("\t", " ") + (
    "Paint the stairs green | Caretaker   | May 2027\n"
    "Answer within one day  | Letting desk| June 2027\n"
    "Show the rent at once  | Web people  | July 2027\n"
)


def fields(reading: Reading) -> list[str]:
    return [lane.field for table in reading.tables for lane in table.lanes]


def test_a_title_tells_improvements_though_their_heads_could_be_a_maps() -> None:
    reading = read(HEADS_OF_A_MAP)
    assert reading.kind == "other"
    assert fields(reading)[0] == "opportunity"
    assert fields(reading)[2:] == ["owner", "other.due"]


def test_a_date_that_is_open_is_none() -> None:
    (journey,) = [journey for table in read(HEADS_OF_A_MAP).tables for journey in table.maps]
    due = [step.fields["other.due"][0].why_not for stage in journey.stages for step in stage.steps]
    assert due == ["", "", "is no date"]


def test_practices_that_say_since_when_are_no_promises() -> None:
    assert read(SINCE).kind == "practices"


def test_what_who_and_when_are_promises() -> None:
    assert fields(read(LATER)) == ["opportunity", "owner", "other.due"]


def test_where_a_plan_is_kept_the_ideas_on_the_map_are_no_part_of_it() -> None:
    ideas = map_of("Renting", [{"name": "Use", "opportunity": ["Greener stairs", "Warmer hall"]}], "opportunity")
    plan = map_of(
        "Plan",
        [{"name": "", "opportunity": "Paint the stairs", "other.action_owner": "Caretaker", "other.due": "May 2027"}],
        "opportunity",
        "other.action_owner",
        "other.due",
    )
    both, alone = scorecard_of({"maps": [*ideas["maps"], *plan["maps"]]}), scorecard_of(ideas)
    shares = [(rule.met, rule.total) for card in (both, alone) for rule in card.rules if rule.id == "GV09"]
    assert shares == [(1, 1), (0, 1)]


def test_the_names_of_persons_head_their_columns_whatever_stands_in_the_corner() -> None:
    sheet = """
Characteristics | Plumber Ines    | Retired Olaf
Age             | 41              | 70
Goals           | Finish by four  | Stay in the flat
Frustrations    | Waiting         | Small print
Decides by      | Price           | Trust
"""
    found = [p.name.text for table in read(sheet, "Our personas").tables for p in table.personas]
    assert found == ["Plumber Ines", "Retired Olaf"]


def test_places_in_the_first_row_are_no_persons() -> None:
    sheet = """
Location     | New York       | San Diego
Age          | 41             | 70
Goals        | Finish by four | Stay in the flat
Frustrations | Waiting        | Small print
"""
    found = [p.name.text for table in read(sheet, "Our personas").tables for p in table.personas]
    assert "New York" not in found


def test_a_title_may_name_the_personas_in_short() -> None:
    path = """
The way of tenants (Ines, Olaf)

Stage    | Touchpoints | Emotions
Looking  | Web         | Curious
Signing  | Office      | Tense
Living   | Caretaker   | Calm
"""
    cards = (
        "Characteristics | Plumber Ines | Retired Olaf\nAge | 41 | 70\nGoals | Rest | Stay\nFrustrations | Noise | Dust"
    )
    readings = pipeline.read([grid(path, "Way"), grid(cards, "Personas")], vocabulary())
    (journey,) = [journey for table in readings[0].tables for journey in table.maps]
    assert [entry.text for entry in journey.about["persona"]] == ["Plumber Ines", "Retired Olaf"]


NUMBERED = """
From the meeting in May

No. | What we will change            | Stage    | Done by whom    | By when
1   | Longer hours on Thursdays      | Joining  | Front desk lead | 3 June 2027
2   | A map of the lockers           | Arriving | Works crew      | 9 June 2027
3   | Lend towels to those who forgot| Using    | Front desk lead | 2 July 2027
"""
NUMBERED_UNKNOWN = NUMBERED.replace("What we will change", "Bb bb").replace("Stage    ", "Cc       ")


def test_a_column_that_numbers_the_rows_may_stand_before_the_improvements() -> None:
    for sheet in (NUMBERED, NUMBERED_UNKNOWN):
        reading = read(sheet)
        found = fields(reading)
        assert reading.kind == "other"
        assert (found[1], found[3].removeprefix("other.action_"), found[4]) == ("opportunity", "owner", "other.due")
