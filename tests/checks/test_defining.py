"""Definitions in the ways that agreements of others have them."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.texts import read
from tests.checks.instruments import instrument_of


def _terms(text: str) -> list[str]:
    return [one.term for one in instrument_of(text).definitions]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The Council runs a store (the Equipment Store) in Dale.", ["Equipment Store"]),
        ("The Council runs a store (**Equipment Store**) in Dale.", ["Equipment Store"]),
        ("They keep to the National Health Service Act 2006 (the 2006 Act).", ["2006 Act"]),
        ("Each of them names an officer (its Store Lead).", ["Store Lead"]),
        ("Any day on which the store is open to all is a Store Day.", ["Store Day"]),
        ("Whoever works in the store is a Member.", []),
        (
            "In this paper a Store Day is any day but Sunday, and a Store Year is the year from 1 April.",
            ["Store Day", "Store Year"],
        ),
        ("In this year the County is the host, and Westmarch is the payer.", []),
        ("They follow the plans listed in Annex A (the Plans).", ["Plans"]),
        ("As clause 4 (the Fund) and Schedule 2 (the Services) say.", []),
        ("The parties (in this matter) agree.", []),
        (
            "Controller, Processor and Data Subject have the meanings given in it.",
            ["Controller", "Processor", "Data Subject"],
        ),
        (
            "Partner, Section 151 Officer and processing: have the meanings given in the Agreement.",
            ["Partner", "Section 151 Officer"],
        ),
        (
            "The expressions “Term” and “Host” have in this Deed the meanings which the Contract gives them.",
            ["Term", "Host"],
        ),
        (
            "“Personal Data”, “controller” and “data subject” have the meanings that the law gives them.",
            ["Personal Data", "controller", "data subject"],
        ),
        (
            "“Controller”, “Personal Data” and “Processor”: each has the meaning of the Act.",
            ["Controller", "Personal Data", "Processor"],
        ),
        ("It binds the following, who are called the Controllers: four bodies.", ["Controllers"]),
        ("Each is called by its name or, together, the “Organisations”.", ["Organisations"]),
        ("A reference to a “Party” is to any of them.", ["Party"]),
        (
            "It is run by Dale (“Dale” or, in the capacity described in clause 4, the “Lead”).",
            ["Dale", "Lead"],
        ),
        (
            "It is run by Dale (the “County” and, in that capacity, the “Host”).",
            ["County", "Host"],
        ),
        ("By an agreement of 2024 (Main Agreement) the Main Agreement began.", ["Main Agreement"]),
        ("As clause 2 (Main Agreement) says, the Main Agreement goes on.", []),
        ("They take the online course (“Safe at Work”) each year.", []),
        ("“Equipment” – aids for use at home.", ["Equipment"]),
        ("'Annual Plan' means the plan for a year.", ["Annual Plan"]),
        ("They are hereinafter referred to as the “Member Bodies”.", ["Member Bodies"]),
        ("A report – an annual one – is due.", []),
    ],
)
def test_what_running_text_defines(text: str, terms: list[str]) -> None:
    assert _terms(text) == terms


def test_a_list_of_definitions_may_use_colons_and_lose_its_lines() -> None:
    text = """
## 1. Definitions

Equipment: aids for use at home. Equipment Store: the store in Dale.

Safeguarding Adults Board (SAB): the board that the Council set up.
"""
    definitions = instrument_of(text).definitions
    assert [one.term for one in definitions] == ["Equipment", "Equipment Store", "Safeguarding Adults Board"]
    assert definitions[2].variants == ("SAB",)


def test_a_colon_defines_nothing_outside_such_a_list() -> None:
    assert _terms("## 3. Notices\n\nTime: notices take effect at noon.") == []


def test_several_terms_that_point_elsewhere_say_so() -> None:
    text = "Controller and Processor have the meanings given in the Data Protection Act 2018."
    assert [one.points_elsewhere for one in instrument_of(text).definitions] == [True, True]


def test_a_meaning_may_stand_opposite_its_term_with_no_verb() -> None:
    text = """
## 1. Definitions

“2006 Act” the National Health Service Act 2006.

“Safeguarding Board” (SB) the board that the Council set up.

“Including” and “includes” do not limit what comes before them.
"""
    definitions = instrument_of(text).definitions
    assert [one.term for one in definitions] == ["2006 Act", "Safeguarding Board"]
    assert definitions[0].meaning.text == "the National Health Service Act 2006."
    assert definitions[1].variants == ("SB",)


def test_a_table_may_say_in_its_first_row_that_it_defines() -> None:
    text = """
## 1. Definitions

| Expression | Meaning |
|---|---|
| Council | Dale Council |
| Fund | all that the Partners pay in |
"""
    assert _terms(text) == ["Council", "Fund"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A reference to the Partners is to the Council and the Trust.", ["Partners"]),
        ("References to a Partner shall be construed accordingly.", ["Partner"]),
        ("A reference to the Council on page 3 is wrong.", []),
        ("each a Partner and together the Partners.", ["Partner", "Partners"]),
    ],
)
def test_a_sentence_may_say_to_what_a_reference_is(text: str, terms: list[str]) -> None:
    assert _terms(text) == terms


def test_parties_may_have_short_names_in_bare_brackets() -> None:
    text = """
Parties

(1) Dale Council of Town Hall, Dale (Council); and

(2) Dale Hospice (registered charity 1234) of Mill House (Hospice).

1. Term

1.1 This agreement ends on 31 March 2028.
"""
    instrument = instrument_of(text)
    assert [[one.term for one in party.short] for party in instrument.parties.each] == [
        ["Council"],
        ["Hospice"],
    ]


_ENTRIES = {
    "Host": "the Council",
    "Pooled Fund": "the fund that the Host keeps",
    "Section 151 Officer": "the officer who looks after the money of the Council",
}


@pytest.mark.parametrize(
    "entries",
    [
        "\n\n".join(f"{term} – {meaning};" for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"{term}: {meaning}." for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"‘{term}’: {meaning}." for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"**{term}.** {meaning.capitalize()}." for term, meaning in _ENTRIES.items()),
        "\n".join(f"- the **{term}** is {meaning}." for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"{term}\n\nmeans {meaning};" for term, meaning in _ENTRIES.items()),
        "\n\n".join((*_ENTRIES, *(f"means {meaning};" for meaning in _ENTRIES.values()))),
        "\n\n".join(f"{term}” means {meaning};" for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"“{term} means {meaning};" for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"“{term}”\n\n{meaning};" for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"“{term}\n\n{meaning};" for term, meaning in _ENTRIES.items()),
        "\n\n".join(f"{term} {meaning}." for term, meaning in _ENTRIES.items()),
        " ".join(f"{term} {meaning.capitalize()}." for term, meaning in _ENTRIES.items()),
        "In this agreement: " + "; ".join(f"the {term} means {each}" for term, each in _ENTRIES.items()),
    ],
)
def test_a_list_of_definitions_has_many_shapes(entries: str) -> None:
    assert _terms(f"## 1. Definitions\n\n{entries}\n\n## 2. Funds\n\n2.1 It is kept.") == list(_ENTRIES)


@pytest.mark.parametrize(
    "table",
    [
        "| Ref | Term | Meaning |\n|---|---|---|\n| 1 | Host | the Council |",
        "| Word | What we mean by it |\n|---|---|\n| **Host** | one of us |",
        "| | |\n|---|---|\n| **Fund** | the money |\n| **Board** | the group |\n| **Law** | the Acts |\n"
        "| **Host** | one of us |",
    ],
)
def test_a_table_of_definitions_may_have_other_columns_and_titles(table: str) -> None:
    assert "Host" in _terms(f"## 1. Words we use\n\n{table}\n\n## 2. Funds")


@pytest.mark.parametrize(
    "entry",
    [
        "**Joint Board** or **JB** – the board set up by clause 4.",
        "**Joint Board** or **JB** means the board set up by clause 4.",
        "**Joint Board** (or **JB**) – the board set up by clause 4.",
        "“Joint Board” or “JB” means the board set up by clause 4.",
        "Joint Board or JB: the board set up by clause 4.",
    ],
)
def test_a_term_may_have_another_beside_it(entry: str) -> None:
    instrument = instrument_of(f"## 1. Definitions\n\n{entry}\n\n## 2. Funds\n\n2.1 The JB meets.")
    assert [(one.term, one.variants) for one in instrument.definitions] == [("Joint Board", ("JB",))]
    assert [use.at.text for use in instrument.uses if not use.own] == ["JB"]


def test_another_form_of_a_term_may_be_read_like_it() -> None:
    text = "“Quarter” means three months, and “Quarterly” shall be interpreted accordingly;"
    instrument = instrument_of(f"## 1. Definitions\n\n{text}\n\n## 2. Funds\n\n2.1 It is paid Quarterly.")
    assert [use.at.text for use in instrument.uses if not use.own] == ["Quarterly"]


def test_a_table_says_in_the_next_cell_what_a_term_means() -> None:
    table = "| Term | Meaning |\n|---|---|\n| Host | means the Council |\n| Fund | the money |"
    definitions = instrument_of(f"## 1. Definitions\n\n{table}\n\n## 2. Funds").definitions
    assert [one.meaning.text.strip() for one in definitions] == ["the Council", "the money"]


def test_the_end_of_a_quoted_term_is_no_term() -> None:
    text = "“Final Payment\n\nDate” means 1 April 2027."
    assert "Date" not in _terms(f"## 1. Definitions\n\n{text}\n\n## 2. Funds")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Agreed between\n\n(1) Dale Council (“Dale”); and\n\n(2) Mill Hospice (“the Hospice”).",
            ["Dale Council", "Mill Hospice"],
        ),
        (
            "Made between Dale Council (“Dale”) and Mill Hospice (“the Hospice”, and together “the Partners”)"
            " dated 1 April 2026 (“the Agreement”)",
            ["Dale Council", "Mill Hospice"],
        ),
        (
            "Agreement between (1) Dale Council (“Dale”) and (2) Mill Hospice (“the Hospice”).",
            ["Dale Council", "Mill Hospice"],
        ),
        (
            "This agreement is made by:\n\nDale Council, of Dale (“Dale”); and\n\nMill Hospice, of Mill"
            " (“the Hospice”).\n\n(1) The Hospice is the host of the fund.",
            ["Dale Council", "Mill Hospice"],
        ),
    ],
)
def test_parties_are_named_in_many_shapes(text: str, names: list[str]) -> None:
    instrument = instrument_of(f"{text}\n\n## 1. Term\n\n1.1 It ends in 2028.")
    assert [party.name.text for party in instrument.parties.each] == names


def test_one_row_may_give_several_terms_their_meanings() -> None:
    text = """
1. Definitions

| Term | Meaning |
|---|---|
| Controller, Processor and Personal Data | have the meanings that the UK GDPR gives them |
| Health and Care Plan | the plan of the Partners |
| UK GDPR | has the meaning given in the Data Protection Act 2018 |
"""
    assert _terms(text) == ["Controller", "Processor", "Personal Data", "Health and Care Plan", "UK GDPR"]


def test_a_term_on_its_own_line_may_mean_a_body_or_be_an_abbreviation() -> None:
    text = """1. Terms used

1.1 In this specification:

Hub

means the office at Weir Bank;

Provider

Westbeck Community NHS Trust

UK GDPR

has the meaning given in the Data Protection Act 2018; and

Working Day

means a day from Monday to Friday.

Recovery Plan

means the plan of the person.
"""
    reading = read(text, "a.txt", markdown=False).reading
    assert [one.term for one in Instrument(reading).definitions] == [
        "Hub",
        "Provider",
        "UK GDPR",
        "Working Day",
        "Recovery Plan",
    ]


@pytest.mark.parametrize(
    ("row", "terms"),
    [
        (
            "| Controller, Data Subject, Personal Data and Personal Data Breach | each has its meaning |",
            ["Controller", "Data Subject", "Personal Data", "Personal Data Breach"],
        ),
        ("| Chair and Vice-Chair | the persons who hold those offices |", ["Chair", "Vice-Chair"]),
        ("| Terms and Conditions | those of the lease |", ["Terms and Conditions"]),
    ],
)
def test_a_row_may_define_several_terms_at_once(row: str, terms: list[str]) -> None:
    table = f"| Term | Meaning |\n|---|---|\n{row}\n| Fund | the money |"
    assert _terms(f"## 1. Definitions\n\n{table}\n\n## 2. Funds") == [*terms, "Fund"]


def test_a_line_between_rows_of_definitions_is_one_of_them() -> None:
    text = """
14    DEFINITIONS

14.1  In this document:

Annual Report             the report on the work of a year.

Chair                     the person who holds that office under section 6.

Confidential Information  information of whatever kind which a Partner has marked as
                          confidential or which is plainly confidential by its nature.

Founding Members          the two boards and the three councils listed in section 2.2.

Host Board                the board that was established on 1 July 2022.
"""
    definitions = Instrument(read(text, "agreement.txt", markdown=False).reading).definitions
    terms = ["Annual Report", "Chair", "Confidential Information", "Founding Members", "Host Board"]
    assert [one.term for one in definitions] == terms


@pytest.mark.parametrize("term", ["**“{}”**", "**{}**", "“{}”", '"{}"'])
@pytest.mark.parametrize("heading", ["### Definitions and interpretation", "## Our agreement"])
def test_a_term_may_stand_above_what_it_means(heading: str, term: str) -> None:
    text = f"""
# Terms of supply

{heading}
1.1 In this Agreement:

{term.format("Agreed Costs")}

means the costs in the Order, payable on a Working Day;

{term.format("Working Day")}

has the meaning given in the Order; and

{term.format("Order")}

means what the Customer orders.

### Payment
2.1 The Customer pays the Agreed Costs.

**Late payment**

Interest runs from the day on which it was due.
"""
    instrument = instrument_of(text)
    assert [(one.term, one.kind) for one in instrument.definitions] == [
        ("Agreed Costs", "entry"),
        ("Working Day", "entry"),
        ("Order", "entry"),
    ]
    headings = [place.passage.words for place in instrument.places if place.role == "heading"]
    assert "Late payment" in headings
    assert not any("Agreed" in words for words in headings)


def test_a_heading_above_a_sentence_on_means_is_no_term() -> None:
    text = "# Support\n\n**Travel costs**\n\nMeans of transport are agreed by the parties.\n\n1.1 They pay."
    assert _terms(text) == []


def test_definitions_with_dashes_may_run_on_in_one_paragraph() -> None:
    text = """
Standard terms of grant

Definitions:

Application – what you send us to ask for a grant. Approved Usage – how you said you would use your
property (allowing for changes). Development Work – the work that leads to the second round. First-Round
Letter - our letter that lets you go on. Digital Outputs – all material in digital form - the best of it
on our website.

Applying for a grant – the booklet that says how. Reports are sent - the first of them in May.

1. You must keep to the Approved Usage – the whole of it.
"""
    definitions = Instrument(read(text, "terms.txt", markdown=False).reading).definitions
    terms = ["Application", "Approved Usage", "Development Work", "First-Round Letter", "Digital Outputs"]
    assert [one.term for one in definitions] == [*terms, "Applying for a grant"]


def test_terms_may_have_numbers_single_quotes_or_a_colon() -> None:
    text = """
# Terms

## Definitions

1.1 **Agreed Costs**

means the costs in the Order;

1.2 **Order**

means what the Customer orders;

**Customer Data:**

Data that the Customer sends.

**Portal Fee**

The fee for the portal.

**User Group**

A group of users.

## Payment

**Late payment**

Interest runs from the day on which it was due.
"""
    assert _terms(text) == ["Agreed Costs", "Order", "Customer Data", "Portal Fee", "User Group"]


def test_terms_in_single_quotes_may_stand_above_their_meanings() -> None:
    text = """
CONDITIONS OF HIRE

Interpretation

In these Conditions:

'Deposit'
the sum of £100 paid on booking;

'Hire Charge'
the sum in the booking form;

'Hirer'
the person who signs the booking form.

1. The Hirer pays the Hire Charge and the Deposit.
"""
    definitions = Instrument(read(text, "hire.txt", markdown=False).reading).definitions
    assert [one.term for one in definitions] == ["Deposit", "Hire Charge", "Hirer"]
    line = "## Definitions\n\n'Store' the store at Dale.\n\n‘Van’ any van of the Council.\n\n1.1 It ends."
    assert _terms(line) == ["Store", "Van"]


def test_a_list_whose_cells_stand_below_each_other_goes_on_after_a_meaning_of_two_lines() -> None:
    text = """AGREEMENT

1.

INTERPRETATION

1.1

These expressions have these meanings:

Expression

Meaning

Contract

the contract of 3 March 2026

Parties

the Council and the Trust, and “Party” means
either of them

Partners

the Council and the ICB, and
“Partner” means either of them

Pooled Budget

the pooled fund kept under clause 2

Store

the depot at Unit 9

2.

FUNDS

2.1

The Council shall keep the Pooled Budget.
"""
    places = read(text, "a.txt", markdown=False).reading
    terms = {one.term for one in Instrument(places, "a.txt").definitions}
    assert {"Contract", "Parties", "Partners", "Pooled Budget", "Store"} <= terms


def test_what_follows_such_a_list_without_a_number_is_no_part_of_it() -> None:
    text = """AGREEMENT

DEFINITIONS

Expression

Meaning

Store

the depot at Unit 9

Hub

the room at the depot

OPENING OF THE HUB

These words bind the Council. They are read with the law.

The Council keeps the hub open on each day of the week.

Opening Hours

The hub is open from nine to five on each day.
"""
    instrument = Instrument(read(text, "a.txt", markdown=False).reading, "a.txt")
    assert [one.term for one in instrument.definitions] == ["Store", "Hub"]
