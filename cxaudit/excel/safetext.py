"""Client text as Excel text: never a formula or a link, nothing that XML cannot hold, and no silent cut.

In a workbook's XML a character that XML cannot hold is written `_x0001_`; a client's own text of that
shape is written `_x005F_x0001_`, so that every reader shows what the client wrote.
"""

from __future__ import annotations

from msgspec import Struct

from cxaudit.pattern import pattern

LONGEST = 32_767
_CUT = " … [cut: the text has {} characters, Excel holds 32,767]"
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r")
_OWN_ESCAPE = pattern(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNHOLDABLE = pattern("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SURROGATE = pattern("[\ud800-\udfff]")
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")


class SafeText(Struct, frozen=True):
    """A text for a cell: `stored` as the XML holds it; `remark` says what had to be changed, if anything."""

    stored: str
    remark: str = ""


def safe(text: str) -> SafeText:
    """The text ready to be stored, the same to the reader wherever Excel can hold it."""
    clean, lost = _SURROGATE.subn("\ufffd", text)
    remarks = [f"{lost} broken characters are shown as \ufffd"] if lost else []
    if _UNHOLDABLE.search(clean.replace("\r", "")):
        remarks.append("control characters, which no font shows, are kept in it")
    units = utf16_length(clean)
    if units > LONGEST:
        clean = _cut(clean, units)
        remarks.append(f"it has {units:,} characters, of which Excel holds {LONGEST:,}; the end is cut")
    return SafeText(_stored(clean), "; ".join(remarks))


def shown(stored: str) -> str:
    """The text that a stored one stands for: the inverse of `safe`."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), stored)


def formula_like(text: str) -> bool:
    """Whether Excel would take the text for a formula if someone typed it."""
    return text.startswith(_FORMULA_LIKE)


def utf16_length(text: str) -> int:
    """The length as Excel counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def one_line(text: str, at_most: int = 250) -> str:
    """A text for a place that takes one short line (a header, a title, a property): no breaks, no odd characters."""
    flat = " ".join(_UNHOLDABLE.sub(" ", _SURROGATE.sub("\ufffd", text)).split())
    return flat if len(flat) <= at_most else flat[: at_most - 1] + "…"


def _stored(text: str) -> str:
    own = _OWN_ESCAPE.sub("_x005F_", text)
    return _UNHOLDABLE.sub(lambda found: f"_x{ord(found.group()):04X}_", own)


def _cut(text: str, units: int) -> str:
    note = _CUT.format(f"{units:,}")
    room = LONGEST - len(note)
    encoded = text.encode("utf-16-le")[: room * 2]
    return encoded.decode("utf-16-le", errors="ignore") + note
