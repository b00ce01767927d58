"""Who sorts and compares in a shop looks round in it; who signed in first works with what is paid for later."""

from __future__ import annotations

from drawing import vocabulary


def test_filtering_and_comparing_before_the_purchase_is_looking_round() -> None:
    names = ("Homepage entry", "Refinement", "Comparison", "Validation", "Selection", "Purchase")
    found = vocabulary().stage_phases(names)
    assert found == (("awareness",), *[("consideration",)] * 4, ("purchase",))


def test_the_same_after_signing_in_is_use() -> None:
    names = ("Discovery", "Sign up", "Refinement", "Validation", "Comparison", "Upgrade to paid plan")
    assert vocabulary().stage_phases(names)[2:5] == (("use",), ("use",), ("use",))


def test_what_follows_the_purchase_at_once_begins_the_relation_and_what_follows_use_keeps_it() -> None:
    at_once = vocabulary().stage_phases(("Awareness", "Comparison", "Purchase", "Post-purchase"))
    later = vocabulary().stage_phases(("Awareness", "Purchase", "Daily use", "Post-purchase"))
    assert (at_once[-1], later[-1]) == (("onboarding",), ("retention",))


def test_nobody_becomes_aware_anew_after_buying() -> None:
    names = ("Inquiry", "Quote", "Booking", "Assignment", "Day-before", "Delivery", "Unpacking")
    assert vocabulary().stage_phases(names)[4] != ("awareness",)
