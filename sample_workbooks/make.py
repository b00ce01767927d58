"""Makes the sample workbooks from `content/*.yaml`, the same bytes each time.

Run `python sample_workbooks/make.py`; it needs openpyxl and PyYAML, and LibreOffice (`soffice`) for the .xls and
the .ods. Name content files to make only those (`make.py retail_bank`). In a row " | " parts the cells and
" // " is a line break inside a cell.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from sheet_parts import Pen

HERE = Path(__file__).parent
MADE_ON = dt.datetime(2026, 11, 2, 9, 0)
ZIP_DATE = (2026, 11, 2, 9, 0, 0)
XLSX = ".xlsx"
Content = Mapping[str, Any]


def main(names: Sequence[str]) -> None:
    """Makes the named samples, or all."""
    wanted = [HERE / "content" / f"{name}.yaml" for name in names] or sorted((HERE / "content").glob("*.yaml"))
    for path in wanted:
        content = read_yaml(path)
        target = HERE / content["file"]
        target.parent.mkdir(exist_ok=True)
        make(content, target)
        print(target.relative_to(HERE))


def make(content: Content, target: Path) -> None:
    """Writes one sample in the format of its file name."""
    if target.suffix == ".csv":
        write_csv(content, target)
    elif target.suffix == XLSX:
        write_xlsx(content, target)
    else:
        write_through_libreoffice(content, target)


def write_xlsx(content: Content, target: Path) -> None:
    """Writes an Excel workbook with fixed dates in its properties and its archive."""
    book = Workbook()
    del book[book.sheetnames[0]]
    book.properties.title = content["title"]
    book.properties.creator = "cxaudit samples"
    book.properties.created = MADE_ON
    for sheet in sheets_of(content):
        fill_sheet(book.create_sheet(sheet["name"]), sheet, content["colour"])
    book.save(target)
    fix_dates(target)


def sheets_of(content: Content) -> Iterator[Content]:
    """The sheets of a workbook; a large one stands in a file of its own."""
    for sheet in content["sheets"]:
        yield read_yaml(HERE / "content" / sheet["sheet"]) if "sheet" in sheet else sheet


def fill_sheet(sheet: Worksheet, content: Content, colour: str) -> None:
    """Draws the parts of a sheet one below the other."""
    pen = Pen(sheet, colour, content["columns"])
    for part in content["parts"]:
        pen.draw(part)
    pen.set_row_heights()
    sheet.freeze_panes = content.get("freeze")
    sheet.sheet_state = "hidden" if content.get("hidden") else "visible"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def fix_dates(path: Path) -> None:
    """Puts the fixed date where saving left the present one."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    saved_at = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            fixed = saved_at.sub(rb"\g<1>" + MADE_ON.isoformat().encode() + b"Z", data)
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), fixed, zipfile.ZIP_DEFLATED)


def write_csv(content: Content, target: Path) -> None:
    """Writes a text table in the encoding and with the delimiter that the content names."""
    with target.open("w", encoding=content["encoding"], newline="") as stream:
        writer = csv.writer(stream, delimiter=content["delimiter"])
        writer.writerow(content["columns"])
        writer.writerows(re.split(r"\s*\|\s*", row.strip()) for row in content["rows"])


def write_through_libreoffice(content: Content, target: Path) -> None:
    """Writes an .xls or .ods: an Excel workbook first, which LibreOffice then converts."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / (target.stem + XLSX)
        write_xlsx(content, draft)
        command = ["soffice", "--headless", "--convert-to", target.suffix[1:], "--outdir", folder, str(draft)]
        subprocess.run(command, check=True, capture_output=True)
        shutil.copyfile(draft.with_suffix(target.suffix), target)


def read_yaml(path: Path) -> Content:
    """The content of one YAML file."""
    content: Content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


if __name__ == "__main__":
    main(sys.argv[1:])
