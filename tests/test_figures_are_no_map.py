"""Tables that speak of a journey and are none: figures of a funnel, and lists of what is sent."""

from __future__ import annotations

from drawing import read, the_map

FUNNEL = """
Customer Journey

Step | Users | Conversion Rate | Drop-off
Landing page | 52 | 100% | -
Trial page | 7 | 13.5% | 86.5%
Sign up | 1 | 1.9% | 85.7%
"""

ANALYSIS = """
Customer Journey

Conversion Funnel Performance
Step | Users | Conversion Rate | Drop-off
Landing Page | 52 | 100% | -
Trial Page | 7 | 13.5% | 86.5%
Sign Up | 1 | 1.9% | 85.7% from previous
Choose Account Type | 0 | 0% | 100%
Upload Policy | 0 | 0% | -

Total Funnel Conversion | 0% (nobody gets through)

Critical issues
1. Broken Signup Funnel | Few sign up
2. Disconnected Product Experience | Nobody finds it
3. Account Type Bottleneck | All stop there

Good patterns
1. Strong Direct Traffic | Most come by themselves
2. Active User Base | Many upload each day
3. Login Works | No errors
"""

SENT = """
Customer journey - every email a reader receives

# | Moment | Email | Template | Sent by
1 | Signing up | Verify your email | verifyEmail | mailer
2 | Forgotten password | Reset your password | resetEmail | mailer
3 | Cancelling | Change notice | changeEmail | mailer
"""


def test_a_funnel_in_figures_is_no_journey_map() -> None:
    assert [table.kind for table in read(FUNNEL, "Website Analytics").tables if table.kind == "journey"] == []


def test_a_funnel_among_remarks_is_no_journey_map_either() -> None:
    assert [table.kind for table in read(ANALYSIS, "Website Analytics").tables if table.kind == "journey"] == []


def test_a_list_of_what_is_sent_at_which_moment_is_a_list_of_touchpoints() -> None:
    assert the_map(read(SENT, "Customer journey")).inventory
