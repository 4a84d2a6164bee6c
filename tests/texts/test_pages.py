"""Agreements as text or Markdown: what the lines of a page are taken to be."""

from __future__ import annotations

from textwrap import dedent

import pytest

from clausekit.pages import Block, Grid, Heading, Para, Run, grid, words
from clausekit.texts import blocks


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Return the blocks as lines: ``# heading``, words, ``| cells |``; what is bold between asterisks."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * block.level} {block.text}"]
        case Para():
            return [
                "- " * block.bullet + "".join(f"*{run.text}*" if run.bold else run.text for run in block.runs)
            ]
        case Grid():
            return [
                f"| {' | '.join(row)} |" for row in (block.header, *(map(words, row) for row in block.rows))
            ]


def text(page: str) -> list[str]:
    return shown(blocks(dedent(page), markdown=False))


def markdown(page: str) -> list[str]:
    return shown(blocks(dedent(page), markdown=True))


def test_lines_that_the_width_of_the_page_broke_are_joined() -> None:
    page = """\
        1.1 The Partners shall establish a pooled fund for the
        purposes of the Better Care Fund, which the Council
        hosts.

        1.2 The Council shall keep accounts of it.
        """
    assert text(page) == [
        "1.1\tThe Partners shall establish a pooled fund for the purposes of the Better Care Fund, "
        "which the Council hosts.",
        "1.2\tThe Council shall keep accounts of it.",
    ]


@pytest.mark.parametrize(
    ("begins", "continues"),
    [
        ("12 months' notice that ends on 31 March of a year is", "2006 Act"),
        ("the notice under section 75 of the act of the year", "12 months later"),
    ],
)
def test_a_number_in_a_sentence_begins_no_paragraph(begins: str, continues: str) -> None:
    assert len(text(f"{begins}\n{continues}\n")) == 1


def test_items_without_a_line_between_them_are_paragraphs_of_their_own() -> None:
    page = """\
        The Council shall:
        (a) keep accounts of the pooled fund and show them to
            any Partner that asks for them; and
        (b) report each quarter.
        """
    assert text(page) == [
        "The Council shall:",
        "(a)\tkeep accounts of the pooled fund and show them to any Partner that asks for them; and",
        "(b)\treport each quarter.",
    ]


def test_short_lines_are_not_joined() -> None:
    page = """\
        This agreement is made between the Council and the Board on a day.

        Term
        Pooled fund
        """
    assert text(page)[1:] == ["Term", "Pooled fund"]


def test_underlined_lines_are_headings() -> None:
    assert text("Parties\n-------\n\nThe Council.\n") == ["## Parties", "The Council."]
    assert text("Agreement\n=========\n") == ["# Agreement"]


def test_the_leavings_of_pages_are_dropped() -> None:
    page = "The Council hosts.\n\nPage 3 of 40\n\f\n- 4 -\n\nThe Board pays.\n"
    assert text(page) == ["The Council hosts.", "The Board pays."]


def test_markdown_has_headings_items_and_bold_words() -> None:
    page = """\
        # Agreement

        ## 1 Term

        - 1.1 The **“Term”** is *two* years
          from 1 April 2026.
          - (a) It may be extended.

        - a point
        """
    assert markdown(page) == [
        "# Agreement",
        "## 1 Term",
        "1.1\tThe *“Term”* is two years from 1 April 2026.",
        "(a)\tIt may be extended.",
        "- a point",
    ]


def test_markdown_tables_are_tables_with_rows_of_one_length() -> None:
    page = """\
        | Partner | Share |
        |---|---:|
        | Council \\| City | **45%** |
        | Board |
        """
    assert markdown(page) == ["| Partner | Share |", "| Council | City | 45% |", "| Board |  |"]


def test_what_was_escaped_in_markdown_is_itself() -> None:
    assert markdown(r"A\*B\_C \[Ltd\]") == ["A*B_C [Ltd]"]


def test_an_empty_page_has_nothing() -> None:
    assert blocks("", markdown=False) == blocks("\n\n", markdown=True) == ()


def test_a_grid_of_words() -> None:
    assert grid(["a"], [["b"]]) == Grid(("a",), (((Run("b"),),),))


def test_a_footer_may_have_the_number_of_the_page_on_its_line_or_alone_below() -> None:
    body = "\n".join(f"{number}. The Council pays sum number {number}." for number in range(1, 13))
    later = "\n".join(f"{number}. The Council pays sum number {number}." for number in range(13, 25))
    for first, second in (
        ("Dale agreement      4", "Dale agreement      5"),
        ("Dale agreement\n4", "Dale agreement\n5"),
    ):
        assert not any(
            "Dale" in line or line in ("4", "5") for line in text(f"{body}\n{first}\n{later}\n{second}\n")
        )


def test_a_raised_figure_marks_a_note_at_the_foot() -> None:
    page = "1. The Council provides care¹ at home.\n2. It reports each year.\n¹ Of up to six weeks.\n"
    page += "3. It keeps accounts.\n"
    assert "2.\tIt reports each year." in text(page)
    assert "3.\tIt keeps accounts." in text(page)


def test_a_line_in_capitals_with_a_colon_leads_to_what_follows() -> None:
    assert text("DATE: 1 May 2027\nPARTIES:\n(1) Dale Council; and\n(2) Dale Trust.\nIT IS AGREED:\n") == [
        "DATE: 1 May 2027",
        "PARTIES:",
        "(1)\tDale Council; and",
        "(2)\tDale Trust.",
        "IT IS AGREED:",
    ]


def test_numbers_of_pages_are_known_by_their_distance_where_no_line_is_empty() -> None:
    lines: list[str] = []
    for at in range(1, 5):
        lines += [f"{at}.{step} What the Council keeps of part {step}." for step in range(1, 27)]
        lines += [f"{at}.27 The Council keeps the records of the team for as long as the law", str(at)]
        lines += ["asks for, and no longer."]
    found = text("\n".join((*lines, "5.1 English law applies.", "")))
    assert not any(one.isdigit() for one in found)
    assert (
        "4.27\tThe Council keeps the records of the team for as long as the law asks for, and no longer."
        in found
    )


def test_bare_numbers_that_count_the_pages_are_none_of_clauses() -> None:
    titles = ("FUND", "STAFF", "NOTICES", "ENDING")
    page = "AGREEMENT\n\n"
    for at, title in enumerate(titles, 1):
        lines = [f"{at}.{step} What the Council keeps of {title.lower()} {step}." for step in range(1, 13)]
        page += "\n".join((f"{at} {title}", *lines, "", str(at), "", ""))
    found = text(page + "5 LAW\n5.1 English law applies.\n")
    assert [one for one in found if one.strip("# ").isdigit()] == []
    assert [sum(one.endswith(f"{at} {title}") for one in found) for at, title in enumerate(titles, 1)] == [
        1
    ] * 4


def test_numbers_in_the_middle_that_count_the_pages_are_no_clauses() -> None:
    lines: list[str] = []
    for side in (1, 2, 3, 4):
        own = (f"{side}.{n}" for n in range(1, 8))
        lines += [
            f"{number}    The Council keeps list {number} and reads it in each month.\n" for number in own
        ]
        lines += [f"{' ' * 40}{side}" + "\n" * (side != 2)]
    found = text("\n".join(lines))
    assert len(found) == 28
    assert found[14] == "3.1\tThe Council keeps list 3.1 and reads it in each month."
