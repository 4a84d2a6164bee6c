"""Patterns that are compiled when they are first used: of the many that rules have, a text needs few.

Compiling takes Python far longer than searching. So what it made of a pattern, its code, can be kept for the
next run, as Python keeps that of modules: ``clausekit.patterncache`` does so. How a pattern is made of its
code is Python's own affair; where that is not one of those known here, each run compiles.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import TypeAlias, cast

_WAYS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")

Key: TypeAlias = tuple[str, int]
"""The text of a pattern, and the flags that it was given."""

Code: TypeAlias = tuple[int, bytes, dict[str, int], tuple[str | None, ...]]
"""What a pattern was compiled to: all its flags, its code, its groups by name, and their names by number."""

CAN_KEEP = sys.implementation.name == "cpython" and (3, 11) <= sys.version_info < (3, 14)
"""Whether this Python is one whose codes can be kept."""

_WORD = "I"
"""The words of which a code consists, as ``array`` calls them."""


class Codes:
    """The codes of patterns: those that were kept, and the ``new`` ones of patterns that were used since."""

    def __init__(self, kept: Mapping[Key, Code]) -> None:
        self._kept = kept
        self.new: dict[Key, Code] = {}

    def compiled(self, text: str, flags: int) -> re.Pattern[str]:
        """Return a pattern as ``re.compile`` does."""
        key = text, int(flags)
        code = self._kept.get(key) or self.new.get(key)
        if code is None:
            code = self.new[key] = _code_of(*key)
        return _made_of(text, code)


_in_use: list[Codes] = []


@contextmanager
def using(codes: Codes) -> Iterator[None]:
    """Make patterns of some codes, and add to them, while this lasts."""
    if not CAN_KEEP:
        yield
        return
    _in_use.append(codes)
    try:
        yield
    finally:
        _in_use.pop()


def new_codes() -> dict[Key, Code]:
    """Return the codes in use that are new, to which those of another process may be added."""
    return _in_use[-1].new if _in_use else {}


def _code_of(text: str, flags: int) -> Code:
    """Return the code of a pattern; the steps are those of Python's own ``re._compiler.compile``."""
    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(text, flags)
    names: dict[str, int] = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    code = array(_WORD, compiler._code(parsed, flags)).tobytes()
    return int(flags | parsed.state.flags), code, names, tuple(by_number)


def _made_of(text: str, code: Code) -> re.Pattern[str]:
    """Return the pattern that has a code; Python looks through the code before it takes it."""
    flags, words, names, by_number = code
    made = import_module("_sre").compile(
        text, flags, array(_WORD, words).tolist(), len(by_number) - 1, names, by_number
    )
    return cast("re.Pattern[str]", made)


class _Later:
    """Stands for a compiled pattern, and takes on its methods as soon as one of them is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._own = (text, flags)

    def __getattr__(self, name: str) -> object:
        if name not in _WAYS:
            raise AttributeError(name)
        compiled = (_in_use[-1].compiled if _in_use else re.compile)(*self._own)
        for way in _WAYS:
            setattr(self, way, getattr(compiled, way))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as ``re.compile`` does; it is compiled when it is first used.

    A pattern that has words of a text is to be compiled by ``re.compile``: codes that are kept have none.

    >>> pattern("tw?o", re.IGNORECASE).findall("Two or to")
    ['Two', 'to']
    """
    return cast("re.Pattern[str]", _Later(text, flags))
