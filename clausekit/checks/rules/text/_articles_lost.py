"""Phrases and nouns that have lost their article: "in event of", "at request of", "may charge fee"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern


class _Lost(NamedTuple):
    """A phrase without its article: how it is found, letters that stand in it, and how it is written."""

    wrong: re.Pattern[str]
    signs: tuple[str, ...]
    right: str


_AT_THE = "end|beginning|start|close|expiry|request|discretion|expense|head|foot|option"
_IN_THE = "event|absence|opinion|manner|form|course|name|case"
_KEPT = (
    "officer|manager|member|deputy|mediator|auditor|report|plan|register|fee|charge|meeting|agreement"
    "|contract|statement|certificate|invoice|summary|copy|list|survey|programme|committee|panel|team"
    "|representative|substitute|replacement|expert|clerk|secretary|coordinator|co-ordinator|director"
)
_VERBS = (
    "appoint|nominate|charge|levy|prepare|produce|draft|write|submit|send|keep|maintain|hold|convene|adopt"
    "|establish|set up|make|issue|publish|sign|develop|employ|engage|receive|elect|choose"
)
_ADJECTIVES = (
    "separate|new|written|annual|quarterly|monthly|joint|single|draft|final|full|detailed|further|formal"
    "|revised|independent|suitable|named|senior|qualified"
)
_GOES_ON = r"(?= (?:to|for|of|in|by|with|on|from|within|at|before|after|which|who|that|each|every)\b|[.,;])"
_LOST = (
    _Lost(
        pattern(
            rf"\b(?P<before>[Aa]t) (?P<after>(?:{_AT_THE}) of)(?= (?:the|each|every|any|this|that|its|an?)\b)"
        ),
        tuple(f"at {one} of" for one in _AT_THE.split("|")),
        "the",
    ),
    _Lost(
        pattern(
            r"\b(?P<before>[Ii]n) (?P<after>event (?:of|that)|absence of|opinion of|manner (?:set"
            r"|described|provided"
            r"|required|laid)|form (?:set|of the|required|agreed)|name of the)\b"
        ),
        ("in event", "in absence", "in opinion", "in manner", "in form", "in name"),
        "the",
    ),
    _Lost(
        pattern(r"\b(?P<before>[Bb]y) (?P<after>end of)(?= (?:the|each|every|that|this)\b)"),
        ("by end of",),
        "the",
    ),
    _Lost(
        pattern(
            r"\b(?P<before>for|[Ww]ithin|over|after|[Ff]or) (?P<after>(?:(?:further|initial|fixed|minimum"
            r"|maximum"
            r"|total|additional) )?period of)(?= (?:\d|[a-z]+(?:-[a-z]+)? \(?\d|(?:one|two|three|four|five"
            r"|six|seven"
            r"|eight|nine|ten|twelve|eighteen|not|up to|at least)\b))"
        ),
        ("period of",),
        "a",
    ),
    _Lost(
        pattern(r"\b(?P<before>[Aa]s) (?P<after>(?:result|consequence) of)\b"),
        ("as result", "as conseq"),
        "a",
    ),
    _Lost(
        pattern(
            r"\b(?P<before>[Oo]n|[Ff]rom|[Aa]fter|[Bb]efore|[Uu]ntil|to) (?P<after>date (?:of|on which"
            r"|when|stated"
            r"|first))(?= (?:this|the|its|signature|which|receipt|that|it|above|termination|commencement)\b)"
        ),
        (" date of", " date on", " date when", "date stated", "date first", "on date", "from date"),
        "the",
    ),
    _Lost(
        pattern(r"\b(?P<before>[Tt]o) (?P<after>extent (?:that|of|permitted|necessary|required|set))\b"),
        ("to extent",),
        "the",
    ),
    _Lost(
        pattern(r"\b(?P<before>[Uu]nder) (?P<after>terms of)(?= (?:the|this|that|its|any)\b)"),
        ("under terms",),
        "the",
    ),
    _Lost(pattern(r"\b(?P<before>[Ww]ith) (?P<after>view to)\b"), ("with view",), "a"),
    _Lost(pattern(r"\b(?P<before>[Oo]n) (?P<after>basis (?:of|that))\b"), ("on basis",), "the"),
    _Lost(
        pattern(r"\b(?P<before>[Ff]or) (?P<after>(?:benefit|duration|avoidance|remainder) of)\b"),
        ("for benefit", "for duration", "for avoidance", "for remainder"),
        "the",
    ),
    _Lost(
        pattern(
            r"\b(?P<before>[Dd]uring|[Tt]hroughout) (?P<after>(?:term|course|period|currency|life) of)\b"
        ),
        ("during term", "during course", "during period", "during currency", "during life", "throughout "),
        "the",
    ),
    _Lost(pattern(r"\b(?P<before>[Bb]y) (?P<after>(?:simple )?majority of)\b"), ("majority of",), "a"),
    _Lost(
        pattern(
            r"\b(?P<before>[Oo]nce|[Tt]wice|(?:two|three|four|five|six|ten|twelve) times) (?P<after>year"
            r"|month|week|quarter)"
            r"(?=[.,;)]| (?:by|to|and|in|on|at|or|with)\b)"
        ),
        ("once ", "twice ", " times "),
        "a",
    ),
    _Lost(
        pattern(
            r"\b(?P<before>(?:[Ee]ach|[Oo]ne|[Aa]ny|[Nn]one|[Ee]ither|[Nn]either|[Mm]ost) of)"
            r" (?P<after>(?:Partners|Parties|Councils|Schedules|Schemes|members|partners|parties))\b"
        ),
        (" of partners", " of parties", " of councils", " of schedules", " of schemes", " of members"),
        "the",
    ),
    _Lost(
        pattern(
            rf"\b(?P<before>(?:shall|will|must|may)(?: not| also| each)? (?:{_VERBS}))"
            rf" (?P<after>(?:(?:{_ADJECTIVES}) )?(?:{_KEPT})|(?:{_ADJECTIVES}) (?:account|record|budget"
            rf"|fund))\b{_GOES_ON}"
        ),
        ("shall ", "will ", "must ", "may "),
        "a",
    ),
)


def articles_lost(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the phrases that have lost their article, with how to write them."""
    for one in _LOST:
        for words, match in instrument.search(one.wrong, "text", "note", signs=one.signs):
            after = match["after"]
            article = "an" if one.right == "a" and after[0] in "aeio" else one.right
            yield words, f"{match['before']} {article} {after}"
