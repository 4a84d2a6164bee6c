"""Words of which a text speaks again and again as of a thing that is known, and never says what it is.

What stands beside a name may tell something of it without saying what it is: "the Authorised Officer of the
Partner to be served", "the Quarterly Sum (£4,200)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._shared.term_words import (
    ALONE,
    BOARDS,
    BODIES,
    GROUPS,
    OF_THE_PUBLIC,
    PARTIES,
    PLACES,
    POSTS,
    PUBLIC,
    PUBLIC_GROUPS,
    RANKS,
    SITES,
    THINGS,
)
from clausekit.checks.rules._shared.terms import follows_a_determiner, stem, stems
from clausekit.checks.rules.terms._explained import are_ordinary, is_named_aside, is_told_of
from clausekit.patterns import pattern

_NEAR = 80
_TWICE, _PAIR = 2, 2
_OFTEN, _VERY_OFTEN = 4, 5
"""So often a post whose name bodies have anyhow is spoken of, or a group by one word, if it is a term."""
_MAY_BE_TERMS = frozenset(("term", "document", "heading", "office"))
_MADE = (
    r"(?:set up|established|constituted|created|formed|made up|composed|consists?\b|comprises?\b|means?\b"
    r"|employed|based)"
)
_SAYS_WHAT = pattern(
    r",? (?:(?:which|that|who) )?(?:(?:shall|will|is|are|was|were|has been|have been|to be) )*"
    rf"(?:(?:first|newly) )?{_MADE}"
    r"|,? (?:being|namely|that is|i\.e\.|meaning) "
    r"| (?:is|are) (?:an?|the|each|any|those|made)\b"
    r"|,? (?:as )?(?:defined|described|set out|listed|named|shown|referred to|mentioned|identified|required)"
    r" (?:in|at|by|under)\b"
    r"|,? (?:known|called|published|issued|dated)\b"
    r"|,? (?:shall |will )?ha(?:s|ve) (?:[\w-]+ ){0,3}(?:members?|seats?)\b"
    r"|,? \((?![£\d])"
)
"""What comes after words and says what they name, or where that is said."""
_BRINGS_IN = pattern(
    r"\b(?:set ?up|sets up|enter\w* into|establish\w*|create\w*|constitut\w+|convene\w*|form\w*|appoint\w*"
    r"|employ\w*|nominat\w+|designat\w+|provid\w+|there (?:is|will be|shall be)|called)[ ]"
    r"(?:an?|one|its|their) $"
    r"|\b(?:employs?|recruits?|hosts?|funds?) the $|\bmeans the $"
    r"|\b(?:known|referred to)\b[^.;]{0,20} as (?:the )?$",
    re.IGNORECASE,
)
"""What stands before words that a text brings in, or takes from what a body has."""
_OF_LAW = frozenset(("controller", "processor", "form"))
"""What law calls so, and what a product may."""
_NUMBER_BEFORE = pattern(r"\d[ -]$")
_GROUPS_BY_ONE_WORD = frozenset(("Board", "Committee", "Group", "Panel", "Forum"))
_THE = pattern(r"\b[Tt]he $")
_NAMES_ONE = pattern(r"(?:^|\bthe )(\w+)$", re.IGNORECASE)
_OF_A_BODY = pattern(r" of (?:the )?[A-Z]")
_OF_ITS_OWN = frozenset(("lead", "information", "team", "service", "project", "clinical", "case"))
"""With these begin names of posts that bodies have anyhow, and such that an agreement makes."""
_A = pattern(r"\b[Aa]n? $")


def is_left_unsaid(found: Sequence[Capitals], spoken: int, instrument: Instrument) -> bool:
    """Tell whether words stand as a term does in several places, none of which says what they mean.

    ``spoken`` is how often the text speaks of them as of a thing.
    """
    first, words = found[0], stems(found[0].at.text)
    last = words[-1]
    if (
        spoken < _TWICE
        or len({one.at.passage for one in found}) < _TWICE
        or first.likeness not in _MAY_BE_TERMS
        or last in PLACES
        or last in SITES
        or "-" in first.at.text.rpartition(" ")[2]
        or _NUMBER_BEFORE.search(first.at.shortly_before(2))
        or not are_ordinary(first.at, instrument)
        or any(map(_is_said, found))
    ):
        return False
    if len(words) == 1:
        return _is_a_single_term(found)
    if last in GROUPS or last in BOARDS:
        return _is_a_group(found, instrument)
    if first.likeness == "office" or last in POSTS:
        return _is_a_post(found, instrument)
    published = first.likeness == "document" and (
        last in OF_THE_PUBLIC or words[0] in PUBLIC or words[0] in BODIES
    )
    return not published and _as_a_thing(found) and not _has_a_row(first, instrument)


def is_group_by_one_word(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether one word, such as stands in the names of the parties too, names a group which the text
    takes as known again and again: "the Board", and never "the Board of the ICB"."""
    words = found[0].at.text
    return (
        words in _GROUPS_BY_ONE_WORD
        and len(found) >= _VERY_OFTEN
        and all(_THE.search(one.at.shortly_before(5)) for one in found)
        and not any(_OF_A_BODY.match(one.at.shortly_after(_NEAR)) or _is_said(one) for one in found)
        and f"the {words.lower()}" not in instrument.once(_headings)
    )


def _headings(instrument: Instrument) -> frozenset[str]:
    """Return what headings name with one word, in small letters: "the board" of "Terms of reference of the
    Board", and of "Board"."""
    said = (place.passage.words.strip() for place in instrument.places if place.role == "heading")
    return frozenset(f"the {match[1].lower()}" for one in said if (match := _NAMES_ONE.search(one)))


def _is_said(phrase: Capitals) -> bool:
    after, before = phrase.at.shortly_after(_NEAR), phrase.at.shortly_before(_NEAR)
    return _SAYS_WHAT.match(after) is not None or _BRINGS_IN.search(before) is not None


def _as_a_thing(found: Sequence[Capitals]) -> bool:
    """Tell whether words stand after "the", "each" or the like, or in the plural."""
    return any(follows_a_determiner(one.at) for one in found)


def _is_a_single_term(found: Sequence[Capitals]) -> bool:
    """Tell whether one word is a term: such as agreements define, or one that stands very often."""
    word = stem(found[0].at.text)
    if found[0].likeness != "term" or word in PARTIES or word in _OF_LAW:
        return False
    return (word in ALONE or word in THINGS) and _as_a_thing(found)


def _is_a_group(found: Sequence[Capitals], instrument: Instrument) -> bool:
    return (
        PUBLIC_GROUPS.isdisjoint(stems(found[0].at.text))
        and all(follows_a_determiner(one.at) for one in found)
        and not any(map(is_told_of, found))
        and not is_named_aside(found[0], instrument)
    )


def _is_a_post(found: Sequence[Capitals], instrument: Instrument) -> bool:
    words = stems(found[0].at.text)
    ranked = words[0] in RANKS or bool(_A.search(found[0].at.shortly_before(3)))
    its_own = words[0] not in RANKS or words[0] in _OF_ITS_OWN
    return (
        not (ranked and (len(found) < _OFTEN or not its_own))
        and _as_a_thing(found)
        and not _has_a_cell(found[0], instrument)
    )


def _has_a_cell(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether a cell of a table has the same words and no others."""
    return stems(phrase.at.text) in instrument.once(_cells)


def _has_a_row(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether a row of two cells says what words are: "Start Date", "1 April 2027"."""
    return stems(phrase.at.text) in instrument.once(_first_cells)


def _cells(instrument: Instrument) -> frozenset[tuple[str, ...]]:
    return frozenset(stems(place.passage.words) for place in instrument.places if place.role == "cell")


def _first_cells(instrument: Instrument) -> frozenset[tuple[str, ...]]:
    """Return the words of the first cells of tables of two columns."""
    return frozenset(
        stems(row[0].text)
        for grid in instrument.grids
        for row in grid.rows
        if len(row) == _PAIR and row[0] is not None
    )
