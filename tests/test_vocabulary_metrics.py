"""What a measure measures: whose success it tells of, by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.vocabulary import load_vocabulary

RULES = Path(__file__).parent.parent / "rules" / "vocabulary"
VOCABULARY = load_vocabulary(RULES).spoken_in(["what customers and the company do"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CSAT after support ticket", "customer_centric"),
        ("Satisfaction with the waiting time", "customer_centric"),
        ("Waiting time", "operational"),
        ("Payment success rate", "operational"),
        ("Task success rate", "customer_centric"),
        ("Discovery calls scheduled", "acquisition"),
        ("Calls per agent", "operational"),
        ("D1/D7/D30", "customer_centric"),
        ("Employee satisfaction", "operational"),
        ("Inventory turnover", "operational"),
        ("Cost per contact", "financial"),
        ("Something nobody measures", "unclear"),
    ],
)
def test_a_measure_is_of_the_class_that_its_name_tells(name: str, kind: str) -> None:
    assert VOCABULARY.metric(name).metric_class == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Success rate of the welds", "unclear"),
        ("Guest towels washed", "unclear"),
        ("Quality of the gravel", "unclear"),
        ("Users who saved a recipe", "customer_centric"),
        ("Completion", "customer_centric"),
        ("Friendliness at the gate", "customer_centric"),
        ("Happy queue", "unclear"),
    ],
)
def test_everyday_words_make_a_measure_the_customers_only_together_or_alone(name: str, kind: str) -> None:
    assert VOCABULARY.metric(name).metric_class == kind


@pytest.mark.parametrize("name", ["Hours between bookings", "Minutes until sales answers", "Days of contracts"])
def test_a_measure_that_opens_with_a_unit_of_time_measures_time(name: str) -> None:
    assert VOCABULARY.metric(name).metric_class == "operational"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Time to first sketch", "customer_centric"),
        ("Time to first response", "operational"),
        ("First meal plan created", "customer_centric"),
        ("Playlists saved > 5", "customer_centric"),
        ("Saved seats in the van", "unclear"),
        ("Loan decision time", "operational"),
        ("Rescheduled rooms shown <= 2s", "operational"),
        ("Stall → table", "acquisition"),
        ("Table selection rate", "acquisition"),
        ("Reminder open rate", "operational"),
    ],
)
def test_how_a_measure_is_put_tells_its_class_where_its_words_are_not_known(name: str, kind: str) -> None:
    assert VOCABULARY.metric(name).metric_class == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anrufwartezeit", "operational"),
        ("Portalzufriedenheit", "customer_centric"),
        ("Messebesuche", "acquisition"),
        ("Garagenerlöse", "financial"),
    ],
)
def test_a_compound_that_no_list_has_is_of_the_class_of_what_it_ends_in(name: str, kind: str) -> None:
    assert load_vocabulary(RULES).spoken_in(["was Kunden und die Firma tun", name]).metric(name).metric_class == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Délai jusqu'au premier devis envoyé", "customer_centric"),
        ("Retards de livraison", "operational"),
        ("Puntos canjeados", "customer_centric"),
        ("Atrasos na entrega", "operational"),
        ("Неявки на приём", "operational"),
        ("受注率", "acquisition"),
        ("학습 깊이", "customer_centric"),
        ("영상 재생 지연 p95", "operational"),
        ("地图显示 <= 2s", "operational"),
    ],
)
def test_measures_of_other_languages_are_of_the_class_that_their_words_tell(name: str, kind: str) -> None:
    assert load_vocabulary(RULES).metric(name).metric_class == kind


def test_an_everyday_word_is_less_sure_than_a_telling_one() -> None:
    assert VOCABULARY.metric("Shares").confidence < VOCABULARY.metric("Friendliness at the gate").confidence


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Completion rate", "customer_centric"),
        ("Lesson wizard completion", "customer_centric"),
        ("Checkout drop-off", "acquisition"),
        ("Drop-off", "customer_centric"),
        ("Sketch upload rate", "customer_centric"),
        ("Session duration", "customer_centric"),
        ("Recipes viewed per session", "customer_centric"),
        ("Push notification open rate", "customer_centric"),
        ("Cold email replies", "acquisition"),
        ("Visits from partners", "acquisition"),
        ("Blended CAC", "acquisition"),
        ("LTV / CAC", "financial"),
        ("Net revenue retention", "financial"),
        ("Customer lifetime value", "customer_centric"),
        ("Ad revenue", "financial"),
        ("Door success rate", "operational"),
        ("Van utilisation", "operational"),
        ("Repositories with checked branches enabled", "operational"),
        ("Articles published", "operational"),
    ],
)
def test_families_of_names_tell_what_is_counted(name: str, kind: str) -> None:
    assert VOCABULARY.metric(name).metric_class == kind


@pytest.mark.parametrize("name", ["Sketches saved (first 60 days)", "Sketches saved"])
def test_the_time_in_brackets_behind_a_name_is_not_what_is_counted(name: str) -> None:
    assert VOCABULARY.metric(name).metric_class == "customer_centric"
