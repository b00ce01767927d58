"""Hostile sheets: far cells, false counts, entities, escapes, broken XML, merges, formulas, too many sheets."""

from __future__ import annotations

from hostile_kind import Hostile
from xlsxparts import MAIN, MAP, parts_of, sheet_xml, text_cell, with_parts, with_strings, workbook, zipped

_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
_FILE_ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_DOCTYPE = "DOCTYPE"
_EXTENT = r"allowed \(limit sheet_cells\)"
_BEYOND = "names cells beyond the last one of Excel"
_MALFORMED = "damaged inside"
_DAMAGE = "damaged|could not be read"


def _corners(*addresses: str) -> bytes:
    return workbook(sheet_xml("".join(text_cell(address, "x") for address in addresses)))


def _after(xml: str) -> bytes:
    return workbook(MAP.replace("</worksheet>", xml + "</worksheet>"))


def _merges(*references: str) -> bytes:
    return _after("<mergeCells>" + "".join(f'<mergeCell ref="{r}"/>' for r in references) + "</mergeCells>")


def _strings(xml: str, index: str = "0", attributes: str = "") -> bytes:
    return with_strings(f'<sst xmlns="{MAIN}" {attributes}>{xml}</sst>', f'<c r="A1" t="s"><v>{index}</v></c>')


def _number(value: str, kind: str = "n") -> bytes:
    return workbook(sheet_xml(text_cell("A1", "Stage") + f'<c r="B1" t="{kind}"><v>{value}</v></c>'))


def _amplified() -> bytes:
    """A text of 400,000 characters, shown by 20,000 cells."""
    cells = "".join(f'<c r="A{row}" t="s"><v>0</v></c>' for row in range(1, 20_001))
    return with_strings(f'<sst xmlns="{MAIN}"><si><t>{"word " * 80_000}</t></si></sst>', cells)


def _strings_utf16() -> bytes:
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{_FILE_ENTITY}<sst xmlns="{MAIN}"><si><t>&e;</t></si></sst>'
    return with_parts({"xl/sharedStrings.xml": xml.encode("utf-16")})


def _changed(part: str, old: str, new: str) -> bytes:
    content = str(parts_of({"Map": MAP})[part])
    return with_parts({part: content.replace(old, new)})


def _elsewhere(sheet: str, name: str = "custom/first.dat") -> bytes:
    """A workbook whose sheet lies where no program puts it."""
    relations = str(parts_of({"Map": MAP})["xl/_rels/workbook.xml.rels"]).replace("worksheets/sheet1.xml", name)
    return with_parts({"xl/_rels/workbook.xml.rels": relations, f"xl/{name}": sheet})


def _declared(coding: str) -> str:
    return f'<?xml version="1.0" encoding="{coding}"?>{MAP}'


def _unnamed() -> bytes:
    parts = parts_of({"A name\nthat " + "goes on " * 500: MAP})
    del parts["xl/worksheets/sheet1.xml"]
    return zipped(parts)


def _sheets(count: int, sheet: str = MAP) -> bytes:
    return zipped(parts_of({f"Sheet {number}": sheet for number in range(count)}))


_WIDE = sheet_xml(text_cell("A1", "x") + text_cell("BLL1600", "x"))

_ODD_CORNER = MAP.replace('<c r="B2" t="inlineStr">', "<c\n t = 'inlineStr'\tr\n=\n'XFD1048576' >")

KINDS = (
    Hostile("two_corner_cells.xlsx", lambda: _corners("A1", "XFD1048576"), refused=_EXTENT),
    Hostile("column_beyond_the_grid.xlsx", lambda: _corners("A1", "ZZZZ1"), refused=_BEYOND),
    Hostile("column_far_beyond_the_grid.xlsx", lambda: _corners("A1", "ZZZZZZZZ1"), refused=_BEYOND),
    Hostile("row_beyond_the_grid.xlsx", lambda: _corners("A1", "A99999999"), refused=_BEYOND),
    Hostile("row_of_forty_digits.xlsx", lambda: _corners("A1", "A" + "9" * 40), refused=_BEYOND),
    Hostile("address_zero.xlsx", lambda: _corners("A0"), refused=_DAMAGE),
    Hostile("address_without_row.xlsx", lambda: _corners("A"), refused=_DAMAGE),
    Hostile("corner_cell_written_oddly.xlsx", lambda: workbook(_ODD_CORNER), refused=_EXTENT),
    Hostile("four_million_cells_in_two_sheets.xlsx", lambda: _sheets(2, _WIDE), refused=r"\(limit workbook_cells\)"),
    Hostile(
        "false_string_count.xlsx",
        lambda: _strings("<si><t>x</t></si>", attributes='uniqueCount="4294967295"'),
        refused="memory|damaged",
    ),
    Hostile(
        "larger_false_string_count.xlsx",
        lambda: _strings("<si><t>x</t></si>", attributes='count="9" uniqueCount="99999999999999"'),
        refused="memory|damaged",
    ),
    Hostile("string_beyond_the_table.xlsx", lambda: _strings("<si><t>x</t></si>", "4000000000"), refused=_DAMAGE),
    Hostile("string_number_negative.xlsx", lambda: _strings("<si><t>x</t></si>", "-1")),
    Hostile("one_long_text_shown_20000_times.xlsx", _amplified, refused="memory|damaged"),
    Hostile("billion_laughs.xlsx", lambda: workbook(_LAUGHS + "]>" + MAP.replace("Stage", "&j;")), refused=_DOCTYPE),
    Hostile("entity_of_a_file.xlsx", lambda: workbook(_FILE_ENTITY + MAP.replace("Stage", "&e;")), refused=_DOCTYPE),
    Hostile(
        "entity_in_the_workbook.xlsx",
        lambda: _changed("xl/workbook.xml", "<workbook", _FILE_ENTITY + "<workbook"),
        refused=_DOCTYPE,
    ),
    Hostile("entity_in_utf16.xlsx", _strings_utf16, refused=_DOCTYPE),
    Hostile("unknown_entity.xlsx", lambda: workbook(MAP.replace("Stage", "&nbsp;")), refused=_DAMAGE),
    Hostile("unclosed_sheet.xlsx", lambda: workbook(MAP[:200]), refused=_DAMAGE),
    Hostile("crossed_elements.xlsx", lambda: workbook(MAP.replace("</t></is>", "</is></t>", 1)), noted=_MALFORMED),
    Hostile("sheet_is_no_xml.xlsx", lambda: workbook("Stage,Owner\n" * 50), refused=_DAMAGE),
    Hostile("sheet_is_empty.xlsx", lambda: workbook(""), refused=_DAMAGE),
    Hostile("sheet_not_utf8.xlsx", lambda: workbook(MAP.encode().replace(b"Stage", b"St\xff\xfege")), refused=_DAMAGE),
    Hostile(
        "deeply_nested.xlsx",
        lambda: workbook(MAP.replace("<sheetData>", "<a>" * 200_000 + "</a>" * 200_000 + "<sheetData>")),
    ),
    Hostile(
        "half_a_million_attributes.xlsx",
        lambda: workbook(
            MAP.replace("<sheetData>", "<a " + "".join(f'a{n}=""' for n in range(300_000)) + "/><sheetData>")
        ),
    ),
    Hostile("unclosed_angles.xlsx", lambda: workbook(MAP + "<c " * 400_000), refused=_DAMAGE),
    Hostile(
        "control_characters.xlsx", lambda: workbook(MAP.replace("Stage", "St\x00\x01\x1b[2Jage")), noted=_MALFORMED
    ),
    Hostile("escaped_control_characters.xlsx", lambda: workbook(MAP.replace("Stage", "_x0000__x001B_[2J_x001F_"))),
    Hostile("formula_like_text.xlsx", lambda: workbook(MAP.replace("Stage", "=cmd|'/C calc'!A0"))),
    Hostile(
        "markup_like_text.xlsx", lambda: workbook(MAP.replace("Stage", "[red]&lt;script&gt;alert(1)&lt;/script&gt;"))
    ),
    Hostile("text_turned_around.xlsx", lambda: workbook(MAP.replace("Stage", "\u202egnp.exe\u2066"))),
    Hostile("text_of_a_million_letters.xlsx", lambda: workbook(MAP.replace("Stage", "x" * 1_000_000))),
    Hostile("not_a_number.xlsx", lambda: _number("NaN")),
    Hostile("infinite_number.xlsx", lambda: _number("1e999")),
    Hostile("number_in_words.xlsx", lambda: _number("twelve"), refused=_DAMAGE),
    Hostile("date_in_words.xlsx", lambda: _number("not a date", "d")),
    Hostile("unknown_cell_type.xlsx", lambda: _number("5", "zzz"), refused=_DAMAGE),
    Hostile("error_cells.xlsx", lambda: _number("#REF!", "e"), noted="shows the error #REF!"),
    Hostile(
        "formula_without_result.xlsx",
        lambda: workbook(sheet_xml('<c r="A1"><f>1</f></c>')),
        noted="without a stored result",
    ),
    Hostile("overlapping_merges.xlsx", lambda: _merges(*["A1:B2"] * 5000), noted="overlap"),
    Hostile("merge_of_the_whole_sheet.xlsx", lambda: _merges("A1:XFD1048576")),
    Hostile("merge_of_nothing.xlsx", lambda: _merges("nonsense", "", "A1"), refused=_DAMAGE),
    Hostile("merge_backwards.xlsx", lambda: _merges("B2:A1")),
    Hostile("50000_merges.xlsx", lambda: _merges(*(f"D{row}:E{row}" for row in range(1, 50_001)))),
    Hostile("500_sheets.xlsx", lambda: _sheets(500)),
    Hostile("501_sheets.xlsx", lambda: _sheets(501), refused=r"more than the 500 allowed \(limit sheets\)"),
    Hostile("no_sheets.xlsx", lambda: _sheets(0), refused="no sheet"),
    Hostile("strange_sheet_names.xlsx", lambda: zipped(parts_of({"": MAP, "a" * 5000: MAP, "../\u202e[x]:*?": MAP}))),
    Hostile(
        "sheet_outside_the_file.xlsx",
        lambda: _changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "file:///etc/passwd"),
        refused=_DAMAGE,
    ),
    Hostile(
        "sheet_that_is_the_workbook.xlsx",
        lambda: _changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "workbook.xml"),
        noted="no content that could be read",
    ),
    Hostile("long_name_of_a_missing_sheet.xlsx", _unnamed, refused=_DAMAGE),
    Hostile("sheet_elsewhere.xlsx", lambda: _elsewhere(MAP)),
    Hostile(
        "corners_of_a_sheet_elsewhere.xlsx",
        lambda: _elsewhere(sheet_xml(text_cell("A1", "x"), text_cell("XFD1048576", "x"))),
        refused=_EXTENT,
    ),
    Hostile(
        "formula_on_a_sheet_elsewhere.xlsx",
        lambda: _elsewhere(sheet_xml('<c r="A1"><f>1</f></c>')),
        noted="without a stored result",
    ),
    Hostile("entity_on_a_sheet_elsewhere.xlsx", lambda: _elsewhere(_FILE_ENTITY + MAP), refused=_DOCTYPE),
    Hostile("sheet_in_utf7.xlsx", lambda: workbook(_declared("UTF-7")), noted=_MALFORMED),
    Hostile("sheet_in_no_coding.xlsx", lambda: workbook(_declared("hex")), noted=_MALFORMED),
    Hostile(
        "workbook_in_utf7.xlsx",
        lambda: _changed("xl/workbook.xml", "<workbook", '<?xml version="1.0" encoding="UTF-7"?><workbook'),
        refused=_DAMAGE,
    ),
    Hostile(
        "sheets_alike_but_for_capitals.xlsx",
        lambda: zipped(parts_of({"Map": MAP, "MAP": MAP})),
        noted="Two sheets are named 'MAP'",
    ),
    Hostile("no_content_types.xlsx", lambda: with_parts({"[Content_Types].xml": ""})),
    Hostile("no_workbook_part.xlsx", lambda: with_parts({"xl/workbook.xml": ""}), refused=_DAMAGE),
    Hostile("macros.xlsm", lambda: with_parts({"xl/vbaProject.bin": bytes(range(256)) * 40})),
)
