"""CK-TERM-CAPITALS: a defined term with other capitals than those it is defined with."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import other_number
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.terms._capitals import AMOUNTS, PERSONS, spellings
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_OFTEN, _VERY_OFTEN = 2, 4
_MANY = 3
"""What stands oftener with other capitals, and oftener than with those of the definition, is told once."""
_ONCE, _ONCE_OR_TWICE = 1, 2
_NEAR = 40
_OPENING = 40
"""The title is among so many first passages."""
_DISTINCT_WORDS = """
period term premises board group committee panel charge fee agreement date plan fund reserve store hub
protocol
"""
_OF_A_BODY = frozenset(("Member", "Officer", "Delegate", "Attendee", "Observer", "Nominee", "Signatory"))
"""Anybody who belongs to a body, with a word for which of them: "Voting Member"."""
_DISTINCT = frozenset(_DISTINCT_WORDS.split())
_COMMON = frozenset(
    ("term", "agreement", "financial year", "initial period", "date", "plan", "fee", "charge")
)
_OF_LAW = frozenset(("pooled fund", "personal data", "data controller", "data processor", "service provider"))
"""What the law or anybody calls so, of which an agreement may have its own."""

_SPOKEN_OF = pattern(r"\b(?:the|each|every|such|that|its|their) $", re.IGNORECASE)
_ANY = pattern(r"\b(?:any|all|no) $", re.IGNORECASE)
_THE_ONE = pattern(r"\b(?:the|each|every) $", re.IGNORECASE)
_THE_OR_ITS = pattern(r"\b(?:the|each|every|its|their|any|all|no) $", re.IGNORECASE)
_COUNTED = pattern(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|twenty-one|thirty"
    r"|forty|sixty|ninety|[a-z]+ \(\d{1,3}\)|\d{1,3}\)?) $"
)
_OF_OTHERS = pattern(
    r" (?:of the same|(?:as|of which|that|which) (?:those|that|the) (?:enactment|Act|Regulation))"
)
_OF_THE_PARTIES = (" of the Partners", " of the Parties", " of each ", " of both ", " of either ")
_IN_LAW = (" of ", " for the purposes", " under ", " within the meaning", " at section", " in section")
_STANDS_ALONE = pattern(r"[.,;:)]| (?:shall|will|must|may|are|were|for|in|to|under|by)\b")
"""After words in the plural that are no part of another name: "the conflicts of interest policy" is one."""
_ANY_OF_THEM = pattern(r"\b(?:an?|one|another|either|this) $", re.IGNORECASE)
_IT_IS_THE_NOUN = pattern(
    rf"{_STANDS_ALONE.pattern}|$| (?:is|was|has|does|can|on|at|with|from|as|and|or|which|that|who)\b"
)
_FIRST_MADE = pattern(
    r"\b(?:establish\w*|maintain\w*|creat\w+|set(?:ting)? up|form(?:s|ed|ing)?|appoint\w*"
    r"|be|been|is|are|was|were|(?:establishment|creation|appointment) of) an? $"
)
"""What makes a thing of a kind, which is the term only from then on: "they establish a pooled fund"."""
_TWENTY = pattern(r"(?:\b20|\btwenty) $", re.IGNORECASE)
_BY_LAW = pattern(r"\b(?:requests?|information|Act|Regulations|section|[Hh]ealth [Aa]ssessments?)\b")
_AS_ONE = pattern(r"\bas an? $")
"""What something is, or is treated as, is no use of a term: "it occupies as a licensee"."""
_ANY_ONE = pattern(
    r"\b(?:an?|any|each|every|no|the|whose|that|such|its|only|all|(?:by|two) duly|by) $", re.IGNORECASE
)
_OF_SEVERAL = pattern(rf"{_ANY_ONE.pattern}|\b(?:of|for|with|about|from|to|and|between|by) $", re.IGNORECASE)
_ORDINARY_FIRST = pattern(r"(?:other|first|second|relevant|each|same|new|existing) [A-Z]")
"""Where "the other Partner" is meant, not the "Other Partner" of a clause on claims."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    small: dict[Definition, list[Words]] = defaultdict(list)
    any_of_them: dict[Definition, list[Words]] = defaultdict(list)
    times: Counter[Definition] = Counter()
    mixed: dict[tuple[Definition, str], list[Words]] = defaultdict(list)
    for spelling in spellings(instrument):
        at, definition = spelling.at, spelling.definition
        if _is_in_title(at, instrument):
            continue
        if spelling.small:
            times[definition] += 1
            if _is_spoken_of(at, definition):
                small[definition].append(at)
            elif _ANY_OF_THEM.search(at.shortly_before(_NEAR)):
                any_of_them[definition].append(at)
        elif not _ORDINARY_FIRST.match(at.text):
            mixed[definition, at.text].append(at)
    for (definition, text), places in mixed.items():
        usual = len(places) > max(_MANY, len(instrument.uses_of.get(definition, ())))
        for at in places[:1] if usual else places:
            yield hit(
                at,
                f"“{text}” has other capitals than the defined term “{definition.term}”.",
                f"Write “{_right(at, definition)}”" + (", or define the term so." if usual else "."),
                related=(definition.at, *(places[1:4] if usual else ())),
            )
    for definition, places in small.items():
        if uses := instrument.uses_of.get(definition):
            yield hit(
                places[0],
                f"“{places[0].text}” has small letters, while “{definition.term}” is a defined term.",
                f"Write “{_right(places[0], definition)}” if the term is meant.",
                confidence="likely"
                if _is_a_slip(places, definition, len(uses), times[definition])
                else "doubtful",
                related=(definition.at, *places[1:4]),
            )
    for definition, places in any_of_them.items():
        if times[definition] == _ONCE and _is_any_of_them(places[0], definition, instrument):
            yield hit(
                places[0],
                f"“{places[0].text}” has small letters, while “{definition.term}” is a defined term.",
                f"Write “{_right(places[0], definition)}” if the term is meant.",
                confidence="likely",
                related=(definition.at,),
            )


def _is_in_title(at: Words, instrument: Instrument) -> bool:
    """Tell whether words stand in a line of the title, which may read as a paragraph above all clauses."""
    passage, place = at.passage, instrument.place_of[at.passage]
    first = place.order < _OPENING and place.role == "text" and place.clause is None
    ended = passage.words.rstrip().endswith((".", ";", ":", ","))
    return first and not (passage.number or passage.division or ended)


def _is_spoken_of(at: Words, definition: Definition) -> bool:
    """Tell whether words are spoken of as the thing that a term means, or as any of those it is for."""
    if not _is_anybody(definition.term):
        before = at.shortly_before(8)
        any_ = " " in at.text and _ANY.search(before) is not None
        return any_ or _SPOKEN_OF.search(before) is not None or _are_days(at)
    several = " " in at.text and at.text.endswith("s")
    return (_OF_SEVERAL if several else _ANY_ONE).search(at.shortly_before(8)) is not None


def _is_a_slip(places: Sequence[Words], definition: Definition, uses: int, times: int) -> bool:
    """Tell whether small letters are a slip: they stand once, after "the", and the term often.

    What many speak of in small letters too, such as a financial year, is none. ``times`` is how often the
    words have small letters, after "the" or not.
    """
    if _AS_ONE.search(places[0].shortly_before(6)):
        return False
    anybody = _is_anybody(places[0].text)
    return (
        len(places) <= (_ONCE_OR_TWICE if _are_days(places[0]) else _ONCE)
        and (uses >= _OFTEN or (" " in places[0].text and (anybody or _is_distinct(places[0]))))
        and (anybody or _is_the_one(places[0], definition, uses, times))
        and places[0].text.lower() not in _COMMON
        and (_are_days(places[0]) or _is_ours(places[0]))
        and not _are_those_of_the_law(places[0])
    )


def _is_any_of_them(at: Words, definition: Definition, instrument: Instrument) -> bool:
    """Tell whether a clause speaks of any of the things for which a term of several words stands everywhere
    else: "an overspend on an individual scheme"."""
    uses = len(instrument.uses_of.get(definition, ()))
    place = instrument.place_of[at.passage]
    enough = _OFTEN if definition.term in AMOUNTS else _VERY_OFTEN
    return (
        (" " in definition.term or definition.term in AMOUNTS)
        and uses >= enough
        and place.role == "text"
        and (place.clause is not None or place.division is not None)
        and place.definition is None
        and at.text.lower() not in (_COMMON | _OF_LAW)
        and not _FIRST_MADE.search(at.shortly_before(_NEAR))
        and _IT_IS_THE_NOUN.match(at.shortly_after(_NEAR)) is not None
        and not _AS_ONE.search(at.shortly_before(6))
        and _is_ours(at)
    )


def _is_ours(at: Words) -> bool:
    """Tell whether words do not speak of what the law or others call so."""
    return at.after.startswith(_OF_THE_PARTIES) or not at.after.startswith(_IN_LAW)


def _is_the_one(at: Words, definition: Definition, uses: int, times: int) -> bool:
    """Tell whether words in small letters speak of the one thing that a term means: it is a distinct one, or
    they have capitals everywhere else."""
    if _is_distinct(at):
        return True
    if _are_days(at):
        seldom = times <= _ONCE or (times <= _ONCE_OR_TWICE and uses > _VERY_OFTEN)
        return seldom and uses >= _OFTEN and not _OF_OTHERS.match(at.shortly_after(_NEAR))
    same = len(at.text) == len(definition.term)
    if not same and not _STANDS_ALONE.match(at.shortly_after(_NEAR)):
        return False
    telling = " " in at.text or definition.term in AMOUNTS
    often = uses >= (_OFTEN if telling and same else _VERY_OFTEN) and (same or " " in at.text)
    only = times == 1 and often and not _OF_OTHERS.match(at.shortly_after(_NEAR))
    one = _THE_OR_ITS if " " in at.text and uses >= _VERY_OFTEN else _THE_ONE
    return only and one.search(at.shortly_before(8)) is not None


def _is_distinct(at: Words) -> bool:
    """Tell whether words speak of the one thing of its kind in an agreement: "the commencement date"."""
    return at.text.rpartition(" ")[2].lower() in _DISTINCT and at.shortly_before(4).lower().endswith("the ")


def _are_days(at: Words) -> bool:
    """Tell whether words are a number of days: "within five working days"."""
    return at.text.endswith(" days") and _COUNTED.search(at.shortly_before(8)) is not None


def _are_those_of_the_law(at: Words) -> bool:
    """Tell whether words are the twenty working days within which a request for information is answered, or
    a child in care has a first health assessment."""
    twenty = _are_days(at) and _TWENTY.search(at.shortly_before(8)) is not None
    return twenty and _BY_LAW.search(at.passage.text) is not None


def _is_anybody(term: str) -> bool:
    """Tell whether a term is for anybody of a kind, such as "Service User" or "Voting Member"."""
    last = term.rpartition(" ")[2].capitalize().removesuffix("s")
    return last in PERSONS or (" " in term and last in _OF_A_BODY)


def _right(at: Words, definition: Definition) -> str:
    """Return the term in the number in which it stands."""
    same = len(at.text) == len(definition.term)
    return definition.term if same else other_number(definition.term)


RULE = Rule(
    id="CK-TERM-CAPITALS",
    level="warning",
    title="A defined term with other capitals than those it is defined with",
    why="“Pooled fund” may be the Pooled Fund or any fund that is pooled. Where an agreement defines a"
    " term, the reader takes other capitals for another meaning.",
    fails="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

**Pooled Fund** means the money that the Partners keep together.

2. Funds

2.1 The Partners shall keep the ⟦Pooled fund⟧ apart from other money, and account for the Pooled
Fund each year.

3. Access

3.1 A “User” is a person to whom a Partner gives a password. Each User changes it every month.

3.2 If a ⟦user⟧ loses a password, no other User may lend one.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

**Pooled Fund** means a pooled fund that the Partners keep.

2. Funds

2.1 The Partners shall keep the Pooled Fund apart from other money, and account for all Pooled Funds
each year.
""",
    check=_check,
)
