"""The scorecard as Markdown: its tables, and client text that stays text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_builders import card, cell, finding, rule, sheet

from cxaudit.prose.markdown import escaped
from cxaudit.renderer import Detail, Page
from cxaudit.renderers import markdown

BARE_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")


def text(scorecard=None, **page):
    return markdown.render(scorecard or card(), Page(**page))


def test_it_opens_with_the_client_the_verdict_and_what_binds_it():
    assert text().splitlines()[:8] == [
        "# CX maturity scorecard: Meridian Bank",
        "",
        "**Level 2, Emerging: 72.4 of 100 (66.0 to 80.2), from 82 % of the evidence.**",
        "",
        "Maps exist, but they are partial.",
        "",
        "- **72.4 points is level 4; held at 2 because no map goes on after acquisition (JC01).**",
        "- The level stays the same when every weight moves by up to a quarter either way (68.2 to 76.9 points).",
    ]


def test_every_part_of_the_scorecard_is_there():
    assert re.findall(r"^## (.*)$", text(), re.MULTILINE) == [
        "Dimensions",
        "Journey maps",
        "Personas",
        "Where points are lost",
        "Path to the next level",
        "Quick wins",
        "What to supply",
        "How the sheets were read",
        "Left out",
        "The other rules",
    ]


def test_every_finding_stands_with_its_cell_and_the_clients_words():
    shown = text()
    assert '- Journey!D16: "Letter" names no owner that can be asked. “various”' in shown
    assert '- Journey!D17: "Call" names no owner.' in shown


def test_quiet_is_the_opening_alone():
    assert "##" not in text(detail=Detail.VERDICT)


@pytest.mark.parametrize(
    ("client", "shown"),
    [
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("a | b", r"a \| b"),
        ("[click](http://x.example)", r"\[click\](http\://x.example)"),
        ("www.example.com", r"www\.example.com"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("72.4 points", "72.4 points"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("R&D and &lt;", r"R&D and \&lt;"),
        ("two\nlines", "two / lines"),
        ("\x1b[31mred", r"␛\[31mred"),
    ],
)
def test_client_text_reads_as_it_is_written(client, shown):
    assert escaped(client) == shown


@settings(deadline=None)
@given(words=st.text(max_size=30))
def test_client_text_never_breaks_a_table_or_starts_html(words):
    told = finding(words, cell("A1", words, sheet=words))
    shown = text(card(client=words, sheets=(sheet(words),), rules=(rule("JC01", words, 2.0, (told,)),)))
    tables = [line for line in shown.splitlines() if line.startswith("|")]
    assert {len(BARE_PIPE.findall(line)) for line in tables} <= {4, 5, 6}
    assert not re.search(r"(?<!\\)(?:\\\\)*<[a-zA-Z/!?]", shown)
