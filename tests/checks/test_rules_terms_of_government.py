"""Terms as government texts define and write them: meanings that are taken, one spelling throughout."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read

_DEFINITIONS = """1. Meaning of words

1.1 In this agreement:

**Controller**, **Processor**, **Data Subject**, **Personal Data** take the meaning given in the UK GDPR.

**Data Supplier** means each council that sends returns.

**Quarter** means three months.

2. Returns

2.1 In each Quarter {}
"""


def _told(sentence: str) -> list[tuple[str, str]]:
    found = run(
        read(_DEFINITIONS.format(sentence), "a.md", markdown=True).reading, Options(select=("CK-TERM",))
    )
    return [(one.rule, one.words.text) for one in found if one.level != "info"]


def test_terms_that_take_a_meaning_are_defined() -> None:
    sentence = (
        "the Controller tells each Data Subject what Personal Data the Processor has of them, and each Data"
        " Supplier which."
    )
    assert _told(sentence) == []


def test_a_spelling_that_stands_throughout_is_told_once() -> None:
    sentence = "the Data supplier pays.\n\n2.2 The Data supplier sends.\n\n" + "".join(
        f"2.{number} The Data supplier keeps list {number}.\n\n" for number in range(3, 7)
    )
    assert [told for told in _told(sentence) if told[0] == "CK-TERM-CAPITALS"] == [
        ("CK-TERM-CAPITALS", "Data supplier")
    ]


def test_names_of_government_are_no_terms() -> None:
    sentence = (
        "the Data Supplier uses GOV.UK Forms as Regulation 2016/679 of the European Parliament and of the"
        " Council asks, and the Service Standard of the NCSC; it may Process Personal Data, and the"
        " Processor MAY use CareLinks or tell CareLinks so."
    )
    assert [told for told in _told(sentence) if told[0] in ("CK-TERM-UNDEFINED", "CK-TERM-VARIANT")] == []


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        ("any Carer who helps", [("CK-TERM-CIRCULAR", "Carer")]),
        ("a Carer being a person of sixteen years or more", [("CK-TERM-CIRCULAR", "Carer")]),
        ("a carer who helps", []),
        ("the Carer Fund that the Council keeps", []),
    ],
)
def test_a_meaning_that_begins_with_its_term(meaning: str, told: list[tuple[str, str]]) -> None:
    text = (
        f"1. Words\n\n1.1 In this agreement:\n\n**Carer** means {meaning}.\n\n2. Use\n\n2.1 The Carer pays.\n"
    )
    found = run(read(text, "a.md", markdown=True).reading, Options(select=("CK-TERM-CIRCULAR",)))
    assert [(one.rule, one.words.text) for one in found] == told
