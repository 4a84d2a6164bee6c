"""Words that are a defined term but for one of its words: "the First Lender" beside "First Mortgagee"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._shared.term_words import BOARDS
from clausekit.checks.rules._shared.terms import stems, words_of
from clausekit.checks.rules.terms._explained import is_named_aside, is_ordinary, is_told_of
from clausekit.checks.rules.terms._leans import is_called_so
from clausekit.checks.rules.terms._national import is_national
from clausekit.patterns import pattern
from clausekit.recognition.names import BEGINNERS

_Frame: TypeAlias = tuple[int, tuple[str, ...]]
"""A place among the words of a term, and the stems of all others."""
_FEW = 2
_LONGEST = 6
_GOES_ON = pattern(r"[ \u00a0][A-Z]")
"""A term follows at once, so that the two may be one name: "Dale Community", "Nursing Team"."""
_PARTIES = ("party", "partner")
_LETTERS = frozenset(("IP", "IPR", "IPRs", "IT", "ICT"))
_SHORTEST = 4
"""Shorter letters that two terms share tell little: "IG Lead", "IG Toolkit"."""


def is_sibling(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether ordinary words stand once or twice that have all words of a defined term but one.

    Whoever writes them where a term is defined takes them for one, too.
    """
    first = found[0]
    if len(found) > _FEW or first.likeness in ("acronym", "party", "body", "heading"):
        return False
    if any(_GOES_ON.match(one.at.shortly_after(2)) for one in found):
        return False
    of_a_party = stems(first.at.text)[-1] in _PARTIES
    return (
        any(
            _tells_apart(one, instrument, of_a_party=of_a_party)
            for one in _words_of_its_own(first.at.text, instrument)
        )
        and not is_national(first.at.text)
        and not (_has_a_name_rather(first) and any(map(is_told_of, found)))
        and not any(map(is_called_so, found))
        and (of_a_party or not any(is_named_aside(one, instrument) for one in found))
    )


def _tells_apart(word: str, instrument: Instrument, *, of_a_party: bool) -> bool:
    """Tell whether a word may make another term: an ordinary one that is no article, and no activity unless
    it says what a party does: "the Receiving Party"."""
    if word in BEGINNERS:
        return False
    return word in _LETTERS or (is_ordinary(word, instrument) and (of_a_party or not word.endswith("ing")))


def _has_a_name_rather(phrase: Capitals) -> bool:
    """Tell whether words may name people or a paper, of which a sentence tells whose they are."""
    return phrase.likeness == "document" or stems(phrase.at.text)[-1] in BOARDS


def _words_of_its_own(words: str, instrument: Instrument) -> Iterator[str]:
    """Yield the words by which some words differ from a term that has as many, and all others in common."""
    frames = instrument.once(_frames)
    several = stems(words)
    if 1 < len(several) <= _LONGEST:
        for at, word in enumerate(words_of(words)):
            rest = "".join(several[:at] + several[at + 1 :])
            others = frames.get((at, several[:at] + several[at + 1 :]), frozenset())
            if others - {several[at]} and len(rest) >= _SHORTEST:
                yield word


def _frames(instrument: Instrument) -> Mapping[_Frame, Set[str]]:
    """Return for each term without one of its words what that is."""
    frames: dict[_Frame, set[str]] = defaultdict(set)
    for definition in instrument.definitions:
        several = stems(definition.term)
        if definition.kind != "abbreviation" and 1 < len(several) <= _LONGEST:
            for at, word in enumerate(several):
                frames[at, several[:at] + several[at + 1 :]].add(word)
    return frames
