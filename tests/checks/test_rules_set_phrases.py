"""Set phrases of which a small word is lost or has changed its place, and brackets in tables."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

_AGREEMENT = """1. Parties

1.1 This agreement is between:

(1) Eastbeck Council of Shire House (the “Council”); and

(2) NHS Eastbeck Integrated Care Board of Quay House (the “ICB”).

2. Work

2.1 {}
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The Council shall tell the ICB as soon practicable.", "as soon"),
        ("Decisions are made as close to residents possible.", "as close to residents"),
        ("The Board meets not less four times a year.", "not less"),
        ("The Partners co-operate with other in order to settle it.", "co-operate with"),
        ("The Partners have agreed pool money.", "Partners have agreed"),
        ("A Partner which wishes withdraw gives notice.", "which wishes"),
        ("Nothing here shall affect liability the Council to others.", "affect liability"),
        ("The Manager shall responsible be for the budget.", "shall responsible be"),
        ("Each Partner bears its costs own.", "its costs own"),
        ("The Partners recognise they that remain accountable.", "recognise they that"),
        ("The ICB must not to disclose the data.", "must not to"),
        ("The ICB shall pay the Council the first day of each quarter.", "pay the Council"),
        ("The Council commissions care behalf of the ICB.", "care"),
        ("Notices go to the address set in Schedule 4.", "address set"),
        ("The Board is made up the following members.", "is made up"),
        ("The data may be used the purposes in Schedule 2.", "be used"),
        ("This improves the way in which the functions exercised.", "in which the functions exercised"),
        ("The Council ensures that staff trained and supervised.", "ensures that staff trained"),
        ("The ICB shall submit a plan of improvement the Council within ten days.", "improvement"),
        ("It is paid within 30 days of receipt an invoice.", "of receipt"),
        ("The ICB may request a review the arrangements.", "request a review"),
        ("This is without prejudice any other right.", "without prejudice"),
        ("Subject clause 1, the Council shall act.", "Subject"),
        ("The hub is open between 9am 5pm.", "between 9am"),
        ("All notices are sent to address in clause 1.", "sent to"),
        ("The Council shall pay interest the overdue sum.", "interest"),
    ],
)
def test_a_word_of_a_set_phrase_is_lost(said: str, told: str) -> None:
    assert words("CK-TEXT-WORDS", _AGREEMENT.format(said)) == [told]


@pytest.mark.parametrize(
    "said",
    [
        "Care is given as near home as possible, and as soon as practicable.",
        "They meet not less than four times, and the ICB is no longer the host.",
        "They work with other bodies, co-operate with each other and consult with others.",
        "The terms that they agreed provide for that, and those which the Partners agreed continue.",
        "Nothing affects any right the Council may have, or the liability of the ICB to others.",
        "The sum shall, if required, be paid, and the Council shall be responsible for it.",
        "Each Partner bears its own costs. Its staff own their tools.",
        "It is agreed that they remain accountable, and that it ends.",
        "The Council shall not to any greater extent be liable than the law requires.",
        "The rent is due on the first day of each quarter.",
        "It acts on its own behalf, on the behalf of others and, in the end, in behalf of all.",
        "Targets set in Schedule 2 and limits set in clause 3 apply.",
        "A shortfall is made up the following year.",
        "What is needed is the purpose of the scheme, and data is used for the purposes of care.",
        "It improves the way in which the services provided by the ICB are used.",
        "The Council ensures that staff trained in first aid are present.",
        "The ICB shall submit a plan to the Council within ten days, and return what the Council lent.",
        "On receipt the Council shall pay, and within ten days of receipt of a claim the ICB shall.",
        "The conditions on which the grant was paid apply, as does the basis on which the fund is spent.",
        "It is done without prejudice to any right. Subject to clause 1, they act between 9am and 5pm.",
        "It is sent to addresses that are known. Interest at the rate of law is due on the overdue sum.",
        "It shall repay what is owed to the ICB and the Council each month.",
    ],
)
def test_a_set_phrase_is_whole(said: str) -> None:
    assert words("CK-TEXT-WORDS", _AGREEMENT.format(said)) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "Director of Care (Chair)      Director of Place (Deputy\nHead of Finance         Chief Nurse",
            ["("],
        ),
        ("Director of Care (Chair)      Director of Place (Deputy\nHead of Finance         Chair)", []),
    ],
)
def test_a_bracket_in_a_cell(rows: str, told: list[str]) -> None:
    text = f"1. Board\n\nThe members are:\n\nThe Council        The ICB\n{rows}\nLead for Beds     Lead GP\n"
    assert words("CK-TEXT-BRACKETS", text) == told
