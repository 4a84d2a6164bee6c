"""The report as JSON: valid by its published schema, and complete."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

import clausekit.reports
from clausekit.comparison.edits import (
    Cause,
    CauseKind,
    ClauseRow,
    Edit,
    EditKind,
    FigureChange,
    FigureKind,
    Layer,
    Place,
    Stale,
)
from clausekit.reports import report
from tests.reports import comparisons

SCHEMA = json.loads(Path(clausekit.reports.__file__).with_name("diff.schema.json").read_text("utf-8"))
MADE = [comparisons.nothing, comparisons.agreement, comparisons.returned, comparisons.hostile]


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.__name__)
def test_a_report_is_valid_by_the_schema(made: Any) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(report(made(), "json")))


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("edit", Edit),
        ("cause", Cause),
        ("place", Place),
        ("clause", ClauseRow),
        ("figure", FigureChange),
        ("stale", Stale),
    ],
)
def test_the_schema_has_every_field_of_what_a_comparison_finds(name: str, type_: Any) -> None:
    assert set(SCHEMA["$defs"][name]["properties"]) == {field.name for field in fields(type_)}


def test_the_schema_knows_every_word() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["layer"]["enum"] == list(get_args(Layer))
    assert definitions["edit"]["properties"]["kind"]["enum"] == list(get_args(EditKind))
    assert definitions["cause"]["properties"]["kind"]["enum"] == list(get_args(CauseKind))
    assert definitions["figure"]["properties"]["kind"]["enum"] == list(get_args(FigureKind))


def test_everything_in_the_schema_is_described_and_nothing_else_allowed() -> None:
    for one in (SCHEMA, *SCHEMA["$defs"].values()):
        assert one["title"]
        assert one["description"]
        if one.get("type") == "object":
            assert one["additionalProperties"] is False
            assert all("description" in field or "$ref" in field for field in one["properties"].values())


def test_the_counts_and_sentences_are_those_of_the_other_formats() -> None:
    data = json.loads(report(comparisons.agreement(), "json"))
    assert data["summary"]["changes"] == 10
    assert data["summary"]["following"] == 1
    assert data["summary"]["layers"]["wording"] == 3
    assert data["concordance"][2] == {"old": "4", "new": "5"}
    text = " ".join(report(comparisons.agreement(), "text").split())
    for statement in data["summary"]["key"]:
        assert statement["text"] in text
    told = [number for statement in data["summary"]["key"] for number in statement["edits"]]
    assert sorted(told) == list(range(1, 11))


def test_a_name_that_no_encoding_can_write_is_no_trouble() -> None:
    from dataclasses import replace

    made = comparisons.nothing()
    odd = replace(made, old=replace(made.old, name="old\udcff.docx"))
    for format_ in clausekit.reports.FORMATS:
        report(odd, format_).encode()
