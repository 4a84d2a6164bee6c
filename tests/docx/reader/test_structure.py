"""What a reader sees of the structure of other people's agreements."""

from __future__ import annotations

import pytest

from clausekit.reading import Passage, Table
from tests.docx.reader.small_files import lines, p, passages, reading, style, t, table

HEADING = style("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
SUB_HEADING = style("heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')


def found(*texts: str) -> list[Passage]:
    return list(passages(reading(lines(*texts)).body))


@pytest.mark.parametrize(
    ("heading", "division", "words"),
    [
        ("SCHEDULE 1", "Schedule 1", ""),
        ("SCHEDULE 2 – GOVERNANCE", "Schedule 2", "GOVERNANCE"),
        ("Schedule 3", "Schedule 3", ""),
        ("ANNEX A: TERMS", "Annex A", "TERMS"),
        ("APPENDIX IV\tRISKS", "Appendix IV", "RISKS"),
    ],
)
def test_divisions(heading: str, division: str, words: str) -> None:
    first, second, third = found("1. Term", heading, "1. Anew")
    assert (second.number, second.heading, second.words) == (division, 1, words)
    assert [one.division for one in (first, second, third)] == ["", division, division]
    assert third.number == "1"


def test_parts_stand_within_schedules_and_end_with_them() -> None:
    texts = ["SCHEDULE 1", "PART A", "1. x", "PART B", "1. y", "SCHEDULE 2", "1. z"]
    assert [(one.division, one.number) for one in found(*texts)] == [
        ("Schedule 1", "Schedule 1"),
        ("Schedule 1 Part A", "Part A"),
        ("Schedule 1 Part A", "1"),
        ("Schedule 1 Part B", "Part B"),
        ("Schedule 1 Part B", "1"),
        ("Schedule 2", "Schedule 2"),
        ("Schedule 2", "1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Schedule 1 sets out the services.",
        "Part 2 of the Act applies to the Council.",
        "Schedules 1 and 2 apply.",
        "Part of the fund is kept.",
    ],
)
def test_what_begins_no_division(text: str) -> None:
    (only,) = found(text)
    assert (only.division, only.heading, only.label) == ("", 0, "")


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("1. POOLED FUNDS", 2),
        ("BACKGROUND", 2),
        ("1.1 POOLED FUNDS", 3),
        ("The Partners keep a fund.", 0),
        ("1. The Partners shall keep a fund for each scheme.", 0),
        ("£100.00", 0),
    ],
)
def test_headings_by_how_they_look(text: str, rank: int) -> None:
    assert found(text)[0].heading == rank


def test_headings_by_what_follows() -> None:
    texts = ["1. Pooled funds", "1.1 The Partners keep one.", "2. The Partners agree.", "2.1 And", "3. Law"]
    assert [one.heading for one in found(*texts)] == [2, 0, 0, 0, 0]


def test_headings_by_style() -> None:
    body = p(t("Funds"), '<w:pStyle w:val="heading1"/>') + p(t("Pooled"), '<w:pStyle w:val="heading2"/>')
    read = passages(reading(body, styles=HEADING + SUB_HEADING).body)
    assert [(one.style, one.heading) for one in read] == [("Heading 1", 2), ("Heading 2", 3)]


@pytest.mark.parametrize(
    ("content", "term"),
    [
        (t("“Pooled Fund” means a fund."), "Pooled Fund"),
        (t('"Pooled Fund" has the meaning given in clause 7.'), "Pooled Fund"),
        (t("“") + t("Pooled Fund", "<w:b/>") + t("” means a fund."), "Pooled Fund"),
        (t("Pooled Fund", "<w:b/>") + t(" means a fund."), "Pooled Fund"),
        (t("Pooled Fund:", "<w:b/>") + t(" means a fund."), "Pooled Fund"),
        (t("(a) “Pooled Fund” means a fund."), "Pooled Fund"),
        (t("“Good practice” was what they wanted."), ""),
        (t("The Partners", "<w:b/>") + t(" agree."), ""),
        (t("A fund means money."), ""),
    ],
)
def test_definitions(content: str, term: str) -> None:
    (only,) = passages(reading(p(content)).body)
    assert only.term == term


def test_items_of_a_definition_count_within_it() -> None:
    texts = [
        "1. Terms",
        "1.1 These words have these meanings:",
        "“Law” means:",
        "(a) statute",
        "(b) case law",
        "1.2 x",
    ]
    assert [one.number for one in found(*texts)] == ["1", "1.1", "", "(a)", "(b)", "1.2"]


def test_a_table_of_definitions() -> None:
    rows = [(p(t("Fund", "<w:b/>")), p(t("means money"))), (p(t("“Law”")), p(t("any statute")))]
    read = list(passages(reading(table(*rows) + p("")).body))
    assert [one.term for one in read] == ["Fund", "", "Law", "", ""]


def test_a_table_of_figures_defines_nothing_and_numbers_nothing() -> None:
    rows = [(p(t("Partner", "<w:b/>")), p(t("Amount", "<w:b/>"))), (p(t("1. Council")), p(t("£5")))]
    read = list(passages(reading(table(*rows) + p("")).body))
    assert [(one.term, one.number, one.heading) for one in read] == [("", "", 0)] * 5


def test_tables_with_merged_cells_nested_tables_and_cells_in_controls() -> None:
    inner = table((p(t("inner")),))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent><w:tc>{p(t('in a control'))}</w:tc></w:sdtContent></w:sdt>"
    body = (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
        f"{p(t('wide'))}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{inner}{p('')}</w:tc>{control}</w:tr></w:tbl>"
    )
    (read, _) = reading(body + p("")).body
    assert isinstance(read, Table)
    first, second = read.rows
    assert (first.header, first.cells[0].columns, second.header) == (True, 2, False)
    assert [cell.merged for cell in second.cells] == [True, False]
    assert isinstance(second.cells[0].blocks[0], Table)
    assert [one.text for one in passages(second.cells[1].blocks)] == ["in a control"]


def test_a_letter_has_no_clauses() -> None:
    assert not reading(lines("Dear colleague", "I write about the fund.", "Yours")).structured
    assert reading(lines("1. Term", "The term is a year.")).structured


def test_lists_in_cells_are_numbered_but_count_for_themselves() -> None:
    before, after = lines("1. x", "(a) a", "(b) b"), lines("(c) c")
    body = before + table((p(t("Duties")), lines("(a) keep books", "(b) report"))) + after
    read = list(passages(reading(body).body))
    assert [(one.label, one.number) for one in read] == [
        ("1.", "1"),
        ("(a)", "1(a)"),
        ("(b)", "1(b)"),
        ("", ""),
        ("(a)", ""),
        ("(b)", ""),
        ("(c)", "1(c)"),
    ]


def test_numbers_of_rows_are_no_figures() -> None:
    def column(*texts: str) -> list[int]:
        rows = [(p(t(text)), p(t("x"))) for text in texts]
        return [one.typed for one in passages(reading(table(*rows) + p("")).body)][:-1:2]

    assert column("No.", "1", "2", "3") == [0, 1, 1, 1]
    assert column("1.", "2.") == [2, 2]
    assert column("2018", "2019") == [0, 0]
    assert column("1", "2", "4") == [0, 0, 0]


@pytest.mark.parametrize(
    "entries",
    [
        ("1.\tTerm ........................ 2", "Schedule 1\tFunds ............... 14"),
        ("Clause\tPage", "1.\tTerm\t2", "Schedule 1\tFunds\t14"),
    ],
)
def test_contents_that_were_typed_by_hand_number_nothing(entries: tuple[str, ...]) -> None:
    body = ("1. Term", "1.1 It begins now.", "Schedule 1", "1. Money")
    title, *rest = found("CONTENTS", *entries, *body)
    listed, others = rest[: len(entries)], rest[len(entries) :]
    assert not title.contents
    assert all(one.contents and not one.number and not one.division for one in listed)
    assert [one.number for one in others] == ["1", "1.1", "Schedule 1", "1"]


def test_a_row_of_figures_after_a_tab_is_no_table_of_contents() -> None:
    assert not any(one.contents for one in found("1. Costs", "Nurses\t14", "Beds\t20", "Rent ....... 7 days"))


def test_numbers_may_stand_behind_a_tab_or_before_a_wide_blank() -> None:
    texts = [
        "1. Purpose",
        "1.1\tIt begins.",
        "\t1.2\tIt goes on.",
        "\t(a)\tone;",
        "\t(b)\ttwo.",
        "1.3\u2003It ends.",
    ]
    assert [one.number for one in found(*texts)] == ["1", "1.1", "1.2", "1.2(a)", "1.2(b)", "1.3"]
    assert found(*texts)[2].words == "It goes on."


def test_a_line_in_larger_type_is_a_heading() -> None:
    large = '<w:sz w:val="28"/>'
    body = (
        p(t("Funding", large))
        + p(t("The Council pays the Trust.", large))
        + lines("The Trust keeps the accounts.")
    )
    body += lines(*["The parties meet each month and tell each other what they do."] * 2)
    assert [one.heading for one in passages(reading(body).body)] == [3, 0, 0, 0, 0]


def test_clauses_may_have_titles_without_numbers() -> None:
    texts = [
        "Purpose",
        "1.1 It begins.",
        "1.2 It goes on.",
        "Scope",
        "2.1 It is open.",
        "Staff",
        "3.1 They are paid.",
    ]
    assert [one.number for one in found(*texts) if one.number] == ["1.1", "1.2", "2.1", "3.1"]
