"""What binding accepts in structure is what JSON Schema accepts: held against the library jsonschema."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.cache import Cache
from clausekit.parameters.dictionary import load_dictionary
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import Source

PARAMETERS = Path(__file__).parents[2] / "clauses" / "parameters.yaml"
LIBRARY = load_dictionary(PARAMETERS.read_text(encoding="utf-8"), "parameters.yaml", Cache(None))
PART = LIBRARY.part(LIBRARY.paths())
NUMBERS = load_dictionary(
    """\
type: object
additionalProperties: false
properties:
  n: {type: integer, minimum: -2, maximum: 3}
  fixed: {type: boolean, const: true}
  list: {type: array, minItems: 1, maxItems: 2, items: {type: integer, enum: [1, 2]}}
  group:
    type: object
    additionalProperties: false
    required: [a, b]
    properties:
      a: {type: integer}
      b: {type: boolean, default: false}
      c: {type: array, items: {type: array, items: {type: boolean}}}
""",
    "numbers.yaml",
    Cache(None),
)
NUMBERS_PART = NUMBERS.part(NUMBERS.paths())

# Rules on the meaning of a value, for which JSON Schema has no words.
MEANING = re.compile("parameter-(format|text|party)|parties-.*|term-.*|data-.*")


def refuses_structure(dictionary: Any, data: dict[str, Any]) -> bool:
    matter = YamlFile("m.yaml", data, {"": Source("m.yaml", 1)}, ("",))
    rules = {finding.rule for finding in dictionary.bind(matter).findings}
    return any(not MEANING.fullmatch(rule) for rule in rules)


def jsonschema_refuses_structure(schema: dict[str, Any], data: dict[str, Any]) -> bool:
    errors = jsonschema.Draft202012Validator(schema).iter_errors(data)
    return any(error.validator != "pattern" for error in errors)


TEXTS = st.sampled_from(
    ["", "x", "true", "council", "seal", "the Council", "2019-04-01", "12 months", "2019/20"]
)
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["name", "short", "x"]), inner, max_size=3),
    ),
    max_leaves=5,
)


def like(schema: dict[str, Any], wild: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return data that mostly has the schema's structure, and now and then has not."""
    kinds = schema["type"]
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "object":
        entries = {name: like(entry, wild) for name, entry in schema["properties"].items()}
        right: st.SearchStrategy[Any] = st.fixed_dictionaries({}, optional=entries)
        if schema.get("required"):
            needed = {name: entries.pop(name) for name in schema["required"]}
            right = st.one_of(st.fixed_dictionaries(needed, optional=entries), right)
    elif kind == "array":
        right = st.lists(like(schema["items"], wild), max_size=schema.get("maxItems", 3) + 1)
    elif kind == "boolean":
        right = st.booleans()
    elif kind == "integer":
        right = st.integers(-5, 5)
    else:
        right = st.one_of(
            st.sampled_from(schema.get("enum", ["x"])), st.just((schema.get("examples") or ["x"])[0])
        )
    return st.integers(0, 19).flatmap(lambda dice: wild if dice == 0 else right)


def matters(part: dict[str, Any], wild: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return data like parameter files, without the entries that are no parameters."""
    properties = {
        name: entry for name, entry in part["properties"].items() if name not in ("template", "as_at")
    }
    return like({**part, "properties": properties}, wild).filter(lambda data: isinstance(data, dict))


@settings(max_examples=150, deadline=None)
@given(matters(PART, ANYTHING))
def test_binding_and_json_schema_agree_on_the_librarys_dictionary(data: dict[str, Any]) -> None:
    assert refuses_structure(LIBRARY, data) == jsonschema_refuses_structure(PART, data)


@settings(max_examples=300, deadline=None)
@given(matters(NUMBERS_PART, st.one_of(ANYTHING, st.integers(-3, 3))))
def test_binding_and_json_schema_agree_on_numbers_choices_and_lists_of_lists(data: dict[str, Any]) -> None:
    assert refuses_structure(NUMBERS, data) == jsonschema_refuses_structure(NUMBERS_PART, data)
