"""What is said of cells and sheets that could not be taken at face value."""

from __future__ import annotations

from cxaudit.intake.celltext import one_line
from cxaudit.pattern import pattern

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from cxaudit.intake.sheetscan import SheetScan
    from cxaudit.limits import Limits

ENCRYPTED = "The workbook is protected by a password; open it in Excel and save a copy without one, or give --password."
CRASHED = "The file is damaged in a way that stopped its reading; open it in Excel and save it again."
NO_SHEETS = "The workbook has no sheet that can be read; open it in Excel and save it again."
_SAVE_AGAIN = "open the workbook in Excel and save it again."
_ERROR_TEXT = pattern(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|Err:[0-9]{3}")


def error_note(code: str) -> str:
    return f"The cell shows the error {code} and counts as empty; mend its formula."


def error_text_note(code: str) -> str:
    return f"The cell shows the error {code}; mend its formula."


def errors_note(count: int) -> str:
    cells = "One cell shows" if count == 1 else f"{count:,} cells show"
    return f"{cells} an error such as #REF! and may have been read as empty; mend the formulas."


def formula_note() -> str:
    return (
        "The cell holds a formula without a stored result and is read as empty;"
        " open the workbook in Excel, let it calculate, and save it."
    )


def cut_note(longest: int) -> str:
    return f"The text is longer than {longest:,} characters (limit cell_characters); only its beginning was read."


def is_error_text(text: str) -> bool:
    """Whether a cell's text is the code of a spreadsheet error, as .ods and .csv files keep it."""
    return text[:1] in ("#", "E") and _ERROR_TEXT.fullmatch(text) is not None


def scan_notes(scan: SheetScan) -> dict[str, str]:
    """A sentence for every cell with an error or with a formula only, by address."""
    notes = {address: formula_note() for address in scan.formulas_only}
    notes.update((address, error_note(code)) for address, code in scan.errors)
    return notes


def sheet_note(sheet: str, scan: SheetScan, *, empty: bool) -> str:
    """Why a sheet that came back should not be trusted, or nothing; `empty` where it came back so."""
    name = one_line(sheet)
    if empty and scan.utf16:
        return f"The sheet '{name}' is stored in UTF-16, which is not read; {_SAVE_AGAIN}"
    if empty and not scan.is_sheet:
        return f"The sheet '{name}' has no content that could be read; {_SAVE_AGAIN}"
    if not scan.well_formed:
        return f"The sheet '{name}' is damaged inside (its XML breaks the rules), so cells may be wrong; {_SAVE_AGAIN}"
    if empty and scan.has_values:
        return f"The sheet '{name}' holds values that could not be read; {_SAVE_AGAIN}"
    return ""


def repeated_sheet_note(sheet: str) -> str:
    return f"Two sheets are named '{one_line(sheet)}' and only the first was read; give the other one its own name."


def repeated_part_note(part: str) -> str:
    return f"The file holds the part '{one_line(part)}' twice, as no program writes it; {_SAVE_AGAIN}"


def failed_sheet_note(sheet: str) -> str:
    return f"The sheet '{one_line(sheet)}' is listed in the workbook but could not be read; {_SAVE_AGAIN}"


def skipped_sheet_note(sheet: str) -> str:
    return f"The sheet '{one_line(sheet)}' is a macro or dialog sheet and was not read."


def merges_note(sheet: str) -> str:
    return f"Merged ranges on the sheet '{one_line(sheet)}' overlap; those that come last were not used."


def memory_sentence(limits: Limits) -> str:
    return (
        f"Reading the file took more than the {limits.memory_bytes:,} bytes of memory allowed (limit memory_bytes);"
        " delete stray content far from the data, or raise the limit."
    )


def time_sentence(limits: Limits) -> str:
    return (
        f"Reading the file took more than the {limits.cpu_seconds} seconds allowed (limits cpu_seconds, wall_seconds);"
        " delete what the audit does not need, or raise the limits."
    )


def damage_sentence(reason: str) -> str:
    # The library's words for "none of the formats that I know" would only puzzle.
    words = "" if "detect" in reason else f" ({one_line(reason, 120)})"
    return f"The file is damaged or far too large{words}; get it again, or open it in Excel and save it again."


def bug_sentence(error: Exception) -> str:
    name = type(error).__name__
    return f"The file could not be read for a fault in cxaudit ({name}: {one_line(str(error), 80)}); please report it."
