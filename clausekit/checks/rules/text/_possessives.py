"""Words for a party or a person that own what follows them and have no apostrophe: "the Trusts premises"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ONE = r"(?:[Aa]n?|[Ee]ach|[Ee]very|[Aa]nother|[Ee]ither|[Nn]either)(?: of)?(?: other| such)?"
_SOME = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch|[Aa]ny|[Aa]ll|[Bb]oth|[Tt]heir|[Ii]ts|[Oo]ther)(?: other| own)?"
_OWNER_BEFORE = pattern(
    rf"(?<![\w’'-])(?:(?P<one>{_ONE})|{_SOME}) "
    r"(?P<owner>(?:Partner|Council|Trust|Provider|Commissioner|Contractor|Supplier|Recipient|Employer|Landlord"
    r"|Tenant|Consultant|Customer|Organisation|Board|Member|Manager|Hospital|School|[Ss]ervice [Uu]ser"
    r"|person|individual|adult|worker|patient|client|carer|employer|employee|contractor|partner|provider|supplier|commissioner|resident|council|trust"
    r"|organisation|member|[A-Z]*(?:CCG|ICB|PCT|NHSFT)|Commissioning Group|Care Board)s"
    r"|(?:Part|Authorit|Agenc|Bod|part|authorit|agenc|bod)ies) $"
)
_LONGEST_OWNER = 50
_QUALITY = (
    r"(?:respective|individual|final|prior|written|total|annual|financial|statutory|internal|external|current"
    r"|original|overall|contractual|nominated|designated|legal|professional|personal|reasonable)"
)
_OWNED = pattern(
    rf"(?<=s )(?:respective (?=[a-z])|(?:{_QUALITY} (?:and |or )?){{0,2}}"
    r"(?:(?:accounts|costs|interests|names|needs|plans|records|shares|views|wishes)"
    r"(?! (?:the|any|an?|all|their|its|each|to|for|with|as)\b)"
    r"|(?:commissioning |health |statutory )?functions(?! (?:as|in|by|on|through|with)\b)"
    r"|obligations?|premises|liabilit(?:y|ies)|responsibilit(?:y|ies)|representatives?|officers?"
    r"|employees?|employment|decisions?|(?:sub-?)?contractors?|solicitors?|insurers?|banking|bankers?|procurement"
    r"|complaints|[Cc]odes? of [Cc]onduct"
    r"|constitution|polic(?:y|ies)|procedures|duties|expenditure|websites?"
    r"|auditors?|rights|behalf|instructions"
    r"|commitments?|expectations|services|budgets|approval|discretion|expense|satisfaction|attention"
    r"|right(?= to\b)|opinions?|failure|negligence|performance|compliance|contributions?"
    r"|(?:care|treatment|support) plans?"
    r"|chief executives?|standing (?:orders|financial instructions)|homes|families|property"
    r"|assets|agents|bid|tender|proposals?|Chief Executives?|Contributions?|Standing Orders|Representatives?"
    r"|tasks?(?= (?:is|are|was|of|to|in|for|includes?)\b|[.,;])|role|remit|membership|quorum|purposes?"
    r"|terms of reference"
    r"|Authorised (?:Officers?|Representatives?)|Premises|Obligations|Functions|Constitutions?)(?![\w’'-]))"
)
"""What a party or a person has, and no verb: "share" may be one."""
_ALONE = pattern(
    r"\b(?P<owner>[Ee]mployers) [Ll]iability\b|\bInformation (?P<office>Commissioners) Office\b"
    r"|\b(?P<people>[Cc]hildrens|[Ww]omens)(?=[ ][A-Za-z])"
    r"|\b(?:older|young|younger|disabled|elderly|vulnerable|other) (?P<persons>peoples)(?=[ ][a-z])"
)
_SIGNS = ("employers liab", "commissioners office", "childrens", "womens", "peoples")
_TAKES_TWO = pattern(
    r"\b(?:giv|send|sent|gave|provid|offer|pay|paid|grant|show|owe|ask|charg|allow|award|afford|assur|allocat"
    r"|suppl|cost|den|guarant|sav|teach|bring)\w*(?: \w+){0,2} ?$"
)
"""A verb that tells to whom and what: "gives the Partners information"."""
_ONE_OF = pattern(r"\b(?:[Ee]ach|[Oo]ne|[Nn]one|[Ee]ither|[Nn]either|[Aa]ny|[Ee]very|[Ss]ome) of $")
"""Before "the Partners functions" these may have a verb after them: "each of the Partners functions well"."""
_NEAR = 40


def unmarked(instrument: Instrument) -> Iterator[tuple[Words, str, bool]]:
    """Yield the owners without an apostrophe, with how to write them, and whether that is sure.

    The same words are told once.
    """
    told: set[str] = set()
    for words, _ in instrument.search(_OWNED, "text", "note", signs=("s ",)):
        before = words.shortly_before(_LONGEST_OWNER)
        found = _OWNER_BEFORE.search(before)
        if found is None or f"{found[0]}{words.text}" in told:
            continue
        told.add(f"{found[0]}{words.text}")
        start = words.start - len(before)
        owner = words.part(*(start + at for at in found.span("owner")))
        lead = words.part(start + found.start(), words.end).shortly_before(_NEAR)
        if not _TAKES_TWO.search(lead):
            right = _of_one(owner.text) if found["one"] else f"{_of_one(owner.text)}” or “{owner.text}’"
            yield owner, right, not (may_be_fragment(words.passage) or _ONE_OF.search(lead))
    for words, match in instrument.search(_ALONE, signs=_SIGNS):
        name = match.lastgroup or ""
        owner = words.part(*match.span(name))
        if owner.text not in told:
            told.add(owner.text)
            yield owner, f"{owner.text}’" if name == "owner" else f"{owner.text[:-1]}’s", True


def _of_one(owner: str) -> str:
    """Return how a single owner is written: "Partner’s" for "Partners", "Party’s" for "Parties"."""
    return f"{owner[:-3]}y’s" if owner.endswith("ies") else f"{owner[:-1]}’s"
