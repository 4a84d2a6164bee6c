"""Rules on references: what they find, what they leave alone, and how sure they are."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.running import Options, run
from tests.checks.instruments import hits, reading_of

_AGREEMENT = """
1. Term

1.1 This agreement begins on 1 April 2027, as Schedule 1 provides.

1.2 {words}

2. Audit

2.1 The Council is audited:

(a) each year; and

(b) when it ends.

3. [Not used]

# Schedule 1 Money

1. The Council pays.

2. The Trust pays too.
"""


def _found(words: str, agreement: str = _AGREEMENT) -> list[tuple[str, str, str]]:
    findings = run(reading_of(agreement.replace("{words}", words)), Options(select=("CK-REF",)))
    return [(one.rule.removeprefix("CK-REF-"), one.level, one.words.text) for one in findings]


@pytest.mark.parametrize(
    "words",
    [
        "It ends under clause 2.1(b), clauses 1 and 2, or paragraph 2 of Schedule 1.",
        "It ends under clause 9 of the Lease or section 9 of the Care Act 2014.",
        "It is subject to section 75 and Schedule 4 to the National Health Service Act 2006.",
        "It is subject to paragraph 7 of Part 3 of Schedule 2 to the Local Government Act 1972.",
        "It refers to page 14 of the Better Care Fund Policy Framework.",
        "It ends as clause 2 (Audits and Accounts) and Schedule 1 (Money) provide.",
        "In this clause 1.2 a year begins in April.",
        "It ends as paragraph 4.12 of the code of conduct provides.",
    ],
)
def test_a_reference_that_is_right_is_left_alone(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It ends under clause 9.", ("MISSING", "error", "clause 9")),
        ("It ends under clauses 2 and 2.7.", ("MISSING", "error", "2.7")),
        ("It ends under clause 2.1(c).", ("MISSING", "error", "clause 2.1(c)")),
        ("It ends under paragraph 8 of Schedule 1.", ("MISSING", "error", "paragraph 8")),
        ("It ends under Schedule 4.", ("MISSING", "error", "Schedule 4")),
        ("It ends under Annex A.", ("MISSING", "error", "Annex A")),
        ("It ends under clause 3.", ("NOT-USED", "error", "clause 3")),
        ("It ends under clause 3.2.", ("NOT-USED", "error", "clause 3.2")),
        ("It ends under clause 2 (Insurance).", ("TITLE", "warning", "2 (Insurance)")),
        ("In this Schedule 2 it ends.", ("THIS", "error", "this Schedule 2")),
        ("Subject to clause 1.2, it ends.", ("ITSELF", "warning", "clause 1.2")),
        ("The sums are on page 12.", ("PAGE", "warning", "page 12")),
        ("It ends under clause 2 of Schedule 1.", ("WORD", "info", "clause 2")),
    ],
)
def test_a_reference_that_is_wrong_is_found_once(words: str, found: tuple[str, str, str]) -> None:
    assert _found(words) == [found]


def test_a_reference_to_a_clause_that_is_printed_with_a_nought() -> None:
    agreement = _AGREEMENT.replace("1. Term", "1.0 Term").replace("2. Audit", "2.0 Audit")
    words = "It ends under clauses 1, 2, 2.0, 2.1(b) and 2.2."
    assert _found(words, agreement) == [("MISSING", "error", "2.2")]


def test_a_deed_may_refer_to_the_clauses_of_what_it_varies() -> None:
    deed = """
# Deed of variation

1. Variation

1.1 Clause 21 is deleted.

2. Costs

2.1 Each party bears its own costs, but for clause 4 and as Schedule 7 and clause 33 provide.
"""
    assert [(level, words) for _, level, words in _found("", deed)] == [
        ("info", "Clause 21"),
        ("error", "clause 4"),
        ("info", "Schedule 7"),
        ("info", "clause 33"),
    ]


def test_a_reference_to_a_number_that_a_gap_misses_is_told_beside_the_gap() -> None:
    text = (
        "1. Term\n\n1.1 It begins.\n\n1.3 It ends under clause 1.2.\n\n2. Law\n\n2.1 English law applies.\n"
    )
    findings = run(reading_of(text), Options(select=("CK-REF", "CK-NUMBER")))
    assert sorted(one.rule for one in findings) == ["CK-NUMBER-GAP", "CK-REF-MISSING"]


def test_sections_are_an_instruments_own_if_it_calls_its_clauses_so() -> None:
    text = "1. Term\n\n1.1 See section 2 and section 1.1.\n\n2. Law\n\n2.1 See sections 1 and 8.\n"
    assert _found("", text) == [("MISSING", "error", "8")]


def test_the_words_in_brackets_tell_which_clause_may_be_meant() -> None:
    text = _AGREEMENT.replace("{words}", "It ends under clause 9 (Audit).")
    (finding,) = run(reading_of(text), Options(select=("CK-REF-MISSING",)))
    assert "“Audit” is 2" in finding.remedy


def test_a_schedule_to_which_nothing_refers_may_be_the_one_that_a_lost_reference_means() -> None:
    text = (
        _AGREEMENT.replace("{words}", "The insurances are those in Schedule 5.")
        + "\n# Schedule 2 Insurance\n\n1. Each is insured.\n"
    )
    lost, unused = run(reading_of(text), Options(select=("CK-REF",)))
    assert (lost.rule, unused.rule, unused.level) == ("CK-REF-MISSING", "CK-REF-UNUSED", "info")
    assert "Schedule 2" in lost.remedy


def test_a_schedule_about_something_else_than_a_lost_reference_is_not_meant_by_it() -> None:
    text = (
        _AGREEMENT.replace(
            "{words}", "The Board sends the measures in Annex A to the Trust, and pays as Annex D says."
        )
        + "\n# Annex A Measures\n\n1. Each is insured.\n\n# Annex B Plan of the rooms\n\n1. It has six.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF",)))
    assert [(one.rule, one.level, one.words.text) for one in found] == [
        ("CK-REF-MISSING", "error", "Annex D"),
        ("CK-REF-UNUSED", "warning", "Plan of the rooms"),
    ]


def test_a_schedule_that_a_range_takes_in_is_referred_to() -> None:
    text = "1. Term\n\n1.1 Schedules 1 to 3 apply.\n" + "".join(
        f"\n# Schedule {number} Terms of {number}\n\n1. First.\n" for number in (1, 2, 3)
    )
    assert _found("", text) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("See section 2.9.", [("MISSING", "error", "section 2.9")]),
        ("See section 9.3.", []),
        ("See the NHS Guidance, section 9.3.", []),
        ("See the Care Act 2014, section 3.4.", []),
        ("See section 3.4(1 of the Care Act 2014.", []),
        ("It acts under the Care Act 2014, Part 1 of Schedule 9.", []),
        ("It relies on Schedule 9 paragraph 18 DPA 2018.", []),
        ("It ends under clause 9, as the Care Act 2014 asks.", [("MISSING", "error", "clause 9")]),
    ],
)
def test_what_stands_by_a_statute_is_its_own_provision(words: str, found: list[tuple[str, str, str]]) -> None:
    assert _found(words) == found


def test_a_deed_of_variation_has_clauses_of_its_own() -> None:
    deed = "# Deed of Variation\n\n1. Variation\n\n1.1 Clause 9 is taken out.\n\n1.2 {words}\n"
    text = deed.replace("{words}", "Save as varied by clause 3.4 the agreement goes on.")
    varied, own = _found("", text)
    assert varied == ("MISSING", "info", "Clause 9")
    assert own == ("MISSING", "error", "clause 3.4")


def test_a_list_inside_a_paragraph_has_no_gap() -> None:
    text = "1. Term\n\n1.1 It is settled (a) by the officers; (b) by the Board; {last} by a judge.\n"
    for last, found in (("(c)", []), ("(d)", ["(d) by a judge"])):
        findings = run(reading_of(text.replace("{last}", last)), Options(select=("CK-NUMBER",)))
        assert [one.words.text for one in findings] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is renewed each year (see 7.3).", [("MISSING", "error", "7.3")]),
        ("It is renewed each year (see 2.1), as set out in 1.1.", []),
        ("Wards are kept under 2.5 degrees.", []),
        ("It ends as the Third Schedule provides.", [("MISSING", "error", "Third Schedule")]),
        ("It ends as the First Schedule provides.", []),
        ("The Second Schedule to the Local Government Act 1972 applies.", []),
        ("It is priced as the First Schedule (Exit) says.", [("TITLE", "warning", "First Schedule (Exit)")]),
        ("It is counted under paragraph 8 of the First Schedule.", [("MISSING", "error", "paragraph 8")]),
        ("It is counted under paragraph 8 of the First Schedule to the Care Act 2014.", []),
    ],
)
def test_a_number_without_a_word_and_one_in_words_are_references(
    words: str, found: list[tuple[str, str, str]]
) -> None:
    assert _found(words) == found


_LETTER = """
1. This letter is made under the Agreement of 1 April 2024. In this letter we change nothing.

2. {words}
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Clauses 27 (Disputes), 29 and 33 of the Agreement apply; clause 29 is read with this letter.", []),
        ("The fee is paid as paragraph 9 says.", [("MISSING", "error", "paragraph 9")]),
    ],
)
def test_clauses_of_the_agreement_are_not_those_of_a_letter(
    words: str, found: list[tuple[str, str, str]]
) -> None:
    assert _found(words, _LETTER) == found


_PARTS = """
Part A – The Parties

1. The parties are as paragraph 4 says.

2. {words}

Part B – Money

3. The Council pays.

4. The ICB pays.
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("They pay under paragraph 3.", []),
        ("They pay under paragraph 9.", [("MISSING", "error", "paragraph 9")]),
    ],
)
def test_numbers_run_on_through_the_parts_of_a_body(words: str, found: list[tuple[str, str, str]]) -> None:
    assert _found(words, _PARTS) == found


_WITHOUT_APPENDICES = """
1. Reports

1.1 {words}

1.2 They are read by the Board.
"""


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("Their form is in Appendix 2.", ["error"]),
        ("Their form is in Appendix 1.", ["info"]),
        ("Their form is in Appendix 2 and their dates in Appendix 3.", ["info", "info"]),
    ],
)
def test_a_later_appendix_of_none_is_missing(words: str, levels: list[str]) -> None:
    assert [level for _, level, _ in _found(words, _WITHOUT_APPENDICES)] == levels


_SCHEDULES = """
1. Term

1.1 It begins on 1 April 2026.

2. Funds

2.1 The Fund is kept as clause 1.1 and clause 2 say.

# Schedule 1 Risk share

1. The Council bears the risk.

2. The rest is borne as {words} provides.

# Schedule 2 Board

1. Members

1.1 There are four.

2. Interests

2.1 Members declare theirs.
"""


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("paragraph 1 of this Schedule", []),
        ("paragraph 6 of this Schedule", ["paragraph 6"]),
        ("paragraph 2.1 of Schedule 2", []),
        ("paragraph 1.4 of Schedule 2", ["paragraph 1.4"]),
        ("paragraph 6 below", ["paragraph 6"]),
        ("paragraph 7", ["paragraph 7"]),
        ("paragraph 1 above", []),
        ("clause 7", []),
    ],
)
def test_a_clause_of_the_same_number_is_no_paragraph_of_a_schedule(words: str, missing: list[str]) -> None:
    clauses = "".join(
        f"\n{number}. Other matters\n\n{number}.1 The Partners meet.\n\n{number}.4 They confer.\n"
        for number in range(3, 8)
    )
    text = _SCHEDULES.format(words=words).replace("\n# Schedule 1", f"{clauses}\n# Schedule 1")
    assert [at for rule, _, at in _found("", text) if rule == "MISSING"] == missing


def test_a_table_that_will_be_added_is_not_missing() -> None:
    text = """
1. Budgets

Table 1

1.1 Budgets are in Table 1. Those of later years are added to this Agreement as Tables 2A and 2B. See Table 3.
"""
    told = [(at, level) for rule, level, at in _found("", text) if rule == "MISSING"]
    assert told == [("Tables 2A", "info"), ("2B", "info"), ("Table 3", "error")]


_DEED = """# Deed of Variation

1. Definitions

1.1 In this Deed **Principal Agreement** means the agreement of 2015.

2. Changes

2.1 After clause 12 of the Principal Agreement there shall be inserted a new clause 12A:

“12A. Risk share

12A.1 The Council shall send a forecast to the Board under clause 5.2.

12A.2 Clause 12A.1 does not apply to a decision under clause {number}.”

2.2 The text of Schedule 3 to the Principal Agreement is replaced by:

“SCHEDULE 3

Sums in this Schedule 3 exclude value added tax.”
"""


@pytest.mark.parametrize(("number", "missing"), [("12A.7", ["clause 12A.7"]), ("12A.1", []), ("7.9", [])])
def test_a_clause_that_a_deed_puts_in_has_to_hold_what_it_refers_to(number: str, missing: list[str]) -> None:
    text = _DEED.format(number=number)
    assert [(rule, at) for rule, level, at in _found("", text) if level != "info"] == [
        ("MISSING", at) for at in missing
    ]


def test_paragraphs_may_have_letters_before_their_numbers() -> None:
    text = """
# Schedule 1 Service

A1 Staff

A1.1 The Trust employs the staff, as paragraph A1.2 says.

A1.2 The Council lends social workers under paragraph A1.6.

B1 Price

B1.1 It is paid under paragraph A1.1.
"""
    assert [at for rule, _, at in _found("", text) if rule == "MISSING"] == ["paragraph A1.6"]


def test_an_appendix_of_a_deed_is_its_own_where_the_agreement_has_schedules() -> None:
    text = """# Deed of Variation

1. Extension

1.1 Schedule 3 to the Principal Agreement is as in Appendix 1, and Appendix {} is added to it.

# Appendix 1

1. The sums are these.

# Appendix 2

1. The measures are these.
"""
    for number, found in (("2", []), ("4", [("MISSING", "error", "Appendix 4")])):
        assert [one for one in _found("", text.format(number)) if one[0] == "MISSING"] == found


def test_a_deed_may_refer_to_its_own_clause_where_it_says_how_it_varies() -> None:
    text = """# Deed of Variation

4. Variation

4.1 The Principal Agreement is varied as in clause 9.3 of it.

4.2 Subject to clause {}, nothing is affected.

# Schedule 1 Scheme

1. Services

1.1 The criteria are those in paragraph {} of this Schedule.

1.2 They are applied.
"""
    right, wrong = text.format("4.1", "1.2"), text.format("4.6", "5.2")
    for given, found in ((right, []), (wrong, ["clause 4.6", "paragraph 5.2"])):
        told = [at for rule, level, at in _found("", given) if rule == "MISSING" and level != "info"]
        assert told == found


_DEED_WITH_A_RULE = """
# Deed of Variation

## Background

A. By an agreement dated 1 April 2022 (the “Principal Agreement”) the parties pooled their budgets.

## 1. Interpretation

1.1 {rule}

## 2. Variation

2.1 In clause 14, for the words “each year” there is substituted “each quarter”.

2.2 {words}

# Schedule 1 Contributions

1. The Council pays.

# Schedule 2 Targets

1. The Trust pays too.
"""


@pytest.mark.parametrize(
    ("rule", "words", "found"),
    [
        ("References to clauses and Schedules are to those of this Deed.", "See Schedule 6.", ["Schedule 6"]),
        (
            "Unless it says otherwise, a clause or Schedule is one of this Deed.",
            "See clause 19.",
            ["clause 19"],
        ),
        ("A Schedule mentioned here is a Schedule to this Deed.", "The list is in Annex B.", ["Annex B"]),
        ("References to clauses are to those of this Deed.", "Clause 19 is replaced by clause 2.", []),
        ("References to clauses are to those of this Deed.", "Schedule 6 sets out the list.", []),
        ("The Schedules are part of this Deed.", "The list is in clause 19.", []),
        ("References to Schedules are to those of this Deed.", "The list is in Schedule 2.", []),
    ],
)
def test_a_deed_that_says_whose_clauses_it_mentions_must_have_them(
    rule: str, words: str, found: list[str]
) -> None:
    told = _found(words, _DEED_WITH_A_RULE.replace("{rule}", rule))
    assert [words for name, level, words in told if name == "MISSING" and level != "info"] == found


_ATTACHED = """
# Schedule 3 Money

1. Words

1.1 {words}

1.2 The form is in Appendix A, and the names are in Appendix B.

# Appendix A Form

1. It is signed.

# Appendix B Names

1. They are listed.
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The charges are in Appendix C.", ["Appendix C"]),
        ("The charges are in Appendix C to the main agreement.", []),
        ("The charges are in Schedule 4.", []),
        ("The charges are in Appendix B.", []),
    ],
)
def test_a_schedule_on_its_own_has_the_appendices_it_speaks_of(words: str, found: list[str]) -> None:
    told = _found(words, _ATTACHED)
    assert [words for name, level, words in told if name == "MISSING" and level != "info"] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A member leaves the room, unless the chair allows it to stay under clause 1.2.", ["clause 1.2"]),
        ("Each Partner bears its costs, except as clause 1.2 provides.", ["clause 1.2"]),
        ("Each Partner bears its costs, save for those met by virtue of clause 1.2.", ["clause 1.2"]),
        ("No sum is paid unless it is claimed under this clause 1.2.", []),
        ("A payment under clause 1.2 is made in May.", []),
    ],
)
def test_an_exception_is_made_by_another_clause(words: str, found: list[str]) -> None:
    assert [words for name, _, words in _found(words) if name == "ITSELF"] == found


def test_a_schedule_that_is_sent_to_a_body_is_no_part_of_it() -> None:
    schedule = _AGREEMENT.replace(
        "1. The Council pays.", "1. The Council reports this Schedule 2 to the Board."
    )
    assert [words for name, _, words in _found("It ends.", schedule) if name == "THIS"] == ["this Schedule 2"]


def test_a_class_of_drugs_is_no_schedule_of_the_text() -> None:
    text = """
1. Service

1.1 The Provider supplies methadone (a schedule 2 controlled drug), other Schedule 2 and 3 medicines and
Schedule 4 and Schedule 5 drugs (schedule 2 /3 controlled drugs).
Controlled drugs (Schedule 2) and drugs in Schedule 3 are locked away.

1.2 The drugs listed in Schedule 9 are bought, and the forms are in Schedule 2.

# Schedule 1 Forms

1. A form, to which clause 1.2 and Schedule 1 refer.
"""
    assert [hit.words.text for hit in hits(load("CK-REF-MISSING"), text)] == ["Schedule 9", "Schedule 2"]


def test_a_subclause_may_be_named_as_that_of_a_statute() -> None:
    assert _found("It is audited as clause 1(1) and clause 2(1)(b) provide, and as clause 2(2) does.") == [
        ("MISSING", "error", "clause 2(2)")
    ]


def test_the_only_annex_needs_no_number() -> None:
    text = """
1. Term

1.1 The charges are in Annex 1, and end with this agreement.

# Annex: Payment Terms

1. The charges in this Annex 1 are paid each month, those in this Annex 2 never.

2. The Council pays.
"""
    found = run(reading_of(text), Options(select=("CK-REF", "CK-NUMBER")))
    assert [(one.rule, one.words.text) for one in found] == [("CK-REF-THIS", "this Annex 2")]


@pytest.mark.parametrize(("recitals", "level"), [("(A) One.\n\n(B) Two.", "error"), ("One.\n\nTwo.", "info")])
def test_a_recital_that_is_not_there(recitals: str, level: str) -> None:
    text = f"""
# Agreement

## Background

{recitals}

## 1. Term

1.1 It begins as recital (D) says, and ends with this agreement.

1.2 The Council pays.
"""
    assert _found("", text) == [("MISSING", level, "recital (D)")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Those who sign are listed at section 4.", ["section 4"]),
        ("Those who sign are listed at section 2.", []),
        ("It is set out in section 75.", []),
        ("It acts under section 9.", []),
        ("Those who sign are listed at section 9 of the Act.", []),
    ],
)
def test_a_section_in_which_something_is_said_to_stand_is_own(sentence: str, told: list[str]) -> None:
    text = f"1. Use\n\n1.1 {sentence}\n\n2. Signatures\n\n2.1 The Council signs.\n"
    assert [hit.words.text for hit in hits(load("CK-REF-MISSING"), text)] == told


_BASES = """
| Purpose | {head} |
|---|---|
| Care | paragraph 2 |
| Safety | paragraph 18 |
"""


def test_a_number_in_a_column_for_a_statute_is_of_the_statute() -> None:
    told = [("MISSING", "error", "paragraph 18")]
    assert _found(_BASES.format(head="Schedule 1 to the Data Protection Act 2018")) == []
    assert _found(_BASES.format(head="Where it is")) == told


def test_a_number_after_a_table_is_no_second_table() -> None:
    rows = "| Post | Filled |\n|---|---|\n| Nurse | 28.5 |\n"
    text = f"1. Posts\n\n1.1 Of the posts in Table 1A, 28.5 are filled.\n\nTable 1A\n\n{rows}"
    assert hits(load("CK-REF-MISSING"), text) == []
