"""Lines that the width of a page broke, and what pages leave in between."""

from __future__ import annotations

import pytest

from tests.texts.recovery import passages, reading, shown


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("The Partners may share infor-", "mation about the fund.", "information"),
        ("The Partners may share infor\u00ad", "mation about the fund.", "information"),
        ("A long-term plan is needed. Each long-", "term plan is approved.", "Each long-term plan"),
        ("The Council is the Non-", "Host Partner of the fund.", "the Non-Host Partner"),
        ("The Council and/", "or the Board may end it.", "and/or the Board"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_whole(first: str, second: str, word: str) -> None:
    assert word in passages(reading(f"{first}\n{second}\n"))[0].text


def test_ligatures_soft_hyphens_and_odd_blanks_are_plain() -> None:
    (passage,) = passages(reading("The ﬁrst\u00a0oﬃcer shall re\u00adport\u2009quarterly.\n"))
    assert passage.text == "The first officer shall report quarterly."


def test_two_letters_that_were_drawn_as_one_sign_are_letters_again() -> None:
    lost = "The rela[ons of prac[[oners and the iden[ﬁca[on of accoun[ng from [me to [me.\n"
    (passage,) = passages(reading(lost))
    right = "The relations of practitioners and the identification of accounting from time to time."
    assert passage.text == right


def test_brackets_within_a_word_stay_where_few_are() -> None:
    text = "The organi[s]ation pays for rela[ons and keeps to [the plan]."
    assert passages(reading(f"{text}\n"))[0].text == text


def test_a_sentence_goes_on_over_headers_footers_and_numbers_of_pages() -> None:
    page = "\f".join(
        f"Eastmere agreement      Draft 3\n\n{text}\n\nVersion 2.1 | Page {number}\n"
        for number, text in enumerate(
            (
                "1.1 The Host Partner shall keep accounts of the Pooled Fund and of all that it is paid,",
                "shall show them to the auditors of each Partner when they ask for them, and publish them",
                "as the law requires it to do.\n\n1.2 Nothing else is due.",
            ),
            1,
        )
    )
    assert shown(page) == [
        "1.1: The Host Partner shall keep accounts of the Pooled Fund and of all that it is paid, shall"
        " show them to the auditors of each Partner when they ask for them, and publish them as the law"
        " requires it to do.",
        "1.2: Nothing else is due.",
    ]


@pytest.mark.parametrize("number", ["Page 3 of 40", "- 3 -", "3 | Page", "Page 3", "3 of 40"])
def test_the_number_of_a_page_in_a_sentence_is_dropped(number: str) -> None:
    page = f"""\
        1.1 The Host Partner shall keep accounts of the Pooled Fund and shall

        {number}

        show them to each Partner that asks for them.
        """
    assert shown(page) == [
        "1.1: The Host Partner shall keep accounts of the Pooled Fund and shall show them to each Partner"
        " that asks for them."
    ]


def test_bare_numbers_beside_a_repeated_line_are_those_of_pages() -> None:
    page = """\
        1.1 The Host Partner shall keep accounts of the Pooled Fund and shall

        7
        Eastmere Partnership

        show them to each Partner that asks for them, within ten days of the

        8
        Eastmere Partnership

        request.
        """
    assert shown(page) == [
        "1.1: The Host Partner shall keep accounts of the Pooled Fund and shall show them to each Partner"
        " that asks for them, within ten days of the request."
    ]


def test_bare_numbers_beside_a_heading_that_two_schedules_have_are_those_of_paragraphs() -> None:
    page = (
        "Schedule 1\n\n1\n\nThe Definitions\n\n1.1 None.\n\nSchedule 2\n\n1\n\nThe Definitions\n\n1.1 None.\n"
    )
    assert [one.number for one in passages(reading(page))] == [
        "Schedule 1",
        "1",
        "1.1",
        "Schedule 2",
        "1",
        "1.1",
    ]


def test_a_line_that_is_repeated_in_clauses_stays() -> None:
    page = "1. Fund\n\nNot used.\n\n2. Staff\n\nNot used.\n\n3. Land\n\nNot used.\n"
    assert shown(page).count("Not used.") == 3


def test_blanks_that_stretch_a_justified_line_are_one() -> None:
    page = "1.1  The  Partners  shall   meet  each\n     month  and  the  Board  shall  be  told.\n"
    assert shown(page) == ["1.1: The Partners shall meet each month and the Board shall be told."]


def test_two_blanks_in_a_text_that_has_no_others_stay_for_the_proofreader() -> None:
    lines = "\n\n".join(f"1.{number} The Partners shall meet." for number in range(1, 40))
    assert "two  blanks" in shown(f"{lines}\n\n1.40 There are two  blanks here.\n")[-1]


def test_words_that_stand_further_out_than_the_items_are_a_paragraph_of_their_own() -> None:
    page = """\
        7.1     The Council shall pay for any of these that it has
                ordered itself:
                (a)     the fees of the auditors, and what they are
                        entitled to besides;
                (b)     the cost of the premises, and what the Board
                        has spent on them; and
                (c)     the cost of staff that it has seconded to the
                        Board for any loss,
                whatever the reason for the loss may be.
        7.2     The Board shall pay for all else that it has
                ordered.
        """
    assert shown(page)[3:] == [
        "7.1(c): the cost of staff that it has seconded to the Board for any loss,",
        "whatever the reason for the loss may be.",
        "7.2: The Board shall pay for all else that it has ordered.",
    ]


def test_bullets_of_every_kind_are_items() -> None:
    page = "The Board shall:\n\uf0b7 meet monthly;\n➢ keep minutes; and\no report.\n"
    assert [(one.label, one.words) for one in passages(reading(page))[1:]] == [
        ("•", "meet monthly;"),
        ("•", "keep minutes; and"),
        ("•", "report."),
    ]


def test_each_passage_knows_its_line() -> None:
    page = "1. Term\n\n1.1 It begins\nnow.\n\n1.2 It ends.\n"
    assert [one.line for one in passages(reading(page))] == [1, 3, 6]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left line {n:02} of the text that goes on and" for n in range(20)]
    right = [f"right line {n:02} of the text that goes on and" for n in range(20)]
    page = "\n".join(f"{one:50}{other}" for one, other in zip(left, right, strict=True))
    (passage,) = passages(reading(page))
    assert passage.text == " ".join((*left, *right))
    assert passage.doubtful


def test_empty_lines_between_all_lines_part_nothing() -> None:
    page = """\
        1.1 The Host Partner shall keep accounts of the

        Pooled Fund, which it shows to each Partner that

        asks for them, and report to the Board on all

        that the fund has spent on services and on what

        it still has.

        1.2 Nothing else is due.
        """
    assert [one.number for one in passages(reading(page))] == ["1.1", "1.2"]


def test_a_hyphen_that_the_extraction_took_away_is_put_back() -> None:
    page = "1.1 A NonPooled Fund is no pooled fund.\n1.2 A Non-Pooled Fund has a host.\n1.3 McDonald has.\n"
    assert [one.words for one in passages(reading(page))] == [
        "A Non-Pooled Fund is no pooled fund.",
        "A Non-Pooled Fund has a host.",
        "McDonald has.",
    ]


def test_stars_around_words_in_bold_are_no_part_of_a_plain_text() -> None:
    text = "1. Definitions\n\n**Host partner** means the Council; and 3 ** 2 is nine, as *so* is."
    assert passages(reading(text))[-1].words == (
        "Host partner means the Council; and 3 ** 2 is nine, as *so* is."
    )


def test_a_schedule_that_a_sentence_names_at_the_end_is_no_heading() -> None:
    text = (
        "1. Definitions\n\n"
        "Joint Commissioning Board means the board which is described in clause 16 (Governance) and in\n"
        "clause 17 (Officers), in Part 2 of the plan, in the constitution of each of the Partners and\n"
        "Schedule 3.\n\n"
        "Law means any statute.\n"
    )
    assert not any(passage.division for passage in passages(reading(text)))


def test_a_line_with_the_label_and_title_of_an_appendix_goes_on_with_nothing() -> None:
    page = (
        "1. Aims\n1.1 The members work together to reach the people of the county who are in need and\n"
        "to help them\nAppendix 1- Groups\nThe groups meet each month, as is set out in\nSchedule 2 – Money\n"
    )
    assert "Appendix 1" in {one.division for one in passages(reading(page))}
    assert "Schedule 2" not in {one.division for one in passages(reading(page))}


def test_a_title_may_end_with_a_word_that_asks_for_more() -> None:
    page = """\
        Who we are
        1. The Borough and the Hospital are the members of this partnership, which they set up in 2024.
        Why we are doing this
        2. Homes that are cold or damp make people ill, and we want to see them mended sooner than now.
        """
    assert shown(page)[-2:] == [
        "Why we are doing this",
        "2: Homes that are cold or damp make people ill, and we want to see them mended sooner than now.",
    ]
