"""Which lines of a table that is set with blanks are rows of their own, also over the turn of a page."""

from __future__ import annotations

from tests.texts.recovery import remarks, shown


def test_a_row_of_figures_begins_below_titles_though_its_words_are_small() -> None:
    page = """\
        2. The panel consists of:
             Named by         Seats   Votes   Holders
             the Borough      2       4       two cabinet members or their deputies
             the Hospital     1       2       its finance director
             Total            3       6
        3. It meets monthly.
        """
    assert shown(page) == [
        "2: The panel consists of:",
        "| Named by | Seats | Votes | Holders |",
        "| the Borough | 2 | 4 | two cabinet members or their deputies |",
        "| the Hospital | 1 | 2 | its finance director |",
        "| Total | 3 | 6 |  |",
        "3: It meets monthly.",
    ]


def test_bodies_called_with_an_article_are_rows_and_go_on_after_a_small_word() -> None:
    page = """\
        8.1 Notices go to these officers:
            the Borough       the Director of Legal Services
            the Hospital      the Company Secretary
            the Trustees of   the Clerk
            the Almshouses
        8.2 They may be sent by post.
        """
    assert shown(page)[1:-1] == [
        "| the Borough | the Director of Legal Services |",
        "| the Hospital | the Company Secretary |",
        "| the Trustees of the Almshouses | the Clerk |",
    ]


def test_a_term_in_quotes_may_go_on_in_the_next_line() -> None:
    page = """\
        1.1 In this deed:
            "Borough"             the borough of Eastmere;
            "Freedom of           the Freedom of Information Act 2000 and what
            Information Law"      is made under it;
            "Panel"               the panel set up by clause 2;
        1.2 Headings have no effect.
        """
    assert shown(page)[1:-1] == [
        '| "Borough" | the borough of Eastmere; |',
        '| "Freedom of Information Law" | the Freedom of Information Act 2000 and what is made under it; |',
        '| "Panel" | the panel set up by clause 2; |',
    ]
    assert remarks(page) == []


def test_a_running_header_of_two_columns_is_no_row_where_a_table_follows_it() -> None:
    header = "Eastmere Borough Council                       Deed of Partnership: Respite Care\n"
    clauses = [
        f"{number}.1  The Borough shall pay the sum in row {number} on the first day of every quarter.\n"
        for number in range(1, 10)
    ]
    pages = ["".join(clauses[at : at + 3]) for at in (0, 3, 6)]
    pages[1] += "     Payer           Seats   Votes\n     the Borough     2       4\n"
    pages.insert(2, "     the Hospital    1       2\n     Total           3       6\n")
    lines = shown("\f".join(header + page for page in pages))
    assert lines[6:10] == [
        "| Payer | Seats | Votes |",
        "| the Borough | 2 | 4 |",
        "| the Hospital | 1 | 2 |",
        "| Total | 3 | 6 |",
    ]
    assert not any("Deed of Partnership" in line for line in lines)


def test_rows_pushed_together_may_be_called_by_a_year_or_a_number_or_have_small_figures() -> None:
    years = """\
        2. The sums are:
        2026/27 1,200,000 800,000 2,000,000
        2027/28 1,236,000 824,000 2,060,000
        Total 2,436,000 1,624,000 4,060,000
        3. They rise each year.
        """
    assert shown(years)[1:-1] == [
        "| 2026/27 | 1,200,000 | 800,000 | 2,000,000 |",
        "| 2027/28 | 1,236,000 | 824,000 | 2,060,000 |",
        "| Total | 2,436,000 | 1,624,000 | 4,060,000 |",
    ]
    bands = """\
        2. The bands would cost:
        1 432,000 264,000 696,000
        2 100,000 50,000 150,000
        Total 532,000 314,000 846,000
        3. No more is shared.
        """
    assert shown(bands)[1:-1] == [
        "| 1 | 432,000 | 264,000 | 696,000 |",
        "| 2 | 100,000 | 50,000 | 150,000 |",
        "| Total | 532,000 | 314,000 | 846,000 |",
    ]
    people = """\
        2. On 31 May there were so many tenants:
        In flats 61 43 104
        In bungalows 18 13 31
        In hostels 4 3 7
        Total 83 59 142
        3. They are counted again each May.
        """
    assert shown(people)[1:-1] == [
        "| In flats | 61 | 43 | 104 |",
        "| In bungalows | 18 | 13 | 31 |",
        "| In hostels | 4 | 3 | 7 |",
        "| Total | 83 | 59 | 142 |",
    ]


def test_a_counted_row_of_small_figures_goes_on_with_those_of_shares() -> None:
    page = """\
        1. The targets are:
        1 Tenants seen within 7 days 71% 75% 78%
        2 Repairs done in time 79% 81% 83%
        3 Longest wait for a ramp (weeks) 64 46 40
        4 Tenants content 82% 88% 92%
        2. They are told to the panel.
        """
    assert sum(line.startswith("|") for line in shown(page)) == 4


def test_sentences_that_end_with_figures_are_no_rows() -> None:
    page = """\
        1. The panel met on 4 May 2026 17 18
        2. It met again on 9 June 2026 12 14
        3. Total of its meetings 3 4
        """
    assert not any(line.startswith("|") for line in shown(page))
