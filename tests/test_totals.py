"""Totals in the wording of a clause: the filters total and nil, over a matter's own figures."""

from __future__ import annotations

import pytest

from clausekit.cache import Cache
from clausekit.parameters.dictionary import load_dictionary
from clausekit.parameters.values import Record
from clausekit.parameters.yamlfile import load_yaml
from clausekit.problems import ClausekitError
from clausekit.rendering import Filled, Rendered, Renderer

DICTIONARY = """\
title: Parameters
type: object
additionalProperties: false
properties:
  council: {title: The council, $ref: "#/$defs/party"}
  board: {title: The board, $ref: "#/$defs/party"}
  lead: {title: Lead, type: string, format: party}
  rows: {title: Contributions, type: array, items: {$ref: "#/$defs/row"}}
  streams:
    title: Streams
    type: array
    items:
      title: Stream
      type: object
      additionalProperties: false
      properties:
        name: {title: Name, type: string}
        shares: {title: Shares, type: array, items: {$ref: "#/$defs/row"}}
$defs:
  party:
    title: Party
    type: object
    additionalProperties: false
    properties: {short: {title: Short name, type: string}}
  row:
    title: Row
    type: object
    additionalProperties: false
    properties:
      party: {title: Party, type: string, format: party}
      year: {title: Year, type: string, format: financial-year}
      amount: {title: Amount, type: string, format: money}
      percentage: {title: Percentage, type: string, format: percentage}
      copies: {title: Copies, type: integer}
"""

MATTER = """\
council: {short: the Council}
board: {short: the Board}
lead: the Board
rows:
  - {party: the Council, year: 2026/27, amount: "£60,267,168", percentage: 33.3%, copies: 2}
  - {party: the Board, year: 2026/27, amount: "£1,234.50", percentage: 66.70%, copies: 3}
  - {party: the Council, year: 2027/28, amount: "£0", percentage: 0%, copies: 0}
streams:
  - {name: Discharge, shares: [{party: the Council, amount: £10}, {party: the Board, amount: £15}]}
  - {name: Reablement, shares: [{party: the Council, amount: £20}]}
  - {name: Equipment, shares: []}
"""


def bound(matter: str) -> Record:
    binding = load_dictionary(DICTIONARY, "parameters.yaml", Cache(None)).bind(
        load_yaml(matter, "matter.yaml")
    )
    assert not binding.findings
    return binding.values


def render(text: str, matter: str = MATTER) -> Rendered:
    return Renderer(Cache(None)).render(text, "clause.md", 1, bound(matter), lambda family: False)


def printed(text: str, matter: str = MATTER) -> str:
    """Return what the values of a clause print, one after another; its own words are left out."""
    return "; ".join(value.text or f"[{value.parameter}]" for value in render(text, matter).filled)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{{ rows | total("amount") }}', "£60,268,402.50"),
        ('{{ rows | total("percentage") }}', "100.00%"),
        ('{{ rows | total("copies") }}', "5"),
        ('{{ rows | total("copies") | words }}', "five"),
        ('{{ rows | total("amount", party=council.short) }}', "£60,267,168"),
        ('{{ rows | total("amount", party="the Board") }}', "£1,234.50"),
        ('{{ rows | total("amount", party=lead) }}', "£1,234.50"),
        ('{{ rows | total("amount", party=council, year="2027/28") }}', "£0"),
        ('{{ rows | total("amount", party=council, year="2027/28") | nil }}', "Nil"),
        ('{{ rows | total("amount", party="nobody") }}', "£0"),
        ('{{ streams | total("shares.amount") }}', "£45"),
        ('{{ streams | total("shares.amount", party=council.short) }}', "£30"),
        ('{{ streams[2].shares | total("amount") }}', "0"),
        ('{{ streams[2].shares | total("amount") | nil }}', "Nil"),
        (
            '{% for one in streams %}{{ one.shares | total("amount", party=board.short) | nil }}{% endfor %}',
            "£15; Nil; Nil",
        ),
        (
            "{{ rows[2].amount | nil }}{{ rows[2].percentage | nil }}{{ rows[2].copies | nil }}",
            "Nil; Nil; Nil",
        ),
        ("{{ rows[1].amount | nil }}{{ rows[1].party | nil }}", "£1,234.50; the Board"),
    ],
)
def test_a_total_prints(text: str, words: str) -> None:
    assert printed(text) == words


@pytest.mark.parametrize(
    ("text", "parameter"),
    [
        ('{{ rows | total("amount") }}', "rows[].amount"),
        ('{{ rows | total("amount", year="2027/28") | nil }}', "rows[].amount"),
        ('{{ streams | total("shares.amount") }}', "streams[].shares[].amount"),
        ('{{ streams[1].shares | total("amount") }}', "streams[1].shares[].amount"),
        ("{{ rows[2].amount | nil }}", "rows[2].amount"),
    ],
)
def test_a_total_knows_the_figures_it_came_from(text: str, parameter: str) -> None:
    assert [value.parameter for value in render(text).filled] == [parameter]


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ('{{ rows | total("amount") }}', "[rows[1].amount]"),
        ('{{ rows | total("amount") | nil }}', "[rows[1].amount]"),
        ('{{ rows | total("amount", party=board.short) }}', "[rows[1].amount]"),
        ('{{ rows | total("amount", party=council.short) }}', "[rows[2].party]"),
        ('{{ rows | total("amount", party=council.short, year="2026/27") }}', "£5"),
        ('{{ rows | total("amount", party=lead) }}', "[lead]"),
        ('{{ streams | total("shares.amount") }}', "[streams[0].shares[0].amount]"),
    ],
)
def test_a_total_of_which_something_is_blank_is_that_blank(text: str, blank: str) -> None:
    matter = """\
council: {short: the Council}
board: {short: the Board}
lead: null
rows:
  - {party: the Council, year: 2026/27, amount: £5}
  - {party: the Board, year: 2026/27, amount: null}
  - {party: null, year: 2027/28, amount: £7}
streams: [{name: Discharge, shares: null}]
"""
    assert printed(text, matter) == blank


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ('rows | total("amount") > 0', True),
        ('rows | total("amount") == "£60,268,402.50"', False),
        ('rows | total("amount", party="nobody")', False),
        ('(rows | total("copies")) + (rows | length) == 8', True),
    ],
)
def test_a_question_may_ask_for_a_total(question: str, answer: bool) -> None:
    asked = Renderer(Cache(None)).test(question, "t.yaml", 1, bound(MATTER), lambda family: False)
    assert (asked.value, asked.missing) == (answer, ())


def test_an_amount_that_is_not_given_is_missing() -> None:
    rendered = render('{{ rows | total("amount", party="the Board") }}', "rows: [{party: null}]")
    assert [missing.path for missing in rendered.missing] == ["rows[0].amount"]
    assert rendered.filled == (Filled("rows[0].party", None),)
    assert [missing.path for missing in render('{{ rows | total("shares.amount") }}').missing] == [
        "rows[0].shares",
        "rows[1].shares",
        "rows[2].shares",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{{ rows | total("party") }}', "There is no total: rows[0].party (the Council) is no number."),
        ('{{ streams | total("shares") }}', "There is no total: streams[0].shares is no number."),
        ('{{ lead | total("amount") }}', "lead is not a list, so nothing can be repeated or counted for it."),
        ("{{ rows | total }}", "The filter total is not used as it is meant."),
        ("{{ rows | total(amount) }}", "The filter total is not used as it is meant."),
        ('{{ rows | total("amount", "party") }}', "The filter total is not used as it is meant."),
        ('{{ rows | total("") }}', "The filter total is not used as it is meant."),
        ('{{ rows | total("a[0]") }}', "The filter total is not used as it is meant."),
        (
            '{{ rows | total("amount", year="2026/27", year="2027/28") }}',
            "The filter total is not used as it is meant.",
        ),
        ('{{ rows | total("amount", _party=lead) }}', "A name never begins with an underscore."),
        (
            '{{ rows | total("amount", party=council.short()) }}',
            "A call is not part of the language of clauses.",
        ),
        ("{{ rows[0].amount | nil(1) }}", "The filter nil is not used as it is meant."),
    ],
)
def test_a_total_that_makes_no_sense_is_told(text: str, message: str) -> None:
    with pytest.raises(ClausekitError) as error:
        render(text)
    assert [finding.message for finding in error.value.findings] == [message]


def test_the_parameters_of_a_total_are_found_without_running_it() -> None:
    used = Renderer(Cache(None)).parameters_used(
        '{{ rows | total("amount", party=lead.short) | nil }} {{ streams | total("shares.amount") }}'
    )
    assert used == {"rows[].amount", "rows[].party", "lead.short", "streams[].shares[].amount"}


def test_sums_in_loops_that_would_take_too_long_are_stopped() -> None:
    rows = "\n".join(f"  - {{party: the Council, amount: {amount}}}" for amount in range(400))
    text = '{% for one in rows %}{{ rows | total("amount", party=one.party) }}{% endfor %}'
    with pytest.raises(ClausekitError, match=r"The loops of this clause repeat more than 100,000 times\."):
        render(text, f"council: {{short: the Council}}\nrows:\n{rows}\n")
