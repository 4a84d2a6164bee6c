"""The index of a batch: who, how much, in which file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from clausekit.batch.index import IndexEntry, entry_of, write_index
from clausekit.workshop import Workshop, open_workshop

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return open_workshop(ROOT)


def test_the_index_is_a_word_file_with_a_line_for_each_document(workshop: Workshop) -> None:
    entries = [IndexEntry("Reablement", "the ICB", "£5", "1.docx"), IndexEntry("Telecare", "", "", "2.docx")]
    document = docx.Document(BytesIO(write_index(workshop, "scheme-specification", entries)))
    assert document.paragraphs[0].text == "Index: Scheme Specification"
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["No.", "Title", "Party", "Amount", "File"],
        ["1", "Reablement", "the ICB", "£5", "1.docx"],
        ["2", "Telecare", "", "", "2.docx"],
    ]
    assert docx.Document(BytesIO(write_index(workshop, "section-75-agreement", []))).tables


def contributions(*amounts: tuple[str, str]) -> dict[str, Any]:
    return {"contributions": [{"council": council, "health": health} for council, health in amounts]}


@pytest.mark.parametrize(
    ("data", "party", "amount"),
    [
        # the party that the row chooses, else those that it names
        ({"specification": {"lead_officers": [{"party": "the ICB"}]}}, "the ICB", ""),
        (
            {"council": {"name": "Westmarch County Council"}, "health_bodies": [{"name": "NHS Dale"}]},
            "Westmarch County Council, NHS Dale",
            "",
        ),
        # the sum of the entries of one list, the only amount, the total that is stated, or none
        ({"specification": contributions(("£1,000", "0.50"), ("2", "3"))}, "", "£1,005.50"),
        ({"cooperation": {"award_limit": "£250,000"}}, "", "£250,000"),
        ({"cooperation": {"award_limit": "5"}, "specification": contributions(("1", "2"))}, "", ""),
        (
            {
                "contributions": {
                    "stated_total": "£7",
                    "sources": [{"name": "x", "shares": [{"amount": "3"}, {"amount": "4"}]}],
                }
            },
            "",
            "£7",
        ),
        ({"specification": contributions(("nonsense", "1"))}, "", ""),
        ({}, "", ""),
    ],
)
def test_party_and_amount_are_what_the_row_says(
    workshop: Workshop, data: dict[str, Any], party: str, amount: str
) -> None:
    entry = entry_of(data, workshop.dictionary, "Reablement", "1.docx")
    assert entry == IndexEntry("Reablement", party, amount, "1.docx")
