"""Which tables of statements with something beside them ask how a programme is run."""

from __future__ import annotations

from drawing import read


def test_features_with_their_scores_are_no_practices() -> None:
    drawing = """
Feature ID | Feature name       | Description                                                   | Reach | Score
F-01       | Search by intent   | Customers find what they want by their own words, each month  | 8.5   | 25
F-02       | Size helper        | Compares the size of a brand with what customers own already  | 9.0   | 41
F-03       | Feedback on fit    | A survey on returns that feeds back into the size of a brand  | 7.0   | 28
"""
    assert read(drawing, "RICE").kind != "practices"


def test_tasks_with_their_rhythm_are_no_practices() -> None:
    drawing = """
Task                | Description                                                  | Who      | Timeline
Daily menu          | Confirm the owner has marked the dishes of the day           | Member 4 | Daily
Performance review  | Read the best sellers and the net profit and tell the owner  | Member 2 | Weekly
Rating moderation   | Publish genuine ratings and reply to customer complaints     | Member 3 | Weekly
"""
    assert read(drawing, "Ongoing operation").kind != "practices"


def test_statements_on_the_programme_below_topics_of_their_own_are_practices() -> None:
    drawing = """
Topic              | Statement                                                      | Answer
Customer research  | We interview customers every quarter and share what we learn   | Partly
Ownership          | Each customer journey has an owner in the management           | Yes
Measuring success  | We measure customer satisfaction after each contact            | No
"""
    assert read(drawing, "CX").kind == "practices"
