"""Binding: a parameter file held against the dictionary, what comes out and what is told."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clausekit.cache import Cache
from clausekit.parameters.binding import Binding
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.parameters.values import BlankValue, Record, Series, WholeValue
from clausekit.parameters.yamlfile import load_yaml
from clausekit.problems import show

ROOT = Path(__file__).parents[2]
EXAMPLES = [
    path
    for path in sorted((ROOT / "templates" / "section-75-agreement" / "examples").glob("*.yaml"))
    if not path.name.endswith(".lock.yaml")
]
PARTIES = """\
council: {name: Leicestershire County Council, address: County Hall, execution: seal}
health_bodies:
  - {name: NHS West Leicestershire CCG, short: WLCCG, address: Woodgate, execution: deed}
"""


@pytest.fixture(scope="module", name="library")
def _library() -> Dictionary:
    text = (ROOT / "clauses" / "parameters.yaml").read_text(encoding="utf-8")
    return load_dictionary(text, "parameters.yaml", Cache(None))


def bound(library: Dictionary, text: str) -> Binding:
    return library.bind(load_yaml(textwrap.dedent(text), "matter.yaml"))


def at(values: Any, path: str) -> Any:
    """Return the value at a path such as ``health_bodies.0.name``."""
    for step in path.split("."):
        values = values[int(step) if step.isdigit() else step]
    return values


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_sample_parameter_files_are_right(library: Dictionary, example: Path) -> None:
    matter = load_yaml(example.read_text(encoding="utf-8"), example.name)
    assert library.bind(matter).findings == ()


def test_values_print_in_the_british_way_and_know_their_parameter(library: Dictionary) -> None:
    values = bound(
        library,
        PARTIES + "term: {start: 2019-04-01}\ndisputes: {mediation_starts: 20 working days}\n"
        "agreement: {status: 2019}\nfunds: {host: WLCCG}\n",
    ).values
    printed = {
        path: str(at(values, path)) for path in ("term.start", "disputes.mediation_starts", "funds.host")
    }
    assert printed == {
        "term.start": "1 April 2019",
        "disputes.mediation_starts": "20 Working Days",
        "funds.host": "WLCCG",
    }
    assert all(at(values, path).parameter == path for path in printed)
    assert at(values, "agreement.status") == "2019"
    assert at(values, "funds.host").party["name"] == "NHS West Leicestershire CCG"
    assert at(values, "health_bodies.0.name").parameter == "health_bodies[0].name"


def test_what_is_gathered_keeps_the_names_of_its_sources(library: Dictionary) -> None:
    partners = bound(library, PARTIES).values["partners"]
    assert isinstance(partners, Series)
    assert [at(partner, "short").parameter for partner in partners] == [
        "council.short",
        "health_bodies[0].short",
    ]


def test_defaults_are_filled_in_also_where_the_group_is_absent(library: Dictionary) -> None:
    values = bound(library, "commissioning: {lead: false}\n").values
    assert str(at(values, "working_day.start")) == "8.00 am"
    assert at(values, "commissioning.lead") is False
    assert at(values, "commissioning.integrated") is True
    assert at(values, "council.short") == "the Council"
    assert values["schemes"] == []


def test_what_is_not_given_and_has_no_default_is_absent_and_no_fault(library: Dictionary) -> None:
    binding = bound(library, "as_at: null\n")
    assert binding.findings == ()
    assert "start" not in at(binding.values, "term")
    assert "health_bodies" not in binding.values
    assert "partners" not in binding.values


def test_null_is_a_blank_everywhere(library: Dictionary) -> None:
    binding = bound(
        library,
        "council: {name: null, address: , execution: ~}\nhealth_bodies: null\nterm: null\n"
        "funds: {pooled: null}\n",
    )
    assert binding.findings == ()
    values = binding.values
    assert at(values, "council.name") == BlankValue("council.name")
    assert at(values, "term")["start"] == BlankValue("term.start")
    assert at(values, "funds.pooled") == BlankValue("funds.pooled")
    assert at(values, "partners.1.name") == BlankValue("health_bodies[0].name")


def told(library: Dictionary, text: str) -> list[str]:
    """Return each problem as it is shown, without the notes."""
    return [show(replace(finding, notes=())) for finding in bound(library, text).findings]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "term:\n  strat: 2019-04-01\n",
            """\
            matter.yaml:2:3: error: There is no parameter "term.strat".
                2 | strat: 2019-04-01
              Did you mean "term.start"?""",
        ),
        (
            "pooled: true\n",
            """\
            matter.yaml:1:1: error: There is no parameter "pooled".
                1 | pooled: true
              Did you mean "funds.pooled"?""",
        ),
        (
            "colour: red\n",
            """\
            matter.yaml:1:1: error: There is no parameter "colour".
                1 | colour: red
              Take it out, or look in the dictionary for its name.""",
        ),
        (
            "partners: []\n",
            """\
            matter.yaml:1:1: error: partners is never given itself.
                1 | partners: []
              Take it out: it is made of council and health_bodies.""",
        ),
        (
            "agreement:\n  date: 2019-02-30\n",
            """\
            matter.yaml:2:3: error: agreement.date must be a date; "2019-02-30" is not: """
            """February 2019 has no day 30.
                2 | date: 2019-02-30
              Write for example: 2020-01-31""",
        ),
        (
            "plan: {year: 2019/21}\n",
            """\
            matter.yaml:1:8: error: plan.year must be a financial year; "2019/21" is not: """
            """the year after 2019 is 2020.
                1 | plan: {year: 2019/21}
              Write for example: 2019/20""",
        ),
        (
            "termination: {notice: a year}\n",
            """\
            matter.yaml:1:15: error: termination.notice must be a period; "a year" is not.
                1 | termination: {notice: a year}
              Write for example: 12 months""",
        ),
        (
            "supersedes: no\n",
            """\
            matter.yaml:1:1: error: supersedes must be true or false; "no" is neither.
                1 | supersedes: no
              Write false, without quotation marks.""",
        ),
        (
            "supersedes: perhaps\n",
            """\
            matter.yaml:1:1: error: supersedes must be true or false; "perhaps" is neither.
                1 | supersedes: perhaps
              Write true or false.""",
        ),
        (
            "health_bodies_label: true\n",
            """\
            matter.yaml:1:1: error: health_bodies_label must be text, not true.
                1 | health_bodies_label: true
              If the word is meant, put it in quotation marks.""",
        ),
        (
            "area: Leicestershire\n",
            """\
            matter.yaml:1:1: error: area must be a group of named values, not "Leicestershire".
                1 | area: Leicestershire
              Write its values below it, each on a line of its own, indented by two blanks.""",
        ),
        (
            "notices: {methods: hand}\n",
            """\
            matter.yaml:1:11: error: notices.methods must be a list, not "hand".
                1 | notices: {methods: hand}
              Write for example: [hand, post, email]""",
        ),
        (
            "notices: {methods: [hand, psot]}\n",
            """\
            matter.yaml:1:27: error: notices.methods[1] cannot be "psot".
                1 | notices: {methods: [hand, psot]}
              Did you mean "post"? The choices are: hand, post, email, fax.""",
        ),
        (
            "notices: {methods: []}\n",
            """\
            matter.yaml:1:11: error: notices.methods needs 1 entry or more; it has 0.
                1 | notices: {methods: []}
              Add what is missing.""",
        ),
        (
            "schemes:\n  - name: Menorrhagia\n",
            """\
            matter.yaml:2:5: error: schemes[0] has no term.
                2 | - name: Menorrhagia
              Add a line "term: ..."; write null after the colon to leave a visible blank.""",
        ),
        (
            "health_bodies_label: ''\n",
            """\
            matter.yaml:1:1: error: health_bodies_label is empty text.
                1 | health_bodies_label: ''
              Write null to leave a visible blank, or take the line out.""",
        ),
        (
            'health_bodies_label: "\\u200b\\u00ad \\u2060"\n',
            """\
            matter.yaml:1:1: error: health_bodies_label is empty text.
                1 | health_bodies_label: "\\u200b\\u00ad \\u2060"
              Write null to leave a visible blank, or take the line out.""",
        ),
        (
            "health_bodies_label: |\n  CCGs\n  and others\n",
            """\
            matter.yaml:1:1: error: health_bodies_label has a line break or a tab in it.
                1 | health_bodies_label: |
              Write it in one line, with commas where the lines end.""",
        ),
        (
            PARTIES + "funds: {host: WLCG}\n",
            """\
            matter.yaml:4:9: error: funds.host must be the short name of a party; "WLCG" is not.
                4 | funds: {host: WLCG}
              Did you mean "WLCCG"? The parties are: the Council, WLCCG.""",
        ),
        (
            PARTIES + "  - {name: X, short: wlccg, address: Y, execution: deed}\n",
            """\
            matter.yaml:4:15: error: Two parties have the short name "wlccg": see also health_bodies[0].short.
                4 | - {name: X, short: wlccg, address: Y, execution: deed}
              Give each party a short name of its own.""",
        ),
        (
            "term: {start: 2019-04-01, end: 2018-03-31}\n",
            """\
            matter.yaml:1:27: error: term.end (31 March 2018) is before term.start (1 April 2019); """
            """it must be later.
                1 | term: {start: 2019-04-01, end: 2018-03-31}
              Change one of the two.""",
        ),
        (
            "term: {end: 2020-04-01}\n",
            """\
            matter.yaml:1:8: warning: The term ends on 1 April 2020, within a financial year.
                1 | term: {end: 2020-04-01}
              Check the date: terms commonly end on 31 March.""",
        ),
        (
            "previous_agreement: {end: 2019-04-01}\nterm: {start: 2019-04-01}\n",
            """\
            matter.yaml:1:22: warning: The earlier agreement ends on 1 April 2019, but the new one """
            """starts on 1 April 2019 already.
                1 | previous_agreement: {end: 2019-04-01}
              Check both dates: commonly the one ends on the day before the other starts.""",
        ),
    ],
)
def test_what_is_wrong_is_told_with_what_would_be_right(library: Dictionary, text: str, shown: str) -> None:
    assert told(library, text) == [textwrap.dedent(shown)]


def test_all_problems_are_told_at_once_in_the_order_of_the_file(library: Dictionary) -> None:
    findings = bound(library, "supersedes: off\nplan: {year: 2019}\nterm: 5\ncolour: red\n").findings
    assert [finding.source.line for finding in findings if finding.source] == [1, 2, 3, 4]


def test_the_title_and_help_of_the_parameter_go_with_the_problem(library: Dictionary) -> None:
    (finding,) = bound(library, "term: {extendable: yes}\n").findings
    assert finding.notes == (
        "May the partners extend the term? "
        "If true they may agree further periods, minuted by the executive body.",
    )


def test_a_wrong_value_is_bound_as_a_blank(library: Dictionary) -> None:
    values = bound(library, "plan: {year: 2019}\nterm: 5\n").values
    assert at(values, "plan.year") == BlankValue("plan.year")
    assert at(values, "term") == BlankValue("term")


def test_a_short_name_that_may_belong_to_a_party_still_unnamed_is_no_fault(library: Dictionary) -> None:
    text = PARTIES.replace("short: WLCCG", "short: null") + "funds: {host: WLCCG}\n"
    binding = bound(library, text)
    assert binding.findings == ()
    assert at(binding.values, "funds.host").party["name"] == BlankValue("funds.host.name")


@pytest.mark.parametrize(
    ("council", "told"),
    [
        ("council: Westmarch Council", ["council must be a group of named values"]),
        ("council: null", []),
        ("health_bodies: null", []),
        ("health_bodies: [WLCCG]", ["health_bodies[0] must be a group of named values"]),
    ],
)
def test_a_short_name_that_may_belong_to_a_party_still_unknown_is_no_fault(
    library: Dictionary, council: str, told: list[str]
) -> None:
    text = f"{council}\nfunds: {{host: the Board}}\n"
    messages = [finding.message.partition(", not")[0] for finding in bound(library, text).findings]
    assert messages == told


NUMBERS = load_dictionary(
    """\
type: object
additionalProperties: false
properties:
  members: {type: integer, minimum: 2, maximum: 9}
  least: {type: integer, minimum: 2}
  most: {type: integer, maximum: 9}
  postcode: {type: string, pattern: "^[A-Z]+[0-9]", examples: [LE3 8TB]}
  share: {type: string, format: percentage}
  value: {type: string, format: money}
  list: {type: array, maxItems: 1, items: {type: integer}}
""",
    "numbers.yaml",
    Cache(None),
)


def test_whole_numbers_money_and_percentages_are_exact() -> None:
    values = bound(NUMBERS, "members: 5\nshare: 6.64%\nvalue: 60267168\npostcode: LE3 8TB\n").values
    assert {name: str(value) for name, value in values.items()} == {
        "members": "5",
        "share": "6.64%",
        "value": "£60,267,168",
        "postcode": "LE3 8TB",
    }
    assert isinstance(values["members"], WholeValue)
    assert isinstance(values, Record)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("members: 1", "members must be from 2 to 9; 1 is not."),
        ("least: 1", "least must be 2 or more; 1 is not."),
        ("most: 10", "most must be 9 or less; 10 is not."),
        ("members: '5'", 'members must be a whole number, not "5".'),
        ("members: true", "members must be a whole number, not true."),
        ("postcode: 38", 'postcode cannot be "38": it is not written in the right way.'),
        ("value: £4,745,00", 'value must be an amount of money; "£4,745,00" is not.'),
        ("value: [5]", "value must be an amount of money, not a list."),
        ("share: 6.64", 'share must be a percentage; "6.64" is not.'),
        ("list: [1, 2]", "list can have 1 entry at most; it has 2."),
        ("list: {a: 1}", "list must be a list, not a group of named values."),
    ],
)
def test_limits_and_patterns_are_kept(text: str, message: str) -> None:
    (finding,) = bound(NUMBERS, text).findings
    assert finding.message == message
