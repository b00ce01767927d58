"""What a stored value looks like as text: one plain spelling whatever file it came from."""

from __future__ import annotations

from cxaudit.pattern import pattern

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    import datetime

    Time = datetime.time | datetime.date | datetime.datetime | datetime.timedelta
    Value = int | float | str | bool | Time

_SPACES = pattern("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    # Joiners carry meaning inside Persian words and emoji, and none at the edge of other text.
    "|[\u200c\u200d](?![^\x00-\x7f])|(?<![^\x00-\x7f])[\u200c\u200d]"
)


def plain(text: str) -> str:
    """Text without control and zero-width characters, with simple spaces and line breaks, stripped."""
    if text.isprintable():
        return text.strip()
    text = _BREAKS.sub("\n", text)
    return _UNSEEN.sub("", _SPACES.sub(" ", text)).strip()


def one_line(text: str, longest: int = 60) -> str:
    """Text of a client as part of a sentence: plain, on one line, cut to a length that can be read."""
    line = " ".join(plain(text).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def value_text(value: Value) -> str:
    """A cell's value as text: 5 for 5.0, 0.3, TRUE, 2026-02-02, 2026-02-02 09:30, 09:30, 26:00."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return _number(value) if isinstance(value, (int, float)) else _time(value)


def _time(value: Time) -> str:
    import datetime  # most sheets hold no times

    if isinstance(value, datetime.timedelta):
        return _duration(value)
    if isinstance(value, datetime.datetime):
        return _moment(value)
    if isinstance(value, datetime.time):
        return _clock(value.hour, value.minute, value.second)
    return value.isoformat()


def _number(value: int | float) -> str:
    # Excel keeps and shows 15 digits; more are an accident of the binary form.
    near = float(f"{value:.15g}")
    return str(int(near)) if near.is_integer() and abs(near) < 1e15 else repr(near)


def _moment(value: datetime.datetime) -> str:
    import datetime

    if value.microsecond >= 500_000 and value < datetime.datetime.max.replace(microsecond=0):
        value += datetime.timedelta(seconds=1)
    clock = _clock(value.hour, value.minute, value.second)
    day = value.date().isoformat()
    return day if clock == "00:00" else f"{day} {clock}"


def _clock(hour: int, minute: int, second: int) -> str:
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")


def _duration(value: datetime.timedelta) -> str:
    seconds = round(value.total_seconds())
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return ("-" if seconds < 0 else "") + _clock(hour, minute, second)
