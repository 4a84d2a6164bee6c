"""What sentences say is in a provision, of which it has no sign."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
1. Who we are

1.1 Dale County Council (“the Council”), Shire House, Mill Road, Dale DA1 2BC.

1.2 We work together so that people are seen sooner.

2. How we work

2.1 {words}

2.2 The Council pays £10,000 in April.

2.3 The law is in the Home Repairs Regulations 1990.

2.4 Old people come first.

2.5 We look at all this again every spring.

2.6 Who gives six months’ notice goes, and takes half of what was bought together.

2.7 There is a Home Board.

2.8 All this is changed only in writing.

# Schedule 1 Team

1. Nurses and social workers.

2. A clerk, grade 4.

# Schedule 2 Kit

1. Hoists and beds are washed.

2. Rails are fixed.

# Schedule 3 How we meet and pay

1. Four members of the Home Board are a quorum.

Table 1: Instalments

| When | Council |
|---|---|
| April 2027 | £10,000 |

Table 2: Kinds

| Kind | Colour |
|---|---|
| Hoist | Red |
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    return [one.words.text for one in run(reading_of(_AGREEMENT.replace("{words}", words)), options)]


@pytest.mark.parametrize(
    "words",
    [
        "The posts listed in Schedule ⟦2⟧ are filled.",
        "Each holds one of the posts for nurses that are shown in Schedule ⟦2⟧.",
        "The contributions in Schedule ⟦2⟧ are paid.",
        "The Council pays the instalments shown in Table ⟦2⟧.",
        "The sums are those in Table ⟦2⟧.",
        "The Board looks at it at each review under clause ⟦2.4⟧.",
        "Letters go to the address in clause ⟦1.2⟧.",
        "Small jobs are free under the regulations cited in clause ⟦2.4⟧.",
        "The fee payable under clause ⟦2.4⟧ is due in June.",
        "A Partner may leave under clause ⟦2.4⟧.",
        "Beds belong to the Council until they are divided under clause ⟦2.4⟧.",
        "The Home Board set up by clause ⟦2.4⟧ meets in May.",
        "Who leaves pays its share under clause ⟦2.4⟧.",
        "What is paid under clause ⟦2.4⟧ is not paid back.",
        "The Council sets up the Home Board, whose terms of reference are in Schedule ⟦2⟧.",
        "It needs the leave of the Home Board described in clause ⟦2.4⟧.",
        "This agreement may be varied under clause ⟦2.4⟧.",
        "A kind is added only by variation under clause ⟦2.4⟧.",
        "The Home Board may recommend changes to the Partners under clause ⟦2.4⟧.",
        "It begins when each review (clause ⟦2.4⟧) is done.",
        "Clause ⟦2.4⟧ (which is short) sets out the contributions.",
        "Schedule ⟦2⟧ lists the posts.",
        "Table ⟦2⟧ shows the instalments for the year.",
    ],
)
def test_what_a_provision_is_said_to_have_leaves_a_sign_there(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "The posts listed in Schedule 1 are filled.",
        "The contributions in Schedule 3 are paid.",
        "The Council pays the instalments shown in Table 1.",
        "The Board looks at it at each review under clause 2.5.",
        "Letters go to the address in clause 1.1.",
        "Small jobs are free under the regulations cited in clause 2.3.",
        "The Council tells the team under clause 2.4 who comes first.",
        "Who is seen is told to the Board under clause 2.4.",
        "The training set out in clause 2.4 is free.",
        "A Partner may leave under clause 2.6.",
        "The Home Board set up by clause 2.7 meets in May.",
        "Who leaves pays its share under clause 2.6.",
        "What is paid under clause 2.2 is not paid back.",
        "Beds belong to the Council until they are divided under clause 2.6.",
        "It is told to the Home Board under clause 2.4.",
        "This agreement may be varied under clause 2.8.",
        "The Home Board may recommend changes to the Partners under clause 2.8.",
        "Schedule 1 lists the posts.",
        "Table 2 shows which kinds we share.",
        "Schedule 3 shows the instalments for the year.",
    ],
)
def test_what_has_a_sign_of_it_or_is_not_said_to_is_left_alone(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(("number", "told"), [("1.2", []), ("1.3", ["1.3"])])
@pytest.mark.parametrize("words", ["plan approved by the Home Board under", "clerk appointed under"])
def test_what_is_done_under_a_provision_is_told_there(words: str, number: str, told: list[str]) -> None:
    text = f"""
1. Doings

1.1 The {words} clause {number} is known to all.

1.2 The Home Board appoints a clerk, and approves the plan in May.

1.3 The Home Board meets four times in each year, in the Shire House.
"""
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


def test_a_definition_may_lead_to_what_is_headed_with_its_term() -> None:
    words = "“Kit” means the equipment for the staff of the team listed in Schedule {}."
    assert _found(words.format(2)) == []
    assert _found(words.format(3)) == ["3"]


_TEAM = """
# Agreement

(1) Dale County Council (“the Council”); and

(2) NHS Dale Integrated Care Board (“the ICB”).

1. Staff

1.1 The posts in Table {posts} are filled. Each stays with the Partner shown in {whose}.

# Annex A Who works here

Table 1: Posts

| Post | Employer | Whole time |
|---|---|---|
| Lead nurse | ICB | 1 |
| Team manager | Council | 1 |
| Support worker | Council | 2 |

# Annex B What it costs

Table 2: Costs

| Item | 2027/28 | 2028/29 |
|---|---|---|
| Team rooms | £20,000 | £21,000 |
| Laptops | £12,000 | £13,000 |
| Phones | £2,000 | £2,000 |
"""


@pytest.mark.parametrize(
    ("posts", "whose", "told"),
    [("1", "Annex A", []), ("2", "Annex A", ["2"]), ("1", "Annex B", ["B"])],
)
def test_one_sign_among_many_lines_may_be_there_by_chance(posts: str, whose: str, told: list[str]) -> None:
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    found = run(reading_of(_TEAM.format(posts=posts, whose=whose)), options)
    assert [one.words.text for one in found] == told


_CODED = """
# Memorandum

1. Words

| Word | Meaning |
|---|---|
| Home Lead | the person each Partner names in {named} |
| Start Date | 4 January 2027 |

2. Who

2.1 Home Leads:

2.2 Each Partner is told by its Home Lead who comes.

3. Money

3.1 The cost is in Table 1 of {annex}. We look at it at each meeting under {meeting}.

# Annex A How we meet

**A1 Members.** There are four members.

**A2 Meetings.** The Board meets four times a year.

# Annex B Cost

Table 1: Cost

| What | Sum |
|---|---|
| Staff | £10,000 |
"""


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({}, []),
        ({"named": "clause 3.1"}, ["3.1"]),
        ({"annex": "Annex A"}, ["1"]),
        ({"meeting": "A1"}, []),
        ({"meeting": "A9"}, []),
    ],
)
def test_tables_and_names_are_where_they_are_said_to_be(wrong: dict[str, str], told: list[str]) -> None:
    right = {"named": "clause 2.1", "annex": "Annex B", "meeting": "A2"}
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    found = run(reading_of(_CODED.format(**{**right, **wrong})), options)
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("item", "told"), [("writes a report for the chair", []), ("tells the chair", ["2.1"])]
)
def test_a_list_that_is_counted_anew_is_a_part_of_its_paragraph(item: str, told: list[str]) -> None:
    text = f"""
2. Falls

2.1 Whoever finds a fall:

1. helps the person up;

2. asks for what was lost to be brought back, and looks for whoever saw it happen; and

3. {item}.

2.2 The report under section 2.1 is kept for a year.

3. Reports

3.1 The clerk writes a report each year.
"""
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ({"closing": "2.1"}, ["2.1"]),
        ({"lead": "2.1"}, ["2.1"]),
        ({}, []),
    ],
)
def test_definitions_lead_to_what_brings_the_thing_in(named: dict[str, str], told: list[str]) -> None:
    right = {"closing": "2.2", "lead": "2.3", "board": "3"}
    text = """
1. Words

**Closing Report** means the report described in clause {closing}.

**Home Board** means the group set up under clause {board}.

**Home Lead** means the officer named by each Partner under clause {lead}.

2. What we do

2.1 The clerk writes a report of each month.

2.2 The clerk sends the Board a Closing Report in the last month.

2.3 Each Partner names a Home Lead, who may read the Closing Report first.

3. The Home Board

3.1 Four people sit on it.

4. The group of carers

4.1 Carers meet each month.
"""
    found = run(reading_of(text.format(**{**right, **named})), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


_LED_FROM = """
1. Words

**Sums** means the sums in Schedule 1.

2. Money

2.1 The Council pays the Sums.

2.2 The clerk writes them down.

3. Repairs

3.1 The team does what Schedule 2 says.

3.2 The clerk tells the Board.

# Schedule 1 Sums ({sums})

1. The Council pays £10,000.

# Schedule 2 Repairs ({work})

1. Rails are fixed.
"""


@pytest.mark.parametrize(
    ("sums", "work", "told"),
    [
        ("clause 2.1", "clause 3.1", []),
        ("clause 2", "see clause 3", []),
        ("clause 2", "clause 2", ["2"]),
        ("clause 2", "clause 3.2", ["3.2"]),
        ("clause 12", "clause 3", []),
        ("clause 2", "clause 2.1", ["2.1"]),
        ("clause 2", "clauses 2 to 3", []),
        ("clause 2", "in pencil", []),
    ],
)
def test_the_heading_of_a_schedule_names_the_provision_that_leads_to_it(
    sums: str, work: str, told: list[str]
) -> None:
    found = run(
        reading_of(_LED_FROM.format(sums=sums, work=work)), Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    )
    assert [one.words.text for one in found] == told


def test_a_heading_may_refer_to_what_is_not_there() -> None:
    text = _LED_FROM.format(sums="clause 2", work="clause 3.3")
    found = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
    assert [one.words.text for one in found] == ["clause 3.3"]
