"""Small words that are lost: a preposition, "be", an ending."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Funds

1.1 The Partners keep a pooled fund.

1.2 {words}
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-TEXT-WORDS",), as_at=AS_AT)
    return [one.words.text for one in run(reading_of(_AGREEMENT.replace("{words}", words)), options)]


@pytest.mark.parametrize(
    "words",
    [
        "The Council does nothing that is ⟦prejudicial⟧ the interests of the Trust.",
        "The Council is ⟦responsible⟧ the pooled fund.",
        "The Trust, which is ⟦accountable⟧ its members, reports to them.",
        "The Council is ⟦entitled⟧ the reports of the Trust.",
        "The Partners answer requests ⟦in accordance⟧ that Act.",
        "The Partners act ⟦in conjunction⟧ the Board.",
        "The charge is ⟦based⟧ the hours worked.",
        "The sum is paid ⟦as set out⟧ the table below.",
        "The Partners are open with one another and shall be ⟦open⟧ the costs of the fund.",
        "The data are kept ⟦for the purposes⟧ the 2018 Act.",
        "The Board meets each month ⟦in order⟧ the fund is watched.",
        "A cost ⟦which likely⟧ to rise is reported.",
        "The manager ⟦who responsible⟧ for the fund reports to the Board.",
        "The Council ⟦shall responsible⟧ for the records.",
        "The Trust ⟦will not liable⟧ for what others do.",
        "The accounts ⟦shall audited⟧ by the Council.",
        "The sum ⟦shall paid⟧ to the Council in April.",
        "The plan has ⟦been agree⟧ by the Partners.",
        "The Council ⟦is require⟧ to keep accounts.",
        "The Council writes to ⟦one or more of the other Partner⟧ before it acts.",
        "The Trust tells ⟦each of the Partner⟧ of the change.",
        "The fee for the year ⟦shall ⟧£40,000.",
        "The Trust will ⟦be expected update⟧ the data each month.",
        "The report is sent no ⟦later than by⟧ 30 September.",
        "The Council meets a duty ⟦defined⟧ the Local Government Act 1999.",
        "This schedule ⟦set outs⟧ the sums.",
        "It is signed ⟦of behalf of⟧ the Trust.",
        "⟦The unit of measurement are⟧ months.",
        "⟦The roles of the Board is⟧ to advise.",
        "It needs the consent of ⟦all Partner⟧ in writing.",
        "⟦Neither Parties⟧ shall end it.",
        "The Council acts under ⟦section 275 and 276⟧ of the National Health Service Act 2006.",
        "The Council acts under ⟦Sections 3(1)⟧ of the Care Act 2014.",
        "The Trust ⟦complies comply⟧ with the plan.",
        "The Council bears a loss that ⟦may arises⟧ from it.",
        "⟦The operation this⟧ Agreement is looked at each year.",
        "The Partners are ⟦entering in to⟧ an agreement.",
        "The Partners wish ⟦to setup⟧ a fund.",
        "The charity is a ⟦not-for profit⟧ body.",
    ],
)
def test_a_word_that_is_lost_is_told(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "Nothing is done that is prejudicial to the Trust, and the Council is responsible for the fund.",
        "Where the Trust is responsible the Council pays nothing.",
        "If a Partner is entitled the Board says so.",
        "The Council is entitled to the reports, in accordance with that Act and as set out in the table.",
        "The Trust has based the charge on the hours worked.",
        "The purposes the Partners pursue are set out in the plan.",
        "A cost which is likely to rise is reported by the manager responsible for it.",
        "The cost may need to rise, and shall exceed the sum by no more than a tenth.",
        "The Partners will, if required to, agree a plan; what is required is told in May.",
        "The Council shall provide the records, and the will made by a resident is kept by it.",
        "The plan has been agreed by one of the Partner organisations and any of the other Partners.",
        "Each of the Council and the Trust agrees, and the Council is to agree the plan.",
        "The Partners find it likely that costs rise, and unlikely to fall.",
        "During the term this Agreement shall be read as one, and in its operation this clause governs.",
        "All Partner organisations and both Partner bodies may arise; the will provides for it.",
        "Sections 2 and 3 of the Act, and clauses 3 and 4 of this agreement, apply to the setup of a fund.",
        "The number of the members are two, and any of the roles of the Board is open to all.",
        "Each centre is open all year, and the hub is open every weekday.",
        "Which other than by agreement each Party may do, a plan that the Care Act 2014 defined.",
    ],
)
def test_good_sentences_near_those_are_left_alone(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("No Partner shall the benefit of this agreement.", ["No Partner shall"]),
        ("The Council must its costs by May.", ["The Council must"]),
        ("Nor shall the Council the costs of others pay.", []),
        ("The Council shall each year report.", []),
        ("In no event shall the Trust pay.", []),
        ("The Trust may where required notify the Council.", []),
    ],
)
def test_a_verb_is_lost_between_who_must_do_something_and_what(words: str, found: list[str]) -> None:
    assert _found(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "A child who is ⟦at risk⟧ abuse is seen at once.",
        "The Trust must ⟦inform the Council⟧ any change in its staff.",
        "⟦Any changes has⟧ to be agreed.",
        "⟦The Council, the Borough and the Trust also acts⟧ under that duty.",
        "⟦The Council and the Trust jointly runs⟧ the hub.",
    ],
)
def test_small_words_and_endings_lost(words: str) -> None:
    assert _found(words.replace("⟦", "").replace("⟧", "")) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "A child at risk of abuse is seen, and a register of those at risk is kept.",
        "The Trust must inform the Council of any change, and inform its decisions by the evidence.",
        "The guidance informs the Board’s decisions, and notifies the Council in writing.",
        "Any changes to what it has are agreed, and any that has gone is told.",
        "The Council, the Borough and the Trust also act under it, and the Trust also acts alone.",
    ],
)
def test_small_words_in_their_place(words: str) -> None:
    assert _found(words) == []
