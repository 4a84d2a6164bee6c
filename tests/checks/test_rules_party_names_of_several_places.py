"""Names of parties with commas in them: boards of several places, departments of several subjects."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import instrument_of

_BOARD = "NHS Dale, Moorshire and Vale West Integrated Care Board"
_TRUST = "Dale, Esk and Moor Valleys NHS Foundation Trust"
_DEPARTMENT = "Ministry of Ferries, Harbours and Coastal Towns"
_AGREEMENT = """SECTION 75 AGREEMENT

BETWEEN

(1) DALE COUNTY COUNCIL of County Hall, Dale DA1 1AA (the “Council”);

(2) {board} of 4 Quay House, Dale DA1 2BB (the “ICB”);

(3) {trust} of West Park, Dale DA2 2CC (the “Trust”); and

(4) The {department} of 2 Mole Street, Dale DA1 4DF (“MFHCT”).

1. Fund

1.1 The Council, the ICB, the Trust and MFHCT keep the fund. Notices go to each of them there.

Signed for and on behalf of Dale County Council ....................

Signed for and on behalf of {signs} ....................

Signed for and on behalf of {trust} ....................

Signed for and on behalf of the {department} ....................
"""


def _agreement(signs: str = _BOARD, board: str = _BOARD) -> str:
    return _AGREEMENT.format(board=board, trust=_TRUST, department=_DEPARTMENT, signs=signs)


@pytest.mark.parametrize("board", [_BOARD, _BOARD.upper(), "NHS Dale, Moor, Esk & Vale ICB"])
def test_a_name_goes_on_after_its_commas(board: str) -> None:
    names = [party.name.text for party in instrument_of(_agreement(board=board)).parties.each]
    assert names == ["DALE COUNTY COUNCIL", board, _TRUST, f"The {_DEPARTMENT}"]


def test_a_list_of_bodies_is_no_name() -> None:
    text = _agreement(board="Esk Borough Council, Moor City Council and Vale Integrated Care Board")
    assert instrument_of(text).parties.each[1].name.text == "Esk Borough Council"


@pytest.mark.parametrize(
    ("short", "told"),
    [("Provider", ["Service Provider"]), ("Charity", []), ("Service Provider", [])],
)
def test_a_provider_is_not_called_a_service_provider(short: str, told: list[str]) -> None:
    text = (
        "(1) Dale Council of the Hall (the “Council”); and\n\n"
        f"(2) Dale Carers Limited of the Mill (the “{short}”).\n"
        f"\n1. Care\n\n1.1 The Council pays the {short}. The Service Provider cares for all.\n"
    )
    found = run(
        read(f"AGREEMENT\n\nBETWEEN\n\n{text}", "a.txt", markdown=False).reading,
        Options(select=("CK-PARTY-NAME-CHANGES",)),
    )
    assert [one.words.text for one in found if one.level != "info"] == told


@pytest.mark.parametrize(
    ("signs", "told"),
    [
        (_BOARD, []),
        (_BOARD.replace(" and ", " & "), []),
        (_BOARD.replace("West", "East"), ["CK-PARTY-NAME-CHANGES"]),
    ],
)
def test_who_signs_is_compared_with_the_whole_name(signs: str, told: list[str]) -> None:
    found = run(
        read(_agreement(signs), "a.txt", markdown=False).reading, Options(select=("CK-PARTY-NAME-CHANGES",))
    )
    assert [one.rule for one in found if one.level != "info"] == told
