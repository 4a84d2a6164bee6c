"""Keys of blocks: the anchor, else a digest of the block's own wording before values are filled in."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Any

_SLUG = re.compile("[^a-z0-9]+")


class Keys:
    """Gives the blocks of one clause their keys, each once; repeats get ``-2``, ``-3``."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def for_wording(self, kind: str, *runs: list[Any]) -> str:
        """Return the key of a block by its kind and the runs of its own words."""
        words = " | ".join(map(wording, runs))
        digest = blake2b(f"{kind} {words}".encode(), digest_size=4).hexdigest()
        return self._unique(f"~{digest}")

    def for_term(self, term: list[Any]) -> str:
        """Return the key of a definition, which its term gives."""
        slug = _SLUG.sub("-", wording(term).lower()).strip("-")
        return self._unique(f"#term-{slug or 'value'}")

    def for_anchor(self, name: str) -> str | None:
        """Return the key of a block with an anchor; None if the anchor was used before."""
        key = f"#{name}"
        return None if key in self._given else self._unique(key)

    def _unique(self, key: str) -> str:
        count = self._given[key] = self._given.get(key, 0) + 1
        return key if count == 1 else self._unique(f"{key}-{count}")


def wording(run: list[Any]) -> str:
    """Return the words of a run as they are before values are filled in, each value one and the same sign."""
    return "".join(map(_words, run))


def _words(inline: Any) -> str:
    if isinstance(inline, str):
        return inline
    if isinstance(inline, int):
        return "●"
    kind, content, *form = inline
    return f"[[{content}|{form[0]}]]" if kind == "r" else wording(content)
