"""Tables whose cells hold the text itself, as service specifications have them."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.reading import Reading, Table
from tests.docx.reader.small_files import lines, p, passages, reading, t, table

AIM = "The service supplies medicines to those who need them."
STAFF = "The Provider trains its staff before they serve anyone."
FIGURES = table((p(t("Year")), p(t("Sum"))), (p(t("2026")), p(t("£1,500"))))
BOX = table(
    (p(t("1. Purpose")),),
    (p(t(f"1.1 {AIM}")) + p(t(f"1.2 {STAFF}")),),
    (p(t("2. Scope")),),
    (p(t("2.1 The service is open to all residents, as clause 1.1 says.")),),
)
TITLES_BESIDE = table(
    (p(t("Purpose")), p(t(f"1.1 {AIM}")) + p(t(f"1.2 {STAFF}"))),
    (p(t("Scope")), p(t("2.1 The service is open to all residents, as clause 1.1 says."))),
)
ONE_BESIDE_EACH = table(
    (p(t("Purpose")), p(t(f"1.1 {AIM}"))),
    (p(t("Staff")), p(t(f"1.2 {STAFF}"))),
    (p(t("Scope")), p(t("2.1 All."))),
)
NUMBERS_BESIDE = table((p(t("1.1")), p(t(AIM))), (p(t("1.2")), p(t(STAFF))))


def is_text(found: Reading) -> bool:
    (only,) = (block for block in found.body if isinstance(block, Table))
    return only.holds_text


def test_provisions_in_boxes_have_their_numbers_and_headings() -> None:
    found = reading(BOX)
    assert is_text(found)
    assert [(one.number, one.heading) for one in passages(found.body)] == [
        ("1", 2),
        ("1.1", 0),
        ("1.2", 0),
        ("2", 2),
        ("2.1", 0),
    ]


@pytest.mark.parametrize("body", [BOX, TITLES_BESIDE, ONE_BESIDE_EACH, NUMBERS_BESIDE])
def test_what_is_told_of_sentences_is_told_of_those_in_boxes(body: str) -> None:
    instrument = Instrument(reading(body))
    assert AIM in [sentence.text for sentence in instrument.sentences]
    assert not instrument.grids


def test_numbers_go_on_from_before_a_box_and_behind_it() -> None:
    before, box = lines("1. Term", "1.1 It begins today."), table((p(t("2. Purpose")) + p(t(f"2.1 {AIM}")),))
    found = reading(before + box + lines("3. Accounts", "3.1 There are accounts."))
    assert [one.number for one in passages(found.body)] == ["1", "1.1", "2", "2.1", "3", "3.1"]


@pytest.mark.parametrize(
    "body",
    [
        FIGURES,
        table((p(t("Term")), p(t("Meaning"))), (p(t("Fund")), p(t(f"1.1 {AIM}")) + p(t(f"1.2 {STAFF}")))),
        table((p(t("Fund")), p(t("means the fund that the parties keep together.")))),
        table((p(t("Risk")), p(t("What is done"))), (p(t("Few staff.")), p(t(STAFF)))),
        table((p(t("1.1")), p(t(AIM)), p(t("95%"))), (p(t("1.2")), p(t(STAFF)), p(t("90%")))),
        table((p(t("Apples")),), (p(t("Pears")),)),
    ],
)
def test_tables_of_data_and_of_definitions_stay_tables(body: str) -> None:
    assert not is_text(reading(body))


def test_a_table_of_data_in_a_box_stays_a_table() -> None:
    found = reading(table((p(t(f"1.1 {AIM}")) + FIGURES,)))
    assert is_text(found)
    assert [place.role for place in Instrument(found).places] == ["text", *["cell"] * 4]


def test_a_box_in_a_box_is_read() -> None:
    found = reading(table((table((p(t(f"1.1 {AIM}")),)) + p(""),)))
    assert [one.number for one in passages(found.body) if one.text] == ["1.1"]


def test_a_number_in_a_cell_of_its_own_is_that_of_what_stands_beside_it() -> None:
    rows = (("1.", "Purpose"), ("1.1", AIM), ("1.2", STAFF), ("2.", "Scope"), ("2.1", AIM))
    found = reading(table(*((p(t(number)), p(t(words))) for number, words in rows)))
    assert [(one.number, one.heading) for one in passages(found.body) if one.words] == [
        ("1", 2),
        ("1.1", 0),
        ("1.2", 0),
        ("2", 2),
        ("2.1", 0),
    ]


def test_a_form_stays_a_table() -> None:
    lead = "Name of the provider and address of its main office:"
    assert not is_text(reading(table((p(t(lead)), p("")), (p(t("Contact:")), p("")))))
