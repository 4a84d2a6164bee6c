"""Compiled templates, kept on disk for the next run."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2

from clausekit.files import write_atomically
from clausekit.problems import ClausekitError

_FORMAT = 1
"""To be raised whenever ``language`` or ``runtime`` makes something else of the same text."""

_MAKERS = f"{_FORMAT} {vars(jinja2).get('__version__')} {sys.implementation.cache_tag} {sys.hexversion}"
_DIGEST_SIZE = 32


class CompiledTemplates:
    """Code by what it was compiled from, in a private folder; without a folder nothing is kept.

    Code depends on its makers too: what another Jinja or another Python made is not used.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def code(self, key: str, compile_template: Callable[[], CodeType]) -> CodeType:
        """Return the code of a template, from disk or newly compiled; ``key`` is all that it depends on."""
        if self._folder is None:
            return compile_template()
        file = self._folder / f"{sha256(f'{_MAKERS} {key}'.encode()).hexdigest()}.code"
        code = _read(file)
        if code is None:
            code = compile_template()
            _write(file, code)
        return code


def _read(file: Path) -> CodeType | None:
    try:
        data = file.read_bytes()
    except OSError:
        return None
    digest, body = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
    if digest != sha256(body).digest():  # marshal may crash on what it did not write itself
        return None
    code = marshal.loads(body)
    return code if isinstance(code, CodeType) else None


def _write(file: Path, code: CodeType) -> None:
    body = marshal.dumps(code)
    try:
        write_atomically(file, sha256(body).digest() + body, durable=False)
    except ClausekitError:  # a disk that will not take it only costs time
        return
