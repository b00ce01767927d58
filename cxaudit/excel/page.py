"""How a sheet prints and scrolls: paper, margins, header and footer with the client's name, frozen panes."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.excel.contents import Contents
from cxaudit.excel.look import SUBTITLE, TITLE
from cxaudit.excel.palette import DEEP, FONT, QUIET
from cxaudit.excel.pen import Pen
from cxaudit.excel.safetext import one_line

_A4 = 9
_TYPE = f"{FONT},Regular"


def set_page(sheet: Worksheet, contents: Contents, *, one_page: bool = False, header_row: int = 0) -> None:
    """Landscape A4, as wide as the paper; the header row repeats on every printed page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_properties.tabColor = DEEP
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top, margins.bottom, margins.header, margins.footer = 0.7, 0.55, 0.3, 0.25
    sheet.print_options.horizontalCentered = True
    _header(sheet, contents)
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.sheet_view.showGridLines = False


def open_sheet(pen: Pen, title: str, *lead: str) -> None:
    """The title line of a sheet and what it is for, a line each in rows 2 and 3."""
    pen.put(1, 1, title, TITLE)
    pen.height(1, 30)
    for row, line in enumerate(lead, start=2):
        pen.put(row, 1, line, SUBTITLE)


def _header(sheet: Worksheet, contents: Contents) -> None:
    scorecard = contents.scorecard
    head, foot = HeaderFooterItem(), HeaderFooterItem()
    head.left = _part(one_line(contents.client, 100))
    head.right = _part(f"CX maturity scorecard, {scorecard.as_of.isoformat()}")
    foot.left = _part(one_line(f"{sheet.title} · {_pack(contents)}", 100))
    foot.right = _HeaderFooterPart(text="Page &P of &N", font=_TYPE, size=8, color=QUIET)
    sheet.oddHeader, sheet.oddFooter = head, foot


def _part(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text=text.replace("&", "&&"), font=_TYPE, size=8, color=QUIET)


def _pack(contents: Contents) -> str:
    pack = contents.scorecard.rule_pack
    return f"rules {pack.id} {pack.version}"
