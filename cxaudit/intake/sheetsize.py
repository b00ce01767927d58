"""How many cells sheets may span: refused before they are laid out in memory, where that can be told."""

from __future__ import annotations

from cxaudit.intake.celltext import one_line
from cxaudit.intake.container import ContainerError

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from cxaudit.limits import Limits

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def refuse_beyond_grid(sheet: str, rows: int, columns: int) -> None:
    """Raise ContainerError for cells below or right of the last cell that Excel has."""
    if rows > _LAST_ROW or columns > _LAST_COLUMN:
        raise ContainerError(
            f"The sheet '{one_line(sheet)}' names cells beyond the last one of Excel (XFD1048576);"
            " open the workbook in Excel and save it again."
        )


def refuse_sheets(sheets: int, limits: Limits) -> None:
    """Raise ContainerError for a workbook of too many sheets."""
    if sheets > limits.sheets:
        raise ContainerError(
            f"The workbook has {sheets:,} sheets, more than the {limits.sheets:,} allowed (limit sheets);"
            " split it, or raise the limit."
        )


def refuse_area(sheet: str, cells: int, limits: Limits) -> None:
    """Raise ContainerError for a sheet whose used rectangle is too large."""
    if cells > limits.sheet_cells:
        raise ContainerError(
            f"The sheet '{one_line(sheet)}' spans {cells:,} cells, more than the {limits.sheet_cells:,} allowed"
            " (limit sheet_cells); delete stray content far from the data, or raise the limit."
        )


def refuse_total(cells: int, limits: Limits) -> None:
    """Raise ContainerError for a workbook whose sheets together are too large."""
    if cells > limits.workbook_cells:
        raise ContainerError(
            f"The sheets span {cells:,} cells together, more than the {limits.workbook_cells:,} allowed"
            " (limit workbook_cells); split the workbook, or raise the limit."
        )
