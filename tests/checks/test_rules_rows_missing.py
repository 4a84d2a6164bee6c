"""Rows, items, parts and paragraphs of schedules to which a sentence sends the reader, there or not."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
# Agreement

(1) Dale County Council (“the Council”);

(2) Dale Homes Limited (“the Landlord”)

WHEREAS:

(A) The Council has homes.

(B) The Landlord lets them.

1. Work

1.1 {words}

1.2 The sum is in Part I of Schedule 2, and the days are in Part II of that Schedule, as recital (B) foresaw.

# Schedule 1 Homes

| Row | Home | Ref |
|---|---|---|
| 1 | Mill Row | H1 |
| 2 | Dale End | H2 |
| 3 | The Green | H3 |

The Landlord will:

(a) mend them;

(b) paint them; and

(c) keep the keys.

# Schedule 2 Money and days

**Part I: The sum**

| Ref | Sum |
|---|---|
| R1 | £10 |
| R2 | £20 |
| R3 | £30 |

**Part II: The days**

| Day | Month |
|---|---|
| 4 | May |
| 7 | June |

# Schedule 3 Keys

1. Keys are cut.

2. Part III of the keys are spare.

# Schedule 4 Locks

**Part III: Oil**

1. Locks are oiled.
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-REF-MISSING",), as_at=AS_AT, level="warning")
    return [one.words.text for one in run(reading_of(_AGREEMENT.replace("{words}", words)), options)]


@pytest.mark.parametrize(
    "words",
    [
        "The lines ⟦R5⟧ and R1 are paid first.",
        "It begins with items R1 to ⟦R4⟧.",
        "It begins with the home in ⟦row 5⟧ of Schedule 1.",
        "It is paid by the instalments in ⟦Part III⟧ of Schedule 2.",
        "It is paid as ⟦paragraph 3⟧ of Schedule 2 says.",
        "It is done for the reasons in ⟦recital (C)⟧.",
        "It is told in Schedule 2 (the sum in Part I thereof and the weeks in ⟦Part IV⟧ thereof).",
    ],
)
def test_what_is_not_there_is_told(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(("letter", "found"), [("c", []), ("f", ["item (f)"])])
def test_an_item_of_the_list_below(letter: str, found: list[str]) -> None:
    below = f"The keys are kept under item ({letter}) below.\n\nThe Landlord will:"
    text = _AGREEMENT.replace("{words}", "It begins.").replace("The Landlord will:", below)
    options = Options(select=("CK-REF-MISSING",), as_at=AS_AT, level="warning")
    assert [one.words.text for one in run(reading_of(text), options)] == found


@pytest.mark.parametrize(
    "words",
    [
        "The lines R1 and R3 are paid first.",
        "It is near junction 9 of the M25 and route R5 of the bus.",
        "It begins with the home in row 3 of Schedule 1.",
        "It is told in row 5 of the register in Schedule 4.",
        "It is paid by the instalments in Part II of Schedule 2.",
        "Oil is in Part III of Schedule 4.",
        "It is done for the reasons in recital (A).",
        "It is told in Schedule 2 (the sum in Part I thereof and the days in Part II thereof).",
        "It is told in the Lease of 2020, and in Part IV thereof.",
    ],
)
def test_what_is_there_or_may_be_elsewhere_is_left_alone(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(
    ("clauses", "found"),
    [("clauses 1.1 and 9.1", ["9.1"]), ("clause 1.2", []), ("Companies Act, clause 9", [])],
)
def test_brackets_below_a_title_name_the_clauses_that_lead_there(clauses: str, found: list[str]) -> None:
    text = _AGREEMENT.replace("{words}", "It begins.").replace(
        "Schedule 4 Locks", f"Schedule 4 Locks\n\n({clauses})"
    )
    options = Options(select=("CK-REF-MISSING",), as_at=AS_AT, level="warning")
    assert [one.words.text for one in run(reading_of(text), options)] == found


@pytest.mark.parametrize(("number", "missing"), [("1.3", []), ("1.7", ["1.7"]), ("£1.7", [])])
def test_the_numbers_of_a_column_are_those_of_paragraphs(number: str, missing: list[str]) -> None:
    text = f"""
1. Steps

1.1 Ann is told.

1.2 Bo is told.

1.3 All are told.

2. Times

| Step | Within | Paragraph |
|---|---|---|
| Ann | 1 hour | 1.1 |
| Bo | 2 hours | 1.2 |
| All | 3 hours | {number} |
"""
    found = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
    assert [one.words.text for one in found] == missing


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("It ends as Article III says.", []),
        ("It ends as Article V says.", ["Article V"]),
        ("It keeps to Article V of the Convention and to Article 28 of the UK GDPR.", []),
    ],
)
def test_articles_in_roman_numerals_are_those_of_the_headings(said: str, missing: list[str]) -> None:
    articles = "".join(f"\n\n## Article {one}\n\n1. So." for one in ("II. Words", "III. End"))
    text = f"# Agreement\n\n## Article I. Start\n\n1. {said}{articles}\n"
    found = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
    assert [one.words.text for one in found] == missing
