"""Law that is at odds with itself: years beside short names, two years of one title, numbers, forms."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits
from tests.checks.law_sentences import told


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("TCPA 1990: Town and Country Planning Act 1971.", []),  # told by CK-LAW-REPEALED
        ("It is under the Housing Act 1996 (“the 1998 Act”).", ["Housing Act 1996"]),
        ("It is under the Housing Act 1996 (c. 52) (the “1998 Act”).", ["Housing Act 1996"]),
        ("It is under the Housing Act 1996 (“the 1996 Act”).", []),
        ("It is under the Data Protection Act 1998 (“the 2018 Act”).", []),
        ("PACE 1984 means the Police and Criminal Evidence Act 1984.", []),
        ("The Insolvency Act 1986 as amended by the Enterprise Act 2002 (“the 1986 Act”) applies.", []),
        ("The Care Act 2014 (Commencement) Regulations 2015 (“the 2015 Regulations”) apply.", []),
        ("The Care Act 2014 (SI 2015/993) applies.", []),
    ],
)
def test_a_short_name_has_the_year_of_its_act(sentence: str, words: list[str]) -> None:
    assert [found for _, found, _ in told(sentence, "CK-LAW-YEAR")] == words


@pytest.mark.parametrize(
    ("one", "other", "confidence"),
    [
        ("Fair Bridges and Ferries Tolls Act 2004", "Fair Bridges and Ferries Tolls Act 2005", ["likely"]),
        ("Fair Bridges and Ferries Tolls Act 1958", "Fair Bridges and Ferries Tolls Act 1985", ["likely"]),
        ("Fair Bridges and Ferries Tolls Act 1961", "Fair Bridges and Ferries Tolls Act 2005", ["doubtful"]),
        ("Education (Scotland) Act 1980", "Education (Scotland) Act 1981", []),
        ("Finance Act 2019", "Finance Act 2020", []),
        ("Landlord and Tenant Act 1985", "Landlord and Tenant Act 1987", []),
    ],
)
def test_a_title_has_one_year(one: str, other: str, confidence: list[str]) -> None:
    text = f"1. Law\n\n1.1 The {one} applies.\n\n1.2 The {one} binds.\n\n1.3 So does the {other}.\n"
    found = hits(load("CK-LAW-YEAR"), text)
    assert [hit.confidence for hit in found] == confidence
    assert all(hit.words.text == other for hit in found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It is the General Data Protection Regulation (EU) 2016/697.", ["2016/697"]),
        ("They keep to Regulation (EU) 2017/679 on the protection of natural persons.", ["2017/679"]),
        ("They keep to Directive 2014/42/EU on public procurement.", ["2014/42"]),
        ("They keep to Directive (EU) 2016/680 on the protection of natural persons.", []),
        ("They keep to Directive 2004/42/EC on paints.", []),
        ("They keep to the GDPR (Regulation (EU) 2016/679).", []),
    ],
)
def test_the_number_of_law_of_the_eu_may_be_a_slip(sentence: str, words: list[str]) -> None:
    assert [found for _, found, _ in told(sentence, "CK-LAW-YEAR")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Works begin as section (4)56 of the TCPA has it.", ["section (4)56"]),
        ("It is section (1) 15 of the Care Act 2014.", ["section (1) 15"]),
        ("It is regulation (7)2 of those Regulations.", ["regulation (7)2"]),
        ("It is section 56.4 of the Town and Country Planning Act 1990.", ["section 56.4"]),
        ("It is s.75.2(a) of the TCPA 1990.", ["s.75.2(a)"]),
        ("It is section 117a of the Mental Health Act 1983.", ["section 117a"]),
        ("It is section 75(2)a of the Care Act 2014.", ["75(2)a"]),
        ("It is section 14.Z25 of the Health and Care Act 2022.", ["14.Z25"]),
        ("It is section 14Z 25 of the Health and Care Act 2022.", ["14Z 25"]),
        ("It is section 14Z-A of the Health and Care Act 2022.", ["14Z-A"]),
        ("It is section 9.(1) of the Care Act 2014.", ["section 9.(1)"]),
        ("It is section 9(1.) of the Care Act 2014.", ["section 9(1.)"]),
        ("It is section 9. (1) of a list, the Care Act 2014 of which comes later.", []),
        ("It is in sections 14A-D of the Health and Care Act 2022.", []),
        ("It is in sections 14A-14D and 14A and 3 of the Health and Care Act 2022.", []),
        ("It is section 4.2 of the Mental Capacity Act 2005 Code of Practice.", []),
        ("It is section 4.2 of this Agreement and section 5a of the Form.", []),
        ("Notice under section (b) 12 months before is enough.", []),
        ("It is in sections 4-6 and 9(1) of the Care Act 2014.", []),
        ("It is in section 117A of the Mental Health Act 1983.", []),
    ],
)
def test_a_section_and_its_subsection_have_a_form(sentence: str, words: list[str]) -> None:
    assert [found for _, found, _ in told(sentence, "CK-LAW-FORM")] == words


def test_a_section_may_be_cited_by_the_short_name_of_its_act() -> None:
    text = """
1. Definitions

**TCPA** means the Town and Country Planning Act 1990.

**Strategy** means the strategy for housing.

2. Works

2.1 They begin as section 56.4 of the TCPA and section 56.4 of the Strategy have it.
"""
    assert [hit.words.text for hit in hits(load("CK-LAW-FORM"), text)] == ["section 56.4"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Housing Act 1989", False),
        ("Local Government and Housing Act 1989", True),
        ("Public Audit (Wales) Act 2003", False),
        ("National Lottery etc. Act 1994", False),
        ("Companies (Audit, Investigations and Community Enterprise) Act 2005", False),
        ("Community Interest Company Regulations 2005", True),
        ("Anti-social Behaviour, Crime and Policing Act 2014", True),
        ("Care and Support and After-care (Choice of Accommodation) Regulations 2014", True),
        ("Civil Liability Act 2018", True),
        ("‘The Openness of Local Government Bodies Regulations 2014’", True),
        ("Leasehold Reform Act 1979", True),
        ("TCPA 1991", False),
        ("Town and Country Planning (Use Classes) Order 1978", False),
    ],
)
def test_the_years_of_a_title_are_known(name: str, right: bool) -> None:
    assert told(f"The Parties act under the {name} here.", "CK-LAW-YEAR", "CK-LAW-TITLE") == (
        [] if right else [("CK-LAW-YEAR", name, "certain")]
    )


def test_what_is_named_of_law_is_no_part_of_its_title() -> None:
    order = "Town and Country Planning (Use Classes) Order"
    [(_, words, _)] = told(f"It is let for Class E of the {order} 1978.", "CK-LAW-YEAR")
    assert words == f"{order} 1978"
    assert told(f"It is let for Class E of the {order} 1987.", "CK-LAW-YEAR", "CK-LAW-TITLE") == []
