"""Names of the past: where they stand for what is still so, and where others are like them."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.rules._shared.law import rows
from clausekit.checks.rules.law._titles import plain, titles
from clausekit.patterns import pattern
from tests.checks.instruments import hits
from tests.checks.law_sentences import told

_DATED = pattern(r"(?:[A-Z(].*) (?:Act|Regulations|Order|Rules) (?P<year>\d{4})")


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        ("Ash Limited is a company incorporated in England under the Companies Act 1985.", "doubtful"),
        (
            "Elm Homes is a society registered under the Industrial and Provident Societies Act 1965.",
            "doubtful",
        ),
        ("The Provider shall be registered under the Companies Act 1985.", "certain"),
        ("The Provider keeps its registers under the Companies Act 1985.", "certain"),
    ],
)
def test_a_company_bears_the_law_under_which_it_came_into_being(sentence: str, confidence: str) -> None:
    assert [one for _, _, one in told(sentence, "CK-LAW-REPEALED")] == [confidence]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "The Tenant keeps to the Town and Country Planning Act 1971.",
            ["Town and Country Planning Act 1971"],
        ),
        ("Grants come from the Welsh Assembly Government.", ["Welsh Assembly Government"]),
        ("Interest is 2% over LIBOR.", ["LIBOR"]),
        (
            "It is let under section 40 of the Law of Property Act 1925.",
            ["section 40 of the Law of Property Act 1925"],
        ),
        ("Notice is given under section 196 of the Law of Property Act 1925.", []),
        ("The Tenant keeps to the Town and Country Planning Act 1990.", []),
        ("The Supported Employment Service and the Countryside Service help.", []),
        ("It complies with the Official Secrets Act 1989.", []),
        ("The Senior Courts Act 1981 and the Sale of Goods Act 1979 apply.", []),
    ],
)
def test_a_name_of_the_past_is_told_and_one_that_is_like_it_is_not(sentence: str, words: list[str]) -> None:
    assert [found for _, found, _ in told(sentence)] == words


def test_a_joint_committee_is_no_place() -> None:
    assert [words for _, words, _ in told("The members of the JC CCG meet.")] == ["CCG"]


def test_a_provision_is_one_of_the_law_that_its_short_name_means() -> None:
    text = """
1. Powers

1.1 NHS Dale Integrated Care Board (the “ICB”) acts under the National Health Service Act 2006.

1.2 Section 18 of the Care Act 2014 binds the Council and section 3 of that Act the ICB.
"""
    assert hits(load("CK-LAW-REPEALED"), text) == []


def test_law_that_was_repealed_is_among_the_titles_with_its_year() -> None:
    names = [name for row in rows() if row.kind == "law" and row.fate != "misquoted" for name in row.names]
    dated = [(name, found) for name in names if (found := _DATED.fullmatch(name)) and plain(name) in titles()]
    assert [name for name, found in dated if int(found["year"]) not in titles()[plain(name)].years] == []


@pytest.mark.parametrize(
    "name",
    [
        "Money Laundering Regulations 2017",
        "Gas Safety Regulations 1972",
        "Consumer Protection Regulations 2008",
    ],
)
def test_what_several_titles_are_short_for_is_left_alone(name: str) -> None:
    assert told(f"The Provider keeps to the {name} here.", "CK-LAW-YEAR", "CK-LAW-TITLE") == []
