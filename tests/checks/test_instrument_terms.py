"""Definitions, uses of terms, and capitals that nobody defined."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.uses import other_number
from tests.checks.instruments import instrument_of


def defined(instrument: Instrument) -> list[tuple[str, str, str]]:
    return [(one.term, one.kind, one.scope) for one in instrument.definitions]


def used(instrument: Instrument) -> list[tuple[str, str]]:
    return [(use.definition.term, use.at.text) for use in instrument.uses]


def test_definitions_stand_in_entries_brackets_and_the_parties_clause() -> None:
    instrument = instrument_of("""
# PARTIES

(1) Westmarch County Council of Shire House (“the Council”); and

(2) NHS Daleford Trust of Quay House (the “Trust”).

The parties are together the “Partners”.

# 1. Definitions

1.1 In this agreement:

**Pooled Fund** means the fund that the Partners keep.

“Loss” or “Damage” means any harm.

2. Notices

2.1 A Partner may give notice to the others (a “Dispute Notice”). That Partner is a “Disputing Partner”.

2.2 “Person” includes a firm.
""")
    assert defined(instrument) == [
        ("Council", "party", ""),
        ("Trust", "party", ""),
        ("Partners", "party", ""),
        ("Pooled Fund", "entry", ""),
        ("Loss", "entry", ""),
        ("Dispute Notice", "text", ""),
        ("Disputing Partner", "text", ""),
        ("Person", "text", ""),
    ]
    assert instrument.definitions[4].variants == ("Damage",)
    assert [party.name.text for party in instrument.parties.each] == [
        "Westmarch County Council",
        "NHS Daleford Trust",
    ]
    assert [one.term for one in instrument.parties.together] == ["Partners"]


def test_an_article_within_the_quotes_is_no_part_of_the_term() -> None:
    instrument = instrument_of("""
1.1 In this agreement:

“The Committee” means the joint committee.

2.1 The Committee meets. Members of the Committee are told.
""")
    assert defined(instrument) == [("Committee", "entry", "")]
    assert used(instrument) == [("Committee", "Committee"), ("Committee", "Committee")]


def test_brackets_that_only_quote_define_nothing() -> None:
    instrument = instrument_of("1.1 The sheet (see “Costs” in the annual return) is kept by the Council.")
    assert defined(instrument) == []


def test_an_abbreviation_is_spelt_by_its_name() -> None:
    instrument = instrument_of("1.1 The Better Care Fund (BCF) and the Care Act 2014 (Commencement) apply.")
    assert defined(instrument) == [("BCF", "abbreviation", "")]


def test_a_definition_takes_in_its_items() -> None:
    instrument = instrument_of("""
**Law** means:

(a) an Act; and

(b) a by-law.

**Term** means a year.
""")
    law, term = instrument.definitions
    assert [len(law.passages), len(term.passages)] == [3, 1]
    place = instrument.place_of[law.passages[1]]
    assert place.definition is law.at.passage


def test_the_longest_term_is_used_in_the_singular_and_the_plural() -> None:
    instrument = instrument_of("""
1. Definitions

**Pooled Fund** means a fund.

**Pooled Fund Manager** means an officer.

**Parties** means those who sign.

2. Funds

2.1 Each Party shall tell the Pooled Fund Managers of each Pooled Fund’s balance.
""")
    assert used(instrument) == [
        ("Parties", "Party"),
        ("Pooled Fund Manager", "Pooled Fund Managers"),
        ("Pooled Fund", "Pooled Fund"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The Health and Social Care Act 2012 applies.",  # the name of an Act
        "The Medium Term Financial Strategy applies.",  # another document
        "The Westmarch Care Trust applies.",  # a body
        "A Care-worker applies.",
    ],
)
def test_a_term_within_a_name_is_no_use(words: str) -> None:
    definitions = "**Care** means help.\n\n**Term** means a year.\n\n"
    assert used(instrument_of(f"{definitions}1.1 {words}")) == []


def test_a_term_at_the_end_of_a_paragraph_ends_with_it() -> None:
    """Its plural, too, is looked for there, and is longer than what is left."""
    instrument = instrument_of("""
1. Definitions

1.1 “Lead Partner” means the Council.

2. Roles

2.1 Each scheme has a Lead Partner
""")
    uses = [use.at for use in instrument.uses]
    assert [(one.text, one.end - len(one.passage.text)) for one in uses] == [("Lead Partner", 0)]


def test_a_term_of_a_schedule_strays_outside_of_it() -> None:
    instrument = instrument_of("""
1. Money

1.1 The Scheme Lead keeps accounts.

# Schedule 1 Schemes

1. Meaning

1.1 In this Schedule “Scheme Lead” means an officer.

1.2 The Scheme Lead reports each month.
""")
    assert defined(instrument) == [("Scheme Lead", "text", "Schedule 1")]
    assert [use.strays for use in instrument.uses] == [True, False]


def test_a_term_in_its_own_definition_is_its_own() -> None:
    instrument = instrument_of("**Fund** means a fund, and a part of the Fund.\n\n1.1 The Fund is kept.")
    assert [use.own for use in instrument.uses] == [True, False]


def test_capitals_that_nobody_defined_are_told_from_names() -> None:
    instrument = instrument_of("""
1. Money

1.1 The Host Body shall report to the Secretary of State and the Westmarch County Council by 1 April under
the Care Act 2014, to its Director of Finance, and to each other Host Body as clause 1.1 and Parts and
Schedules say.
""")
    assert [(one.at.text, one.likeness, one.times) for one in instrument.capitals] == [
        ("Host Body", "term", 2),
        ("Westmarch County Council", "body", 1),
        ("Director of Finance", "office", 1),
        ("Host Body", "term", 2),
    ]


def test_one_capital_at_the_beginning_of_a_sentence_proves_nothing() -> None:
    instrument = instrument_of("1.1 Money is kept. Reports are made. If Partners agree, it is spent.")
    assert [one.at.text for one in instrument.capitals] == ["Partners"]


def test_a_phrase_that_goes_on_from_a_term_extends_it() -> None:
    instrument = instrument_of("**Pooled Fund** means a fund.\n\n1.1 The Pooled Fund Accountant reports.")
    assert [(one.at.text, one.extends) for one in instrument.capitals] == [("Pooled Fund Accountant", True)]


@pytest.mark.parametrize(
    ("term", "other"),
    [("Partner", "Partners"), ("Parties", "Party"), ("Change in Law", "Changes in Law"), ("Loss", "Losses")],
)
def test_the_other_number_of_a_term(term: str, other: str) -> None:
    assert other_number(term) == other


def test_the_lead_to_a_list_of_definitions_tells_where_they_hold() -> None:
    instrument = instrument_of("""
1. Money

1.1 It is kept.

# Schedule 3 Finance

# Part 1 Budgets

1. Words

1.1 In this schedule:

**Budget** means a plan.

2. More words

2.1 In this agreement:

**Plan** means a paper.

3. Last words

3.1 In this part “Sheet” means a page.
""")
    assert defined(instrument) == [
        ("Budget", "entry", "Schedule 3"),
        ("Plan", "entry", ""),
        ("Sheet", "text", "Schedule 3 Part 1"),
    ]


def test_a_term_that_holds_goes_before_one_of_another_schedule() -> None:
    instrument = instrument_of("""
**Service Users** means people.

1. Care

1.1 Each Service User is asked.

# Schedule 1 Scheme

1. Words

1.1 In this Schedule “Service User” means a person.

1.2 A Service User is asked.
""")
    assert [(use.definition.term, use.strays) for use in instrument.uses] == [
        ("Service Users", False),
        ("Service User", False),
    ]


def test_a_definition_may_only_point_to_its_meaning() -> None:
    instrument = instrument_of("**Term** has the meaning given in clause 2.\n\n**Law** means an Act.")
    assert [one.points_elsewhere for one in instrument.definitions] == [True, False]


def test_parties_may_be_named_in_one_sentence() -> None:
    parties = instrument_of(
        '1.1 This agreement is between Daleford Council ("the Council"), NHS Dale Trust (“DT”) and Dale Care'
        " CIC (the “Provider”)."
    ).parties
    assert [(party.name.text, [one.term for one in party.short]) for party in parties.each] == [
        ("Daleford Council", ["Council"]),
        ("NHS Dale Trust", ["DT"]),
        ("Dale Care CIC", ["Provider"]),
    ]


def test_a_number_in_the_text_is_no_term() -> None:
    assert defined(instrument_of("Notes\n\n5.4.5 means of transport are kept.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "This deed is made between\n\n(1) Daleford Council (“the Council”); and\n\n(2) Dale Care CIC (“DC”).",
        "# PARTIES\n\n1. Daleford Council, of Dale House (the “Council”)\n\n2. Dale Care CIC (the “DC”)",
        "1.1 The parties to this deed are:\n\n- Daleford Council (“Council”); and\n\n- Dale Care CIC (“DC”).",
        "This agreement is between:\n\nDaleford Council (“Council”) and Dale Care CIC (“DC”)",
    ],
)
def test_parties_are_named_in_many_ways(text: str) -> None:
    parties = instrument_of(f"{text}\n\n# Background\n\n(A) The Council (“LA”) buys care.").parties
    assert [(party.name.text, [one.term for one in party.short]) for party in parties.each] == [
        ("Daleford Council", ["Council"]),
        ("Dale Care CIC", ["DC"]),
    ]


def test_a_term_in_a_list_may_have_a_small_letter() -> None:
    text = "## 1. Definitions\n\nHost partner means the Council.\n\nEach partner means well.\n"
    assert [term for term, *_ in defined(instrument_of(text))] == ["Host partner"]


def test_a_list_of_annexes_below_the_parties_names_no_party() -> None:
    """What stands below a line that leads to something else is none of those who make the memorandum."""
    parties = instrument_of(
        """
Memorandum between

1. Dale Council, Town Hall, Dale (**the Council**)

2. NHS Dale Integrated Care Board, Mill Lane, Dale (**the ICB**)

Dated 5 May 2027.

This memorandum has a main part and two annexes:

- Annex A – sharing of information

- Annex B – money and staff

## 1. Purpose

1.1 The Council and the ICB work together.
"""
    ).parties
    assert [party.name.text for party in parties.each] == [
        "Dale Council",
        "NHS Dale Integrated Care Board",
    ]


def test_a_list_with_terms_above_their_meanings_goes_on_after_one_in_capitals() -> None:
    text = """
1. Definitions

1.1 In this Agreement:

Provider

a person who supplies the Services.

Services

the services to be paid for.

Term

the period from the Start Date.

UK GDPR

the regulation given that name by section 3(10) of the Data Protection Act 2018.

Underspend

the amount by which spending is less than the budget.
"""
    terms = [one.term for one in instrument_of(text).definitions]
    assert terms == ["Provider", "Services", "Term", "UK GDPR", "Underspend"]
