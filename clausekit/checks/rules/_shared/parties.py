"""What rules on parties share: who they are, what they are called, and who is named where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.parties import Party
from clausekit.checks.rules._shared.terms import stem
from clausekit.patterns import pattern
from clausekit.reading import Passage

_COLLECTIVE = (
    "Partner",
    "Party",
    "Signatory",
    "Organisation",
    "Member Organisation",
    "Participant",
    "Partner Organisation",
)
_PLACEHOLDER = pattern(r"[\[\]●_…]|\.{3}")
_SIGNS = pattern(r"\s*(?:signed|executed)\b.*\b(?:for|by|of)\s+[A-Z]", re.IGNORECASE)
_TOGETHER = pattern(r"\b(?:together|collectively|jointly)\b[^()]{0,40}$")
_WORD = pattern(r"[\w’']+")
_LITTLE = frozenset(("the", "and", "of", "for", "&", "nhs"))
_NEARLY_ALL = 0.7
_SEVERAL = 2
_NEAR, _FAR = 80, 200
_WHO_SIGN = pattern(
    r"\b(?:parties|organisations|bodies|signatories)\b[^.;]{0,60}\b(?:named|listed|below|above|sign|signed|signing)\b"
    r"[^.;]{0,60}$"
)
_ABBREVIATIONS = {
    "icb": ("integrated", "care", "board"),
    "ccg": ("clinical", "commissioning", "group"),
    "ft": ("foundation", "trust"),
    "mbc": ("metropolitan", "borough", "council"),
    "bc": ("borough", "council"),
    "cc": ("county", "council"),
    "ltd": ("limited",),
}


def named_parties(instrument: Instrument) -> tuple[Party, ...]:
    """Return the parties, none if one of them is still a blank: nobody can say then who is missing."""
    each = instrument.parties.each
    return () if any(_PLACEHOLDER.search(party.name.text) for party in each) else each


def number_of_parties(instrument: Instrument) -> int:
    """Return how many parties there are.

    Where no clause names them: how many are to sign, or have a short name in the sentence that gives them one
    together.
    """
    if instrument.parties_clause and instrument.parties.each:
        return max(len(instrument.parties.each), _in_table(instrument))
    to_sign = sum(
        place.role == "signature" and _SIGNS.match(place.passage.words) is not None
        for place in instrument.places
    )
    named = len(instrument.parties.each) or _named_together(instrument)
    return max(to_sign, named, _members(instrument), _in_table(instrument))


def _in_table(instrument: Instrument) -> int:
    """Return how many have their short name in the table that says who the parties are."""
    return sum(
        one.kind == "party" and instrument.place_of[one.at.passage].role == "cell"
        for one in instrument.definitions
    )


def _named_together(instrument: Instrument) -> int:
    """Return how many have a short name in the sentence that gives them one together."""
    sentences = {one.at.passage for one in _together_in_text(instrument)}
    named = sum(one.kind == "text" and one.at.passage in sentences for one in instrument.definitions)
    return named - len(sentences)


def _members(instrument: Instrument) -> int:
    """Return how many a list or table of definitions counts as the Partners."""
    most = 0
    for one in instrument.definitions:
        if one.kind in ("entry", "table") and one.term in (*_COLLECTIVE, *map(plural, _COLLECTIVE)):
            place = instrument.place_of[one.at.passage]
            meaning = {
                other.passage
                for other in instrument.places
                if other.passage in one.passages
                or (place.table and other.table is place.table and other.row == place.row)
            }
            most = max(
                most, len({use.definition for use in instrument.uses if use.at.passage in meaning} - {one})
            )
    return most


def collectives(instrument: Instrument) -> tuple[str, ...]:
    """Return the words for any one of the parties, in the singular: "Partner"."""
    own = (
        *(
            one
            for one in instrument.parties.together
            if one.term.endswith("s") and _is_of_all(one, instrument)
        ),
        *_together_in_text(instrument),
        *_of_all(instrument),
    )
    singular = [f"{one[:-3]}y" if one.endswith("ies") else one.removesuffix("s") for one in _terms(own)]
    return tuple(
        dict.fromkeys((*_COLLECTIVE, *(one for one in singular if not _is_of_some(one, instrument))))
    )


def _is_of_all(definition: Definition, instrument: Instrument) -> bool:
    """Tell whether what the parties clause calls some of them is not said of two of several: "The Council and
    the ICB are “the Funders”"."""
    sentence = definition.at.shortly_before(_FAR).rpartition(". ")[2]
    shorts = [short.term for party in instrument.parties.each for short in party.short[:1]]
    named = sum(_stands_in(short, sentence) for short in shorts)
    return named != _SEVERAL or len(instrument.parties.each) == _SEVERAL


def _terms(definitions: Iterable[Definition]) -> Iterator[str]:
    return (one.term for one in definitions)


def _of_all(instrument: Instrument) -> Iterator[Definition]:
    """Yield the terms that mean all parties: by their names, or as those who are named or sign."""
    shorts = [short for party in instrument.parties.each for short in party.short[:1]]
    for one in instrument.definitions:
        if one.term.endswith("s") and one.kind in ("entry", "table", "text"):
            meant = " ".join(passage.text for passage in _meaning(one, instrument))
            named = len(shorts) >= _SEVERAL and all(_stands_in(short.term, meant) for short in shorts)
            if named or (one.kind == "text" and _WHO_SIGN.search(one.at.shortly_before(_FAR))):
                yield one


def _meaning(definition: Definition, instrument: Instrument) -> Iterator[Passage]:
    """Yield the passages that say what a term means, those in the row of its table among them."""
    yield from definition.passages
    place = instrument.place_of[definition.at.passage]
    if place.table:
        for other in instrument.places:
            if other.table is place.table and other.row == place.row:
                yield other.passage


def _is_of_some(word: str, instrument: Instrument) -> bool:
    """Tell whether a word is for one or two of the parties: "ICB" where two are one, and a third is none."""
    last = word.rpartition(" ")[2].lower()
    spoken = sum(
        any(name.lower().endswith(last) for name in called(party)) for party in instrument.parties.each
    )
    return word.startswith(("NHS ", "Original ", "Existing ", "Continuing ")) or 0 < spoken <= _SEVERAL


def plural(word: str) -> str:
    """Return a word for a party in the plural.

    >>> plural("Party"), plural("Partner")
    ('Parties', 'Partners')
    """
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _together_in_text(instrument: Instrument) -> Iterator[Definition]:
    return (
        one
        for one in instrument.definitions
        if one.kind == "text" and _TOGETHER.search(one.at.shortly_before(_NEAR))
    )


def called(party: Party) -> tuple[str, ...]:
    """Return what a party is called: its full name and its short ones."""
    return (party.name.text, *(words for one in party.short for words in (one.term, *one.variants)))


def key_words(name: str) -> frozenset[str]:
    """Return the words that tell a name from another, abbreviations written out.

    >>> sorted(key_words("NHS Westmarch & Dale ICB"))
    ['board', 'care', 'dale', 'integrated', 'westmarch']
    """
    words = (word.lower() for word in _WORD.findall(name))
    return frozenset(
        each for word in words for each in _ABBREVIATIONS.get(word, (word,)) if each not in _LITTLE
    )


def names(text: str, parties: Sequence[Party]) -> Iterator[Party]:
    """Yield the parties that a text names: by a name of theirs, or else by nearly all words of it."""
    exactly = set(_named_exactly(text, parties))
    if exactly:
        yield from (party for party in parties if party in exactly)
        return
    shares = {party: _share(party, text) for party in parties}
    best = max(shares.values(), default=0.0)
    yield from (party for party, share in shares.items() if share > _NEARLY_ALL and share in (best, 1.0))


def _named_exactly(text: str, parties: Sequence[Party]) -> Iterator[Party]:
    """Yield the parties of which a name stands in a text, and not only as part of a longer one of another:
    Dale in "Dale and Moor Combined Authority"."""
    each = [(name, party) for party in parties for name in called(party)]
    for name, party in sorted(each, key=lambda one: len(one[0]), reverse=True):
        if _stands_in(name, text):
            yield party
            if " " in name:
                text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)


def _stands_in(name: str, text: str) -> bool:
    """Tell whether a name stands in a text; one of several words may be printed in capitals there."""
    if " " in name:
        name, text = name.lower(), text.lower()
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None


def _share(party: Party, text: str) -> float:
    """Return how many of the words of a party's name a text has, as a part of 1."""
    own = {stem(word) for word in key_words(party.name.text)}
    words = {stem(word) for word in key_words(text)}
    return len(own & words) / len(own) if own else 0.0


def named_in(passages: Iterable[Passage], parties: Sequence[Party]) -> set[Party]:
    """Return the parties that some passages name."""
    return {party for passage in passages for party in names(passage.text, parties)}


def only_missing(found: set[Party], parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties that are not among those found, if most are."""
    missing = tuple(party for party in parties if party not in found)
    return (
        missing
        if len(missing) < len(parties) - len(missing) or (len(parties) == 2 and len(missing) == 1)
        else ()
    )


def spoken_of(party: Party) -> str:
    """Return a party as a message names it."""
    return party.short[0].term if party.short and party.short[0].term.isupper() else party.name.text
