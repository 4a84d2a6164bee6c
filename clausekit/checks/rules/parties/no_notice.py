"""CK-PARTY-NO-NOTICE: a party without details for notices, where others have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.parties import Party
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.parties import (
    called,
    key_words,
    named_in,
    named_parties,
    only_missing,
    spoken_of,
)
from clausekit.patterns import pattern

_NOTICES = pattern(
    r"\b(?:(?<!privacy )(?<!processing )notices?|service of documents|addresses"
    r"|contact (?:details|list|points?)|(?:list of|named|key|our|partners[’']|parties[’']) contacts"
    r"|representatives|authorised officers)\b",
    re.IGNORECASE,
)
_RUN_IN = pattern(r"\s*(?:service of )?notices?(?: and addresses)?[.:] ", re.IGNORECASE)
_TITLE = pattern(r"[A-Z][^.:;]{0,60}")
_DETAILS = pattern(
    r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b|@"
    r"|\b(?:address|attention|e-?mail|telephone|tel|marked for)\b",
    re.IGNORECASE,
)
_BEGINS = r"\s*(?:(?:if |for |in the case of )?(?:to |for |of )?)?(?:the )?(?:address (?:of|for) (?:the )?)?"

_FOLLOWS = (
    r"(?:[:;.)]|\S@\S+|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2})[ \u00a0]"
    r"(?:and )?(?:(?:if|for|in the case of) )?(?:to )?(?:[Tt]he )?"
)
"""What stands before an entry that follows another one in a passage, and after the name in it."""
_TELLS = r"(?::| ?[–—-] |, (?:to|at|marked)\b| \((?!the)| at )"
_LONGEST_PART = 40


def _check(instrument: Instrument) -> Iterator[Hit]:
    for party, confidence in instrument.once(without_details).items():
        yield hit(
            party.name,
            f"“{spoken_of(party)}” has no details for notices, though other parties have.",
            "Add its address, and to whom notices to it are to be marked.",
            confidence=confidence,
        )


def without_details(instrument: Instrument) -> Mapping[Party, Confidence]:
    """Return the parties without details for notices, where others have them, with how sure that is."""
    parties = named_parties(instrument)
    places = list(_places(instrument, parties))
    if len(parties) < 2 or not any(_DETAILS.search(place.passage.text) for place in places):
        return {}
    named = named_in((place.passage for place in places), parties)
    left = only_missing(_with_details(places, parties), parties)
    return {party: "doubtful" if party in named else "likely" for party in left}


def _with_details(places: Sequence[Place], parties: Sequence[Party]) -> set[Party]:
    """Return the parties of whom an entry tells the details: a passage of its own, or a part of one in which
    entries follow each other."""
    names = {party: "|".join(map(re.escape, called(party))) for party in parties}
    begins = _begins_with_one_of(parties)
    entries = [place.passage for place in places if begins.match(place.passage.words)]
    texts = [place.passage.words.strip() for place in places]
    return named_in(entries, parties) | {
        party
        for party, own in names.items()
        if any(re.search(rf"{_FOLLOWS}(?:{own}){_TELLS}", text) for text in texts)
        or any(_is_part_of_one(text, party, parties) for text in texts)
    }


def _begins_with_one_of(parties: Sequence[Party]) -> re.Pattern[str]:
    """Return how an entry begins that is about a party."""
    names = "|".join(re.escape(name) for party in parties for name in called(party))
    return re.compile(rf"{_BEGINS}(?:{names})\b", re.IGNORECASE)


def _is_part_of_one(text: str, party: Party, parties: Sequence[Party]) -> bool:
    """Tell whether a cell is a part of the name of one party alone: "Dale" of "Dale Hospice Limited"."""
    if len(text) > _LONGEST_PART or not text[:1].isupper():
        return False
    words = key_words(text)
    return bool(words) and [one for one in parties if words <= key_words(one.name.text)] == [party]


def _places(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Place]:
    """Yield the items and cells of the clause or schedule on notices.

    The title of the clause may read as a paragraph, "16 Notices and changes", and the name of a party above
    its address as a heading.
    """
    titled = run_in = False
    begins = _begins_with_one_of(parties) if parties else None
    for place in instrument.places:
        number = place.passage.number
        if titled and place.role == "heading" and not number and begins and begins.match(place.passage.words):
            yield place
            continue
        if place.role == "heading" or (place.role == "text" and number):
            words = place.passage.words.strip()
            if place.role == "heading" or number.isdecimal():
                titled = _TITLE.fullmatch(words) is not None and _NOTICES.search(words) is not None
            run_in = titled or _RUN_IN.match(place.passage.words) is not None
        said = place.role in ("text", "cell") and (run_in or _NOTICES.search(place.heading) is not None)
        if said or _is_in_schedule(place):
            yield place


def _is_in_schedule(place: Place) -> bool:
    """Tell whether a place is in a schedule on notices; its heading may be the name of a party."""
    schedule = place.division
    return (
        schedule is not None and place.passage is not schedule and _NOTICES.search(schedule.words) is not None
    )


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
    of_the_whole=True,
)
