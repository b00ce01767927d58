"""Errors of newer programs (#SPILL!, #CALC!) put as one that the reading library knows: else it gives up the sheet."""

from __future__ import annotations

import io
import re
import zipfile

from cxaudit.intake.container import Container
from cxaudit.intake.inflation import counted_parts

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from cxaudit.limits import Limits

_KNOWN = frozenset({b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!", b"#DATA!"})
_CODE = re.compile(rb"(?<=<v>)\s*(#[^<\s]{1,30})\s*(?=</v>)")


def with_known_errors(data: bytes, limits: Limits) -> bytes:
    """An .xlsx file with every code that is unknown as #N/A; which codes its cells show is told by the survey.

    Raises ContainerError where the parts grow over a limit.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in counted_parts(Container(data, limits), limits):
            archive.writestr(name, _CODE.sub(_known, content) if name.lower().endswith(".xml") else bytes(content))
    return out.getvalue()


def _known(found: re.Match[bytes]) -> bytes:
    return found[0] if found[1] in _KNOWN else b"#N/A"
