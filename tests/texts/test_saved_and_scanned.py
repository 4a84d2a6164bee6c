"""Shapes that texts of signed agreements have: saved from Word, appended to papers, with lost tabs."""

from __future__ import annotations

import pytest

from clausekit.pages import Para, words
from clausekit.reading import Passage
from clausekit.texts import blocks
from tests.texts.recovery import markdown, passages, reading, shown


def test_an_index_without_pages_is_no_part_of_the_body() -> None:
    page = """\
        INDEX TO CLAUSES AND SCHEDULES
        1. DEFINITIONS
        2. POOLED FUND
        SCHEDULE 1: SERVICES

        THIS AGREEMENT is made this …… day of …… 2011

        1. DEFINITIONS
        1.1 In this agreement the Fund is the pooled fund.
        """
    assert shown(page) == [
        "INDEX TO CLAUSES AND SCHEDULES",
        "THIS AGREEMENT is made this …… day of …… 2011",
        "1: DEFINITIONS",
        "1.1: In this agreement the Fund is the pooled fund.",
    ]


@pytest.mark.parametrize(
    ("line", "number", "said"),
    [
        (
            "(1)DALE COUNCIL of Town Hall (“the Council”);",
            "(1)",
            "DALE COUNCIL of Town Hall (“the Council”);",
        ),
        (
            "1.1In this agreement words are used as follows.",
            "1.1",
            "In this agreement words are used as follows.",
        ),
        ("1.GENERAL", "1", "GENERAL"),
        ("(a)the Council shall keep the accounts;", "(a)", "the Council shall keep the accounts;"),
    ],
)
def test_a_number_that_lost_its_tab_is_one(line: str, number: str, said: str) -> None:
    (passage,) = passages(reading(f"{line}\n"))
    assert (passage.number, passage.words) == (number, said)


def test_a_word_in_brackets_that_begins_a_line_is_no_number() -> None:
    (passage,) = passages(reading("(s)he reports to the Board each month.\n"))
    assert passage.number == ""


def test_a_heading_glued_to_its_clauses_is_parted_from_them() -> None:
    page = (
        "POOL MANAGEMENT. 8.1 The Partners shall appoint a Manager. 8.2 The Manager shall: 8.2.1 keep"
        " accounts; and 8.2.2 report under clause 12.\n"
    )
    assert shown(page) == [
        "POOL MANAGEMENT",
        "8.1: The Partners shall appoint a Manager.",
        "8.2: The Manager shall:",
        "8.2.1: keep accounts; and",
        "8.2.2: report under clause 12.",
    ]


def test_clauses_without_headings_that_ran_together_are_parted() -> None:
    page = (
        "1. The Council keeps the accounts of the pooled fund. 2. The Board meets each quarter, as paragraph"
        " 1 asks.\n"
    )
    assert shown(page) == [
        "1: The Council keeps the accounts of the pooled fund.",
        "2: The Board meets each quarter, as paragraph 1 asks.",
    ]


def test_an_instrument_that_is_appended_to_a_paper_has_clauses_of_its_own() -> None:
    page = """\
        Appendix A

        DATED 1 April 2026

        BETWEEN:

        1. TERM

        1.1 This agreement begins today.
        """
    assert shown(page)[-2:] == ["1: TERM", "1.1: This agreement begins today."]


def test_an_appendix_that_is_sent_alone_is_one() -> None:
    assert shown("Appendix 2 Staff\n\n1. The team has nine posts.\n") == [
        "Appendix 2: Staff",
        "Appendix 2 1: The team has nine posts.",
    ]


def test_items_set_in_by_a_tab_are_no_table() -> None:
    page = "3.1\tThe Council shall:\n\n\t(i)\tkeep accounts;\n\t(ii)\temploy the team; and\n\t(iii)\tpay.\n"
    assert shown(page) == [
        "3.1: The Council shall:",
        "3.1(i): keep accounts;",
        "3.1(ii): employ the team; and",
        "3.1(iii): pay.",
    ]


def test_a_table_between_numbered_paragraphs_begins_and_ends_with_its_rows() -> None:
    page = (
        "5.\tLAWFUL BASIS\n5.1\tThe table shows the basis.\nPartner\tArticle 6\tArticle 9\n"
        "Council\t6(1)(e)\t9(2)(h)\nTrust\t6(1)(e)\t9(2)(h)\n5.2\tConsent is not relied on.\n"
    )
    assert shown(page) == [
        "5: LAWFUL BASIS",
        "5.1: The table shows the basis.",
        "| Partner | Article 6 | Article 9 |",
        "| Council | 6(1)(e) | 9(2)(h) |",
        "| Trust | 6(1)(e) | 9(2)(h) |",
        "5.2: Consent is not relied on.",
    ]


def test_rows_that_are_numbered_with_letters_are_a_table() -> None:
    page = """\
        Ref   Measure                               Target   Reported

        P1    Urgent referrals seen in a day          95%    Monthly
        P2    Carers offered an assessment           100%    Quarterly
        """
    assert shown(page)[1:] == [
        "| P1 | Urgent referrals seen in a day | 95% | Monthly |",
        "| P2 | Carers offered an assessment | 100% | Quarterly |",
    ]


def test_a_clause_follows_the_heading_of_a_part_without_a_gap() -> None:
    page = "Part C\tRunning the arrangements\n9\tThe Board\n\n(1)\tThe Board meets each month.\n"
    assert shown(page) == ["Part C: Running the arrangements", "Part C 9: The Board",
                           "Part C 9(1): The Board meets each month."]  # fmt: skip


def test_what_each_page_repeats_is_kept_apart_and_not_compared() -> None:
    said = ("keep accounts", "meet each quarter", "publish a report", "share what is left")
    page = "\f".join(
        f"1.{number} The Partners shall {what}.\n\nPage {number} of 4          DRAFT v0.4\n"
        for number, what in enumerate(said, 1)
    )
    (margin,) = reading(page).margins.values()
    assert [one.text for one in margin if isinstance(one, Passage)] == ["Page 1 of 4\tDRAFT v0.4"]
    told = [words(block.runs) for block in blocks(page, markdown=False) if isinstance(block, Para)]
    assert told == [f"1.{number}\tThe Partners shall {what}." for number, what in enumerate(said, 1)]


def test_bullets_of_markdown_are_items() -> None:
    found = passages(
        markdown("The review covers:\n\n- take-up by ward;\n- the balance; and\n- the survey.\n")
    )
    assert [one.label for one in found] == ["", "•", "•", "•"]


def test_terms_and_meanings_parted_by_tabs_are_definitions_whatever_stands_around_them() -> None:
    page = (
        "2.1\tThe words on the left have the meaning on the right.\nTerm\tMeaning\nHost\tThe Council.\n"
        "Financial Year\t1 April to 31 March.\n2.2\tA reference to a law is to the law as amended.\n"
    )
    assert shown(page) == [
        "2.1: The words on the left have the meaning on the right.",
        "| Term | Meaning |",
        "| Host | The Council. |",
        "| Financial Year | 1 April to 31 March. |",
        "2.2: A reference to a law is to the law as amended.",
    ]


def test_terms_and_meanings_of_a_glossary_stand_on_lines_in_turn() -> None:
    page = (
        "Annex A – Glossary\nArea\nthe areas of the County Council and the City Council, taken together\n"
        "Programme\nthe Neighbourhood Connections Programme of which section 1.3 speaks\nProgramme Board\n"
        "the board described in section 5.1, to which the directors of the\nCity Council report\n"
    )
    assert [one.words for one in passages(reading(page))] == [
        "Glossary",
        "Area",
        "the areas of the County Council and the City Council, taken together",
        "Programme",
        "the Neighbourhood Connections Programme of which section 1.3 speaks",
        "Programme Board",
        "the board described in section 5.1, to which the directors of the City Council report",
    ]


def test_schedules_that_each_begin_a_page_are_no_running_headers() -> None:
    pages = "\f".join(
        f"SCHEDULE {number}\n\n1. The {what} is paid.\n" for number, what in ((5, "fee"), (6, "sum"))
    )
    assert shown(f"1. The sums are these.\n\f{pages}")[1::2] == ["Schedule 5: ", "Schedule 6: "]


def test_a_line_that_begins_with_schedule_may_go_on_in_a_column() -> None:
    page = (
        "1.1   In this Agreement:\n\n"
        "      Host Partner          the Council\n\n"
        "      Lead Commissioner     in relation to a service, the Partner named in\n"
        "                            Schedule 1\n\n"
        "      Partner               the Council or the ICB\n"
    )
    assert shown(page)[1:] == [
        "| Host Partner | the Council |",
        "| Lead Commissioner | in relation to a service, the Partner named in Schedule 1 |",
        "| Partner | the Council or the ICB |",
    ]


def test_contents_of_markdown_are_no_clauses() -> None:
    page = markdown("### Contents\n\n1. Who we are\n2. Money\n\n### 1. Who we are\n\n1.1 We are two.\n")
    assert [(one.words, one.contents) for one in passages(page)] == [
        ("Contents", False),
        ("1.\tWho we are", True),
        ("2.\tMoney", True),
        ("Who we are", False),
        ("We are two.", False),
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [("5.6 Minutes of the Board are kept.", "5.6"), ("5.6 minutes are spent on each.", "")],
)
def test_a_unit_has_no_capital(line: str, number: str) -> None:
    assert [one.number for one in passages(reading(f"5.5 The Board meets.\n\n{line}\n"))][1] == number


def test_an_address_is_no_heading() -> None:
    (passage,) = passages(reading("The Council: The County Solicitor, County Offices, Market Place, Dale\n"))
    assert passage.heading == 0


def test_each_party_signs_on_a_line_of_its_own() -> None:
    page = (
        "1. Each Partner pays a half of what the service costs in each year, by the end of\nJune.\n"
        "2. Each keeps accounts.\n\nSIGNED on the date at the head of this Agreement\n\n"
        "for DALE COUNTY COUNCIL by its authorised signatory     ………………………………\n\n"
        "for DALE CITY COUNCIL by its authorised signatory     ………………………………\n"
    )
    assert [one.signature for one in passages(reading(page))[3:]] == [True, True]


def test_contents_may_have_their_numbers_on_lines_of_their_own() -> None:
    leader = "." * 40
    page = (
        f"Contents\n\n1.\nIntroduction {leader} 3\n2.\nPayment {leader} 4\n\n"
        "THIS FINANCIAL SCHEDULE is dated 26 March 2026.\n\n"
        "1.\nINTRODUCTION\n\n“Host” means the Council.\n\n“Year” means 2026/27.\n"
    )
    assert shown(page) == [
        "Contents",
        "THIS FINANCIAL SCHEDULE is dated 26 March 2026.",
        "1: INTRODUCTION",
        "“Host” means the Council.",
        "“Year” means 2026/27.",
    ]


def test_contents_end_where_a_schedule_says_of_what_it_is_part() -> None:
    leader = "." * 40
    page = (
        f"Contents\n\n1. Words {leader} 1\n2. The fund {leader} 2\n\n"
        "This Schedule is part of the agreement which the Council and the\nTrust made on 20 March 2026.\n\n"
        "1. WORDS\n\n1.1 The Host keeps accounts.\n"
    )
    assert shown(page) == [
        "Contents",
        "This Schedule is part of the agreement which the Council and the Trust made on 20 March 2026.",
        "1: WORDS",
        "1.1: The Host keeps accounts.",
    ]


def test_a_term_in_capitals_with_a_line_for_itself_is_no_heading() -> None:
    page = (
        "1. DEFINITIONS\n\n1.1 In this Agreement:\n\n“2006 Act”\nthe National Health Service Act 2006.\n\n"
        "“AMHP”\nan approved mental health professional.\n\n“Host”\nthe Trust.\n"
    )
    found = passages(reading(page))
    assert [one.words for one in found if one.heading] == ["DEFINITIONS"]


def test_the_heading_of_a_schedule_is_no_row_of_the_table_below_it() -> None:
    page = (
        "1.\tThe Partners keep a fund.\n\nSchedule 4\tGlossary\nFund\tThe money that they keep.\n"
        "Partner\tA party to this agreement.\nYear\tA year that begins on 1 April.\n"
    )
    assert [one.words for one in passages(reading(page))][1:4] == [
        "Glossary",
        "Fund",
        "The money that they keep.",
    ]


def test_an_empty_line_parts_titles_from_the_first_row() -> None:
    page = (
        "3.1    There are seven members.\n\n"
        "        Appointed by            Office                  Seats  Votes\n\n"
        "        Dale City Council       Two members                2      2\n"
        "        NHS Dale ICB            Chief Executive and        4      4\n"
        "                                three others\n\n"
        "        Total                                              6      6\n"
    )
    assert shown(page)[1:3] == [
        "| Appointed by | Office | Seats | Votes |",
        "| Dale City Council | Two members | 2 | 2 |",
    ]


def test_the_last_row_of_a_table_ends_before_the_number_of_a_clause() -> None:
    rows = "".join(
        f"{name}\n15 {month} 2026\n8,430,815\n\n"
        for name, month in (("First", "April"), ("Second", "July"), ("Third", "October"))
    )
    page = (
        f"Table 3: Instalments\n\nInstalment\nDate\nAmount (£)\n\n{rows}Total\n\n25,292,445\n\n"
        "4.2\nThe Host sends an invoice.\n"
    )
    assert "| Total |  | 25,292,445 |" in shown(page)


def test_footers_that_name_a_schedule_and_the_page_are_no_headings() -> None:
    lines = "".join(
        f"{number}. The Partners keep the accounts of the fund in order.\n" for number in range(1, 37)
    )
    rows = lines.splitlines(keepends=True)
    pages = [*rows[:12], "Schedule 4 - 1\n", *rows[12:24], "Schedule 4 - 2\n", *rows[24:]]
    assert [one.number for one in passages(reading("".join(pages)))] == [
        str(number) for number in range(1, 37)
    ]


def test_the_number_of_a_page_may_stand_above_the_header_of_the_next() -> None:
    header = "Section 75 Agreement – Mental Health"
    lines = [
        f"“Term {letter}” means the sum that a Partner pays;\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ]
    pages = [*lines[:12], f"3\n{header}\n", *lines[12:24], f"4\n{header}\n", *lines[24:]]
    found = passages(reading("1.1 In this Agreement:\n" + "".join(pages)))
    assert [one.number for one in found if one.number] == ["1.1"]


def test_the_columns_of_a_table_may_stand_one_blank_apart_where_its_rows_tell_them() -> None:
    page = """\
        No. Scheme             Lead            ICB   Borough      Total
                               Commissioner          Council
        1   Home First         County   17,840,300         –  17,840,300
        2   Adaptations        Borough           – 2,400,500   2,400,500
        3   Care at home       County    1,280,000         –   1,280,000
        4   Programme office   County      100,000   100,000     200,000
            Total                       19,220,300 2,500,500  21,720,800
        """
    last = shown(page)[-1]
    assert last.replace("|  ", "").endswith("| 19,220,300 | 2,500,500 | 21,720,800 |")


def test_headings_that_every_scheme_has_are_no_running_headers() -> None:
    parts = "\f".join(
        f"PART {letter}: SCHEME {letter}\n\n1    Aims\n\n1.1  To help people at home in good time.\n\n"
        "2    Services and budget\n\n2.1  The budget is set each year.\n\n2.2  It is kept to.\n\n"
        "3    Review\n\n3.1  It is reviewed.\n\n3.2  Each spring.\n\n3.3  By the Board.\n"
        for letter in "ABCD"
    )
    found = [one.number for one in passages(reading(parts))]
    assert found.count("2") == 4


def test_the_number_of_a_sub_clause_may_be_glued_to_the_heading() -> None:
    page = """\
        3. EXTENSION OF THE TERM3.1 The term is extended by two years from the first of April.
        3.2 The Partners shall meet before it ends.
        4. CHANGES4.1 The agreement is varied as follows.
        """
    assert [one.number for one in passages(reading(page))] == ["3", "3.1", "3.2", "4", "4.1"]
