"""A long run of random damage: `python tests/hostile_fuzz_run.py SEED COUNT FILE...` prints what came of it.

Each round takes one of the files, harms its bytes or the inside of one of its parts, and reads it. The
files that broke something are written to `fuzz-found/` to become a kind of `hostile.py`.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

from xlsxparts import zipped

from cxaudit.errors import WorkbookError
from cxaudit.intake import doubts
from cxaudit.workbook import read_workbook

_BITS = (b"<", b">", b"/>", b'"', b"&", b"<c r=", b'r="', b"XFD", b"1048576", b"-1", b"9" * 12, b"\0", b"\xff", b"")


def harmed(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to four places overwritten, cut out or filled in."""
    out = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(out) + 1)
        new = dice.choice((*_BITS, dice.randbytes(dice.randint(1, 8))))
        out[at : at + dice.choice((0, len(new), 1, 20, 400))] = new
    return bytes(out)


def harmed_part(data: bytes, dice: random.Random) -> bytes:
    """The zip file with the inside of one part harmed and packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(parts))
    return zipped({**parts, name: harmed(bytes(parts[name]), dice)})  # type: ignore[arg-type]


def outcome(path: Path) -> str:
    """Read, noted, refused, or the word for what must not happen."""
    started = time.perf_counter()
    try:
        content = read_workbook(path)
        word = "read with remarks" if content.notes or any(grid.notes for grid in content.grids) else "read"
    except WorkbookError as refusal:
        if "fault in cxaudit" in str(refusal):
            return "FAULT"
        word = "refused after a crash" if str(refusal) == doubts.CRASHED else "refused"
    except Exception:  # noqa: BLE001 (this is what the run looks for)
        return "TRACEBACK"
    return word if time.perf_counter() - started < 30 else "SLOW"


def main(seed: int, count: int, files: list[Path]) -> None:
    dice = random.Random(seed)  # noqa: S311 (to be repeated, not to be secret)
    found = Path("fuzz-found")
    found.mkdir(exist_ok=True)
    words: Counter[str] = Counter()
    for number in range(count):
        source = dice.choice(files)
        data = source.read_bytes()
        harm = harmed_part if data.startswith(b"PK") and dice.random() < 0.7 else harmed
        path = found / f"{seed}-{number}{source.suffix}"
        path.write_bytes(harm(data, dice))
        word = outcome(path)
        words[word] += 1
        if not word.isupper():
            path.unlink()
    for word, times in sorted(words.items()):
        print(f"{word:24}{times:7}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
