"""Tables that are set with blanks, and those that extraction flattened."""

from __future__ import annotations

from clausekit.reading import Table
from tests.texts.recovery import passages, reading, remarks, shown


def test_a_table_under_a_rule_of_dashes() -> None:
    page = """\
        1.1 The contributions are:

            Source            Council      ICB
            ------------  -----------  -------
            Minimum NHS           Nil  £31,480
            contribution

            Total             £19,078  £31,480

        1.2 They are paid monthly.
        """
    assert shown(page) == [
        "1.1: The contributions are:",
        "| Source | Council | ICB |",
        "| Minimum NHS contribution | Nil | £31,480 |",
        "| Total | £19,078 | £31,480 |",
        "1.2: They are paid monthly.",
    ]


def test_a_table_whose_columns_only_their_alignment_shows() -> None:
    page = """\
        7.3     The contributions are:

                Partner              2024/25        2025/26
                Council              £300,000       £310,000
                Integrated Care    £1,200,000     £1,250,000
                Board
                Total              £1,500,000     £1,560,000

        7.4     The Host Partner is the Council.
        """
    assert shown(page)[1:-1] == [
        "| Partner | 2024/25 | 2025/26 |",
        "| Council | £300,000 | £310,000 |",
        "| Integrated Care Board | £1,200,000 | £1,250,000 |",
        "| Total | £1,500,000 | £1,560,000 |",
    ]
    (table,) = (block for block in reading(page).body if isinstance(block, Table))
    assert [row.header for row in table.rows] == [True, False, False, False]
    assert remarks(page) == []


def test_cells_of_several_lines_are_put_together() -> None:
    page = """\
        Partner      Reports go to           Incidents go to
        the          Information             Senior Information
        Council      Governance desk         Risk Owner
        the ICB      IT service desk         Data Protection
                                             Officer
        """
    assert shown(page) == [
        "| Partner | Reports go to | Incidents go to |",
        "| the Council | Information Governance desk | Senior Information Risk Owner |",
        "| the ICB | IT service desk | Data Protection Officer |",
    ]
    assert [line for line, _ in remarks(page)] == [1]


def test_a_table_goes_on_over_the_turn_of_a_page() -> None:
    pages = [
        "1.1 The sums are:\n\n   Partner      Sum\n   Council      £100\n   Board        £200\n",
        "   Partner      Sum\n   Trust        £300\n   Total        £600\n\n1.2 They are paid.\n",
    ]
    assert shown("\f".join(pages))[1:-1] == [
        "| Partner | Sum |",
        "| Council | £100 |",
        "| Board | £200 |",
        "| Trust | £300 |",
        "| Total | £600 |",
    ]


def test_numbered_paragraphs_and_stretched_lines_are_no_table() -> None:
    page = """\
        1.1     The  Partners   shall meet  each month  and shall
        1.2     report   to  the Board what   they have  agreed.
        (a)     one
        (b)     two
        """
    assert not any(isinstance(block, Table) for block in reading(page).body)


def test_columns_of_figures_that_were_pushed_together_are_told_apart() -> None:
    page = """\
        3.2 The contributions are:
        Partner 2024/25 2025/26
        Eastmere Council £100 £200
        The Board £300 £400
        Total £400 £600
        3.3 They are paid.
        """
    assert shown(page)[1:-1] == [
        "| Partner | 2024/25 | 2025/26 |",
        "| Eastmere Council | £100 | £200 |",
        "| The Board | £300 | £400 |",
        "| Total | £400 | £600 |",
    ]


def test_a_table_of_which_only_the_words_are_left_is_remarked_and_is_no_heading() -> None:
    page = "1.1 The sums are:\n\nCouncil\n\n£100\n\nBoard\n\n£200\n\n1.2 They are paid.\n"
    assert [(line, "lost" in message) for line, message in remarks(page)] == [(3, True)]
    found = passages(reading(page))
    assert [one.doubtful for one in found] == [False, True, True, True, True, False]
    assert not any(one.heading for one in found)


def test_a_clean_text_has_no_remarks() -> None:
    assert remarks("1. Term\n\n1.1 It begins on 1 April 2026.\n\nEastmere Council\n\nThe Board\n") == []


def test_cells_on_lines_of_their_own_are_rows_again_where_figures_tell() -> None:
    page = """\
        1.1 The sums are:

        Fund
        Council
        Board

        Core
        £100
        £200

        Total
        £100
        £200

        1.2 They are paid.
        """
    assert shown(page)[1:-1] == [
        "| Fund | Council | Board |",
        "| Core | £100 | £200 |",
        "| Total | £100 | £200 |",
    ]
    assert remarks(page) == []


def test_lines_of_one_cell_stand_together_where_gaps_part_the_cells() -> None:
    cells = ("Fund", "Council", "Integrated\nBoard", "Core\nGrant", "£100", "£200", "Total", "£100", "£200")
    page = "\n\n".join(("1.1 The sums are:", *cells, "1.2 They are paid."))
    assert shown(page)[1:-1] == [
        "| Fund | Council | Integrated Board |",
        "| Core Grant | £100 | £200 |",
        "| Total | £100 | £200 |",
    ]


def test_cells_parted_by_tabs_are_a_table_and_numbered_paragraphs_are_none() -> None:
    page = """\
        1.\tThe sums are:

        Partner\tPost\tSum (£)
        Council\tNurse\t1,000
        Paid by others:
        Board\tClerk\t2,000
        Total\t3,000

        2.\tThey are paid.
        3.\tThey are spent.
        """
    assert shown(page)[1:-2] == [
        "| Partner | Post | Sum (£) |",
        "| Council | Nurse | 1,000 |",
        "| Paid by others: |  |  |",
        "| Board | Clerk | 2,000 |",
        "| Total |  | 3,000 |",
    ]


def test_captions_and_headings_with_tabs_are_no_rows() -> None:
    page = """\
        ANNEX B\tSTAFF
        Post\tEmployer\tCost (£)
        Nurse\tBoard\t1,000
        Clerk\tCouncil\t2,000
        Table C1\tOther costs
        Item\t£
        Rent\t300
        Post\t200

        ANNEX C\tDUTIES
        1\tThe Council pays the rent of the rooms.
        2\tThe Board pays the nurse each month.
        3\tOutcomes:
        Outcome\tNow\tLater
        At work\t5\t9
        At home\t6\t8
        """
    assert [line.replace("Annex B: ", "").replace("Annex C: ", "") for line in shown(page)][1:] == [
        "| Post | Employer | Cost (£) |",
        "| Nurse | Board | 1,000 |",
        "| Clerk | Council | 2,000 |",
        "Table C1 Other costs",
        "| Item | £ |",
        "| Rent | 300 |",
        "| Post | 200 |",
        "DUTIES",
        "Annex C 1: The Council pays the rent of the rooms.",
        "Annex C 2: The Board pays the nurse each month.",
        "Annex C 3: Outcomes:",
        "| Outcome | Now | Later |",
        "| At work | 5 | 9 |",
        "| At home | 6 | 8 |",
    ]


def test_rules_part_rows_and_a_title_that_reaches_over_columns_hides_none() -> None:
    page = """\
        Post                 Band     Council     Board
        -----------------------------------------------
        Nurse                   6         1.0       2.0
        Clerk                   3         3.0       4.0
        Porter                  2         1.0       1.0
        -----------------------------------------------
        All posts                         5.0       7.0
        of which vacant in December       1.0       1.0
        -----------------------------------------------
        """
    assert shown(page) == [
        "| Post | Band | Council | Board |",
        "| Nurse | 6 | 1.0 | 2.0 |",
        "| Clerk | 3 | 3.0 | 4.0 |",
        "| Porter | 2 | 1.0 | 1.0 |",
        "| All posts |  | 5.0 | 7.0 |",
        "| of which vacant in December |  | 1.0 | 1.0 |",
    ]


def test_a_total_without_a_number_is_a_row_of_its_own() -> None:
    page = """\
        No.   Scheme             Budget (£)
        1     Equipment             100,000
        2     Carers                 50,000
              Total                 150,000
        """
    assert shown(page)[-2:] == ["| 2 | Carers | 50,000 |", "|  | Total | 150,000 |"]


def test_a_long_title_may_leave_one_blank_before_its_figure() -> None:
    page = """\
        Staff               £158,200
        On-costs & training £12,400
        Total               £170,600
        """
    assert shown(page)[1] == "| On-costs & training | £12,400 |"


def test_terms_opposite_their_meanings_are_rows_though_these_begin_with_small_letters() -> None:
    page = """\
        1.1     In this agreement:
                Host               means the Council;
                Pooled Fund        means the fund to which this agreement
                                   relates;
                Pooled Fund        means the officer of the Council who keeps
                Manager            the fund; and
                Scheme             means any of the three in Schedule 1.

        1.2     It is governed by the law of England.
        """
    assert shown(page)[1:-1] == [
        "| Host | means the Council; |",
        "| Pooled Fund | means the fund to which this agreement relates; |",
        "| Pooled Fund Manager | means the officer of the Council who keeps the fund; and |",
        "| Scheme | means any of the three in Schedule 1. |",
    ]


def test_a_line_that_had_room_for_the_next_word_ended_its_cell() -> None:
    page = """\
        1.1     In this agreement:
                Host               the Council
                Pooled Fund        the fund to which this agreement relates
                Scheme             any of the three schemes that are set out in Schedule 1

        1.2     It is governed by the law of England.
        """
    assert shown(page)[1:-1] == [
        "| Host | the Council |",
        "| Pooled Fund | the fund to which this agreement relates |",
        "| Scheme | any of the three schemes that are set out in Schedule 1 |",
    ]


def test_terms_and_meanings_parted_by_tabs_are_a_table() -> None:
    page = """\
        1.\tDefinitions

        Host\tthe Council
        Pooled Fund\tthe fund to which this agreement relates
        Scheme\tany of the three in Schedule 1

        2.\tFunds
        """
    assert shown(page)[1:-1] == [
        "| Host | the Council |",
        "| Pooled Fund | the fund to which this agreement relates |",
        "| Scheme | any of the three in Schedule 1 |",
    ]


def test_rows_with_numbers_or_ages_in_their_titles_are_rows() -> None:
    page = """\
        1. The sums are:
        Service Council ICB Total
        0 to 19 nursing 3,640,000 412,000 4,052,000
        1 Therapies 520,000 1,604,000 2,124,000
        Total 4,160,000 2,016,000 6,176,000
        2. The Council pays £1,000 and the ICB £2,000
        """
    assert shown(page)[2:] == [
        "| 0 to 19 nursing | 3,640,000 | 412,000 | 4,052,000 |",
        "| 1 Therapies | 520,000 | 1,604,000 | 2,124,000 |",
        "| Total | 4,160,000 | 2,016,000 | 6,176,000 |",
        "2: The Council pays £1,000 and the ICB £2,000",
    ]


def test_rows_of_instalments_have_their_number_and_their_day() -> None:
    page = """\
        Instalment Date due Amount
        1 15 April 2026 352,500
        2 15 July 2026 352,500
        Total 2026/27 705,000
        3. Each is paid by bank transfer.
        """
    assert shown(page)[1:] == [
        "| 1 15 April 2026 | 352,500 |",
        "| 2 15 July 2026 | 352,500 |",
        "| Total 2026/27 | 705,000 |",
        "3: Each is paid by bank transfer.",
    ]


def test_terms_of_a_glossary_are_told_apart_by_the_room_that_there_was() -> None:
    page = """\
        1. Words used in this agreement

        Data Protection       the UK GDPR, the Data Protection Act 2018 and the Privacy
        Legislation           Communications Regulations 2003
        Equipment Budget      the yearly sum for equipment that is set out in Annex B
        Equipment Contract    the contract for the loan and the repair of equipment
        Joint Commissioning   the board which the Partners set up under clause 8.1.
        Board
        Lead Commissioner     the Council, when it acts under clause 3.
        Working Day           a day other than a Saturday, a Sunday or a public holiday
        WTE                   whole-time equivalent
        """
    terms = [line.split(" | ")[0] for line in shown(page) if line.startswith("| ")]
    assert terms == [
        "| Data Protection Legislation",
        "| Equipment Budget",
        "| Equipment Contract",
        "| Joint Commissioning Board",
        "| Lead Commissioner",
        "| Working Day",
        "| WTE",
    ]


def test_terms_of_a_glossary_may_begin_with_the_year_of_an_act() -> None:
    page = """\
        1. Words used in this agreement

        Term                  Meaning
        1999 Act              the Local Government Act 1999
        2014 Act              the Care Act 2014
        Assessment Team       the team that is described in Part C of Annex 2
        Budget                the sum in the last line of the table in Annex 3
        """
    terms = [line.split(" | ")[0] for line in shown(page) if line.startswith("| ")]
    assert terms == ["| Term", "| 1999 Act", "| 2014 Act", "| Assessment Team", "| Budget"]


def test_mailboxes_beside_names_are_rows() -> None:
    page = """\
        Partner                            Address for notices
        Carrick Borough Council            legal@carrick.example.gov.uk
        Moorside Hospitals NHS Trust       board@moorside.example.org
        """
    assert [line.split(" | ")[0] for line in shown(page)] == [
        "| Partner",
        "| Carrick Borough Council",
        "| Moorside Hospitals NHS Trust",
    ]


def test_cells_parted_by_strokes_are_a_table() -> None:
    page = """\
        1.1 The Council pays:

        | Store | Sum |
        |-------|-----|
        | Beds  | £10 |

        1.2 The ICB pays:

        Store | Sum | Year
        Beds | £10 | 2025
        Hoists | £20 | 2026

        1.3 The Council | the ICB pay the rest.
        """
    assert shown(page) == [
        "1.1: The Council pays:",
        "| Store | Sum |",
        "| Beds | £10 |",
        "1.2: The ICB pays:",
        "| Store | Sum | Year |",
        "| Beds | £10 | 2025 |",
        "| Hoists | £20 | 2026 |",
        "1.3: The Council | the ICB pay the rest.",
    ]


def test_addresses_parted_by_strokes_are_no_table() -> None:
    page = """\
        1.1 The parties are reached at:

        The Town Hall | Weirside
        Mill House | Dale

        1.2 They answer.
        """
    assert not any(line.startswith("|") for line in shown(page))


def test_rows_of_nothing_but_dashes_belong_to_their_table() -> None:
    page = """\
        Payments of the year

        Licence fees                    35           -           -           35
        Server                         175           -           -          175
        Grants                       2,950           -           -        2,950
                                         -           -           -            -
                                         -           -           -            -
                     Sub total       3,160           -           -        3,160

        - They were made
        - by the treasurer
        """
    assert shown(page) == [
        "Payments of the year",
        "| Licence fees | 35 | - | - | 35 |",
        "| Server | 175 | - | - | 175 |",
        "| Grants | 2,950 | - | - | 2,950 |",
        "|  | - | - | - | - |",
        "|  | - | - | - | - |",
        "| Sub total | 3,160 | - | - | 3,160 |",
        "-\tThey were made",
        "-\tby the treasurer",
    ]


def test_a_caption_begins_another_table_though_no_line_is_left_empty() -> None:
    page = """\
        What is paid is in two tables.

        Table 1: Beds (£)
                          2027/28         2028/29
        Council           640,000         689,200
        ICB               460,000         533,800
        Table 2: how chairs are paid for (£)
                          2027/28         2028/29           Total
        Council           360,000         427,200         787,200
        ICB               240,000         492,800         732,800
        """
    captions = [line for line in shown(page) if line.startswith("Table")]
    assert captions == ["Table 1: Beds (£)", "Table 2: how chairs are paid for (£)"]
    assert "| Council | 360,000 | 427,200 | 787,200 |" in shown(page)


def test_a_table_goes_on_below_the_header_that_the_next_page_repeats() -> None:
    page = (
        "1. Instalments\n\n"
        "     No.       Payable on          Council           Instalment\n"
        "           1   15 July 2025         64,500              107,500\n"
        "           2   15 October 2025      64,500              107,500\n"
        "\f   No.   Payable on        Council      Instalment\n"
        "    3    15 January 2026    64,500         107,500\n"
        "         Total             193,500         322,500\n\n"
        "2. End\n"
    )
    assert shown(page)[1:-1] == [
        "| No. | Payable on | Council | Instalment |",
        "| 1 | 15 July 2025 | 64,500 | 107,500 |",
        "| 2 | 15 October 2025 | 64,500 | 107,500 |",
        "| 3 | 15 January 2026 | 64,500 | 107,500 |",
        "|  | Total | 193,500 | 322,500 |",
    ]


def test_a_row_that_the_turn_of_a_page_breaks_goes_on_below_the_repeated_header() -> None:
    page = (
        "1. Words\n\n"
        "Expression                Meaning\n"
        "Dashboard                 the system in which the data are linked\n"
        "Data Protection Law       the UK GDPR, the Privacy and Electronic Communications\n"
        "\fExpression          Meaning\n"
        "                    (EC Directive) Regulations 2003 and the Act of 2025\n"
        "DPIA                the assessment approved on 30 June 2025\n\n"
        "2. End\n"
    )
    law = "the Privacy and Electronic Communications (EC Directive) Regulations 2003 and the Act of 2025"
    assert f"| Data Protection Law | the UK GDPR, {law} |" in shown(page)
    assert "| DPIA | the assessment approved on 30 June 2025 |" in shown(page)


def test_a_title_by_itself_heads_rows_of_the_same_table() -> None:
    page = """\
        1. Money

        No.   Scheme                 2025/26   2026/27
              Council

        1     Reablement               2,140     2,215
        2     Adaptations                260       260
              Sub-total                2,400     2,475

              ICB

        3     Rapid response           1,475     1,527
              Total                    3,875     4,002
        """
    assert shown(page)[-4:] == [
        "|  | Sub-total | 2,400 | 2,475 |",
        "|  | ICB |  |  |",
        "| 3 | Rapid response | 1,475 | 1,527 |",
        "|  | Total | 3,875 | 4,002 |",
    ]
