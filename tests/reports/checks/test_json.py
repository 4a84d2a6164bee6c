"""The report as JSON: valid by its published schema, and complete."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

import clausekit.reports.checks
from clausekit.checks.finding import Finding, Related
from clausekit.checks.outcome import Extent, Outcome
from clausekit.checks.rule import Confidence
from clausekit.problems import Level
from clausekit.reports.checks import report
from tests.reports.checks.outcomes import HOSTILE, hostile, nothing, outcome, sifted

SCHEMA = json.loads(Path(clausekit.reports.checks.__file__).with_name("check.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("made", [outcome, sifted, nothing, hostile])
def test_a_report_is_valid_by_the_schema(made: Any) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(report([made(), made()], "json")))


def test_findings_say_what_and_where() -> None:
    (given,) = json.loads(report([sifted()], "json"))["inputs"]
    assert given["read"] == {"clauses": 2, "sentences": 3, "rules": 2}
    assert given["counts"] == {"error": 0, "warning": 0, "info": 1, "known": 1}
    (finding,) = given["findings"]
    assert finding["rule"] == "CK-DATE-IMPOSSIBLE"
    assert (finding["level"], finding["confidence"]) == ("info", "doubtful")
    assert (finding["place"], finding["line"]) == ("clause 1.2 (Term)", 8)
    assert finding["excerpt"] == {
        "before": "It begins on ",
        "words": "30 February 2026",
        "after": " and is reviewed on 31 June 2026.",
    }
    assert [one["line"] for one in finding["related"]] == [5]
    (stands,) = given["stands"]
    assert (stands["excerpt"]["words"], stands["reason"]) == ("31 April 2027", "The day is in the old lease.")
    assert [(remark["file"], remark["line"]) for remark in given["remarks"]] == [("agreement.md", 3)]


def test_words_are_given_as_they_are() -> None:
    (given,) = json.loads(report([hostile()], "json"))["inputs"]
    assert given["findings"][0]["excerpt"]["words"] == HOSTILE


def test_a_name_that_no_encoding_can_write_is_no_fault() -> None:
    (given,) = json.loads(report([outcome(name="a\udcff.md")], "json"))["inputs"]
    assert given["name"] == "a?.md"


@pytest.mark.parametrize(
    ("name", "type_", "left_out"),
    [
        ("input", Outcome, {"extent"}),
        ("finding", Finding, {"words"}),
        ("place", Related, {"words"}),
    ],
)
def test_the_schema_has_every_field_of_what_a_check_finds(name: str, type_: type, left_out: set[str]) -> None:
    assert {field.name for field in fields(type_)} - left_out - {"known"} <= set(
        SCHEMA["$defs"][name]["properties"]
    )


def test_the_schema_knows_every_word() -> None:
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert finding["level"]["enum"] == list(get_args(Level))
    assert finding["confidence"]["enum"] == list(get_args(Confidence))
    read = SCHEMA["$defs"]["input"]["properties"]["read"]["properties"]
    assert list(read) == [field.name for field in fields(Extent)]


def test_everything_in_the_schema_is_described_and_nothing_else_allowed() -> None:
    for node in _objects(SCHEMA):
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
        assert node["description"]
        for about in node["properties"].values():
            assert about.get("description") or "$ref" in about


def _objects(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for one in node for found in _objects(one)]
    if not isinstance(node, dict):
        return []
    return ([node] if node.get("type") == "object" else []) + _objects(list(node.values()))
