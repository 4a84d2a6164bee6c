"""Rules on terms and parties, where one example of each is not enough."""

from __future__ import annotations

import pytest

from clausekit.checks.rule import Hit
from clausekit.checks.rules import load
from clausekit.checks.running import Options, run, run_rules
from tests.checks.instruments import hits, instrument_of, reading_of

_TERMS = """
## 1. Definitions

1.1 In this agreement:

**Financial Contribution** means the sum that a Partner pays.

**Partner** means each party to this agreement.

**Pooled Fund** means the money that the Partners keep together.

**Services Contract** means a contract for care at home.

## 2. Funds

2.1 The Partners shall keep the Pooled Fund. {}
"""
_PARTIES = """
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

## 1. Funds

1.1 {}
"""


def _found(id_: str, text: str) -> list[tuple[str, str]]:
    return [(hit.words.text, hit.confidence) for hit in hits(load(id_), text)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each signs a Service Contract.", [("Service Contract", "certain")]),
        ("Each signs a Services Contact.", [("Services Contact", "certain")]),
        ("Each pays its Finacial Contribution.", [("Finacial Contribution", "certain")]),
        ("Each signs a Services Agreement.", [("Services Agreement", "likely")]),
        ("The Pool Fund is audited.", [("Pool Fund", "likely")]),
        ("Each pays its Contribution.", [("Contribution", "likely")]),
        ("Contributions to the King’s Fund are excluded.", []),
        ("The Services Contracts end.", []),
        ("The NonPooled Fund and the “Service Contract” end.", []),
    ],
)
def test_variants_of_terms(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-TERM-VARIANT", _TERMS.format(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Quarterly Return is sent to each Partner.", [("Quarterly Return", "likely")]),
        ("Notice is ten Working Days.", []),
        ("It follows the 2006 Act.", [("2006 Act", "likely")]),
        ("The Section 151 Officer and the Caldicott Guardian are told.", []),
        ("The Integrated Care Board (ICB) is told.", []),
        ("This Services Protocol is not binding.", []),
        ("They meet on Microsoft Teams, in the Oak Room, as the Care Act 2014 says.", []),
    ],
)
def test_terms_that_nothing_defines(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-TERM-UNDEFINED", _TERMS.format(sentence)) == found


def test_one_slip_is_one_finding() -> None:
    text = _TERMS.format("Each pays its Financial Contribution and signs a Service Contract.")
    rules = ("CK-TERM-UNDEFINED", "CK-TERM-UNUSED", "CK-TERM-VARIANT")
    assert [one.rule for one in run_rules(instrument_of(text), rules)] == ["CK-TERM-VARIANT"]


def test_small_letters_are_doubtful_but_once_and_some_capitals_are_not() -> None:
    text = _TERMS.format("The Pooled fund is theirs. Each uses the pooled fund. A pooled fund may end.")
    assert _found("CK-TERM-CAPITALS", text) == [("Pooled fund", "certain"), ("pooled fund", "likely")]
    text = _TERMS.format("Each uses the pooled fund, and audits the pooled fund.")
    assert _found("CK-TERM-CAPITALS", text) == [("pooled fund", "doubtful")]


def test_anybody_of_a_kind_that_is_defined_has_capitals() -> None:
    text = """
1. Terms

1.1 In this agreement:

**Service User** means an adult who receives care.

2. Care

2.1 Each Service User has a plan. A complaint from a service user is answered within a month.
"""
    assert _found("CK-TERM-CAPITALS", text) == [("service user", "likely")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Either Partner may leave.", [("Either Partner", "certain")]),
        ("Neither of the Partners may leave.", [("Neither of the Partners", "certain")]),
        ("Each shall tell the other Partner.", [("the other Partner", "likely")]),
        ("A Partner may ask another Partner for what the other Partner holds.", []),
        ("Both the Council and the Trust may leave.", []),
        ("Each shall tell the other Partners.", []),
        ("It does not affect either Partner’s rights.", [("either Partner", "certain")]),
        ("Nothing here makes a Partner the agent of the other.", [("the other", "likely")]),
        ("Each Partner shall tell the other if it leaves.", [("the other", "likely")]),
        ("A Partner shall keep what the other’s staff tell it.", []),
        ("Each Partner pays half, one in May and the other in June.", []),
        ("Each Partner that has notice of another, and the other, shall meet.", []),
        ("The Council and the Trust shall meet, and each shall help the other.", []),
    ],
)
def test_words_for_two(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-PARTY-TWO-WORDS", _PARTIES.format(sentence)) == found


def test_words_for_two_may_stand_in_an_item_or_a_heading_in_capitals() -> None:
    items = "Neither Partner may:\n\n(a) act for the other; or\n\n(b) bind a supplier.\n\n## 2. {}"
    text = _PARTIES.format(items.format("DUTIES OF THE OTHER PARTNER"))
    found = [("Neither Partner", "certain"), ("the other", "likely"), ("THE OTHER PARTNER", "likely")]
    assert sorted(_found("CK-PARTY-TWO-WORDS", text)) == sorted(found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Partners has agreed.", ["The Partners has"]),
        ("They say that the Partners wishes to leave.", ["the Partners wishes"]),
        ("Each Partner agree to pay.", ["Each Partner agree"]),
        ("It is an understanding that the Partners means to be binding.", ["the Partners means"]),
        ("The Partners notifies each other.", ["The Partners notifies"]),
        ("The board of the Partners has agreed.", []),
        ("Each of the Partners agrees.", []),
        ("A notice to all Partners is needed.", []),
    ],
)
def test_verbs_that_do_not_go_with_the_parties(sentence: str, found: list[str]) -> None:
    assert [words for words, _ in _found("CK-PARTY-NUMBER", _PARTIES.format(sentence))] == found


def test_nobody_is_missed_while_a_party_is_still_a_blank() -> None:
    text = _PARTIES.format("Ends.").replace("Dale Borough Council", "[●]")
    assert _found("CK-PARTY-NO-SIGNATURE", f"{text}\n\nSigned for Westmarch County Council\n") == []


@pytest.mark.parametrize(
    ("rule", "sentence", "words"),
    [
        (
            "CK-TERM-VARIANT",
            "The Fund Pooled is theirs. The Contract of Services ends.",
            ["Contract of Services"],
        ),
        ("CK-TERM-CAPITALS", "Each Partner contract manager reports.", []),
        ("CK-TERM-CAPITALS", "The Services contract ends.", ["Services contract"]),
    ],
)
def test_terms_may_stand_turned_round_or_with_a_capital_lost(
    rule: str, sentence: str, words: list[str]
) -> None:
    assert [hit.words.text for hit in hits(load(rule), _TERMS.format(sentence))] == words


def test_an_acronym_with_other_capitals_is_told() -> None:
    text = "1. Status\n\n1.1 This memorandum (“MOU”) binds nobody.\n\n1.2 The MoU is reviewed each year.\n"
    assert [hit.words.text for hit in hits(load("CK-TERM-CAPITALS"), text)] == ["MoU"]


def test_a_partner_that_nobody_defines_is_no_short_form_of_the_lead_partner() -> None:
    text = _PARTIES.format(
        "Each Partner pays its share to the Lead Partner, and the Partners meet each year."
    )
    text += "\n## 2. Definitions\n\n**Lead Partner** means the Council.\n"
    assert [hit.words.text for hit in hits(load("CK-TERM-UNDEFINED"), text)] == ["Partner"]
    assert not hits(load("CK-TERM-VARIANT"), text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Words that are defined in the Principal Agreement have the same meaning here.",
        "Capitalised terms have the meaning which the Original Agreement gives them.",
        "These words have these meanings and they shall supplement Joint Schedule 1 (Definitions).",
    ],
)
def test_an_instrument_that_uses_the_terms_of_another_is_only_doubted(sentence: str) -> None:
    text = _TERMS.format(f"{sentence} Each Partner shall obtain the Annual Budget each year.")
    assert {hit.confidence for hit in hits(load("CK-TERM-UNDEFINED"), text)} == {"doubtful"}


def test_what_is_attached_is_no_party() -> None:
    text = """
THIS AGREEMENT is between:

(1) Dale County Council (the “Council”);

(2) Weir NHS Foundation Trust (the “Trust”);

(3) Annex 1 (Data); and

(4) Annex 2 (Security).

1. Meetings

1.1 Either party may call a meeting.
"""
    assert not hits(load("CK-PARTY-TWO-WORDS"), text)


def test_parties_are_counted_from_the_definition_that_lists_them() -> None:
    text = """
## 1. Definitions

| Term | Meaning |
|---|---|
| Council | Dale Council |
| Hospice | Dale Hospice |
| Trust | Dale NHS Trust |
| Partners | the Council, the Hospice and the Trust |

## 2. Meetings

2.1 Both Partners meet each month.
"""
    assert [hit.words.text for hit in hits(load("CK-PARTY-TWO-WORDS"), text)] == ["Both Partners"]


def test_a_name_that_differs_in_its_last_letter_is_told_where_it_is_signed() -> None:
    text = _PARTIES.format("The Council pays.") + "\nSigned for and on behalf of Westmarck County Council:\n"
    assert [hit.words.text for hit in hits(load("CK-PARTY-NAME-CHANGES"), text)] == [
        "Westmarck County Council"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff are moved in accordance with the Surge Protocol.",
        "The Rollback Plan is put into effect by whoever is on call.",
        "Dearer items need the written approval of the Equipment Panel.",
        "Grants are awarded by the Small Grants Panel in rounds.",
        "The Lead Practitioner writes down which purpose applies.",
        "Milestone Payments may be withheld.",
        "A worker is lent on the terms of a Secondment Protocol.",
        "The Partners carry out the Exit Strategy.",
        "Each keeps under review, at its own cost, Business Continuity Plans for its sites.",
        "Grants follow the Investment Principles.",
        "Before data flow, each Partner signs a Data Sharing Agreement.",
        "Items are supplied pursuant to an Order placed by a Partner.",
        "A nurse acts as Referrer for those at home.",
        "Each tells the other of a Change in Control within a week.",
        "No photograph is published unless the Ethics Panel has first agreed.",
        "What is overspent on a Non Pooled Fund is borne by its owner.",
        "The Partnership Director reports each month.",
        "What is saved goes into the Transformation Fund.",
        "The Referrer fills in a form.",
        "Contracts are let under the Standing Financial Instructions.",
        "Review Meetings are held each month.",
    ],
)
def test_what_the_bargain_leans_on_needs_a_definition(sentence: str) -> None:
    assert [hit.confidence for hit in _undefined(sentence)] == ["likely"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Partners follow the Council’s Travel Policy and its Standards of Conduct Policy.",
        "Pay rises with the Agenda for Change award under the NHS Payment Scheme.",
        "A dispute goes to the Director of Children’s Services and to the Chief Nurse.",
        "The Partners have regard to the Joint Forward Plan and the Corporate Plan.",
        "Reports go to the Westmarch Urgent Care Board once a year.",
        "The Team Manager is appointed by a panel on which each Partner has a seat.",
        "Events are reported through the Learn from Patient Safety Events service.",
        "The team has desks at the Quay Street Family Hub on Mondays, without charge.",
        "They keep to the Care Recovery Plan of the Council and to an exit plan.",
        "They signed a Data Sharing Agreement dated 3 May 2024, and hold the NHS Standard Contract.",
        "An order is placed in accordance with each Act, and the Council acts as host.",
        "Each tells the other of a change in control, and of a Director’s leave.",
        "The advice of Westmarch Ethics Panel, which the Trust has for all its wards, is published.",
        "Non-pooled money is kept apart.",
        "Contracts are let under the Council’s Standing Orders, and the Finance Director is told.",
        "It is paid from the Better Care Fund and the Disabled Facilities Grant.",
        "Each uses the form at Appendix 2 Request for Records, which the Team keeps.",
    ],
)
def test_what_has_a_name_needs_no_definition(sentence: str) -> None:
    assert [hit for hit in _undefined(sentence) if hit.confidence != "doubtful"] == []


def _undefined(sentence: str) -> list[Hit]:
    return hits(load("CK-TERM-UNDEFINED"), _TERMS.format(sentence))


def test_a_name_over_two_lines_of_a_block_of_signatures_is_read_as_one() -> None:
    parties = _PARTIES.format("The Council shall pay the Borough and the Trust.")
    block = "\n\n".join(
        (
            "The common seal of WESTMARCH COUNTY COUNCIL",
            "was affixed in the presence of:",
            "Signed for and on behalf of DALE BOROUGH COUNCIL",
            "Signed for and on behalf of WESTMARCH COMMUNITY CARE",
            "NHS TRUST",
        )
    )
    found = hits(load("CK-PARTY-NAME-CHANGES"), f"{parties}\n{block}\n")
    assert [hit.words.text for hit in found] == ["WESTMARCH COMMUNITY CARE"]
    assert not hits(load("CK-PARTY-NO-SIGNATURE"), f"{parties}\n{block}\n")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A match is put to the Data Steward for a decision.", [("Data Steward", "likely")]),
        ("Disputes go to the Discharge Oversight Board.", [("Discharge Oversight Board", "likely")]),
        ("The Programme Office supports both Partners.", [("Programme Office", "likely")]),
        ("A member of the Delivery Group attends.", [("Delivery Group", "likely")]),
        ("A Partner may buy from an Approved Provider.", [("Approved Provider", "likely")]),
        ("Savings are told by the Baseline Activity of the year before.", [("Baseline Activity", "likely")]),
        ("Disputes go to the Safeguarding Adults Board.", []),
        ("Disputes go to the Vale Digital Board.", []),
        ("The Programme Board, which the Partners set up in May, is told.", []),
        ("The Steering Group has four members from each Partner.", []),
        ("The MARAC Co-ordinator sends a list.", []),
        ("The Registered Manager of each home is told.", []),
        ("Meetings are held in the Oak Room.", []),
    ],
)
def test_posts_groups_and_things_of_an_agreement_need_a_definition(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    told = _found("CK-TERM-UNDEFINED", _TERMS.format(sentence))
    assert [one for one in told if one[1] != "doubtful"] == found


def test_what_a_list_that_lost_its_lines_may_define_is_told_with_doubt() -> None:
    text = """
## 1. Definitions

**Approved Budget Financial Year Host Partner Non-Recurrent Payment** means the sum in Table 1; means twelve
months; means the Council; means what is paid once.

**Partner** means each party to this agreement.

## 2. Funds

2.1 The Host Partner shall keep the Quarterly Contribution.
"""
    found = _found("CK-TERM-UNDEFINED", text)
    assert ("Quarterly Contribution", "doubtful") in found
    assert {confidence for _, confidence in found} == {"doubtful"}
    assert _found("CK-TERM-UNUSED", text) == [("Partner", "certain")]


@pytest.mark.parametrize(
    ("cited", "confidence"),
    [
        ("section 100B of the Local Government Act 1972", "doubtful"),
        ("the Local Government Act 1972 and the Road Traffic Act 1972", "likely"),
        ("the law", "likely"),
    ],
)
def test_a_short_name_for_the_one_act_of_a_year_is_told_with_doubt(cited: str, confidence: str) -> None:
    text = f"1. Law\n\n1.1 As {cited} says, section 4 of the 1972 Act applies."
    assert _found("CK-TERM-UNDEFINED", text) == [("1972 Act", confidence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A report goes to Dale District Council.", ["Dale District Council"]),
        (
            "Staff of Westmarch Community NHS Foundation Trust stay.",
            ["Westmarch Community NHS Foundation Trust"],
        ),
        ("The Borough was formerly Dale District Council.", []),
        ("Dale District Council was abolished in 2009.", []),
        ("Dale Town Council is consulted.", []),
        ("The Council pays Westmarch City Council.", []),
    ],
)
def test_a_council_of_another_kind_is_another_name(sentence: str, found: list[str]) -> None:
    told = _found("CK-PARTY-NAME-CHANGES", _PARTIES.format(sentence))
    assert [words for words, confidence in told if confidence != "doubtful"] == found


def test_a_party_may_sign_by_its_short_name_in_capitals() -> None:
    text = """
Parties

(1) Westmarch County Council (“the Council”); and

(2) DALE PRIMARY CARE TRUST, known as NHS Dale, of Mill House (“NHS Dale”).

## 1. Funds

1.1 The Council pays NHS Dale.

Signed for and on behalf of WESTMARCH COUNTY COUNCIL

Name: ....................

Signed for and on behalf of NHS DALE

Name: ....................
"""
    assert _found("CK-PARTY-NO-SIGNATURE", text) == []
    assert _found("CK-PARTY-NAME-CHANGES", text) == []


_GROUPS = """
## 1. Definitions

1.1 In this agreement:

**Alliance Leadership Team** means the body set up by clause 3.

**Assigned Officer** means an officer listed in Schedule 1.

**Core Offer** means the advice described in clause 4.

**Home First Service** means the service described in clause 5.

**Lead Commissioner** means the ICB.

**Pool Manager** means the officer who manages the fund.

**Single Point of Contact** means the officer named for a Partner.

## 2. Work

2.1 The Alliance Leadership Team, the Assigned Officers, the Lead Commissioner and the Pool Manager meet each
month to speak of the Core Offer and the Home First Service, and hear each Single Point of Contact. The Home
First Service runs daily.

2.2 {}
"""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Alliance Leadership Group decides.", ["Alliance Leadership Group"]),
        ("If a Seconded Officer leaves, another is named.", ["Seconded Officer"]),
        ("If an Assigned Employee leaves, another is named.", ["Assigned Employee"]),
        ("Nothing is paid for the Core Public Health Offer.", ["Core Public Health Offer"]),
        ("An overspend on the Home First Services is shared.", ["Home First Services"]),
        ("The Lead Commissioning Authority visits each provider.", ["Lead Commissioning Authority"]),
        ("The Pooled Fund Manager keeps the accounts.", ["Pooled Fund Manager"]),
        ("The Joint Alliance Leadership Team decides.", ["Joint Alliance Leadership Team"]),
        ("The Single Points of Contact meet.", []),
        ("Each of the Home First Services is reviewed.", ["Home First Services"]),
        ("The Alliance Leadership Forum, which the Partners set up in 2024, is told.", []),
        ("The Trust’s Core Clinical Offer is another.", []),
        ("The Alliance Data Protection Officer is told.", []),
    ],
)
def test_a_variant_shares_the_words_by_which_a_term_is_known(sentence: str, found: list[str]) -> None:
    told = _found("CK-TERM-VARIANT", _GROUPS.format(sentence))
    assert [words for words, confidence in told if confidence != "doubtful"] == found


def test_the_meaning_of_a_term_may_name_it_in_full() -> None:
    text = """
## 1. Definitions

**Joint Unit** means the Joint Commissioning Unit established under clause 2.

**Host** means the Council.

## 2. Work

2.1 The Host keeps the Joint Unit. {}
"""
    assert _found("CK-TERM-VARIANT", text.format("It is small.")) == []
    assert _found("CK-TERM-VARIANT", text.format("The Joint Commissioning Unit is small.")) != []


def test_a_short_form_may_have_another_letter() -> None:
    text = """
## 1. Board

1.1 The Joint Commissioning Board (“the JCB”) meets each month. The JCB decides, and the ICB is told.

1.2 Papers go to the JCG a week before.
"""
    assert _found("CK-TERM-VARIANT", text) == [("JCG", "likely")]


def test_a_variant_may_differ_from_the_full_name_of_a_group() -> None:
    text = """
## 1. Board

1.1 The Joint Commissioning Board (“the Board”) meets each month. The Board decides.

1.2 Returns are signed on behalf of the Joint Commissioning Committee before they go to the Partners.
"""
    assert _found("CK-TERM-VARIANT", text) == [("Joint Commissioning Committee", "likely")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("What is found goes into the Commissioning Assurance Report.", ["Commissioning Assurance Report"]),
        ("A change is agreed by the Joint Appraisal Panel.", ["Joint Appraisal Panel"]),
        ("Only Eligible Expenditure may be charged.", ["Eligible Expenditure"]),
        ("The Partners pay the Annual Subscription in May.", ["Annual Subscription"]),
        ("The Board of the Trust has agreed to this.", []),
        ("Pay follows the Joint Negotiating Committee for Chief Officers.", []),
        ("The Partners set up a Joint Agreement for the service.", []),
        ("The Senior Responsible Owner signs.", []),
        ("A report goes to the Wendlebury Health and Wellbeing Board in May.", []),
        ("Two groups advise. They are the Quality Group, which meets monthly, and a panel.", []),
        ("It rests on the Care Programme Approach and on Data Security Awareness training.", []),
        ("The Trust uses the house for the Permitted Use as defined in the Lease.", []),
        ("A member of staff fills in Form 2 (Request for a New Data Item).", []),
        ("The share of the Trust comes from the Household Recovery programme.", []),
        ("It reports each April to the Digital Programme Board.", ["Digital Programme Board"]),
        ("The Landlord’s Fixtures are not equipment.", ["Landlord’s Fixtures"]),
        ("Membership of the Property Expenses Scheme is enough.", []),
        ("This and the Terms in Part B make up the agreement.", []),
        ("Items are chosen from the Equipment Catalogue, which is reviewed.", ["Equipment Catalogue"]),
    ],
)
def test_what_is_undefined_is_nobody_elses(sentence: str, found: list[str]) -> None:
    told = _found("CK-TERM-UNDEFINED", _TERMS.format(sentence))
    assert [words for words, confidence in told if confidence != "doubtful"] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Council may leave. The other party is told.", ["The other party"]),
        ("Each of them tells the Partners.", []),
    ],
)
def test_parties_without_capitals_may_be_spoken_of_as_two(sentence: str, found: list[str]) -> None:
    told = _found("CK-PARTY-TWO-WORDS", _PARTIES.format(sentence))
    assert [words for words, _ in told] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each Partners has a vote.", ["Each Partners"]),
        ("It is met from each partners contribution.", ["each partners"]),
        ("As said above the Partners undertakes to pay.", ["the Partners undertakes"]),
        ("A meeting of the Partners is held, and each Partners’ Forum is told.", []),
    ],
)
def test_each_is_said_of_one_party(sentence: str, found: list[str]) -> None:
    told = _found("CK-PARTY-NUMBER", _PARTIES.format(sentence))
    assert [words for words, _ in told] == found


def test_a_table_of_signatures_names_who_signs() -> None:
    table = """
| Organisation | Signature | Date |
|---|---|---|
| Westmarch County Council | | |
| Dale District Council | | |
| Westmarch Community NHS Trust | | |
"""
    told = _found("CK-PARTY-NAME-CHANGES", _PARTIES.format("It ends in 2028.") + table)
    assert told == [("Dale District Council", "likely")]


@pytest.mark.parametrize(
    ("signs", "missing"),
    [
        (("Council", "Borough", "Trust"), []),
        (("Council", "Borough"), [("Westmarch Community NHS Trust", "likely")]),
    ],
)
def test_parties_may_sign_one_below_the_other_with_the_day(
    signs: tuple[str, ...], missing: list[tuple[str, str]]
) -> None:
    signed = "".join(
        f"the {name}\n\nChief Executive\n\n{day} May 2027\n\n" for day, name in enumerate(signs, 4)
    )
    text = f"{_PARTIES.format('It ends in 2028.')}\nSigned for the Partners\n\n{signed}"
    assert _found("CK-PARTY-NO-SIGNATURE", text) == missing


def test_the_title_of_the_clause_on_notices_may_read_as_a_paragraph() -> None:
    text = (
        _PARTIES.format("It ends in 2028.")
        + """
2 Notices and changes

(1) Notices are sent as follows:

The Council: Shire House, Castle Street, Westmarch WM1 1AA

The Trust: Quay House, Wharf Road, Daleford WM4 2BB

(2) Changes are made in writing.
"""
    )
    assert [words for words, _ in _found("CK-PARTY-NO-NOTICE", text)] == ["Dale Borough Council"]


def test_a_party_that_is_listed_twice_has_one_name() -> None:
    text = """
Parties

(1) Dale Primary Care Trust (“Dale”), and North Dale NHS Foundation Trust (“NDFT”); and

(2) Westmarch Council (“the Council”), and North Dale NHS Foundation Trust (“NDFT”).

## 1. Term

1.1 Dale, NDFT and the Council meet.
"""
    assert _found("CK-TERM-TWICE-DIFFERENTLY", text) == []


def test_a_term_in_a_table_may_be_defined_by_itself() -> None:
    meaning = "means those services which are Alliance Services"
    table = f"| Term | Meaning |\n|---|---|\n| Alliance Services | {meaning} |"
    text = f"## 1. Definitions\n\n{table}\n\n## 2. Work\n\n2.1 The Alliance Services are free."
    assert [words for words, _ in _found("CK-TERM-CIRCULAR", text)] == ["Alliance Services"]


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        (
            "Words that are defined in clause 1.1 of the Main Agreement have the same meanings here.",
            "doubtful",
        ),
        ("The expressions “Host” and “Fund” have the meaning that the Main Agreement gives them.", "likely"),
    ],
)
def test_an_instrument_may_borrow_all_terms_of_another_or_some(sentence: str, confidence: str) -> None:
    told = _found("CK-TERM-UNDEFINED", _TERMS.format(f"Visits end with the Surge Protocol. {sentence}"))
    assert ("Surge Protocol", confidence) in told


def test_a_definition_in_the_text_is_held_against_one_that_a_glossary_has_later() -> None:
    text = """
## 1. Plans

1.1 The Board agrees a Place Plan. The “Place Plan” means the estates plan of the ICB.

## 2. Glossary

| Term | Meaning |
|---|---|
| Place Plan | what the Partners do together in a year |
"""
    assert _found("CK-TERM-TWICE-DIFFERENTLY", text) == [("Place Plan", "likely")]


def test_a_part_of_a_schedule_on_its_own_may_define_a_term_of_the_schedule_again() -> None:
    text = """
# Schedule 6

## Part 1 General

1. In this Schedule:

**Year** means twelve months that begin on 1 April.

## Part 2 Money

2. The price is paid each Year. “Year” means twelve months that begin on 1 July.
"""
    assert _found("CK-TERM-TWICE-DIFFERENTLY", text) == [("Year", "likely")]


def test_a_word_in_small_letters_may_be_explained() -> None:
    text = (
        _TERMS.format("The fund pays for aftercare.") + "\n\n2.2 “Aftercare” is that given under the Act.\n"
    )
    assert [words for words, _ in _found("CK-TERM-UNUSED", text)] == [
        "Financial Contribution",
        "Services Contract",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "1.1 We are:\n\n(a) **Dale County Council**, Dale (the “Council”); and\n\n"
        "(b) **NHS Dale Integrated Care Board**, Dale (the “ICB”).",
        "1.1 Dale County Council (“the Council”) and NHS Dale Integrated Care Board (“the ICB”; together"
        " “the Partners”) have made an agreement.",
        "1.1 “Council” means Dale County Council, “ICB” means NHS Dale Integrated Care Board, and each of"
        " them is a “Partner”.",
    ],
)
def test_parties_are_found_however_an_instrument_opens(opening: str) -> None:
    each = instrument_of(
        f"# 1. Who we are\n\n{opening}\n\n# 2. Money\n\n2.1 The Council pays.\n"
    ).parties.each
    assert [party.name.text for party in each] == ["Dale County Council", "NHS Dale Integrated Care Board"]
    assert [one.term for party in each for one in party.short] == ["Council", "ICB"]


def test_a_name_with_a_word_more_is_another() -> None:
    told = _found("CK-PARTY-NAME-CHANGES", _PARTIES.format("Westmarch Community Health NHS Trust pays."))
    assert told == [("Westmarch Community Health NHS Trust", "likely")]


def test_a_schedule_of_addresses_may_have_the_parties_as_headings() -> None:
    addresses = "\n\n".join(
        f"### The {who}\n\nAddress: Shire House, Westmarch WM1 1AA" for who in ("Council", "Trust")
    )
    text = _PARTIES.format("It ends in 2028.") + f"\n# Schedule 1 Notices\n\n{addresses}\n"
    assert [words for words, _ in _found("CK-PARTY-NO-NOTICE", text)] == ["Dale Borough Council"]


def test_a_list_of_contacts_tells_where_notices_go() -> None:
    rows = "".join(f"| the {who} | Director | {who.lower()}@dale.example |\n" for who in ("Council", "Trust"))
    table = f"\n# Annex A: the Contact List\n\n| Partner | Who | Mailbox |\n|---|---|---|\n{rows}"
    told = _found("CK-PARTY-NO-NOTICE", _PARTIES.format("It ends in 2028.") + table)
    assert told == [("Dale Borough Council", "likely")]


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [("It occupies the room as a licensee.", "doubtful"), ("A licensee keeps the room clean.", "likely")],
)
def test_what_something_is_treated_as_is_no_use_of_a_term(sentence: str, confidence: str) -> None:
    text = f"""
1. Terms

1.1 The Trust is called the “Licensee”.

2. Use

2.1 The Licensee has the room. The Licensee pays. {sentence}
"""
    assert _found("CK-TERM-CAPITALS", text) == [("licensee", confidence)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Vale of Ister NHS Foundation Trust, Ister Way", "Vale of Ister NHS Foundation Trust"),
        ("CITY OF DALE COUNCIL of West Offices", "CITY OF DALE COUNCIL"),
        ("London Borough of Dale of Town Hall, High Street", "London Borough of Dale"),
        ("Dale County Council of Shire Hall", "Dale County Council"),
        ("University of Dale, of Mill Lane", "University of Dale"),
    ],
)
def test_a_name_may_have_a_place_in_it(line: str, name: str) -> None:
    parties = f"(1) {line} (“the First”); and\n\n(2) NHS Dale ICB (“the ICB”)."
    text = f"Parties\n\n{parties}\n\n1. Term\n\n1.1 It ends.\n"
    first, _ = instrument_of(text).parties.each
    assert first.name.text == name


def test_addresses_of_several_parties_may_stand_in_one_paragraph() -> None:
    council, trust = "The Council: Shire House, Westmarch WM1 1AA", "The Trust: Quay House, Daleford WM4 2BB"
    notices = f"Notices go to: {council}; {trust}."
    text = _PARTIES.format("It ends in 2028.") + f"\n2. Notices\n\n2.1 {notices}\n"
    assert [words for words, _ in _found("CK-PARTY-NO-NOTICE", text)] == ["Dale Borough Council"]


_DEED = """# Deed of Variation

1. Definitions

1.1 In this Deed:

**Principal Agreement** means the agreement of 2015.

**Start Date** means 1 April 2026.

1.2 The expressions “Host Partner” and “Services” bear the meanings that they have in the Principal Agreement.

2. Changes

2.1 In clause 1.1 of the Principal Agreement (Definitions), from the Start Date:

(a) the following is inserted:

““Care Board” means NHS Dale Integrated Care Board;”; and

(b) for “Schedule 1 to the 2009 Regulations” there is substituted “the 2014 Regulations”.

2.2 After clause 12 of the Principal Agreement there is inserted:

“12A The Host Partner shall send the return in the form of Annex B to this Agreement to the Council.”

2.3 The Host Partner shall keep to the Transition Plan. The Transition Plan is for the Services.
"""


def test_what_a_deed_puts_into_another_agreement_is_not_judged_as_its_own() -> None:
    assert _found("CK-TERM-UNUSED", _DEED) == []
    assert _found("CK-REF-MISSING", _DEED) == [("Annex B", "doubtful")]


def test_a_deed_that_borrows_some_terms_by_name_has_to_define_the_others() -> None:
    assert _found("CK-TERM-UNDEFINED", _DEED) == [("Transition Plan", "likely")]


_IN_A_TABLE = """# Protocol

## Who we are

| No. | Organisation | Address | {title} |
|---|---|---|---|
| 1 | Dale County Council | Dale House, Corn Row, Dale | {one} |
| 2 | NHS Dale Integrated Care Board | Mill House, Quay Street, Dale | {two} |
| 3 | Weirside Voluntary Action, a charity | Weir Street, Dale | {three} |

## 1. Funds

1.1 The money is held for both Partners.

Signed by the Council and the ICB.
"""


@pytest.mark.parametrize(
    ("title", "one", "two", "three"),
    [
        ("Called in this Protocol", "the Council", "the ICB", "the Charity"),
        ("Known as", 'the "Council"', 'the "ICB"', '"WVA"'),
        ("Short name", "the Council", "the ICB", "the Charity"),
    ],
)
def test_a_table_may_name_the_parties_and_what_they_are_called(
    title: str, one: str, two: str, three: str
) -> None:
    text = _IN_A_TABLE.format(title=title, one=one, two=two, three=three)
    parties = instrument_of(text).parties.each
    assert [[short.term for short in party.short] for party in parties] == [
        [name.removeprefix("the ").strip('"')] for name in (one, two, three)
    ]
    assert _found("CK-PARTY-TWO-WORDS", text) == [("both Partners", "certain")]


def test_a_post_with_the_first_words_of_a_defined_one_has_to_be_defined_too() -> None:
    text = """
1. Definitions

1.1 In this Agreement:

**Host** means Dale Council.

**Team** means the staff of the Host who arrange care.

**Team Manager** means the officer who leads the Team.

2. Conduct

2.1 The Host asks the Team Manager, or in her absence the Team Leader, to look into any complaint.
"""
    assert _found("CK-TERM-UNDEFINED", text) == [("Team Leader", "likely")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Annual Financial Contribution is due in April.", ["Annual Financial Contribution"]),
        ("It keeps the Joint Pooled Fund.", ["Joint Pooled Fund"]),
        ("Staff follow the Joint Services Contract of the Dale Trusts.", []),
        ("It pays the Second Financial Contribution.", []),
        ("A Named Lead Finance Officer who refuses says why.", ["Named Lead Finance Officer"]),
    ],
)
def test_a_word_may_be_added_to_a_term(sentence: str, found: list[str]) -> None:
    text = _TERMS.format(sentence).replace(
        "**Partner**", "**Named Lead Officer** means an officer.\n\n**Partner**"
    )
    assert [words for words, _ in _found("CK-TERM-VARIANT", text)] == found


def test_the_beginning_of_a_term_may_stand_at_the_end_of_the_line_before() -> None:
    text = _TERMS.replace("**Pooled Fund**", "**Pooled Fund Manager** means its officer.\n\n**Pooled Fund**")
    cut = text.format("They pay £500, being £300 for the Pooled\n\nFund Manager and £200 for others.")
    assert _found("CK-TERM-VARIANT", cut) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The overspend is shared.", [("overspend", "likely")]),
        ("Each overspend is shared, as an overspend is.", [("overspend", "doubtful")]),
        ("The work plan is sent out.", [("work plan", "likely")]),
        ("The work plan of the same name is sent out.", [("work plan", "doubtful")]),
        ("It is sent within 5 review days.", [("review days", "likely")]),
    ],
)
def test_small_letters_that_stand_but_once_are_a_slip(sentence: str, found: list[tuple[str, str]]) -> None:
    text = f"""
## 1. Definitions

1.1 In this agreement:

**Overspend** means what is spent above the budget.

**Review Day** means a day on which the Partners meet.

**Work Plan** means the plan for a year.

## 2. Funds

2.1 An Overspend is told at once; the Overspend is shared, if the Overspend is small, and the Overspend is
noted in the Work Plan. The Work Plan is made in six Review Days, the first Review Day being in May.

2.2 {sentence}
"""
    assert _found("CK-TERM-CAPITALS", text) == found


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        (
            "The words of the Main Agreement which occur here are reproduced in clause 2 and mean the same.",
            "likely",
        ),
        (
            "For ease, some words of the Main Agreement are repeated in clause 2 and mean the same.",
            "doubtful",
        ),
    ],
)
def test_a_deed_may_repeat_all_terms_that_it_borrows(sentence: str, confidence: str) -> None:
    text = _TERMS.format(f"{sentence} The Partners follow the Surge Protocol.")
    assert _found("CK-TERM-UNDEFINED", text)[-1] == ("Surge Protocol", confidence)


@pytest.mark.parametrize(
    "sentence",
    [
        "They keep the Savings Tracker.",
        "It goes up the Escalation Ladder.",
        "It is read by the Accountable Clinical Lead.",
        "A Savings Dashboard is sent out.",
        "The price is raised by the Inflation Factor.",
    ],
)
def test_plain_words_with_capitals_need_a_definition(sentence: str) -> None:
    assert len(_found("CK-TERM-UNDEFINED", _TERMS.format(sentence))) == 1


@pytest.mark.parametrize(
    "sentence",
    ["It is told at the Annual General Meeting.", "It is set against the Market Forces Factor."],
)
def test_what_is_known_all_over_the_country_needs_none(sentence: str) -> None:
    assert _found("CK-TERM-UNDEFINED", _TERMS.format(sentence)) == []


def test_what_a_schedule_has_for_itself_is_missed_though_it_borrows_terms() -> None:
    terms = "\n\n".join(f"**Thing {name}** means a thing." for name in ("A", "B", "C", "D", "E"))
    text = f"""
# Schedule 3: Funds

1. Words defined in the Agreement have the same meaning here. In this Schedule also:

{terms}

2. Money is released once the Surge Protocol has been put in force, and not after the Expiry Date.
"""
    assert _found("CK-TERM-UNDEFINED", text) == [("Surge Protocol", "likely"), ("Expiry Date", "doubtful")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Dale Police", [("Dale Police", "likely")]),
        ("Dale Constabulary", []),
        ("Vale Police", []),
    ],
)
def test_a_force_has_one_name(name: str, found: list[tuple[str, str]]) -> None:
    text = _PARTIES.replace(
        "(3) Westmarch Community NHS Trust (“the Trust”)",
        "(3) The Chief Constable of Dale Constabulary of Fir Hill, Dale (“the Force”)",
    )
    assert _found("CK-PARTY-NAME-CHANGES", text.format(f"It is put to an officer of {name}.")) == found


def test_the_one_name_in_a_table_of_signatures_that_is_nobodys_is_that_of_who_is_left() -> None:
    text = (
        _PARTIES.format("They pay.").replace("Westmarch Community NHS Trust", "Fen Partnership NHS Trust")
        + """
| Organisation | Signature |
|---|---|
| Westmarch County Council | |
| Dale Borough Council | |
| Fen Mental Health NHS Trust | |
"""
    )
    assert _found("CK-PARTY-NAME-CHANGES", text) == [("Fen Mental Health NHS Trust", "likely")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each placement needs the approval of the Tier 4 Funding Panel.", ["Funding Panel"]),
        ("Orders are approved by the Prescribing Panel, which sits every fortnight.", ["Prescribing Panel"]),
        ("Orders are approved by the Prescribing Panel, which consists of two nurses.", []),
        ("They meet the Discharge Standards for at least nine in ten people.", ["Discharge Standards"]),
        ("They meet the Discharge Standards for England.", []),
    ],
)
def test_groups_and_standards_on_which_much_turns_have_to_be_explained(
    sentence: str, found: list[str]
) -> None:
    text = f"""
1. Definitions

1.1 In this Agreement:

**Host** means Dale Council.

**Service** means the help that the Host gives.

2. Duties

2.1 The Host gives the Service. {sentence}
"""
    assert [words for words, level in _found("CK-TERM-UNDEFINED", text) if level != "doubtful"] == found


def test_brackets_may_say_in_which_annex_a_short_name_holds() -> None:
    text = """1. The Joint Oversight Group (in this Annex, “the Group”) steers the work.

2. The Group meets monthly.
"""
    assert [one.term for one in instrument_of(text).definitions] == ["Group"]


def test_a_colon_with_a_dash_leads_to_the_parties_too() -> None:
    text = """BETWEEN:-

(1) DALE BOROUGH COUNCIL of Town Hall (hereinafter called “the Council”) of the one part; and

(2) DALE PRIMARY CARE TRUST of Mill House (hereinafter called “the Trust”) of the other part.

WHEREAS:-

1. Term

1.1 Three members are appointed by the PCT.
"""
    names = [party.name.text for party in instrument_of(text).parties.each]
    assert names == ["DALE BOROUGH COUNCIL", "DALE PRIMARY CARE TRUST"]
    assert _found("CK-PARTY-NAME-CHANGES", text) == [("PCT", "likely")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Weirside Community Health NHS Trust", [("Weirside Community Health NHS Trust", "likely")]),
        ("Weirside Community NHS Trust", []),
        ("Lydeside Community NHS Trust", []),
    ],
)
def test_a_name_in_a_paragraph_of_addresses_is_that_of_a_party(
    name: str, found: list[tuple[str, str]]
) -> None:
    text = f"""Parties

(1) Dale Council of Shire Hall, Dale DA1 1AA (“the Council”); and

(2) WEIRSIDE COMMUNITY NHS TRUST of Priory House, Weir (“the Trust”).

1. Notices

1.1 Notices go to the Solicitor at Shire Hall, Dale DA1 1AA and, in the case of {name}, to the Company
Secretary at Priory House, Weir WE7 2PT.
"""
    assert _found("CK-PARTY-NAME-CHANGES", text) == found


def test_terms_that_are_not_carried_over_have_to_be_defined() -> None:
    text = """# Schedule 3 Pooled fund

1. Words

1.1 The words defined in the Agreement {} carried over into this Schedule, which has its own:

**Host** means the Council.

**Pooled Fund** means the fund that the Host keeps.

**Scheme** means a service that is paid from the Pooled Fund.

**Overspend** means spending above the budget of a Scheme, and Underspend means the converse.

2. Use

2.1 No money may leave the Pooled Fund save for Permitted Expenditure. The Host decides whether an item is
Permitted Expenditure. An Underspend is kept.
"""
    assert [
        words for words, level in _found("CK-TERM-UNDEFINED", text.format("are not")) if level == "likely"
    ] == ["Permitted Expenditure"]
    assert [
        words for words, level in _found("CK-TERM-UNDEFINED", text.format("are")) if level == "likely"
    ] == []


def test_a_name_with_its_places_turned_is_another() -> None:
    text = """Parties

(1) Dale Council (“the Council”); and

(2) NHS Weir and Dale Integrated Care Board (“the ICB”).

1. Notices

1.1 Notices go to NHS Dale and Weir Integrated Care Board by post.
"""
    assert _found("CK-PARTY-NAME-CHANGES", text) == [("NHS Dale and Weir Integrated Care Board", "likely")]


def test_meanings_may_be_given_on_the_right() -> None:
    rows = "".join(f"| {term} | the one of the Partners |\n" for term in ("Hub", "Lead Officer", "Work Plan"))
    text = f"""1. Words

1.1 In this memorandum the words in the left-hand column have the meaning given on the right:

| | |
|---|---|
{rows}"""
    assert {one.term for one in instrument_of(text).definitions} >= {"Hub", "Lead Officer", "Work Plan"}


_LISTED = """
# Terms of Reference

## 1. {lead}

1.1 {sentence}

- Carrick Borough Council (the “Council”);
- NHS Carrick and Moorside Integrated Care Board (the “ICB”); and
- Moorside Hospitals NHS Foundation Trust (the “Trust”).

## 2. Meetings

2.1 {told}
"""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Board joins three bodies:", [("both Partners", "certain")]),
        ("This memorandum is made between:", [("both Partners", "certain")]),
        ("Four organisations have agreed to work together. They are:", [("both Partners", "certain")]),
        ("The papers are sent to:", []),
    ],
)
def test_parties_may_be_the_items_of_a_list(sentence: str, found: list[tuple[str, str]]) -> None:
    text = _LISTED.format(lead="Who we are", sentence=sentence, told="It meets if both Partners ask.")
    assert _found("CK-PARTY-TWO-WORDS", text) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("It does not bind both of us.", ["both of us"]),
        ("We do not expect both of us to agree.", ["both of us"]),
        ("Either of us may leave.", ["Either of us"]),
        ("It binds all of us.", []),
    ],
)
def test_those_who_write_we_speak_of_two_as_well(told: str, found: list[str]) -> None:
    text = _LISTED.format(lead="Who we are", sentence="We are three organisations:", told=told)
    assert [words for words, _ in _found("CK-PARTY-TWO-WORDS", text)] == found


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("Carrick Council", True),
        ("Carrick Metropolitan Borough Council", True),
        ("MOORSIDE HOSPITAL NHS FOUNDATION TRUST", True),
        ("Moorside University Hospitals NHS Trust", True),
        ("NHS Moorside Integrated Care Board", True),
        ("NHS Moorside and Carrick Integrated Care Board", True),
        ("Carrick Borough Council", False),
        ("Carrick County Council", False),
        ("Moorside Community NHS Trust", False),
        ("NHS Fenside Integrated Care Board", False),
        ("Upper Carrick Parish Council", False),
    ],
)
def test_a_name_with_another_rank_or_fewer_places_is_that_of_a_party(name: str, is_told: bool) -> None:
    text = _LISTED.format(lead="Who we are", sentence="The Board joins:\n", told="It meets each month.")
    text = text.replace("The Board joins:", "The Board joins three bodies:")
    table = f"\n| Partner | Post |\n|---|---|\n| {name} | Chief Executive |\n"
    told = [words for words, _ in _found("CK-PARTY-NAME-CHANGES", text + table)]
    assert told == ([name] if is_told else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Papers go to the Director of Resources of Carrick Metropolitan Borough Council.",
        "The Cabinet of Carrick Metropolitan Borough Council is told.",
    ],
)
def test_the_officers_of_a_body_are_no_part_of_its_name(sentence: str) -> None:
    text = _LISTED.format(lead="Who we are", sentence="The Board joins three bodies:", told=sentence)
    assert [words for words, _ in _found("CK-PARTY-NAME-CHANGES", text)] == [
        "Carrick Metropolitan Borough Council"
    ]


def test_a_schedule_on_its_own_names_its_parties_in_its_definitions() -> None:
    text = """
# Schedule 3 Money

## 1. Words

| Word | What it means |
|---|---|
| Council | Carrick Borough Council |
| ICB | NHS Carrick and Moorside Integrated Care Board |
| Partners | the Council and the ICB, each of them being a Partner |

## 2. Approval

| Partner | Date |
|---|---|
| {} | 24 March 2026 |
"""
    for name, found in (("Carrick Council", ["Carrick Council"]), ("Carrick Borough Council", [])):
        assert [words for words, _ in _found("CK-PARTY-NAME-CHANGES", text.format(name))] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A voting member may send a deputy.", ["voting member"]),
        ("No voting member has a casting vote.", ["voting member"]),
        ("Voting members are paid.", []),
    ],
)
def test_anybody_of_a_body_has_capitals(sentence: str, found: list[str]) -> None:
    text = f"""
## 1. Words

**Voting Member** means a person listed in Annex A.

## 2. Votes

2.1 A Voting Member has one vote. The Voting Members meet each month.

2.2 {sentence}
"""
    assert [words for words, level in _found("CK-TERM-CAPITALS", text) if level != "doubtful"] == found


_TWO_IN_ONE_FILE = """
Definitions

In this document:

**Memorandum** means this document.

**Steering Group** means the group of chief officers; and

1. Purpose

1.1 This Memorandum tells how the Steering Group decides.

{}

1. Definitions

**Memorandum** means the memorandum that the parties signed.

**Steering Group** means the group of chief officers.

2. Decisions

2.1 The Steering Group decides under the Memorandum.
"""


@pytest.mark.parametrize(("start", "found"), [("IT IS AGREED:", 0), ("What follows is agreed:", 1)])
def test_two_instruments_in_one_file_may_define_a_term_each(start: str, found: int) -> None:
    text = _TWO_IN_ONE_FILE.format(start)
    assert len(_found("CK-TERM-TWICE-DIFFERENTLY", text)) == found
    assert len(_found("CK-TERM-TWICE", text)) == found


def test_a_schedule_of_an_agreement_borrows_nothing_from_it() -> None:
    text = (
        _TERMS.format("")
        + "**Month** means a month.\n\n**Year** means a year.\n\n# Schedule 1\n\n1. Words\n\n"
        "1.1 Words have the meanings given in the {}.\n\n"
        "1.2 The Handover Procedure applies from 1 May, and nothing in the Services Contract affects that.\n"
    )
    own, another = text.format("body of the Agreement"), text.format("Framework Agreement")
    assert _found("CK-TERM-UNDEFINED", own) == [("Handover Procedure", "likely")]
    assert ("Handover Procedure", "doubtful") in _found("CK-TERM-UNDEFINED", another)


_GLOSSARY = """
## 1. Glossary

| Term | Meaning |
|---|---|
| ALB | Arms Length Body |
| HWB | Health and Wellbeing Board |
| ICS | Integrated Care System |
| NHSE | NHS England |
| PCN | Primary Care Network |

## 2. Work

2.1 {}
"""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each PCN sends a report to the DPH. A DPH may ask for more.", ["DPH"]),
        ("The VCFSE sector is a partner.", ["VCFSE"]),
        ("It serves the whole of the T&K area.", ["T&K"]),
        ("Long-acting contraception (LARC) is offered. The LARC audit is done.", []),
        ("The system (LNG-IUS) is fitted, and each IUS is counted.", []),
        ("It is held by Hallow MBC and by NC Ambulance, under part IV.", []),
        ("The PDF is sent to the NHS by a GP.", []),
    ],
)
def test_a_list_of_abbreviations_has_all_of_them(sentence: str, found: list[str]) -> None:
    assert [words for words, _ in _found("CK-TERM-UNDEFINED", _GLOSSARY.format(sentence))] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The Joint Coordination Group meets. The Joint Coordination Group reports to the Joint"
            " Co-ordination Group each May.",
            ["Joint Co-ordination Group"],
        ),
        (
            "The Social Care and Health Fund pays. See the Health and Social Care Fund.",
            ["Health and Social Care Fund"],
        ),
        (
            "It is paid under the Financial Protocol.\n\n## 3. Finance Protocol\n\n3.1 Nothing.",
            ["Financial Protocol"],
        ),
        (
            "It goes to the Integration Finance Group, and to the Integrated Finance Group.",
            ["Integrated Finance Group"],
        ),
        ("The Transfer Plan and the Transfer Panel are kept, as are the Sites Plan and the Site Plan.", []),
        ("It goes to the Delivery Board and to the Delivery Group of the Trust.", []),
        ("A Commissioning Plan is kept. The Commissioned Plan is another.", []),
    ],
)
def test_a_name_that_nothing_defines_is_written_in_one_way(sentence: str, found: list[str]) -> None:
    assert [words for words, _ in _found("CK-TERM-VARIANT", _TERMS.format(sentence))] == found


_MUCH = "\n\n".join(f"**Band {one}** means a band." for one in range(40))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The Hospital Discharge Screening Tool is filled in for each person.",
            ["Hospital Discharge Screening Tool"],
        ),
        ("Each Weekly Market Price Survey is read.", ["Weekly Market Price Survey"]),
        ("The Weekly Market Price Survey, which is set out in Schedule 2, is read.", []),
        ("The Brindle Room is booked. The Disabled Facilities Grant is spent.", []),
        ("A Risk Assessment and Resolution meeting is held.", []),
    ],
)
def test_where_much_is_defined_all_that_has_capitals_should_be(sentence: str, found: list[str]) -> None:
    sentence = f"{sentence} The tool of a hospital is no survey."
    text = _TERMS.format(sentence).replace("## 2.", f"{_MUCH}\n\n**Day** means a day.\n\n## 2.", 1)
    likely = [words for words, sure in _found("CK-TERM-UNDEFINED", text) if sure == "likely"]
    assert likely == found


def test_a_name_may_go_on_from_the_cell_above() -> None:
    text = (
        _PARTIES.format("Contributions are in the table.")
        + "\n| A | B |\n|---|---|\n| Westmarch Community | Dale |\n| NHS Trust | Borough Council |\n"
    )
    assert _found("CK-PARTY-NAME-CHANGES", text) == []


def test_what_letters_stand_for_need_not_be_used() -> None:
    table = (
        "| Term | Meaning |\n|---|---|\n| ALB | Arms Length Body: a body of the state |\n| Rate | a rate |\n"
    )
    text = f"## 1. Definitions\n\n{table}\n## 2. Work\n\n2.1 Each ALB pays the Rate.\n"
    assert _found("CK-TERM-UNUSED", text) == []


def test_what_a_title_begins_with_is_no_slip() -> None:
    sentence = "A Charges in Control Notice is sent. The Services Contact is kept."
    assert _found("CK-TERM-VARIANT", _TERMS.format(sentence)) == [("Services Contact", "certain")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It exercises the NHS Functions and the Council Functions.", ["Council Functions"]),
        ("It exercises the NHS Functions and the Council’s Functions.", []),
        ("It exercises the Functions, and tells the Council.", []),
        ("The Council Staff are told.", []),
    ],
)
def test_a_term_with_a_party_before_it_is_defined_as_others_of_its_kind(
    sentence: str, found: list[str]
) -> None:
    text = _PARTIES.format(
        "In this agreement:\n\n**Functions** means what each does.\n\n**NHS Functions** means those of the"
        f" Trust.\n\n**Staff** means those who work.\n\n## 2. Work\n\n2.1 {sentence}"
    )
    assert [words for words, _ in _found("CK-TERM-UNDEFINED", text)] == found


def test_a_short_name_has_no_blank_in_it() -> None:
    table = "| Who | Where |\n|---|---|\n| DL BC | Hall |\n| WM | Home |\n"
    text = _PARTIES.replace("the Borough”", "DLBC”").format(f"DLBC is here, as the DL BC is.\n\n{table}")
    found = sorted(_found("CK-TERM-VARIANT", text))
    assert found == [("DL BC", "certain"), ("DL BC", "likely")]


@pytest.mark.parametrize(
    ("signed", "found"),
    [
        ("WESTMARCH INTEGRATED CARE BOARD", ["WESTMARCH INTEGRATED CARE BOARD"]),
        ("NHS WESTMARCH INTEGRATED CARE BOARD", []),
        ("the NHS Westmarch Integrated Care Board", []),
    ],
)
def test_a_name_is_signed_with_all_its_words(signed: str, found: list[str]) -> None:
    text = (
        "Parties\n\n(1) Dale County Council (“the Council”); and\n\n(2) NHS Westmarch Integrated Care Board"
        " (“the ICB”).\n\n## 1. Funds\n\n1.1 The Council shall pay the ICB.\n\n"
        f"Signed for and on behalf of {signed}\n\nName: ..........\n"
    )
    assert [words for words, _ in _found("CK-PARTY-NAME-CHANGES", text)] == found


_MANY_PARTNERS = " ".join(
    f"Each Partner pays {sum_} pounds, and the Partners agree it." for sum_ in range(20, 26)
)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Neither Party is bound by it.", ["Party"]),
        ("All of the Parties meet in May, and the Parties pay.", ["Parties"]),
        ("No Third Parties are bound, and each party to a dispute is heard.", []),
        ("The words “the Parties shall meet” are taken out.", []),
        ("The Parties meet. Each Party pays. Any Party may ask. Both Parties sign. No Party ends it.", []),
    ],
)
def test_those_who_are_called_partners_are_seldom_called_parties(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-TERM-VARIANT"), _TERMS.format(f"{_MANY_PARTNERS} {sentence}"))
    assert [hit.words.text for hit in found if hit.words.text.startswith("Part")] == words


_PLACES = """
Parties

(1) Westmarch City Council (“the Council”);

(2) NHS Dale and the Leys Integrated Care Board (“the ICB”); and

(3) Brightfell Analytics Limited (“the Supplier”).

## 1. Funds

1.1 {}
"""


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Brightfell Insight Limited is told.", ["Brightfell Insight Limited"]),
        (
            "It is put to NHS Dale and Weir Integrated Care Board.",
            ["NHS Dale and Weir Integrated Care Board"],
        ),
        ("Staff of Fellgate Analytics Limited may help.", []),
        ("NHS North Weir Integrated Care Board is told.", []),
        (
            "Both sign.\n\n| Signature .... | Signed for Westmarch Borough Council |\n|---|---|\n| a | b |",
            ["Westmarch Borough Council"],
        ),
        (
            "Notices go to these.\n\n| Partner | Officer |\n|---|---|\n| NHS Dale and the Vale | Head |"
            "\n| Integrated Care Board | of Place |",
            ["NHS Dale and the Vale"],
        ),
    ],
)
def test_a_body_of_which_there_is_one_is_told_by_a_word_between(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-PARTY-NAME-CHANGES"), _PLACES.format(sentence))
    assert [hit.words.text for hit in found if hit.confidence != "doubtful"] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Only voting members may speak.", "voting members"),
        ("It is signed by duly authorised officers of the Partners.", "authorised officers"),
        ("It is told to an authorised officer under that Act.", "authorised officer"),
    ],
)
def test_officers_and_members_in_small_letters(sentence: str, words: str) -> None:
    text = f"""
## 1. Definitions

**Authorised Officer** means whom a Partner names.

**Partner** means each party to this agreement.

**Voting Member** means a member who has a vote.

## 2. Work

2.1 Each Authorised Officer and Voting Member attends. Each Authorised Officer and Voting Member reports.

2.2 {sentence}
"""
    assert [hit.words.text for hit in hits(load("CK-TERM-CAPITALS"), text)] == [words]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In this Schedule Pooled Fund means the Council’s account.", ["Pooled Fund"]),
        (
            "For the purposes of this paragraph a Services Contract means one for nursing.",
            ["Services Contract"],
        ),
        ("In this Schedule 2, the Pooled Fund refers to the grants.", ["Pooled Fund"]),
        ("It is paid from the Pooled Fund (meaning the Council’s account).", ["Pooled Fund"]),
        ("It is paid from the Winter Fund (meaning the Council’s account).", []),
        ("In this Schedule Winter Fund means the Council’s account.", []),
        ("In this Schedule the Pooled Fund meant for homes is kept apart.", []),
    ],
)
def test_a_sentence_gives_a_listed_term_another_meaning(sentence: str, words: list[str]) -> None:
    text = f"{_TERMS.format('')}\n\n## Schedule 2: Money\n\n1. {sentence}\n"
    assert [hit.words.text for hit in hits(load("CK-TERM-TWICE-DIFFERENTLY"), text)] == words


def test_the_details_of_a_party_are_no_parties_and_a_company_is_one() -> None:
    text = """
# Agreement

## Parties

**Data Controller ("Client")**

- Organisation Name: Dale Council
- Registered Address: Dale Hall, Dale
- Contact Person: the Director of Finance

**Data Processor ("CareLinks")**

- Organisation Name: CareLinks Ltd
- Company Number: 01234567

## 1. Duties

1.1 If CareLinks is told of a breach, it tells the other party, and both parties put it right.
"""
    assert [_found(id_, text) for id_ in ("CK-PARTY-TWO-WORDS", "CK-PARTY-NUMBER")] == [[], []]


def test_brackets_without_quotes_name_what_is_then_spoken_of() -> None:
    text = """
1. Definitions

1.1 "Fund" means the pool.

2. Confidence

2.1 Each Partner keeps to itself what it learns of another in its work (Confidential Information).

2.2 It shall return all Confidential Information with the Fund.
"""
    assert _found("CK-TERM-UNDEFINED", text) == []


@pytest.mark.parametrize(
    ("definition", "found"),
    [
        ('"Substitute" means a person put in for another.', []),
        ("“Substitute” is as defined in clause 2.1.", []),
        ('"Works" means the works in Schedule 1.', [("Substitute", "likely")]),
    ],
)
def test_one_word_that_is_spoken_of_again_and_again_needs_a_definition(
    definition: str, found: list[tuple[str, str]]
) -> None:
    text = f"""
1. Definitions

"Council" means Dale Council.

"Fund" means the pool that the Council keeps.

{definition}

2. Staff

2.1 The Council may put in a Substitute, if the Substitute has the skills that the Fund pays for. The
Council pays the Substitute, and any Substitute works to its rules. The Other Trust, any Other body and
the Other Council tell the Other Board.
"""
    assert _found("CK-TERM-UNDEFINED", text) == found


@pytest.mark.parametrize(("words", "told"), [("The said Group", []), ("The Group", ["Group"])])
def test_the_last_word_of_a_term_may_stand_for_it(words: str, told: list[str]) -> None:
    text = f"""
1. Words

In this Agreement:

**Home Group** means the group of clause 2.

**Plan** means the plan of a year.

2. Group

2.1 The Council sets up the Home Group.

2.2 {words} shall meet each month. {words} shall write the Plan. {words} may ask the Council for money.
"""
    found = [one for one in hits(load("CK-TERM-UNDEFINED"), text) if one.confidence != "doubtful"]
    assert [one.words.text for one in found][:1] == told


@pytest.mark.parametrize(("length", "level"), [(8, "warning"), (5, "info")])
def test_the_one_term_out_of_the_order_of_a_long_list_is_a_slip(length: int, level: str) -> None:
    terms = sorted(("Budget", "Carer", "Day", "Fund", "Host", "Lead", "Meeting", "Notice")[:length])
    terms.insert(1, terms.pop())
    entries = "".join(f"**{one}** means the {one.lower()} of the year.\n\n" for one in terms)
    told = run(reading_of(f"1. Words\n\n1.1 In this paper:\n\n{entries}"), Options(select=("CK-TERM-ORDER",)))
    assert [(one.words.text, one.level) for one in told] == [(terms[1], level)]
