"""What the checks on maps say beside an outcome: which cells they cite, how findings join, which words decided."""

from __future__ import annotations

from typing import Any

from cxaudit.engine import judge
from cxaudit.result import RuleResult
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules

RULES = load_rules()
BY_ID = {rule.id: rule for rule in RULES.ruleset.rules}


def result(rule: str, *maps: dict[str, Any], **beside: Any) -> RuleResult:
    return judge(BY_ID[rule], programme_of({"maps": list(maps), **beside}, RULES.vocabulary))


def touchpoints(*names: str, **fields: object) -> dict[str, Any]:
    return {"name": "Support", "touchpoint": list(names), **fields}


def test_a_lane_that_is_missing_is_one_finding_at_the_header_row() -> None:
    found = result(
        "TO02", {"title": "Map", "lanes": ["touchpoint"], "stages": [touchpoints("Till", "Web shop", "Post")]}
    )
    assert [(f.key, f.items, [str(c.place) for c in f.cells]) for f in found.findings] == [
        ("TO02: Map: owner", 3, ["Example!A2"])
    ]
    assert "(touchpoints: 3)" in found.findings[0].message


def test_two_maps_without_a_lane_are_two_findings() -> None:
    maps = [{"title": name, "lanes": ["touchpoint"], "stages": [touchpoints("Till")]} for name in ("One", "Two")]
    assert [f.key for f in result("TO05", *maps).findings] == ["TO05: One: data shared", "TO05: Two: data shared"]


def test_a_blank_owner_is_cited_at_its_own_cell() -> None:
    steps = [{"touchpoint": "Till", "owner": "Store manager"}, {"touchpoint": "Helpline", "owner": ""}]
    found = result("TO02", {"stages": [{"name": "Support", "steps": steps}]})
    (finding,) = found.findings
    assert finding.cells[0].text == ""
    assert finding.title == "Support › Helpline"


def test_finding_keys_hold_no_cell_address_and_stay_when_rows_move() -> None:
    stage = {"name": "Support", "steps": [{"touchpoint": "Helpline", "owner": "TBD"}]}
    first = result("TO02", {"title": "Map", "stages": [stage]})
    moved = result("TO02", {"title": "Map", "stages": [{"name": "Awareness", "emotion": "curious"}, stage]})
    assert [f.key for f in first.findings] == [f.key for f in moved.findings] == ["TO02: Map › Support › Helpline"]
    assert first.findings[0].cells != moved.findings[0].cells


def test_the_same_touchpoint_twice_has_two_keys() -> None:
    found = result("TO02", {"title": "Map", "stages": [touchpoints("Helpline", "Helpline", owner="")]})
    assert len({f.key for f in found.findings}) == 2


def test_steps_are_left_out_where_a_map_has_none_and_its_stages_are_counted_instead() -> None:
    with_steps = {"title": "Steps", "stages": [{"name": "Use", "steps": [{"activity": "a"}, {"activity": "b"}]}]}
    without = {"title": "Stages", "stages": [{"name": "Use", "pain_point": "slow"}]}
    judgement = result("JD05", with_steps, without).judgement
    assert (judgement.met, judgement.total) == (1, 3)


def test_an_inventory_of_touchpoints_is_never_weighed_as_a_map() -> None:
    inventory = {
        "title": "List",
        "inventory": True,
        "stages": [{"name": "Awareness", "touchpoint": ["Poster", "Banner"]}],
    }
    journey = {"title": "Map", "stages": [{"name": "Use", "touchpoint": ["App"]}]}
    judgement = result("JC03", journey, inventory).judgement
    assert (judgement.met, judgement.total) == (1, 1)


def test_owners_in_an_inventory_are_asked_for_like_those_of_a_map() -> None:
    inventory = {"inventory": True, "stages": [{"name": "Use", "steps": [{"touchpoint": "App", "owner": "Everyone"}]}]}
    assert result("TO03", inventory).outcome == "not_met"


def test_the_words_that_decided_are_shown() -> None:
    found = result("JD11", {"stages": [{"name": "Purchase", "activity": ["Compares offers", "We call the lead"]}]})
    assert [(f.title, f.words) for f in found.findings] == [("We call the lead", ("we",))]
    assert "marketing" in result("TO06", {"stages": [touchpoints("Till", owner="Marketing")]}).findings[0].words


def test_activities_that_nobody_can_tell_are_left_out_of_the_count() -> None:
    found = result("JD11", {"stages": [{"name": "Purchase", "activity": ["Compares offers", "Paperwork", "Contract"]}]})
    assert (found.judgement.met, found.judgement.total) == (1, 1)


def test_small_words_before_the_actor_are_passed_over() -> None:
    told = ["The customer calls", "Then she waits", "Our adviser explains the terms", "The sales team calls back"]
    found = result("JD11", {"stages": [{"name": "Purchase", "activity": told}]})
    assert [f.title for f in found.findings] == ["Our adviser explains the terms", "The sales team calls back"]


def test_a_map_whose_last_stage_is_unclear_is_left_out_of_the_gate_rule() -> None:
    unclear = {"title": "One", "stages": [{"name": "Purchase"}, {"name": "Zorb", "phase": "unclear"}]}
    stops = {"title": "Two", "stages": [{"name": "Awareness"}, {"name": "Purchase"}]}
    assert result("JC01", unclear).outcome == "cannot_tell"
    judgement = result("JC01", unclear, stops).judgement
    assert (judgement.met, judgement.total) == (0, 1)


def test_a_map_that_ends_on_the_sale_is_cited_at_its_last_stage() -> None:
    found = result("JC05", {"title": "Map", "stages": [{"name": "Awareness"}, {"name": "Purchase"}]})
    assert [c.text for c in found.findings[0].cells] == ["Purchase"]


def test_a_heading_that_names_one_side_of_trust_decides_for_what_stands_under_it() -> None:
    stage = {"name": "Use", "trust as Where trust is built": "No doubt, no risk"}
    assert result("JD09", {"stages": [stage]}).judgement.met == 1


def test_a_heading_counts_for_trust_but_not_for_the_turn_of_value() -> None:
    trust = {"name": "Use", "trust as Trust built or lost": "At the desk"}
    value = {"name": "Use", "value as Value from product to relationship": "low price"}
    assert result("JD09", {"stages": [trust]}).outcome == "met"
    assert result("JD10", {"stages": [value]}).outcome == "not_met"


def test_one_destination_named_often_is_one_destination() -> None:
    stages = [
        {"name": "Purchase"},
        {"name": "Renewal", "activity": ["renews", "renews early"], "goal": "renew cheaply"},
    ]
    assert result("JC08", {"stages": stages}).score == 0.5


def test_a_persona_that_no_map_names_is_cited_with_the_maps_that_could() -> None:
    found = result("JC10", {"title": "Map", "stages": [{"name": "Use"}]}, personas=[{"name": "Max", "goal": "save"}])
    assert {c.text for c in found.findings[0].cells} == {"Max", "Map"}


def test_digital_marketing_is_marketing_and_a_pair_of_owners_is_two() -> None:
    one = result("TO06", {"stages": [touchpoints("Till", owner="Digital marketing manager")]})
    pair = result("TO06", {"stages": [touchpoints("Till", owner="Billing and customer service")]})
    assert one.judgement.points == 0
    assert float(pair.judgement.points) == 0.5
