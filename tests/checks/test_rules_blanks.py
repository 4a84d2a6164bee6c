"""Which blanks are faults: those in running text and of years that are over, not those still to be signed."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT, hits

_AGREEMENT = """CARE AND HEALTH

The Partners work together.

THIS AGREEMENT is made on {date}

PARTIES

(1) Calder Council (the “Council”); and

(2) NHS Calder Integrated Care Board (the “ICB”).

1. The fund

1.1 The Council appoints the manager, who is at the Commencement Date {manager}.

SCHEDULE 1

REQUESTS

1. Requests are answered within a month by the Partner that has them.

Contact for each Partner: {contact}

2. The Partners keep a log.
"""
_FILLED = {"date": "3 May 2025", "manager": "Ann Hope", "contact": "the town hall"}


def _found(**blank: str) -> list[str]:
    text = _AGREEMENT.format(**{**_FILLED, **blank})
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-BLANK",), as_at=AS_AT))
    return [one.words.text for one in found if one.level == "error"]


@pytest.mark.parametrize(
    ("name", "blank"),
    [
        ("manager", "[●]"),
        ("manager", "paid £•,000,000"),
        ("manager", "__________"),
        ("contact", "____________________"),
        ("date", "[     ] 2014"),
    ],
)
def test_a_blank_is_told(name: str, blank: str) -> None:
    assert len(_found(**{name: blank})) == 1


@pytest.mark.parametrize(
    ("clause", "lines"),
    [
        ("1.2 Address: ________\n", 1),
        ("Date of the accounts: ________ or any other day that the Council chooses.\n", 1),
        ("1.2 Start: ________ or the day on which it opens.\n\n1.3 End: ________ or a later day.\n", 2),
        ("Date: ________\n", 0),
    ],
)
def test_a_line_after_a_label_is_a_blank_in_a_provision(clause: str, lines: int) -> None:
    text = _AGREEMENT.format(**_FILLED).replace("SCHEDULE 1", f"{clause}\nSCHEDULE 1")
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-BLANK",), as_at=AS_AT))
    assert [one.words.text for one in found] == ["________"] * lines


def test_a_date_with_two_lines_is_told_once() -> None:
    assert _found(date="the ______ day of ______________ 2024") == ["______"]


@pytest.mark.parametrize(
    "date", ["[     ] 2026", "______ 2026", "the ______ day of ______________ 2027", "3 May 2025"]
)
def test_the_date_of_a_signature_to_come_is_left_blank(date: str) -> None:
    assert _found(date=date) == []


_SENTENCES = "1. Costs\n\n1.1 The Council keeps the fund.\n\n1.2 {}\n\n1.3 The ICB pays its share.\n"


def _told(sentence: str, *families: str) -> list[tuple[str, str]]:
    reading = read(_SENTENCES.format(sentence), "a.txt", markdown=False).reading
    found = run(reading, Options(select=families, as_at=AS_AT))
    return [(one.rule, one.words.text) for one in found if one.level != "info"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The visit takes no longer than (  ) minutes.", "( )"),
        ("The share of the ICB is  per cent of the costs.", "is per cent"),
        ("The works are done from  to 30 June 2027.", "from to"),
        ("The Council is at , Calder, on the river.", "at ,"),
        ("The hall opens on the day of March 2025.", "the day of March "),
        ("The hall opened in 201[2] after the works.", "201[2]"),
        ("Notice of  days is given by the ICB.", "Notice of days"),
    ],
)
def test_a_hole_in_a_sentence_is_told(sentence: str, words: str) -> None:
    assert [(rule, told.lower()) for rule, told in _told(sentence, "CK-BLANK")] == [
        ("CK-BLANK-MARK", words.lower())
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The shares run from 10 to 20 per cent, a part of which, in 2026, is kept by , as it were, nobody.",
        "The hall (see [2019] UKSC 5 and 2011[2]) opens on the day of 3 May 2026, the last day of 2026.",
        "The form has boxes for yes ( ) no ( ) and for a date.",
        "The cost of which 10 per cent is borne by the ICB is , as ever, low.",
        "Reports go to info@calder.gov.example, to AN Others Limited and to 01234 567891.",
        "The score of the tender is 3:0, its order number 000123.",
    ],
)
def test_what_only_looks_like_a_hole_is_left_alone(sentence: str) -> None:
    assert _told(sentence, "CK-BLANK") == []


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("The company number of the carer is 0000000.", "CK-BLANK-TBC", "0000000"),
        ("The report goes to email@address.com.", "CK-BLANK-TBC", "email@address.com"),
        ("The manager of the hall is A N Other.", "CK-BLANK-TBC", "A N Other"),
        ("The ICB pays by the xth day of each month.", "CK-BLANK-TBC", "xth"),
        ("The boards meet every ? months.", "CK-BLANK-TBC", "?"),
        ("It ends upon ? month’s notice.", "CK-BLANK-TBC", "?"),
        ("It answers in nn calendar days.", "CK-BLANK-TBC", "nn"),
        ("The works end in 20__ at last.", "CK-BLANK-TBC", "20__"),
        ("It pays the lesser of £100 or % of the rent.", "CK-BLANK-TBC", "%"),
        ("The hall closes at #:## on Fridays.", "CK-BLANK-TBC", "#:##"),
        ("The Council spends £.. on the works.", "CK-BLANK-TBC", "£.."),
        ("The works are done by NAME OF BUILDER for the Council.", "CK-BLANK-INSERT", "NAME OF BUILDER"),
        ("The ICB is at <address> from May.", "CK-BLANK-INSERT", "<address>"),
    ],
)
def test_what_stands_for_a_name_or_a_number_is_told(sentence: str, rule: str, words: str) -> None:
    assert _told(sentence, "CK-BLANK") == [(rule, words)]


_OWN_DAY = (
    "Dated [    ] 2026\n\nTHIS AGREEMENT is made on {} between:\n\n(1) A Council; and\n\n(2) B Trust.\n\n"
    "1. Term\n"
)


@pytest.mark.parametrize(
    ("day", "level"), [("23 March 2026", "error"), ("the day on which both sign", "info")]
)
def test_the_day_on_the_cover_is_blank_though_the_text_tells_it(day: str, level: str) -> None:
    text = f"{_OWN_DAY.format(day)}\n1.1 It ends in May.\n"
    told = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-BLANK-MARK",), as_at=AS_AT))
    assert [(one.words.text, one.level) for one in told] == [("[ ]", level)]


_TABLE = """
1. Records

1.1 They are kept for these times.

| Records | Kept for | {head} |
|---|---|---|
| Plans | one year | yes |
{row}
| Letters | two years | yes |
| Maps | two years | yes |
"""


@pytest.mark.parametrize(
    ("row", "head", "words"),
    [
        ("| Calls | | yes |", "Shared", ["Calls"]),
        ("| Calls | | |", "Shared", []),
        ("| Calls | six years | |", "Shared", ["six years"]),
        ("| Calls | six years | |", "Notes", []),
        ("| Calls | – | yes |", "Shared", []),
        ("| All records | | yes |", "Shared", []),
    ],
)
def test_the_one_empty_cell_of_a_column_is_a_blank(row: str, head: str, words: list[str]) -> None:
    found = hits(load("CK-BLANK-MARK"), _TABLE.format(row=row, head=head))
    assert [hit.words.text for hit in found] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They meet within Working Days of the request.", ["within Working Days"]),
        ("It is sent not later than Business Days before the meeting.", ["later than Business Days"]),
        ("It lasts for a period of years from the start.", ["period of years"]),
        ("It ends on months’ written notice.", ["on months’"]),
        ("They meet within ten Working Days of it, and within working hours.", []),
        ("Within days of it they met, and over a period of years it grew.", []),
        ("Calls are answered within Working Hours.", []),
    ],
)
def test_a_number_of_days_is_missing(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-BLANK-MARK"), f"1. Time\n\n1.1 {sentence}\n")
    assert [hit.words.text for hit in found] == words


@pytest.mark.parametrize(
    ("name", "told"), [("[Insert name of Council]", 1), ("[name]", 0), ("Dale Council", 0)]
)
def test_nobody_is_to_fill_in_who_the_parties_are_where_they_sign(name: str, told: int) -> None:
    text = f"""
Between

(1) Dale Council (“the Council”); and

(2) Dale NHS Trust (“the Trust”).

1. Term

1.1 It begins on 1 April 2027.

Signed by Ann Bold, Director, for {name}

Signed by Jo Green, Director, for Dale NHS Trust
"""
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-BLANK-INSERT",)))
    assert len(found) == told


@pytest.mark.parametrize(("last", "blanks"), [("__ May 2027", ["__"]), ("6 May 2027", []), ("", [])])
def test_the_one_day_that_lacks_in_a_column_of_days_is_a_blank(last: str, blanks: list[str]) -> None:
    rows = "".join(
        f"| {name} | signed | {day} |\n" for name, day in (("Ann", "4 May 2027"), ("Bo", "5 May 2027"))
    )
    table = f"# Signatures\n\n| Name | Signed | Date |\n|---|---|---|\n{rows}| Cy | signed | {last} |\n"
    assert [one.words.text for one in hits(load("CK-BLANK-LINE"), table)] == blanks
