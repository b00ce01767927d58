"""Excel files put together from bare XML, so that a test can write what no program would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Part = str | bytes


def zipped(parts: Mapping[str, Part], method: int = zipfile.ZIP_DEFLATED, level: int | None = None) -> bytes:
    """A zip file of these parts, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def text_cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_xml(*rows: str, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A sheet part; each row is the inside of a row element, numbered from 1."""
    data = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, start=1))
    return f'<worksheet xmlns="{namespace}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


MAP = sheet_xml(text_cell("A1", "Stage") + text_cell("B1", "Owner"), text_cell("A2", "Buy") + text_cell("B2", "Sales"))
"""A harmless sheet of two rows."""


def parts_of(sheets: Mapping[str, Part], namespace: str = MAIN, document: str = DOCUMENT) -> dict[str, Part]:
    """The parts of a workbook with these sheets, to be changed before they are zipped."""
    numbered = list(enumerate(sheets.items(), start=1))
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in numbered)
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{document}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{OFFICE_TYPE}.worksheet+xml"/>'
        for n, _ in numbered
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE_TYPE}.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1"'
        f' Type="{document}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{document}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": content for n, (_, content) in numbered},
    }


def workbook(sheet: Part = MAP) -> bytes:
    """A workbook with one sheet named Map."""
    return zipped(parts_of({"Map": sheet}))


def with_parts(changed: Mapping[str, Part], sheet: Part = MAP) -> bytes:
    """The same with parts changed or added, by their names."""
    return zipped({**parts_of({"Map": sheet}), **changed})


def with_strings(xml: str, *rows: str) -> bytes:
    """A workbook with a shared string table."""
    parts = parts_of({"Map": sheet_xml(*rows)})
    relations = str(parts["xl/_rels/workbook.xml.rels"])
    strings = f'<Relationship Id="rId9" Type="{DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", strings)
    return zipped({**parts, "xl/sharedStrings.xml": xml})
