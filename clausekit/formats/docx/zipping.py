"""Writing zips whose parts may have been compressed before: ``zipfile`` takes none that are.

The bytes are those that ``zipfile`` writes for entries of 1 January 1980 (ISO/IEC 21320-1 says what is in
them), so that the same parts make the same file, whichever way they came.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_VERSION = 20
_DEFLATED = 8
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight on the first day that a zip knows."""

_UTF_8 = 1 << 11
_ATTRIBUTES = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as a zip holds it: its name, its checksum, its size before compression, its compressed data."""

    name: str
    checksum: int
    size: int
    data: bytes


def deflated(name: str, data: bytes) -> Entry:
    """Return a part, compressed."""
    compressor = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(name, zlib.crc32(data), len(data), compressor.compress(data) + compressor.flush())


def archive(entries: Iterable[Entry]) -> bytes:
    """Return a zip of the entries, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF_8
        about = (flags, _DEFLATED, _TIME, _DATE, entry.checksum, len(entry.data), entry.size, len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *about) + name
        pieces += (local, entry.data)
        central = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *about, 0, 0, 0, _ATTRIBUTES, offset)
        directory.append(central + name)
        offset += len(local) + len(entry.data)
    listing = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*pieces, listing, end))
