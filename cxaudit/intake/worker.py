"""The reading process: takes the bytes of one workbook after another and answers with its sheets as text.

It imports little, opens no file, and may die of a hostile one: whoever started it says so in a sentence.
"""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

from cxaudit.intake.spreadsheet import refusal_of, sheets_of
from cxaudit.intake.wire import pack, pack_refusal

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from cxaudit.intake.wire import ReadSheet
    from cxaudit.limits import Limits

    class Request(Limits, frozen=True, kw_only=True):
        """The limits of one reading, with the size of the file in bytes and its kind as a suffix."""

        size: int
        kind: str
        password: str


def main() -> None:
    """Answer requests from standard input on standard output until the input ends.

    A request is a line of `name=value` words (size, kind, password in hexadecimal digits, every limit) and then
    the bytes of the file; an answer is a line with its length and `ready` or `leaving`, and then a packed reading
    or refusal.
    """
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints can get into an answer
    while line := sys.stdin.buffer.readline():
        request = _request(line)
        _limit_process(request)
        answer, healthy = _answer(sys.stdin.buffer.read(request.size), request)
        answers.write(b"%d %s\n" % (len(answer), b"ready" if healthy else b"leaving"))
        answers.write(answer)
        answers.flush()
        if not healthy:
            return


def _request(line: bytes) -> Request:
    words = dict(word.split("=") for word in line.decode("ascii").split())
    kind, password = words.pop("kind"), bytes.fromhex(words.pop("password")).decode("utf-8")
    numbers = {name: int(value) for name, value in words.items()}
    request: Request = SimpleNamespace(kind=kind, password=password, **numbers)  # type: ignore[assignment]
    return request


def _answer(data: bytes, request: Request) -> tuple[bytes, bool]:
    """The packed answer, and whether this process can go on to the next file."""
    try:
        data, kind = _opened(data, request) if request.password else (data, request.kind)
        return pack(*_read(data, kind, request)), True
    except BaseException as error:  # noqa: BLE001 (the library's panics are no Exceptions)
        sentence, healthy = refusal_of(error, request)
    return pack_refusal(sentence), healthy


def _read(data: bytes, kind: str, limits: Limits) -> tuple[list[ReadSheet], list[str]]:
    if kind != ".csv":
        return sheets_of(data, kind, limits)
    from cxaudit.intake.csvfile import csv_sheets  # most audits have no such file

    return csv_sheets(data, limits)


def _opened(data: bytes, request: Request) -> tuple[bytes, str]:
    """The workbook inside an encrypted one, and its kind."""
    from cxaudit.intake.container import ContainerError
    from cxaudit.intake.decryption import decrypted
    from cxaudit.intake.filekind import Kind, NotAWorkbookError, kind_of

    plain = decrypted(data, request.password)
    try:
        return plain, (kind_of(plain, request) or Kind.XLSX).value
    except NotAWorkbookError as error:
        raise ContainerError(str(error)) from None


def _limit_process(limits: Limits) -> None:
    """Have the system stop this process when it uses too much; the processor time counts from now."""
    try:
        import resource
    except ImportError:  # Windows: the caller's clock is all there is
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(usage.ru_utime + usage.ru_stime) + 1 + limits.cpu_seconds
    for kind, limit in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        try:
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        except (ValueError, OSError):  # a system that knows the limit and does not take it
            continue
