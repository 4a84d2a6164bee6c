"""Whose provisions a deed of variation speaks of, where it says so once for all.

"References to clauses and Schedules are to those of this Deed, unless ..." makes each of them the deed's own
that comes after, other than where it says how another agreement is changed, or quotes what it puts in.
"""

from __future__ import annotations

import re
from collections.abc import Set

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.instrument.references import Reference
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_KIND = r"(?:clauses?|paragraphs?|schedules?|annex(?:es)?|append(?:ix|ices))"
_KINDS = pattern(rf"\b{_KIND}\b", re.IGNORECASE)
_TO_ITS_OWN = pattern(
    rf"\b(?:(?:references?|mention)(?: in this \w+)? (?:to|of) |“|\"|(?:an?|any|each) )"
    rf"(?:an? |the |any )?{_KIND}\b"
    rf"[^.;]*\b(?:is|are|means?|be)\b[^.;]*\b(?:of|to|in) this (?:deed|agreement|document|letter)\b",
    re.IGNORECASE,
)
"""What says whose clauses those are that an instrument mentions."""
_TO_THOSE_OF_ANOTHER = pattern(
    rf"\bin this (?:schedule|part|annex|appendix)\b[^.;]*{_KIND}\b[^.;]*\b(?:of|to|in) (?:the|that) [A-Z]\w+"
    r" (?:Agreement|Deed|Contract)\b",
    re.IGNORECASE,
)
_IN_A_CLAUSE = pattern(
    rf"\breferences? in clause (?P<clause>\d{{1,2}}) to\b[^.;]*{_KIND}\b[^.;]*"
    r"\b(?:of|to|in) (?:the|that) (?:[A-Z]\w+ )?(?:Agreement|Deed|Contract|Lease)\b",
    re.IGNORECASE,
)
"""What says that a clause of a deed speaks of the provisions of another agreement."""
CHANGES = pattern(
    r"\b(?:delet|insert|substitut|replac|omit|add(?:ed|ition)|amended|varied|re-?(?:number|letter)|(?:for|after|before)"
    r" (?:the (?:words?|figures?|sum|date)|[“\"‘]))",
    re.IGNORECASE,
)
"""What says how another agreement is changed."""
_THIS_AGREEMENT = pattern(r"\bthis Agreement\b")
"""What is put into an agreement speaks of it."""
_ATTACHED = frozenset(("schedule", "annex", "appendix"))
_STEM = 5


class OwnByRule:
    """Which references are to a deed's own provisions because it says that such references are."""

    def __init__(self, instrument: Instrument) -> None:
        self._places = instrument.places
        self._place_of = instrument.place_of
        texts = (place for place in instrument.places if place.role == "text")
        told = [(place, found) for place in texts if (found := _TO_ITS_OWN.search(place.passage.text))]
        self._since = told[0][0].order if told else None
        self._kinds = _kinds_in(told[0][1]) if told else frozenset()
        self._others = {
            place.passage.division
            for place in instrument.places
            if told and _TO_THOSE_OF_ANOTHER.search(place.passage.text)
        }
        self._clauses_of_others = {
            found["clause"]
            for place in instrument.places
            if told and (found := _IN_A_CLAUSE.search(place.passage.text))
        }

    def has(self, reference: Reference) -> bool:
        """Tell whether a reference is to what the deed itself must have."""
        kind = "schedule" if reference.kind in _ATTACHED else reference.kind
        if self._since is None or kind[:_STEM] not in self._kinds or reference.this:
            return False
        place = self._place_of[reference.at.passage]
        if place.role != "text" or place.order <= self._since or self._speaks_of_others(place):
            return False
        return not (
            CHANGES.search(place.passage.text)
            or _THIS_AGREEMENT.search(place.passage.text)
            or _leads_to_change(self._places[place.order - 1].passage.text)
            or _is_in_quotation(reference.phrase)
        )

    def _speaks_of_others(self, place: Place) -> bool:
        clause = place.number.partition(".")[0]
        return place.passage.division in self._others or clause in self._clauses_of_others


def _leads_to_change(text: str) -> bool:
    """Tell whether a passage says what is done with the words after it: "For the definition substitute:"."""
    return text.rstrip().endswith((":", ":-")) and CHANGES.search(text) is not None


def _kinds_in(found: re.Match[str]) -> Set[str]:
    """Return the beginnings of the words for kinds of provisions, one for all that are attached."""
    words = {match[0].lower()[:_STEM] for match in _KINDS.finditer(found[0])}
    return words | ({"sched"} if words & {"annex", "appen"} else set())


def _is_in_quotation(words: Words) -> bool:
    """Tell whether words stand between marks of quotation."""
    before = words.before
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
