"""Which parts of an instrument are forms: what is blank in them is meant to be filled in later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.own_date import made_on
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_FORM = pattern(
    r"\b(?:templates?|pro[ -]?forma|(?<!sixth )forms?(?: of\b|$)|specimen|questionnaire|register of"
    r"|certificate of|declaration of|to be completed|checklist)\b",
    re.IGNORECASE,
)
_DATED = pattern(
    r"(?<!commencement )(?<!effective )(?<!expiry )(?<!start )(?<!end )"
    r"\b(?:dated?|made(?: on)?|day of|date of (?:this|the) (?:agreement|deed))[ \u00a0:]*(?:the|on"
    r"|this)?[ \u00a0:]*$",
    re.IGNORECASE,
)
_ANOTHER_DATED = pattern(
    r"\b(?:the|an?|its|their|that) (?:[\w’-]+ ){1,5}"
    r"(?:agreement|contract|lease|protocol|memorandum|plan|policy|licence) dated $"
    r"|\b(?-i:[Tt]he|an?|its|their|that) (?:contract|lease|plan|policy|licence|agreement) dated $",
    re.IGNORECASE,
)
"""What stands before the date of another document, which has been signed."""
_ITS_YEAR = pattern(
    r"(?:[ \u00a0._…\[\]●]|day of|of)*(?P<month>[A-Z][a-z]{2,8}\b)?(?:[ \u00a0._…\[\]●]|day of|of)*"
    r"(?P<year>20\d\d)\b"
)
_LONGEST_DATE = 60
_SIGNS_BELOW = pattern(r"(?P<label>\b(?:[A-Z][\w’' ]{2,40}:|by))[\s*_]*$")
_FULL_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.?)* [A-Z][\w’'-]+"
"""What stands before a name in a block of signatures, and the name."""
_LETTERHEAD = pattern(r"[\w’ ]{1,40}:[ \t]*$")


def forms(instrument: Instrument) -> tuple[str, ...]:
    """Return the names of the schedules and parts that are forms, by the words of their headings."""
    return tuple(
        place.passage.division for place in _headings(instrument) if _FORM.search(place.passage.words)
    )


def _headings(instrument: Instrument) -> Iterator[Place]:
    """Yield the headings of schedules and parts, with the further lines that some have."""
    heads = False
    for place in instrument.places:
        passage = place.passage
        heads = (
            place.role == "heading"
            and bool(passage.division)
            and (passage.heading == 1 or (heads and not passage.number))
        )
        if heads:
            yield place


def is_in_form(place: Place, forms: Iterable[str]) -> bool:
    """Tell whether a passage stands in a form, or under a heading that calls what is below it one."""
    division = place.passage.division
    if any(division == form or division.startswith(f"{form} ") for form in forms):
        return True
    return place.clause is not None and _FORM.search(place.clause.words) is not None


def is_to_be_dated(before: str) -> bool:
    """Tell whether what comes next is the date of the instrument, which is left blank until it is signed.

    >>> is_to_be_dated("This Agreement is dated "), is_to_be_dated("ends on ")
    (True, False)
    >>> is_to_be_dated("under the information sharing agreement dated ")
    False
    """
    return _DATED.search(before[-60:]) is not None and not _ANOTHER_DATED.search(before[-100:])


def is_overdue(words: Words, instrument: Instrument) -> bool:
    """Tell whether a blank is for the date of an instrument that is told elsewhere, or that its text gives a
    year or month that is over: it will not be signed."""
    told = made_on(instrument)
    if told is not None and told.at.passage is not words.passage:
        return True
    if instrument.place_of[words.passage].role == "cover":
        return False
    today = instrument.as_at
    its = _ITS_YEAR.match(words.shortly_after(_LONGEST_DATE))
    if its is None:
        return False
    month = MONTHS.index(its["month"]) + 1 if its["month"] in MONTHS else len(MONTHS)
    return (int(its["year"]), month) < (today.year, today.month)


def is_filled_in_elsewhere(words: Words, instrument: Instrument) -> bool:
    """Tell whether somebody else who signs has put a name where these words stand: "Signatory: Ann Bell"."""
    label = _SIGNS_BELOW.search(words.before)
    if label is None:
        return False
    filled = re.compile(rf"{re.escape(label['label'])}[\s*_]*{_FULL_NAME}")
    signed = (one.passage for one in instrument.places if one.role == "signature" or one.passage.signature)
    return any(filled.search(one.text) for one in signed if one is not words.passage)


def is_label(before: str) -> bool:
    """Tell whether a text is a label after which somebody is to write: "Name: "."""
    return _LETTERHEAD.fullmatch(before) is not None
