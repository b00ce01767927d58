"""The terminal scorecard: what it says, at every width, with and without colours, whatever clients write."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from render_builders import card, cell, finding, journey, part, rule
from rich.cells import cell_len

from cxaudit.renderer import Detail, Page
from cxaudit.renderers import terminal
from cxaudit.terminal.pen import WIDEST

STYLE = re.compile(r"\x1b\[[0-9;]*m")
STEERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def text(scorecard=None, **page):
    return terminal.render(scorecard or card(), Page(**{"width": 80, **page}))


def flat(shown):
    """The text without its line breaks, as a reader takes it in."""
    return " ".join(shown.split())


def part_of(shown, title, following):
    return shown[shown.index(f"\n{title}") : shown.index(f"\n{following}")]


@pytest.mark.parametrize("width", [60, 80, 100, 120, 160])
@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_page_and_nothing_essential_is_cut(width, detail, unicode):
    shown = text(width=width, detail=detail, unicode=unicode)
    assert max(cell_len(line) for line in shown.splitlines()) <= min(width, WIDEST)
    assert "because no map goes on after acquisition (JC01)." in flat(shown)
    if detail is not Detail.VERDICT:
        assert "72.4 of 100" in shown
        assert "of 10" in shown


def test_colours_add_nothing_but_colours():
    plain, coloured = text(), text(colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in STYLE.sub("", coloured).splitlines()] == plain.splitlines()


def test_without_unicode_everything_of_ours_is_ascii():
    for detail in Detail:
        assert text(unicode=False, detail=detail).isascii()


def test_the_opening_names_client_day_rules_level_score_and_evidence():
    lines = text().splitlines()
    assert lines[0] == "CX maturity scorecard  ·  Meridian Bank       2026-11-22  ·  rules cx-core 1.0.0"
    assert lines[3] == "LEVEL 2  Emerging         72.4 of 100  (66.0 to 80.2)  from 82 % of the evidence"


def test_the_scale_is_filled_up_to_the_score_and_pale_up_to_what_it_could_be():
    line = text(width=101).splitlines()[5]
    assert line.index("▲") == 72
    assert line[72:].startswith("▲░░░░░░░─")
    assert [at for at, mark in enumerate(line) if mark == "│"] == [25, 45, 65, 85]


def test_quiet_is_the_verdict_and_what_binds_it():
    assert text(detail=Detail.VERDICT, width=100) == (
        "Level 2, Emerging: 72.4 of 100 (66.0 to 80.2), from 82 % of the evidence.\n"
        "72.4 points is level 4; held at 2 because no map goes on after acquisition (JC01).\n"
    )


def test_a_dimension_that_was_not_judged_has_neither_bar_nor_score():
    (line,) = [line for line in text().splitlines() if line.startswith("Governance")]
    assert "not assessed" in line
    assert "0.0" not in line
    assert "━" not in line


def test_scores_are_never_rounded_up():
    (line,) = [line for line in text().splitlines() if line.startswith("Touchpoints")]
    assert "49.9" in line


def test_losses_come_largest_first_with_counts_cells_words_and_mending():
    losses = part_of(text(), "Where points are lost", "Path")
    assert re.findall(r"^ ?(\S+)  .*(\w{4}\d\d|[A-Z]{2}\d\d)  31 of 40$", losses, re.MULTILINE) == [
        ("6.2", "TO02"),
        ("3.4", "JC01"),
        ("<0.1", "TO04"),
    ]
    assert '› Journey!D16  "Letter" names no owner that can be asked. “various”' in losses
    assert "Mend   Name one role for each touchpoint. (low effort)" in losses


def test_words_that_the_sentence_quotes_are_not_quoted_twice():
    assert text().count("Marketing") == 1


def test_verbose_shows_every_finding_with_why_and_source_and_the_rules_that_lost_nothing():
    usual, every = flat(text()), flat(text(detail=Detail.ALL))
    assert '"Call" names no owner.' not in usual
    assert "and 1 more (-v shows all)" in usual
    assert '"Call" names no owner.' in every
    assert "Successful programmes are twice as likely to do it." in every
    assert "Jordan Turner, Gartner, Three factors (No. 1)" in every
    assert "GV01 cannot tell Maps are reviewed no practice sheet was supplied" in every


def test_many_losses_are_told_in_full_up_to_eight_and_by_name_after_that():
    rules = tuple(rule(f"TO{n:02}", f"Rule number {n}", 20.0 - n) for n in range(1, 13))
    shown = part_of(text(card(rules=rules)), "Where points are lost", "Path")
    assert shown.count("Mend") == 8
    assert "11.0  TO09  Rule number 9" in shown
    assert text(card(rules=rules), detail=Detail.ALL).count("Mend ") == 12


def test_the_weakest_map_and_persona_are_named():
    shown = text()
    assert re.search(r"^Journey maps +weakest: Mortgage$", shown, re.MULTILINE)
    assert re.search(r"^Personas +weakest: Helen Marsh$", shown, re.MULTILINE)
    assert "weakest" not in text(card(maps=(journey("Only one", 50.0, 3),), personas=(part("A", 9.0), part("B", 9.0))))


def test_of_many_personas_the_weakest_are_shown():
    shown = text(card(personas=tuple(part(f"Persona {n:02}", float(n)) for n in range(30, 0, -1))))
    assert "Persona 01" in shown
    assert "Persona 13" not in shown
    assert "and 18 that stand better" in shown


def test_what_to_supply_doubts_and_what_was_left_out_are_told():
    shown = flat(text())
    assert "+18 % No practice sheet was supplied GV01, GV02" in shown
    assert '› Journey!B5: "What" may be a stage' in shown
    assert "› client/old.xlsx: The workbook is protected by a password." in shown


def test_a_provisional_result_and_a_missing_level_say_what_they_need():
    provisional = card(provisional=True, coverage=0.5)
    assert "it rests on 50 % of the evidence, and a firm one needs 60 %." in flat(text(provisional))
    none = card(level=None, provisional=True, coverage=0.2, sensitivity=None, gates=())
    assert "NO LEVEL" in text(none)
    assert "No level is given on 20 % of the evidence: it needs 40 %." in flat(text(none))


def test_nothing_judged_has_no_scale():
    nothing = card(score=None, interval=None, level=None, rules=(), maps=(), personas=(), sensitivity=None, gates=())
    shown = text(nothing)
    assert "NO SCORE" in shown
    assert "▲" not in shown


def test_cells_name_the_workbook_where_there_are_several():
    both = (cell("A1", workbook="x/one.xlsx"), cell("B2", workbook="x/two.xlsx"), cell("B3", workbook="x/two.xlsx"))
    sheets = tuple(replace(card().sheets[0], workbook=f"x/{name}.xlsx") for name in ("one", "two"))
    shown = flat(text(card(sheets=sheets, rules=(rule("JC01", "Maps", 2.0, (finding("Stops.", *both),)),))))
    assert "› one.xlsx: Journey!A1, two.xlsx: Journey!B2 and 1 more Stops." in shown


def test_client_text_is_never_markup():
    told = finding("[bold red]Loud[/] [link=https://example.com]x[/link] :smile:", cell("A1"))
    shown = flat(text(card(client="[red]Bank[/red]", rules=(rule("JC01", "Maps", 2.0, (told,)),))))
    assert "[bold red]Loud[/] [link=https://example.com]x[/link] :smile:" in shown
    assert "[red]Bank[/red]" in shown


def test_what_would_steer_the_terminal_is_shown_and_not_obeyed():
    told = finding("names no owner", cell("A1", "\x1b[2J\u202egnp.exe\x07 bell\nnext"))
    shown = text(card(rules=(rule("JC01", "Maps", 2.0, (told,)),)))
    assert "“␛[2J<U+202E>gnp.exe␇ bell / next”" in flat(shown)


@settings(deadline=None, max_examples=50)
@given(words=st.text(max_size=40))
def test_no_client_text_reaches_the_terminal_as_a_command(words):
    told = finding(words, cell("A1", words, sheet=words, workbook=words), subject=words)
    scorecard = card(client=words, rules=(rule("JC01", "Maps", 2.0, (told,)),), maps=(journey(words, 3.0, 1),))
    for unicode in (True, False):
        assert not STEERS.search(text(scorecard, unicode=unicode))


def test_the_same_scorecard_gives_the_same_text():
    assert text() == text()


def test_the_masthead_takes_two_lines_where_one_has_no_room() -> None:
    first, second = text(width=40).splitlines()[:2]
    assert first.startswith("CX maturity scorecard")
    assert "rules" in second
