"""The parameter file to fill in: what it asks for, how it reads, and that it binds when filled in."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.parameters.questionnaire import questionnaire
from clausekit.parameters.values import BlankValue, Record
from clausekit.parameters.yamlfile import load_yaml

PARAMETERS = Path(__file__).parents[2] / "clauses" / "parameters.yaml"


@pytest.fixture(scope="module", name="library")
def _library() -> Dictionary:
    return load_dictionary(PARAMETERS.read_text(encoding="utf-8"), "parameters.yaml", Cache(None))


def test_it_reads_like_a_form(library: Dictionary) -> None:
    paths = ["agreement.date", "council.kind", "notices.methods", "funds.pooled", "schemes", "term.start"]
    form = questionnaire(library, paths, "section-75-agreement", "Section 75 agreement")
    assert form == textwrap.dedent(
        """\
        # Section 75 agreement
        #
        # Fill in a value after each colon, in place of "null". What stays null prints as a visible blank.
        # Other values are what holds if nothing else is said: change them where the matter is different.
        # What follows a "#" is a remark.
        template: section-75-agreement
        as_at: null  # the day whose clauses are used, for example 2019-04-01; null is today

        # The agreement
        agreement:
          # Date of the agreement. The day on which the last party signs. Leave null until then.
          date: null  # for example: 2020-01-31

        # The council
        council:
          # Full legal name
          name: null  # for example: Leicestershire County Council
          # Address
          address: null  # for example: County Hall, Glenfield, Leicestershire
          # Kind of body. The attestation of a seal depends on it.
          kind: null  # one of: council, ccg, icb, trust, other
          # How the party executes. seal (common seal), deed (signed as a deed), hand (signed under hand).
          execution: null  # one of: seal, deed, hand

        # Term
        term:
          # Commencement date. The first day of the agreement, commonly 1 April.
          start: null  # for example: 2019-04-01

        # Funds
        funds:
          # Is there a pooled fund?
          pooled: true  # true or false

        # Notices
        notices:
          # Ways to give notice
          methods: null  # for example: [hand, post, email]

        # Individual schemes with definitions of their own in the agreement
        schemes: []  # or, in its place, below the name for each entry:
        # -
        #   # Name of the scheme
        #   name: null  # for example: Homecare Assessment and Reablement Team
        #   # Defined term for its services
        #   term: null  # for example: HART Services
        """
    )


def test_as_it_stands_it_binds_without_a_finding(library: Dictionary) -> None:
    form = questionnaire(library, library.paths(), "section-75-agreement", "Section 75 agreement")
    binding = library.bind(load_yaml(form, "new.yaml"))
    assert binding.findings == ()
    term = binding.values["term"]
    assert isinstance(term, Record)
    assert term["start"] == BlankValue("term.start")


_BETWEEN_VALUES = re.compile("parameter-party|parties-.*|term-.*|data-.*")
"""Rules on what values are to one another: the examples of several parameters need not fit together."""


def test_filled_in_with_its_examples_and_first_choices_it_binds_without_a_finding(
    library: Dictionary,
) -> None:
    form = questionnaire(library, library.paths(), "section-75-agreement", "Section 75 agreement")
    filled = re.sub(r"null  # for example: (.*)", r"\1", form)
    filled = re.sub(r"null  # one of: ([^,\n]*).*", r"\1", filled)
    binding = library.bind(load_yaml(filled, "new.yaml"))
    of_one_value = [finding for finding in binding.findings if not _BETWEEN_VALUES.match(finding.rule)]
    assert of_one_value == []
    term = binding.values["term"]
    assert isinstance(term, Record)
    assert str(term["start"]) == "1 April 2019"


def test_the_entries_shown_for_a_list_can_be_brought_in(library: Dictionary) -> None:
    form = questionnaire(library, ["schemes"], "x", "X")
    head, entries = form.split("schemes: []")
    lines = [line.removeprefix("# ") for line in entries.splitlines()[1:]]
    matter = load_yaml(head + "schemes:\n" + "\n".join(lines), "new.yaml")
    assert matter.data["schemes"] == [{"name": None, "term": None}]
    assert library.bind(matter).findings == ()


@pytest.mark.parametrize(
    ("example", "written"),
    [
        ("the Council", "the Council"),
        ("County Hall, Leicester", "County Hall, Leicester"),
        ("yes", '"yes"'),
        ("12", '"12"'),
        ("null", '"null"'),
        ("A: B", '"A: B"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('He said "no"', '"He said \\"no\\""'),
        ("*", '"*"'),
        ("£5", "£5"),
    ],
)
def test_examples_are_written_so_that_yaml_keeps_them(example: str, written: str) -> None:
    import json

    text = (
        "type: object\nadditionalProperties: false\nproperties:\n"
        f"  a: {{type: string, examples: [{json.dumps(example)}]}}\n"
    )
    dictionary = load_dictionary(text, "p.yaml", Cache(None))
    line = questionnaire(dictionary, ["a"], "x", "X").splitlines()[-1]
    assert line == f"a: null  # for example: {written}"
    assert load_yaml(f"a: {written}", "m.yaml").data["a"] == example


def test_a_list_that_needs_two_entries_has_two() -> None:
    text = (
        "type: object\nadditionalProperties: false\nproperties:\n  members:\n    type: array\n"
        "    minItems: 2\n"
        "    items:\n      type: object\n      additionalProperties: false\n"
        "      properties: {name: {title: Name, type: string, examples: [Ann]}}\n"
    )
    form = questionnaire(load_dictionary(text, "p.yaml", Cache(None)), ["members[].name"], "x", "X")
    assert form.endswith(
        """\
# Repeat the lines from "-" for each entry.
members:
  -
    # Name
    name: null  # for example: Ann
  -
    name: null  # for example: Ann
"""
    )
