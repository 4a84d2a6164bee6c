"""Small words that are lost: an article, a preposition, the "and" before the last of several."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

_AGREEMENT = """1. Parties

1.1 This agreement is between:

(1) Eastbeck Council of Shire House (the “Council”);

(2) NHS Eastbeck Integrated Care Board of Quay House (the “ICB”); and

(3) Eastbeck Community NHS Trust of Moor House (the “Trust”).

2. Stores

2.1 {}
"""


def _found(words: str) -> list[tuple[str, str]]:
    reading = read(_AGREEMENT.format(words), "a.md", markdown=True).reading
    found = run(reading, Options(select=("CK-TEXT",), as_at=AS_AT))
    return [(one.rule.removeprefix("CK-TEXT-"), one.words.text) for one in found if one.level != "info"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("In event of a fire the store is closed.", "In event of"),
        ("Stock is counted at end of each month.", "at end of"),
        ("It is opened at request of the ICB.", "at request of"),
        ("The lease is for further period of two years.", "for further period of"),
        ("Stock was lost as result of the flood.", "as result of"),
        ("It opens on date of this agreement.", "on date of"),
        ("The rent is due under terms of the lease.", "under terms of"),
        ("The stock is lent with view to its return.", "with view to"),
        ("The van is washed once month, by the driver.", "once month"),
        ("Each of Partners holds a key.", "Each of Partners"),
        ("The Council may charge fee for a lost key.", "may charge fee"),
        ("The Trust shall appoint new clerk to the store.", "shall appoint new clerk"),
        ("The clerk is employed the Council.", "is employed"),
        ("The lease is governed the law of England.", "is governed"),
        ("The clerk shall report the Joint Board in May.", "shall report"),
        ("Each Partner account for its own tax.", "Each Partner account"),
        ("The Council shall see that the Partners has notice of it.", "the Partners has"),
        ("The lease is in writing signed both Partners.", "in writing signed"),
        ("The clerk shall have due regard the needs of patients.", "due regard"),
        ("The Trust may end it by giving notice the ICB.", "giving notice"),
        ("It replies within ten Working Days receiving a call.", "within ten Working Days"),
        ("The sum overpaid shall be repaid the Council in May.", "sum overpaid shall be repaid"),
        ("The Partners wish share the store.", "Partners wish"),
        ("The clerk who appointed by the ICB keeps a list.", "who"),
        ("The Partners acknowledge that is a risk of theft.", "acknowledge that"),
    ],
)
def test_a_lost_word_is_told(words: str, told: str) -> None:
    assert ("WORDS", told) in _found(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The Trust shall clean, count, store the stock.", "count,"),
        ("The Council, the ICB, the Trust shall each keep a key.", "ICB,"),
        ("The store is run by a clerk, a driver, a cleaner.", "driver,"),
        ("“Stock” means beds, hoists, spare wheels of any size.", "hoists,"),
    ],
)
def test_a_row_without_and_is_told(words: str, told: str) -> None:
    assert ("AND", told) in _found(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Complaints are delt with by the clerk.", "delt"),
        ("The lease runs with effect form the Monday after.", "form"),
        ("The ICB shell pay the rent.", "shell"),
    ],
)
def test_a_word_for_another_is_told(words: str, told: str) -> None:
    assert ("SPELLING", told) in _found(words)


def test_a_stop_is_missed_after_at_all() -> None:
    words = (
        "The clerk keeps the key of the store.\n\n2.2 The driver keeps the keys of the vans.\n\n"
        "2.3 The names of the Partners shall stand together on the door of the store or not at all"
    )
    assert ("STOP", "all") in _found(f"{words}\n\n3. Vans\n\n3.1 The Council keeps the vans in the yard.")


@pytest.mark.parametrize(
    "words",
    [
        "In the event of a fire the store is closed, at the request of the ICB.",
        "The lease is for a further period of two years, as a result of the vote.",
        "By then the stock is in course of delivery and on display.",
        "The Council shall give notice in writing to the ICB.",
        "The Trust shall be repaid the sum of £500 by the Council.",
        "The Council is paid the rent, and the ICB is given the key.",
        "The store is the one that is led by the ICB, and once it is open it is used.",
        "The terms of reference are kept, and stock is lent under terms of reference agreed in May.",
        "The Council may charge fees, and shall keep account of them.",
        "The Trust, which is funded mostly by the ICB, has regard to its needs.",
        "The lease is governed by the law of England, and the clerk reports to the Joint Board.",
        "Each Partner accounts for its own tax, and each of the Partners has notice of it.",
        "Within ten Working Days of receiving a call it replies.",
        "The Partners agree that it is a risk of the ICB.",
        "The Council shall, however, promptly tell the ICB.",
        "The Council, the ICB and the Trust shall each keep a key.",
        "The Council, with the ICB, the Trust and others, keeps a key.",
        "The store is run by a clerk, a driver and a cleaner.",
        "It offers: a lift home, a warm house, a pint of milk, and a call the next day.",
        "“Stock” means beds, hoists and spare wheels of any size.",
        "“Area” means the district, excluding its parks, under the lease.",
        "“Clerk” means the person, whoever that is, appointed by the ICB.",
    ],
)
def test_words_that_go_together_are_left_alone(words: str) -> None:
    assert [one for one in _found(words) if one[0] in ("WORDS", "AND", "SPELLING")] == []
