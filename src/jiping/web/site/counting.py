"""How often somebody asks in a minute, counted for all server processes of a machine in one small file beside the site.

Not in the database: a page that is only looked at must not take its write lock. The file is forgotten at will: where it
cannot be used, nobody is turned away.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path

_PATIENCE = 0.05  # seconds; a count is not worth waiting for
_TABLE = "CREATE TABLE IF NOT EXISTS asked (who TEXT, minute INTEGER, times INTEGER, PRIMARY KEY (who, minute)) WITHOUT ROWID"
_ADD = "INSERT INTO asked VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times"


class Counter:
    """Counts in the file at `path`; a process opens it when it first counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: sqlite3.Connection | None = None
        self._minute = -1

    def count(self, who: str, minute: int) -> int:
        """Return how often `who` has asked in this minute, this time included; 0 when nobody can tell."""
        try:
            file = self._opened()
            if minute != self._minute:
                file.execute("DELETE FROM asked WHERE minute < ?", (minute,))
                self._minute = minute
            ((times,),) = file.execute(_ADD, (who, minute)).fetchall()
        except sqlite3.OperationalError:  # busy for an instant, or a disk that is full
            return 0
        except sqlite3.DatabaseError:  # torn by a power cut
            self._forget()
            return 0
        return int(times)

    def _opened(self) -> sqlite3.Connection:
        if self._file is None:
            self._file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            self._file.execute("PRAGMA journal_mode = MEMORY")
            self._file.execute("PRAGMA synchronous = OFF")
            self._file.execute(_TABLE)
        return self._file

    def _forget(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
