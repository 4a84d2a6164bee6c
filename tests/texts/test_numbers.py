"""Numbers of clauses: typed, detached from their words, or none at all."""

from __future__ import annotations

import pytest

from clausekit.reading import NOTE_MARK
from tests.texts.recovery import markdown, passages, reading, remarks, shown


def test_numbers_of_every_kind_are_told_in_full() -> None:
    page = """\
        7. Pooled Funds
        7.1 The Host Partner shall:
        (a) keep accounts;
        (b) report:
        (i) each month; and
        (ii) each year; and
        (c) pay.
        7.1.1 It shall do so at once.

        Schedule 1 – Governance
        Part 3A Meetings
        A. Members
        B. Quorum
        1. The Board meets monthly.

        Annex B
        1. The form follows.
        """
    assert shown(page) == [
        "7: Pooled Funds",
        "7.1: The Host Partner shall:",
        "7.1(a): keep accounts;",
        "7.1(b): report:",
        "7.1(b)(i): each month; and",
        "7.1(b)(ii): each year; and",
        "7.1(c): pay.",
        "7.1.1: It shall do so at once.",
        "Schedule 1: Governance",
        "Schedule 1 Part 3A: Meetings",
        "Schedule 1 Part 3A A: Members",
        "Schedule 1 Part 3A B: Quorum",
        "Schedule 1 Part 3A 1: The Board meets monthly.",
        "Annex B: ",
        "Annex B 1: The form follows.",
    ]


def test_a_clause_whose_number_has_a_nought_is_the_clause() -> None:
    page = """\
        1.0 Definitions

        1.1 In this Agreement “Fund” means the fund under clause 3.

        2.0 The Landlord’s Obligations

        2.1 The Landlord pays the Fund.

        3.0 The Tenant’s Obligations

        3.1 The Tenant insures it.
        """
    found = passages(reading(page))
    assert [one.number for one in found] == ["1", "1.1", "2", "2.1", "3", "3.1"]
    assert [one.heading for one in found] == [2, 0, 2, 0, 2, 0]
    assert [one.label for one in found][::2] == ["1.0", "2.0", "3.0"]


def test_the_ninth_letter_and_the_first_roman_number_are_told_apart() -> None:
    items = "\n".join(f"({letter}) item;" for letter in "abcdefghij")
    assert [one.number for one in passages(reading(f"1.1 The Council shall do:\n{items}\n"))][-2:] == [
        "1.1(i)",
        "1.1(j)",
    ]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("The notice that a Partner gives under this clause is at least", "12 months long and in writing."),
        (
            "The Partners have agreed to comply with the provisions of clause",
            "7.3 and those of its schedules.",
        ),
        (
            "It may be ended under the provisions of clauses 7.1, 7.2(a) and",
            "7.3(b) by either of the Partners.",
        ),
        ("The Council shall do what is needed for either the purpose in (a) or", "(b) of the clause above."),
        ("The functions are those of the Council under the National Health Act", "2006 and all regulations."),
        ("The sum is due by the end of the year, which the Partners agree is", "31 March of the year after."),
    ],
)
def test_a_number_in_a_sentence_is_none(before: str, line: str) -> None:
    assert shown(f"7.1 It is so.\n7.2 {before}\n{line}\n") == ["7.1: It is so.", f"7.2: {before} {line}"]


def test_numbers_on_lines_of_their_own_go_before_their_words() -> None:
    page = """\
        7.

        Pooled Funds

        7.1

        The Host Partner shall keep accounts of
        it.

        (a)

        one; and

        (b)

        two.

        8

        Staff

        8.1

        There are none.
        """
    assert shown(page) == [
        "7: Pooled Funds",
        "7.1: The Host Partner shall keep accounts of it.",
        "7.1(a): one; and",
        "7.1(b): two.",
        "8: Staff",
        "8.1: There are none.",
    ]


def test_numbers_that_come_together_get_their_words_in_order() -> None:
    page = """\
        (F)

        The purpose is to:

        (G)

        (a)

        work together; and

        (b)

        pool funds.

        The aims are many.

        Schedule 2
        Part 1

        Governance

        Terms of Reference

        1

        Members
        """
    assert shown(page) == [
        "(F): The purpose is to:",
        "(F)(a): work together; and",
        "(F)(b): pool funds.",
        "(G): The aims are many.",
        "Schedule 2: Governance",
        "Schedule 2 Part 1: Terms of Reference",
        "Schedule 2 Part 1 1: Members",
    ]


def test_a_heading_glued_to_its_sentence_is_parted_and_remarked() -> None:
    page = "7. POOLED FUNDS The Partners shall have a fund.\n\n8. Term Of Office Each member shall serve.\n"
    assert shown(page) == [
        "7: POOLED FUNDS",
        "The Partners shall have a fund.",
        "8: Term Of Office",
        "Each member shall serve.",
    ]
    assert [line for line, _ in remarks(page)] == [1, 3]


def test_a_numbered_sentence_is_no_glued_heading() -> None:
    page = "1. Each Partner shall pay The Board.\n\n2. NHS England is The Regulator.\n"
    assert len(shown(page)) == 2
    assert remarks(page) == []


def test_the_next_number_after_a_sentence_begins_a_paragraph() -> None:
    page = (
        "7.1 The Council pays: 7.1.1 its share; and 7.1.2 the rest. 7.2 The Board pays, as clause 7.3 says.\n"
    )
    assert shown(page) == [
        "7.1: The Council pays:",
        "7.1.1: its share; and",
        "7.1.2: the rest.",
        "7.2: The Board pays, as clause 7.3 says.",
    ]


def test_clauses_set_in_below_their_heading_begin_on_their_lines() -> None:
    page = "7.      Pooled Funds\n        7.1     The Council pays.\n        7.2     The Board pays.\n"
    assert [(one.number, one.line) for one in passages(reading(page))] == [("7", 1), ("7.1", 2), ("7.2", 3)]


def test_a_heading_that_ends_with_conditions_asks_for_no_number() -> None:
    page = "7. National Conditions\n7.1 The Council pays.\n8. Funds and Schedules\n8.1 It does so.\n"
    assert [one.number for one in passages(reading(page))] == ["7", "7.1", "8", "8.1"]


@pytest.mark.parametrize("label", ["1.", "(1)", "1"])
def test_quantities_count_no_clauses(label: str) -> None:
    page = (
        f"{label} Quorum\n\n3 members form a quorum.\n\n2006 was the first year.\n\n12 months are a year.\n"
    )
    assert [one.number != "" for one in passages(reading(page))] == [True, False, False, False]


def test_headings_by_capitals_place_and_underline() -> None:
    page = """\
        BACKGROUND

        The Partners work together.

        1. Pooled funds
        1.1 There is one.

        Other Rights

        1.2 There are none.

        Term
        ----
        """
    assert [one.words for one in passages(reading(page)) if one.heading] == [
        "BACKGROUND",
        "Pooled funds",
        "Other Rights",
        "Term",
    ]


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("“Term” means two years.", "Term"),
        ('"Pooled Fund" has the meaning given in clause 7.', "Pooled Fund"),
        ("Better Care Fund Plan means the plan in Schedule 6.", "Better Care Fund Plan"),
        ("2006 Act means the National Health Service Act 2006.", "2006 Act"),
        ("Project is as defined in the Main Contract.", "Project"),
        ("Working Day: any day other than a Saturday or a Sunday.", ""),
        ("Partner: the Council", ""),
        ("The Council means well.", ""),
        ("Nothing in this clause means that a Partner may end it.", ""),
    ],
)
def test_terms_are_known_without_bold_type(line: str, term: str) -> None:
    (passage,) = passages(reading(f"{line}\n"))
    assert passage.term == term


def test_a_colon_defines_where_definitions_are_announced() -> None:
    page = "1. Definitions\n\n1.1 Here:\n\nWorking Day: any day other than a Saturday or a Sunday.\n"
    assert [one.term for one in passages(reading(page))][-1] == "Working Day"


def test_definitions_that_follow_each_other_without_a_gap_are_parted() -> None:
    page = """\
        Council means the council of the city of Eastmere and all of its successors.
        Fund means the fund.
        """
    assert [one.term for one in passages(reading(page))] == ["Council", "Fund"]


def test_lines_to_sign_on_are_known() -> None:
    page = """\
        The Partners sign as follows.

        Signed for and on behalf of Eastmere Council

        Signature: ....................

        Name:

        Date: ____________
        """
    assert [one.signature for one in passages(reading(page))] == [False, True, True, True, True]


def test_the_table_of_contents_is_known_with_and_without_dots() -> None:
    dotted = (
        "1. Term ........................ 3\n2. Funds ....................... 4\n\n1. Term\n1.1 Two years.\n"
    )
    assert [one.contents for one in passages(reading(dotted))] == [True, True, False, False]
    bare = "Contents\n\nParties\n1    Term\n2    Funds\n\nParties\n\nThe Council.\n\n1    Term\n"
    found = passages(reading(bare))
    assert [one.text for one in found if one.contents] == ["Parties", "1\tTerm", "2\tFunds"]


def test_footnotes_at_the_foot_of_a_page_are_notes() -> None:
    page = (
        "1.1 The plan is the one that the Board has approved.1\n\n1 See the policy framework.\n\n\f"
        "1.2 The Council pays.\n"
    )
    found = reading(page)
    first, second = passages(found)
    assert (first.words, second.number) == (
        f"The plan is the one that the Board has approved.{NOTE_MARK}",
        "1.2",
    )
    assert [span.note for span in first.spans if span.note] == ["footnote:1"]
    (note,) = found.notes["footnote:1"]
    assert getattr(note, "text", "") == "See the policy framework."


def test_footnotes_in_brackets_are_notes_in_text_and_markdown() -> None:
    for found in (
        reading("1.1 The plan[1] is final.\n\n[1] See the framework.\n"),
        markdown("- 1.1 The plan[^1] is final.\n\n[^1]: See the framework.\n"),
    ):
        (passage,) = passages(found)
        assert passage.words == f"The plan{NOTE_MARK} is final."
        assert list(found.notes) == ["footnote:1"]


def test_brackets_around_a_number_without_a_note_stay() -> None:
    assert passages(reading("The sum is £[1] only.\n"))[0].text == "The sum is £[1] only."


def test_markdown_has_numbers_terms_and_headings() -> None:
    page = """\
        # Agreement

        ## 1 Term

        - 1.1 The **“Term”** means two years.

          - (a) It may be extended.

        **Fund** means the pooled fund.
        """
    assert [(one.number, one.heading, one.term) for one in passages(markdown(page))] == [
        ("", 1, ""),
        ("1", 2, ""),
        ("1.1", 0, ""),
        ("1.1(a)", 0, ""),
        ("", 0, "Fund"),
    ]


def test_numbers_of_clauses_that_were_put_in_later_are_numbers() -> None:
    page = """\
        12. Risk
        12.1 The Partners bear it.
        12A. Reserves
        12A.1 The Council keeps a reserve.
        12A.2 It is spent on risks.
        13. Term
        13.1 It ends in 2029.
        """
    assert [one.number for one in passages(reading(page))] == [
        "12", "12.1", "12A", "12A.1", "12A.2", "13", "13.1"
    ]  # fmt: skip
