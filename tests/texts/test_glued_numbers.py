"""Numbers glued to what stands before or after them, and numbers that are those of pages."""

from __future__ import annotations

import pytest

from tests.texts.recovery import passages, reading


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        ("1. Term\n1.1 Served by Contractors1.2 Type of scheme: a fund\n", ["1", "1.1", "1.2"]),
        ("A. Aims.\nB. Data is the RecordC. The Trust is here.\nD. It ends.\n", ["A", "B", "C", "D"]),
        ("4. Record\n4.1 One.\n4 .2 The pharmacy keeps it.\n4.3 It ends.\n", ["4", "4.1", "4.2", "4.3"]),
        ("4. Aims\n4.1 : To share skills.\n4.2 : To tell all.\n", ["4", "4.1", "4.2"]),
        ("1INTRODUCTION\n1.1 It runs.\n2FINANCES\n2.1 It ends.\n", ["1", "1.1", "2", "2.1"]),
        ("1. Term\n1.1 It runs.\nPage 13 of 40 1.2 The Council acts.\n", ["1", "1.1", "1.2"]),
        ("1. Term\n1.1 It runs.\nPage 13 of 40 2. Dispute Resolution\n2.1 So.\n", ["1", "1.1", "2", "2.1"]),
        ("1. Sum\n(a) one stays;\n(b) two go. (c) three come; and (d) four sit.\n",
         ["1", "1(a)", "1(b)", "1(c)", "1(d)"]),
        ("9. Sum\n9.2 Ending of the scheme. 9.2.1 The Council ends it.\n9.2.2 It stops.\n",
         ["9", "9.2", "9.2.1", "9.2.2"]),
        ("9. Sum\n9.1 Money\nPayments to the fund. 9.1.1 The Council pays.\n9.1.2 It stops.\n",
         ["9", "9.1", "9.1.1", "9.1.2"]),
    ],
)  # fmt: skip
def test_a_number_is_parted_from_what_it_is_glued_to(page: str, numbers: list[str]) -> None:
    assert [one.number for one in passages(reading(page)) if one.number] == numbers


def test_a_schedule_is_parted_from_the_heading_before_it() -> None:
    found = passages(reading("1. Term\n1.1 It runs.\nKey ProvisionsSchedule 2\nThe Council pays it.\n"))
    assert found[-1].division == "Schedule 2"


@pytest.mark.parametrize(
    ("line", "division"),
    [
        ("SCHEDULE 2GOVERNANCE", "Schedule 2"),
        ("Annex 3Contributions for 2026/27", "Annex 3"),
        ("Schedule 2A Governance", "Schedule 2A"),
        ("Part AFunctions of the Council", "Part A"),
    ],
)
def test_the_number_of_a_schedule_is_parted_from_its_title(line: str, division: str) -> None:
    found = passages(reading(f"1. Term\n1.1 It runs.\n{line}\n1. The Council pays it.\n"))
    assert found[-1].division == division


@pytest.mark.parametrize(
    "item",
    ["(b) what (a) says or (c) says;", "(b) what is told in paragraph (c);", "(b) a day; see (c) below."],
)
def test_an_item_that_refers_to_the_next_is_one(item: str) -> None:
    assert [one.number for one in passages(reading(f"1. Sum\n(a) one;\n{item}\n"))] == ["1", "1(a)", "1(b)"]


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        ("The protocol tells the powers.\n\n1\n\n1. Purpose\n1.1 It runs.\n", ["1", "1.1"]),
        ("The notes end here.\n1\nAGREEMENT\nTHIS AGREEMENT is made on 1 May 2026\n1. Term\n1.1 It runs.\n",
         ["1", "1.1"]),
    ],
)  # fmt: skip
def test_the_number_of_a_page_is_no_clause(page: str, numbers: list[str]) -> None:
    assert [one.number for one in passages(reading(page)) if one.number] == numbers


def test_a_number_before_the_version_of_a_paper_counts_its_pages() -> None:
    lines = "".join(f"2.{count} The Council pays rate {count} of it.\n" for count in range(1, 15))
    page = f"1. Term\n1 SCHEME v6 23.04.2021\n2. Rates\n{lines}2 SCHEME v6 23.04.2021\n3. End\n3.1 It ends.\n"
    assert not any("SCHEME" in one.text for one in passages(reading(page)))


def test_a_dash_between_number_and_heading_belongs_to_neither() -> None:
    page = "1 – Services\n1.1 The Council acts.\n2 – Money\n2.1 It pays.\n"
    assert [one.words for one in passages(reading(page))] == [
        "Services",
        "The Council acts.",
        "Money",
        "It pays.",
    ]


def test_a_part_with_a_decimal_number_is_no_part_of_the_instrument() -> None:
    page = "1. Term\n1.1 It runs.\n\nPart 6.3.4 - Appendix: Integration Board\n\nThe board meets.\n"
    assert {one.division for one in passages(reading(page))} == {""}


@pytest.mark.parametrize("line", ["Dated 2012", "Version 12/11/08", "THIS AGREEMENT is made the day of 2012"])
def test_what_stands_on_a_cover_is_no_title_of_a_schedule(line: str) -> None:
    found = passages(reading(f"1. Term\n1.1 It runs.\nSchedule 2\n{line}\n1. The Council pays it.\n"))
    assert found[2].text == "Schedule 2"


def test_a_postcode_alone_is_no_heading() -> None:
    found = passages(reading("1. Notices\n1.1 They go to:\nDale Council, Hall Road\nPE1 1HZ\n1.2 So.\n"))
    assert not any(one.heading for one in found if "PE1" in one.text)


def test_the_title_of_a_law_goes_on_below() -> None:
    page = "1. Rules\n1.1 The rule sets aside what is in the Local\nGovernment Act 1972 on such\nrules.\n"
    assert "Local Government Act 1972" in passages(reading(page))[1].text


def test_blanks_in_a_bracket_part_no_columns() -> None:
    found = passages(reading("1. Notices\n1.1 They go to:\nTel: [      ]\nEmail: [    ]\n1.2 So.\n"))
    assert found[-2].text == "Email: [ ]"
    assert found[-3].text.endswith("Tel: [ ]")


def test_a_paragraph_of_a_statute_has_its_number() -> None:
    page = "15. A member asks.\n\n16.- (1) Where it matters, it is written down.\n\n17.—(1) So be it.\n"
    assert [one.number for one in passages(reading(page))] == ["15", "16", "17"]
