"""Faults of law: what is repealed, abolished, renamed, misquoted or wrongly numbered."""

from __future__ import annotations

from tests.checks.mutations.kinds import Kind, adding, altering

_NOW = ("2026", "2027", "digital-board")
"""The examples that are drafted for a day after the reforms of 2022."""

KINDS = (
    Kind(
        "an Act that was repealed",
        ("CK-LAW-REPEALED",),
        altering(r"\bData Protection Act 2018\b", "Data Protection Act 1998"),
    ),
    Kind(
        "a reference to repealed law",
        ("CK-LAW-REPEALED",),
        adding(
            "Each of them shall comply with the ⟦Data Protection Act 1998⟧.",
            "This is done under ⟦section 31 of the Health Act 1999⟧.",
        ),
        _NOW,
    ),
    Kind(
        "a body that was abolished",
        ("CK-LAW-BODY-ABOLISHED",),
        adding(
            "Guidance of ⟦Public Health England⟧ is to be followed.",
            "A copy is sent to ⟦NHS Dale Clinical Commissioning Group⟧.",
            "The ⟦Audit Commission⟧ may ask for the accounts.",
        ),
        _NOW,
    ),
    Kind(
        "a body by an old name",
        ("CK-LAW-BODY-RENAMED",),
        adding("Guidance of the ⟦Department of Health⟧ is to be followed."),
        _NOW,
    ),
    Kind(
        "a section without its blank",
        ("CK-LAW-FORM",),
        adding(
            "This is done under ⟦section75⟧ of the National Health Service Act 2006.",
            "The Regulations are ⟦SI 617/2000⟧.",
        ),
    ),
    Kind(
        "a section without its bracket",
        ("CK-TEXT-BRACKETS",),
        adding("Regard is had to section 149⟦(⟧1 of the Equality Act 2010."),
    ),
    Kind(
        "a section that the Act has not",
        ("CK-LAW-FORM",),
        adding("An assessment is made under section ⟦751⟧ of the Care Act 2014."),
    ),
    Kind(
        "a provision that deals with something else",
        ("CK-LAW-PROVISION",),
        adding(
            "A safeguarding adults review is made under section ⟦45⟧ of the Care Act 2014.",
            "An enquiry is made under section ⟦47⟧ of the Care Act 2014.",
            "Regard is had to the public sector equality duty in section ⟦194⟧ of the Equality Act 2010.",
            "Staff are made available by secondment under section ⟦111⟧ of the Local Government Act 1972.",
        ),
    ),
    Kind(
        "a period that the law has otherwise",
        ("CK-LAW-PERIOD",),
        adding(
            "A subject access request is answered within ⟦forty days⟧.",
            "A personal data breach is notified to the supervisory authority within ⟦96 hours⟧.",
        ),
    ),
    Kind(
        "law of a time to come",
        ("CK-LAW-NOT-YET",),
        adding("This is done under the ⟦Health and Care Act 2096⟧."),
    ),
    Kind(
        "an expression that was overtaken",
        ("CK-LAW-OVERTAKEN",),
        adding(
            "Each body shall meet the standards of the ⟦IG Toolkit⟧.",
            "It protects ⟦sensitive personal data⟧.",
        ),
        _NOW,
    ),
    Kind(
        "an unusual manner of citing",
        ("CK-LAW-STYLE",),
        adding(
            "This is done under ⟦section 75 (2)⟧ of the National Health Service Act 2006.",
            "Regard is had to ⟦s.149⟧ of the Equality Act 2010.",
            "Regard is had to the ⟦Health & Social Care Act 2012⟧.",
        ),
    ),
    Kind(
        "a title that is misquoted",
        ("CK-LAW-TITLE",),
        adding(
            "It makes an assessment under the ⟦Mental Capacities Act 2005⟧.",
            "This makes no partnership under the ⟦Limited Partnership Act 1907⟧.",
        ),
    ),
    Kind(
        "a misquoted title where the Act is cited",
        ("CK-LAW-TITLE",),
        altering(r"\bFreedom of Information Act 2000\b", "Freedom of Informations Act 2000"),
    ),
    Kind(
        "an Act of another year",
        ("CK-LAW-YEAR",),
        altering(
            r"\b(National Health Service Act|Freedom of Information Act|Equality Act|Care Act) 20\d\d\b",
            lambda match: f"{match[1]} 2009",
        ),
    ),
    Kind(
        "regulations of another number",
        ("CK-LAW-YEAR",),
        adding(
            "The NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI ⟦2000/671⟧)"
            " apply."
        ),
    ),
)
