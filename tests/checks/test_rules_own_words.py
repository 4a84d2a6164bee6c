"""References to articles, regulations, rules, conditions and standing orders that are an instrument's own."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.reading import passages_of
from clausekit.texts import read
from tests.checks.instruments import reading_of

_ARTICLES = """
# Articles of Association of Marsh Meadows Limited

## 1. Directors

1.1 The Directors run the Company as these Articles provide.

1.2 {words}

## 2. Meetings

2.1 A meeting is called:

(a) by the chair; or

(b) by two Directors.

2.2 A meeting is quorate under Article 2.1 if two Directors are there.

## 3. Shares

3.1 Shares are issued by the Directors, who act under Article 1.

3.2 Shares are numbered.
"""
_ORDERS = """
# Standing Orders of Fernbank Parish Council

### 1. Meetings

(a) Meetings are open to all. This standing order applies to committees too.

(b) {words}

### 2. Committees

(a) The Council appoints committees.

(b) A committee reports under standing order 1(a).
"""
_REGULATIONS = """
# FINANCIAL REGULATIONS 2026

## 1. General

1.1. These Financial Regulations bind members and officers.

1.2. {words}

## 2. Banking

2.1. The bank mandate is reviewed each year, as regulation 1.1 says.

## 3. Payments

3.1. Payments are made under Regulation 2.1.
"""
_RULES = """
CONTRACT PROCEDURE RULES

Rule 1: Scope

1.1 These Rules apply to all contracts.

1.2 {words}

Rule 2: Quotations

2.1 Three quotations are sought for a purchase to which Rule 1.1 applies.

Rule 3: Tenders

3.1 Tenders are opened by two officers.
"""
_CONDITIONS = """
CONDITIONS OF GRANT

1. Payment

1.1 The grant is paid under these Conditions.

1.2 {words}

2. Records

2.1 Records are kept for six years, as Condition 1.1 requires.

3. Ending

3.1 The grant ends if Condition 2.1 is not kept.
"""


def _found(text: str, words: str) -> list[tuple[str, str, str]]:
    findings = run(reading_of(text.replace("{words}", words)), Options(select=("CK-REF",)))
    return [(one.rule.removeprefix("CK-REF-"), one.level, one.words.text) for one in findings]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (_ARTICLES, "They act subject to Article 9.", "Article 9"),
        (_ARTICLES, "They act subject to Articles 2.1 and 2.7.", "2.7"),
        (_ARTICLES, "They meet when called under Article 2.1(c).", "Article 2.1(c)"),
        (_ARTICLES, "They act as article 3A provides.", "article 3A"),
        (_ARTICLES, "They act under paragraph (d) of Article 2.1.", "paragraph (d)"),
        (_ARTICLES, "They act under article 12 of these Articles.", "article 12"),
        (_ARTICLES, "They act under article 12 of the Articles.", "article 12"),
        (_ORDERS, "It is chaired as standing order 5 says.", "standing order 5"),
        (_ORDERS, "It is chaired as standing orders 2(a) and (k) say.", "(k)"),
        (_ORDERS, "It is chaired as Standing Order No. 8 says.", "8"),
        (_ORDERS, "It is chaired as SO 2(d) says.", "SO 2(d)"),
        (_RULES, "An officer seeks a waiver under CPR 9.1.", "CPR 9.1"),
        (_RULES, "An officer seeks a waiver under sub-rule 1.6.", "sub-rule 1.6"),
        (_REGULATIONS, "See also Financial Regulation 17.", "Regulation 17"),
        (_REGULATIONS, "The Clerk pays under regulation 2.6 above.", "regulation 2.6"),
        (_REGULATIONS, "The Clerk pays under regulation 51 below.", "regulation 51"),
        (_REGULATIONS, "The Clerk pays under regulation 9 of these Regulations.", "regulation 9"),
        (_RULES, "An officer may depart from Rule 2.4.", "Rule 2.4"),
        (_RULES, "Rule 8 is not to be waived.", "Rule 8"),
        (_CONDITIONS, "The grant is repaid under Condition 6.2.", "Condition 6.2"),
    ],
)
def test_a_provision_that_is_not_there_is_missed_by_its_own_name(text: str, words: str, found: str) -> None:
    assert _found(text, words) == [("MISSING", "error", found)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_ARTICLES, "They act under Article 3.2 and Articles 1 to 3."),
        (_ARTICLES, "They keep data lawfully under Article 6 of the UK GDPR."),
        (_ARTICLES, "They keep data under the UK GDPR, and answer requests under Article 15."),
        (_ARTICLES, "Model article 17 does not apply, nor does model article 22(2)."),
        (_ARTICLES, "The Model Articles are excluded, but for article 14."),
        (_ARTICLES, "Article 8 rights are kept in mind, and an Article 4 direction too."),
        (_RULES, "The press attends as Rule 3 (Access to Information Rules) says."),
        (_RULES, "The press attends as Rule 8 (Access to Information Procedure Rules) says."),
        (_ARTICLES, "Regulation 64 of Table A does not apply."),
        (_ARTICLES, "Nothing affects a right under Article 8 of the Convention."),
        (_ORDERS, "It is bought as CSO 9.1 and FR 12 say."),
        (_ORDERS, "It is paid for as Financial Regulation 9 says."),
        (_ORDERS, "Regulation 14 of the Local Elections Regulations 2006 applies."),
        (_REGULATIONS, "A tender follows standing order 18(c)."),
        (_REGULATIONS, "A bidder is excluded under regulation 57 of the Public Contracts Regulations 2015."),
        (_REGULATIONS, "The Public Contracts Regulations 2015 apply, and regulation 57 with them."),
        (_REGULATIONS, "A debt of the kind in Regulation 113 is paid at once."),
        (_RULES, "An order is made as Financial Procedure Rule 14 says."),
        (_RULES, "An officer acts under Rule 2.1 and Rules 1 to 3."),
        (_CONDITIONS, "Work starts when Condition 12 of the planning permission is met."),
        (_CONDITIONS, "Special Condition 8 in the offer letter prevails."),
    ],
)
def test_what_is_there_or_is_of_others_is_left_alone(text: str, words: str) -> None:
    assert _found(text, words) == []


def test_articles_of_law_are_not_those_of_an_agreement() -> None:
    agreement = """
# Data Processing Agreement

1. Purpose

1.1 The processor acts under Article 28, and answers under Articles 32 to 36. This Regulation is the GDPR.

2. Transfers

2.1 Data may leave under Article 46 or Regulation 5, subject to Rule 12 and Condition 9.
"""
    assert _found(agreement, "") == []


def test_headings_may_name_the_provisions_though_nothing_else_does() -> None:
    constitution = """
# Constitution

## Article 1 – The Council

1.1 The Council meets monthly.

## Article 2 – Members

2.1 A member may speak under Article 1.1, but not under Article 1.7.
"""
    assert _found(constitution, "") == [("MISSING", "error", "Article 1.7")]


def test_what_a_text_calls_itself_is_its_name_where_the_title_is_lost() -> None:
    text = _REGULATIONS.replace("# FINANCIAL REGULATIONS 2026\n", "").replace(
        "3.1.", "3.1. These Regulations and this regulation are read with these Regulations."
    )
    assert _found(text, "See also Financial Regulation 17 and Staff Regulation 18.") == [
        ("MISSING", "error", "Regulation 17")
    ]


def test_kinds_of_which_most_are_missing_are_of_others() -> None:
    words = "They act under Article 31, Article 32, Article 33, Article 34 and Article 35."
    assert _found(_ARTICLES, words) == []


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (_ARTICLES, "They act under Article 2 (Shares).", ("TITLE", "warning", "2 (Shares)")),
        (_REGULATIONS, "Pay under regulation 2 (Payments).", ("TITLE", "warning", "2 (Payments)")),
        (_ARTICLES, "Under this Article 3.2 they act.", ("THIS", "error", "this Article 3.2")),
        (_ARTICLES, "Subject to Article 1.2, they act.", ("ITSELF", "warning", "Article 1.2")),
    ],
)
def test_other_faults_of_such_references_are_told_as_of_clauses(
    text: str, words: str, found: tuple[str, str, str]
) -> None:
    assert _found(text, words) == [found]


def test_this_article_of_another_number_is_told_though_there_is_no_such_article() -> None:
    found = _found(_ARTICLES, "A notice under this Article 2.9 is void.")
    assert found == [("THIS", "error", "this Article 2.9")]


@pytest.mark.parametrize(
    "head", ["Rule {}: ", "Regulation {}. ", "Standing Order {} – ", "CONDITION {}: ", "Article {}: "]
)
def test_headings_with_the_name_of_what_they_count_have_its_number(head: str) -> None:
    text = (
        f"BOOK OF THE SOCIETY\n\n{head.format(1)}Scope\n\n1.1 It applies to all.\n\n"
        f"{head.format(2)}Members\n\n2.1 There are six.\n"
    )
    reading = read(text, "book.txt", markdown=False).reading
    numbered = [(one.number, one.words.strip()) for one in passages_of(reading.body) if one.number]
    assert numbered == [
        ("1", "Scope"),
        ("1.1", "It applies to all."),
        ("2", "Members"),
        ("2.1", "There are six."),
    ]


def test_a_heading_in_roman_numbers_is_that_of_its_sub_clauses() -> None:
    text = "Clause 1: Aims\n\n1.1 It aims high.\n\nClause 2: Means\n\n2.1 It has some.\n\n"
    for third, found in (("Article III. Ending\n\n", []), ("", ["It ends."])):
        findings = run(reading_of(f"{text}{third}3.1 It ends.\n"), Options(select=("CK-NUMBER-HEADING",)))
        assert [one.words.text for one in findings] == found
