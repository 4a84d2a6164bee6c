"""What a deed of variation says of the provisions of what it varies, which are not its own."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cached_property

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.counting import quoted
from clausekit.checks.rules.references._own_by_rule import CHANGES, OwnByRule
from clausekit.patterns import pattern

_NEAR = 60
_REACH = 3
_FIRST_PASSAGES = 60
_DEED = pattern(
    r"\b(?:deed of variation|variation (?:agreement|deed)|supplemental"
    r"|amendment (?:agreement|no|number|to)|(?:first|second|third|fourth) amendment|amending agreement"
    r"|change control notice|variation (?:of|to) (?:the|an?|our) [^.;]{0,80}\bdated)\b",
    re.IGNORECASE,
)
_THIS_DEED = pattern(r"\bthis deed\b", re.IGNORECASE)
_ANOTHER = pattern(
    r"\b(?:agreements?|contracts?|deeds?|leases?|memorand(?:um|a))\b[^.;]{0,120}"
    r"\b(?:dated|(?:made|entered into)[^.;]{0,100}\b(?:20|19)\d\d)\b"
    r"|\b(?:Principal|Original|Main|Existing|Head|Master|Previous|Underlying)"
    r" (?:Agreement|Contract|Deed|Lease|Memorandum)\b",
)
"""What a deed says of the instrument that it varies, where it begins."""
_VARYING = pattern(r"\bvari|\bamend|\bchange", re.IGNORECASE)
_CHANGED = pattern(
    r"[^.;:]{0,80}\b(?:is|are|be)\b[^.;:]{0,30}\b(?:amended|deleted|replaced|varied|substituted|removed|omitted|inserted)\b"
)
_ATTACHED_HERE = pattern(
    r"\b(?:is|are) (?:attached|annexed|appended)(?: (?:to this deed|hereto))?(?: (?:at|as|in))? (?:the )?$",
    re.IGNORECASE,
)
_AS_VARIED = pattern(r"\b(?:[Ss]ave|[Ee]xcept) as (?:varied|amended|changed|set out|provided) (?:by|in) $")
_ATTACHED = ("schedule", "annex", "appendix")


def varies(instrument: Instrument) -> bool:
    """Tell whether an instrument changes another one, of whose clauses it speaks."""
    begin = [place.passage.words for place in instrument.places[:_FIRST_PASSAGES]]
    if instrument.kind.name == "deed-of-variation" or any(map(_DEED.search, begin)):
        return True
    return any(map(_THIS_DEED.search, begin)) and any(map(_ANOTHER.search, begin))


class Varied:
    """Which references of a deed may be to the provisions of the instrument that it varies."""

    def __init__(self, instrument: Instrument, kinds: Set[str]) -> None:
        """``kinds`` are those of what is attached to the deed: "schedule", "annex"."""
        self._instrument = instrument
        self._kinds = kinds
        self._quoted = quoted(instrument)
        self._own_by_rule = OwnByRule(instrument)
        self._numbers = {
            (place.passage.division, place.passage.number)
            for place in instrument.places
            if place.passage.number
        }

    def may_have(self, reference: Reference) -> bool:
        """Tell whether a reference may be to what is varied: it stands where the deed says how."""
        own = reference.owner == "own" and not reference.of.startswith("the ")
        is_quoted = reference.at.passage in self._quoted
        if (is_quoted and self._is_quoted_whole(reference)) or self._is_put_in_whole(reference):
            return False
        if not is_quoted and (self._is_of_its_own_clause(reference) or reference.is_of_its_schedule):
            return False
        if _ATTACHED_HERE.search(reference.phrase.shortly_before(_NEAR)):
            return False
        if not is_quoted and self._own_by_rule.has(reference):
            return False
        own = own and not is_quoted
        if own or _AS_VARIED.search(reference.phrase.before):
            return False
        changes = CHANGES.search(reference.at.passage.text)
        if reference.kind == "recital" and not (is_quoted or changes) and self._recites:
            return False
        if _CHANGED.match(reference.phrase.after) or self._is_out_of_reach(reference):
            return True
        place = self._instrument.place_of[reference.at.passage]
        varying = _VARYING.search(place.heading) or place.clause is None
        return bool(varying) or is_quoted

    def _is_of_its_own_clause(self, reference: Reference) -> bool:
        """Tell whether a reference is to a part of the clause in which it stands: "clause 4.6" in 4.3."""
        clause, point, _ = reference.number.partition(".")
        return bool(point) and reference.at.passage.number.partition(".")[0] == clause

    def _is_put_in_whole(self, reference: Reference) -> bool:
        """Tell whether a clause with a letter, "12A", that a deed puts in stands in one of its schedules."""
        clause, point, _ = reference.number.partition(".")
        division = reference.at.passage.division
        return bool(point) and clause[-1:].isalpha() and (division, f"{clause}.1") in self._numbers

    def _is_quoted_whole(self, reference: Reference) -> bool:
        """Tell whether the clause is put in as a whole of which a reference names a part: "12A.7" of 12A."""
        clause, point, _ = reference.number.partition(".")
        return bool(point) and any(one.number == f"{clause}.1" for one in self._quoted)

    def _is_out_of_reach(self, reference: Reference) -> bool:
        """Tell whether a reference in a deed that varies is to more than the few clauses of the deed."""
        if reference.kind in _ATTACHED:
            return not (self._follows_the_own(reference) or self._alone_has(reference.kind))
        first = reference.number.partition(".")[0].partition("(")[0]
        return first.isdecimal() and int(first) > self._last_clause + _REACH

    def _alone_has(self, kind: str) -> bool:
        """Tell whether the deed has attachments of a kind, such as appendices, and speaks of none of what it
        varies, which has schedules."""
        others = any(one.kind == kind and one.owner == "document" for one in self._instrument.references)
        return kind in self._kinds and not others

    def _follows_the_own(self, reference: Reference) -> bool:
        """Tell whether the number of a schedule in the body of a deed is the next after the deed's own."""
        own = {
            place.passage.division.partition(" Part ")[0]
            for place in self._instrument.places
            if place.passage.division.lower().startswith(f"{reference.kind} ")
        }
        in_body = not reference.at.passage.division
        return in_body and len(own) > 1 and reference.number == str(len(own) + 1)

    @cached_property
    def _recites(self) -> bool:
        """Whether the deed has recitals with letters, and speaks of none of what it varies."""
        find = self._instrument.targets.find
        at = self._instrument.places[0].passage
        of_others = any(
            one.kind == "recital" and one.owner == "document" for one in self._instrument.references
        )
        return not of_others and all(find("recital", letter, (), at) is not None for letter in "AB")

    @cached_property
    def _last_clause(self) -> int:
        numbers = (number.partition(".")[0] for division, number in self._numbers if not division)
        return max((int(number) for number in numbers if number.isdecimal()), default=0)
