"""Patterns that are compiled when they are first used: of the many that rules have, a text needs few."""

from __future__ import annotations

import re
from typing import cast

_WAYS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


class _Later:
    """Stands for a compiled pattern, and takes on its methods as soon as one of them is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._own = (text, flags)

    def __getattr__(self, name: str) -> object:
        if name not in _WAYS:
            raise AttributeError(name)
        compiled = re.compile(*self._own)
        for way in _WAYS:
            setattr(self, way, getattr(compiled, way))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as ``re.compile`` does; it is compiled when it is first used.

    >>> pattern("tw?o", re.IGNORECASE).findall("Two or to")
    ['Two', 'to']
    """
    return cast("re.Pattern[str]", _Later(text, flags))
