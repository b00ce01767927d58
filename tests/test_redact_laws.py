"""Laws of --redact: nothing that is masked stands in any output, whatever the names are."""

from __future__ import annotations

import datetime
import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxaudit import pipeline
from cxaudit.grid import Grid
from cxaudit.redact.documents import redacted, redacted_readings
from cxaudit.redact.finding import mask_of
from cxaudit.redact.mask import Mask
from cxaudit.renderer import Detail, Page, WorkbookReading, reading_renderer, renderer
from cxaudit.rulefiles import load_rules
from cxaudit.terms import Terms

RULES = load_rules()
TODAY = datetime.date(2026, 11, 22)
# Words without vowels stand nowhere in the tool's own sentences.
WORD = st.from_regex(r"[bcdfghjklmnpqrstvwxz]{4,8}", fullmatch=True)
NAME = WORD.map(str.capitalize)
FULL = st.tuples(NAME, NAME).map(" ".join)
CAST = st.lists(WORD, min_size=12, max_size=12, unique=True)


def grids(words: list[str]) -> tuple[list[Grid], list[str]]:
    """A map and personas in which people, addresses and quotes stand in all kinds of places; and what must not show."""
    one, two, three = (f"{words[at].capitalize()} {words[at + 1].capitalize()}" for at in (0, 2, 4))
    mail, quote = f"{words[6]}@{words[7]}.org", f"{words[8]} {words[9]} {words[10]} {words[11]}"
    journey = Grid(
        "map.xlsx",
        f"Journey of {one}",
        (
            (f"Customer journey of {one}",),
            ("Stage", "Customer actions", "Touchpoints", "Owner", "Emotions", "Pain points"),
            ("Awareness", f"meets {three}", "Advert", three, "Curious", f'says "{quote}"'),
            ("Purchase", "signs", f"Letter of {three.upper()}", "Sales", "Proud", mail),
            (f"Onboarding with {two}", "sets up", mail, f"{three}; {two}", "Unsure", "waits\nfor " + one.split()[0]),
        ),
    )
    personas = Grid(
        "people.xlsx",
        "Personas",
        (
            ("Name", one, f"{two}, the hurried"),
            ("Age", "48", "19"),
            ("Goals", f"be like {two}", "speed"),
            ("Quote", quote, f"I am {words[6]} and {words[7]}"),
        ),
    )
    return [journey, personas], [one, two, three, *three.split(), mail, quote, f"{words[6]} and {words[7]}"]


def seen(result: str | bytes) -> str:
    """All that can be read in an output; of a workbook the text of all its parts."""
    if isinstance(result, str):
        return result
    with zipfile.ZipFile(io.BytesIO(result)) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def shown_of(words: list[str], forms: tuple[str, ...]) -> tuple[str, list[str], Mask]:
    sheets, secret = grids(words)
    readings = pipeline.read(sheets, RULES.vocabulary)
    mask = mask_of(sheets, readings, RULES.vocabulary)
    card = redacted(pipeline.audit(sheets, RULES, Terms(as_of=TODAY, client="Bank")), mask)
    page = Page(width=160, detail=Detail.ALL)
    outputs = [seen(renderer(form).render(card, page)) for form in forms]
    books = redacted_readings([WorkbookReading("map.xlsx", readings)], mask)
    outputs += [seen(reading_renderer(form).render_readings(books, page)) for form in ("terminal", "json")]
    return "\n".join(outputs), secret, mask


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CAST)
def test_nothing_that_is_masked_stands_in_a_text_output(words: list[str]) -> None:
    shown, secret, mask = shown_of(words, ("terminal", "markdown", "json"))
    shown = " ".join(shown.split()).casefold()
    assert [text for text in (*secret, *mask.hidden) if text.casefold() in shown] == []


@settings(max_examples=1, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CAST)
def test_nothing_that_is_masked_stands_in_the_excel_scorecard(words: list[str]) -> None:
    shown, secret, mask = shown_of(words, ("excel",))
    shown = shown.casefold()
    assert [text for text in (*secret, *mask.hidden) if text.casefold() in shown] == []


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(FULL, st.sampled_from(["Person 1", "Persona A"]), max_size=4), st.text(max_size=60), st.data())
def test_a_masked_text_holds_no_masked_name_and_masking_again_changes_nothing(
    names: dict[str, str], text: str, data: st.DataObject
) -> None:
    planted = data.draw(st.sampled_from([*names, ""]))
    once = Mask(names).text(f"{text} {planted} {text}")
    assert planted == "" or planted not in once
    assert Mask(names).text(once) == once
