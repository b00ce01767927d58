"""The scorecard made of results: its sentences, its rounding, and that a reader can work it out again."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict
from scoring_builders import LAW, any_results, judged, left_out, rule, ruleset, unknown

from cxaudit.assemble import Beside, build
from cxaudit.finding import Cited, Finding
from cxaudit.grid import Area
from cxaudit.layout import Reading, Table, Unread
from cxaudit.model import Entry, JourneyMap, Lane, Persona, Place, Programme, Stage, Step
from cxaudit.result import Verdicts
from cxaudit.ruleset import Gate
from cxaudit.scores.rounding import one_decimal, points_to_places, to_places, whole_percent
from cxaudit.terms import Terms

NO_PROGRAMME = Programme()
HOLDS = Gate(max_level=2, when_at_most=0.0, says="no map goes on after acquisition")


def at(cell, sheet="Journey"):
    return Place("client.xlsx", sheet, cell)


def scorecard(*results, programme=NO_PROGRAMME, by_map=(), by_persona=(), target_level=None, **beside):
    verdicts = Verdicts(programme=programme, results=results, by_map=by_map, by_persona=by_persona)
    terms = Terms(as_of=datetime.date(2026, 11, 22), target_level=target_level)
    return build(verdicts, ruleset(results), terms, Beside(**beside))


def test_the_verdict_says_level_score_interval_and_evidence():
    card = scorecard(
        judged(rule("AA01"), 1, 2), judged(rule("AA02"), 2, 3), judged(rule("AA03"), 1, 3), unknown(rule("AA04"))
    )
    assert card.verdict == "Level 3, Established: 50.0 of 100 (37.5 to 62.5), from 75 % of the evidence."


def test_the_verdict_says_provisional_and_leaves_out_an_interval_without_width():
    half = scorecard(judged(rule("AA01"), 1, 2), unknown(rule("AA02")))
    assert half.verdict == "Level 3, Established (provisional): 50.0 of 100 (25.0 to 75.0), from 50 % of the evidence."
    whole = scorecard(judged(rule("AA01"), 1, 3))
    assert whole.verdict == "Level 2, Emerging: 33.3 of 100, from 100 % of the evidence."


def test_without_enough_evidence_there_is_a_score_and_no_level():
    card = scorecard(judged(rule("AA01", "minor"), 1, 1), unknown(rule("AA02", "high"), "no persona was found"))
    assert card.level is None
    assert card.verdict == "No level: 100.0 of 100 (20.0 to 100.0), from 20 % of the evidence; a level needs 40 %."
    assert card.plan.says == (
        "No path without a level: 40 % of the evidence is needed and 20 % is there. "
        "What is missing most: no persona was found."
    )


def test_with_nothing_judged_there_is_no_number_at_all():
    card = scorecard(unknown(rule("AA01")), left_out(rule("BB01")))
    assert (card.score, card.interval, card.level, card.sensitivity, card.gates) == (None, None, None, None, ())
    assert card.verdict == "No score: nothing that the rules ask for could be judged."


def test_a_gate_is_told_in_one_sentence():
    bound = scorecard(judged(rule("AA01", "low", gate=HOLDS), 0, 1), judged(rule("AA02", "high"), 1, 1))
    assert bound.gates[0].says == ("66.6 points is level 4; held at 2 because no map goes on after acquisition (AA01).")
    loose = scorecard(judged(rule("AA01", gate=HOLDS), 0, 1), judged(rule("AA02"), 0, 1))
    assert (loose.gates[0].says, loose.gates[0].binds) == (
        "The level cannot pass 2 while no map goes on after acquisition (AA01).",
        False,
    )


def test_a_second_gate_says_what_it_would_do_by_itself():
    three = Gate(max_level=3, when_at_most=0.0, says="no metric is the customer's")
    card = scorecard(
        judged(rule("AA01", "minor", gate=HOLDS), 0, 1),
        judged(rule("AA02", "minor", gate=three), 0, 1),
        judged(rule("AA03", "critical"), 1, 1),
    )
    assert (
        card.gates[1].says == "71.4 points is level 4; no metric is the customer's (AA02) would hold it at 3 by itself."
    )


def test_the_plan_is_told_in_one_sentence():
    card = scorecard(judged(rule("AA01", effort="medium"), 1, 2), judged(rule("AA02"), 1, 4))
    assert (
        card.plan.says
        == "Level 3 (Established) begins at 45 points: 1 fix (effort 1) lifts the score from 37.5 to 75.0."
    )
    assert (card.plan.to_level, card.plan.score_after, card.plan.level_after, card.plan.needs) == (3, 75.0, 4, 7.5)


def test_a_plan_that_only_frees_a_gate_says_so():
    card = scorecard(judged(rule("AA01", "low", effort="high", gate=HOLDS), 0, 1), judged(rule("AA02", "high"), 1, 1))
    assert card.plan.says == (
        "Level 3 (Established) needs no more points, only AA01 mended (effort 8); the score is then 100.0."
    )


def test_a_level_that_is_reached_and_the_highest_one_say_so():
    top = judged(rule("AA01"), 1, 1)
    assert scorecard(top).plan.says == "Level 5 (Leading) is the highest level: there is no further one to reach."
    assert scorecard(top, target_level=3).plan.says == (
        "Level 3 (Established) is reached: the programme is at level 5."
    )


def test_a_loss_is_shared_over_its_findings_by_their_items():
    cells = (Cited(at("D14"), "tbd"),)
    findings = (
        Finding("AA01: Map: owner", "AA01", "Map: owner", "Map", "no owner lane", cells, items=3),
        Finding("AA01: Map › Call", "AA01", "Map › Call", "Call", "no owner", cells, ("tbd",)),
    )
    info = scorecard(judged(rule("AA01"), 1, 5, findings)).rules[0]
    assert (info.points_lost, [f.points for f in info.findings]) == (80.0, [60.0, 20.0])
    assert asdict(info.findings[1].cells[0]) == {
        "workbook": "client.xlsx",
        "sheet": "Journey",
        "cell": "D14",
        "text": "tbd",
    }


def test_what_to_supply_is_grouped_by_reason_with_the_evidence_it_would_add():
    card = scorecard(
        judged(rule("AA01", "minor"), 1, 1),
        unknown(rule("AA02", "minor"), "no persona was found"),
        unknown(rule("BB01"), "no practice sheet answers this"),
        unknown(rule("AA03", "low"), "no persona was found"),
    )
    assert [(s.what, s.rules, s.coverage) for s in card.supply] == [
        ("No persona was found", ("AA02", "AA03"), round(20 * 3 / 4 / 35, 4)),
        ("No practice sheet answers this", ("BB01",), round(15 / 35, 4)),
    ]


def stage(name, *phases, steps=0, touchpoints=0):
    found = tuple(Entry(f"touchpoint {n}", at(f"B{n + 2}")) for n in range(touchpoints))
    made = tuple(Step(Entry(f"step {n}", at("A9"))) for n in range(steps))
    return Stage(Entry(name, at("B1")), phases, {"touchpoint": found} if found else {}, made)


def test_a_map_counts_its_steps_before_and_after_acquisition():
    stages = (stage("Buy", "purchase", steps=3), stage("Use", "use", steps=2), stage("?", "unclear", steps=1))
    journey = JourneyMap(Entry("Retail", at("A1")), at("A2"), stages)
    results = (judged(rule("AA01"), 1, 4), judged(rule("AA02"), 0, 1), judged(rule("AA03"), 1, 1))
    info = scorecard(*results, by_map=((journey, results),)).maps[0]
    assert (info.name, info.cell, info.before, info.after, info.counted) == ("Retail", "A1", 3, 2, "steps")
    assert (info.phases, info.score, info.losses) == (("purchase", "use"), round(100 * 1.25 / 3, 4), ("AA02", "AA01"))


@pytest.mark.parametrize(("touchpoints", "counted", "sides"), [(4, "touchpoints", (4, 0)), (0, "stages", (1, 1))])
def test_a_map_without_steps_counts_its_touchpoints_or_else_its_stages(touchpoints, counted, sides):
    stages = (stage("Buy", "purchase", touchpoints=touchpoints), stage("Settle in", "delivery", "onboarding"))
    journey = JourneyMap(Entry("", Place("client.xlsx", "Journey", ""), why_not="is empty"), at("A2"), stages)
    info = scorecard(by_map=((journey, ()),)).maps[0]
    assert (info.counted, (info.before, info.after)) == (counted, sides)
    assert (info.name, info.cell, info.score) == ("Journey", "A2", None)


def test_a_persona_is_scored_by_itself():
    persona = Persona(Entry("Ann", at("B2", "Personas")), at("A1", "Personas"))
    results = (judged(rule("AA01"), 1, 1),)
    info = scorecard(by_persona=((persona, results),)).personas[0]
    assert (info.name, info.sheet, info.cell, info.score, info.judged_rules) == ("Ann", "Personas", "B2", 100.0, 1)


def test_a_sheet_is_told_with_its_counts_and_doubts():
    journey = JourneyMap(Entry("Retail", at("A1")), at("A2"), (stage("Buy", "purchase"), stage("Phase X", "unclear")))
    lanes = (
        Lane("owner", "Owner", at("A5")),
        Lane("pain_point", "Painz", at("A6"), "fuzzy", 0.829, ("enabler", "emotion")),
    )
    table = Table("journey", "stages-as-columns", Area(0, 0, 5, 2), 0.9, 12, lanes=lanes, maps=(journey,))
    reading = Reading(
        "client.xlsx", "Journey", False, "journey", "stages-as-columns", 0.9, (table,), (Unread(at("Z9"), "x", "y"),)
    )
    sheet = scorecard(readings=(reading,)).sheets[0]
    assert sheet.counts == {"labels": 2, "maps": 1, "stages": 2, "unread": 1}
    assert sheet.doubts == (
        'A6: "Painz" was taken for pain point, 82 % sure; it could also be enabler or emotion',
        'B1: the phase of the stage "Phase X" could not be told',
    )


def test_the_notes_say_how_much_was_audited():
    programme = Programme(
        maps=(
            JourneyMap(Entry("A", at("A1")), at("A2"), ()),
            JourneyMap(Entry("B", at("A1")), at("A2"), (), inventory=True),
        ),
        personas=(Persona(Entry("Ann", at("B2")), at("A1")),) * 2,
    )
    card = scorecard(programme=programme, notes=("The client's own remark.",))
    assert card.notes == ("Audited: 1 journey map, 1 list of touchpoints, 2 personas.", "The client's own remark.")


@LAW
@given(any_results())
def test_a_reader_can_work_out_the_scores_from_the_document(results):
    card = scorecard(*results)
    dimensions = []
    for dimension in card.dimensions:
        rules = [r for r in card.rules if r.dimension == dimension.id and r.score is not None]
        if not rules:
            assert dimension.score is None
            continue
        score = 100 * sum(r.weight * r.points_of_total / r.total for r in rules) / sum(r.weight for r in rules)
        assert dimension.score == pytest.approx(score, abs=0.001)
        dimensions.append((dimension.weight, score))
    if dimensions:
        overall = sum(w * s for w, s in dimensions) / sum(w for w, _ in dimensions)
        assert card.score == pytest.approx(overall, abs=0.001)
        assert sum(r.points_lost for r in card.rules) == pytest.approx(100 - overall, abs=0.01)


@LAW
@given(any_results())
def test_the_same_results_give_the_same_bytes(results):
    assert scorecard(*results).to_json() == scorecard(*results).to_json()


@LAW
@given(st.fractions(0, 100))
def test_rounding_never_lifts_a_score_to_a_cut(value):
    cuts = (25, 45, 65, 85, 100)
    shown = to_places(value, cuts)
    assert [shown >= cut for cut in cuts] == [value >= cut for cut in cuts]
    assert abs(Fraction(shown) - value) < Fraction(1, 9_999)
    assert Fraction(one_decimal(value)) <= value < Fraction(one_decimal(value)) + Fraction(1, 10)


def test_numbers_for_the_reader_are_rounded_down():
    assert to_places(Fraction(6499999, 100000), (65,)) == 64.9999
    assert (one_decimal(Fraction(6496, 100)), one_decimal(51.3), one_decimal(100.0)) == ("64.9", "51.3", "100.0")
    assert (whole_percent(Fraction(599, 1000)), whole_percent(0.29)) == ("59 %", "29 %")


def test_a_tiny_loss_is_never_shown_as_none():
    assert (points_to_places(Fraction(1, 10**9)), points_to_places(Fraction(0))) == (0.0001, 0.0)
