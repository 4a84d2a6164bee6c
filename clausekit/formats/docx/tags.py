"""How a file says what it was made from: the manifest, and the tags of its content controls."""

from __future__ import annotations

import hashlib

MANIFEST_NAMESPACE = "urn:clausekit:manifest:1"

_LONGEST_TAG = 64
"""Word refuses longer tags."""


def tag(kind: str, name: str) -> str:
    """Return the tag of a content control, ``param:council.name``; a long one ends in a digest."""
    whole = f"{kind}:{name}"
    if len(whole) <= _LONGEST_TAG:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: _LONGEST_TAG - 9]}~{digest}"
