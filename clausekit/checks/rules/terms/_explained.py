"""What says who or what is meant by words in capitals, where no definition does."""

from __future__ import annotations

import re

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.places import Role
from clausekit.checks.rules._shared.misspelt import words as field_words
from clausekit.checks.rules._shared.term_words import ORDINARY
from clausekit.checks.rules._shared.terms import stem, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_NEAR = 80
_ARTICLE = 7
_ITS = pattern(r"\b[Ii]ts $")
_ANY_ONE = pattern(r"\b(?:an?|any|each|every|no) $", re.IGNORECASE)

_WHO = r",? (?:(?:which|that|who|whom|where) )?"
_IS = (
    r"(?:(?:is|are|was|were|has been|have been|shall be|will be|being) )?(?:(?:already|first|newly|to be) )?"
)
_MADE = (
    r"(?:set up|established|constituted|created|convened|formed|appointed|described|referred to|mentioned"
    r"|named|listed|set out|provided for|required (?:by|under)|published|issued|run|known|called|made up"
    r"|composed|comprising|consisting|chaired|hosted|employed|based)\b"
)
_MEMBERS = r"ha(?:s|ve) (?:[\w-]+ ){0,3}(?:members?|seats?|representatives?|people)\b"
_EXPLAINS = pattern(
    rf"{_WHO}{_IS}{_MADE}|{_WHO}(?:shall |will )?(?:{_MEMBERS}|consists?\b|comprises?\b|includes?\b|means?\b)"
    r"|,? of (?!each\b|every\b|any\b|a\b|the (?:year|month|day|quarter|other)\b)"
    rf"|,? (?:for|at|in|within) (?=(?:the |its |their )?[A-Z])(?!(?:{'|'.join(MONTHS)})\b)"
    r"|,? \(|, (?:an?|being|namely|that is|i\.e\.|the) "
    r"|,? (?:is|are) (?:an?|the|made (?:up )?of|each|chaired)\b"
    r"|,? (?:between|among|dated|as of|effective|entered|signed)\b"
    r"|,? (?:which|that) (?:the|all the) [A-Z]\w+(?: [A-Z]\w+)? (?:made|entered into|signed|agreed)\b"
    r"|,? (?:as|within the meaning) (?:defined|given|described|set out|in)\b| as defined\b"
    r"|[^.;]{0,40} (?:is|are) (?:named|listed|set out|shown|identified|given) in\b"
)
"""What comes after a name and says whose it is, or of whom it is made up."""
_ENUMERATED = pattern(
    r"\b(?:are|is|includes?|comprises?)(?:[ ](?:two|three|four|\d))?[:,]?[ ]the[ ]"
    r"(?:[A-Z][^.;:()]{1,140}(?:,|,? and)[ ]the[ ])?$"
)
"""What stands before the names of those of whom a sentence tells that they are there."""
_TELLS_OF = pattern(
    r",? (?:(?:on|of|in|to|by|at|for|from) )?(?:which|whom|that) (?:the|each|every|both|all|they|we)\b"
    r"| advises\b"
    r"|,? (?:which|that|who) (?!(?:shall|will|must|may|can|is|are|has|have|was|were|decides?|determines?"
    r"|meets?|sits?|approves?|considers?|reviews?|reports?|advises?|oversees?|recommends?|monitors?)\b)"
)
"""What comes after the name of people or of a group, and tells of them, though it does not bind them."""

_MAKES = pattern(
    r"\b(?:set ?up|sets up|enter\w* into|establish\w*|create\w*|constitut\w+|convene\w*|form\w*|appoint\w*"
    r"|employ\w*"
    r"|there (?:is|will be|shall be)|be (?:called|known as)|called)[ ](?:an?|the|one) $|\bmeans the $"
    r"|\b(?:the|these|those|[Tt]he (?:first|last|other)(?: \w+)?|they) are:? (?:an?|the) $"
    r"|\b(?:known|referred to)\b[^.;]{0,20} as the $",
    re.IGNORECASE,
)
_ABSTRACT = pattern(r"[a-z]{3}(?:[ts]ion|ment|ity|ance|ence|ship|ness|ative|isation|ability)$")
_SMALL = pattern(r"(?<![\w’'@./-])[a-z]{3,}(?![\w’'@/-]|\.\w)")
"""A word in small letters, not a part of an address on the internet."""


_ADDRESS = pattern(r"[,:]? ?[(\[<]?(?:https?://|www\.)")


def has_an_address(phrase: Capitals) -> bool:
    """Tell whether the address on the internet follows at which what a name names is found."""
    return _ADDRESS.match(phrase.at.shortly_after(_NEAR)) is not None


def is_explained(phrase: Capitals) -> bool:
    """Tell whether the words beside a name say whose it is or how it is made up: "the Board of the Trust"."""
    after, before = phrase.at.shortly_after(_NEAR), phrase.at.shortly_before(_NEAR)
    return _EXPLAINS.match(after) is not None or _MAKES.search(before) is not None


def is_told_of(phrase: Capitals) -> bool:
    """Tell whether a sentence tells of those whom a name names, "the Team, which stays with the Council".

    So does "Its Finance Group"; "An Officer who refuses" tells of none: it says for which of them a rule is.
    """
    after = phrase.at.shortly_after(_NEAR)
    told = _TELLS_OF.match(after)
    before = phrase.at.shortly_before(_ARTICLE)
    of_any = after[:1] != "," and _ANY_ONE.search(before)
    return (
        is_explained(phrase)
        or _ITS.search(before) is not None
        or (told is not None and not of_any)
        or _ENUMERATED.search(phrase.at.shortly_before(2 * _NEAR)) is not None
    )


def is_named_aside(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether headings, tables, notes or lines to be signed name the same: there it is explained."""
    return phrase.at.text.lower() in instrument.once(aside)


def is_named_in_table(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether a table, a note or a line to be signed names the same; headings are passed over."""
    return phrase.at.text.lower() in instrument.once(beside_the_text)


def aside(instrument: Instrument) -> str:
    """Return what headings, tables, notes, covers and lines to be signed say, in small letters; what a table
    of definitions says explains only what it defines."""
    return f"{instrument.once(beside_the_text)}\n{_said(instrument, 'heading')}"


def beside_the_text(instrument: Instrument) -> str:
    """Return what tables, notes, covers and lines to be signed say, in small letters."""
    return _said(instrument, "cell", "note", "signature", "cover")


def _said(instrument: Instrument, *roles: Role) -> str:
    meanings = {one.meaning.passage for one in instrument.definitions if one.kind == "table"}
    return "\n".join(
        " ".join(place.passage.words.lower().split())
        for place in instrument.places
        if place.role in roles and place.passage not in meanings
    )


def in_small_letters(instrument: Instrument) -> frozenset[str]:
    """Return the words that stand in small letters anywhere, by their stems: they are no names."""
    text = "\n".join(place.passage.text for place in instrument.places)
    return frozenset(map(stem, set(_SMALL.findall(text))))


def are_ordinary(words: Words, instrument: Instrument) -> bool:
    """Tell whether all words of a phrase are of the language, and none the name of a place or a person."""
    return all(word.islower() or is_ordinary(word, instrument) for word in words_of(words.text))


def is_ordinary(word: str, instrument: Instrument) -> bool:
    """Tell whether a word is of the language: it stands in small letters, is known, or its ending says so."""
    small = instrument.once(in_small_letters)
    plain = stem(word)
    known = plain in ORDINARY or plain in small or plain in field_words() or word.lower() in field_words()
    return known or word.isdigit() or _ABSTRACT.search(plain) is not None
