"""Words with capitals that share all but one of their words with a defined term."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.texts import read
from tests.checks.instruments import hits

_AGREEMENT = """
THIS DEED is made on 3 May 2026 between:

(1) Dale Academy Trust of 3 Quay Street, Dale DA1 1AA (the “First Owner”); and

(2) Weir Homes Limited of 9 High Street, Weir WE1 1AA (the “First Mortgagee”).

## 1. Definitions

1.1 In this deed:

**Background IPR** means rights that a party has before the Start Date.

**Data Subject Request** means a request by a person about data on that person.

**Electronic Means** means messages that are sent by wire.

**Force Majeure Event** means what nobody can help.

**Hosted Materials** means what the First Owner keeps on the servers.

**Participating Schools** means the schools in Schedule 1.

**Private Papers** means the papers of a party.

**Registered Name Holder** means the person in whose name a domain stands.

**Start Date** means 1 June 2026.

## 2. Work

2.1 Each party keeps the Private Papers of the Registered Name Holder, and the Hosted Materials of the
Participating Schools, by Electronic Means. A Data Subject Request or a Force Majeure Event is told. The
Background IPR stays with its owner. The First Owner and the First Mortgagee agree from the Start Date.

2.2 {}
"""


def _told(sentence: str) -> set[str]:
    found = [
        hit
        for id_ in ("CK-TERM-VARIANT", "CK-TERM-UNDEFINED")
        for hit in hits(load(id_), _AGREEMENT.format(sentence))
    ]
    return {hit.words.text for hit in found if hit.confidence != "doubtful"}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The First Lender consents to this deed.", "First Lender"),
        ("They teach the staff of the Participating Academies in turn.", "Participating Academies"),
        ("They may agree by Electronic Methods, that they then print.", "Electronic Methods"),
        ("Neither is liable for a Force Majeure Occurrence.", "Force Majeure Occurrence"),
        ("A party may amend the relevant Hosted Content; and/or", "Hosted Content"),
        ("They refer all Data Subject Access Requests to the First Owner.", "Data Subject Access Requests"),
        ("You remain the Registered Domain Holder of record.", "Registered Domain Holder"),
        ("Each grants a licence of its Background IP to the other.", "Background IP"),
        ("Each keeps secret the other party's Private Files.", "Private Files"),
        ("It is signed by a duly Registered Name Delegate.", "Registered Name Delegate"),
        ("They may disclose Private Material for research.", "Private Material"),
    ],
)
def test_words_that_share_all_but_one_with_a_term_are_told(sentence: str, words: str) -> None:
    assert _told(sentence) == {words}


@pytest.mark.parametrize(
    "sentence",
    [
        "The First Owner pays Dale Academy Sixth Form Trust.",
        "The register is kept at the Registered Office of the First Mortgagee.",
        "What Materials are hosted is for them to say.",
        "They keep to the Data Subject Toolkit that Weir Council publishes.",
        "The Executive Board of the First Owner may meet.",
        "The hosted content stays, and a private view is held for participating academies.",
        "Start Dale Academy again if the First Owner asks.",
    ],
)
def test_names_and_small_letters_are_left_alone(sentence: str) -> None:
    assert _told(sentence) == set()


def test_an_item_of_a_list_without_stops_is_whole() -> None:
    items = "These follow:\n\n- papers within four weeks of the Starting Date\n- two lessons for all staff"
    assert _told(items) == {"Starting Date"}


def test_what_a_party_does_makes_a_term_beside_that_of_another() -> None:
    text = """
| Term | Meaning |
|---|---|
| Disclosing Party | a Party that makes data available |
| Shared Data | the data listed in Annex A |

1. Use

1.1 The Disclosing Party checks the Shared Data. {} Party that finds an error shall say so.
"""
    rule = load("CK-TERM-UNDEFINED")
    assert [hit.words.text for hit in hits(rule, text.format("A Receiving"))] == ["Receiving Party"]
    assert hits(rule, text.format("Receiving it, a")) == []


def test_what_an_instrument_calls_itself_is_no_short_form() -> None:
    text = """
## 1. Definitions

1.1 In this Contract:

**Third-Party Contract** means a contract with another body.

**Grant** means the sum that we pay.

## 2. Work

2.1 The Grant is paid under this Contract. A Third-Party Contract ends with the Contract.
"""
    assert hits(load("CK-TERM-VARIANT"), text) == []
    several = text.replace("this Contract", "these Conditions").replace(
        "Third-Party Contract", "Own Conditions"
    )
    assert hits(load("CK-TERM-VARIANT"), several.replace("the Contract", "the Conditions")) == []


_PAPERS = """
Standard terms of grant

Definitions:

Applying for a grant – the booklet that says how to apply.

Approved Purposes – the purposes for which you apply.

Grant Expiry Date – the date by which you must achieve them.

Programme Application guidance – the document about the programme.

Using the grant

1. You must use it for the Approved Purposes, by the {}, as Applying for a grant and the Programme
Application guidance say.
"""


def test_a_list_with_dashes_may_begin_a_text() -> None:
    rules = [load("CK-TERM-VARIANT"), load("CK-TERM-UNDEFINED")]
    for words, found in (("Grant Expiration Date", {"Grant Expiration Date"}), ("Grant Expiry Date", set())):
        text = read(_PAPERS.format(words), "terms.txt", markdown=False)
        instrument = Instrument(text.reading)
        assert {hit.words.text for rule in rules for hit in rule.check(instrument)} == found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It begins on the start date.", ["start date"]),
        ("No data is given to any registered name holder. The Registered Name Holder waits. A Registered"
         " Name Holder may act, as another Registered Name Holder did.", ["registered name holder"]),
        ("It begins on any date.", []),
    ],
)  # fmt: skip
def test_small_letters_for_the_one_thing_of_its_kind(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-TERM-CAPITALS"), _AGREEMENT.format(sentence))
    assert [hit.words.text for hit in found if hit.confidence == "likely"] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Each party keeps to its Privacy Policy (www.example.org/privacy), and the Hosting Policy"
        " (https://example.org/hosting) applies.",
        "They complete the form in the Accommodation Portal.",
        "Misconduct is dealt with under the Student Disciplinary Regulations.",
        "The Uniform Domain Name Dispute Resolution Policy applies to it.",
        "The deposit is kept in a Tenancy Deposit Protection Scheme.",
    ],
)
def test_what_is_looked_up_by_its_name_is_left_alone(sentence: str) -> None:
    assert _told(sentence) == set()


_ANNEX = """
This Data Annex forms part of the general terms of the Company.

1. Interpretation

1.1 {}

1.2 In this Data Annex, the following terms shall mean:

Compliant Request means a request about data;

Data Laws up to 2018 the Act of 1998, and thereafter the Act of 2018;

Data Person means a person whom data are about;

Data Loss means what a party loses by it;

Data Order means the order for data;

Data Paper means a paper with data.

2. Data

2.1 The Customer shall pay the Charges for each Compliant Request under the Data Laws. The Customer tells the
Company of each Data Person, Data Loss, Data Order and Data Paper, and asks the Company for the Charges.
"""


def test_the_relevant_agreement_may_define_the_terms_of_an_annex() -> None:
    borrowed = "Capitalised terms that are not defined here have the meaning given in the relevant agreement."
    own = "Capitalised terms have the meaning given in clause 1.2."
    rule = load("CK-TERM-UNDEFINED")
    for sentence, told in ((borrowed, set()), (own, {"Customer", "Charges"})):
        found = hits(rule, _ANNEX.format(sentence))
        assert {hit.words.text for hit in found if hit.confidence == "likely"} == told


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "The Grants Agreement ends. The Grant Agreement begins, and the Grant Agreement is kept.",
            "Grants Agreement",
        ),
        ("The Heads of Term end. The Heads of Terms begin, and the Heads of Terms go.", "Heads of Term"),
        ("The Pool Fund ends. The Pooled Fund begins, and the Pooled Fund is kept.", "Pool Fund"),
        ("The Service Charges end. The Service Charge begins, and the Service Charge is kept.", ""),
        ("The Head of Terms ends. The Heads of Terms begin, and the Heads of Terms are kept.", ""),
        ("The Clinic Manager ends. The Clinical Manager begins, and the Clinical Manager stays.", ""),
        ("The Grants Agreement ends. The Grant Agreement begins.", ""),
    ],
)
def test_names_that_nothing_defines_are_written_in_one_way(sentence: str, words: str) -> None:
    found = hits(load("CK-TERM-VARIANT"), f"# Memorandum\n\n1. Work\n\n1.1 {sentence}")
    assert [hit.words.text for hit in found] == ([words] if words else [])
