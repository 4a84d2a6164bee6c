"""Parties that are described at length: how far the name reaches, and what then is told of it."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.texts import read
from tests.checks.instruments import hits, instrument_of

_BETWEEN = """
THIS AGREEMENT is made on 3 May 2026 between:

(1) {} (the “First”); and

(2) Weir Holdings Ltd (registered number 7654321) of 9 High Street, Weir WE1 1AA (the “Second”).

1. Payment

1.1 The First pays the Second.
"""


@pytest.mark.parametrize(
    ("described", "name"),
    [
        (
            "DALE ARTS TRUST incorporated and registered in England and Wales with company number 01234567"
            " whose registered office is at 3 Quay Street, Dale DA1 1AA",
            "DALE ARTS TRUST",
        ),
        ("Dale Arts Trust a company limited by guarantee (company number 01234567)", "Dale Arts Trust"),
        ("**Dale Arts Trust**, registered charity number 123456, of 3 Quay Street", "Dale Arts Trust"),
        ("DALE HOMES LIMITED registered in England with number 01234567", "DALE HOMES LIMITED"),
        ("DALE HOMES LLP WHOSE REGISTERED OFFICE IS AT 3 QUAY STREET", "DALE HOMES LLP"),
        ("Dale Homes plc trading as Dale Living", "Dale Homes plc"),
        ("Dale Borough Council Shire Hall, Castle Street, Dale DA1 1AA", "Dale Borough Council"),
        ("Dale Community Trust 28 High Street, Dale DA1 1AA", "Dale Community Trust"),
        ("Dale Council House Trust, Castle Street, Dale DA1 1AA", "Dale Council House Trust"),
        ("DALE HOMES (SERVICES) LIMITED (company number 01234567)", "DALE HOMES (SERVICES) LIMITED"),
        ("**Dale Homes (UK) Ltd** of 3 Quay Street", "Dale Homes (UK) Ltd"),
        ("DALE TRADING LIMITED TRADING AS DALE LIVING", "DALE TRADING LIMITED"),
        ("DALE REGISTERED HOMES LIMITED of 3 Quay Street", "DALE REGISTERED HOMES LIMITED"),
        ("THE COUNCIL OF THE BOROUGH OF DALE of Town Hall, Dale", "THE COUNCIL OF THE BOROUGH OF DALE"),
        (
            "The Mayor and Burgesses of the London Borough of Dale of Town Hall, Dale",
            "The Mayor and Burgesses of the London Borough of Dale",
        ),
        ("THE UNIVERSITY OF DALE incorporated by Royal Charter", "THE UNIVERSITY OF DALE"),
        ("THE BOARD OF GOVERNORS OF DALE SCHOOL of Low Lane, Dale", "THE BOARD OF GOVERNORS OF DALE SCHOOL"),
        ("**A-ONE Academy Trust** The Orchard 28 High Street Weir", "A-ONE Academy Trust"),
        ("**Dale** Arts Trust of 3 Quay Street", "Dale Arts Trust"),
        ("JANE MARY SMITH of 4 Low Road, Dale DA1 4DD", "JANE MARY SMITH"),
        ("Dale Hospitals NHS Foundation Trust acting by its Board", "Dale Hospitals NHS Foundation Trust"),
    ],
)
def test_a_name_ends_where_it_is_described(described: str, name: str) -> None:
    assert instrument_of(_BETWEEN.format(described)).parties.each[0].name.text == name


_IN_PARTS = """
# Services agreement

**Between:**

**Dale Learning** (trading as Dale Live)
Fore Sight Teaching Ltd
79 Quay Street
Dale, DA4 1LS
Company registration number: 14032238
(“Provider” or “DALE”)

**{}**

**A-ONE Academy Trust**
The Orchard
28 High Street
Weir WE15 7HP

**Date:** 21 July 2025

1. Services

1.1 Both parties agree this, and either party may end it.

For and on behalf of {}:

Signature: ....................

For and on behalf of {}:

Signature: ....................
"""


@pytest.mark.parametrize("joined", ["And:", "and", "- and -"])
def test_lines_below_a_name_describe_one_party(joined: str) -> None:
    agreement = _IN_PARTS.format(joined, "Dale Learning", "A-ONE Academy Trust")
    parties = instrument_of(agreement).parties.each
    assert [party.name.text for party in parties] == ["Dale Learning", "A-ONE Academy Trust"]
    assert [[one.term for one in party.short] for party in parties] == [["Provider"], []]
    assert hits(load("CK-PARTY-TWO-WORDS"), agreement) == []
    assert hits(load("CK-PARTY-NAME-CHANGES"), agreement) == []


def test_names_alone_are_a_party_each() -> None:
    text = (
        "Between:\n\nDale Council\n\nWeir Council\n\nand\n\nDale Hospice Limited\n\n1. Term\n\n1.1 It ends."
    )
    parties = instrument_of(text).parties.each
    assert [party.name.text for party in parties] == ["Dale Council", "Weir Council", "Dale Hospice Limited"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("Dale Learnings", "A-ONE Academy Trust", ["Dale Learnings"]),
        ("Dale Learning", "A-ONE School Trust", ["A-ONE School Trust"]),
        ("DALE LEARNING", "A-One Academy Trust", []),
        ("Jane Smith", "A-ONE Academy Trust", []),
    ],
)
def test_a_name_without_a_word_for_its_kind_is_signed_for(first: str, second: str, words: list[str]) -> None:
    found = hits(load("CK-PARTY-NAME-CHANGES"), _IN_PARTS.format("And:", first, second))
    assert [hit.words.text for hit in found] == words


_WITH_NOTICES = """
THIS DEED is made on 3 May 2026 between:

(1) DALE ARTS TRUST a company limited by guarantee with company number 01234567 whose registered office is at
3 Quay Street, Dale DA1 1AA (the “Trust”); and

(2) THE UNIVERSITY OF DALE of Dale Road, Dale DA1 3CC (the “University”).

1. Notices

1.1 {}
"""


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Notice is sent to the Dale Music Trust, 3 Quay Street, Dale DA1 1AA.", ["Dale Music Trust"]),
        ("Notice is sent to the University of Weir, Dale Road, Dale DA1 3CC.", ["University of Weir"]),
        ("Weir Homes Trust (company number 01234567) pays.", ["Weir Homes Trust"]),
        ("Notice is sent to the Dale Arts Trust, 3 Quay Street, Dale DA1 1AA.", []),
        ("Notice is sent to Low Partners LLP, 3 Quay Street, Dale DA1 1AA.", []),
        ("Notice is sent to the Trust at Dale Hospital, Dale DA1 1AA.", []),
        ("The works are those of the Dale Music Trust, 5 Quay Street, Dale DA1 1AB.", []),
        ("Copies go to Weir Community Trust, 3 Quay Street, Dale DA1 1AA.", []),
    ],
)
def test_an_address_or_a_number_tells_who_is_meant(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-PARTY-NAME-CHANGES"), _WITH_NOTICES.format(sentence))
    assert [hit.words.text for hit in found] == words


def test_a_short_name_in_the_text_has_an_address_too() -> None:
    text = """
1. Your landlord

1.1 The University of Dale of Dale Road, Dale DA1 3CC (the “University”) is your landlord.

1.2 Send notices to the {}, Dale Road, Dale DA1 3CC.
"""
    found = hits(load("CK-PARTY-NAME-CHANGES"), text.format("University of Weir"))
    assert [hit.words.text for hit in found] == ["University of Weir"]
    assert hits(load("CK-PARTY-NAME-CHANGES"), text.format("University of Dale")) == []


_DEED = """
# UNILATERAL UNDERTAKING

## PARTIES

(1) DALE HOMES LTD incorporated in England with company number 01234567 (the First Owner);

(2) WEIR FINANCE LIMITED of 3 Quay Street, Weir WE1 1AA (First Mortgagee); and

(3) LOW FINANCE LIMITED of 4 Quay Street, Weir WE1 1AB (Second Mortgagee);

to

(4) DALE BOROUGH COUNCIL of Town Hall, Dale DA1 1AA (the Council).

## 1. Works

1.1 {}

{}
"""


def _names_told(rule: str, sentence: str, *signed: str) -> list[str]:
    blocks = "\n\n".join(f"Executed as a deed by {one} acting by a director:" for one in signed)
    return [hit.words.text for hit in hits(load(rule), _DEED.format(sentence, blocks))]


def test_whom_an_undertaking_is_given_to_need_not_sign() -> None:
    three = ("DALE HOMES LTD", "WEIR FINANCE LIMITED", "LOW FINANCE LIMITED")
    assert _names_told("CK-PARTY-NO-SIGNATURE", "It ends.", *three) == []
    assert _names_told("CK-PARTY-NO-SIGNATURE", "It ends.", *three[:2]) == ["LOW FINANCE LIMITED"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Owner does the works.", ["Owner"]),
        ("The Mortgagee and the Council agree.", ["Mortgagee"]),
        ("The First Owner and the Second Mortgagee agree.", []),
        ("The Owner of the freehold is told.", []),
        ("The Council pays the owner. The Owner Occupier is told.", []),
    ],
)
def test_the_last_word_of_a_short_name_is_nobodys(sentence: str, words: list[str]) -> None:
    assert _names_told("CK-PARTY-NAME-CHANGES", sentence) == words


_COMPANY = """
# Articles of {0} C.I.C.

1. Terms

1.1 “Company” means {1}.

1.2 {0} C.I.C. is run for Dale. {0} keeps a list of {0} members, as {0} sees fit.

1.3 {2}
"""


@pytest.mark.parametrize(
    ("name", "defined", "sentence", "words"),
    [
        ("Opencookery", "Opencookery Ltd", "It ends.", ["Opencookery Ltd"]),
        ("Opencookery", "Opencookery C.I.C.", "It ends.", []),
        ("Opencookery", "Opencookery CIC", "It trades as Opencookery Community Interest Company.", []),
        ("Opencookery", "Opencookery CIC", "Opencookery Ltd was formerly so, before Opencookery CIC.", []),
        ("Opencookery", "Opencookery CIC", "Opencokery pays for it.", ["Opencokery"]),
        ("Opencookery", "Opencookery CIC", "Openckery pays for it.", ["Openckery"]),
        ("Opencookery", "Opencookery CIC", "John Opencokery pays for it.", []),
        ("Opencookery", "Opencookery CIC", "Openhearted people pay.", []),
        ("Northmere", "Northmere CIC", "Northmore pays for it.", ["Northmore"]),
        ("Northmere", "Northmere CIC", "Northwood pays for it.", []),
    ],
)
def test_the_name_of_a_company_is_written_in_one_way(
    name: str, defined: str, sentence: str, words: list[str]
) -> None:
    found = hits(load("CK-PARTY-NAME-CHANGES"), _COMPANY.format(name, defined, sentence))
    assert [hit.words.text for hit in found] == words


_LEASE = """
                                   LEASE

DATED 3 May 2026

(1) DALE ESTATES LIMITED (Company No. 01234567) of 3 Quay Street, Dale DA1 1AA (hereinafter called "the
Landlord")

(2) WEIR TRADING LIMITED (Company No. 07654321) of 9 High Street, Weir (hereinafter called "the Tenant")

1. Rent

1.1 The {} shall pay the rent to the Landlord. The Tenant is told.

Executed as a deed by {} acting by two directors:

....................

Executed as a deed by WEIR TRADING LIMITED acting by two directors:

....................
"""


@pytest.mark.parametrize(
    ("who", "signed", "words"),
    [
        ("Tenant", "DALE ESTATES LIMITED", []),
        ("Tenant", "DALE ESTATE LIMITED", ["DALE ESTATE LIMITED"]),
        ("Lessee", "DALE ESTATES LIMITED", ["Lessee"]),
    ],
)
def test_numbers_alone_may_lead_to_the_parties(who: str, signed: str, words: list[str]) -> None:
    text = read(_LEASE.format(who, signed), "lease.txt", markdown=False)
    instrument = Instrument(text.reading)
    parties = instrument.parties.each
    assert [party.name.text for party in parties] == ["DALE ESTATES LIMITED", "WEIR TRADING LIMITED"]
    assert [party.short[0].term for party in parties] == ["Landlord", "Tenant"]
    found = load("CK-PARTY-NAME-CHANGES").check(instrument)
    assert [hit.words.text for hit in found] == words


def test_a_list_of_bodies_before_the_first_clause_may_be_no_parties() -> None:
    text = "A note.\n\n(1) see one (“Rule”);\n\n(2) see two (“Other”).\n\n1. Term\n\n1.1 It ends."
    assert instrument_of(text).parties_clause == ()


@pytest.mark.parametrize(
    ("sentence", "signed", "words"),
    [
        ("Staff of BrightPath Training Ltd pay.", "BRIGHTPATH TRAINING CIC", ["BrightPath Training Ltd"]),
        ("Staff of BrightPath Training CIC pay.", "BRIGHT PATH TRAINING CIC", ["BRIGHT PATH TRAINING CIC"]),
        ("Staff of BrightPath Training CIC pay.", "BRIGHTPATH TRAINING CIC", []),
        ("BrightPath Training CIC owns BrightPath Training Ltd.", "BRIGHTPATH TRAINING CIC", []),
    ],
)
def test_the_name_of_a_party_is_that_of_the_parties_clause(
    sentence: str, signed: str, words: list[str]
) -> None:
    text = f"""
Parties

(1) Dale Borough Council of Town Hall, Dale DA1 1AA (“Council”); and

(2) BrightPath Training CIC (company number 09876543) of Mill Yard, Dale DA2 2BB (“Supplier”).

1. Work

1.1 {sentence}

Signed for and on behalf of DALE BOROUGH COUNCIL

Signed for and on behalf of {signed}
"""
    assert [hit.words.text for hit in hits(load("CK-PARTY-NAME-CHANGES"), text)] == words
    assert hits(load("CK-PARTY-NO-SIGNATURE"), text) == []


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        ("DALE HOMES (SERVICES) LIMITED", []),
        ("DALE HOME (SERVICES) LIMITED", ["DALE HOME (SERVICES) LIMITED"]),
    ],
)
def test_brackets_may_be_part_of_a_name(signed: str, words: list[str]) -> None:
    text = f"""
Between:

(1) **DALE HOMES LIMITED** (company number 01234567) of 3 Quay Street, Dale DA1 1AA (the “Landlord”); and

(2) **DALE HOMES (SERVICES) LIMITED** (company number 01234568) of 3 Quay Street, Dale DA1 1AA (the “Agent”).

1. Term

1.1 Staff of Dale Homes Limited and Dale Homes (Services) Limited, 3 Quay Street, Dale DA1 1AA, are told.

Signed for and on behalf of DALE HOMES LIMITED

Signed for and on behalf of {signed}
"""
    shorts = [[one.term for one in party.short] for party in instrument_of(text).parties.each]
    assert shorts == [["Landlord"], ["Agent"]]
    assert [hit.words.text for hit in hits(load("CK-PARTY-NAME-CHANGES"), text)] == words


def test_a_sentence_may_begin_with_between() -> None:
    text = """
# MEMORANDUM OF UNDERSTANDING

Between **Dale Integrated Care Board** (ICB), **Dale County Council** (DCC) and
**Weir Voluntary Action** (WVA)

## 1. Purpose

1.1 ICB, DCC and WVA work together. {}
"""
    parties = instrument_of(text).parties.each
    assert [(party.name.text, party.short[0].term) for party in parties] == [
        ("Dale Integrated Care Board", "ICB"),
        ("Dale County Council", "DCC"),
        ("Weir Voluntary Action", "WVA"),
    ]
    rule = load("CK-PARTY-NAME-CHANGES")
    assert [hit.words.text for hit in hits(rule, text.format("Dales County Council pays."))] == [
        "Dales County Council"
    ]
    assert hits(rule, text.format("Dale County Council pays.")) == []


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("Jane Smith Consultancy Ltd", True),
        ("Jane Smith Consultings Limited", True),
        ("Jane Smith Consulting Limited", False),
        ("John Smith Catering Ltd", False),
    ],
)
def test_limited_may_be_shortened(name: str, is_told: bool) -> None:
    text = f"""
Parties

(1) Dale Borough Council of Town Hall, Dale DA1 1AA (“the Client”); and

(2) Jane Smith Consulting Ltd of 5 Low Road, Dale DA1 4DD (“the Consultant”).

1. Work

1.1 {name} keeps records for the Client. The Consultant is told.
"""
    found = hits(load("CK-PARTY-NAME-CHANGES"), text)
    assert [hit.words.text for hit in found if hit.confidence == "likely"] == ([name] if is_told else [])


def test_parties_are_named_after_what_they_do() -> None:
    text = """
1. Who we are

1.1 This Compact is made by three bodies which plan care for the borough. They are the London Borough of Dale
(the “Council”), NHS North Weir Integrated Care Board (the “ICB”) and Dale GP Federation Limited (the
“Federation”).

2. Aims

2.1 We share what we know.
"""
    parties = instrument_of(text).parties.each
    assert [one.name.text for one in parties] == [
        "London Borough of Dale",
        "NHS North Weir Integrated Care Board",
        "Dale GP Federation Limited",
    ]
