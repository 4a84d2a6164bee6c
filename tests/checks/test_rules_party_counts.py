"""How many parties a text says there are."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
Parties

(1) Westmarch County Council (“the Council”);

(2) NHS Dale Clinical Commissioning Group (“Dale CCG”);

(3) NHS Fell Clinical Commissioning Group (“Fell CCG”); and

(4) NHS Moor Clinical Commissioning Group (“Moor CCG”),

together the “Partners”.

1. Funds

1.1 {words}
"""


def _found(words: str, agreement: str = _AGREEMENT) -> list[tuple[str, str]]:
    options = Options(select=("CK-PARTY-TWO-WORDS", "CK-FIGURE-CHANGES", "CK-PARTY-NUMBER"), as_at=AS_AT)
    found = run(reading_of(agreement.replace("{words}", words)), options)
    return [(one.rule.removeprefix("CK-"), one.words.text) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "The Board acts with the agreement of all ⟦three⟧ Partners.",
        "Each of the ⟦six⟧ Partners pays a share.",
        "The fund is held for the ⟦five⟧ Parties.",
        "The fund is held for the ⟦three⟧ Partners.",
        "The ⟦four⟧ CCGs pay a half.",
        "All ⟦two⟧ of the CCGs pay a half.",
        "The Council tells the ⟦four⟧ other Partners.",
        "Every one of the ⟦5⟧ Partners pays.",
    ],
)
def test_a_number_of_parties_that_is_not_theirs(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain) == [("FIGURE-CHANGES", words.partition("⟦")[2].partition("⟧")[0])]


@pytest.mark.parametrize("words", ["Both CCGs", "both the CCGs", "both of the CCGs"])
def test_a_word_for_two_of_three_of_a_kind(words: str) -> None:
    assert _found(f"The fund is that of {words}.") == [("PARTY-TWO-WORDS", words)]


@pytest.mark.parametrize(
    "words",
    [
        "The four Partners, and among them all three CCGs, keep a fund.",
        "The two Partners in dispute, or the three Partners who are not, may ask the Board.",
        "The Council tells the three other Partners.",
        "The three councils of the county are consulted, and the two trusts.",
        "If Partners fail to agree, any three Partners may ask the Board.",
        "The agreement of at least three Partners is needed.",
        "The three former CCGs of the county had a fund.",
    ],
)
def test_numbers_of_some_of_them_are_left_alone(words: str) -> None:
    assert _found(words) == []


def test_parties_that_may_not_all_be_read_are_not_counted() -> None:
    unnumbered = _AGREEMENT.replace("(3) NHS", "NHS")
    assert _found("All three Partners pay.", unnumbered) == []


def test_parties_without_an_article_have_a_verb_in_the_plural() -> None:
    assert _found("If Partners fails to agree, the Board decides.") == [("PARTY-NUMBER", "Partners fails")]


@pytest.mark.parametrize(("number", "found"), [("four", []), ("five", [("FIGURE-CHANGES", "five")])])
def test_a_term_for_a_number_of_the_parties_has_that_number(
    number: str, found: list[tuple[str, str]]
) -> None:
    words = "“Controllers” means the four Parties, each in its own role.\n\n1.2 It is kept for all"
    assert _found(f"{words} {number} Controllers.") == found
