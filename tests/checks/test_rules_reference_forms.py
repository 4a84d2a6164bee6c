"""References in forms that are easily overlooked: tails, small titles, bare numbers, half brackets."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
# Data Handling Annex

1. Purpose

1.1 The Supplier handles data for the Trust. This Data Handling Annex says how.

1.2 {words}

2. Publicity

2.1 The Supplier:

(a) keeps silent; and

(b) asks first.

2.2 The Trust may speak.

3. Governing law

3.1 English law applies.
"""
_SCHEDULE = """
# Articles of Association

## 1. Terms

1.1 Words are used in these Articles as the Schedule to the Articles says.

1.2 {words}

## 2. Members

2.1 Members are those on the register.

## 3. Meetings

3.1 Members meet each year.

## 4. Notices

4.1 A notice is given in writing.

## SCHEDULE

1. A word in the singular may stand for several, as paragraph 3 of this Schedule says.

2. {below}

3. Headings tell nothing.
"""


def _found(text: str, words: str = "", below: str = "") -> list[tuple[str, str, str]]:
    full = text.replace("{words}", words or "It is so.").replace("{below}", below or "Acts are as amended.")
    findings = run(reading_of(full), Options(select=("CK-REF",)))
    return [(one.rule.removeprefix("CK-REF-"), one.level, one.words.text) for one in findings]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It acts under clauses 2.1 and 2.14 of this Data Handling Annex.", ["2.14"]),
        ("It acts under clause 13.1 of this Annex, and of this Data Handling Annex.", ["clause 13.1"]),
        ("It acts under clause 2.1(e) of the Data Handling Annex.", ["clause 2.1(e)"]),
        ("It acts under clauses 2 to 8 (inclusive) of this Data Handling Annex.", ["8"]),
        ("It acts under clause 9.4 of the Main Services Agreement.", []),
        ("It acts under paragraph 9 of the Information Annex.", []),
        ("It acts under section 9 of this Act.", []),
        ("It acts under clause 7 of these terms and conditions.", ["clause 7"]),
        ("It acts under clause 7 of their lease.", []),
        ("It acts under clause 2.2 of this Data Handling Annex.", []),
    ],
)
def test_a_provision_of_the_instrument_by_its_name_is_its_own(words: str, found: list[str]) -> None:
    assert _found(_AGREEMENT, words) == [("MISSING", "error", one) for one in found]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("Subject to clause 5 of this Schedule, an Act is as amended.", ["clause 5"]),
        ("Subject to paragraph 4 of this Schedule, an Act is as amended.", ["paragraph 4"]),
        ("Subject to clause 3 of this Schedule, an Act is as amended.", []),
        ("Subject to Article 4, an Act is as amended.", []),
        ("Subject to paragraph 1 above, an Act is as amended.", []),
    ],
)
def test_a_schedule_without_a_number_has_numbers_of_its_own(below: str, found: list[str]) -> None:
    assert _found(_SCHEDULE, below=below) == [("MISSING", "error", one) for one in found]


def test_the_only_schedule_may_be_named_from_outside() -> None:
    assert _found(_SCHEDULE, "It is as paragraph 4 of the Schedule says.") == [
        ("MISSING", "error", "paragraph 4")
    ]
    assert _found(_SCHEDULE, "It is as paragraph 3 of the Schedule says.") == []
    assert _found(_SCHEDULE, "It is as paragraph 4 of the Schedule to the Companies Act 2006 says.") == []


def test_a_second_schedule_of_the_articles_is_missing_where_there_is_one() -> None:
    assert _found(_SCHEDULE, "It is as Schedule 2 to the Articles says.") == [
        ("MISSING", "error", "Schedule 2")
    ]
    assert _found(_SCHEDULE, "It is as Schedule 2 to the Companies Act 2006 says.") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is governed by clause 2 (governing law).", ["2 (governing law)"]),
        ("It is governed by clause 2 (law).", ["2 (law)"]),
        ("It is governed by clause 2 (law of England).", []),
        ("It is under clauses 2 (publicity) and 3 (publicity).", ["3 (publicity)"]),
        ("It is governed by clause 3 (governing law).", []),
        ("It is governed by clause 3 (as varied), clause 3 (law of England) or clause 2 (a promise).", []),
        ("It is governed by clause 2 (governing law) of the Lease.", []),
        ("It may speak under clause 2.2 (publicity).", []),
    ],
)
def test_a_title_in_small_letters_is_told_where_another_clause_has_it(words: str, found: list[str]) -> None:
    assert _found(_AGREEMENT, words) == [("TITLE", "warning", one) for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is governed by clause 2 – Governing Law, and by custom.", "2 – Governing Law"),
        ("It is governed by clause 2 [Governing law].", "2 [Governing law]"),
        ("It is governed by clause 2 headed “Governing law”.", "2 headed “Governing law”"),
        ("It is governed by clause 3 entitled Publicity.", "3 entitled Publicity"),
        ("It is governed by the governing law clause (clause 2).", "governing law clause (clause 2"),
        ("It is governed by clause 3, Publicity, and by clause 2, Law.", ""),
        ("It is governed by clause 3 – Governing Law – and the publicity clause (clause 2).", ""),
        ("It is governed by clause 2, Governing Law being no matter, and the usual clause (clause 3).", ""),
        ("It is governed by clause 3: Publicity comes later.", ""),
    ],
)
def test_a_title_may_stand_beside_a_number_without_brackets(words: str, found: str) -> None:
    assert _found(_AGREEMENT, words) == ([("TITLE", "warning", found)] if found else [])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Subject to 2.6, the Trust pays.", ["2.6"]),
        ("Subject to 2.2 and 2.7, the Trust pays.", ["2.7"]),
        ("The Trust pays in accordance with 2.1.9 in full.", ["2.1.9"]),
        ("The Trust pays as 2.8 requires, as per 1.1–1.7.", ["2.8", "1.7"]),
        ("The Trust pays as 2.2 requires, for the purposes of 2.6 only.", []),
        ("The requirements of 2.6 remain.", ["2.6"]),
        ("The Trust pays where 2.6 above applies (cf. 2.7).", ["2.6", "2.7"]),
        ("The Trust pays where 2.5 hours are worked, if 3.5 per cent applies.", []),
        ("Notwithstanding 3.4 the Trust pays.", ["3.4"]),
        ("Notwithstanding 3.1 the Trust pays, as set out in 2.1(b).", []),
        ("The Trust pays subject to 2.5 per cent being kept, under 3.5 and 4.5 million pounds.", []),
        ("The Trust pays in accordance with 4.1 of the Guide, as of 1.4.2026.", []),
    ],
)
def test_bare_numbers_are_references_where_words_lead_to_them(words: str, found: list[str]) -> None:
    assert _found(_AGREEMENT, words) == [("MISSING", "error", one) for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It acts under clause 2.1 a), b) and g) above.", ["g)"]),
        ("It acts under clause 2.1 a) and b).", []),
        ("It acts under clause 2.1.(d).", ["clause 2.1.(d)"]),
        ("It acts under clause 2.1(a)/(d).", ["(d)"]),
        ("It acts under clauses 2.1; 2.8 and 3.1.", ["2.8"]),
        ("It acts under clause2.8.", ["clause2.8"]),
        ("It acts under cl. 2.9 and cls 2.1 and 2.2.", ["cl. 2.9"]),
        ("It a) acts under clause 2.1, b) stops under clause 3.1 and c) asks.", []),
    ],
)
def test_letters_with_half_a_bracket_are_items(words: str, found: list[str]) -> None:
    assert _found(_AGREEMENT, words) == [("MISSING", "error", one) for one in found]


def test_an_item_of_a_clause_that_has_items_is_missing() -> None:
    assert _found(_AGREEMENT, "It acts under paragraph (d) of clause 2.1.") == [
        ("MISSING", "error", "paragraph (d)")
    ]
    assert _found(_AGREEMENT, "It acts under paragraph (b) of clause 2.1.") == []
    told = _found(_AGREEMENT, "It acts for the purpose in clause 2.1(d) in a form that both know.")
    assert told == [("MISSING", "error", "clause 2.1(d)")]


_RECORD = """
# Record of a decision

{words}

(i) The lease is renewed.

(ii) The rent is reviewed.
"""


@pytest.mark.parametrize(
    "words",
    [
        "The lease is renewed as illustrated in section 3.11 and 3.12.",
        "The rent is that of clause 4.2.",
        "The plan is attached to the report (Appendix 2).",
        "It was resolved as the recommendation in the officer’s report, Appendix 3, says.",
    ],
)
def test_a_record_may_point_into_the_report_on_which_it_decides(words: str) -> None:
    assert {level for _, level, _ in _found(_RECORD, words)} <= {"info"}


def test_clauses_of_which_minutes_tell_are_those_of_another_text() -> None:
    minutes = "# Minutes of the Annual Meeting\n\n1. Finance\n\n1.1 {words}\n\n1.2 It was noted.\n"
    told = _found(minutes, "A change to clause 14 was noted, with paragraph 1.9 and page 4 of the pack.")
    assert told == [("MISSING", "info", "clause 14"), ("MISSING", "error", "paragraph 1.9")]


@pytest.mark.parametrize(
    "words",
    [
        "Partnership arrangements (Pages 1 - 154)",
        "Minutes of the last meeting (Page 3)",
        "Those who apply read pages 15&16 of the Guidance Notes.",
        "A holding company has the meaning given by section 1159 & Schedule 6 Companies Act 2006.",
    ],
)
def test_pages_of_an_agenda_and_schedules_of_statutes_are_no_own_ones(words: str) -> None:
    assert _found(_AGREEMENT, words) == []


def test_a_page_in_brackets_in_a_sentence_is_told() -> None:
    assert _found(_AGREEMENT, "The fees are fixed (see page 12).") == [("PAGE", "warning", "page 12")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The form is in Appendix 2a and the map in Appendix 2b.", []),
        ("The form is in Appendix 2c.", ["Appendix 2c"]),
        ("The notice is that of clause 1a.", []),
        ("The notice is that of Clause Nine.", ["Clause Nine"]),
        ("The notice is that of Clause Two.", []),
        ("The aims are those listed at 1.1.", []),
        ("The aims are those listed at 1.7.", ["1.7"]),
    ],
)
def test_appendices_may_have_small_letters_and_lists_bare_numbers(words: str, found: list[str]) -> None:
    text = (
        "# Agreement\n\n## 1. Aims\n\n1.1 {words}\n\n## 2. End\n\n2.1 It ends.\n\n"
        "## Appendix 2a Forms\n\nText.\n\n## Appendix 2b Map\n\nText.\n"
    )
    missing = [one for rule, _, one in _found(text, words) if rule == "MISSING"]
    assert missing == found


def test_a_line_that_begins_with_an_appendix_and_a_dash_is_rather_its_heading() -> None:
    line = (
        "Appendix 7 – Contacts of all agencies, of which the names were taken out before this was published."
    )
    assert [level for rule, level, _ in _found(_AGREEMENT, "", line) if rule == "MISSING"] in ([], ["info"])


@pytest.mark.parametrize(("number", "found"), [("9", ["Section 9"]), ("2", [])])
def test_headings_that_are_called_sections_make_a_section_their_own(number: str, found: list[str]) -> None:
    text = (
        f"# Agreement\n\nSection 1: Aims\n\n1.01 It ends under Section {number}.\n\nSection 2: Ending\n\n"
        "2.01 It ends in May, as section 11 of the Children Act 2004 allows.\n"
    )
    reading = read(text, "a.txt", markdown=False).reading
    told = run(reading, Options(select=("CK-REF-MISSING",), level="warning"))
    assert [one.words.text for one in told] == found


@pytest.mark.parametrize(("number", "found"), [("9", ["section 9"]), ("4", [])])
def test_sections_in_parts_of_the_body_are_counted(number: str, found: list[str]) -> None:
    parts = "".join(
        f"Part {part}: Aims {part}\n\n{at}.\tAim {at}\n{at}.1\tThe Partners meet as section {at} says.\n\n"
        for at, part in enumerate("ABCD", 1)
    )
    text = f"Sharing Agreement\n\n{parts}5.\tChange\n5.1\tIt is changed as section {number} says.\n"
    reading = read(text, "a.txt", markdown=False).reading
    told = run(reading, Options(select=("CK-REF-MISSING",), level="warning"))
    assert [one.words.text for one in told] == found


@pytest.mark.parametrize(("which", "found"), [("Second", []), ("Sixth", ["Sixth Schedule"])])
def test_schedules_above_referred_to_are_there(which: str, found: list[str]) -> None:
    text = (
        f"AGREEMENT\n\n1. STAFF\n\n(1) Posts are in the First Schedule, rooms in the {which} Schedule.\n\n"
        "(2) The posts are paid each month.\n\n2. LAW\n\n(1) English law applies.\n\n"
        "THE FIRST SCHEDULE above referred to\n\nThe Posts\n\n1. The post is that of a clerk.\n\n"
        "THE SECOND SCHEDULE above referred to\n\nThe Rooms\n\n1. The room is the hall.\n"
    )
    reading = read(text, "a.txt", markdown=False).reading
    told = run(reading, Options(select=("CK-REF-MISSING",), level="warning"))
    assert [one.words.text for one in told] == found


_BY_LETTERS = """MEMORANDUM OF UNDERSTANDING

A.\tWHY

A1\tFalls cost both councils money.

A2\tThe money is shared as in {share}, except what section {section} says.

B.\tMONEY

B1\tShares: Ashby 40%, Borley 60%.

B2\tNothing is paid on A4 forms or for the M1.

C.\tDATA

C1\tA list of callers is kept ({list}).

C2\tIt is deleted each year.
"""


def _by_letters(share: str = "B1", section: str = "C", list_: str = "C2") -> list[str]:
    text = _BY_LETTERS.format(share=share, section=section, list=list_)
    reading = read(text, "mou.txt", markdown=False).reading
    return [one.words.text for one in run(reading, Options(select=("CK-REF-MISSING",), as_at=AS_AT))]


def test_paragraphs_numbered_by_letter_and_figure_are_referred_to_without_a_word() -> None:
    assert not _by_letters()
    assert _by_letters(share="B6") == ["B6"]
    assert _by_letters(list_="C9") == ["C9"]
    assert _by_letters(section="P") == ["section P"]
