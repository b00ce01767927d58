"""Where each programme's latest result stands in the file of the state, looked up on disk."""

from __future__ import annotations

from cxaudit.portfolio.shelf import on_disk


class Places:
    """By programme, the fingerprint of its latest result and where its line begins."""

    def __init__(self) -> None:
        self._disk = on_disk()
        self._disk.execute("CREATE TABLE places (name TEXT PRIMARY KEY, fingerprint TEXT, at INTEGER) WITHOUT ROWID")

    def note(self, name: str, fingerprint: str, at: int) -> None:
        self._disk.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", (name, fingerprint, at))

    def fingerprint(self, name: str) -> str:
        """Empty where there is no result."""
        found = self._disk.execute("SELECT fingerprint FROM places WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def at(self, name: str) -> int:
        """The byte at which its line begins; raises KeyError where there is no result."""
        found = self._disk.execute("SELECT at FROM places WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise KeyError(name)
        return int(found[0])

    def __len__(self) -> int:
        return int(self._disk.execute("SELECT count(*) FROM places").fetchone()[0])

    def close(self) -> None:
        self._disk.close()
