"""What is said to be set out in a schedule, though it is another schedule that has its name for a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.restated import restated
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of, plain_words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_LEADS = pattern(
    r",?\s+(?:(?:as|which|that)\s+)?(?:(?:is|are|being)\s+)?"
    r"(?:(?P<verb>set\s+out|attached|annexed|appended|contained|included|described|detailed|provided|given)"
    r"\s+(?:in|at|to|as|by)|in|at)\s+$"
)
_FOR_IT = pattern(
    r"\b(?!(?:details|descriptions?|lists?|copy|text|form|particulars|provisions|terms|summary)\b)\w+ "
    r"(?:for|of)(?: (?:each|the|an?|any|every|all|its|their|that|this))*$",
    re.IGNORECASE,
)
"""What stands before that for which something is: it is not what is set out."""
_KINDS = ("schedule", "annex", "appendix")
_STEM = 5
"""Words that begin with the same letters are taken to be the same."""
_FEWEST_WORDS = 2
_FARTHEST = 120


def misplaced(instrument: Instrument) -> Iterator[tuple[Reference, str, Passage]]:
    """Yield the references to a schedule, with the name of what is said to be there, and the heading of the
    schedule that has it."""
    titles: Mapping[tuple[str, ...], Passage] | None = None
    for reference in own_references(instrument):
        target = reference.target
        if reference.kind not in _KINDS or target is None or reference.title or reference.within:
            continue
        if titles is None:
            titles = _titles(instrument)
        for name in _names(reference, instrument):
            found = _titled(name, titles)
            if found is None or _schedule(found) == _schedule(target) or found in restated(instrument):
                continue
            if not _speaks_of(_schedule(target), plain_words(name), instrument):
                yield reference, name, found
                break


def _titles(instrument: Instrument) -> Mapping[tuple[str, ...], Passage]:
    """Return the headings of schedules and of their parts by the stems of their words, without those that two
    have."""
    found: dict[tuple[str, ...], list[Passage]] = {}
    for passage, title in headings_of(instrument).items():
        stems = _stems(title)
        if passage.heading == 1 and len(stems) >= _FEWEST_WORDS:
            found.setdefault(stems, []).append(passage)
    return {stems: passages[0] for stems, passages in found.items() if len(passages) == 1}


def _names(reference: Reference, instrument: Instrument) -> Iterator[str]:
    """Yield what a reference may say to be in a schedule: the words before it, the term that is defined."""
    before = reference.phrase.shortly_before(_FARTHEST)
    leads = _LEADS.search(before)
    if leads is None:
        return
    yield before[: leads.start()]
    passage = reference.at.passage
    if leads["verb"] and passage.term and instrument.place_of[passage].definition is passage:
        yield passage.term


def _titled(name: str, titles: Mapping[tuple[str, ...], Passage]) -> Passage | None:
    """Return the heading whose words are the last of a name, and not what that is for: "the arrangements for
    each Scheme"."""
    stems = _stems(name)
    lengths = sorted({len(one) for one in titles}, reverse=True)
    size = next((size for size in lengths if stems[-size:] in titles), 0)
    return titles[stems[-size:]] if size and not _FOR_IT.search(_without_last(name, size)) else None


def _without_last(name: str, size: int) -> str:
    """Return what stands before the last words of a name, of which small words are not counted."""
    words = name.split()
    while words and size:
        size -= bool(plain_words(words.pop()))
    return " ".join(words)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in plain_words(text).split())


def _schedule(passage: Passage) -> str:
    return passage.division.partition(" Part ")[0]


def _speaks_of(schedule: str, words: str, instrument: Instrument) -> bool:
    """Tell whether a schedule itself has the last words of a name."""
    last = " ".join(words.split()[-_FEWEST_WORDS:])
    return any(
        last in plain_words(place.passage.words)
        for place in instrument.places
        if place.passage.division.partition(" Part ")[0] == schedule
    )
