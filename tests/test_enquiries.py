"""What a template or a schedule asks for, and what uses a clause or a parameter, lists included."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.enquiries import questionnaire_for, schema_for, unreadable_wording, used_by
from clausekit.library import Library
from clausekit.parameters.dictionary import load_dictionary
from clausekit.workshop import Workshop
from tests.library.sample import clause_text, write_files

PARAMETERS = """\
$schema: https://json-schema.org/draft/2020-12/schema
type: object
additionalProperties: false
properties:
  agreement:
    title: The agreement
    type: object
    additionalProperties: false
    properties:
      status: {title: Status, type: string, default: Draft}
  pooled: {title: Is there a pooled fund?, type: boolean, default: true}
  council: {title: Council, type: string, examples: [Westmarch]}
  schemes:
    title: Schemes
    type: array
    items:
      type: object
      additionalProperties: false
      properties:
        name: {title: Name, type: string, examples: [Reablement]}
        host: {title: Host, type: string, examples: [the Council]}
        unused: {title: Something else, type: string, examples: [x]}
"""
HEAD = """\
summary: For a test.
kind: test
binding: true
numbering: agreement
house_style: house-style.docx
"""
FILES = {
    "templates/agreement/template.yaml": f"""\
title: Agreement
short_title: Agreement
{HEAD}outline:
  clauses:
    - term/a
  schedules:
    - {{schedule: schemes, when: pooled}}
""",
    "schedules/schemes/schedule.yaml": f"""\
title: Schemes
{HEAD}outline:
  parts:
    - {{part: scheme, title: "{{{{ scheme.name }}}}", for_each: scheme in schemes, clauses: [host/a]}}
""",
    "clauses/term/a/1.0.0.md": clause_text("# Term\n\n1.  As [[schedule:schemes/scheme]] says.\n"),
    "clauses/host/a/1.0.0.md": clause_text(
        "# Host\n\n1.  {{ scheme.host }} is the host, for {{ council }}.\n"
    ),
}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    cache = Cache(tmp_path / "cache")
    library = Library(write_files(tmp_path / "library", FILES), cache)
    return Workshop(library, load_dictionary(PARAMETERS, "clauses/parameters.yaml", cache), cache)


def asked(workshop: Workshop, template: str) -> dict[str, object]:
    """Return the properties of the schema for a template, but those that every file has."""
    properties = schema_for(workshop, template)["properties"]
    return {
        name: schema for name, schema in properties.items() if name not in ("template", "as_at", "agreement")
    }


def test_a_template_asks_for_what_its_schedules_ask_for(workshop: Workshop) -> None:
    assert list(asked(workshop, "agreement")) == ["pooled", "council", "schemes"]


def test_a_schedule_asks_alone_for_what_it_needs_and_no_more(workshop: Workshop) -> None:
    found = asked(workshop, "schemes")
    assert list(found) == ["council", "schemes"]
    assert list(schema_for(workshop, "schemes")["properties"]["schemes"]["items"]["properties"]) == [
        "name",
        "host",
    ]


def test_the_questionnaire_of_a_schedule_names_it(workshop: Workshop) -> None:
    text = questionnaire_for(workshop, "schemes")
    assert text.startswith("# Schemes\n")
    assert "template: schemes\n" in text


def mentions(workshop: Workshop, name: str) -> list[str]:
    return [f"{mention.user}: {mention.excerpt.strip()}" for mention in used_by(workshop, name)]


def test_a_parameter_is_used_under_the_name_that_an_outline_gives_to_an_element(workshop: Workshop) -> None:
    part = '- {part: scheme, title: "{{ scheme.name }}", for_each: scheme in schemes, clauses: [host/a]}'
    host = "host/a@1.0.0: 1.  {{ scheme.host }} is the host, for {{ council }}."
    assert mentions(workshop, "schemes[].host") == [host]
    assert mentions(workshop, "schemes[].name") == [f"schedule schemes: {part}"]
    assert mentions(workshop, "pooled") == ["template agreement: - {schedule: schemes, when: pooled}"]


def test_a_clause_of_a_schedule_is_used_by_the_schedule_once(workshop: Workshop) -> None:
    assert [mention.partition(":")[0] for mention in mentions(workshop, "host/a")] == ["schedule schemes"]
    assert mentions(workshop, "schemes")[0].partition(":")[0] == "schedule schemes"


def test_the_name_of_an_element_is_no_unknown_parameter(workshop: Workshop) -> None:
    assert unreadable_wording(workshop) == ()


def test_a_reference_to_a_schedule_or_part_that_there_is_not_is_told(
    tmp_path: Path, workshop: Workshop
) -> None:
    text = "# Term\n\n1.  See [[schedule:schemes/schemes]], [[annex:shemes]] and [[annex:schemes]].\n"
    write_files(tmp_path / "library", {"clauses/term/a/1.0.0.md": clause_text(text)})
    assert [(finding.message, finding.remedy) for finding in unreadable_wording(workshop)] == [
        ("The library has no schedule schemes/schemes.", "Did you mean schedule:schemes/scheme?"),
        ("The library has no annex shemes.", "Did you mean annex:schemes?"),
    ]
