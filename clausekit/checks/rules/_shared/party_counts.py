"""How many parties a text says there are, "all three Partners", "both CCGs", against those it is made by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import called, collectives, named_parties, names, plural
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NUMBERS = r"two|three|four|five|six|seven|eight|nine|ten|[2-9]"
_KINDS = {
    "CCG": ("CCG", "Clinical Commissioning Group"),
    "ICB": ("ICB", "Integrated Care Board"),
    "PCT": ("PCT", "Primary Care Trust"),
    "Trust": ("Trust",),
    "Council": ("Council",),
    "Hospice": ("Hospice",),
}
"""Words for parties of one kind, and how the name or short name of one of them ends."""
_ONLY_SOME = pattern(
    r" (?:who|which|that|whose|other than|named|listed|mentioned|concerned|affected|in (?:dispute|question)"
    r"|with|from|for|whom|to which|represented|present)\b"
)
"""What follows a number of some of the parties."""
_OLDER = pattern(
    r"\b(?:former(?:ly)?|then|previous(?:ly)?|predecessor|original(?:ly)?|at least|at most|more than|other"
    r"|remaining|first|last|any|such|those|these|between)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_SO_MANY = pattern(
    rf"\W*(?:means? )?(?:all |both )?(?:of )?the (?P<number>{_NUMBERS}) "
    r"(?:Part(?:ies|ners)|Signatories|Organisations|Councils|Trusts)\b"
)
"""How a term is explained that means so many of the parties."""
_FEWEST = 3


class Miscounted(NamedTuple):
    """A number that is said of parties, and how many there are; ``pair`` if a word for two says it."""

    stated: Words
    number: int
    pair: bool = False


def miscounted_parties(instrument: Instrument) -> tuple[Miscounted, ...]:
    """Return the numbers of parties that are not those that there are, where all parties are named."""
    return instrument.once(_miscounted)


def _miscounted(instrument: Instrument) -> tuple[Miscounted, ...]:
    by_names = _against_the_names(instrument)
    told = {one.stated for one in by_names}
    return (*by_names, *(one for one in _others_than_all(instrument) if one.stated not in told))


def _against_the_names(instrument: Instrument) -> tuple[Miscounted, ...]:
    count = len(named_parties(instrument))
    if count < _FEWEST - 1 or not _all_read(instrument):
        of_terms = _of_terms(instrument)
        return tuple(_in_numbers(of_terms, instrument)) if of_terms else ()
    numbers = {plural(word): _number_of(plural(word), count, instrument) for word in collectives(instrument)}
    kinds = {plural(kind): _of_kind(ends, instrument) for kind, ends in _KINDS.items()}
    numbers = {word: number for word, number in numbers.items() if word not in kinds}
    numbers |= {word: number for word, number in kinds.items() if number > 1}
    numbers |= {"us": count} | _of_terms(instrument)
    return (*_in_numbers(numbers, instrument), *_in_pairs(kinds, instrument))


def _of_terms(instrument: Instrument) -> dict[str, int]:
    """Return the terms that mean a number of the parties, with that: "“Controllers”: the four Parties"."""
    found: dict[str, int] = {}
    for one in instrument.definitions:
        told = _SO_MANY.match(one.meaning.text) if one.term.endswith("s") else None
        if told and instrument.place_of[one.at.passage].role in ("text", "cell"):
            found[one.term] = int(count_of(told["number"]) or 0)
    return {term: number for term, number in found.items() if number}


def _all_read(instrument: Instrument) -> bool:
    """Tell whether the parties are numbered one after the other, so that none of them was overlooked."""
    labels = [party.name.passage.label.strip("().") for party in instrument.parties.each]
    return _are_rows(instrument) or labels in (
        [str(number) for number in range(1, len(labels) + 1)],
        [chr(ord("a") + at) for at in range(len(labels))],
    )


def _are_rows(instrument: Instrument) -> bool:
    """Tell whether each row of a table but its header names one of the parties."""
    places = [instrument.place_of[party.name.passage] for party in instrument.parties.each]
    tables = {place.table for place in places}
    if len(tables) != 1 or places[0].table is None:
        return False
    rows = {place.row for place in instrument.places if place.table is places[0].table and place.row}
    return rows == {place.row for place in places}


def _in_numbers(numbers: dict[str, int], instrument: Instrument) -> Iterator[Miscounted]:
    """Yield the numbers that are said of all: more than there are, or fewer where all are meant."""
    words = "|".join(map(re.escape, numbers))
    signs = tuple(f" {word.lower()}" for word in numbers)
    said = re.compile(
        rf"\b(?P<all>[Aa]ll(?: of)?(?: the)?|[Ee]ach of(?: the)?|[Ee]very one of the)? ?(?P<the>\b[Tt]he )?"
        rf"\b(?P<number>{_NUMBERS}) (?P<other>other )?(?:of (?P<we>us)|(?:of the )?(?P<word>{words}))\b"
        r"(?![’'-]?\w| [A-Z])"
    )
    for words_said, match in instrument.search(said, "text", "cell", "note", signs=signs):
        if not (match["all"] or match["the"]) or _ONLY_SOME.match(words_said.shortly_after(30)):
            continue
        if _OLDER.search(words_said.shortly_before(40)) and not match["all"]:
            continue
        number = numbers[match["we"] or match["word"]] - bool(match["other"])
        stated = int(count_of(match["number"]) or 0)
        of_all = match["all"] or (stated >= _FEWEST and not match["other"])
        if stated > number or (of_all and stated != number):
            yield Miscounted(words_said.part(*match.span("number")), number)


def _in_pairs(kinds: dict[str, int], instrument: Instrument) -> Iterator[Miscounted]:
    """Yield "both CCGs", where more of that kind are parties."""
    many = [word for word, number in kinds.items() if number >= _FEWEST]
    if not many:
        return
    both = re.compile(rf"\b[Bb]oth (?:of )?(?:the )?(?P<word>{'|'.join(many)})\b(?![’'-]?\w| [A-Z])")
    for words, match in instrument.search(both, "text", "cell", "note", signs=("both",)):
        if not _ONLY_SOME.match(words.shortly_after(30)):
            yield Miscounted(words, kinds[match["word"]], pair=True)


def _others_than_all(instrument: Instrument) -> Iterator[Miscounted]:
    """Yield the numbers of "the other four Partners" where the text says that all of them are four."""
    several = tuple(map(plural, collectives(instrument)))
    words = "|".join(map(re.escape, several))
    signs = ("all ", " of us", *(f" {word.lower()}" for word in several))
    of_all = re.compile(
        rf"\b(?:(?:[Aa]ll(?: of)?(?: the)?|[Tt]he|[Bb]etween) (?P<number>{_NUMBERS}) (?:of us|{words})\b"
        rf"|[Aa]ll (?!\d)(?P<alone>{_NUMBERS})\b(?=[.,;]| over\b))"
    )
    told = Counter(
        count_of(match["number"] or match["alone"])
        for said, match in instrument.search(of_all, "text", "cell", signs=signs)
        if not _ONLY_SOME.match(said.shortly_after(30))
    )
    if len(told) != 1:
        return
    count = int(next(iter(told)) or 0)
    others = re.compile(
        rf"\b[Tt]he (?:other (?P<number>{_NUMBERS})|(?P<before>{_NUMBERS}) other) (?:{words}|of us)\b"
    )
    for said, match in instrument.search(others, "text", "cell", signs=("other",)):
        group = "number" if match["number"] else "before"
        if int(count_of(match[group]) or 0) >= count:
            yield Miscounted(said.part(*match.span(group)), count - 1)


def _number_of(word: str, count: int, instrument: Instrument) -> int:
    """Return how many parties a word means: those whom its definition names, or all."""
    for one in instrument.definitions:
        if one.term == word and one.kind in ("entry", "table"):
            meant = " ".join(passage.text for passage in one.passages)
            return len(set(names(meant, instrument.parties.each))) or count
    return count


def _of_kind(ends: tuple[str, ...], instrument: Instrument) -> int:
    """Return how many of the parties are of a kind, by the end of one of their names."""
    endings = tuple(end.casefold() for end in ends)
    return sum(
        any(name.casefold().rstrip(" .").endswith(endings) for name in called(party))
        for party in instrument.parties.each
    )
