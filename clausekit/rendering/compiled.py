"""Compiled templates, kept in the user's own cache: they are executable, so never in a shared library."""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Callable
from types import CodeType

import jinja2

from clausekit.cache import Cache
from clausekit.files import sha256

_FORMAT = 1
"""To be raised whenever ``language`` or ``runtime`` makes something else of the same text."""

_MAKERS = f"{_FORMAT} {vars(jinja2).get('__version__')} {sys.implementation.cache_tag} {sys.hexversion}"
_DIGEST_SIZE = 32
_KIND = "templates"


class CompiledTemplates:
    """Code by what it was compiled from, kept in the cache.

    Code depends on its makers too: what another Jinja or another Python made is not used.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def code(self, key: str, compile_template: Callable[[], CodeType]) -> CodeType:
        """Return the code of a template, kept or newly compiled; ``key`` is all that it depends on."""
        digest = sha256(f"{_MAKERS} {key}")
        code = _unpack(self._cache.get_bytes(_KIND, digest))
        if code is None:
            code = compile_template()
            self._cache.put_bytes(_KIND, digest, _pack(code))
        return code


def _pack(code: CodeType) -> bytes:
    body = marshal.dumps(code)
    return hashlib.sha256(body).digest() + body


def _unpack(data: bytes | None) -> CodeType | None:
    if data is None:
        return None
    digest, body = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
    if digest != hashlib.sha256(body).digest():  # marshal may crash on what it did not write itself
        return None
    code = marshal.loads(body)
    return code if isinstance(code, CodeType) else None
