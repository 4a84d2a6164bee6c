"""JSON: what is written is read back as an equal document, and nothing else is read."""

from __future__ import annotations

import json as standard_json
from typing import Any

import pytest
from hypothesis import given

from clausekit.formats import json
from clausekit.model import Document, Inline
from clausekit.problems import ClausekitError
from tests.builders import clause, document, paragraph
from tests.formats.agreement import agreement, draft
from tests.formats.strategies import runs


def read(data: Any) -> Document:
    return json.document_from_json(standard_json.dumps(data), "draft.json")


def refusal(text: str) -> str:
    with pytest.raises(ClausekitError) as caught:
        json.document_from_json(text, "draft.json")
    (finding,) = caught.value.findings
    assert str(finding.source) == "draft.json"
    assert finding.remedy
    return finding.message


def test_a_document_is_read_back_equal() -> None:
    assert read(json.document_to_json(agreement())) == agreement()
    assert json.document_from_json(json.write(draft(agreement()), notes=True), "draft.json") == agreement()


@given(runs)
def test_any_run_is_read_back_equal(run: tuple[Inline, ...]) -> None:
    doc = document(clause("term", paragraph(*run)))
    assert read(json.document_to_json(doc)) == doc


def test_numbers_and_references_stand_beside_the_document() -> None:
    data = standard_json.loads(json.write(draft(agreement()), notes=False))
    assert (data["format"], data["version"]) == ("clausekit-document", 2)
    assert data["numbers"]["pooled-fund#report"] == {"label": "2.2.2", "full": "2.2.2"}
    reference = {"target": "pooled-fund#report", "form": "full", "scope": "", "text": "clause\u00a02.2.2"}
    assert reference in data["references"]


def test_another_version_is_refused_and_both_are_named() -> None:
    text = standard_json.dumps({"format": "clausekit-document", "version": 1, "document": {}})
    assert refusal(text) == "This file has version 1 of clausekit-document; clausekit reads version 2."


def test_what_is_not_json_is_refused() -> None:
    assert refusal('{\n"format" oops}') == "This file is not JSON (line 2: Expecting ':' delimiter)."


@pytest.mark.parametrize("text", ["[]", "null", '"x"', "{}", '{"format": "other", "version": 1}'])
def test_another_format_is_refused(text: str) -> None:
    assert refusal(text) == "This file is not a document in the format clausekit-document."


@pytest.mark.parametrize(
    ("section", "place"),
    [
        ("no section", "document.sections[0]"),
        ({"type": "Clause"}, "document.sections[0]"),
        ({"type": "Section", "kind": "preface", "children": []}, "document.sections[0].kind"),
        ({"type": "Section", "kind": "cover"}, "document.sections[0].children"),
        (
            {"type": "Section", "kind": "cover", "children": [{"type": "Script"}]},
            "document.sections[0].children[0]",
        ),
        ({"type": "Section", "kind": "cover", "children": [7]}, "document.sections[0].children[0]"),
    ],
)
def test_what_the_model_does_not_have_in_its_place_is_refused(section: Any, place: str) -> None:
    data = {"type": "Document", "title": "T", "short_title": "T", "status": "", "sections": [section]}
    text = standard_json.dumps({"format": "clausekit-document", "version": 2, "document": data})
    assert refusal(text) == f"What this file has as {place} does not belong there."


def test_a_file_nested_beyond_all_reason_is_refused() -> None:
    assert refusal("[" * 100_000) == "The nodes in this file are nested too deeply."
