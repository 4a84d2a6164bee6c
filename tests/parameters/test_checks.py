"""Checks of figures and dates: what the dictionary says of them, a parameter file, and what is told."""

from __future__ import annotations

import textwrap
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.cache import Cache
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.parameters.yamlfile import load_yaml
from clausekit.problems import ClausekitError

DICTIONARY = """\
title: Parameters
type: object
additionalProperties: false
properties:
  council: {title: The council, $ref: "#/$defs/party"}
  board: {title: The board, $ref: "#/$defs/party"}
  partners: {title: All, x-gathers: [council, board]}
  opening: {title: Opening, type: string, format: time}
  closing: {title: Closing, type: string, format: time, x-after: opening}
  year: {title: Year, type: string, format: financial-year, x-after: [last_year, fund.year]}
  last_year: {title: Last year, type: string, format: financial-year}
  fund:
    title: Fund
    type: object
    additionalProperties: false
    properties:
      start: {title: First day, type: string, format: date}
      end: {title: Last day, type: string, format: date, x-after: start}
      year: {title: Year of the fund, type: string, format: financial-year}
      total: {title: Total, type: string, format: money, x-total-of: streams.shares.amount}
      copies: {title: Copies, type: integer, x-total-of: streams.copies}
      totals:
        title: Totals by party
        type: array
        items:
          title: Total
          type: object
          additionalProperties: false
          properties:
            party: {title: Party, type: string, format: party}
            amount: {title: Amount, type: string, format: money, x-total-of: streams.shares.amount by party}
      streams:
        title: Streams
        type: array
        x-unique: [code, name and year]
        items:
          title: Stream
          type: object
          additionalProperties: false
          x-makes-100: nhs and care
          properties:
            code: {title: Code, type: string}
            name: {title: Name, type: string}
            year: {title: Year, type: string, format: financial-year}
            nhs: {title: For the NHS, type: string, format: percentage}
            care: {title: For social care, type: string, format: percentage}
            copies: {title: Copies, type: integer}
            total: {title: Total, type: string, format: money, x-total-of: shares.amount}
            shares:
              title: Shares
              type: array
              x-unique: party
              x-makes-100: percentage
              items:
                title: Share
                type: object
                additionalProperties: false
                properties:
                  party: {title: Party, type: string, format: party}
                  percentage:
                    title: Percentage
                    type: string
                    format: percentage
                    x-share: amount of total within 0.01%
                  amount: {title: Amount, type: string, format: money}
$defs:
  party:
    title: Party
    type: object
    additionalProperties: false
    properties: {short: {title: Short name, type: string}}
"""
BOARD = """\
board:
    title: The board
    $ref: "#/$defs/party"
    properties: {short: {title: Short name, default: the Board}}
"""
PARTIES = "council: {short: the Council}\nboard: {short: the Board}\n"


@pytest.fixture(scope="module", name="dictionary")
def _dictionary() -> Dictionary:
    return load_dictionary(DICTIONARY, "parameters.yaml", Cache(None))


def told(dictionary: Dictionary, matter: str) -> list[str]:
    """Return line, gravity and message of all that is found in a parameter file; the parties come first."""
    findings = dictionary.bind(load_yaml(PARTIES + textwrap.dedent(matter), "matter.yaml", -1)).findings
    return [f"{f.source.line if f.source else None} {f.level}: {f.message}" for f in findings]


@pytest.mark.parametrize(
    ("matter", "messages"),
    [
        (
            "fund: {total: £3, streams: [{shares: [{amount: £2}, {amount: 0.50}]}, {shares: [{amount: 1}]}]}",
            ["1 error: fund.total is £3, but fund.streams[].shares[].amount adds up to £3.50, £0.50 more."],
        ),
        (
            'fund: {total: "£2,000", streams: [{shares: [{amount: £10}]}, {shares: []}]}',
            [
                "1 error: fund.total is £2,000, but fund.streams[].shares[].amount adds up to £10, "
                "£1,990 less."
            ],
        ),
        (
            """\
            fund:
              streams:
                - {total: £9, shares: [{amount: £9}]}
                - {total: £9, shares: [{amount: £8}]}
            """,
            [
                "4 error: fund.streams[1].total is £9, but fund.streams[1].shares[].amount adds up to £8, "
                "£1 less."
            ],
        ),
        (
            "fund: {copies: 6, streams: [{copies: 3}, {copies: 2}]}",
            ["1 error: fund.copies is 6, but fund.streams[].copies adds up to 5, 1 less."],
        ),
        (
            """\
            fund:
              totals:
                - {party: the Council, amount: £15}
                - {party: the Board, amount: £5}
              streams:
                - shares: [{party: the Council, amount: £10}, {party: the Board, amount: £5}]
                - shares: [{party: the Council, amount: £6}]
            """,
            [
                "3 error: fund.totals[0].amount is £15, but fund.streams[].shares[].amount for the Council "
                "adds up to £16, £1 more."
            ],
        ),
        (
            """\
            fund:
              streams:
                - shares:
                  - {percentage: 33.33%}
                  - {percentage: 33.33%}
                  - {percentage: 33.33%}
            """,
            ["3 error: The percentages in fund.streams[0].shares add up to 99.99%, not to 100%."],
        ),
        (
            "fund: {streams: [{nhs: 60%, care: 50%}]}",
            ["1 error: The percentages in fund.streams[0] add up to 110%, not to 100%."],
        ),
        (
            """\
            fund:
              streams:
                - total: £5,372,500
                  shares:
                    - {percentage: 6.64%, amount: "£358,002"}
                    - {percentage: 93.36%, amount: "£5,014,498"}
            """,
            [
                "5 warning: fund.streams[0].shares[0].percentage is 6.64%, but £358,002 is 6.664% of "
                "£5,372,500.",
                "6 warning: fund.streams[0].shares[1].percentage is 93.36%, but £5,014,498 is 93.336% of "
                "£5,372,500.",
            ],
        ),
        (
            """\
            fund:
              streams:
                - {code: a1, name: Discharge, year: 2026/27}
                - {code: A1, name: Discharge, year: 2027/28}
                - {code: A2, name: discharge, year: 2026/27}
            """,
            [
                '4 error: Two entries of fund.streams have the same code, "A1": see also fund.streams[0].',
                '5 error: Two entries of fund.streams have the same name and year, "discharge" and '
                '"2026/27": see also fund.streams[0].',
            ],
        ),
        (
            "fund: {streams: [{shares: [{party: the Board}, {party: the Trust}, {party: the Board}]}]}",
            [
                '1 error: Two entries of fund.streams[0].shares have the same party, "the Board": '
                "see also fund.streams[0].shares[0].",
                "1 error: fund.streams[0].shares[1].party must be the short name of a party; "
                '"the Trust" is not.',
            ],
        ),
        (
            "fund: {start: 2026-04-01, end: 2026-03-31}",
            [
                "1 error: fund.end (31 March 2026) is before fund.start (1 April 2026); it must be later.",
            ],
        ),
        (
            "fund: {start: 2026-04-01, end: 2026-04-01}",
            ["1 error: fund.end (1 April 2026) is the same as fund.start; it must be later."],
        ),
        (
            "opening: 18:00\nclosing: 08:00",
            ["2 error: closing (8.00 am) is before opening (6.00 pm); it must be later."],
        ),
        (
            "year: 2026/27\nlast_year: 2026/27\nfund: {year: 2027/28}",
            [
                "1 error: year (2026/27) is the same as last_year; it must be later.",
                "1 error: year (2026/27) is before fund.year (2027/28); it must be later.",
            ],
        ),
    ],
)
def test_figures_and_dates_that_do_not_fit_together_are_told(
    dictionary: Dictionary, matter: str, messages: list[str]
) -> None:
    assert sorted(told(dictionary, matter)) == sorted(messages)


@pytest.mark.parametrize(
    "matter",
    [
        "fund: {total: £30.50, streams: [{shares: [{amount: £10.50}]}, {shares: [{amount: £20}]}]}",
        "fund: {total: £30, streams: [{shares: [{amount: £10}, {amount: null}]}]}",
        "fund: {total: £30, streams: [{shares: [{amount: £10}]}, {shares: null}]}",
        "fund: {total: £30, streams: [{shares: [{amount: £10}]}, {}]}",
        "fund: {total: £30, streams: null}",
        "fund: {total: £30, streams: []}",
        "fund: {total: £30}",
        "fund: {total: null, streams: [{shares: [{amount: £10}]}]}",
        "fund: {totals: [{party: the Board, amount: £5}], streams: [{shares: [{party: null, amount: £1}]}]}",
        "fund: {totals: [{party: null, amount: £5}], streams: [{shares: [{party: the Board, amount: £1}]}]}",
        "fund: {totals: [{party: the Board, amount: 0}], streams: [{shares: [{party: the Council, amount: 1}"
        "]}]}",
        "fund: {streams: [{shares: [{percentage: 33.3%}, {percentage: 66.70%}]}]}",
        "fund: {streams: [{shares: [{percentage: 33.3%}, {percentage: null}]}]}",
        "fund: {streams: [{nhs: 60%}, {nhs: 60%, care: null}, {nhs: 60%, care: 40.0%}]}",
        "fund: {streams: [{total: 3, shares: [{percentage: 33.33%, amount: 1}, {percentage: 66.67%, amount: "
        "2}]}]}",
        "fund: {streams: [{total: £0, shares: [{percentage: 100%, amount: £0}]}]}",
        "fund: {streams: [{code: null}, {code: null}, {}, {name: X, year: 2026/27}, {name: X}]}",
        "fund: {start: 2026-04-01, end: 2026-04-02}",
        "fund: {start: null, end: 2026-04-01}",
        "fund: {end: 2026-04-01}",
        "fund: null\nyear: 2026/27\nlast_year: 2025/26",
        "opening: 08:00\nclosing: 08:01",
    ],
)
def test_what_fits_together_or_is_still_to_come_is_let_pass(dictionary: Dictionary, matter: str) -> None:
    assert told(dictionary, matter) == []


def test_a_figure_that_is_wrong_itself_is_told_once(dictionary: Dictionary) -> None:
    assert told(dictionary, "fund: {total: £30, streams: [{shares: [{amount: ten}]}]}") == [
        '1 error: fund.streams[0].shares[0].amount must be an amount of money; "ten" is not.'
    ]


@given(st.lists(st.decimals(min_value=-(10**12), max_value=10**12, places=2), min_size=1, max_size=30))
def test_a_sum_is_exact_to_the_penny(amounts: list[Decimal]) -> None:
    dictionary = load_dictionary(DICTIONARY, "parameters.yaml", Cache(None))
    shares = ", ".join(f'{{amount: "{amount:.2f}"}}' for amount in amounts)
    right = f'fund: {{total: "{sum(amounts):.2f}", streams: [{{shares: [{shares}]}}]}}'
    wrong = right.replace(f"{sum(amounts):.2f}", f"{sum(amounts) + Decimal('0.01'):.2f}", 1)
    assert told(dictionary, right) == []
    assert len(told(dictionary, wrong)) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("x-after: start", "x-after: begin", "There is no date, time of day or financial year to compare"),
        (
            "x-after: start",
            "x-after: streams.year",
            "There is no date, time of day or financial year to compare",
        ),
        ("x-after: start", "x-after: year", "There is no date, time of day or financial year to compare"),
        ("x-after: start", "x-after: 5", '"x-after" cannot have this value.'),
        ("x-after: start", "x-after: [[start]]", '"x-after" cannot have this value.'),
        ("x-total-of: streams.copies", "x-total-of: copies", '"x-total-of" cannot have this value.'),
        (
            "x-total-of: streams.copies",
            "x-total-of: streams.code",
            "There is no list with figures of this kind",
        ),
        (
            "x-total-of: streams.copies",
            "x-total-of: totals.amount",
            "There is no list with figures of this kind",
        ),
        ("amount by party", "amount by code", '"code" must be both in the list and beside the total.'),
        (
            "x-share: amount of total within 0.01%",
            "x-share: amount of total",
            '"x-share" cannot have this value.',
        ),
        ("x-share: amount of total", "x-share: amount of code", 'There is no amount of money at "code".'),
        (
            "x-share: amount of total",
            "x-share: shares.amount of total",
            'There is no amount of money at "shares',
        ),
        ("x-makes-100: percentage", "x-makes-100: amount", 'There is no percentage "amount" in this.'),
        ("x-makes-100: nhs and care", "x-makes-100: nhs, care", '"x-makes-100" cannot have this value.'),
        ("x-unique: party", "x-unique: [party, {}]", '"x-unique" cannot have this value.'),
        ("x-unique: party", "x-unique: part", 'There is no single value "part" in the entries of this list.'),
        ("type: integer}", "type: integer, x-after: start}", 'The dictionary cannot say "x-after"'),
        ("format: percentage}", "format: percentage, x-after: code}", "There is no date, time of day or"),
    ],
)
def test_a_check_that_says_nothing_is_a_fault_of_the_dictionary(old: str, new: str, message: str) -> None:
    assert old in DICTIONARY
    with pytest.raises(ClausekitError) as error:
        load_dictionary(DICTIONARY.replace(old, new, 1), "parameters.yaml", Cache(None))
    assert error.value.findings[0].message.startswith(message)


def test_a_party_of_which_the_file_says_nothing_is_none(dictionary: Dictionary) -> None:
    text = DICTIONARY.replace('board: {title: The board, $ref: "#/$defs/party"}', BOARD)
    binding = load_dictionary(text, "parameters.yaml", Cache(None)).bind(
        load_yaml("council: {short: the Council}\nfund: {totals: [{party: the Board}]}", "matter.yaml")
    )
    assert [finding.remedy for finding in binding.findings] == ["The parties are: the Council."]
