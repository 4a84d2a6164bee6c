"""Misspelt words that no list has: they differ by a letter from one that the text uses, or from one of the
field."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_BEFORE = """
1. The Board

1.1 The Caldicott Guardian of the Trust reports to the Caldicott Guardian of Wexhaven Council each week.

1.2 Wexhaven Borough pays in weeks three and nine. Notice by the Commissioner or by Wexhaven Council ends it.

1.3 """


def _told(words: str) -> list[str]:
    found = hits(load("CK-TEXT-SPELLING"), f"{_BEFORE}{words}\n")
    return [hit.words.text for hit in found if hit.confidence != "doubtful"]


@pytest.mark.parametrize(
    ("words", "slip"),
    [
        ("The chair asks the Caldecott Guardian.", "Caldecott"),
        ("No quorem is needed.", "quorem"),
        ("The Comissioner answers.", "Comissioner"),
        ("It is paid in weeks, not within three weks.", "weks"),
        ("It buys bed wihtout delay.", "wihtout"),
        ("It is held in the offfice of the Trust.", "offfice"),
        ("They meet at Wexhavven Council.", "Wexhavven"),
        ("The Trust’s staff and the Trsut answer.", "Trsut"),
        ("The bugdet is theirs.", "bugdet"),
        ("It is not decded by others.", "decded"),
        ("Rehabilitation helps. No rehabilition is idle.", "rehabilition"),
    ],
)
def test_a_letter_that_is_wrong(words: str, slip: str) -> None:
    assert _told(words) == [slip]


@pytest.mark.parametrize(
    "words",
    [
        "The Caldicott Guardians meet in Wexham and at Wexhavon Farm.",
        "Mr Trust and Ms Truss, of Weeke and Trusham, notice the coward's wards.",
        "A broad plan is quoted, and the later part of the latter charge changes.",
        "The adviser, an advisor, makes a judgment, and the judgement is acknowledged.",
        "Those who alter it after that may cause a clause to lapse, being bringers of terms to teams.",
        "Preventive and preventative work goes on, oriented and orientated by the anaesthetists.",
        "See weks@example.org and www.quorem.example/trsut.",
        "The weekes, in vired sums, are virements for reablements.",
    ],
)
def test_words_that_only_look_alike(words: str) -> None:
    assert _told(words) == []


def test_people_whose_names_are_alike_are_several() -> None:
    text = _BEFORE + "Ann Thompson and Jo Thompson serve with Sue Thomson.\n"
    assert hits(load("CK-TEXT-SPELLING"), text) == []


def test_a_text_that_its_page_spoilt_is_left_alone() -> None:
    words = "The bugdet offfice wihtout quorem pyas teh benfit cliams notcie perod furthr delyas."
    assert {"bugdet", "quorem"}.isdisjoint(_told(words))
