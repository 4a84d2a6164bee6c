"""CK-PARTY-NO-NOTICE: a party without details for notices, where others have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._parties import called, named_in, named_parties, only_missing, spoken_of

_NOTICES = re.compile(
    r"\b(?:notices?|service of documents|contact details|addresses|representatives|authorised officers)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"\s*(?:service of )?notices?(?: and addresses)?[.:] ", re.IGNORECASE)
_TITLE = re.compile(r"[A-Z][^.:;]{0,60}")
_DETAILS = re.compile(
    r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b|@"
    r"|\b(?:address|attention|e-?mail|telephone|tel|marked for)\b",
    re.IGNORECASE,
)
_BEGINS = r"\s*(?:(?:if |for |in the case of )?(?:to |for |of )?)?(?:the )?(?:address (?:of|for) (?:the )?)?"


def _check(instrument: Instrument) -> Iterator[Hit]:
    parties = named_parties(instrument)
    places = list(_places(instrument))
    if len(parties) < 2 or not any(_DETAILS.search(place.passage.text) for place in places):
        return
    names = "|".join(re.escape(name) for party in parties for name in called(party))
    entry = re.compile(rf"{_BEGINS}(?:{names})\b", re.IGNORECASE)
    entries = [place.passage for place in places if entry.match(place.passage.words)]
    for party in only_missing(named_in(entries, parties), parties):
        yield hit(
            party.name,
            f"“{spoken_of(party)}” has no details for notices, though other parties have.",
            "Add its address, and to whom notices to it are to be marked.",
            confidence="likely"
            if not named_in((place.passage for place in places), (party,))
            else "doubtful",
        )


def _places(instrument: Instrument) -> Iterator[Place]:
    """Yield the items and cells of the clause or schedule on notices.

    The title of the clause may read as a paragraph: "16 Notices and changes".
    """
    titled = run_in = False
    for place in instrument.places:
        number = place.passage.number
        if place.role == "heading" or (place.role == "text" and number):
            words = place.passage.words.strip()
            if place.role == "heading" or number.isdecimal():
                titled = _TITLE.fullmatch(words) is not None and _NOTICES.search(words) is not None
            run_in = titled or _RUN_IN.match(place.passage.words) is not None
        if place.role in ("text", "cell") and (run_in or _NOTICES.search(place.heading)):
            yield place


RULE = Rule(
    id="CK-PARTY-NO-NOTICE",
    level="warning",
    title="A party without details for notices, though others have them",
    why="Notice that cannot be served cannot end the agreement, start a dispute or claim a loss. A party"
    " that was added late is often forgotten here.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”);

(2) ⟦Dale Borough Council⟧ (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Notices

1.1 Notices must be sent to these addresses:

(a) the Council: Shire House, Castle Street, Westmarch, WM1 1AA; and

(b) the Trust: Quay House, Wharf Road, Daleford, WM4 2BB.
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”); and

(2) Westmarch Community NHS Trust (“the Trust”).

1. Notices

1.1 Notices must be sent to these addresses:

| Partner | Address |
| --- | --- |
| The Council | Shire House, Castle Street, Westmarch, WM1 1AA |
| The Trust | Quay House, Wharf Road, Daleford, WM4 2BB |
""",
    check=_check,
)
