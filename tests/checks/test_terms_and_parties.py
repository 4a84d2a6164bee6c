"""Rules on terms and parties, where one example of each is not enough."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.running import run_rules
from tests.checks.instruments import hits, instrument_of

_TERMS = """
## 1. Definitions

1.1 In this agreement:

**Financial Contribution** means the sum that a Partner pays.

**Partner** means each party to this agreement.

**Pooled Fund** means the money that the Partners keep together.

**Services Contract** means a contract for care at home.

## 2. Funds

2.1 The Partners shall keep the Pooled Fund. {}
"""
_PARTIES = """
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

## 1. Funds

1.1 {}
"""


def _found(id_: str, text: str) -> list[tuple[str, str]]:
    return [(hit.words.text, hit.confidence) for hit in hits(load(id_), text)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each signs a Service Contract.", [("Service Contract", "certain")]),
        ("Each signs a Services Contact.", [("Services Contact", "certain")]),
        ("Each pays its Finacial Contribution.", [("Finacial Contribution", "certain")]),
        ("Each signs a Services Agreement.", [("Services Agreement", "likely")]),
        ("The Pool Fund is audited.", [("Pool Fund", "likely")]),
        ("Each pays its Contribution.", [("Contribution", "likely")]),
        ("Contributions to the King’s Fund are excluded.", []),
        ("The Services Contracts end.", []),
        ("The NonPooled Fund and the “Service Contract” end.", []),
    ],
)
def test_variants_of_terms(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-TERM-VARIANT", _TERMS.format(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Quarterly Return is sent to each Partner.", [("Quarterly Return", "likely")]),
        ("Notice is ten Working Days.", [("Working Days", "likely")]),
        ("It follows the 2006 Act.", [("2006 Act", "likely")]),
        ("The Section 151 Officer and the Caldicott Guardian are told.", []),
        ("The Integrated Care Board (ICB) is told.", []),
        ("This Services Protocol is not binding.", []),
        ("They meet on Microsoft Teams, in the Oak Room, as the Care Act 2014 says.", []),
    ],
)
def test_terms_that_nothing_defines(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-TERM-UNDEFINED", _TERMS.format(sentence)) == found


def test_one_slip_is_one_finding() -> None:
    text = _TERMS.format("Each pays its Financial Contribution and signs a Service Contract.")
    rules = [load(id_) for id_ in ("CK-TERM-UNDEFINED", "CK-TERM-UNUSED", "CK-TERM-VARIANT")]
    assert [one.rule for one in run_rules(instrument_of(text), rules)] == ["CK-TERM-VARIANT"]


def test_small_letters_are_doubtful_and_some_capitals_are_not() -> None:
    text = _TERMS.format("The Pooled fund is theirs. Each uses the pooled fund. A pooled fund may end.")
    assert _found("CK-TERM-CAPITALS", text) == [("Pooled fund", "certain"), ("pooled fund", "doubtful")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Either Partner may leave.", [("Either Partner", "certain")]),
        ("Neither of the Partners may leave.", [("Neither of the Partners", "certain")]),
        ("Each shall tell the other Partner.", [("the other Partner", "likely")]),
        ("A Partner may ask another Partner for what the other Partner holds.", []),
        ("Both the Council and the Trust may leave.", []),
        ("Each shall tell the other Partners.", []),
    ],
)
def test_words_for_two(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-PARTY-TWO-WORDS", _PARTIES.format(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Partners has agreed.", ["The Partners has"]),
        ("They say that the Partners wishes to leave.", ["the Partners wishes"]),
        ("Each Partner agree to pay.", ["Each Partner agree"]),
        ("The board of the Partners has agreed.", []),
        ("Each of the Partners agrees.", []),
        ("A notice to all Partners is needed.", []),
    ],
)
def test_verbs_that_do_not_go_with_the_parties(sentence: str, found: list[str]) -> None:
    assert [words for words, _ in _found("CK-PARTY-NUMBER", _PARTIES.format(sentence))] == found


def test_nobody_is_missed_while_a_party_is_still_a_blank() -> None:
    text = _PARTIES.format("Ends.").replace("Dale Borough Council", "[●]")
    assert _found("CK-PARTY-NO-SIGNATURE", f"{text}\n\nSigned for Westmarch County Council\n") == []
