"""Labels counted by a word or a letter ("Lane 2: Touchpoints", "III. Goals"), explained, or written in one word."""

from __future__ import annotations

from cxaudit.pattern import pattern

_LETTERED = pattern(r"^(?:[A-Za-z]|[IVX]{1,5})[.)]\s+(\S.*)$")
_COUNTED = pattern(r"^([^\W\d_]+)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,5})\s*[:.–—-]\s*(\S.*)$")
_SCALE = pattern(r"^(\S.*?)[\s:,]+[-+−]?\d{1,2}\s*(?:[-–—/]|\.\.+|…|to)\s*[-+−]?\d{1,3}$")
_DASH = pattern(r"\s+[–—-]+\s+")
_LEAST_WORDS_OF_AN_EXPLANATION = 3
_HUMP = pattern(r"(?<=[a-z])(?=[A-Z][a-z])")
_HYPHENED = pattern(r"-(\w+)(?=-\w)")


def after_letter(label: str) -> str:
    """What follows the letter or the Roman number by which a label is counted; empty where there is none."""
    found = _LETTERED.match(label)
    return found[1] if found else ""


def after_count(label: str) -> tuple[str, str]:
    """The word that counts a label and what follows it: "lane", "Touchpoints" of "Lane 2: Touchpoints"."""
    found = _COUNTED.match(label)
    return (found[1], found[2]) if found else ("", "")


def without_scale(label: str) -> str:
    """A label before the scale on which its cells are: "Satisfaction 1-10"; empty where it has none."""
    found = _SCALE.match(label)
    return found[1] if found else ""


def respaced(label: str) -> str:
    """The words of a label that an export has written in one: "emotionScore"; empty for any other."""
    return "" if " " in label else _HUMP.sub(" ", label) if _HUMP.search(label) else ""


def before_explanation(label: str) -> str:
    """A label before the dash behind which it is explained: "Worries — what keeps them up"; empty for any other."""
    head, *rest = _DASH.split(label, maxsplit=1)
    words = [word for text in rest for word in text.split() if any(map(str.isalnum, word))]
    return head if len(words) >= _LEAST_WORDS_OF_AN_EXPLANATION else ""


def hyphened(label: str) -> tuple[str, ...]:
    """Words that stand inside a compound, where they link nothing: the "to" of "stage-to-stage"."""
    return tuple(_HYPHENED.findall(label)) if "-" in label else ()
