"""Tables under a title of a journey are maps, though their stages have columns that no list knows."""

from __future__ import annotations

from drawing import read, the_map


def test_stages_under_a_title_of_a_journey_need_no_known_lane_where_words_tell_them() -> None:
    journey = the_map(
        read(
            """
            Journey map of the archive
            Stage    | Actor  | With the new desk
            Asking   | Reader | Writes what she looks for in her own words
            Fetching | Clerk  | Finds the box by its number alone
            Reading  | Reader | Sits by the window until the bell rings
            """
        )
    )
    assert [stage.name.text for stage in journey.stages] == ["Asking", "Fetching", "Reading"]


def test_numbered_steps_need_one_lane_of_a_customer_under_a_title_of_a_journey() -> None:
    drawing = """
        Journeys of a reader

        The core journey
        # | Step                       | {}                  | Box
        1 | Find a box                 | List of all boxes   | 12
        2 | Ask whether it may be seen | Letter to the clerk | 14
        3 | Sit down with it           | Room on the left    | 16
        """
    names = [stage.name.text for stage in the_map(read(drawing.format("Where it happens"))).stages]
    assert names == ["Find a box", "Ask whether it may be seen", "Sit down with it"]
    assert not any(table.lanes for table in read(drawing.format("Shelf")).tables)


def test_tables_with_the_same_words_on_top_are_the_stages_of_one_map_whatever_their_cells_tell() -> None:
    journey = the_map(
        read(
            """
            Journey map

            BEFORE (at home)
            Step        | Goal         | Question           | What we do
            Packs       | Forget none  | "Is it cold?"      | Shows the weather
            Locks up    | Be safe      | "Is the gas off?"  | Reminds of the gas

            DURING (on the road)
            Step        | Goal         | Question           | What we do
            Drives      | Arrive       | "Which way?"       | Shows the way
            Rests       | Not get tired | "Where is coffee?" | Shows the inns

            AFTER
            Step        | Goal         | Question           | What we do
            Unpacks     | Be done      | "Where are my keys?" | Waits
            Tells       | Be heard     | "Who wants to see?"  | Makes an album
            """
        )
    )
    assert [stage.name.text for stage in journey.stages] == ["BEFORE", "DURING", "AFTER"]


def test_times_may_lead_a_table_of_what_a_customer_does() -> None:
    drawing = """
        Journey of a referee
        {}     | Action                     | Platform
        8:10 AM  | Reads the message          | Phone
        9:00 AM  | Looks at the list of teams | Web
        10:30 AM | Whistles                   | Field
        """
    journey = the_map(read(drawing.format("Time")))
    assert [(lane.label, lane.field) for lane in journey.lanes] == [
        ("Time", "duration"),
        ("Action", "activity"),
        ("Platform", "channel"),
    ]
    assert len(journey.stages[0].steps) == 3
    words = drawing.replace("8:10 AM", "Morning").replace("9:00 AM", "Later").replace("10:30 AM", "Noon")
    assert not any(table.maps and table.lanes for table in read(words.format("Time")).tables)


def test_a_header_that_begins_with_the_steps_may_have_many_columns_that_nobody_knows() -> None:
    journey = the_map(
        read(
            """
            Journey B: booking a boat
            Step      | Screen  | Button      | Spinning | Bare    | Fine      | Away
            Boat list | Harbour | Tap a boat  | Waves    | No boat | All boats | Home
            Boat      | Deck    | Take a seat | Waves    | Sunk    | Seats     | Harbour
            Paying    | Till    | Pay for it  | Waves    | No till | Receipt   | Deck
            """.replace("Button ", "Action ")
        )
    )
    assert [stage.name.text for stage in journey.stages] == ["Boat list", "Boat", "Paying"]
