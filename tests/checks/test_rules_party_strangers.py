"""Strangers that stand where a party should, where it signs or in tables, and parties left out there."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_PARTIES = """
Parties

(1) Wendle City Council (“the Council”);

(2) NHS Wendle Integrated Care Board (“the ICB”); and

(3) Dale Community Health NHS Trust (“the Trust”).

1. Work

1.1 They work together.

{}
"""
_BLOCKS = "\n\n".join(f"Signed for {{{at}}} by Ann Bell, Chief Executive, on 2 March 2026" for at in range(3))
_NAMES = ("Wendle City Council", "NHS Wendle Integrated Care Board", "Dale Community Health NHS Trust")


def _told(id_: str, text: str) -> list[str]:
    found = hits(load(id_), _PARTIES.format(text))
    return [hit.words.text for hit in found if hit.confidence != "doubtful"]


def test_a_stranger_signs_in_the_place_of_a_party() -> None:
    stranger = "Moorside Hospitals NHS Foundation Trust"
    assert _told("CK-PARTY-NAME-CHANGES", _BLOCKS.format(*_NAMES)) == []
    assert _told("CK-PARTY-NAME-CHANGES", _BLOCKS.format(*_NAMES[:2], stranger)) == [stranger]
    four = f"{_BLOCKS.format(*_NAMES)}\n\nSigned for {stranger} by Joe Hay, Chair, on 2 March 2026"
    assert _told("CK-PARTY-NAME-CHANGES", four) == []


def test_a_party_may_sign_by_its_short_name() -> None:
    text = _PARTIES.replace("the Trust", "the Health Trust").format(
        _BLOCKS.format("the Council", "the ICB", "the Health Trust")
    )
    assert [hit.words.text for hit in hits(load("CK-PARTY-NAME-CHANGES"), text)] == []


_TABLE = "| For | Name | Office | Date |\n|---|---|---|---|\n{}"
_ROW = "| {} | Ann Bell | Chief Executive | 2 March 2026 |\n"


@pytest.mark.parametrize(
    ("who", "strange", "unsigned"),
    [
        (("The Council", "The ICB", "The Trust"), [], []),
        (("The Council", "The ICB", "The Hospice"), ["The Hospice"], [_NAMES[2]]),
        (("The Council", "The Trust"), [], ["NHS Wendle Integrated Care Board"]),
    ],
)
def test_tables_with_names_and_dates_are_signed(
    who: tuple[str, ...], strange: list[str], unsigned: list[str]
) -> None:
    table = _TABLE.format("".join(map(_ROW.format, who)))
    assert _told("CK-PARTY-NAME-CHANGES", table) == strange
    told = hits(load("CK-PARTY-NO-SIGNATURE"), _PARTIES.format(table))
    assert [hit.words.text for hit in told] in (unsigned, [])
    assert len(told) == len(unsigned)
    assert all(hit.related for hit in told)


def test_parties_in_a_table_are_counted() -> None:
    text = (
        "| Partner | Called here |\n|---|---|\n| Wendle City Council | the Council |\n"
        "| NHS Wendle Integrated Care Board | the ICB |\n| Dale Hospice | the Hospice |\n\n"
        "## 1. Work\n\n1.1 It is signed for all {} Partners.\n"
    )
    rule = load("CK-FIGURE-CHANGES")
    told = {
        number: [hit.words.text for hit in hits(rule, text.format(number))] for number in ("three", "four")
    }
    assert told == {"three": [], "four": ["four"]}


@pytest.mark.parametrize(("verb", "told"), [("each seconds", True), ("each second", False)])
def test_parties_that_do_something_each_are_several(verb: str, told: bool) -> None:
    found = hits(load("CK-TEXT-WORDS"), _PARTIES.format(f"1.2 The Council and the ICB {verb} a nurse."))
    assert bool(found) is told


_RECORDS = "2. Records\n\n2.1 {}\n\n| {} | Records are kept for | Post |\n|---|---|---|\n{}"
_KEPT = "| {} | eight years | Head of Records |\n"


@pytest.mark.parametrize(
    ("lead", "head", "who", "told"),
    [
        ("Each party keeps records:", "Party", ("Council", "ICB"), ["ICB"]),
        ("The members are:", "Organisation", ("The Council", "The Trust"), ["The Council"]),
        ("The members are:", "Member", ("The ICB", "The Trust"), ["The ICB"]),
        ("Each party keeps records:", "Party", ("Council", "ICB", "Trust"), []),
        ("The Trust keeps none; the parties keep records:", "Party", ("Council", "ICB"), []),
        ("The other parties keep records:", "Party", ("Council", "ICB"), []),
        ("Each party keeps records:", "Commissioner", ("Council", "ICB"), []),
        ("Each party keeps records:", "Party", ("Council", "ICB", "Federation"), []),
        ("Each party keeps records:", "Party", ("Council", "Council"), []),
    ],
)
def test_a_table_of_the_parties_has_a_row_for_each(
    lead: str, head: str, who: tuple[str, ...], told: list[str]
) -> None:
    table = _RECORDS.format(lead, head, "".join(map(_KEPT.format, who)))
    assert _told("CK-PARTY-NO-ROW", table) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Moorside District Council shall send the list each week.", ["Moorside District Council"]),
        ("Hale Valley NHS Trust agrees to pay its share.", ["Hale Valley NHS Trust"]),
        ("Wendle City Council shall send the list each week.", []),
        ("Moorside District Council provides the hall.", []),
        ("Moorside District Council shall be invited to each meeting.", []),
        ("NHS England shall publish the rate.", []),
        ("What was sent to the Hale Valley NHS Trust shall be kept.", []),
        ("Moorside Council shall send it. Moorside Council keeps it.", []),
    ],
)
def test_a_stranger_is_bound_as_a_party_is(sentence: str, told: list[str]) -> None:
    assert _told("CK-PARTY-ROLE", f"1.2 {sentence}") == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The list is kept on the drive that the Acute Trust provides.", ["Acute Trust"]),
        ("The list is kept on the drive of the Acute Trust.", []),
        ("The Acute Trust provides it. The Acute Trust is at Moorside.", []),
    ],
)
def test_a_sort_of_trust_that_does_what_a_party_does(sentence: str, told: list[str]) -> None:
    assert _told("CK-PARTY-NAME-CHANGES", f"1.2 {sentence}") == told
