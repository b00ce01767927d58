"""Random damage to real files: whatever the bytes, a file is read or refused in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxparts import MAIN, MAP, parts_of, sheet_xml, with_strings, workbook, zipped

from cxaudit.errors import WorkbookError
from cxaudit.intake.filekind import NotAWorkbookError, kind_of
from cxaudit.intake.isolation import ReadingProcess
from cxaudit.limits import DEFAULT_LIMITS

STRINGS = f'<sst xmlns="{MAIN}"><si><t>Stage</t></si><si><r><t>Pain</t></r></si></sst>'
RICH = sheet_xml(
    '<c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>2</v></c><c r="C1" t="e"><v>#N/A</v></c>',
    '<c r="A2" t="b"><v>1</v></c><c r="B2" s="1"><v>45000.5</v></c><c r="C2" t="str"><f>"x"</f><v>x</v></c>',
    after='<mergeCells><mergeCell ref="A3:C4"/></mergeCells>',
)
SEEDS = (
    workbook(MAP),
    with_strings(STRINGS, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
    workbook(RICH),
)
XML_BITS = (
    b"<",
    b">",
    b"/>",
    b'"',
    b"&",
    b"<c r=",
    b'r="',
    b"XFD",
    b"1048576",
    b"-1",
    b"9" * 12,
    b"</row>",
    b"\0",
    b"t=",
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.stop()


def check(data: bytes, process: ReadingProcess) -> None:
    """Read the bytes; a refusal must be one sentence, and no fault of cxaudit's own."""
    try:
        kind = kind_of(data, DEFAULT_LIMITS)
        sheets, notes = process.read(data, kind.value, DEFAULT_LIMITS) if kind else ([], [])
        said = [*notes, *(note for sheet in sheets for note in sheet.notes.values())]
    except (WorkbookError, NotAWorkbookError) as refusal:
        said = [str(refusal)]
    for sentence in said:
        assert re.fullmatch(r"[A-Z0-9][^\n]+\.", sentence)
        assert "fault in cxaudit" not in sentence


@QUICK
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=4))
def test_changed_bytes(process: ReadingProcess, seed: bytes, changes: list[tuple[float, bytes]]) -> None:
    data = bytearray(seed)
    for where, new in changes:
        at = int(where * (len(data) - 1))
        data[at : at + len(new)] = new
    check(bytes(data), process)


@QUICK
@given(st.sampled_from(SEEDS), st.floats(0, 1), st.floats(0, 1))
def test_a_stretch_cut_out(process: ReadingProcess, seed: bytes, start: float, end: float) -> None:
    first, last = sorted((int(start * len(seed)), int(end * len(seed))))
    check(seed[:first] + seed[last:], process)


@QUICK
@given(
    st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"]),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(XML_BITS), st.integers(0, 12)), min_size=1, max_size=3),
)
def test_changed_xml(process: ReadingProcess, name: str, changes: list[tuple[float, bytes, int]]) -> None:
    parts = parts_of({"Map": RICH})
    content = bytearray(str(parts[name]).encode())
    for where, new, over in changes:
        at = int(where * (len(content) - 1))
        content[at : at + over] = new
    check(zipped({**parts, name: bytes(content)}), process)
