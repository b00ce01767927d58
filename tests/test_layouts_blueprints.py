"""Service blueprints: several tables on a sheet, small tables under stages, lanes named by who acts; narratives."""

from __future__ import annotations

from drawing import read, the_map

from cxaudit.layout import Reading


def fields(reading: Reading) -> dict[str, str]:
    """The field that each label of a sheet was taken for first."""
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


KENNEL = (
    "Service blueprint: boarding kennel\n"
    "Lane | Enquiring | Booking | Stay | Collecting\n"
    "Owner action | Rings up | Pays the deposit | Visits the dog | Takes the dog home\n"
    "Visible to the owner | Voice | Slip | Run | Counter\n"
    "Behind the scenes | Checks the runs | Writes the book | Feeds and walks | Washes the run\n"
    "\n"
    "The grooming round\n"
    "\n"
    "Lane | Asking for a groom | Bathing | Paying\n"
    "Owner action | Ticks the list | Waits outside | Pays at the counter\n"
    "Visible to the owner | List | Window | Till\n"
    "Behind the scenes | Sorts the lists | Bathes the dog | Counts the till"
)


def test_a_second_table_begins_where_the_corner_comes_again() -> None:
    maps = [journey for table in read(KENNEL, "Blueprint").tables for journey in table.maps]
    assert [[stage.name.text for stage in journey.stages] for journey in maps] == [
        ["Enquiring", "Booking", "Stay", "Collecting"],
        ["Asking for a groom", "Bathing", "Paying"],
    ]


BAKERY = (
    "Service blueprint of the wedding bakery\n"
    "Phase 1: Tasting\n"
    "Touchpoint | Couple action | Bakery action\n"
    "Tasting table | Tries six fillings | Bakes samples the day before\n"
    "Sketch | Names the colours | Draws the tiers on paper\n"
    "\n"
    "Phase 2: Baking\n"
    "Touchpoint | Couple action | Bakery action\n"
    "Call | Confirms the number of guests | Orders flour and fruit in time\n"
    "Photo | Agrees to the figures | Sends a picture of the rehearsal\n"
    "\n"
    "Phase 3: Wedding day\n"
    "Touchpoint | Couple action | Bakery action\n"
    "Van | Shows where the table stands | Drives slowly and builds up the tiers\n"
    "Cutting | Cuts the first slice | Waits in the kitchen for the empty stands"
)


def test_small_tables_under_counted_phases_are_one_map() -> None:
    journey = the_map(read(BAKERY, "Blueprint"))
    assert [stage.name.text for stage in journey.stages] == [
        "Phase 1: Tasting",
        "Phase 2: Baking",
        "Phase 3: Wedding day",
    ]
    assert [len(stage.steps) for stage in journey.stages] == [2, 2, 2]


def test_lanes_of_a_blueprint_are_known_by_who_acts_in_them() -> None:
    reading = read(
        "Service blueprint\n"
        "Stage | Customer | Frontstage | Backstage | Partners | Owner\n"
        "Enquiry | Asks for a date by phone | Voice | Looks it up in the book | Hold a slot for a day | Desk\n"
        "Booking | Pays half in advance | Slip | Writes the slip | Are told of the date | Desk\n"
        "Ride | Rides along the river | Guide | Cleans the saddles | Bring the hay in the morning | Stable",
        "Blueprint",
    )
    assert fields(reading)["Customer"] == "activity"
    assert fields(reading)["Partners"] == "backstage"


def test_support_stands_behind_the_scenes_of_a_blueprint_though_it_is_but_named() -> None:
    reading = read(
        "Service blueprint\n"
        "Stage | Frontstage | Backstage | Support\n"
        "Discover | Ad in the paper | Plans the campaign | CRM\n"
        "Order | Shop page | Checks the stock | ERP\n"
        "Receive | Parcel | Packs the parcel | Carrier",
        "Blueprint",
    )
    assert fields(reading)["Support"] == "backstage"


def test_a_column_of_customers_names_stays_one_of_personas() -> None:
    reading = read(
        "Service blueprint\n"
        "Stage | Customer | Frontstage | Backstage\n"
        "Enquiry | Anouk | Voice | Looks it up in the book\n"
        "Booking | Bertil | Slip | Writes the slip\n"
        "Ride | Anouk | Guide | Cleans the saddles",
        "Blueprint",
    )
    assert fields(reading)["Customer"] == "persona"


def test_beside_the_customers_action_anothers_action_is_not_seen() -> None:
    rows = (
        "Customer journey\n"
        "Stage | {client} | Studio action | Touchpoint | Pain points\n"
        "Discovery | Schedules a talk | Draws up questions | Kick-off call | No free slot\n"
        "Design | Gives feedback | Draws the screens | Review | Long rounds\n"
        "Launch | Signs off | Puts the site online | Handover | Late sign-off"
    )
    assert fields(read(rows.format(client="Client action"), "Journey"))["Studio action"] == "backstage"
    assert fields(read(rows.format(client="Goal"), "Journey"))["Studio action"] == "activity"


def test_a_narrative_that_counts_its_steps_is_a_map() -> None:
    journey = the_map(
        read(
            "Customer journey\n"
            "1. Ticket hunt | The visitor looks for two seats that are next to each other.\n"
            "2. Foyer | They hand in their coats and find a glass of water.\n"
            "3. Interval | If the visitor is thirsty again, they queue at the long bar.\n"
            "4. Way home | They look for the last tram on the board by the door.",
            "Journey",
        )
    )
    assert [stage.name.text for stage in journey.stages][:2] == ["1. Ticket hunt", "2. Foyer"]


def test_instructions_that_count_their_steps_are_no_map() -> None:
    reading = read(
        "Customer journey mapping workshop\n"
        "1. Invite | The project team invites people from sales, service and the shops.\n"
        "2. Post-its | Our facilitator hands out notes and explains the colours to all.\n"
        "3. Walk | The team walks through the shop with notes in their hands.\n"
        "4. Tidy up | Our assistant takes pictures of the wall and types them up.",
        "Workshop",
    )
    assert not any(table.maps for table in reading.tables)
