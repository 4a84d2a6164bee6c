"""The dictionary: what it refuses in itself, what it knows of a parameter, the schema it hands out."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.cache import Cache
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.problems import ClausekitError

PARAMETERS = Path(__file__).parents[2] / "clauses" / "parameters.yaml"


@pytest.fixture(scope="module", name="library")
def _library() -> Dictionary:
    return load_dictionary(PARAMETERS.read_text(encoding="utf-8"), "parameters.yaml", Cache(None))


def problems(properties: str, definitions: str = "") -> list[str]:
    """Return line and message of each problem in a dictionary; the properties begin in line 4."""
    text = "type: object\nadditionalProperties: false\nproperties:\n" + textwrap.indent(
        textwrap.dedent(properties), "  "
    )
    if definitions:
        text += "$defs:\n" + textwrap.indent(textwrap.dedent(definitions), "  ")
    with pytest.raises(ClausekitError) as caught:
        load_dictionary(text, "parameters.yaml", Cache(None))
    return [f"{f.source.line if f.source else None}: {f.message}" for f in caught.value.findings]


def test_the_librarys_dictionary_is_read_the_same_from_the_cache(tmp_path: Path) -> None:
    text = PARAMETERS.read_text(encoding="utf-8")
    read = load_dictionary(text, "parameters.yaml", Cache(tmp_path))
    assert list(tmp_path.glob("*.sqlite"))
    again = load_dictionary(text, "parameters.yaml", Cache(tmp_path))
    assert again.part(again.paths()) == read.part(read.paths())
    assert again.paths() == read.paths()


def test_an_entry_says_what_a_parameter_is(library: Dictionary) -> None:
    entry = library.entry("term.start")
    assert entry is not None
    assert entry.title == "Commencement date"
    assert entry.help == "The first day of the agreement, commonly 1 April."
    assert entry.schema["format"] == "date"
    assert not entry.has_default
    assert getattr(library.entry("term.extendable"), "has_default", None) is True


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("health_bodies[0].name", "health_bodies[].name"),
        ("health_bodies[].name", "health_bodies[].name"),
        ("partners[1].email", "partners[].email"),
        ("council", "council"),
        ("notices.methods[2]", "notices.methods[]"),
        ("plan.year.dashed", "plan.year"),
        ("funds.host.name", "funds.host"),
        ("termination.notice.unit", "termination.notice"),
    ],
)
def test_every_way_to_write_a_path_finds_the_entry(library: Dictionary, asked: str, path: str) -> None:
    entry = library.entry(asked)
    assert entry is not None
    assert entry.path == path


@pytest.mark.parametrize(
    "path", ["", "councl", "council.nme", "plan.year.dash", "term.start.year", "council[0]"]
)
def test_what_is_not_there_has_no_entry(library: Dictionary, path: str) -> None:
    assert library.entry(path) is None


def test_a_definition_that_is_referred_to_can_be_made_narrower(library: Dictionary) -> None:
    entry = library.entry("council.short")
    assert entry is not None
    assert (entry.schema["const"], entry.schema["type"]) == ("the Council", "string")


def test_what_is_gathered_leads_to_what_a_file_gives(library: Dictionary) -> None:
    assert library.given_for("partners[].email") == ("council.email", "health_bodies[].email")
    assert library.given_for("term.start") == ("term.start",)


def test_the_dictionary_and_its_part_are_json_schemas(library: Dictionary) -> None:
    jsonschema.Draft202012Validator.check_schema(yaml.safe_load(PARAMETERS.read_text(encoding="utf-8")))
    jsonschema.Draft202012Validator.check_schema(library.part(library.paths()))


def test_a_part_has_the_asked_for_parameters_only(library: Dictionary) -> None:
    part = library.part(["term.start", "partners[].email", "schemes", "unknown.thing"])
    properties: dict[str, Any] = part["properties"]
    assert list(properties) == ["template", "as_at", "council", "health_bodies", "term", "schemes"]
    assert list(properties["term"]["properties"]) == ["start"]
    required = ["name", "short", "address", "execution"]
    assert list(properties["council"]["properties"]) == ["name", "address", "execution", "email"]
    assert list(properties["health_bodies"]["items"]["properties"]) == [*required, "email"]
    assert list(properties["schemes"]["items"]["properties"]) == ["name", "term"]


def test_a_part_speaks_standard_json_schema(library: Dictionary) -> None:
    part = library.part(["term.start", "working_day.start", "council.kind"])
    assert part["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    start = part["properties"]["term"]["properties"]["start"]
    assert start["description"] == "The first day of the agreement, commonly 1 April."
    assert (start["type"], start["format"]) == (["string", "null"], "date")
    assert "format" not in part["properties"]["working_day"]["properties"]["start"]
    assert None in part["properties"]["council"]["properties"]["kind"]["enum"]
    assert not {"help", "x-def", "x-gathers", "$ref", "$defs"} & set(_keywords(part))


def _keywords(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [word for item in schema for word in _keywords(item)]
    if isinstance(schema, dict):
        return [*schema, *(word for item in schema.values() for word in _keywords(item))]
    return []


@pytest.mark.parametrize(
    ("properties", "problem"),
    [
        ("a: {title: A}", "4: A parameter needs a type: one of object, array, string, integer, boolean."),
        ("a: {type: number}", "4: A parameter needs a type: one of object, array, string, integer, boolean."),
        ("a: {type: string, minLength: 1}", '4: The dictionary cannot say "minLength" of this parameter.'),
        ("a: {type: boolean, format: date}", '4: The dictionary cannot say "format" of this parameter.'),
        ("a: text", "4: A parameter is described by a group of entries, such as type and title."),
        ("a: {type: string, title: 5}", '4: "title" cannot have this value.'),
        (
            "a: {type: object, additionalProperties: false, properties: {}, required: [[x]]}",
            '4: "required" cannot have this value.',
        ),
        (
            "a: {type: string, format: colour}",
            '4: There is no format "colour"; there are: date, money, percentage, period, financial-year, '
            "time, party.",
        ),
        ("a: {type: string, pattern: '('}", "4: This is not a regular expression."),
        (
            "a: {type: object, additionalProperties: false}",
            '4: A group says with "properties" what is in it.',
        ),
        (
            "a: {type: array, items: {type: string}, minItems: -1}",
            "4: A list cannot have fewer than no entries.",
        ),
        ("a: {type: array}", '4: A list says with "items" what it is a list of.'),
        (
            "a: {type: object, properties: {}}",
            '4: A group says "additionalProperties: false", so that a misspelt name is found.',
        ),
        (
            "a: {type: object, additionalProperties: false, properties: {}, required: [b]}",
            '4: There is no property "b".',
        ),
        ("a: {$ref: '#/$defs/b'}", '4: There is no definition "#/$defs/b" in this dictionary.'),
        (
            "template: {type: string}",
            '4: "template" has a meaning of its own, so no parameter can have that name.',
        ),
        ("loop: {type: string}", '4: "loop" has a meaning of its own, so no parameter can have that name.'),
        ("Name: {type: string}", "4: A parameter's name has small letters, digits and underscores only."),
        (
            "a: {type: string, format: date, examples: [2019-02-30]}",
            '4: This is not what "examples" may be: it must be a date; "2019-02-30" is not: '
            "February 2019 has no day 30.",
        ),
        (
            "a: {type: boolean, default: yes}",
            '4: This is not what "default" may be: it must be true or false; "yes" is neither.',
        ),
        (
            "a: {x-gathers: [b]}",
            "4: What is gathered must be groups, or lists of groups, of one definition.",
        ),
        (
            "a: {x-gathers: []}",
            "4: What is gathered must be groups, or lists of groups, of one definition.",
        ),
        (
            "a: {type: array, items: {x-gathers: [b]}}",
            "4: Only a parameter at the top of the dictionary can gather others.",
        ),
    ],
)
def test_what_is_wrong_with_a_dictionary_is_told(properties: str, problem: str) -> None:
    assert problems(properties + "\n") == [problem]


def test_a_definition_cannot_contain_itself() -> None:
    definition = """\
        a:
          type: object
          additionalProperties: false
          properties:
            inner: {$ref: '#/$defs/a'}
        """
    assert problems("a: {$ref: '#/$defs/a'}\n", definition) == ['4: The definition "a" contains itself.']


def test_a_reference_cannot_add_to_a_definition() -> None:
    definition = "a: {type: object, additionalProperties: false, properties: {x: {type: string}}}\n"
    assert problems("a: {$ref: '#/$defs/a', properties: {y: {type: string}}}\n", definition) == [
        '4: The definition that is referred to has no "y".'
    ]


def test_all_problems_of_a_dictionary_are_told_at_once() -> None:
    assert problems("a: {type: number}\nb: {type: string, minLength: 1}\n") == [
        "4: A parameter needs a type: one of object, array, string, integer, boolean.",
        '5: The dictionary cannot say "minLength" of this parameter.',
    ]


RIGHT: dict[str, Any] = yaml.safe_load(PARAMETERS.read_text(encoding="utf-8"))
JUNK = st.sampled_from(
    [
        None,
        True,
        5,
        "x",
        [],
        ["x"],
        {"x-gathers": ["council"]},
        [["x"]],
        {},
        {"x": 1},
        {"type": "object"},
        {"$ref": "#/$defs/party"},
    ]
)


def _places(node: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place, *(found for key, value in inner for found in _places(value, (*place, key)))][
        bool(not place) :
    ]


def _with(node: Any, place: tuple[Any, ...], junk: Any) -> Any:
    if not place:
        return junk
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[place[0]] = _with(node[place[0]], place[1:], junk)
    return copy


_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_places(RIGHT)), JUNK)
def test_a_dictionary_with_anything_anywhere_is_read_or_refused(place: tuple[Any, ...], junk: Any) -> None:
    spoilt = _with(RIGHT, place, junk)
    text = yaml.dump(spoilt, Dumper=_DUMPER, sort_keys=False, allow_unicode=True)
    try:
        dictionary = load_dictionary(text, "p.yaml", Cache(None))
    except ClausekitError:
        return
    jsonschema.Draft202012Validator.check_schema(dictionary.part(dictionary.paths()))
