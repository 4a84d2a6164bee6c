"""Numbers of things against what their sentence, or the list after it, sets out; sums for several times."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.texts import read
from tests.checks.test_rules_figures import found


def words(rule: str, text: str) -> list[str]:
    """Return the words that a rule hits."""
    return [one for one, _ in found(rule, text)]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Data may be used for three purposes: (a) care; (b) payment; (c) planning; and (d) audit.", "three"),
        ("Data may be used for four purposes: (a) care; (b) payment; (c) planning; and (d) audit.", None),
        ("The four reports of the Board: (i) money; (ii) staff; and (iii) risks.", "four"),
        ("The Plan has three parts: what is spent; what is saved; what is left; and who decides.", "three"),
        ("There are two grounds, namely convenience, default and insolvency.", "two"),
        ("There are three grounds, namely convenience, default and insolvency.", None),
        ("Each report covers four matters (money, staff and incidents).", "four"),
        ("There are three aims: health and care, fewer falls and value for money.", None),
        (
            "There are two kinds of meeting: those which, at times, are private and others.",
            None,
        ),
        ("At least two matters, namely cost, quality and safety, must be weighed.", None),
        ("There are three aims: safety, which comes first, value and choice.", None),
    ],
)
def test_things_are_as_many_as_their_sentence_enumerates(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Aims\n\n1.1 {said}\n") == ([wrong] if wrong else [])


LISTS = """1. Aims

1.1 The Partners have agreed {} priorities{}

{}

1.2 The Partners meet each month.
"""


@pytest.mark.parametrize(
    ("end", "items"),
    [
        (":", "- to stay well;\n- to live at home; and\n- to be safe."),
        (".", "- Staying well\n- Living at home\n- Being safe"),
        (" for the county:", "1. To stay well.\n2. To live at home.\n3. To be safe."),
        (" as follows:", "1. Staying well\n2. Living at home\n3. Being safe"),
    ],
)
def test_things_are_as_many_as_the_list_after_them(end: str, items: str) -> None:
    assert words("CK-FIGURE-CHANGES", LISTS.format("four", end, items)) == ["four"]
    assert words("CK-FIGURE-CHANGES", LISTS.format("three", end, items)) == []


def test_what_brackets_name_is_not_what_the_list_after_them_sets_out() -> None:
    items = "- cakes are sold;\n- books are lent; and\n- bikes are kept."
    two = "1. Hubs\n\n1.1 In the two hubs{} each day:\n\n{}\n\n1.2 They open at nine.\n"
    assert words("CK-FIGURE-CHANGES", two.format(" (Elm House and Oak House)", items)) == []
    assert words("CK-FIGURE-CHANGES", two.format(" of the town", items)) == ["two"]


def test_provisions_after_a_sentence_are_no_list_of_what_it_counts() -> None:
    items = "\n".join(
        f"- The Council shall keep the accounts of the fund for part {at} of the year and report on them."
        for at in (1, 2, 3)
    )
    assert words("CK-FIGURE-CHANGES", LISTS.format("four", ".", items)) == []


RENT = """AGREEMENT

1.    Charges

1.1   The Council shall pay these charges.

      No of               Total Cost                 Weekly Cost         9 Monthly Instalments
      Weeks           Single      Twin            Single      Twin         Single       Twin
       40         £{} £4,447.20           £143.19    £{}       £{}     £494.13
       37         £5,298.03    £4,113.66        £143.19     £111.18      £588.67       £457.07
"""


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        (("5,727.60", "111.18", "636.40"), []),
        (("5,727.60", "111.18", "663.40"), ["£663.40"]),
        (("5,727.60", "118.11", "636.40"), ["£4,447.20"]),
    ],
)
def test_columns_that_one_blank_parts_are_read_by_their_groups(
    figures: tuple[str, str, str], wrong: list[str]
) -> None:
    instrument = Instrument(read(RENT.format(*figures), "charges.txt", markdown=False).reading, "charges.txt")
    assert [hit.words.text for hit in load("CK-FIGURE-SUM").check(instrument)] == wrong


CONTRIBUTIONS = """1. Money

1.1 The contributions are:

| Partner | Contribution 2026-27 | Quarterly instalment | Monthly amount |
|---|---|---|---|
| Council | £480,000 | £120,000 | £40,000 |
| ICB | £360,000 | {} | {} |
| Trust | £100,000 | £25,000 | £8,333.33 |
"""


@pytest.mark.parametrize(
    ("quarter", "month", "wrong"),
    [
        ("£90,000", "£30,000", []),
        ("£95,000", "£30,000", ["£95,000"]),
        ("£90,000", "£33,000", ["£33,000"]),
    ],
)
def test_sums_of_a_quarter_and_a_month_are_those_parts_of_a_year(
    quarter: str, month: str, wrong: list[str]
) -> None:
    assert words("CK-FIGURE-SUM", CONTRIBUTIONS.format(quarter, month)) == wrong


def test_sums_of_other_kinds_are_no_parts_of_each_other() -> None:
    text = """1. Money

1.1 The charges are:

| Service | Monthly charge | Set-up fee | Annual cap |
|---|---|---|---|
| Visits | £100 | £250 | £2,400 |
| Calls | £200 | £150 | £2,000 |
"""
    assert words("CK-FIGURE-SUM", text) == []


def test_an_enumeration_that_goes_on_in_the_next_paragraph_is_not_counted() -> None:
    text = (
        "1. Visits\n\n1.1 The Trust offers three visits: (a) at birth; (b) in spring; and\n\n(c) in autumn.\n"
    )
    assert words("CK-FIGURE-PARTS", text) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Three of the Data Sets come from the ICB, two from the Trust and two from the Council.", ["Three"]),
        ("Four of the Data Sets come from the ICB, two from the Trust and two from the Council.", []),
        ("Five of the Data Sets come from the ICB and two from the Trust.", []),
        ("Five of the Data Sets come from the ICB and the other two from the Trust.", ["Five"]),
        ("Seven of the Data Sets come from the ICB and two from the Trust.", ["Seven"]),
        ("Three of the Data Sets come from the ICB, two from the Trust and two of them also elsewhere.", []),
        ("Two of the Data Sets are new, and each is kept for 12 months.", []),
    ],
)
def test_things_told_in_turn_make_how_many_there_are(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Data\n\n1.1 There are eight Data Sets.\n\n1.2 {said}\n") == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Of the 1,200, we expect 360 Urgent (30%), 504 Soon (40%) and 360 Routine (30%).", ["40%"]),
        ("Of the 1,200, we expect 360 Urgent (30%), 480 Soon (40%) and 360 Routine (30%).", []),
        ("Of 400 calls 100 (25%) were from carers, 160 (44%) from staff and 140 (35%) from others.", ["44%"]),
        ("Of the 1,200 people, 360 (30%) had a plan and 180 (50%) of those had a carer.", []),
        ("In May 900 of the 1,200 people who called were seen within 10 days, which is 75%.", []),
        ("In May 900 of the 1,200 people who called were seen within 10 days, which is 70%.", ["70%"]),
    ],
)
def test_parts_told_in_turn_have_their_share_of_the_whole(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-SHARE", f"1. Demand\n\n1.1 {said}\n") == wrong


@pytest.mark.parametrize(("soon", "wrong"), [("504", ["1,200"]), ("480", [])])
def test_parts_that_are_expected_make_the_whole(soon: str, wrong: list[str]) -> None:
    said = f"Of the 1,200, we expect 360 Urgent, {soon} Soon and 360 Routine."
    assert words("CK-FIGURE-PARTS", f"1. Demand\n\n1.1 {said}\n") == wrong


@pytest.mark.parametrize(("members", "wrong"), [("eight", []), ("nine", ["nine"])])
def test_members_may_be_named_before_they_are_told_one_by_one(members: str, wrong: list[str]) -> None:
    parts = "three from Dale, two from Fell and three from Wold"
    said = f"There are {members} people who can vote (the Voters): {parts}."
    assert words("CK-FIGURE-PARTS", f"1. Board\n\n1.1 {said}\n") == wrong


_RESIDENTS = """1. Cover

1.1 {}

**Table A2: Residents by town**

| Town | Residents | Share |
|---|---|---|
| Northfold | 17,200 | 40% |
| Eskside | 15,050 | 35% |
| The Quay | 10,750 | 25% |
| **Total** | **43,000** | **100%** |
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("It is for 34,000 Residents, as Table A2 shows.", ["34,000"]),
        ("It is for 34,000 Residents in three towns. The breakdown is in Table A2.", ["34,000"]),
        ("It is for 43,000 Residents in three towns. The breakdown is in Table A2.", []),
        ("It is for 34,000 Residents. They pay nothing.", []),
        ("It is for about 34,000 Residents, as Table A2 shows.", []),
        ("It is for 15,050 Residents of Eskside, as Table A2 shows.", []),
    ],
)
def test_things_are_as_many_as_the_total_of_the_table_that_breaks_them_down(
    said: str, wrong: list[str]
) -> None:
    assert words("CK-FIGURE-DISAGREES", _RESIDENTS.format(said)) == wrong
