"""The report as SARIF: valid, with the help of its rules, and places in texts and in Word files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from clausekit.checks.baseline import fingerprint
from clausekit.checks.outcome import Outcome
from clausekit.checks.rules import load
from clausekit.reports.checks import report
from clausekit.reports.checks.sarif import uri_of
from tests.reports.checks.outcomes import hostile, nothing, outcome, sifted
from tests.reports.checks.sarif_schema import LOG


def run_of(*outcomes: Outcome) -> dict[str, Any]:
    log = json.loads(report(outcomes, "sarif"))
    Draft202012Validator(LOG).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("made", [outcome, sifted, nothing, hostile])
def test_a_log_is_valid(made: Any) -> None:
    run_of(made(), made())


def test_each_result_has_its_rule_with_level_and_help() -> None:
    run = run_of(outcome())
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], outcome().findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["partialFingerprints"] == {"clausekitFinding/v1": fingerprint(finding)}
    (rule,) = (rule for rule in rules if rule["id"] == "CK-DATE-IMPOSSIBLE")
    known = load("CK-DATE-IMPOSSIBLE")
    assert rule["shortDescription"]["text"] == f"{known.title}."
    assert rule["defaultConfiguration"]["level"] == "error"
    assert known.why in rule["help"]["text"]
    assert "⟦31 April 2027⟧" in rule["help"]["markdown"]


def test_a_finding_in_a_text_has_its_line_and_its_clause() -> None:
    (location,) = run_of(outcome())["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "agreement.md"}
    assert location["physicalLocation"]["region"]["startLine"] == 5
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "clause 1.1 (Term)"
    assert "ends on “31 April 2027”, unless" in location["message"]["text"]


def test_a_finding_without_a_line_has_its_clause_alone() -> None:
    found = outcome(name="ours.docx")
    found = replace(found, findings=tuple(replace(finding, line=0) for finding in found.findings))
    (location,) = run_of(found)["results"][0]["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "ours.docx"}}
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "clause 1.1 (Term)"


def test_levels_doubts_and_other_places_are_told() -> None:
    (told, _) = run_of(sifted())["results"]
    assert told["level"] == "note"
    assert told["properties"] == {"confidence": "doubtful"}
    assert [one["physicalLocation"]["region"]["startLine"] for one in told["relatedLocations"]] == [5]


def test_what_is_let_stand_is_suppressed_with_its_reason() -> None:
    (told, stands) = run_of(sifted())["results"]
    assert "suppressions" not in told
    assert stands["suppressions"] == [{"kind": "external", "justification": "The day is in the old lease."}]


def test_remarks_are_notifications() -> None:
    (remark,) = run_of(sifted())["invocations"][0]["toolExecutionNotifications"]
    assert (remark["level"], remark["message"]["text"]) == ("note", "The order of the columns is not sure.")
    assert remark["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_no_words_of_a_document_are_a_link() -> None:
    run = run_of(hostile())
    messages = [result["message"] for result in run["results"]]
    messages += [location["message"] for result in run["results"] for location in result["locations"]]
    messages += [one["message"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    assert len(messages) == 5
    assert not any("](" in message["text"] for message in messages)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("ours/a plan #1.docx", "ours/a%20plan%20%231.docx"),
        ("/srv/Vertrag ä.md", "file:///srv/Vertrag%20%C3%A4.md"),
        ("a\udcff.md", "a%3F.md"),
    ],
)
def test_names_of_files_are_written_as_references(file: str, uri: str) -> None:
    assert uri_of(file) == uri
