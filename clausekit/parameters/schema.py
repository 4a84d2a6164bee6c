"""Reading the dictionary's own text: the JSON Schema subset it may use, checked, references put in place.

Runs only when the dictionary has changed; what it returns is plain JSON, kept in the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from clausekit.parameters.binding import NOT_PARAMETERS, faults
from clausekit.parameters.checks import misuses
from clausekit.parameters.values import FORMATS
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError, Finding

Schema: TypeAlias = dict[str, Any]

_ANY_TYPE = frozenset({"title", "help", "type", "default", "examples", "enum", "const"})
_KEYWORDS = {
    "object": _ANY_TYPE | {"properties", "additionalProperties", "required", "x-def", "x-makes-100"},
    "array": _ANY_TYPE | {"items", "minItems", "maxItems", "x-makes-100", "x-unique"},
    "string": _ANY_TYPE | {"format", "pattern", "x-after", "x-share", "x-total-of"},
    "integer": _ANY_TYPE | {"minimum", "maximum", "x-total-of"},
    "boolean": _ANY_TYPE,
}
_GATHERED = frozenset({"title", "help", "x-gathers"})
_SHAPES: Mapping[str, type] = {
    "title": str,
    "help": str,
    "type": str,
    "format": str,
    "pattern": str,
    "examples": list,
    "enum": list,
    "properties": dict,
    "required": list,
    "items": dict,
    "additionalProperties": bool,
    "minItems": int,
    "maxItems": int,
    "minimum": int,
    "maximum": int,
    "x-gathers": list,
    "$ref": str,
    "$defs": dict,
}
_AT_TOP = re.compile(r"properties\.[^.]*\Z")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_JINJA_WORDS = frozenset(
    {"and", "else", "false", "if", "in", "included", "is", "loop", "none", "not", "or", "true"}
)


def resolve(dictionary: YamlFile) -> Schema:
    """Return the schema of all parameters, references replaced by what they refer to.

    A group that came from ``$defs`` has the definition's name as ``x-def``; a gathered list has the type and
    items of what it gathers. Raises ClausekitError with all that is wrong with the dictionary.
    """
    resolver = _Resolver(dictionary)
    schema = resolver.root()
    if resolver.findings:
        raise ClausekitError(resolver.findings)
    return schema


class _Resolver:
    def __init__(self, dictionary: YamlFile) -> None:
        self.findings: list[Finding] = []
        self._file = dictionary
        self._definitions = dictionary.data.get("$defs") or {}

    def root(self) -> Schema:
        raw = {key: value for key, value in self._file.data.items() if key not in ("$schema", "$defs")}
        schema = self._schema(raw, "", ())
        if not self.findings and schema["type"] != "object":
            self._find("The dictionary as a whole must have the type object.", "type")
        if self.findings:
            return schema
        for name in sorted((NOT_PARAMETERS | _JINJA_WORDS) & schema["properties"].keys()):
            self._find(
                f'"{name}" has a meaning of its own, so no parameter can have that name.',
                f"properties.{name}",
            )
        self._gather(schema["properties"])
        if not self.findings:
            self.findings.extend(self._finding(*misuse) for misuse in misuses(schema))
        return schema

    def _schema(self, raw: object, place: str, trail: tuple[str, ...]) -> Schema:
        if not isinstance(raw, dict):
            self._find("A parameter is described by a group of entries, such as type and title.", place)
            return {}
        followed = self._follow(raw, place, trail)
        if followed is None:
            return {}
        raw, trail = followed
        if not self._has_right_shapes(raw, place) or not self._has_known_keywords(raw, place):
            return {}
        schema = dict(raw)
        if "properties" in raw:
            schema["properties"] = {
                name: self._schema(entry, f"{place}.properties.{name}".lstrip("."), trail)
                for name, entry in raw["properties"].items()
            }
            schema["required"] = [
                name
                for name in raw.get("required", ())
                if "default" not in schema["properties"].get(name, ())
            ]
        if "items" in raw:
            schema["items"] = self._schema(raw["items"], f"{place}.items".lstrip("."), trail)
        if not self.findings:
            self.findings.extend(self._wrong_content(schema, place))
        return schema

    def _follow(
        self, raw: Schema, place: str, trail: tuple[str, ...]
    ) -> tuple[Schema, tuple[str, ...]] | None:
        """Return the entries with those of the definition that they refer to beneath them.

        With them come the definitions gone through; None after noting that the reference leads nowhere.
        """
        reference = raw.get("$ref")
        if reference is None:
            return raw, trail
        name = str(reference).removeprefix("#/$defs/")
        definition = self._definitions.get(name) if isinstance(self._definitions, dict) else None
        own = {key: value for key, value in raw.items() if key != "$ref"}
        if not isinstance(definition, dict):
            self._find(f'There is no definition "{reference}" in this dictionary.', f"{place}.$ref")
            return None
        if name in trail:
            self._find(f'The definition "{name}" contains itself.', f"{place}.$ref")
            return None
        followed = self._follow(definition, place, (*trail, name))
        if followed is None:
            return None
        base, trail = followed
        merged = {**base, **own, "x-def": name} if base.get("type") == "object" else {**base, **own}
        if isinstance(own.get("properties"), dict) and isinstance(base.get("properties"), dict):
            merged["properties"] = self._refine(base["properties"], own["properties"], place)
        return merged, trail

    def _refine(self, base: Schema, own: Schema, place: str) -> Schema:
        """Return the properties with the own ones over them; JSON Schema would refuse a new one."""
        refined = dict(base)
        for name, entry in own.items():
            if name not in base:
                self._find(
                    f'The definition that is referred to has no "{name}".', f"{place}.properties.{name}"
                )
            elif isinstance(entry, dict) and isinstance(base[name], dict):
                refined[name] = {**base[name], **entry}
            else:
                refined[name] = entry
        return refined

    def _has_right_shapes(self, raw: Schema, place: str) -> bool:
        wrong = [key for key, shape in _SHAPES.items() if key in raw and type(raw[key]) is not shape]
        wrong += [
            key
            for key in ("required", "x-gathers")
            if key not in wrong and not all(isinstance(name, str) for name in raw.get(key, ()))
        ]
        for key in wrong:
            self._find(f'"{key}" cannot have this value.', f"{place}.{key}".lstrip("."))
        return not wrong

    def _has_known_keywords(self, raw: Schema, place: str) -> bool:
        if "x-gathers" in raw:
            known = _GATHERED
            if not _AT_TOP.match(place):
                self._find("Only a parameter at the top of the dictionary can gather others.", place)
        elif raw.get("type") in _KEYWORDS:
            known = _KEYWORDS[raw["type"]]
        else:
            self._find(
                f"A parameter needs a type: one of {', '.join(_KEYWORDS)}.", f"{place}.type".lstrip(".")
            )
            return False
        unknown = [key for key in raw if key not in known]
        for key in unknown:
            self._find(
                f'The dictionary cannot say "{key}" of this parameter.',
                f"{place}.{key}".lstrip("."),
                f"It can say: {', '.join(sorted(known - {'x-def'}))}.",
            )
        return not unknown

    def _wrong_content(self, schema: Schema, place: str) -> Iterator[Finding]:
        for keyword, message in _keyword_faults(schema):
            yield self._finding(message, f"{place}.{keyword}".lstrip("."))
        if "x-gathers" in schema:
            return
        samples = [("default", schema["default"])] if "default" in schema else []
        samples += [("examples", example) for example in schema.get("examples", ())]
        for keyword, sample in samples:
            for fault in faults(schema, sample):
                yield self._finding(
                    f'This is not what "{keyword}" may be: {fault.message}', f"{place}.{keyword}"
                )

    def _gather(self, properties: Schema) -> None:
        """Give each gathered list the type of a list and the items of what it gathers."""
        for name, entry in properties.items():
            if "x-gathers" not in entry:
                continue
            elements = [_element(properties.get(source)) for source in entry["x-gathers"]]
            kinds = {element.get("x-def") for element in elements}
            if None in kinds or len(kinds) != 1:
                self._find(
                    "What is gathered must be groups, or lists of groups, of one definition.",
                    f"properties.{name}.x-gathers",
                )
                continue
            entry.update(type="array", items=elements[-1])

    def _find(self, message: str, place: str, remedy: str = "") -> None:
        self.findings.append(self._finding(message, place, remedy))

    def _finding(self, message: str, place: str, remedy: str = "") -> Finding:
        return Finding(
            "dictionary", message, self._file.source(place), excerpt=self._file.excerpt(place), remedy=remedy
        )


def _keyword_faults(schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield keyword and fault for what a keyword of the right shape cannot mean."""
    yield from _name_faults(schema.get("properties", ()))
    if schema.get("type") == "object":
        if "properties" not in schema:
            yield "type", 'A group says with "properties" what is in it.'
        if schema.get("additionalProperties") is not False:
            yield "type", 'A group says "additionalProperties: false", so that a misspelt name is found.'
        for name in schema.get("required", ()):
            if name not in schema.get("properties", ()):
                yield "required", f'There is no property "{name}".'
    if schema.get("type") == "array" and "items" not in schema:
        yield "type", 'A list says with "items" what it is a list of.'
    for keyword in ("minItems", "maxItems"):
        if schema.get(keyword, 0) < 0:
            yield keyword, "A list cannot have fewer than no entries."
    if "format" in schema and schema["format"] not in (*FORMATS, "party"):
        yield (
            "format",
            f'There is no format "{schema["format"]}"; there are: {", ".join((*FORMATS, "party"))}.',
        )
    if "pattern" in schema:
        try:
            re.compile(schema["pattern"])
        except re.error:
            yield "pattern", "This is not a regular expression."


def _name_faults(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if not _NAME.match(name):
            yield f"properties.{name}", "A parameter's name has small letters, digits and underscores only."


def _element(schema: Schema | None) -> Schema:
    """Return the schema of one gathered element: of a list its items, of a group itself; empty if neither."""
    if schema is None or "x-gathers" in schema:
        return {}
    element: Schema = schema.get("items", schema)
    return element
