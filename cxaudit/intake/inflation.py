"""The parts of a workbook one by one, inflated under limits: what a zip bomb runs into."""

from __future__ import annotations

from cxaudit.intake.container import Container, ContainerError

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxaudit.limits import Limits

_DOCTYPE = b"<!DOCTYPE"
_WIDE_DOCTYPE = b"\0".join(_DOCTYPE[at : at + 1] for at in range(len(_DOCTYPE)))  # in UTF-16, of either order
_WITHOUT_TEXT = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tiff", ".svg", ".ttf", ".odttf")


def counted_parts(container: Container, limits: Limits) -> Iterator[tuple[str, bytearray]]:
    """Name and content of every part; pictures come empty, but count.

    Raises ContainerError as soon as a part or the whole grows over a limit, or declares a DOCTYPE.
    """
    total = 0
    for entry in container.entries:
        keep = not entry.name.lower().endswith(_WITHOUT_TEXT)
        content = bytearray()
        size = 0
        for piece in container.pieces(entry):
            size += len(piece)
            total += len(piece)
            _refuse_bomb(entry.packed, size, total, limits)
            if keep:
                content += piece
        if entry.name.lower().endswith((".xml", ".rels", ".vml")):
            refuse_doctype(content)
        yield entry.name, content


def _refuse_bomb(packed: int, size: int, total: int, limits: Limits) -> None:
    if total > limits.inflated_bytes:
        raise ContainerError(
            f"The file unpacks to more than the {limits.inflated_bytes:,} bytes allowed (limit inflated_bytes);"
            " delete what the audit does not need, or raise the limit."
        )
    if size > limits.ratio_from_bytes and size > limits.inflation_ratio * max(packed, 1):
        raise ContainerError(
            f"A part of the file unpacks to more than {limits.inflation_ratio} times its size (limit inflation_ratio),"
            " as no real workbook does; save it again in Excel, or raise the limit."
        )


def refuse_doctype(content: bytes | bytearray) -> None:
    """Raise ContainerError for a part that declares a DOCTYPE, in UTF-8 or UTF-16."""
    # A part without a zero byte is not in UTF-16, and that is told in no time.
    if _DOCTYPE in content or (b"\0" in content and _WIDE_DOCTYPE in content):
        raise ContainerError("The file declares XML entities of its own (DOCTYPE), a trap; save it again in Excel.")
