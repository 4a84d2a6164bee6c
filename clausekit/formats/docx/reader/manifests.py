"""What a file made by clausekit says of its making."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from clausekit.formats.docx.tags import MANIFEST_NAMESPACE, tag

_DEEPEST = 12
"""How deep parameters are nested at most."""


def manifest_in(parts: Mapping[str, bytes]) -> Mapping[str, Any] | None:
    """Return the manifest among the parts of a file; None if there is none, or it cannot be read."""
    for name, data in parts.items():
        if name.startswith("customXml/") and MANIFEST_NAMESPACE.encode() in data[:1024]:
            manifest = _manifest(data)
            if manifest is not None:
                return manifest
    return None


def _manifest(data: bytes) -> Mapping[str, Any] | None:
    from lxml import etree

    from clausekit.formats.docx.attachment_trees import parse

    try:
        tree = parse(data)
        found = json.loads(tree.text or "") if tree.tag == f"{{{MANIFEST_NAMESPACE}}}manifest" else None
    except (etree.XMLSyntaxError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def names_of_tags(manifest: Mapping[str, Any] | None) -> Mapping[str, str]:
    """Return what each tag that was cut short stands for, as far as the manifest tells."""
    if manifest is None:
        return {}
    names = [*_clauses(manifest.get("clauses")), *(f"param:{name}" for name in _parameters(manifest))]
    cut = ((tag(*name.split(":", 1)), name) for name in names)
    return {short: name for short, name in cut if short != name}


def _clauses(clauses: Any) -> Iterator[str]:
    for clause in clauses if isinstance(clauses, list) else ():
        if isinstance(clause, dict) and all(
            isinstance(clause.get(k), str) for k in ("id", "version", "digest")
        ):
            yield f"clause:{clause['id']}@{clause['version']}#{clause['digest'][:8]}"


def _parameters(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of all parameters and of what is in them, ``council.name``, ``funds[0].title``."""
    parameters = manifest.get("parameters")
    if isinstance(parameters, dict):
        for name, content in parameters.items():
            yield from _paths(str(name), content)


def _paths(path: str, content: Any, depth: int = 0) -> Iterator[str]:
    yield path
    if depth == _DEEPEST:
        return
    if isinstance(content, dict):
        for name, inner in content.items():
            yield from _paths(f"{path}.{name}", inner, depth + 1)
    elif isinstance(content, list):
        for place, inner in enumerate(content):
            yield from _paths(f"{path}[{place}]", inner, depth + 1)
