"""The parameter file to fill in, as ``clausekit new`` prints it: titles, help, examples and defaults."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable
from typing import Any

from clausekit.parameters.binding import NOT_PARAMETERS, about_parameter
from clausekit.parameters.dictionary import Dictionary
from clausekit.parameters.values import FORMATS

_Schema = dict[str, Any]
_INDENT = "  "
_WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z0-9£(/](?:[A-Za-z0-9£()/%.@'&+, -]*[A-Za-z0-9)%.])?\Z")
_NOT_TEXT = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|-?[0-9]+)\Z", re.IGNORECASE)
_INTRODUCTION = """\
# {title}
#
# Fill in a value after each colon, in place of "null". What stays null prints as a visible blank.
# Other values are what holds if nothing else is said: change them where the matter is different.
# What follows a "#" is a remark.
template: {template}
as_at: null  # the day whose clauses are used, for example 2019-04-01; null is today
"""


def questionnaire(dictionary: Dictionary, paths: Iterable[str], template: str, title: str) -> str:
    """Return a commented YAML file that asks for the parameters at the paths.

    What has to be filled in stands as null with an example beside it, so that what is forgotten shows as a
    blank in the document. What has a default stands with that value: no line needs to be brought in from a
    comment, and the file still says everything when a default changes.
    """
    properties = dictionary.part(paths)["properties"]
    asked = {name: schema for name, schema in properties.items() if name not in NOT_PARAMETERS}
    blocks = ["\n".join(_entry(name, schema)) + "\n" for name, schema in asked.items()]
    return "\n".join([_INTRODUCTION.format(title=title, template=_scalar(template)), *blocks])


def _entry(name: str, schema: _Schema) -> list[str]:
    """Return the lines of one parameter: remarks, then its value or the values in it."""
    elements = schema.get("items", {})
    if "default" in schema and "properties" in elements:
        listing = [f"# {line}" for line in _element(elements)]
        value = [
            f"{name}: {_inline(schema['default'])}  # or, in its place, below the name for each entry:",
            *listing,
        ]
    elif "default" in schema:
        value = [f"{name}: {_inline(schema['default'])}{_choices(schema)}"]
    elif "properties" in schema:
        value = [f"{name}:", *_indented(_properties(schema))]
    elif "properties" in elements:
        value = ['# Repeat the lines from "-" for each entry.', f"{name}:"]
        value += _indented(_elements(elements, schema.get("minItems", 1)))
    else:
        value = [f"{name}: null{_choices(schema) or _example(schema)}"]
    return [*_remarks(schema), *value]


def _properties(schema: _Schema) -> list[str]:
    return [line for name, entry in schema["properties"].items() for line in _entry(name, entry)]


def _element(schema: _Schema) -> list[str]:
    return ["-", *_indented(_properties(schema))]


def _elements(schema: _Schema, count: int) -> list[str]:
    """Return the lines of as many entries as a list needs, the remarks in the first only."""
    first = _element(schema)
    other = [line for line in first if not line.lstrip().startswith("#")]
    return [*first, *other * (count - 1)]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"{_INDENT}{line}" for line in lines]


def _remarks(schema: _Schema) -> list[str]:
    about = about_parameter(schema.get("title", ""), schema.get("description", ""))
    return [f"# {line}" for line in textwrap.wrap(about, _WIDTH, break_on_hyphens=False)]


def _choices(schema: _Schema) -> str:
    """Return the remark that lists the choices, if there are several."""
    if "boolean" in schema["type"]:
        return "  # true or false"
    choices = [_scalar(choice) for choice in schema.get("enum", ()) if choice is not None]
    return f"  # one of: {', '.join(choices)}" if len(choices) > 1 else ""


def _example(schema: _Schema) -> str:
    example = schema.get("examples", [None])[0]
    if example is None and schema.get("format") in FORMATS:
        example = FORMATS[schema["format"]].example
    return "" if example is None else f"  # for example: {_inline(example)}"


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_scalar(item, in_list=True) for item in value)}]"
    return _scalar(value)


def _scalar(value: Any, *, in_list: bool = False) -> str:
    """Return the value as YAML spells it, in quotation marks only if need be."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.match(value) and not _NOT_TEXT.match(value) and not (in_list and "," in value):
        return value
    return json.dumps(value, ensure_ascii=False)
