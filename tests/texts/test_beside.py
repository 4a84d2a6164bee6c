"""Blocks that stand side by side: parties, signatures, names on a cover."""

from __future__ import annotations

from tests.texts.recovery import passages, reading, shown

_CLAUSES = "\n".join(
    f"{number}.  The Partners shall keep the accounts of the pooled fund in order and open.\n"
    for number in range(1, 6)
)


def test_parties_side_by_side_are_read_one_after_the_other() -> None:
    page = """\
        (1)   NHS DALE AND WEIRSIDE           (2)   DALE COUNTY COUNCIL
              INTEGRATED CARE BOARD of              of County Hall, Dale
              Mill House (the “ICB”)                (the “County Council”)

        (3)   DALE CITY COUNCIL of the Guildhall (the “City Council”).
        """
    assert shown(page) == [
        "(1): NHS DALE AND WEIRSIDE INTEGRATED CARE BOARD of Mill House (the “ICB”)",
        "(2): DALE COUNTY COUNCIL of County Hall, Dale (the “County Council”)",
        "(3): DALE CITY COUNCIL of the Guildhall (the “City Council”).",
    ]


def test_the_name_of_a_party_may_be_set_in_short_lines() -> None:
    page = f"""\
(1)   NHS DALE AND WEIRSIDE
      INTEGRATED CARE BOARD of
      Mill House (the “ICB”); and

(2)   DALE COUNTY COUNCIL
      of County Hall, Dale (the “Council”).

{_CLAUSES}"""
    assert [one.words for one in passages(reading(page))][:2] == [
        "NHS DALE AND WEIRSIDE INTEGRATED CARE BOARD of Mill House (the “ICB”); and",
        "DALE COUNTY COUNCIL of County Hall, Dale (the “Council”).",
    ]


def test_signatures_side_by_side_are_read_one_after_the_other() -> None:
    page = """\
        Signed for and on behalf of             Signed for and on behalf of
        DALE METROPOLITAN                       NHS WEIRSIDE
        BOROUGH COUNCIL                         INTEGRATED CARE BOARD

        Name:   H. Sedge                        Name:   B. Marl

        Schedule 1
        """
    assert shown(page) == [
        "Signed for and on behalf of DALE METROPOLITAN BOROUGH COUNCIL",
        "Name: H. Sedge",
        "Signed for and on behalf of NHS WEIRSIDE INTEGRATED CARE BOARD",
        "Name: B. Marl",
        "Schedule 1: ",
    ]


def test_a_block_that_stands_below_two_others_is_no_part_of_them() -> None:
    page = """\
        SIGNED for and on behalf of          SIGNED for and on behalf of
        DALE COUNTY COUNCIL                  DALE CITY COUNCIL
        .........................            .........................

        SIGNED for and on behalf of
        NHS DALE INTEGRATED CARE BOARD
        .........................
        """
    assert [line.rstrip(". ") for line in shown(page) if "SIGNED" in line] == [
        "SIGNED for and on behalf of DALE COUNTY COUNCIL",
        "SIGNED for and on behalf of DALE CITY COUNCIL",
        "SIGNED for and on behalf of NHS DALE INTEGRATED CARE BOARD",
    ]


def test_numbers_below_the_names_of_a_cover_are_theirs() -> None:
    page = """\
     NHS DALE AND WEIRSIDE                   DALE COUNTY COUNCIL
     INTEGRATED CARE BOARD                           (2)
              (1)

                      DALE CITY COUNCIL
                              (3)

                   AGREEMENT UNDER SECTION 75
        """
    found = passages(reading(page))
    assert [one.text for one in found] == [
        "NHS DALE AND WEIRSIDE",
        "INTEGRATED CARE BOARD",
        "(1)",
        "DALE COUNTY COUNCIL",
        "(2)",
        "DALE CITY COUNCIL",
        "(3)",
        "AGREEMENT UNDER SECTION 75",
    ]


def test_a_number_before_the_name_of_a_cover_goes_with_it() -> None:
    page = "BETWEEN\n\n(1)\n\nDALE COUNTY COUNCIL\n\n(2)\n\nNHS DALE INTEGRATED CARE BOARD\n"
    assert shown(page) == ["BETWEEN", "(1): DALE COUNTY COUNCIL", "(2): NHS DALE INTEGRATED CARE BOARD"]


def test_a_table_of_two_columns_is_a_table() -> None:
    page = """\
        Signed off by                Date
        Finance Group                4 April 2026
        Partnership Board            9 May 2026
        """
    assert shown(page)[-1] == "| Partnership Board | 9 May 2026 |"


def test_numbers_below_names_may_stand_apart_from_them() -> None:
    page = """\
        DALE COUNTY COUNCIL

        (1)

        and

        NHS DALE INTEGRATED CARE BOARD

        (2)

        DEED OF VARIATION
        """
    assert [one.text for one in passages(reading(page))] == [
        "DALE COUNTY COUNCIL",
        "(1)",
        "and",
        "NHS DALE INTEGRATED CARE BOARD",
        "(2)",
        "DEED OF VARIATION",
    ]
