"""Words that only the agreement itself can give a meaning.

They are the post of a thing that it defines, who is appointed where a definition says so, a party by another
word, what a deed makes of the term that it defines.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._shared.counting import quoted
from clausekit.checks.rules._shared.terms import listed, stem, stems
from clausekit.checks.rules.terms._borrowed import is_borrowed, varies
from clausekit.checks.rules.terms._explained import is_named_aside, is_told_of
from clausekit.checks.rules.terms._leans import is_called_so
from clausekit.checks.rules.terms._lists import has_doubtful_list
from clausekit.patterns import pattern

_POSTS = frozenset((
    "sponsor", "manager", "lead", "director", "coordinator", "administrator", "owner", "champion", "officer",
    "convenor", "supervisor", "accountant", "representative", "clerk", "secretary", "steward",
))  # fmt: skip
_EMPLOYS = pattern(r"\b(?:employs?|recruits?|funds?|pays?(?: for)?|seconds?|appoints?|provides?) [Tt]he $")
"""What stands before a post that a body has or makes, as against one that the agreement gives work to."""
_SAYS_WHO = pattern(
    r",? (?:who\b|being\b|namely|an? |is an? |is the |\(|employed|appointed|named|described|set out)"
)
_THE = pattern(r"\b[Tt]he $")
_APPOINTS = pattern(
    r"\b(?:appoint|nominate|designate|employ|name|second|establish|set up)s?"
    r"(?: [\w’]+){0,3}? (?:an?|the|its|one) $"
)
_APPOINTED = pattern(
    r"\b(?:appointed|nominated|designated|employed|named|seconded|established|set up)\b[^.;]{0,60}"
    r"\b(?:under|in|by|in accordance with|pursuant to) (?:(?:clause|paragraph|section) )?"
    r"(?P<number>[A-Z]?\d[\d.]*)"
)
_ANY_PARTY = pattern(r"\b(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Nn]o|[Aa]nother|[Tt]he other) $")
_DOES = pattern(r" (?:may|shall|will|must)\b")
_BODIES = frozenset(("authority", "body", "organisation", "commissioner", "member"))
_PUBLIC = frozenset((
    "local", "public", "health", "supervisory", "contracting", "competent", "statutory", "regulatory", "fire",
    "national", "combined", "police", "housing", "education", "planning", "unitary", "principal", "relevant",
    "nhs", "judicial", "billing", "precepting", "voting", "board", "committee", "third", "lead", "co-opted",
))  # fmt: skip
"""What many bodies are that are no party."""
_OF_ORDER = pattern(
    r"(?:First|Second|Third|Fourth|Earlier|Previous) (?:Deed|Variation|Amendment)(?: of Variation)?"
)
_CALLS_ALL = pattern(r"\b(?:[Tt]he|[Ee]ach|[Bb]oth|[Aa]|[Aa]ny) (?:Partners?|Party|Parties)\b(?![ ][A-Z])")
_OFTEN = 5
_PAIR = 2
_ROOT = 5
_OF_ITS_TERM = frozenset(("period", "term", "date", "day", "extension", "time"))
"""What a deed that extends an agreement defines itself."""


def is_of_its_own_kind(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether words that nothing defines are of a kind that the instrument alone can define."""
    first = found[0]
    if first.likeness in ("acronym", "party") or any(map(is_called_so, found)):
        return False
    if instrument.once(varies):
        return _is_of_the_deed(found, instrument)
    if instrument.once(has_doubtful_list) or all(is_borrowed(one.at, instrument) for one in found):
        return False
    if any(_is_appointed(one, instrument) for one in found):
        return True
    if _is_post_of_a_term(first, instrument):
        return not any(_SAYS_WHO.match(one.at.shortly_after(30)) for one in found)
    return any(_is_any_party(one, instrument) for one in found) and not any(map(is_told_of, found))


def _is_appointed(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words are appointed where the definition of another term, which is not there, says so."""
    if not _APPOINTS.search(phrase.at.shortly_before(60)):
        return False
    passage = phrase.at.passage
    return any(
        (said := _APPOINTED.search(one.meaning.text)) is not None
        and said["number"].rstrip(".") == passage.number
        and one.term not in passage.text
        and stems(one.term)[-1] == stems(phrase.at.text)[-1]
        for one in listed(instrument)
    )


def _is_post_of_a_term(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words name the post of what a list of definitions has: "the Scheme Sponsor"."""
    thing, _, post = phrase.at.text.rpartition(" ")
    if stem(post) not in _POSTS or not _THE.search(phrase.at.shortly_before(5)):
        return False
    if _EMPLOYS.search(phrase.at.shortly_before(30)):
        return False
    return thing in instrument.once(_listed_things) and not is_named_aside(phrase, instrument)


def _listed_things(instrument: Instrument) -> Set[str]:
    parties = {one.term for party in instrument.parties.each for one in party.short}
    return {one.term for one in listed(instrument)} - parties


def _is_any_party(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words speak of any one of the parties by another word than that which they are called:
    "a Commissioning Authority may"."""
    words, kind = stems(phrase.at.text), phrase.at.text.partition(" ")[0].lower()
    if len(words) != _PAIR or words[-1] not in _BODIES or kind in _PUBLIC:
        return False
    return (
        instrument.once(_has_a_word_for_all)
        and _ANY_PARTY.search(phrase.at.shortly_before(12)) is not None
        and _DOES.match(phrase.at.shortly_after(8)) is not None
    )


def _has_a_word_for_all(instrument: Instrument) -> bool:
    """Tell whether a text calls each of those who make it a Partner or a Party."""
    calls = instrument.search(_CALLS_ALL, "text", signs=("part",))
    return len(list(islice(calls, _OFTEN))) == _OFTEN


def _is_of_the_deed(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether words in a deed of variation, and in no text that it puts in, name an earlier deed, or are
    a term of the deed in other words: "the Extension Period" beside "Extended Term"."""
    if any(
        one.at.passage in instrument.once(quoted) or not _THE.search(one.at.shortly_before(5))
        for one in found
    ):
        return False
    words = found[0].at.text
    if _OF_ORDER.fullmatch(words):
        return True
    own = {one.term for one in instrument.definitions if one.kind != "party"}
    roots = {term[:_ROOT] for term in own if stems(term)[-1] in _OF_ITS_TERM}
    return stems(words)[-1] in _OF_ITS_TERM and words[:_ROOT] in roots and words.partition(" ")[0] not in own
