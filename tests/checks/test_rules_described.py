"""What is said to be dealt with in a provision, and what the provision is about that is named there."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of, unmarked

_AGREEMENT = """
1. Definitions

1.1 In this agreement:

**Care Board** means the board described in clause {board}.

**Pool Year** has the meaning given to it in clause {pool_year}.

2. Term

2.1 This agreement begins on 1 April 2027 and, subject to clause {term}, continues for three years.

3. The pooled fund

3.1 The Council pays in each year from 1 April to 31 March (a “Pool Year”).

| Year | Sum |
|---|---|
| 2027/28 | £1,000 |

4. Governance

4.1 The Partners set up the Care Board, and may add to its members.

5. Insurance

5.1 Each Partner is insured against claims.

6. Ending the arrangements

6.1 Either Partner may end this agreement on six months’ notice.

7. Variation

7.1 Changes are made in writing.

8. Review

8.1 {words}
"""
_RIGHT = {"board": "4", "pool_year": "3.1", "term": "6", "words": "The Care Board meets in the Pool Year."}


def _found(**wrong: str) -> list[str]:
    text = _AGREEMENT.format(**{**_RIGHT, **wrong})
    return [one.words.text for one in run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))]


def test_nothing_is_told_of_provisions_that_are_what_they_are_named_for() -> None:
    assert _found() == []


@pytest.mark.parametrize(
    "wrong",
    [{"board": "5"}, {"pool_year": "5.1"}, {"pool_year": "7"}, {"term": "5"}],
)
def test_a_definition_or_the_term_names_a_clause_about_something_else(wrong: dict[str, str]) -> None:
    assert _found(**wrong) == list(wrong.values())


@pytest.mark.parametrize(
    "words",
    [
        "If this agreement is terminated under clause ⟦5⟧, the Council tells the Trust.",
        "Any Partner may withdraw from it in accordance with clause ⟦4.1⟧.",
        "This agreement may be varied only in accordance with the procedure in clause ⟦5⟧.",
        "Within a month after the variation made under clause ⟦4⟧ the Council reports.",
        "The insurance required by clause ⟦3⟧ is kept up.",
        "The pilot starts in May and lasts for a year, unless it ends sooner under clause ⟦5⟧.",
        "The definitions in clause ⟦5⟧ apply.",
        "The sums are those of the table in clause ⟦5⟧.",
    ],
)
def test_a_sentence_names_a_clause_for_what_another_is_headed_by(words: str) -> None:
    assert _found(words=unmarked(words)) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "If this agreement is terminated under clause 6, the Council tells the Trust.",
        "Nothing in clause 5 affects the variation.",
        "On its ending the Council pays what is due under clause 3.",
        "The variation is subject to clause 5.",
        "The complaints procedure in clause 5 applies.",  # no clause is headed by complaints
        "The sums are those of the table in clause 3.",
        "This agreement ends by notice given under clause 6.1.",
        "The pilot starts in May and lasts for a year, unless it ends sooner under clause 6.1.",
        "On insurance and the ending of claims the Partners act under clause 5.",
    ],
)
def test_what_may_be_right_is_left_alone(words: str) -> None:
    assert _found(words=words) == []


def test_a_table_is_named_by_the_caption_of_another() -> None:
    tables = "Table 1: Pooled fund\n\n| A |\n|---|\n| 1 |\n\nTable 2: Aligned budgets\n\n| A |\n|---|\n| 2 |"
    words = f"The sums are those of Table {{}} (Aligned Budgets).\n\n{tables}"
    assert _found(words=words.format("1")) == ["1"]
    assert _found(words=words.format("2")) == []


def test_what_is_referred_to_in_a_clause_is_not_settled_there() -> None:
    words = (
        "The report tells of the matters referred to in this clause 8, and of those referred to in clause 5."
    )
    assert _found(words=words) == []


def test_a_provision_is_subject_to_itself_also_in_its_second_sentence() -> None:
    text = "1. Votes\n\n1.1 Each has one.\n\n1.2 Some are reserved. Subject to clause 1.2, both decide.\n"
    assert [one.rule for one in run(reading_of(text), Options(select=("CK-REF",)))] == ["CK-REF-ITSELF"]


def test_a_paragraph_of_a_schedule_is_not_the_clause_that_has_its_number() -> None:
    text = (
        "1. Term\n\n1.1 It begins, as Schedule 1 says. See clause 2.3.\n"
        "\n2. Law\n\n2.1 One.\n\n2.2 Two.\n\n2.3 Three.\n"
        "\n# Schedule 1 Costs\n\n1. First\n\n1.1 Costs are those in paragraph {}.\n\n2. Second\n\n2.1 Last.\n"
    )
    select = Options(select=("CK-REF-MISSING",))
    assert [one.level for one in run(reading_of(text.format("2.3")), select)] == ["error"]
    assert not run(reading_of(text.format("2.1")), select)


def test_the_arrangements_for_something_are_not_the_thing() -> None:
    text = (
        "1. Term\n\n1.1 The {} each Individual Scheme are set out in Schedule 2. Schedule 1 applies.\n"
        "\n# Schedule 1 Individual Schemes\n\n1. First.\n\n# Schedule 2 Performance\n\n1. Second.\n"
    )
    select = Options(select=("CK-REF-TITLE",))
    assert not run(reading_of(text.format("controls for")), select)
    assert [one.words.text for one in run(reading_of(text.format("details of")), select)] == ["Schedule 2"]


def test_what_speaks_of_the_subject_in_passing_may_deal_with_it() -> None:
    assert _found(words="The Board described in clause 3 meets.") == ["3"]
    text = "3.1 The Council pays in each year from 1 April to 31 March (a “Pool Year”)"
    speaking = _AGREEMENT.replace(text, f"{text}, and tells the Board")
    words = {**_RIGHT, "words": "The Board described in clause 3 meets."}
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    assert not run(reading_of(speaking.format(**words)), options)


def test_a_schedule_is_named_for_what_another_is_headed_by() -> None:
    text = (
        "1. Board\n\n1.1 The sums are those of the risk share in Schedule {}. Schedules 1 and 2 apply.\n"
        "\n# Schedule 1 Risk and gain\n\n1. Halves.\n\n# Schedule 2 Insurance\n\n1. Each is insured.\n"
    )
    select = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    assert [one.words.text for one in run(reading_of(text.format("2")), select)] == ["2"]
    assert not run(reading_of(text.format("1")), select)
    assert not run(reading_of(text.format("2").replace("Each is insured", "Each is at risk")), select)


def test_a_specification_opens_with_the_number_of_its_own_scheme() -> None:
    text = (
        "1. Term\n\n1.1 Schedule 1 applies.\n\n# Schedule 1 Schemes\n\n"
        "## Scheme Specification 1: Equipment\n\nIndividual Scheme 1 pays for beds.\n\n"
        "## Scheme Specification 2: Carers\n\n"
        "Individual Scheme {} pays for breaks. It works beside Individual Scheme 1.\n"
    )
    select = Options(select=("CK-REF-THIS",), as_at=AS_AT)
    assert [one.words.text for one in run(reading_of(text.format("1")), select)] == ["Individual Scheme 1"]
    assert not run(reading_of(text.format("2")), select)


_HANDBOOK = """
1. Words

1.1 In this agreement:

**Loan Panel** means the group of managers described in clause {panel}.

**Depot** means the building in Mill Lane.

2. Deliveries

2.1 A driver brings what is ordered, and {deliveries}.

3. Cleaning

3.1 Whatever comes back is cleaned at the Depot within three days, and {cleaning}.

4. Training

4.1 Drivers are trained each spring.

5. How it is run

5.1 The Loan Panel meets each month and approves the list of what may be lent.

6. Repairs and recalls

6.1 A broken hoist is mended or thrown away by a fitter.
"""
_AS_IT_SHOULD_BE = {"panel": "5.1", "deliveries": "is paid", "cleaning": "lent again"}


def _in_the_handbook(**wrong: str) -> list[tuple[str, str]]:
    text = _HANDBOOK.format(**{**_AS_IT_SHOULD_BE, **wrong})
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    return [(one.words.text, one.related[0].words.text[:16]) for one in found]


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ({"deliveries": "orders a cleaning under clause 4"}, [("4", "Cleaning")]),
        ({"cleaning": "any repairs are made as set out in clause 4"}, [("4", "Repairs and reca")]),
        ({"deliveries": "takes away what was recalled (clause 3)"}, [("3", "Repairs and reca")]),
        ({"panel": "6.1"}, [("6.1", "The Loan Panel m")]),
        ({"panel": "3.1"}, [("3.1", "The Loan Panel m")]),
    ],
)
def test_a_word_of_another_heading_tells_that_a_number_is_wrong(
    wrong: dict[str, str], found: list[tuple[str, str]]
) -> None:
    assert _in_the_handbook(**wrong) == found


@pytest.mark.parametrize(
    "right",
    [
        {},
        {"deliveries": "orders a cleaning under clause 3"},
        {"cleaning": "repairs are made as set out in clause 6"},
        {"cleaning": "unless it needs repairs, is lent again under clause 2"},
        {"deliveries": "wears the badge (clause 4)"},
        {"deliveries": "is trained in cleaning, subject to clause 4"},
        {"cleaning": "repairs cost what the Loan Panel approves under clause 5"},
    ],
)
def test_words_that_another_heading_has_by_the_way_tell_nothing(right: dict[str, str]) -> None:
    assert _in_the_handbook(**right) == []


@pytest.mark.parametrize(("number", "told"), [("4.1", ["4.1"]), ("2.1", []), ("3.1", ["3.1"])])
def test_a_row_tells_which_of_several_tables_is_meant(number: str, told: list[str]) -> None:
    text = f"""
2. Complaints

2.1 A complaint goes through these steps:

| Step | Who answers |
|---|---|
| 1 | The head of service |
| 2 | The director |

3. Money

3.1 The sums are agreed each year.

3.2 They are:

| Year | Sum |
|---|---|
| 2027/28 | £1,000 |

4. Votes

4.1 A vote is taken by show of hands.

4.2 A tied vote goes to step 2 of the table in paragraph {number}.
"""
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("uses a helper only as A2 allows", []),
        ("uses a helper only as A3 allows", ["A3"]),
        ("uses a helper, as A1 says", ["A1"]),
        ("uses the rooms, as A1 says", []),
    ],
)
def test_what_is_done_as_a_provision_allows_is_in_its_heading(said: str, told: list[str]) -> None:
    text = (
        "# Terms\n\n## A1 Aims\n\nA1.1 People come first, in all rooms.\n\n## A2 Helpers\n\nA2.1 A helper"
        f" is told of it.\n\n## A3 Time\n\nA3.1 It lasts a year.\n\n## A4 Work\n\nA4.1 The Council {said}.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Table 1 shows who lends what, and Table 2 the rooms of both houses", []),
        ("Table 2 shows who lends what, and Table 1 the rooms of both houses", ["2", "1"]),
        ("Table 2 shows how tall they are", []),
    ],
)
def test_a_table_is_said_to_show_what_another_has_for_a_caption(said: str, told: list[str]) -> None:
    captions = ("Table 1: Who lends what", "Table 2: The rooms of both houses")
    tables = "\n\n".join(f"{caption}\n\n| A |\n|---|\n| 1 |" for caption in captions)
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    found = run(reading_of(f"1. Use\n\n1.1 {said}.\n\n{tables}\n"), options)
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(("schedule", "told"), [("2", []), ("1", ["1"])])
def test_a_definition_leads_to_the_schedule_that_is_headed_by_it(schedule: str, told: list[str]) -> None:
    text = (
        "1. Words\n\n1.1 In this agreement:\n\n“Exit Plan” means the plan made under paragraph 1 of"
        f" Schedule {schedule}.\n\n2. Use\n\n2.1 The Exit Plan is kept.\n\n# Schedule 1 Colours\n\n"
        "1. Doors are red.\n\n2. Walls are white.\n\n# Schedule 2 Exit\n\n1. A plan is made.\n\n2. It is"
        " kept.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("lasts", "told"),
    [
        ("continues for the Term, unless ended under clause 3", ["Term"]),
        ("shall take effect on the Start Date and lasts for the whole of the Term", ["Term"]),
        ("continues for the Term of three years", []),
        ("continues for the Term, ending on the Expiry Date", []),
        ("begins on 1 April 2027 and ends on 31 March 2030", []),
        ("is made.\n\n2.1A It ends on 31 March 2030. A scheme lasts for the Term", []),
    ],
)
def test_a_period_is_not_told_by_its_own_term(lasts: str, told: list[str]) -> None:
    text = (
        "1. Words\n\n1.1 In this agreement:\n\n“Term” means the period described in clause 2;\n\n2. How"
        f" long\n\n2.1 This agreement {lasts}.\n\n2.2 It may be extended for two years.\n\n3. End\n\n3.1 It"
        " ends by notice.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF-CIRCULAR",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(("number", "told"), [("3.2", []), ("3.1", ["3.1"])])
def test_what_refers_back_is_meant_and_not_what_stands_beside_it(number: str, told: list[str]) -> None:
    text = (
        "1. Rooms\n\n1.1 Rooms are let.\n\n2. Repairs\n\n2.1 If a repair plan is not carried out, the tenants"
        f" may use clause {number}.\n\n3. More\n\n3.1 Dogs are welcome everywhere.\n\n3.2 The tenants may"
        " leave if a repair plan was not carried out under clause 2.1.\n\n3.3 Cats are welcome too.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told
