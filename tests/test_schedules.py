"""Schedules from their outlines to the printed text: inside an agreement, repeated for a list, and alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library import Library
from clausekit.model import Blank, Value
from clausekit.parameters.dictionary import load_dictionary
from clausekit.pipeline import Made, make_draft, typeset
from clausekit.problems import ClausekitError, show
from clausekit.walk import schedules
from clausekit.workshop import Workshop
from tests.builders import ROOT
from tests.library.sample import clause_text, write_files

HEAD = """\
title: {title}
summary: For a test.
kind: test
binding: true
numbering: {numbering}
house_style: house-style.docx
outline:
"""
PARAMETERS = """\
$schema: https://json-schema.org/draft/2020-12/schema
type: object
additionalProperties: false
properties:
  council:
    title: Council
    type: string
    examples: [Westmarch]
  pooled:
    title: Whether there is a pooled fund
    type: boolean
    default: true
  services:
    title: Services
    type: array
    items:
      title: A service
      type: object
      additionalProperties: false
      properties:
        name: {title: Name, type: string, examples: [Payroll]}
        fee: {title: Fee, type: string, examples: [one pound]}
        hosted: {title: Hosted, type: boolean}
"""
CLAUSES = {
    "term": """\
# Term

1.  It is as {% if included("schedule:finance") %}[[schedule:finance]]{% else %}nothing{% endif %} says.
""",
    "contributions": """\
# Contributions

1.  [#yearly] {{ council }} pays yearly.
2.  See [[#yearly]] and [[schedule:finance/payment]].
""",
    "payment": """\
# Payment

1.  As [[contributions#yearly]] says.
""",
    "service-fee": """\
# Fee

1.  [#rate] {{ service.name }} costs {{ service.fee }}, as [[service-end]] says.
""",
    "service-end": """\
# End

1.  Until then [[service-fee#rate]] applies.
""",
}
FINANCE = """\
  parts:
    - {part: contributions, title: "Contributions of {{ council }}", clauses: [contributions/a]}
    - {part: payment, title: Payment, when: pooled, clauses: [payment/a]}
"""
SERVICES = """\
  parts:
    - part: service
      title: "{{ service.name }}"
      for_each: service in services
      clauses: [service-fee/a, service-end/a]
"""
ONE_SERVICE = "  clauses: [service-fee/a, service-end/a]\n"
MATTER = """\
template: {template}
council: Westmarch
services:
  - {{name: Payroll, fee: one pound, hosted: true}}
  - {{name: Telephones, fee: two pounds, hosted: false}}
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    numbering = (ROOT / "templates" / "numbering.yaml").read_text("utf-8")
    return write_files(
        tmp_path,
        {
            "clauses/parameters.yaml": PARAMETERS,
            "templates/numbering.yaml": numbering,
            **{f"clauses/{family}/a/1.0.0.md": clause_text(body) for family, body in CLAUSES.items()},
        },
    )


def outline(library: Path, schedules: str, finance: str = FINANCE, services: str = SERVICES) -> None:
    """Write a template with one clause and the given schedules or annexes, and the schedules themselves."""
    head = HEAD.format(title="Agreement", numbering="agreement")
    alone = HEAD.format(title="{title}", numbering="schedule-alone")
    write_files(
        library,
        {
            "templates/agreement/template.yaml": f"short_title: A\n{head}  clauses: [term/a]\n{schedules}",
            "schedules/finance/schedule.yaml": f"{alone.format(title='Finance Protocol')}{finance}",
            "schedules/services/schedule.yaml": f"{alone.format(title='Shared Services')}{services}",
        },
    )


def made(library: Path, template: str = "agreement", matter: str = MATTER, **settings: str) -> Made:
    write_files(library, {"matter.yaml": matter.format(template=template)})
    dictionary = load_dictionary(PARAMETERS, "clauses/parameters.yaml", Cache(None))
    workshop = Workshop(Library(library, Cache(None)), dictionary, Cache(None))
    return make_draft(
        workshop, library / "matter.yaml", settings=[f"{name}={value}" for name, value in settings.items()]
    )


def lines(draft: Made) -> list[str]:
    """Return the lines of the text after its contents, without underlines and blank lines."""
    workshop = Workshop(
        Library(ROOT, Cache(None)), load_dictionary(PARAMETERS, "x", Cache(None)), Cache(None)
    )
    text = typeset(workshop, draft, "txt").data.decode().replace("\u00a0", " ")
    after_contents = text.split("\n\n\n", 1)[1]
    words = (" ".join(line.split()) for line in after_contents.splitlines())
    return [line for line in words if line and set(line) - set("-=")]


def told(library: Path, template: str = "agreement", matter: str = MATTER, **settings: str) -> list[str]:
    with pytest.raises(ClausekitError) as error:
        made(library, template, matter, **settings)
    return [show(finding) for finding in error.value.findings]


def test_a_schedule_prints_its_parts_and_their_paragraphs(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    assert lines(made(library)) == [
        "1 Term",
        "1.1 It is as Schedule 1 says.",
        "Schedule 1 Finance Protocol",
        "Part 1 Contributions of Westmarch",
        "1 Contributions",
        "1.1 Westmarch pays yearly.",
        "1.2 See paragraph 1.1 and Part 2.",
        "Part 2 Payment",
        "1 Payment",
        "1.1 As paragraph 1.1 of Part 1 says.",
    ]


def test_a_value_in_a_title_stays_a_value(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    (finance,) = schedules(made(library).draft.document)
    assert finance.parts[0].title[1] == Value("council", "Westmarch")


def test_a_blank_in_a_title_is_told_among_the_blanks(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    draft = made(library, matter=MATTER.replace("Westmarch", "null"))
    (finance,) = schedules(draft.draft.document)
    assert finance.parts[0].title[1] == Blank("council")
    assert draft.blanks == ("council",)


def test_a_part_may_be_left_out_by_its_condition_and_a_reference_to_it_is_then_dead(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    (message,) = told(library, pooled="false")
    assert message.startswith(
        "clauses/contributions/a/1.0.0.md:9: error: The reference [[schedule:finance/pay"
    )


def test_a_schedule_that_is_out_is_not_included(library: Path) -> None:
    outline(library, "  schedules:\n    - {schedule: finance, when: not pooled}\n")
    assert lines(made(library)) == ["1 Term", "1.1 It is as nothing says."]


def test_a_schedule_without_anything_that_is_in_is_left_out(library: Path) -> None:
    clauses = "  clauses:\n    - {clause: payment/a, when: not pooled}\n"
    outline(library, "  schedules: [finance]\n", finance=clauses)
    assert lines(made(library)) == ["1 Term", "1.1 It is as nothing says."]


def test_a_schedule_without_folder_is_a_slot(library: Path) -> None:
    outline(library, "  schedules:\n    - {schedule: plan, title: The Plan}\n")
    assert lines(made(library))[2:] == ["Schedule 1 The Plan", "[To be attached]"]


SERVICES_TEXT = [
    "1 Fee",
    "1.1 Payroll costs one pound, as paragraph 2 says.",
    "2 End",
    "2.1 Until then paragraph 1.1 applies.",
]


def test_a_part_is_repeated_for_each_of_a_list_and_refers_to_itself(library: Path) -> None:
    outline(library, "  schedules: [services]\n")
    assert lines(made(library))[2:] == [
        "Schedule 1 Shared Services",
        "Part 1 Payroll",
        *SERVICES_TEXT,
        "Part 2 Telephones",
        "1 Fee",
        "1.1 Telephones costs two pounds, as paragraph 2 says.",
        "2 End",
        "2.1 Until then paragraph 1.1 applies.",
    ]


def test_a_condition_may_ask_of_each_element(library: Path) -> None:
    services = SERVICES.replace(
        "for_each: service in services", "for_each: service in services\n      when: service.hosted"
    )
    outline(library, "  schedules: [services]\n", services=services)
    assert lines(made(library))[2:] == ["Schedule 1 Shared Services", "Part 1 Payroll", *SERVICES_TEXT]


def test_a_schedule_is_repeated_for_each_of_a_list(library: Path) -> None:
    entry = '{schedule: services, for_each: service in services, title: "{{ service.name }}"}'
    outline(library, f"  schedules:\n    - {entry}\n", services=ONE_SERVICE)
    draft = made(library)
    assert lines(draft)[2:8] == ["Schedule 1 Payroll", *SERVICES_TEXT, "Schedule 2 Telephones"]
    assert [one.key for one in schedules(draft.draft.document)] == [
        "schedule:services+1",
        "schedule:services+2",
    ]


def test_a_clause_is_repeated_for_each_of_a_list_with_keys_of_its_own(library: Path) -> None:
    write_files(library, {"clauses/service-fee/b/1.0.0.md": clause_text("# Fee\n\n1.  {{ service.fee }}\n")})
    clauses = "  clauses:\n    - {clause: service-fee/b, for_each: service in services}\n"
    outline(library, "  schedules: [services]\n", services=clauses)
    draft = made(library)
    assert lines(draft)[3:] == ["1 Fee", "1.1 one pound", "2 Fee", "2.1 two pounds"]
    (services,) = schedules(draft.draft.document)
    assert [clause.key for clause in services.clauses] == ["service-fee+1", "service-fee+2"]
    assert len(draft.draft.numbers) == 7


def test_lists_inside_each_other_make_keys_that_tell_them_apart(library: Path) -> None:
    entry = "{schedule: services, for_each: one in services, title: T}"
    outline(library, f"  schedules:\n    - {entry}\n")
    second = list(schedules(made(library).draft.document))[1]
    assert [part.key for part in second.parts] == [
        "schedule:services/service+2.1",
        "schedule:services/service+2.2",
    ]
    assert second.parts[1].clauses[0].key == "service-fee+2.2"


def test_a_reference_from_elsewhere_to_what_is_repeated_is_told(library: Path) -> None:
    write_files(library, {"clauses/term/a/1.0.0.md": clause_text("# Term\n\n1.  As [[service-fee]] says.\n")})
    outline(library, "  schedules: [services]\n")
    (message,) = told(library)
    assert message.splitlines() == [
        "clauses/term/a/1.0.0.md:8: error: The reference [[service-fee]] may mean any of 2: "
        "the document repeats it for a list.",
        "    8 | [[service-fee]]",
        "  Refer to it from the same part only, or say in words which one is meant.",
    ]


def test_nothing_is_repeated_for_an_empty_list(library: Path) -> None:
    outline(library, "  schedules: [services]\n")
    empty = "template: {template}\ncouncil: Westmarch\nservices: []\n"
    assert lines(made(library, matter=empty)) == ["1 Term", "1.1 It is as nothing says."]


@pytest.mark.parametrize(
    ("for_each", "message"),
    [
        ("service in council", "council is not a list, so nothing can be repeated or counted for it."),
        ("service in servces", "servces is asked for here, but is no parameter of the library."),
        ("service in services +", 'What stands after "for_each:" cannot be read'),
    ],
)
def test_what_is_no_list_is_told_with_its_line(library: Path, for_each: str, message: str) -> None:
    outline(library, "  schedules: [services]\n", services=SERVICES.replace("service in services", for_each))
    first = told(library)[0]
    assert first.startswith("schedules/services/schedule.yaml:9")
    assert message in first


def test_a_parameter_that_a_title_asks_for_in_vain_is_told(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    (message,) = told(library, matter="template: {template}\n")
    assert "council is missing (Council)." in message
    assert "schedules/finance/schedule.yaml:9" in message


def test_an_annex_is_numbered_and_referred_to_as_one(library: Path) -> None:
    term = "# Term\n\n1.  As [[annex:finance]] and [[contributions]] say.\n"
    money = "# Money\n\n1.  {{ council }} pays.\n"
    clauses = {"term/a": term, "contributions/b": money}
    write_files(library, {f"clauses/{name}/1.0.0.md": clause_text(text) for name, text in clauses.items()})
    outline(library, "  annexes: [finance]\n", finance="  clauses: [contributions/b]\n")
    assert lines(made(library)) == [
        "1 Term",
        "1.1 As Annex 1 and paragraph 1 of Annex 1 say.",
        "Annex 1 Finance Protocol",
        "1 Money",
        "1.1 Westmarch pays.",
    ]


def test_a_schedule_is_drafted_alone(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    draft = made(library, template="finance")
    assert (draft.draft.document.title, draft.draft.document.short_title) == (
        "Finance Protocol",
        "Finance Protocol",
    )
    assert draft.clauses == 2
    assert lines(draft) == [
        "Part 1 Contributions of Westmarch",
        "1 Contributions",
        "1.1 Westmarch pays yearly.",
        "1.2 See paragraph 1.1 and Part 2.",
        "Part 2 Payment",
        "1 Payment",
        "1.1 As paragraph 1.1 of Part 1 says.",
    ]


def test_a_schedule_that_stands_alone_does_not_count_itself_among_what_is_included(library: Path) -> None:
    text = "{% if included('schedule:finance') %}In [[schedule:finance]]{% else %}Here{% endif %}."
    clauses = {"clauses/payment/a/1.0.0.md": clause_text(f"# Payment\n\n1.  {text}\n")}
    write_files(library, clauses)
    outline(library, "  schedules: [finance]\n", finance="  clauses: [payment/a]\n")
    assert lines(made(library))[-1] == "1.1 In Schedule 1."
    assert lines(made(library, template="finance")) == ["1 Payment", "1.1 Here."]


def test_the_title_of_a_schedule_alone_may_have_values(library: Path) -> None:
    outline(library, "  schedules: [finance]\n")
    head = HEAD.format(title='"Protocol of {{ council }}"', numbering="schedule-alone")
    write_files(library, {"schedules/finance/schedule.yaml": f"{head}{FINANCE}"})
    assert made(library, template="finance").draft.document.title == "Protocol of Westmarch"


def test_alternatives_that_are_in_together_are_told(library: Path) -> None:
    write_files(library, {"clauses/payment/b/1.0.0.md": clause_text(CLAUSES["payment"])})
    both = "{clause: payment/a, when: pooled}, {clause: payment/b, when: pooled}"
    outline(library, "  schedules: [finance]\n", finance=f"  clauses: [contributions/a, {both}]\n")
    assert any(
        "more than one clause of the family payment: payment/a, payment/b." in one for one in told(library)
    )
