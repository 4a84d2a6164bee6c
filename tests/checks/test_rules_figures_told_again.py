"""Rules on figures: what is laid down twice, shares of a whole that is given elsewhere, parts of a whole."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

PARTIES = """
1. Parties

(1) **Marlwood County Council** of Guild House (the “**Council**”); and

(2) **NHS Marlwood Integrated Care Board** of Mill House (the “**ICB**”); and

(3) **Marlwood Community NHS Trust** of Mill House (the “**Trust**”).
"""


def found(id_: str, *paragraphs: str) -> list[str]:
    """Return the words that a rule hits in clauses 2.1, 3.1 and so on of an agreement."""
    clauses = (
        f"{number}. Clause\n\n{number}.1 {paragraph}\n"
        for number, paragraph in enumerate(paragraphs, start=2)
    )
    return [hit.words.text for hit in hits(load(id_), "\n".join((PARTIES, *clauses)))]


TWICE = [
    ("Either Partner may terminate this Agreement on twelve months' written notice.",
     "If a Partner serves the six months' notice that clause 2.1 requires, the Board meets.", "six months"),
    ("A Partner may withdraw on giving nine months' notice.",
     "The period of notice under clause 2.1 is six months.", "six months"),
    ("A Partner may leave the Partnership by six months' notice in writing.",
     "A Partner may withdraw from this Agreement on three months' written notice.", "three months"),
    ("The Council may end the Secondment by giving the Trust three months' notice.",
     "The Secondment may be terminated by the Council on one month's notice to the Trust.", "one month"),
    ("The Council shall not withdraw a post unless it has given the Trust six months' notice.",
     "The Council may withdraw a post by notice in writing to the Trust of not less than two months.",
     "two months"),
    ("The Host shall send the Finance Report to the Board within 15 Working Days of the end of each month.",
     "The Host will provide the Finance Report no later than 20 Working Days after each month ends.",
     "20 Working Days"),
    ("The Host shall give us the Quarterly Return within 20 Working Days of the end of the quarter.",
     "The Quarterly Return is due 25 Working Days after the quarter ends.", "25 Working Days"),
    ("The Host shall bring a report to the Board within ten Working Days of the end of each month.",
     "The Monthly Report lists what was spent. It is due within 12 Working Days of the end of the month.",
     "12 Working Days"),
    ("Each Partner shall notify the other of a Data Incident within 24 hours of discovering it.",
     "A Partner that discovers a Data Incident informs the other within 72 hours of its discovery.",
     "72 hours"),
    ("A Partner which becomes aware of a Data Breach shall tell the others at once, or in 24 hours.",
     "Any breach is reported to the other Partners within 48 hours of becoming aware of it.", "48 hours"),
    ("The Host shall pay a valid invoice within 30 days of receipt.",
     "Invoices are payable within 28 days of being received.", "28 days"),
    ("Papers for a meeting shall be circulated at least five Working Days before it.",
     "The Secretary sends out the papers no later than seven Working Days before the meeting.",
     "seven Working Days"),
    ("The Secretary shall circulate minutes within ten Working Days after each meeting.",
     "Minutes are sent to members within five Working Days of the meeting.", "five Working Days"),
    ("A complaint shall be acknowledged within three Working Days of receipt.",
     "The Host acknowledges every complaint within five Working Days of receiving it.", "five Working Days"),
    ("Urgent calls. A nurse reaches the person within two hours of the call.",
     "An urgent call is met in time if a nurse is at the door within four hours of the call.", "four hours"),
    ("Records of the Service shall be retained for six years after the end of the Term.",
     "The Host keeps the records named in clause 2.1 for eight years.", "eight years"),
    ("The Host shall repay unspent grant within 28 days of the end of the Grant Period.",
     "Under clause 2.1 unspent grant is to be repaid within 14 days.", "14 days"),
    ("The Host pays an invoice within 30 days.", "An invoice is paid within 21 days of receipt.", "21 days"),
    ("The Joint Board meets every two months.", "The Joint Board shall meet quarterly.", "quarterly"),
    ("The Joint Board shall meet four times a year.", "The Joint Board meets each month.", "each month"),
    ("The Fund Manager may move up to 5% of the budget of a Scheme to another.",
     "Under clause 2.1 the Fund Manager may move up to 10% of the budget of a Scheme.", "10%"),
    ("No Partner shall bear more than £200,000 of an Overspend in a Financial Year.",
     "The share of any Partner of an Overspend is limited to £250,000 in a Financial Year.", "£250,000"),
    ("Each Partner's liability for an Overspend shall not exceed £200,000.",
     "As clause 2.1 says, no Partner is called upon for more than £150,000 of it.", "£150,000"),
    ("The Fund Manager may authorise spending of up to £25,000 on one contract.",
     "The Fund Manager may authorise spending on one contract of no more than £35,000.", "£35,000"),
    ("The Joint Board may vire up to £100,000 between Schemes.",
     "Under clause 2.1 the Joint Board may transfer up to £150,000 from Scheme to Scheme.", "£150,000"),
    ("The first £50,000 of an Overspend is met from the Reserve.",
     "If there is an overspend, the first £60,000 of the overspend falls on the Reserve.", "£60,000"),
    ("The Steering Group has ten members.",
     "The quorum of the Steering Group is five of its nine members.", "nine"),
    ("The Committee comprises twelve voting members.",
     "All eleven voting members of the Committee must agree to a change.", "eleven"),
    ("The Board has eight members, four from each Partner.",
     "Each Partner has three members of the Board.", "three"),
    ("Each Partner appoints two members of the Board.",
     "The Board has three members nominated by each Party.", "three"),
    ("If the Fund Manager finds an Overspend, the Board shall be told within five Working Days.",
     "The Fund Manager shall report a likely Overspend to the Board within ten Working Days of finding it.",
     "ten Working Days"),
    ("A Partner which becomes aware of a Personal Data Breach shall tell the Host within 24 hours.",
     "A Personal Data Breach shall be reported to the Host within two Working Days.", "two Working Days"),
    ("The Host shall keep the Access Log for eight years from the date of each entry.",
     "The Host shall keep the Access Log in a fixed form for a period of six years.", "six years"),
    ("The Council keeps the accounts.",
     "No Partner bears more than £400,000 of an Overspend. If the limit of £450,000 is near, it meets.",
     "£450,000"),
    ("If the Manager forecasts an overspend of more than 1 per cent, the Board meets.",
     "A plan is needed where the forecast overspend is more than 2 per cent of the budget (see clause 2.1).",
     "2 per cent"),
    ("The quorum for the Board is four members.",
     "A meeting of the Board is quorate if at least five members are present.", "five"),
    ("Three members form a quorum of the Forum.",
     "If fewer than four members have come to the Forum, it meets again a week later.", "four"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "again", "words"), TWICE)
def test_what_is_laid_down_again_otherwise_is_told(first: str, again: str, words: str) -> None:
    assert found("CK-FIGURE-CHANGES", first, again) == [words]


APART = [
    ("Either Partner may terminate this Agreement on twelve months' written notice.",
     "If the other is in material breach, a Partner may terminate this Agreement on one month's notice."),
    ("Either Partner may terminate this Agreement on twelve months' written notice.",
     "The Council may terminate this Agreement on six months' notice."),
    ("Either Partner may terminate this Agreement on twelve months' written notice.",
     "In place of the twelve months' notice under clause 2.1 the Partners may agree six months."),
    ("Either Partner may terminate this Agreement on twelve months' written notice.",
     "A Partner may withdraw from the Shared Service on six months' written notice."),
    ("A Partner may withdraw by giving six months' notice.",
     "Within one month of a notice under clause 2.1 the others meet."),
    ("The Host shall send the Finance Report to the Board within 15 Working Days of the end of each month.",
     "The Host shall send the Quality Report to the Board within 20 Working Days of the end of each month."),
    ("The Host shall send a draft report within 15 Working Days of the end of each quarter.",
     "The Host shall send the final report within 20 Working Days of the end of each quarter."),
    ("The Host shall report to the Board within 15 Working Days of the end of each month.",
     "The Host shall report to the Board within 25 Working Days of the end of each Financial Year."),
    ("Each Partner shall notify the other of a Data Incident within 24 hours of becoming aware of it.",
     "The Host tells the Information Commissioner of an Incident within 72 hours of becoming aware."),
    ("The ICB pays an invoice within 30 days of receipt.",
     "The Council pays an invoice within 20 days of receipt."),
    ("The Host shall pay a valid invoice within 30 days of receipt.",
     "The Host shall dispute an invoice within 10 days of receipt."),
    ("Urgent referrals are answered within two hours of the referral.",
     "Routine referrals are answered within 48 hours of the referral."),
    ("Minutes shall be sent within ten Working Days of the meeting.",
     "Minutes shall be approved within twenty Working Days of the meeting."),
    ("A complaint shall be acknowledged within three Working Days of receipt.",
     "A complaint shall be answered within 25 Working Days of receipt."),
    ("The Authorised Officers shall meet within seven days of a notice of a dispute.",
     "If a dispute remains after the meeting under clause 2.1, the chief officers meet within 14 days."),
    ("The Joint Board meets every two months.", "The Finance Group meets every month."),
    ("The Joint Board meets at least four times a year.", "The Joint Board meets every two months."),
    ("The Joint Board meets every month until the Service begins.", "The Joint Board meets each quarter."),
    ("The Host pays an invoice within 30 days of its date.", "An invoice is paid within 21 days of receipt."),
    ("Financial records are kept for six years.", "Care records are kept for eight years."),
    ("The Council bears no more than £200,000 of an Overspend.",
     "The ICB bears no more than £250,000 of an Overspend."),
    ("No Partner shall bear more than £200,000 of an Overspend.",
     "No Partner shall bear more than £500,000 of a claim."),
    ("The Fund Manager may approve up to £25,000 on one contract.",
     "The Joint Board may approve up to £100,000 on one contract."),
    ("The Fund Manager may approve revenue spending up to £25,000.",
     "The Fund Manager may approve capital spending up to £50,000."),
    ("The first £50,000 of an Overspend in Scheme 1 is met from the Reserve.",
     "The first £60,000 of an Overspend in Scheme 2 is met from the Reserve."),
    ("The Steering Group has ten members.", "The Finance Group has six members."),
    ("The Council keeps the accounts.",
     "No Partner bears more than £400,000 of an Overspend. It reviews the limit of £400,000 each year."),
    ("If the Manager forecasts an overspend of more than 1 per cent, the Board meets.",
     "The Board agrees to a rise of 2 per cent at most (see clause 2.1)."),
    ("If it discovers a mistake in Shared Data it shall tell the Council within two Working Days.",
     "A Partner which becomes aware of a breach of Shared Data shall tell the Council within 24 hours."),
    ("A Personal Data Breach is reported to the Host within 48 hours.",
     "A Personal Data Breach shall be reported to the Host within two Working Days."),
    ("The panel meets weekly and papers are sent to it two Working Days before each meeting.",
     "The Board meets monthly. Papers are sent out five Working Days before each meeting."),
    ("The Board has eight members, four from each Partner.", "Each Partner has four members of the Board."),
    ("The Board has eight members.",
     "The quorum of the Board is four members, two of them from each Partner."),
    ("The Fund Manager may authorise payments from the Joint Fund of up to £10,000.",
     "The Joint Board may authorise payments from the Joint Fund of more than £10,000, which is the limit of"
     " the Fund Manager, and of up to £50,000."),
    ("The Board has nine voting members.", "The Board has twelve members."),
    ("The quorum of the Board is four members.", "The quorum of the Audit Committee is three members."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "again"), APART)
def test_what_is_another_duty_or_limit_is_not_told(first: str, again: str) -> None:
    assert found("CK-FIGURE-CHANGES", first, again) == []


def test_a_clause_of_each_of_two_schedules_may_have_a_period_of_its_own() -> None:
    schedule = (
        "# Schedule {} Service\n\n1. Leaving\n\n1.1 A Partner may leave the Shared Service on {}' notice.\n"
    )
    text = PARTIES + "\n" + schedule.format(1, "12 months") + "\n" + schedule.format(2, "6 months")
    assert hits(load("CK-FIGURE-CHANGES"), text) == []


def test_of_two_limits_the_one_that_stands_more_often_is_right() -> None:
    first = "No Partner shall be called on to meet more than £275,000 of an Overspend."
    again = "No Partner bears more than £250,000 of an Overspend. What is above £250,000 is put to the Board."
    assert found("CK-FIGURE-CHANGES", first, again) == ["£275,000"]


def test_a_sum_in_the_table_that_a_sentence_names_may_stand_there_without_its_sign() -> None:
    table = "**Table 1: Costs**\n\n| Item | £ |\n|---|---|\n| Rent | 264,000 |\n| Heat | 12,000 |\n"
    said = "2.2 The landlord has the sum of £264,000 in Table 1."
    lead = "The costs are in Table 1, and fares are £90,000."
    assert found("CK-FIGURE-CHANGES", f"{lead}\n\n{table}\n\n{said}") == []


COSTS = "The Running Costs for the year amount to £480,000."


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Travel takes £24,000, which is 6% of the Running Costs.", "6%"),
        ("The Trust pays 20% of the Running Costs (£120,000).", "20%"),
        ("The part of the Host is £144,000, or 35% of the Running Costs.", "35%"),
        ("The ICB pays £240,000, being 50% of the Running Costs, and the Trust £144,000, being 33% of them.",
         "33%"),
        ("Training (£12,000) is 3.5% of the Running Costs.", "3.5%"),
        ("That is 8% more than the £450,000 of last year.", "8%"),
    ],
)  # fmt: skip
def test_a_share_of_a_whole_that_is_given_elsewhere_is_held_against_it(said: str, words: str) -> None:
    assert found("CK-FIGURE-SHARE", f"{COSTS}\n\n2.2 {said}") == [words]


@pytest.mark.parametrize(
    "said",
    [
        "Travel takes £24,000, which is 5% of the Running Costs.",
        "The Trust pays up to 20% of the Running Costs (£120,000).",
        "The Trust pays £30,000, which is 20% of the Rent.",
        "The Trust pays about £24,000, which is 6% of the Running Costs.",
        "The ICB pays £240,000, being 50% of the Running Costs, and the Trust £144,000, being 30% of them.",
        "That is 6.7% more than the £450,000 of last year.",
        "The Trust may spend £24,000 on travel and 6% of the Running Costs on training.",
    ],
)
def test_a_share_that_fits_or_is_of_another_whole_is_not_told(said: str) -> None:
    assert found("CK-FIGURE-SHARE", f"{COSTS}\n\n2.2 {said}") == []


TABLE = """The costs are:

**Table 1: Costs**

| Item | £ |
|---|---|
| Care at home | 1,600,000 |
| Care in beds | 2,400,000 |
| **Total** | **4,000,000** |

2.2 Table 1 allows for savings of £60,000, which is {} of that total.
"""


@pytest.mark.parametrize(("share", "words"), [("1.8%", ["1.8%"]), ("1.5%", [])])
def test_a_share_of_that_total_is_one_of_the_table_above(share: str, words: list[str]) -> None:
    assert found("CK-FIGURE-SHARE", TABLE.format(share)) == words


@pytest.mark.parametrize(
    "said",
    [
        "The Council provides 18.2%, the Trust 24.7% and the ICB 54.4%.",
        "The Council therefore provides 43.75 per cent of the Pool and the ICB 57.25 per cent.",
        "Its time is divided as to 50 per cent to visits, 30 per cent to study and 25 per cent to tests.",
        "The Manager spends 60% of the week on discharge, 25% on reviews and 20% on training.",
        "The Fund is split 70% for beds, 15% for equipment and 10% for carers.",
        "The ICB supplies 60 per cent of the Pool and the Council 45 per cent.",
        "The Trust finds 30%, the Council 45% and the ICB 20% of the Programme Cost.",
        "The working week consists of 55% for clinics, 25% for visits and 25% for study.",
        "Contribution Percentage means 61% for the Council, 24% for the ICB and 14% for the Trust.",
        "The Agreed Percentages are the Council 61%, the ICB 24% and the Trust 16%.",
        "“**Sharing Percentage**” means, for the Council, 61%; for the ICB, 24%; and for the Trust, 14%.",
    ],
)
def test_parts_of_a_whole_that_is_divided_make_all_of_it(said: str) -> None:
    assert len(found("CK-FIGURE-HUNDRED", said)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The service provides 40% of care at home and 45% of care in beds.",
        "The Fund is split 70% for beds, 20% for equipment and 10% for carers.",
        "The Council provides at least 40% of visits on time and the ICB 50% of reviews.",
        "The target is divided: 95% for adults and 90% for children.",
        "The Manager allocates 10% for sickness and 75% for direct care.",
        "The Manager spends 60% of the week on visits, 20% on reviews and the rest on training.",
        "Contribution Percentage means 61% for the Council, 24% for the ICB and 15% for the Trust.",
        "The pass percentages in June were 61% for the Council, 24% for the ICB and 14% for the Trust.",
        "In 2024/25 61% of referrals came to the Council, 24% to the ICB and 14% to the Trust.",
    ],
)
def test_parts_that_are_not_said_to_be_all_may_make_less(said: str) -> None:
    assert found("CK-FIGURE-HUNDRED", said) == []
