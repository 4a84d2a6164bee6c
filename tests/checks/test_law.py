"""The standing of law and bodies: each row of the data bites from its day on, and history is left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit
from clausekit.checks.rules import load
from clausekit.checks.rules._shared.law import Row, numbers_in, rows
from clausekit.checks.rules.law._titles import nearest_title, plain, titles
from clausekit.checks.rules.law.stale_data import stale
from tests.checks.instruments import hits, instrument_of
from tests.checks.law_sentences import STANDING, clause, told

FATES = {"abolished", "renamed", "replaced", "repealed", "revoked", "misquoted", "changing", "coming", ""}


def sentence_with(row: Row) -> str:
    """Return a sentence that uses the first name of a row, with what else the row asks for."""
    name = row.names[0].lstrip("*").rstrip("?")
    near = f" and the {row.near[0]}" if row.near else ""
    if row.provision:
        number = row.provision[0]
        cited = f"Schedule {number[9:]} to" if number.startswith("schedule:") else f"section {number} of"
        return f"The Partners shall follow {cited} the {name}{near}."
    return f"The Partners shall follow the {name}{near}."


GONE = [row for row in rows() if row.until and row.fate not in ("changing", "misquoted")]


@pytest.mark.parametrize("row", GONE, ids=lambda row: row.key)
def test_a_name_of_the_past_is_told_from_its_day_on(row: Row) -> None:
    assert row.until
    sentence, eve = sentence_with(row), row.until - timedelta(days=1)
    assert len(told(sentence, as_at=row.until)) == 1
    assert told(sentence, as_at=eve) == []


@pytest.mark.parametrize("row", [row for row in rows() if row.since], ids=lambda row: row.key)
def test_a_name_of_the_future_is_told_until_its_day(row: Row) -> None:
    assert row.since
    sentence, eve = sentence_with(row), row.since - timedelta(days=1)
    assert told(sentence, "CK-LAW-NOT-YET", as_at=row.since) == []
    assert len(told(sentence, "CK-LAW-NOT-YET", as_at=eve)) == 1


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.key)
def test_a_row_is_filled_in(row: Row) -> None:
    assert row.fate in FATES
    assert row.kind in {"body", "local", "law", "expression", "guidance"}
    assert row.certainty in {"certain", "likely", "doubtful"}
    assert row.authority
    assert row.now
    assert row.fate or row.since
    assert row.until or row.fate in ("misquoted", "coming", "")


def test_the_keys_are_unique() -> None:
    keys = [row.key for row in rows()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "sentence",
    [
        "The ICB succeeded NHS Westmarch Clinical Commissioning Group on 1 July 2022.",
        "The Council keeps the records of the former Westmarch Primary Care Trust.",
        "NHS England (formerly the NHS Commissioning Board) may ask for a report.",
        "The agreement was made under section 31 of the Health Act 1999 (now repealed).",
        "Claims of that time fall under the Data Protection Act 1998 as it then had effect.",
        "The Partners follow “Joint planning: guidance of the Department of Health and others”.",
        "The framework was let in 2022 under the Public Contracts Regulations 2015 and remains subject to "
        "them.",
        "In clause 9.1 the words “and the Audit Commission” shall be deleted.",
        "References to NHS Digital are read as references to NHS England.",
    ],
)
def test_history_and_savings_are_doubtful(sentence: str) -> None:
    assert {confidence for *_, confidence in told(sentence)} == {"doubtful"}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Partners follow the guide of the Audit Commission and its successors.", "Audit Commission"),
        ("Requests made under the DATA PROTECTION ACT 1998 are answered.", "DATA PROTECTION ACT 1998"),
        ("Contracts are let under SI 2015/102.", "SI 2015/102"),
        (
            "Contracts are let under the 2015 Public Contracts Regulations.",
            "2015 Public Contracts Regulations",
        ),
        ("Contracts are let as PCR2015 asks.", "PCR2015"),
        ("The Partners act under s.31 Health Act 1999.", "s.31 Health Act 1999"),
        ("Insert “The Partners shall follow the Audit Commission Act 1998.”", "Audit Commission Act 1998"),
    ],
)
def test_what_is_asked_by_the_past_is_told(sentence: str, words: str) -> None:
    assert [(text, confidence) for _, text, confidence in told(sentence)] == [(words, "certain")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council shall monitor the services. Monitor what is spent.",
        "The Partners follow the guidance of the Department of Health and Social Care.",
        "The Partners act under section 75 of the Care Act 2014 and the Health Act 1999.",
        "Each Partner complies with the UK GDPR.",
        "Needs are assessed under the National Health Service and Community Care Act 1990.",
        "NHS Resolution is a special health authority.",
        "The STOPP tool and the LINK road are no bodies.",
    ],
)
def test_what_stands_is_left_alone(sentence: str) -> None:
    assert told(sentence, *STANDING, "CK-LAW-TITLE", "CK-LAW-YEAR", "CK-LAW-FORM", "CK-LAW-NOT-YET") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Partners act under section 31 of the Health Act 1999.", "section 31 of the Health Act 1999"),
        ("The Partners use the Health Act 1999, section 31.", "Health Act 1999, section 31"),
        ("The Council follows Schedule 3 to the Care Act 2014.", "Schedule 3 to the Care Act 2014"),
        ("Each keeps to the Data Protection Act 1998 as amended or replaced.", "Data Protection Act 1998"),
        ("The Council pays NHS Westmarch and Dale CCG.", "NHS Westmarch and Dale CCG"),
        ("Westmarch Council and NHS Dale CCG meet.", "NHS Dale CCG"),
        ("The clinical commissioning groups pay.", "clinical commissioning groups"),
        ("The WLCCG pays.", "WLCCG"),
    ],
)
def test_the_very_words_are_hit(sentence: str, words: str) -> None:
    assert [found for _, found, _ in told(sentence)] == [words]


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("The ICB is a clinical commissioning group established under that Act.", ["certain"]),
        ("The ICB is the successor of a clinical commissioning group that was a Partner.", ["doubtful"]),
    ],
)
def test_who_is_said_to_be_such_a_body_is_one_today(said: str, level: list[str]) -> None:
    recital = f"(A) {said}"
    assert [confidence for _, _, confidence in told(recital, "CK-LAW-BODY-ABOLISHED")] == level


def test_a_defined_name_is_told_where_it_is_defined() -> None:
    text = """
1. Definitions

**PHE** means Public Health England.

2. Duties

2.1 The Council shall ask PHE.

3. Reports

3.1 The Council shall report to PHE.
"""
    found = hits(load("CK-LAW-BODY-ABOLISHED"), text)
    assert [hit.words.text for hit in found] == ["PHE"]
    assert [words.text for words in found[0].related] == ["Public Health England"]


def test_the_first_words_of_a_name_may_be_the_term_that_it_defines() -> None:
    text = """
1. Definitions

**Secretary of State** means the Secretary of State for Health.

2. Duties

2.1 The Council shall tell the Secretary of State.
"""
    found = hits(load("CK-LAW-BODY-RENAMED"), text)
    assert [hit.words.text for hit in found] == ["Secretary of State for Health"]


def test_a_local_body_is_told_once() -> None:
    text = "1. Parties\n\n1.1 NHS Dale CCG pays.\n\n2. Notices\n\n2.1 Notices to NHS Dale CCG go by post.\n"
    [found] = hits(load("CK-LAW-BODY-ABOLISHED"), text)
    assert [words.text for words in found.related] == ["NHS Dale CCG"]


def test_a_recital_tells_history() -> None:
    text = "# Background\n\n(A) In 2016 the Council and NHS Improvement entered into an agreement.\n"
    assert [hit.confidence for hit in hits(load("CK-LAW-BODY-ABOLISHED"), text)] == ["doubtful"]


def test_a_recital_in_the_present_is_no_history() -> None:
    text = "# Background\n\n(A) Public Health England gives advice to the Council.\n"
    assert [hit.confidence for hit in hits(load("CK-LAW-BODY-ABOLISHED"), text)] == ["certain"]


def test_an_act_of_a_later_year_is_told() -> None:
    found = told(
        "The Council follows the Health and Care Act 2022.", "CK-LAW-NOT-YET", as_at=date(2019, 4, 1)
    )
    assert [words for _, words, _ in found] == ["Health and Care Act 2022"]


def test_a_change_is_told_once_and_only_when_it_is_known() -> None:
    sentence = "NHS England decides, and NHS England pays."
    assert [words for _, words, _ in told(sentence, "CK-LAW-CHANGING")] == ["NHS England"]
    assert told(sentence, "CK-LAW-CHANGING", as_at=date(2020, 4, 1)) == []


def stale_hits(text: str, today: date) -> list[Hit]:
    instrument: Instrument = instrument_of(clause(text))
    return list(stale(instrument, today))


def test_data_grow_stale_after_180_days() -> None:
    row = next(row for row in rows() if row.key == "dpa1998")
    assert row.checked
    text = "Each Partner keeps to the Data Protection Act 1998."
    assert stale_hits(text, row.checked + timedelta(days=180)) == []
    [found] = stale_hits(text, row.checked + timedelta(days=181))
    assert found.words.text == "Data Protection Act 1998"


def test_stale_data_are_told_once_for_all_names() -> None:
    [found] = stale_hits("The Council asks NHS Digital and Public Health England.", date(2040, 1, 1))
    assert "(and of 1 more row of the data)" in found.message
    assert [words.text for words in found.related] == ["Public Health England"]


def test_titles_are_compared_without_their_dress() -> None:
    assert plain("NHS Act 2006") == plain("National Health Service  Act, 2006")
    assert plain("Health & Social Care Act 2012") in titles()


@pytest.mark.parametrize(
    ("name", "year", "near"),
    [
        ("Mental Capacities Act 2005", 2005, "Mental Capacity Act"),
        ("Human Right Act 1998", 1998, "Human Rights Act"),
        ("Finance Act 2015", 2015, None),
        ("Care Act 2015", 2015, None),
    ],
)
def test_a_slip_in_a_title_is_recognised(name: str, year: int, near: str | None) -> None:
    found = nearest_title(name, year)
    assert (found.words if found else None) == near


def test_numbers_of_provisions() -> None:
    assert numbers_in("sections 31 and 33(2)") == ("31", "33")
    assert numbers_in("schedule 3") == ("schedule:3",)


@pytest.mark.parametrize(
    "name",
    [
        "Data Protection Act, 1998",
        "Data Protection Act (1998)",
        "Data Protection  Act\u00a01998",
        "National Assistance Act 1948",
        "National Health Service Act 1977",
    ],
)
def test_a_name_is_found_however_it_is_dressed(name: str) -> None:
    assert [id_ for id_, *_ in told(f"The Council follows the {name} in full.")] == ["CK-LAW-REPEALED"]


def test_a_section_is_found_by_the_short_name_of_its_act() -> None:
    text = """
1. Definitions

**1999 Act** means the Health Act 1999.

2. Powers

2.1 The Partners act under section 31 of the 1999 Act, not under section 60 of the 1999 Act.
"""
    assert [hit.words.text for hit in hits(load("CK-LAW-REPEALED"), text)] == ["section 31"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Each Partner keeps to the Data Protection Act 1998 as amended, extended or replaced by later law.",
        "Each Partner keeps to the Data Protection Act 1998 and any successor legislation.",
        "The Partners delete data that are no longer needed under the Data Protection Act 1998.",
        "If staff transfer to NHS Digital, they keep their pensions.",
    ],
)
def test_what_every_definition_says_saves_nothing(sentence: str) -> None:
    assert {confidence for *_, confidence in told(sentence)} == {"certain"}


@pytest.mark.parametrize(
    "sentence",
    ["Monitor what the Care Quality Commission says.", "The steps are: Monitor and report to the regulator."],
)
def test_an_order_to_monitor_names_no_body(sentence: str) -> None:
    assert told(sentence) == []


def test_monitor_is_a_body_where_the_text_speaks_of_regulation() -> None:
    assert [words for _, words, _ in told("Monitor, the regulator, gives licences.")] == ["Monitor"]


def test_a_title_in_straight_quotes_is_no_use_of_its_words() -> None:
    found = told('The Partners follow "Working together: Department of Health guidance".')
    assert [confidence for *_, confidence in found] == ["doubtful"]


def test_a_fault_is_told_though_history_is_told_before_it() -> None:
    text = "1. Advice\n\n1.1 NHS Digital was abolished in 2023.\n\n1.2 The Council shall ask NHS Digital.\n"
    [found] = hits(load("CK-LAW-BODY-ABOLISHED"), text)
    assert found.confidence == "certain"
    assert found.passage.words == "The Council shall ask NHS Digital."


@pytest.mark.parametrize(
    "sentence",
    [
        "References to “NHS Improvement” shall be read as “NHS England”.",
        "For the words “Public Health England” there shall be substituted “UK Health Security Agency”.",
    ],
)
def test_a_name_that_an_amendment_takes_out_is_left_alone(sentence: str) -> None:
    assert all(confidence == "doubtful" for _, _, confidence in told(sentence))


def test_a_body_is_told_once_whatever_post_stands_before_it() -> None:
    text = "1. Members\n\n1.1 NHS Dale CCG sends these:\n\n- Chair of the CCG\n- Accountable Officer, CCG\n"
    assert len(hits(load("CK-LAW-BODY-ABOLISHED"), text)) == 1


def test_guidance_that_a_list_keeps_up_to_date_is_only_doubted() -> None:
    lead = "The Service meets these standards, each as amended or replaced from time to time:"
    text = f"1. Standards\n\n1.1 {lead}\n\n- NICE clinical guideline 44.\n"
    assert {hit.confidence for hit in hits(load("CK-LAW-OVERTAKEN"), text)} == {"doubtful"}


def test_a_title_may_leave_out_what_is_in_brackets() -> None:
    cited = "Privacy and Electronic Communications Regulations"
    assert told(f"They keep to the {cited} 2013.", "CK-LAW-YEAR")
    assert not told(f"They keep to the {cited} 2003.", "CK-LAW-YEAR")


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Local Government and Public Involvement Act 2007", True),
        ("Care and Health Act 2022", True),
        ("Data (Access and Use) Act 2025", True),
        ("Working Time Act 1998", True),
        ("Health and Safety at Work, etc Act 1974", False),
        ("Local Government and Rating Act 1997", False),
        ("Local Government (Wales) Act 1994", False),
    ],
)
def test_a_title_with_other_words_is_a_slip_where_most_are_its_own(name: str, right: bool) -> None:
    found = told(f"The Partners follow the {name} in full.", "CK-LAW-TITLE")
    assert [(words, confidence) for _, words, confidence in found] == ([(name, "likely")] if right else [])


@pytest.mark.parametrize(
    "title", ["Part VA of the Local Government Act 1972", "Schedule A1 to the Care Act 2014"]
)
def test_the_letters_of_a_part_are_no_words_of_a_title(title: str) -> None:
    assert told(f"The papers are open under {title}.", "CK-LAW-TITLE") == []


@pytest.mark.parametrize(
    "follows",
    [
        "or any body which succeeds to its functions",
        "or whichever body takes its place",
        "or a body replacing it",
    ],
)
def test_a_body_is_not_saved_by_those_that_may_follow_it(follows: str) -> None:
    [(_, words, confidence)] = told(f"The Trust shall help the Audit Commission {follows}.")
    assert (words, confidence) == ("Audit Commission", "certain")


def test_a_notice_that_was_sent_had_the_name_of_its_time() -> None:
    sent = told("The Parties have sent a fair processing notice to each person.")
    assert [confidence for *_, confidence in sent] == ["doubtful"]
    owed = told("Each Party shall send a fair processing notice to each person.")
    assert [confidence for *_, confidence in owed] == ["likely"]


def test_a_procedure_that_was_followed_had_the_law_of_its_time() -> None:
    procedure = "following an open procedure under the Public Contracts Regulations 2015."
    past = told(f"The Council let the contract, {procedure}")
    owed = told(f"The Council shall let the contract, {procedure}")
    assert ([confidence for *_, confidence in past], [confidence for *_, confidence in owed]) == (
        ["doubtful"],
        ["certain"],
    )


def test_what_a_deed_puts_in_between_quotation_marks_is_said_anew() -> None:
    change = 'In clause 19, after the words "the UK GDPR" there are inserted the words "and the {}".'
    assert [confidence for *_, confidence in told(change.format("Data Protection Act 1998"))] == ["certain"]
    taken = 'In clause 19 the words "and the Data Protection Act 1998" are deleted.'
    assert [confidence for *_, confidence in told(taken)] == ["doubtful"]


def test_what_a_sentence_says_of_the_past_ends_with_a_semicolon() -> None:
    said = "It was awarded under the {0} in 2019; the next will be let under the {0}."
    found = told(said.format("Public Contracts Regulations 2015"))
    assert [confidence for *_, confidence in found] == ["certain"]
    past = told(said.format("Public Contracts Regulations 2015").partition(";")[0] + ".")
    assert [confidence for *_, confidence in past] == ["doubtful"]


def test_staff_who_remain_bound_by_law_need_law_that_stands() -> None:
    [(_, words, confidence)] = told("Staff remain bound by the Data Protection Act 1998.")
    assert (words, confidence) == ("Data Protection Act 1998", "certain")


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        (
            "Work begun on or after 24 February 2025 is under the Public Contracts Regulations 2015.",
            "certain",
        ),
        (
            "It was let after a tender begun in May 2025 under the Public Contracts Regulations 2015.",
            "certain",
        ),
        ("Tenders from 1 March 2025 follow the Public Contracts Regulations 2015.", "certain"),
        ("Tenders begun before 24 February 2025 follow the Public Contracts Regulations 2015.", "doubtful"),
        (
            "From 24 February 2025 the Public Contracts Regulations 2015 continue for older tenders.",
            "doubtful",
        ),
    ],
)
def test_what_began_after_law_was_revoked_is_not_under_it(sentence: str, confidence: str) -> None:
    assert [one for _, _, one in told(sentence, "CK-LAW-REPEALED")] == [confidence]


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        (
            "The sum, which was inherited, is still paid by NHS Carrick Clinical Commissioning Group.",
            "certain",
        ),
        ("The sum was inherited from NHS Carrick Clinical Commissioning Group.", "doubtful"),
    ],
)
def test_a_body_that_still_acts_is_no_history(sentence: str, confidence: str) -> None:
    assert [one for _, _, one in told(sentence, "CK-LAW-BODY-ABOLISHED")] == [confidence]


@pytest.mark.parametrize(
    ("day", "sentence", "confidence"),
    [
        ("28 June 2023", "Care is bought under {}.", ["likely"]),
        ("28 June 2023", "Care will be bought under {} once they come into force.", ["doubtful"]),
        ("28 March 2024", "Care is bought under {}.", []),
    ],
)
def test_law_has_to_be_in_force_on_the_day_of_the_instrument(
    day: str, sentence: str, confidence: list[str]
) -> None:
    law = "the Health Care Services (Provider Selection Regime) Regulations 2023"
    text = f"# Memorandum of understanding\n\nMade on {day}\n\n{clause(sentence.format(law))}"
    assert [hit.confidence for hit in hits(load("CK-LAW-NOT-YET"), text)] == confidence


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Doctors, CCGs and councils use this form.", "CCGs"),
        ("The Council and CCGs meet.", "CCGs"),
        ("The fees of Bath, North Dale and Westmarch CCG are paid.", "Bath, North Dale and Westmarch CCG"),
        ("Section 14Z9 of the NHS Act 2006 (as amended) lets them.", "Section 14Z9 of the NHS Act 2006"),
    ],
)
def test_the_words_of_a_list_or_a_provision_are_told_as_they_stand(sentence: str, words: str) -> None:
    assert [found for _, found, _ in told(sentence)] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Partners work to the targets in the NHS Improvement Plan.",
        "It was set up by the [Name of PCT] Primary Care Trust Order.",
        "The pooled fund is set up under regulation 7 of the NHS Regulations 2000.",
    ],
)
def test_titles_and_blanks_name_no_body(sentence: str) -> None:
    assert told(sentence, *STANDING, "CK-LAW-YEAR") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "From 1 July 2022 the CCG will be dissolved and its functions pass to the ICB.",
        "References to the CCG shall from that date be read as references to the ICB.",
        "They follow the Public Health England Strategy 2020 to 2025.",
        "They have worked together since 2003, first under section 31 of the Health Act 1999, and since "
        "1 April 2014 under an agreement made under section 75 of the National Health Service Act 2006.",
    ],
)
def test_what_becomes_of_a_body_or_has_become_of_law_is_doubtful(sentence: str) -> None:
    assert {confidence for *_, confidence in told(sentence)} == {"doubtful"}


def test_an_expression_is_told_with_the_act_that_it_is_taken_from() -> None:
    text = clause(
        "It means an enforceable community right within the meaning of the European Communities Act 1972."
    )
    (found,) = hits(load("CK-LAW-OVERTAKEN"), text)
    assert [words.text for words in found.related] == ["European Communities Act 1972"]


def test_gdpr_beside_the_uk_gdpr_is_told() -> None:
    text = "The UK GDPR applies. The UK GDPR and Article 28 of the GDPR are kept."
    assert [words for _, words, _ in told(text, "CK-LAW-OVERTAKEN")] == ["GDPR"]
    assert told(f"{text} “GDPR” means the UK GDPR.", "CK-LAW-OVERTAKEN") == []
    assert told("The UK GDPR applies, and Article 28 of the EU GDPR.", "CK-LAW-OVERTAKEN") == []


def test_provisions_and_periods_grow_stale_too() -> None:
    text = (
        "A request under the Freedom of Information Act 2000 is answered within 20 working days, as the"
        " Procurement Act 2023 and section 7 of the Care Act 2014 have it."
    )
    [found] = stale_hits(text, date(2040, 1, 1))
    assert "section 10 of the Freedom of Information Act 2000" in found.message
    assert "legislation.gov.uk/ukpga/2000/36/section/10" in found.remedy
    assert [words.text for words in found.related] == ["7"]


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        ("By a deed dated 3 May 2019 and made under section 31 of the Health Act 1999 it began.", "certain"),
        ("On 3 May 2019 they entered into an agreement under section 31 of the Health Act 1999.", "certain"),
        ("By a deed dated 3 May 2005 and made under section 31 of the Health Act 1999 it began.", "doubtful"),
        ("A deed of 3 May 2019 replaced what was made under section 31 of the Health Act 1999.", "doubtful"),
        (
            "References to it are read as references to it as defined in the Data Protection Act 1998.",
            "certain",
        ),
        ("References to the Data Protection Act 1998 are read as references to that of 2018.", "doubtful"),
    ],
)
def test_repealed_law_is_no_source_of_what_came_later(sentence: str, confidence: str) -> None:
    assert [sure for _, _, sure in told(sentence, "CK-LAW-REPEALED")] == [confidence]
