"""The codes of patterns that were used before, kept in the user's own cache: nobody else may put code there.

Compiling the patterns of a check takes a quarter of its time, and each check uses nearly the same.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module

from clausekit.cache import Cache
from clausekit.patterns import Code, Codes, Key, using

_KIND = "patterns-1"  # raise the number when what is kept changes its form
_DIGEST_SIZE = 32
_MOST = 10_000
"""Of more patterns many are of other versions; then only those that were just used are kept."""


@contextmanager
def kept_patterns(cache: Cache) -> Iterator[None]:
    """Make patterns of the codes in a cache while this lasts, and keep those of which there was none."""
    maker = f"{sys.implementation.cache_tag} {sys.hexversion} {sys.byteorder} {import_module('_sre').MAGIC}"
    kept = _unpack(cache.get_bytes(_KIND, maker))
    codes = Codes(kept)
    with using(codes):
        yield
    if codes.new:
        cache.put_bytes(_KIND, maker, _pack({**(kept if len(kept) < _MOST else {}), **codes.new}))


def _pack(codes: dict[Key, Code]) -> bytes:
    body = marshal.dumps(codes)
    return sha256(body).digest() + body


def _unpack(data: bytes | None) -> dict[Key, Code]:
    """Return the codes that were packed; none if they are not there as they were."""
    if data is None:
        return {}
    digest, body = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
    codes: dict[Key, Code] = {}
    if digest == sha256(body).digest():  # marshal may crash on what it did not write itself
        codes = marshal.loads(body)
    return codes
