"""Draws the pictures of `docs/excel.md`: audits a sample twice, prints the Excel scorecard, one picture a sheet.

Run `python docs/draw_excel.py`; it needs cxaudit, LibreOffice (`soffice`) and poppler (`pdftotext`, `pdftoppm`).
The first audit is of a poorer copy of the sample, so that the second one has something to compare with.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.excel.register_sheet import KEY, NAME, TOP
from cxaudit.excel.template_book import template_bytes
from cxaudit.template import load_template

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "sample_workbooks" / "hotel_group.xlsx"
CLIENT = "Solmar Hotels"
EMPTIED = ("Pain points", "What helps", "How we measure", "Cares about", "Happy when")
PLANNED = (
    ("Guest relations", date(2026, 12, 15), "planned", "Ask the five house managers"),
    ("Front office", date(2027, 1, 31), "planned", "Add a lane in the January workshop"),
    ("Marketing", None, "disputed", "The client keeps this list elsewhere"),
)


def main() -> None:
    """Makes every picture anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scorecard = folder / "scorecard.xlsx"
        client = folder / SAMPLE.name
        _poorer(client)
        _audit(client, scorecard, date(2026, 5, 20))
        _type_plans(scorecard)
        shutil.copy(SAMPLE, client)
        _audit(client, scorecard, date(2026, 11, 22))
        _draw(scorecard, "excel")
        template = folder / "template.xlsx"
        _write_template(template)
        _draw(template, "template", only="Customer journey map")


def _poorer(target: Path) -> None:
    """The sample as it might have been half a year before: some lanes are still empty."""
    book = load_workbook(SAMPLE)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if any(cell.value in EMPTIED for cell in row):
                for cell in row:
                    cell.value = cell.value if cell.value in EMPTIED else None
    book.save(target)


def _audit(client: Path, target: Path, day: date) -> None:
    """The audit as a user runs it, in the client's folder."""
    words = ["audit", client.name, "--client", CLIENT, "--as-of", day.isoformat(), "-o", target.name, "-q"]
    subprocess.run([sys.executable, "-m", "cxaudit", *words], check=True, capture_output=True, cwd=client.parent)


def _type_plans(file: Path) -> None:
    book = load_workbook(file)
    sheet: Worksheet = book[NAME]
    titles = [cell.value for cell in sheet[TOP]]
    rows = [row for row in sheet.iter_rows(min_row=TOP + 1) if row[titles.index(KEY)].value]
    for row, values in zip(rows[::2], PLANNED, strict=False):
        for title, value in zip(("Owner", "Due", "Status", "Decision"), values, strict=True):
            row[titles.index(title)].value = value
    book.save(file)


def _write_template(target: Path) -> None:
    target.write_bytes(template_bytes(load_template(), "stages-across", "cards"))


def _draw(book: Path, prefix: str, only: str = "") -> None:
    """The first printed page of each sheet as a picture in `images/`, named after the sheet."""
    convert = ["soffice", f"-env:UserInstallation={(book.parent / 'profile').as_uri()}", "--headless"]
    subprocess.run([*convert, "--convert-to", "pdf", "--outdir", book.parent, book], check=True, capture_output=True)
    pdf, images, drawn = book.with_suffix(".pdf"), HERE / "images", set[str]()
    images.mkdir(exist_ok=True)
    pages = int(re.findall(r"Pages:\s+(\d+)", _output("pdfinfo", pdf))[0])
    for page in range(1, pages + 1):
        text = _output("pdftotext", "-f", str(page), "-l", str(page), pdf, "-")
        found = re.search(r"^(.+) · rules", text, re.MULTILINE)
        sheet = only if only and only in text else found.group(1) if found and not only else ""
        if sheet and sheet not in drawn:
            drawn.add(sheet)
            target = images / f"{prefix}-{re.sub('[^a-z]+', '-', sheet.lower())}"
            _output("pdftoppm", "-r", "100", "-png", "-singlefile", "-f", str(page), "-l", str(page), pdf, target)


def _output(*command: str | Path) -> str:
    return subprocess.run(list(command), check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
