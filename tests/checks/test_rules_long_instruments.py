"""What real instruments of many pages have: headers of some pages, schedules told with their parts, lists of
attachments, counts that were taken over from another clause."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

Told = list[tuple[str, str]]


def told(text: str, *rules: str) -> Told:
    """Return the rules that tell something of a plain text, above the level of a remark, with the words."""
    options = Options(select=rules, as_at=AS_AT, level="warning")
    found = run(read(text, "example.txt", markdown=False).reading, options)
    return [(one.rule.removeprefix("CK-"), one.words.text.strip()) for one in found]


_HEADER = "Fellshire Better Care Fund Section 75 Agreement"
_PAGES = f"""1.      FUNDS

1.1     The Council shall hold the Pooled Fund and shall keep such records of it as the

                                   Page 1 of 5
\f{_HEADER}

        Partners may ask for (or, where the auditors require

                                   Page 2 of 5
\f        others, such other records), and shall give copies of them to each of the Partners.

1.2     The ICB shall pay its contribution to the Council in equal instalments each month in

                                   Page 3 of 5
\f{_HEADER}

        arrears.

                                   Page 4 of 5
\f{_HEADER}

1.3     The Partners shall review the Pooled Fund in each year.
"""


def test_a_header_of_some_pages_breaks_no_sentence() -> None:
    assert told(_PAGES, "CK-TEXT", "CK-NUMBER") == []


_TWO_LINES = """

{number}
Schedule 3: Community Equipment
Section 75 Agreement 2027/28

"""


def test_a_header_of_two_lines_below_the_number_of_a_page_breaks_no_sentence() -> None:
    lines = [
        f"{at}.1  The Council shall keep the equipment of the kind numbered {at}." for at in range(1, 60)
    ]
    broken = "Where an item cannot be mended it is scrapped, and the Provider tells the Pooled Fund"
    text = ""
    for number in range(1, 5):
        page = "\n".join(lines[12 * number : 12 * number + 12])
        text += f"{page}\n{12 * number + 12}.1  {broken}{_TWO_LINES.format(number=number)}Manager of it.\n"
    assert told(text, "CK-TEXT-STOP") == []


def test_a_title_that_begins_some_pages_is_no_header_if_it_breaks_nothing() -> None:
    page = "SCHEME SUMMARY\n\nThe scheme is kept by the Council.\n\n{number}.      BUDGET\n\n"
    others = [f"{number}.      CLAUSE\n\nThe Council pays the Trust." for number in range(5, 12)]
    text = "\f".join([*(page.format(number=number) for number in range(1, 5)), *others])
    body = read(text, "example.txt", markdown=False).reading.body
    assert sum("SCHEME SUMMARY" in getattr(block, "text", "") for block in body) == 4


_SCHEDULES = """1.      TERM

1.1     This Agreement begins on 1 April 2027, as Part 2 of Schedule 2 provides.

        SCHEDULE 1- PART 1 – COMMON ARRANGEMENTS

The arrangements of this Part apply to each scheme, as Part 2 of this Schedule 1 does.

        PART 2 – TEMPLATE

The template is completed for each scheme.

        SCHEDULE 2 – GOVERNANCE

        PART 1 – THE BOARD

The Board has six members.

        SCHEDULE 2 PART 2 – LINES OF ACCOUNTABILITY

The Board answers to the Cabinet.

        SCHEDULE 3 PART 1 – MONEY

The Council pays.

        {last}

The Trust pays.
"""


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("SCHEDULE 3 PART 2 – RISK", []),
        ("PART 2 – RISK", []),
        ("SCHEDULE 3 PART 3 – RISK", [("NUMBER-GAP", "RISK")]),
        ("PART 1 – RISK", [("NUMBER-REPEATED", "RISK")]),
    ],
)
def test_a_schedule_may_be_told_with_its_part(last: str, found: Told) -> None:
    assert told(_SCHEDULES.format(last=last), "CK-NUMBER") == found


_ATTACHMENTS = """1.      STATUS

1.1     The Memorandum is described in Annex 1 (Parties).

The following are attached:

     Annex 1    Parties
     Annex 2    Diagram
     Annex 3    Contacts

        ANNEX 1 – PARTIES

The parties are the Council and the Trust.

        ANNEX 2 – DIAGRAM

The Board stands above the Group, as Annex 3 (Contacts) shows.

        ANNEX 3 – CONTACTS

The contacts are kept by the Council, as Annex 2 (Diagram) shows.
"""


def test_a_list_of_attachments_is_no_run_of_headings() -> None:
    assert told(_ATTACHMENTS, "CK-REF", "CK-NUMBER") == []


_CLAUSES = """30.     SERVICES

30.1    The Council provides the services.

31.     STAFF

{first}    The Council employs the staff.

{second}    The Council trains the staff.

32.     REVIEW

32.1    The Partners review the services.
"""


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("31.1", "31.2", []),
        ("12.1", "12.2", [("NUMBER-HEADING", "The Council employs the staff.")]),
        ("31.1", "12.2", [("NUMBER-HEADING", "The Council trains the staff.")]),
        ("0.5", "0.8", []),
    ],
)
def test_sub_clauses_may_have_the_number_of_another_clause(first: str, second: str, found: Told) -> None:
    assert told(_CLAUSES.format(first=first, second=second), "CK-NUMBER-HEADING") == found


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ("i)  (1) the staff;\n\nii) (2) the debts; and\n\niii) (3) the records.", ["(1) the staff;"]),
        ("i)  the staff;\n\nii) the debts; and\n\niii) the records.", []),
        ("(a) (1) the staff;\n\n(b) the debts; and\n\n(c) the records.", []),
        ("-   a member of the Council;\n\nii.  two members of the Trust; and\n\niii. the clerk.", ["first"]),
        ("-   a member of the Council;\n\n-   two members of the Trust.", []),
    ],
)
def test_items_have_one_number_each(items: str, found: list[str]) -> None:
    text = f"1.  MEMBERS\n\n1.1 The Board settles:\n\n{items}\n\n1.2 The Board meets.\n"
    assert len(told(text, "CK-NUMBER-MIXED")) == len(found)


_CONTENTS = """CONTENTS

1       Term ............................ 2
1.1     Beginning ....................... 2
1.2     Renewal ......................... 2
{entry}
2       Law ............................. 4

1       TERM

1.1     Beginning

It begins on 1 April 2027.

1.2     Renewal

It may be renewed.

1.3     Extension

It may be extended.

1.4     Ending

It ends on 31 March 2030.

2       LAW

The law of England applies.
"""


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        ("1.3     Extension ....................... 3\n1.4     Ending .......................... 3", 0),
        ("1.4     Ending .......................... 3", 1),
    ],
)
def test_contents_may_leave_out_what_the_text_has(entry: str, count: int) -> None:
    assert len(told(_CONTENTS.format(entry=entry), "CK-NUMBER-GAP")) == count


_SET_OUT = """1.      PLANS

1.1     The Partners shall work to {words}.

        SCHEDULE 1 – GOVERNANCE

The Board has six members and follows Schedule 2 and Schedule 3.

        SCHEDULE 2 – PERFORMANCE ARRANGEMENTS

The measures are set each year, as Schedule 1 provides.

        SCHEDULE 3 – RISK SHARE

The risk is shared.
"""


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("the performance arrangements set out in Schedule 2", 0),
        ("the performance arrangements set out in Schedule 3", 1),
        ("the performance arrangements in Schedule 1", 1),
        ("the targets set out in Schedule 3", 0),
        ("the performance arrangements and to Schedule 3", 0),
    ],
)
def test_what_is_set_out_in_a_schedule_may_be_the_title_of_another(words: str, count: int) -> None:
    assert len(told(_SET_OUT.format(words=words), "CK-REF-TITLE")) == count


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("        Council:\n        ICB:\n", 2),
        ("        Council:   Head of Information\n        ICB:       Data Officer\n", 0),
        ("        Council:\n\n        the head of information\n", 0),
    ],
)
def test_a_name_in_a_list_may_have_nothing_after_it(rows: str, count: int) -> None:
    text = f"""PARTIES

(1)     FELLSHIRE COUNTY COUNCIL of Shire House (“the Council”); and

(2)     NHS FELLSHIRE INTEGRATED CARE BOARD of Quay House (“the ICB”).

1.      LEADS

1.1     The leads for information are:

{rows}
2.      LAW

2.1     The law of England applies.
"""
    assert len(told(text, "CK-BLANK-LINE")) == count


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "On 3 March 2027 the Council received an offer. It is to be returned by 17 March 2026.",
            ["17 March 2026"],
        ),
        ("On 3 March 2027 the Trust made a bid, which must be answered before 1 May 2026.", ["1 May 2026"]),
        ("On 3 March 2027 the Council received an offer. It is to be returned by 17 March 2027.", []),
        ("On 3 March 2027 the Council received an offer that was sent on 17 March 2026.", []),
    ],
)
def test_what_is_due_comes_after_what_asks_for_it(sentence: str, words: list[str]) -> None:
    text = f"1.  GRANT\n\n1.1 {sentence}\n\n1.2 The grant is kept by the Council.\n"
    assert [found for _, found in told(text, "CK-DATE-ORDER")] == words


@pytest.mark.parametrize(
    ("said", "total", "rules"),
    [
        ("£60.3m", "60,267", []),
        ("£60.2m", "60,267", ["FIGURE-DISAGREES"]),
        ("£60.3m", "£60,267", ["FIGURE-MALFORMED"]),
    ],
)
def test_a_total_in_thousands_is_rounded_to_millions(said: str, total: str, rules: list[str]) -> None:
    text = f"""1.      RESOURCES

1.1     The fund amounts to {said}, made up as in the table below.

    Source of Funding                              £000

    Minimum contributions                          39,177
    Facilities grant                                3,920
    Improvement grant                              17,170

    Total                                          {total}
"""
    found = told(text, "CK-FIGURE-DISAGREES", "CK-FIGURE-MALFORMED")
    assert [rule for rule, _ in found] == rules


@pytest.mark.parametrize(
    ("meaning", "words"),
    [
        ("a plan which has been agreed with the person and which", ["which"]),
        ("a plan which has been agreed with the person.", []),
    ],
)
def test_a_definition_may_break_off(meaning: str, words: list[str]) -> None:
    text = f"""1.      DEFINITIONS

1.1     In this Agreement:

        “Plan” means {meaning}

        “Person” means a person for whom the Council is responsible.

1.2     The Council keeps each Plan for each Person.
"""
    assert [found for _, found in told(text, "CK-TEXT-STOP")] == words
