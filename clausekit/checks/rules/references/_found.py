"""Which references are an instrument's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.patterns import pattern

_S = "[ \u00a0]"
_AFTER_LAW = pattern(
    rf"\b(?:(?:Acts?|Regulations|Order|Rules|Directive|GDPR|Measure)(?:{_S}\d{{4}})?|[A-Z]{{2,8}}{_S}(?:19|20)\d\d)"
    rf",?{_S}[(]?"
    rf"(?:(?:[Pp]arts?|[Ss]chedules?|[Pp]aragraphs?|[Ss]ections?|ss?\.?){_S}[\w()]{{1,8}}"
    rf"(?:,|{_S}of|{_S}to|{_S}and){_S}){{0,3}}(?:(?:notably|in particular|especially|including|namely){_S})?$"
)
_LONGEST_LAW = 90
_BEFORE_LAW = pattern(
    rf"(?:,?{_S}(?:[Pp]art|[Pp]aragraphs?|[Pp]aras?\.?){_S}[\w()]{{1,8}}){{0,2}},?{_S}(?:(?:of|to){_S}(?:the{_S})?)?"
    rf"(?:[A-Z]{{2,8}}|[A-Z][a-z][^.;:“”]{{2,80}}{_S}(?:Act|Regulations|Order|Rules)){_S}(?:19|20)\d\d\b"
)
"""The name of a statute: "Schedule 1 paragraph 18 DPA 2018", "Schedule 6 Companies Act 2006"."""
_REGULATIONS_OF = pattern(r"\b[Rr]egulations?\b[^.;]*\b(?:of|in) $")
"""What stands before Table A, the articles of companies under earlier law."""
_LAW = pattern(r"\b(?:Acts?|Regulations|Order|Directive|GDPR|Code|Guidance)\b")
_DOCUMENT = pattern(
    r"\b(?:code|guidance|policy|plan|report|framework|manual|constitution|contract|specification)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_DRUGS = r"(?:controlled[ -]?)?(?:drug|medicine|medication|substance|poison|CD|preparation)s?\b"
_OF_DRUGS = pattern(
    rf"(?:(?:,|{_S}?/|{_S}and|{_S}or|{_S}to|,{_S}(?:and|or))?{_S}?(?:[Ss]chedule{_S})?\d)*\)?{_S}"
    rf"(?:\([\w ]{{1,12}}\){_S})?(?:prescription[ -]only{_S}|prescribed{_S})?{_DRUGS}",
    re.IGNORECASE,
)
_DRUGS_BEFORE = pattern(
    rf"\b(?:{_DRUGS}{_S}(?:(?:in|of|from|under|within){_S})?|controlled{_S}(?:{_DRUGS})[^.;]{{1,24}}{_S})[(]?$",
    re.IGNORECASE,
)
"""What names a class of drugs by a schedule of the Misuse of Drugs Regulations: "Schedule 2 drugs"."""
_SCHEDULES_OF_DRUGS = ("1", "2", "3", "4", "5")
_LONGEST_DOCUMENT = 50
_PART_OF_THE_BODY = pattern(r"Part \w{1,4}")
_A_FEW = 2
_REACH, _FAR_BEYOND = 3, 20
"""So far beyond its last clause an instrument's own section may be numbered by mistake."""


def own_references(instrument: Instrument) -> tuple[Reference, ...]:
    """Return the references to the instrument's own provisions.

    "Section 5" is one only if the instrument calls its clauses so; "section 5.2" is no form of a statute.
    What a history of versions refers to was in one of them.
    """
    return instrument.once(_own_references)


def _own_references(instrument: Instrument) -> tuple[Reference, ...]:
    return tuple(_each_own(instrument))


def _each_own(instrument: Instrument) -> Iterator[Reference]:
    sections = _Sections(instrument)
    for reference in instrument.references:
        if reference.phrase.passage in instrument.versions:
            continue
        if reference.kind == "table" and _REGULATIONS_OF.search(
            reference.phrase.shortly_before(_LONGEST_LAW)
        ):
            continue
        own = reference.is_own or (reference.kind == "section" and sections.are_own(reference))
        own = (own or _is_of_an_own_schedule(reference)) and not _stands_below_law(reference, instrument)
        sure = reference.owner == "own" or reference.kind == "clause"
        if own and (sure or not (_stands_by_law(reference) or _is_a_class_of_drugs(reference))):
            yield reference


def _is_of_an_own_schedule(reference: Reference) -> bool:
    """Tell whether "section 3 of Annex A" is of an annex that the instrument has."""
    unsaid = reference.kind == "section" and reference.owner == "unsaid"
    return unsaid and bool(reference.within) and reference.container


def word_of_the_body(instrument: Instrument) -> Literal["clause", "paragraph"]:
    """Return what the provisions of the body are mostly called."""
    return instrument.once(_word_of_the_body)


def _word_of_the_body(instrument: Instrument) -> Literal["clause", "paragraph"]:
    called = [
        one.kind
        for one in instrument.references
        if one.is_own
        and one.target is not None
        and not (one.target.division or one.apart)
        and is_numbered(one)
    ]
    return "paragraph" if 2 * called.count("paragraph") > len(called) else "clause"


def is_numbered(reference: Reference) -> bool:
    """Tell whether a reference is to a clause or a paragraph by its number, with the word before it."""
    worded = reference.phrase.start < reference.at.start
    return worded and reference.kind in ("clause", "paragraph") and reference.number[:1].isdigit()


def _stands_by_law(reference: Reference) -> bool:
    """Tell whether a statute is named directly before or after: "Care Act 2014, section 3"."""
    phrase = reference.phrase
    after = _BEFORE_LAW.match(phrase.passage.text, phrase.end)
    return after is not None or _AFTER_LAW.search(phrase.shortly_before(_LONGEST_LAW)) is not None


def _stands_below_law(reference: Reference, instrument: Instrument) -> bool:
    """Tell whether a number stands alone in a column of a table whose heading names a statute, or heads one
    beside such a column: "Condition in Schedule 1"."""
    place = instrument.place_of[reference.phrase.passage]
    if place.role != "cell" or reference.owner != "unsaid":
        return False
    heads = [
        one for one in instrument.places if one.table is place.table and one.row == 0 and one is not place
    ]
    if place.row == 0 and reference.target is None:
        return any(_LAW.search(one.passage.text) for one in heads)
    alone = reference.phrase.text == place.passage.words.strip()
    return alone and any(_LAW.search(one.passage.text) for one in heads if one.column == place.column)


def _is_a_class_of_drugs(reference: Reference) -> bool:
    """Tell whether a schedule is that of the law on drugs which is meant where drugs are spoken of."""
    if reference.kind != "schedule" or reference.number not in _SCHEDULES_OF_DRUGS:
        return False
    if _OF_DRUGS.match(reference.at.passage.text, reference.at.end):
        return True
    before = reference.phrase.shortly_before(_LONGEST_DOCUMENT)
    return reference.target is None and _DRUGS_BEFORE.search(before) is not None


class _Sections:
    """What the numbers and the references of an instrument tell of a bare "section 5"."""

    def __init__(self, instrument: Instrument) -> None:
        self._always = instrument.calls_clauses_sections
        body = [
            one.passage.number
            for one in instrument.places
            if not one.passage.division or _PART_OF_THE_BODY.fullmatch(one.passage.division)
        ]
        self._letters = {one for one in body if len(one) == 1 and one.isupper()}
        self._last = max((int(number) for each in body if (number := _top(each)).isdecimal()), default=0)
        bare = [one for one in instrument.references if one.kind == "section" and self._is_in_reach(one)]
        hits = sum(one.target is not None for one in bare)
        self._within_reach = hits > len(bare) - hits and not any(
            one.kind == "clause" and one.is_own for one in instrument.references
        )

    def are_own(self, reference: Reference) -> bool:
        """Tell whether a reference to a section is to the instrument's own."""
        phrase = reference.phrase
        if reference.owner != "unsaid" or phrase.passage.text.startswith("(", phrase.end):
            return False  # "section 149(1 of the Act" lacks a bracket, so that its owner is not seen
        if reference.number.isalpha() and len(self._letters) > _A_FEW:
            return _LAW.search(phrase.before) is None
        if self._always and ("." in reference.number or self._is_in_reach(reference, _FAR_BEYOND)):
            return True
        if not self._is_in_reach(reference):
            return False
        if "." in reference.number:
            return not _DOCUMENT.search(reference.phrase.shortly_before(_LONGEST_DOCUMENT))
        return self._within_reach and not _LAW.search(reference.phrase.before)

    def _is_in_reach(self, reference: Reference, reach: int = _REACH) -> bool:
        first = _top(reference.number)
        return reference.owner == "unsaid" and first.isdecimal() and int(first) <= self._last + reach


def _top(number: str) -> str:
    return number.partition(".")[0].partition("(")[0]
