"""Rules on figures: levels of a service and terms of payment, told in a clause and in a schedule."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

_CHANGES = "CK-FIGURE-CHANGES"


def _told(clause: str, schedule: str) -> list[str]:
    text = f"1. Services\n\n1.1 {clause}\n\n# Schedule 1: Levels\n\n- {schedule}\n"
    return [words for words, _ in found(_CHANGES, text)]


@pytest.mark.parametrize(
    ("clause", "schedule", "wrong"),
    [
        ("The platform shall keep 99.5% uptime in each month.", "**Platform:** 99.5% uptime", []),
        ("The platform shall keep 99.5% uptime in each month.", "**Platform:** 95% uptime", ["95"]),
        ("The platform shall keep 99.5% uptime.", "**Platform:** service credit below 95% uptime", []),
        ("The platform shall keep 99.5% uptime.", "**Telephones:** 95% uptime", []),
        ("The results are reviewed: results reviews (3 per year).", "Results: 4 reviews per year", ["4"]),
        ("The results are reviewed: results reviews (3 per year).", "Results: 3 reviews per year", []),
        ("The results are reviewed: results reviews (3 per year).", "Premises: 4 reviews per year", []),
        ("There are three audits a year of the records.", "At least two audits a year of records", []),
        ("The Trust pays £1,800 per school.", "Each new school: £1,080 per school", ["£1,080"]),
        ("The Trust pays £1,800 per school.", "Each new school: £1,800 per school", []),
        ("The Trust pays £1,800 per school.", "Each new pupil: £1,080 per pupil", []),
        ("The Trust pays £1,800 per school.", "Each new school: £1,350 per school", []),
        ("Payment terms: 30 days from invoice date.", "Payment due within 14 days of invoice", ["14 days"]),
        ("Payment terms: 30 days from invoice date.", "Payment due within 30 days of invoice", []),
        ("Payment terms: 30 days from invoice date.", "Invoice disputed within 14 days of invoice", []),
    ],
)
def test_a_level_is_the_same_in_the_clause_and_in_the_schedule(
    clause: str, schedule: str, wrong: list[str]
) -> None:
    assert _told(clause, schedule) == wrong


def test_two_schemes_may_have_levels_of_their_own() -> None:
    text = "\n\n".join(
        f"# Schedule {number}: Scheme {name}\n\n1. The contract manager: {count} visits a year to each site."
        for number, name, count in ((1, "A", "four"), (2, "B", "six"))
    )
    assert not found(_CHANGES, f"1. General\n\n1.1 As set out below.\n\n{text}\n")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The Board meets quarterly (four times a year).", []),
        ("The Board meets quarterly (six times a year).", ["six"]),
        ("Reports are made monthly (12 a year).", []),
        ("Reports are made monthly (that is, 11 times per year).", ["11"]),
    ],
)
def test_a_number_of_times_fits_the_word_beside_it(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_CHANGES, f"1. Meetings\n\n1.1 {said}\n")] == wrong
