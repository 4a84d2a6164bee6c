"""CK-REF-MISSING: a reference to a provision that is not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules.references._columns_of_numbers import numbers_missing
from clausekit.checks.rules.references._contents_entries import contents_at_fault
from clausekit.checks.rules.references._figures_missing import figures_missing
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._items_of_lists import items_of_lists_missing
from clausekit.checks.rules.references._roman_articles import roman_articles_missing
from clausekit.checks.rules.references._rows_missing import rows_missing
from clausekit.checks.rules.references._whereabouts import Whereabouts
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_MANY, _CROWD, _SHARE = 6, 12, 6
"""So many that are missing, most of all, tell that numbers were not recognised; so does a crowd, if it is a
sixth."""
_IN_BRACKETS = pattern(r"\([^()]{1,100}\)")
"""A line in brackets below a title: "(Company Limited by Shares, Schedule 3)"."""
_LEADS_HERE = pattern(
    r"\((?:(?:see|from|under|referred to in) )?(?:clause|paragraph|section)s?\b"
    r"(?:[ \u00a0\d.,–-]|\([a-z]+\)|and|to)+\)",
    re.IGNORECASE,
)
"""A line that names no more than the provisions which lead to what is below: "(clauses 3 and 9)"."""
_SECTION_OF_AN_ACT = pattern(r"\b[Ss]ection \d+[A-Z]*\b.{0,60}\bAct \d{4}")
"""A heading below which a statute is quoted."""
_STANDING_ORDER = pattern(r"standing\s+orders?\s+", re.IGNORECASE)
_TITLE_AFTER = pattern(r"\s*[–—:-]\s+[A-Z]|\s+(?!The\b|This\b)[A-Z][a-z]+ [A-Z]")
_OF_THIS = pattern(
    r"(?: \(?inclusive\)?)? of this (?:schedule|annex|appendix|part) (?:\d+|(?-i:[A-Z]))\b", re.IGNORECASE
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    if not instrument.reading.structured:
        return
    there = instrument.once(Whereabouts)
    references = list(own_references(instrument))
    missing = [
        one
        for one in references
        if (
            (one.target is None and one.container and not there.has(one))
            or there.is_of_the_body_by_chance(one)
        )
        and not _is_of_a_misnamed_one(one)
    ]
    doubtful = {one for one in missing if _confidence(one, there, instrument) == "doubtful"}
    unread = _kinds_unread(
        (one for one in references if one not in doubtful), (one for one in missing if one not in doubtful)
    )
    for reference in missing:
        yield hit(
            _words(reference),
            f"“{_words(reference).text}” points to nothing: there is no"
            f" {reference.kind} {reference.number}{_of(reference)} in this instrument.",
            there.remedy(reference),
            confidence="doubtful" if reference.kind in unread else _confidence(reference, there, instrument),
        )
    told = {reference.at for reference in references}
    for words, instead in (*rows_missing(instrument), *items_of_lists_missing(instrument)):
        if words not in told:
            yield hit(
                words,
                f"“{words.text}” points to nothing: {instead}.",
                "Write the number that is meant.",
                confidence="likely",
            )
    for words in figures_missing(instrument):
        yield hit(
            words,
            f"“{words.text}” points to nothing: no figure has that number.",
            "Write the number that is meant.",
            confidence="likely",
        )
    for words in roman_articles_missing(instrument):
        yield hit(
            words,
            f"“{words.text}” points to nothing: no heading has that number.",
            "Write the number that is meant.",
            confidence="likely",
        )
    for words, head in numbers_missing(instrument):
        yield hit(
            words,
            f"“{words.text}” points to nothing: there is no {head.lower()} {words.text} in this instrument.",
            "Write the number that is meant.",
            confidence="likely",
        )
    for fault in contents_at_fault(instrument):
        if fault.heading is None:
            yield hit(
                fault.entry.label,
                f"The contents list “{fault.entry.full}” as {fault.entry.label.text}, which is not in this"
                " instrument.",
                "Put it in, or take it out of the contents.",
                confidence="likely",
            )


def _is_of_a_misnamed_one(reference: Reference) -> bool:
    """Tell whether it is of "this Schedule 4" in another schedule: that number is the fault (CK-REF-THIS)."""
    passage = reference.at.passage
    return _OF_THIS.match(passage.text, reference.phrase.end) is not None and not any(
        f"{kind.capitalize()} {number}" in passage.division for kind, number in reference.within
    )


def _confidence(reference: Reference, there: Whereabouts, instrument: Instrument) -> Confidence:
    """Return how sure it is that a provision must be there.

    A cover may say to which paper it is appended, and a letter after a number may stand for a quantity: "the
    first line of Table 4 and V the rate". A line "Appendix 4a – Contacts, without names" is rather a heading.
    """
    passage = reference.at.passage
    words = passage.words.strip()
    in_brackets = _IN_BRACKETS.fullmatch(words) and not _LEADS_HERE.fullmatch(words)
    on_cover = instrument.place_of[passage].role == "cover" or in_brackets
    if _SECTION_OF_AN_ACT.search(instrument.place_of[passage].heading):
        return "doubtful"
    begins = not passage.text[passage.typed : reference.phrase.start].strip()
    is_title = begins and _TITLE_AFTER.match(passage.text, reference.at.end) is not None
    is_letter = reference.number.isalpha() and any(map(str.isdecimal, reference.phrase.text))
    return "doubtful" if on_cover or is_title or is_letter else there.confidence(reference)


def _kinds_unread(references: Iterable[Reference], missing: Iterable[Reference]) -> set[str]:
    """Return the kinds of provisions of which most seem missing: their numbers were not recognised."""
    counted = Counter(one.kind for one in references)
    without = Counter(one.kind for one in missing)
    return {
        kind
        for kind, count in without.items()
        if (count >= _MANY and 2 * count > counted[kind])
        or (count >= _CROWD and _SHARE * count > counted[kind])
    }


def _words(reference: Reference) -> Words:
    """Return the number with the word before it, if that stands directly before it."""
    between = reference.at.passage.text[reference.phrase.start : reference.at.start]
    is_word = " " not in between.strip() or _STANDING_ORDER.fullmatch(between)
    return reference.phrase.part(reference.phrase.start, reference.at.end) if is_word else reference.at


def _of(reference: Reference) -> str:
    if reference.apart:
        return f" of {reference.of}"
    if reference.is_of_its_schedule or reference.target is not None:
        return f" of {reference.at.passage.division}"
    return "".join(f" of {kind.capitalize()} {number}" for kind, number in reference.within)


RULE = Rule(
    id="CK-REF-MISSING",
    level="error",
    title="A reference, or an entry of the contents, to a clause, paragraph or schedule that is not there",
    why="What a provision says by reference to another says nothing if the other is gone. The mistake is"
    " common after clauses were taken out or a schedule was dropped, and readers will disagree about"
    " what was meant.",
    fails="""
1. Term

1.1 This agreement ends as ⟦clause 9⟧ provides.

2. Ending

2.1 A Partner may end this agreement by notice under clause 1.1 and ⟦clause 2.4⟧.
""",
    passes="""
1. Term

1.1 This agreement ends as clause 2 provides, subject to section 75 of the National Health Service Act 2006
and to clause 9 of the Lease.

2. Ending

2.1 A Partner may end this agreement by notice.
""",
    check=_check,
    of_the_whole=True,
    yields_to=("CK-REF-NOT-USED", "CK-REF-THIS"),
)
