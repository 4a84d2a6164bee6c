"""Tables that are referred to by a number and a title, of which the title is that of another table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import plain_words
from clausekit.checks.rules.references._provisions import Elsewhere
from clausekit.patterns import pattern
from clausekit.reading import Passage

_CAPTION = pattern(r"\s*table\s[\w-]{1,5}\b[\s:.–—-]*(?P<title>\S.*)", re.IGNORECASE)
_STEM = 5
_SHOWS = pattern(
    r"\s*(?:,? which )?(?:(?:shows?|sets? out|lists?|gives?|contains?|tells?|states?)\s)?"
    r"(?P<words>[^.;,()\n]{6,80})"
)
"""What follows a table of which it is said what it shows, perhaps without a verb: "and Table 2 the costs"."""
_FEWEST = 3


def captioned_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a table by a title that its caption does not have, with the only caption that
    has all words of it."""
    named = [one for one in own_references(instrument) if one.kind == "table" and one.title and one.target]
    if not named:
        return
    captions = instrument.once(_captions)
    for one in named:
        title = _stems(one.title.text) if one.title else frozenset()
        own = captions.get(one.target) if one.target else None
        if not title or own is None or title & own:
            continue
        others = [passage for passage, stems in captions.items() if title <= stems]
        if len(others) == 1:
            lack = f"“{one.title.text if one.title else ''}” is not what Table {one.number} shows."
            yield Elsewhere(one, lack, others[0])


def shown_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a table that are followed by all words of the caption of another one, none of
    which its own caption has: "Table 2 shows who pays", where that is Table 3."""
    captions = instrument.once(_captions)
    for one in own_references(instrument) if len(captions) > 1 else ():
        shows = _SHOWS.match(one.phrase.passage.text, one.phrase.end) if one.kind == "table" else None
        own = captions.get(one.target) if one.target else None
        if shows is None or own is None or one.target is one.at.passage:
            continue
        words = _stems(shows["words"])
        others = [passage for passage, stems in captions.items() if len(stems) >= _FEWEST and stems <= words]
        if len(others) == 1 and others[0] is not one.target and not words & own:
            yield Elsewhere(one, f"Table {one.number} does not show that.", others[0])


def _captions(instrument: Instrument) -> Mapping[Passage, frozenset[str]]:
    """Return the captions of tables with the beginnings of their words; a sentence may begin like one."""
    return {
        passage: _stems(found["title"])
        for passage in instrument.targets.tables()
        if not passage.words.rstrip().endswith((".", ":")) and (found := _CAPTION.fullmatch(passage.words))
    }


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in plain_words(words).split())
