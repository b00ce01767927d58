"""Outputs are found by name and by suffix, and JSON is the whole scorecard."""

import json
from pathlib import Path

import pytest
from render_builders import card

from cxaudit.errors import UsageError
from cxaudit.renderer import Page, format_of, formats, reading_renderer, renderer
from cxaudit.scorecard import scorecard_of_json


def test_every_output_has_a_name_and_renders_the_scorecard():
    assert {"json", "markdown", "terminal"} <= set(formats())
    for name in ("json", "markdown", "terminal"):
        assert renderer(name).render(card(), Page())


@pytest.mark.parametrize(
    ("file", "form"), [("a.json", "json"), ("b.MD", "markdown"), ("c.markdown", "markdown"), ("d.txt", "terminal")]
)
def test_a_files_suffix_tells_the_format(file, form):
    assert format_of(Path(file)) == form


@pytest.mark.parametrize(
    ("file", "said"), [("a.pdf", "the suffix '.pdf' tells no"), ("scorecard", "a name without a suffix tells no")]
)
def test_a_suffix_that_tells_no_format_is_refused_with_those_that_do(file, said):
    with pytest.raises(UsageError) as refusal:
        format_of(Path(file))
    assert str(refusal.value).startswith(f"{file}: {said} output format; give the file one of .json, ")


def test_a_misspelt_format_gets_the_nearest_name():
    with pytest.raises(UsageError, match=r"there is no format .markdwon.; did you mean .markdown.\?"):
        renderer("markdwon")


def test_a_format_that_shows_scorecards_only_cannot_show_readings():
    with pytest.raises(UsageError) as refusal:
        reading_renderer("markdown")
    assert str(refusal.value) == ("the format 'markdown' shows scorecards only; 'inspect' can write: json, terminal")


def test_json_is_the_scorecard_and_can_be_read_back():
    shown = renderer("json").render(card(), Page(width=60, colour=True))
    assert json.loads(shown)["schema"] == "cxaudit-scorecard/1"
    assert scorecard_of_json(shown) == card()
