"""Markdown as people write it: quotes and bold together, HTML among it, tables without headers."""

from __future__ import annotations

import pytest

from clausekit.reading import Passage, Table
from tests.texts.recovery import markdown, passages

LEAD = "1.1. In this Agreement:\n\n"


def read(page: str) -> list[str]:
    return [f"{one.number}: {one.words}" if one.number else one.words for one in passages(markdown(page))]


@pytest.mark.parametrize(
    "line",
    [
        "**'Data Breach'** means a breach.",
        '**"Data Breach"** means a breach.',
        "**‘Data Breach’** means a breach.",
        "**'Data Breach’** means a breach.",
        "'**Data Breach**' means a breach.",
        "‘**Data Breach**’ means a breach.",
        '"**Data Breach**" means a breach.',
        "**Data Breach:** means a breach.",
        "__Data Breach__ means a breach.",
        "***Data Breach*** means a breach.",
        "<b>Data Breach</b> means a breach.",
        "**Data Breach**: a breach of the law.",
        "**Data Breach:** a breach of the law.",
        "- **Data Breach** — a breach of the law.",
        "- **'Data Breach'** - a breach of the law.",
        "**‘Data Breach'** a breach of the law.",
        "**'Data Breach'** (i) a breach of the law, and (ii) a loss.",
    ],
)
def test_a_term_has_no_quotes_in_its_name(line: str) -> None:
    assert passages(markdown(LEAD + line))[-1].term == "Data Breach"


@pytest.mark.parametrize("line", ["1.2 **Headings:** these change nothing.", "**Note** The parties agree."])
def test_bold_words_that_define_nothing(line: str) -> None:
    assert passages(markdown(LEAD + line))[-1].term == ""


def test_front_matter_is_not_text() -> None:
    found = passages(markdown('---\ntags: ["council", "nhs"]\naliases: []\n---\n\n# Agreement\n'))
    assert [(one.text, one.line) for one in found] == [("Agreement", 6)]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\n\nThe parties agree.\n\n---\n\nMore.\n") == ["The parties agree.", "More."]


def test_html_is_read_as_what_it_shows() -> None:
    page = """\
    <p class="lead">
    The Council pays
    the Trust.
    </p>
    <!-- not
    shown -->
    <a id="top"></a><span style="color:red">Red</span> &amp; <strong>bold</strong><br>Next
    """
    assert read(page) == ["The Council pays the Trust.", "Red & bold", "Next"]


def test_headings_of_html_may_have_several_lines() -> None:
    found = passages(markdown("<h2 class='x' id='#a'>\n  Data\n  sharing\n</h2>\n<p>\nIt begins.\n</p>"))
    assert [(one.text, one.heading, one.line) for one in found] == [
        ("Data sharing", 2, 1),
        ("It begins.", 0, 6),
    ]


def test_blanks_in_angle_brackets_stay() -> None:
    assert read("The term begins on <insert the date>.") == ["The term begins on <insert the date>."]


def test_links_are_read_as_their_words() -> None:
    page = "See [the guide](https://example.org/a 'Guide') or [name](the Council), by <mail@example.org>."
    assert read(page) == ["See the guide or [name](the Council), by mail@example.org."]


def test_rows_of_html_are_a_table() -> None:
    (table,) = markdown(
        "<table>\n<tr><th>Year</th>\n<th>Sum</th></tr>\n<tr><td>1</td><td>2</td></tr></table>"
    ).body
    assert isinstance(table, Table)
    assert [len(row.cells) for row in table.rows] == [2, 2]


@pytest.mark.parametrize(
    "page",
    [
        "| Year | Sum |\n| 2026 | £5 |\n",
        "Sums:\n| Year | Sum |\n|---|---|\n| 2026 | £5 |\n",
        "+------+-----+\n| Year | Sum |\n+======+=====+\n| 2026 | £5  |\n+------+-----+\n",
    ],
)
def test_tables_without_a_header_or_an_empty_line(page: str) -> None:
    *before, table = markdown(page).body
    assert isinstance(table, Table)
    assert ["".join(one.text for one in passages(markdown(page)))] == [
        "Sums:" * len(before) + "YearSum2026£5"
    ]


def test_a_rule_of_a_table_without_rows_is_none() -> None:
    assert read("Before.\n\n|---|---|\n\nAfter.\n") == ["Before.", "After."]


def test_a_table_that_holds_text_is_read_as_text() -> None:
    page = "| | |\n|---|---|\n| Purpose | 1.1 The service is open.<br>1.2 The service is free of charge. |\n"
    found = markdown(page)
    assert [one.number for one in passages(found) if one.number] == ["1.1", "1.2"]


def test_lines_of_a_quotation_that_end_hard_are_paragraphs() -> None:
    page = "> **Fund** means the pool.  \n> **Host** means the Council.  \n>\n> The Host keeps\n> the Fund.\n"
    assert [one.term for one in passages(markdown(page))] == ["Fund", "Host", ""]


def test_lists_that_have_one_number_are_counted() -> None:
    assert read("1. One.\n1. Two.\n   1. Inner.\n   1. Inner too.\n1. Three.\n") == [
        "1: One.",
        "2: Two.",
        "2.1: Inner.",
        "2.2: Inner too.",
        "3: Three.",
    ]


def test_lists_in_lists_are_numbered_in_full_and_their_headings_are_headings() -> None:
    page = (
        "1. ## TERM\n\n   It begins today.\n\n2. # **DUTIES**\n\n   1. The Host:\n\n      1. pays; and\n\n"
        "      2. reports.\n\n   2. The Host helps.\n\n      1) as it can.\n"
    )
    assert read(page) == [
        "1: TERM", "It begins today.", "2: DUTIES", "2.1: The Host:", "2.1.1: pays; and", "2.1.2: reports.",
        "2.2: The Host helps.", "1: as it can.",
    ]  # fmt: skip
    assert [one.text.partition("\t")[2] for one in passages(markdown(page)) if one.heading] == [
        "TERM",
        "DUTIES",
    ]


def test_numbers_that_are_repeated_elsewhere_stay() -> None:
    assert read("1. One.\n2. Two.\n2. Three.\n")[-1].endswith("Three.")
    assert [one.label for one in passages(markdown("1. One.\n\n1.1 Sub.\n\n1. Two.\n"))] == [
        "1.",
        "1.1",
        "1.",
    ]


def test_ticked_boxes_are_no_blanks() -> None:
    (one,) = markdown("- [ ] Sign the agreement.").body
    assert isinstance(one, Passage)
    assert one.text == "Sign the agreement."


def test_numbers_that_are_glued_to_words() -> None:
    page = """\
    8.1. The Council pays.

    8.2.IT staff of the Council are trained.

    8.3.The Trust pays for the number of members.8.4. The members pay nothing.
    """
    assert [one.number for one in passages(markdown(page))] == ["8.1", "8.2", "8.3", "8.4"]


@pytest.mark.parametrize("line", ["3.5G networks are used.", "As 1.1.1.The sum is told."])
def test_what_only_looks_like_a_glued_number(line: str) -> None:
    assert [one.number for one in passages(markdown(line))] == [""]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("**Pay for the hosting of your service, which the team will pass on to you**", 3),
        ("**The Council will pay for the hosting.**", 0),
        ("1.1 **The Council will pay for the hosting**", 0),
    ],
)
def test_a_whole_line_in_bold_without_a_stop_is_a_heading(line: str, heading: int) -> None:
    assert passages(markdown(f"1. Use\n\n{line}\n"))[-1].heading == heading


def test_what_converters_write() -> None:
    page = """\
    ![][image1]

    ## **1\\. Parties** {#parties}

    1\\.1 The parties are:
    (a) the Council; and
    **1\\.2** The Trust\\! ~~Not the fund.~~

    [image1]: <data:image/png;base64,iVBORw0KGgo=>
    """
    assert read(page) == [
        "1: Parties",
        "1.1: The parties are:",
        "1.1(a): the Council; and",
        "1.2: The Trust! Not the fund.",
    ]


@pytest.mark.parametrize("dash", [" – ", ": ", " - "])
def test_the_title_of_an_annex_may_begin_with_a_small_letter(dash: str) -> None:
    (heading,) = passages(markdown(f"## Annex C{dash}how long we keep it\n"))
    assert (heading.division, heading.words) == ("Annex C", "how long we keep it")
