"""The dictionary of parameters: what each is, and the values of a matter held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clausekit.cache import Cache
from clausekit.files import sha256
from clausekit.parameters.binding import Binding, Groundwork, bind, groups_of, paths
from clausekit.parameters.values import FORMATS
from clausekit.parameters.yamlfile import YamlFile, load_yaml

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_CACHE_KIND = "dictionary-1"  # raise the number when what ``schema.resolve`` returns changes its form
_STEP = re.compile(r"[^.\[\]]+|\[[0-9]*\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the dictionary says of one parameter; its path has [] for the elements of lists."""

    path: str
    title: str
    help: str
    schema: Schema
    has_default: bool


class Dictionary:
    """All parameters that the clauses of a library may ask for, as a schema from ``load_dictionary``."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    @cached_property
    def _groundwork(self) -> Groundwork:
        return Groundwork(self._schema)

    def entry(self, path: str) -> Entry | None:
        """Return the entry of a parameter, None if there is none.

        An element of a list is ``health_bodies[0].name`` or ``health_bodies[].name``. What a clause asks of a
        single value (``plan.year.dashed``) leads to that value's entry.
        """
        schema, place = self._schema, ""
        for step in _STEP.findall(path):
            inner = _inner(schema, step)
            if inner is None:
                return _as_entry(place, schema) if self._may_ask(schema, step) else None
            schema = inner
            place += "[]" if step[0] == "[" else f".{step}"
        return _as_entry(place, schema) if place else None

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all parameters, and of the groups and lists they are in, in order."""
        return tuple(paths(self._schema))

    def given_for(self, path: str) -> tuple[str, ...]:
        """Return the paths that a file gives for this one: itself or, if it is gathered, its sources."""
        name, _, rest = path.partition("[")
        sources = self._schema["properties"].get(name, {}).get("x-gathers")
        if not sources:
            return (path,)
        rest = rest.partition("]")[2]
        properties = self._schema["properties"]
        return tuple(
            f"{source}{'[]' if properties[source]['type'] == 'array' else ''}{rest}" for source in sources
        )

    def bind(self, matter: YamlFile) -> Binding:
        """Return the typed values of a parameter file and all that is wrong with it.

        A parameter that is not given and has no default is no fault here: it shows when a clause asks.
        """
        return bind(self._groundwork, matter)

    def part(self, asked: Iterable[str]) -> Schema:
        """Return the JSON Schema of a parameter file that gives the asked-for parameters.

        It stands alone: no references, and gathered lists replaced by what they gather. A group asked for as
        such brings along what it requires. Null is allowed everywhere. Unknown paths are left out.
        """
        tree: _Tree = {}
        for path in asked:
            for given in self.given_for(path):
                if found := self.entry(given):
                    _grow(tree, found.path)
        root = {key: value for key, value in self._schema.items() if key not in ("properties", "required")}
        properties = {
            "template": {"title": "Template", "type": "string"},
            "as_at": {
                "title": "The day whose clauses are used",
                "description": "Null or left out: today.",
                "type": ["string", "null"],
                "format": "date",
            },
            **_select_properties(self._schema, tree),
        }
        return {"$schema": _DRAFT, **root, "properties": properties}

    def _may_ask(self, schema: Schema, step: str) -> bool:
        """Return whether a clause may ask a single value for that."""
        if schema.get("format") == "party":
            return any(step in party["properties"] for party in groups_of("party", self._schema))
        form = FORMATS.get(schema.get("format", ""))
        return form is not None and step in form.attributes


def load_dictionary(text: str, file: str, cache: Cache) -> Dictionary:
    """Return the dictionary that the text says, from the cache if it was read before.

    Raises ClausekitError with all that is wrong with it.
    """
    key = sha256(text)
    schema = cache.get(_CACHE_KIND, key)
    if not isinstance(schema, dict):
        from clausekit.parameters.schema import resolve

        schema = resolve(load_yaml(text, file))
        cache.put(_CACHE_KIND, key, schema)
    return Dictionary(schema)


_Tree = dict[str, "_Tree"]


def _inner(schema: Schema, step: str) -> Schema | None:
    inner = schema.get("items") if step[0] == "[" else schema.get("properties", {}).get(step)
    assert inner is None or isinstance(inner, dict)
    return inner


def _as_entry(place: str, schema: Schema) -> Entry:
    return Entry(
        place.lstrip("."), schema.get("title", ""), schema.get("help", ""), schema, "default" in schema
    )


def _grow(tree: _Tree, path: str) -> None:
    for step in _STEP.findall(path):
        tree = tree.setdefault(step, {})


def _select(schema: Schema, tree: _Tree) -> Schema:
    """Return a schema as standard JSON Schema, with those properties that are in the tree or required."""
    own = ("x-def", "help", "properties", "items", "const")
    selected = {key: value for key, value in schema.items() if key not in own}
    selected["type"] = [schema["type"], "null"]
    if "help" in schema:
        selected["description"] = schema["help"]
    if "const" in schema:
        selected["enum"] = [schema["const"], None]
    elif "enum" in schema:
        selected["enum"] = [*schema["enum"], None]
    if schema.get("format") in FORMATS:
        selected["pattern"] = FORMATS[schema["format"]].pattern.pattern
        if schema["format"] == "time":
            del selected["format"]  # JSON Schema means by it a time with seconds and zone
    if "items" in schema:
        selected["items"] = _select(schema["items"], tree.get("[]", {}))
    if "properties" in schema:
        selected["properties"] = _select_properties(schema, tree)
    return selected


def _select_properties(schema: Schema, tree: _Tree) -> Schema:
    wanted = {*tree, *schema.get("required", ())}
    return {
        name: _select(entry, tree.get(name, {}))
        for name, entry in schema["properties"].items()
        if name in wanted
    }
