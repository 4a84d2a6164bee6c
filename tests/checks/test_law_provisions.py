"""What provisions of law deal with, and the periods that law fixes: what is told, and what is let alone."""

from __future__ import annotations

from datetime import date

import pytest

from clausekit.checks.rules import load
from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules.law._periods_of_law import fixed_periods
from clausekit.checks.rules.law._provisions import Provision, laws
from tests.checks.instruments import hits
from tests.checks.law_sentences import told

HSCA = "Health and Social Care Act 2012"
PROVISION, PERIOD = "CK-LAW-PROVISION", "CK-LAW-PERIOD"
EVERY = [one for law in laws().values() for one in law.provisions.values()]


def words_told(sentence: str, rule: str) -> list[str]:
    """Return the words of a sentence that a rule tells, of which it is sure enough."""
    return [words for _, words, confidence in told(sentence, rule) if confidence != "doubtful"]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.law} {one.number}")
def test_no_subject_of_a_provision_is_told_where_that_is_cited(one: Provision) -> None:
    law = laws()[one.law]
    cited = one.number.capitalize() if one.number.startswith("part") else f"{law.kind} {one.number}"
    for name in one.words:
        words = name.replace("*", "").replace(" ... ", " the ")
        assert (
            words_told(f"The Partners have regard to {words} under {cited} of the {law.title}.", PROVISION)
            == []
        )


def test_the_data_are_filled_in() -> None:
    for line in table("provisions.tsv"):
        assert all((line["law"], line["provision"], line["subject"], line["words"] or line["also"])), line
        assert not line["checked"] or date.fromisoformat(line["checked"])
        assert line["words"] + line["also"] == (line["words"] + line["also"]).lower()
    numbers = [(line["law"], line["provision"]) for line in table("provisions.tsv")]
    assert len(numbers) == len(set(numbers))
    for line in table("periods_of_law.tsv"):
        assert line["bound"] in {"most", "least", "said", "every"}
        assert line["unit"] in {"hour", "day", "week", "month"}
    assert fixed_periods()


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("After-care is provided under section 17 of the Mental Health Act 1983.", "17"),
        ("Aftercare is planned as section 17 of the Mental Health Act 1983 says.", ""),
        ("The section 17 aftercare duty under the Mental Health Act 1983 is shared.", "17"),
        ("Section 17 of the Mental Health Act 1983 requires the Council to provide after-care.", "17"),
        ("The enquiries that section 47 of the Care Act 2014 requires are made by the Council.", "47"),
        ("Carers are assessed under s.9 of the Care Act 2014.", "9"),
        ("The Board was set up as a Safeguarding Adults Board under section 44 of the Care Act 2014.", "44"),
        ("It pays for support under section 20 of the Care Act 2014, and advocacy under section 76.", "76"),
        ("Section 2 of the Care Act 2014 (prevention duty) and section 5 (information and advice).", "5"),
        ("It acts under Part 2 (law enforcement processing) of the Data Protection Act 2018.", "2"),
        ("The basis is Article 6(1)(c) (public task) of the UK GDPR.", "6(1)(c)"),
        ("They share under Article 9(2)(j) of the UK GDPR (provision of health or social care).", "9(2)(j)"),
        ("They are joint controllers within the meaning of Article 27A of the UK GDPR.", ""),
        ("A data protection impact assessment under Article 34 of the UK GDPR is kept up to date.", "34"),
        ("They are placed at the disposal of the Trust under section 112 of the LGA 1972.", "112"),
        ("The joint strategic needs assessment under section 116A of the Local Government and Public"
         " Involvement in Health Act 2007 is heeded.", "116A"),
        ("The pooled fund is kept under regulation 9 of the NHS Bodies and Local Authorities Partnership"
         " Arrangements Regulations 2000.", "9"),
        ("A pooled fund is kept under section 82 of the National Health Service Act 2006.", "82"),
        ("The Partners keep to the Care Act 2014 (section 47: safeguarding enquiries).", "47"),
    ],
)  # fmt: skip
def test_a_provision_of_another_subject_is_told(sentence: str, number: str) -> None:
    assert words_told(sentence, PROVISION) == ([number] if number else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council assesses adults and carers under sections 9 and 10 of the Care Act 2014.",
        "The Safeguarding Adults Board may ask for information under section 45 of the Care Act 2014.",
        "After-care for a person who was detained under section 3 of the Mental Health Act 1983 is free.",
        "The application of an AMHP under section 3 of the Mental Health Act 1983 is kept.",
        "The pooled fund pays for functions under section 3 of the National Health Service Act 2006.",
        "Enquiries under section 42 of the Care Act 2014 and section 47 of the Children Act 1989 are made.",
        "Each helps the other with its duties as joint controllers under Articles 12 to 22 of the UK GDPR.",
        "The processor helps with a data protection impact assessment under Article 28(3)(f) of the UK GDPR.",
        "Best value is part of the duties in Part 1 of the Local Government Act 1999.",
        "Article 28 of the Articles of the company binds joint controllers, who keep to the UK GDPR.",
        "They share special category data under Articles 6(1)(e) and 9(2)(h) of the UK GDPR.",
        "It supports carers. Assessments under section 9 of the Care Act 2014 are made by the Council.",
        "The prevention duty and the well-being principle are in sections 1 and 2 of the Care Act 2014.",
        "Carers are dealt with in the Health and Social Care Act (section 9 is another matter).",
        "The Council shall not rely on Article 6(1)(f) of the UK GDPR.",
        "The appropriate limit sets the fee under section 13 of the Freedom of Information Act 2000.",
        "The Charity relies on Article 6(1)(f) of the UK GDPR.",
    ],
)  # fmt: skip
def test_a_provision_beside_other_subjects_is_let_alone(sentence: str) -> None:
    assert told(sentence, PROVISION) == []


def test_what_stands_above_a_citation_tells_for_what_it_is() -> None:
    clause = (
        "# Schemes\n\n**{heading}**\n\n2.1 The Scheme sustains {whom}. The Scheme funds assessments under"
        " section 9 of the Care Act 2014.\n"
    )
    rule = load(PROVISION)
    assert len(hits(rule, clause.format(heading="Scheme D – Carers", whom="unpaid carers"))) == 1
    assert hits(rule, clause.format(heading="Scheme E – Homes", whom="unpaid carers")) == []
    assert hits(rule, clause.format(heading="Scheme D – Carers", whom="adults with needs")) == []


@pytest.mark.parametrize(("who", "told_of"), [("Council", 1), ("Hospital Trust", 1), ("Charity", 0)])
def test_legitimate_interests_are_not_open_to_a_public_body(who: str, told_of: int) -> None:
    text = (
        "# Bases\n\n1. The bases in the UK GDPR are these.\n\n| Partner | Article 6 | Article 9 |\n"
        f"|---|---|---|\n| {who} | 6(1)(f) | 9(2)(h) |\n| Hospice | 6(1)(f) | 9(2)(h) |\n"
    )
    assert len(hits(load(PROVISION), text)) == told_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Freedom of information requests are answered within 30 working days.", "30 working days"),
        ("Freedom of information requests are answered within the statutory limit of 15 working days.",
         "15 working days"),
        ("A subject access request must be complied with within forty days of its receipt.", "forty days"),
        ("A personal data breach is notified to the Information Commissioner within 96 hours.", "96 hours"),
        ("Each application for a disabled facilities grant is decided within nine months.", "nine months"),
        ("Employee liability information is given at least 14 days before the transfer.", "14 days"),
        ("A person may be held at a place of safety for up to 72 hours.", "72 hours"),
        ("The standstill period under the Procurement Act 2023 is not less than ten days.", "ten days"),
        ("The Council issues the final EHC plan within 26 weeks of the request.", "26 weeks"),
        ("The Council pays a valid and undisputed invoice within 45 days.", "45 days"),
        ("The Council publishes the contract details notice within 180 days of the award.", "180 days"),
        ("Reablement is without charge for the first four weeks of it, as the Care and Support (Preventing"
         " Needs for Care and Support) Regulations 2014 require.", "four weeks"),
    ],
)  # fmt: skip
def test_a_period_that_the_law_has_otherwise_is_told(sentence: str, words: str) -> None:
    assert words_told(sentence, PERIOD) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "A request under the Freedom of Information Act 2000 is passed on within two working days.",
        "A request under the FOIA 2000 is answered within ten working days, as the Board requires.",
        "An internal review under the Freedom of Information Act 2000 is answered within 40 working days.",
        "A subject access request is answered within one month, which may be extended by two further months.",
        "A subject access request is answered within 28 days.",
        "A data breach is told to the other within 24 hours and to the Commissioner within 72 hours.",
        "Complaints under the Complaints Regulations are acknowledged within two working days.",
        "Reablement is free for up to four weeks.",
        "Each disabled facilities grant is approved, and the works are completed within twelve months.",
        "The standstill period under the Provider Selection Regime is at least eight working days.",
        "The Council pays an undisputed invoice within 28 days.",
        "The contract details notice is published within 30 days, as the Procurement Act 2023 requires.",
    ],
)  # fmt: skip
def test_a_period_that_the_law_allows_is_let_alone(sentence: str) -> None:
    assert told(sentence, PERIOD) == []


def test_a_period_is_told_from_the_day_on_which_the_law_has_it() -> None:
    sentence = "A person may be held at a place of safety for up to 72 hours."
    assert told(sentence, PERIOD, as_at=date(2017, 1, 1)) == []


@pytest.mark.parametrize(
    ("act", "found"),
    [("Children Act 1989", []), ("Children Act 2004", ["47"])],
)
def test_a_section_of_that_number_is_in_another_act(act: str, found: list[str]) -> None:
    sentence = f"The Council makes child protection enquiries under section 47 of the {act}."
    assert words_told(sentence, PROVISION) == found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A competitive flexible procedure under the Care Act 2014 was held.", "Care Act 2014"),
        ("The public sector equality duty in the Human Rights Act 1998 binds them.", "Human Rights Act 1998"),
        ("It has the general power of competence under the Equality Act 2010.", "Equality Act 2010"),
        ("It has the general power of competence under the Localism Act 2000.", ""),
        ("The trust was abolished by the Health Act 2009.", ""),
        ("The old CCG was abolished by the Health and Social Care Act 2012.", HSCA),
        ("The Health and Social Care Act 2012 abolished clinical commissioning groups.", HSCA),
        ("The CCG was abolished on 1 July 2023.", "1 July 2023"),
    ],
)
def test_what_is_of_one_law_is_not_of_another(sentence: str, words: str) -> None:
    assert words_told(sentence, PROVISION) == ([words] if words else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "They held a competitive flexible procedure under section 20 of the Procurement Act 2023.",
        "The joint strategic needs assessment under the Health and Social Care Act 2012 is kept.",
        "The Health and Care Act 2022 abolished clinical commissioning groups.",
        "The Health and Social Care Act 2012 abolished primary care trusts, and made other groups.",
        "The CCG was abolished on 1 July 2022, and Fell CCG was dissolved on 1 April 2021 on its merger.",
        "Convention rights, and duties under the Equality Act 2010, are respected.",
    ],
)
def test_what_is_of_its_law_is_let_alone(sentence: str) -> None:
    assert words_told(sentence, PROVISION) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Under LOLER every hoist is thoroughly examined at least every twelve months.", "twelve months"),
        ("Hoists have a thorough examination (LOLER) at intervals not exceeding 12 months.", "12 months"),
        ("Rights. A request for access goes to the Council, and is answered within 40 days.", "40 days"),
        ("An EIR request is answered within 30 working days.", "30 working days"),
        ("A patient is held under section 5(2) for up to 96 hours.", "96 hours"),
    ],
)
def test_more_periods_of_law(sentence: str, words: str) -> None:
    assert words_told(sentence, PERIOD) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hoists are serviced every 12 months, and under LOLER thoroughly examined every six.",
        "A request for access to the shared system is answered within 40 days.",
        "Hoists are thoroughly examined within two years of a report under LOLER.",
        "Rights. A request for access is answered within one month.",
    ],
)
def test_periods_of_other_things_are_let_alone(sentence: str) -> None:
    assert words_told(sentence, PERIOD) == []


@pytest.mark.parametrize("name", ["provisions.tsv", "periods_of_law.tsv", "of_one_law.tsv"])
def test_each_row_names_its_authority(name: str) -> None:
    for line in table(name):
        assert line["authority"], line
        assert not line["checked"] or date.fromisoformat(line["checked"])


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        (
            "It is told, so that enquiries may then be made under section 47 of the Care Act 2014.",
            "47",
        ),
        ("They enter into a contract under Article 26 of the UK GDPR with the processor.", "26"),
        ("They enter into an arrangement as joint controllers under Article 26 of the UK GDPR.", ""),
        ("Drivers show an enhanced certificate under section 113A of the Police Act 1997.", "113A"),
        ("An enhanced criminal record check is requested under section 113A of the Police Act 1997.", "113A"),
        ("Standard checks are requested under section 113B of the Police Act 1997.", "113B"),
        (
            "Standard and enhanced checks are made under sections 113A and 113B of the Police Act 1997.",
            "",
        ),
    ],
)
def test_what_can_be_done_is_under_its_own_provision(sentence: str, number: str) -> None:
    assert words_told(sentence, PROVISION) == ([number] if number else [])


OFFICE = (
    "1. Terms\n\n1.1 In this agreement:\n\n**Regulator** means the Information Commissioner.\n\n2. Data\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A data breach is told to the Regulator within five days.", ["five days"]),
        (
            "Of a data breach it tells the others in a day and the Regulator within 5 days.",
            ["5 days"],
        ),
        (
            "Of a data breach it tells the others within 1 day and the Regulator within 5 days.",
            ["5 days"],
        ),
        ("Of a data breach it tells the others within 1 day and the Regulator within 72 hours.", []),
        ("A data breach is told to the Regulator within 72 hours, and to the board within 20 days.", []),
    ],
)
def test_the_commissioner_may_have_another_name(sentence: str, words: list[str]) -> None:
    assert [one.words.text for one in hits(load(PERIOD), f"{OFFICE}2.1 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Who gets an FOI request tells the others within two days, and answers within 45 working days.",
            ["45 working days"],
        ),
        ("Who gets an FOI request has a reply of the others within two days, and meets within 45 days.", []),
        ("FOI requests are answered within 20 working days and, on a review, replied to within 40 days.", []),
    ],
)
def test_of_several_periods_each_is_for_what_leads_to_it(sentence: str, words: list[str]) -> None:
    assert words_told(sentence, PERIOD) == words


TABLE = """
1. Rights

| Right | UK GDPR | Time limit | Kept |
|---|---|---|---|
| {} | {} | {} | 3 years |
| Objection | Article 21 | one month | 2 years |
"""


@pytest.mark.parametrize(
    ("right", "article", "limit", "words"),
    [
        ("Access", "Article 15", "40 days", ["40 days"]),
        ("Erasure", "Article 17", "within 6 weeks", ["within 6 weeks"]),
        ("Erasure", "Article 17", "30 days", []),
        ("Access", "Article 15", "one month, and two months more for a hard one", []),
    ],
)
def test_a_row_tells_within_what_time_a_right_is_met(
    right: str, article: str, limit: str, words: list[str]
) -> None:
    told_ = [one.words.text for one in hits(load(PERIOD), TABLE.format(right, article, limit))]
    assert told_ == [one.removeprefix("within ") for one in words]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They keep the duty to refer in section 213B of the Housing Act 2004.", ["Housing Act 2004"]),
        ("They keep the duty to refer in section 213B of the Housing Act 1996.", []),
        ("They look to section 184 of the Housing Act 2004 for licences.", []),
        ("Breaches are reported to the ICO within 72 hours.", []),
    ],
)
def test_a_section_is_that_of_the_act_of_its_year(sentence: str, found: list[str]) -> None:
    assert words_told(sentence, PROVISION) == found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Breaches are reported to the ICO within five days.", ["five days"]),
        ("A DSAR is answered within 40 days.", ["40 days"]),
        ("A complaint of the ICO is answered within five days.", []),
    ],
)
def test_periods_told_by_short_names(sentence: str, words: list[str]) -> None:
    assert words_told(sentence, PERIOD) == words


@pytest.mark.parametrize(
    ("heading", "year", "numbers"),
    [("Safeguarding", "1989", ["11"]), ("Safeguarding", "2004", []), ("Courts", "1989", [])],
)
def test_a_heading_tells_which_act_of_two_is_meant(heading: str, year: str, numbers: list[str]) -> None:
    text = f"1. {heading}\n\n1.1 Each has regard to its duties under section 11 of the Children Act {year}.\n"
    assert [hit.words.text for hit in hits(load(PROVISION), text)] == numbers


def test_a_section_that_is_named_for_its_own_law_is_not_of_the_one_before() -> None:
    acts = "section 75 of the National Health Service Act 2006 for care and section 117 after-care for adults"
    assert hits(load(PROVISION), f"1. Law\n\n1.1 This is made under {acts}.\n") == []


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Pooled funds are kept under section 57 of the National Health Service Act 2006.", "57"),
        ("The Council charges for services under section 41 of the Care Act 2014.", "41"),
        ("Section 57 of the National Health Service Act 2006 lets the Partners pool money.", "57"),
        ("They must share information under section 251(B) of the Health and Social Care Act 2012.", "251"),
        ("Members keep to the code of conduct that section 82 of the Localism Act 2011 calls for.", "82"),
        ("A joint strategic needs assessment is made under section 161 of the Local Government and Public"
         " Involvement in Health Act 2007.", "161"),
        ("The duty in section 13 of the Care Act 2014 to promote integration binds the Council.", "13"),
        ("Money moves under section 57 of the National Health Service Act 2006.", ""),
        ("Section 41 of the Care Act 2014 lets one council recover from another what it paid.", ""),
        ("The Council acts under section 82 of the Localism Act 2011.", ""),
        ("It works with the NHS under section 82 of the National Health Service Act 2006.", ""),
        ("The power in section 14 of the Care Act 2014 to charge is kept by the Council.", ""),
    ],
)  # fmt: skip
def test_a_number_may_be_a_slip_of_another_one(sentence: str, number: str) -> None:
    found = [words.partition("(")[0] for words in words_told(sentence, PROVISION)]
    assert found == ([number] if number else [])
