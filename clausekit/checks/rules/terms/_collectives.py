"""What the parties are called together, where an instrument that defines "Partners" falls into "Parties"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.terms._borrowed import varies
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_WORDS = frozenset(("partner", "party"))
_OTHER_WORD = pattern(
    r"\b(?:[Tt]he|[Ee]ach|[Aa]ll|[Bb]oth|[Ee]ither|[Aa]ny|[Nn]o|[Ee]very|[Nn]either|[Oo]ne) (?:of the )?"
    r"(?P<word>Part(?:y|ies|ners?))\b(?!(?:[’']s?)? [A-Z])"
)
_BEGINS = pattern(r"\s*THIS (?:AGREEMENT|DEED|MEMORANDUM) is (?:made|dated)\b")
"""How an instrument begins, which may be the second of its file."""
_OFTEN = 8
_SELDOM = 3
_FAR_MORE = 6


def other_collectives(instrument: Instrument) -> Iterator[tuple[Words, Definition]]:
    """Yield where a division first has another word for the parties than the one defined, with that.

    The word that is defined stands far more often, and the other is no term. Of two instruments in one file,
    each has its own word.
    """
    known = _known(instrument)
    places = _places(instrument)
    if varies(instrument):
        return
    for begin, end in pairwise((0, *_beginnings(instrument), len(instrument.places))):
        own = {word: one for word, one in known.items() if begin <= _order(one.at, instrument) < end}
        if len(own) != 1:
            continue
        [(word, definition)] = own.items()
        [other] = _WORDS - {word}
        usual, strange = (
            [at for at in places[each] if begin <= _order(at, instrument) < end] for each in (word, other)
        )
        if len(usual) >= max(_OFTEN, _FAR_MORE * len(strange)) and len(strange) <= _SELDOM:
            first = {(at.passage.division, at.text): at for at in reversed(strange)}
            yield from ((at, definition) for at in first.values())


def _known(instrument: Instrument) -> Mapping[str, Definition]:
    """Return the definitions of the words for all parties, by the word in the singular."""
    found: dict[str, Definition] = {}
    for one in instrument.definitions:
        for words in (one.term, *one.variants):
            if stem(words) in _WORDS:
                found.setdefault(stem(words), one)
    return found


def _places(instrument: Instrument) -> Mapping[str, Sequence[Words]]:
    """Return where running text has the words for all parties, by the word in the singular."""
    found: dict[str, list[Words]] = defaultdict(list)
    for words, match in instrument.search(_OTHER_WORD, "text", signs=("part",)):
        if words.before.count("“") > words.before.count("”") or words.before.count('"') % 2:
            continue  # quoted from another agreement
        at = words.part(words.start + match.start("word") - match.start(), words.end)
        found[stem(match["word"])].append(at)
    return found


def _beginnings(instrument: Instrument) -> Sequence[int]:
    """Return where instruments after the first one of the file begin."""
    begin = [place.order for place in instrument.places if _BEGINS.search(place.passage.words)]
    return begin[1:] if begin and begin[0] < len(instrument.places) // 10 else begin


def _order(words: Words, instrument: Instrument) -> int:
    return instrument.place_of[words.passage].order
