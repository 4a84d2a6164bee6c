"""JSON: the document model as data for other programs, with numbers and the text of references beside it.

Each node is an object with its ``type``, named as in ``clausekit.model``, and its fields. Places in files are
left out, as they are no part of a node's value. Both directions follow the fields and types of the model
itself, so that neither can forget a node.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from clausekit.draft import Draft
from clausekit.formats._common import without_notes
from clausekit.model import Document
from clausekit.problems import ClausekitError, Finding, Source

FORMAT = "clausekit-document"
VERSION = 2

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def write(draft: Draft, *, notes: bool) -> str:
    """Return the draft as JSON; with ``notes``, drafting notes are part of it."""
    draft = draft if notes else without_notes(draft)
    data = document_to_json(draft.document) | {
        "numbers": {
            key: {"label": number.label, "full": number.full} for key, number in draft.numbers.items()
        },
        "references": [
            {"target": one.target, "form": one.form, "scope": one.scope, "text": resolved.text}
            for one, resolved in draft.references.items()
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def document_to_json(document: Document) -> dict[str, Json]:
    """Return a document as JSON data that ``document_from_json`` reads back as an equal document."""
    return {"format": FORMAT, "version": VERSION, "document": _to_json(document)}


def _to_json(value: object) -> Json:
    if isinstance(value, tuple):
        return [_to_json(part) for part in value]
    if is_dataclass(value):
        own = {field.name: _to_json(getattr(value, field.name)) for field in fields(value) if field.compare}
        return {"type": type(value).__name__, **own}
    assert value is None or isinstance(value, str | int)
    return value


def document_from_json(text: str, file: str) -> Document:
    """Return the document that a JSON text holds; ``file`` is named in errors.

    Raises ClausekitError if the text is not JSON, of another format or version, or no document of the model.
    """
    reader = _Reader(file)
    try:
        document: Document = reader.read(Document, reader.data(text), "document")
    except RecursionError as error:
        raise reader.refusal("The nodes in this file are nested too deeply.") from error
    return document


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the nodes of a file, each as what the model expects in its place."""

    file: str

    def refusal(self, message: str) -> ClausekitError:
        remedy = "Make the file anew with clausekit draft --format json."
        return ClausekitError(Finding("document-json", message, Source(self.file), remedy=remedy))

    def misplaced(self, place: str) -> ClausekitError:
        return self.refusal(f"What this file has as {place} does not belong there.")

    def data(self, text: str) -> Any:
        """Return the data of the document, if the file is of our format and version."""
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            raise self.refusal(f"This file is not JSON (line {error.lineno}: {error.msg}).") from error
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise self.refusal(f"This file is not a document in the format {FORMAT}.")
        version = data.get("version")
        if version != VERSION:
            raise self.refusal(
                f"This file has version {version} of {FORMAT}; clausekit reads version {VERSION}."
            )
        return data.get("document")

    def read(self, expected: Any, value: Any, place: str) -> Any:
        """Return the value as what is expected at a place: a type, as the model annotates it there."""
        origin, parts = get_origin(expected), get_args(expected)
        if origin is tuple and isinstance(value, list):
            return tuple(self.read(parts[0], child, f"{place}[{index}]") for index, child in enumerate(value))
        if origin is UnionType:
            return self.read(self.chosen(parts, value, place), value, place)
        if origin is Literal and value in parts:
            return value
        if isinstance(expected, type) and is_dataclass(expected) and _type_name(value) == expected.__name__:
            own = _own_fields(expected).items()
            return expected(
                **{name: self.read(type_, value.get(name), f"{place}.{name}") for name, type_ in own}
            )
        if type(value) is expected:
            return value
        raise self.misplaced(place)

    def chosen(self, choices: tuple[type, ...], value: Any, place: str) -> type:
        """Return the one of the types that the value says it is."""
        for choice in choices:
            if choice.__name__ == _type_name(value):
                return choice
        raise self.misplaced(place)


def _type_name(value: Any) -> Any:
    return value.get("type") if isinstance(value, dict) else type(value).__name__


@cache
def _own_fields(node: type[Any]) -> dict[str, Any]:
    """Return the fields that make the value of a node, with their types."""
    hints = get_type_hints(node)
    return {field.name: hints[field.name] for field in fields(node) if field.compare}
