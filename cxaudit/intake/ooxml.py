"""An Excel zip file looked through before it is read: its sheets, their extent and what they hide."""

from __future__ import annotations

import posixpath
from xml.parsers import expat

from cxaudit.intake.container import Container, damaged
from cxaudit.intake.inflation import counted_parts, refuse_doctype
from cxaudit.intake.sheetscan import SheetScan
from cxaudit.intake.sheetsize import refuse_area, refuse_beyond_grid, refuse_sheets, refuse_total

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from cxaudit.limits import Limits


class Survey:
    """What the zip parts tell: `listed` sheet names in order, the scan of each one's part, and a `repeated` part."""

    __slots__ = ("listed", "repeated", "scans")

    def __init__(self, listed: list[str], scans: list[SheetScan], repeated: str) -> None:
        self.listed, self.scans, self.repeated = listed, scans, repeated


def survey(data: bytes, limits: Limits) -> Survey:
    """Look through every part under the limits; raises ContainerError for what is over them."""
    scans: dict[str, SheetScan] = {}
    texts: dict[str, bytes | bytearray] = {}
    container = Container(data, limits)
    for name, content in counted_parts(container, limits):
        key = _key(name)
        if key.endswith(".xml") and "sheets/" in key:
            scans[key] = SheetScan(content)
        elif key.endswith((".rels", "workbook.xml")):
            texts[key] = content
    listed = _listed_sheets(texts)
    for part in {part for _, part in listed} - scans.keys():  # which lie where programs do not put them
        scans[part] = SheetScan(_content(container, part))
    found = Survey([name for name, _ in listed], [scans[part] for _, part in listed], _repeated(container))
    _refuse_extent(found, limits)
    return found


def _content(container: Container, part: str) -> bytes:
    """A part by its lower-case name, all its pieces counted before; nothing where there is none."""
    entry = next((each for each in container.entries if _key(each.name) == part), None)
    content = b"".join(container.pieces(entry)) if entry else b""
    refuse_doctype(content)
    return content


def _repeated(container: Container) -> str:
    """The name of the first part that is there twice, if only in other letters; empty where none is."""
    taken: set[str] = set()
    for entry in container.entries:
        if _key(entry.name) in taken:
            return entry.name
        taken.add(_key(entry.name))
    return ""


def _key(name: str) -> str:
    return name.lower().replace("\\", "/")


def _refuse_extent(found: Survey, limits: Limits) -> None:
    refuse_sheets(len(found.listed), limits)
    total = 0
    for name, scan in zip(found.listed, found.scans, strict=True):
        refuse_beyond_grid(name, scan.rows, scan.columns)
        refuse_area(name, scan.cells, limits)
        total += scan.cells
    refuse_total(total, limits)


def _listed_sheets(texts: dict[str, bytes | bytearray]) -> list[tuple[str, str]]:
    """Name and lower-case part name of every sheet that the workbook part lists."""
    place = _main_part(texts.get("_rels/.rels", b""))
    folder, file = posixpath.split(place)
    targets = _targets(texts.get(f"{folder}/_rels/{file}.rels", b""), folder)
    listed = []
    for attributes in _elements(texts.get(place, b""), "sheet"):
        target = next((targets.get(value, "") for key, value in attributes.items() if key.endswith(" id")), "")
        listed.append((attributes.get("name", ""), target))
    return listed


def _main_part(relations: bytes | bytearray) -> str:
    for attributes in _elements(relations, "Relationship"):
        if attributes.get("Type", "").endswith("/officeDocument"):
            return _joined("", attributes.get("Target", ""))
    return "xl/workbook.xml"


def _targets(relations: bytes | bytearray, folder: str) -> dict[str, str]:
    return {
        attributes.get("Id", ""): _joined(folder, attributes.get("Target", ""))
        for attributes in _elements(relations, "Relationship")
        if attributes.get("TargetMode") != "External"
    }


def _joined(folder: str, target: str) -> str:
    path = target.replace("\\", "/")
    whole = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    return posixpath.normpath(whole).lower()


def _elements(content: bytes | bytearray, local_name: str) -> list[dict[str, str]]:
    """The attributes of every element of that name, whatever its namespace; `space name` for prefixed ones."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == local_name:
            found.append(attributes)

    if not content:
        return found
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        parser.Parse(bytes(content), True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two for a coding that it does not know
        raise damaged() from None
    return found
