"""What published agreements say, and no rule on terms, parties and references may call a fault."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits


def _found(rule: str, text: str) -> list[str]:
    return [hit.words.text for hit in hits(load(rule), text)]


def test_an_abbreviation_explained_again_with_more_before_it_is_one() -> None:
    text = """
1. Law

1.1 The Partners comply with the EU General Data Protection Regulation (GDPR).

1.2 The law is the General Data Protection Regulation (GDPR).

1.3 Each dentist keeps to the {} (GDPR).
"""
    assert not _found("CK-TERM-TWICE-DIFFERENTLY", text.format("General Data Protection Regulation"))
    assert _found("CK-TERM-TWICE-DIFFERENTLY", text.format("General Dental Practice Rules")) == ["GDPR"]


_TERMS = """
1. Definitions

“Authorised Officer” means a person whom a Partner names.

“Chief Officer” means the chief officer of the ICB.

“Request for Information” means a request under the Freedom of Information Act 2000.

2. Officers

2.1 The Authorised Officer of each Partner meets the Chief Officer about each Request for Information. {}
"""


@pytest.mark.parametrize(
    "words",
    [
        "The Chief Executive Officer of the national body attends.",
        "It is dealt with in line with its Information disclosure duties.",
        "No data leaves the United Kingdom and European Economic Area.",
    ],
)
def test_words_that_are_no_form_of_a_term_are_left_alone(words: str) -> None:
    assert not _found("CK-TERM-VARIANT", _TERMS.format(words))
    assert not _found("CK-TERM-UNDEFINED", _TERMS.format(words))


def test_several_officers_are_not_the_one_whom_a_term_means() -> None:
    text = _TERMS.replace("“Authorised Officer” means a person whom a Partner names.\n\n", "")
    text = text.replace("The Authorised Officer of each Partner meets", "Each Partner meets")
    assert not _found("CK-TERM-VARIANT", text.format("The Officers shall serve without pay."))
    assert _found("CK-TERM-VARIANT", text.format("The Officer shall serve without pay.")) == ["Officer"]


@pytest.mark.parametrize("lead", ["The data is shared between:", "The data flows between:"])
def test_those_between_whom_data_is_shared_are_no_parties(lead: str) -> None:
    text = """
1. Sharing

{}

Registry (Find), Register of Teachers (TRN) and Status Service (QTS); a breach by either participant ends it.
"""
    assert not _found("CK-PARTY-TWO-WORDS", text.format(lead))


def test_a_list_of_tables_is_no_reference_to_them() -> None:
    text = """
1. Data

1.1 Lists: Table 1: Data shared, Table 2: Retention. The limits are in Table 3.

Table 1: Data shared
"""
    sure = [hit.words.text for hit in hits(load("CK-REF-MISSING"), text) if hit.confidence != "doubtful"]
    assert sure == ["Table 3"]


@pytest.mark.parametrize(
    "words",
    [
        "All members of the group will be bound by the Code of Conduct on Confidentiality.",
        "All members shall sign the confidentiality agreement.",
    ],
)
def test_rules_on_secrets_that_stand_elsewhere_have_their_own_exceptions(words: str) -> None:
    text = f"1. Members\n\n1.1 There are six members.\n\n2. Confidentiality\n\n2.1 {words}"
    assert not _found("CK-MISSING-EXCEPTIONS", text)
    assert _found("CK-MISSING-EXCEPTIONS", f"{text} They shall keep what they hear confidential.")


def test_a_term_with_its_article_before_a_colon_is_the_term_without_it() -> None:
    text = """
1. Definitions

The Project: the work set out below.

2. Work

2.1 The Council shall do the Project.
"""
    assert not _found("CK-TERM-CAPITALS", text)
    assert not _found("CK-TERM-UNUSED", text)
