"""Which names there are, and a number for each: for as many names as one likes, in little memory."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator
from hashlib import blake2b


class Register:
    """Numbers by name.

    Only a digest of a name is kept. So it takes some 25 bytes, in SQLite; a dictionary takes ten times that.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        weakref.finalize(self, self._database.close)
        self._database.execute("CREATE TABLE numbers (digest INTEGER PRIMARY KEY, number INTEGER)")

    def get(self, name: str) -> int | None:
        """Return the number of a name; None if it has none."""
        return self._number("SELECT number FROM numbers WHERE digest = ?", _digest(name))

    def put(self, name: str, number: int) -> None:
        """Give a name a number, in place of the one that it had."""
        self._database.execute("INSERT OR REPLACE INTO numbers VALUES (?, ?)", (_digest(name), number))

    def pop(self, name: str) -> int | None:
        """Return the number of a name, and forget it; None if it has none."""
        return self._number("DELETE FROM numbers WHERE digest = ? RETURNING number", _digest(name))

    def numbers(self) -> Iterator[int]:
        """Yield all numbers, the lowest first."""
        return (number for (number,) in self._database.execute("SELECT number FROM numbers ORDER BY number"))

    def _number(self, query: str, digest: int) -> int | None:
        found = self._database.execute(query, (digest,)).fetchall()
        return found[0][0] if found else None


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
