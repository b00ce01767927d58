"""Labels told by what stands beside their own word: a gloss, a legend, the label before, the lane of problems."""

from __future__ import annotations

from drawing import read, the_map

ACROSS = """
The borrower's journey
Stage          | Hearing of it | Comparing   | Signing     | Paying it back
What they do   | Asks a friend | Lists rates | Signs       | Pays monthly
Touchpoints    | Friend        | Website     | Branch      | Letter
{label}        | {cells}
"""


def field_of(label: str, cells: str = "Aaa bbb | Ccc ddd | Eee fff | Ggg hhh") -> str:
    journey = the_map(read(ACROSS.format(label=label, cells=cells)))
    shown = label.rsplit("\n", 1)[-1].split("|", maxsplit=1)[0].strip()
    return next(lane.field for lane in journey.lanes if lane.label == shown)


def test_an_unknown_label_with_a_gloss_in_brackets_stands_for_what_that_says() -> None:
    assert field_of("Tulips (what pleases)") == "enabler"
    assert field_of("Ferryman (who is responsible)") == "owner"


def test_a_label_with_a_legend_behind_a_colon_stands_for_what_is_before_it() -> None:
    assert field_of("Trust: ++ much, -- none", "++ kept | -- late | ++ open | ++ warm") == "trust"


def test_a_label_that_goes_on_stands_for_the_same_as_the_one_before() -> None:
    rows = "Content | Rates | Table | Form | Statement\n… and to what end"
    assert field_of(rows, "Saves it | Prints it | Keeps it | Files it") == "content"


def test_wanting_to_read_see_or_try_is_one_label_of_content() -> None:
    journey = the_map(read(ACROSS.format(label="Needs to hear, see or touch", cells="Rates | Table | Form | Letter")))
    assert [lane.field for lane in journey.lanes if lane.label.startswith("Needs")] == ["content"]


PAIRED = """
The borrower's journey
Stage        | Hearing of it     | Comparing       | Signing             | Paying it back
Touchpoints  | Friend            | Website         | Branch              | Letter
Problems     | Knows no bank     | Rates differ    | Forty pages to sign | Fee comes late
Zephyr       | {}
"""


def zephyr(cells: str) -> str:
    return next(lane.field for lane in the_map(read(PAIRED.format(cells))).lanes if lane.label == "Zephyr")


def test_phrases_under_an_unknown_label_behind_the_problems_say_what_helps() -> None:
    assert (
        zephyr("A friend vouches for us | Table on one page | The clerk reads it out | Bill warns ahead") == "enabler"
    )


def test_numbers_or_one_word_again_and_again_behind_the_problems_do_not() -> None:
    assert zephyr("3 | 4 | 1 | 5") == "other"
    assert zephyr("High | High | Low | High") == "other"


def test_a_column_that_counts_the_rows_is_no_lane_that_the_title_names() -> None:
    journey = the_map(
        read("""
Customer journey of dog owners
#  | Stage     | Touchpoints | Feelings
1  | Awareness | Poster      | Curious
2  | Purchase  | Shop        | Glad
3  | Use       | App         | Content
""")
    )
    assert "owner" not in {lane.field for lane in journey.lanes}


def test_a_lane_whose_cells_list_known_measures_is_one_of_measures() -> None:
    cells = "Website visits; bounce rate | Cost per lead; open rate | Conversion rate; NPS | Churn rate; CSAT"
    assert field_of("Zephyr", cells) == "metric"


def test_sentences_that_use_the_words_of_measures_make_no_lane_of_measures() -> None:
    cells = (
        "Retention increases as the lists feel fresh every week | Onboarding begins with a short survey on what they "
        "like | Makes lists of what is listened to in the first session | Engaged every day of the first week, then "
        "comes back as a regular"
    )
    assert field_of("Zephyr", cells) != "metric"


def test_a_remark_in_brackets_behind_a_full_stop_is_no_part_of_the_name_of_a_measure() -> None:
    drawing = """
Stage     | Touchpoints | Emotions | Metric
Awareness | Poster      | Curious  | Bounce rate. (If it is high, the poster says too little.)
Purchase  | Shop        | Glad     | Conversion rate (CR). (Half of all visitors.)
Use       | App         | Content  | Zephyr figure. (Share of customers who come back.)
"""
    (table,) = read(drawing).tables
    assert [(metric.name.text, metric.metric_class) for metric in table.metrics] == [
        ("Bounce rate", "acquisition"),
        ("Conversion rate (CR)", "acquisition"),
        ("Zephyr figure", "customer_centric"),
    ]
