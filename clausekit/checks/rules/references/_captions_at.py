"""Tables that are referred to by a number and a title, of which the title is that of another table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import plain_words
from clausekit.checks.rules.references._provisions import Elsewhere
from clausekit.patterns import pattern

_CAPTION = pattern(r"\s*table\s[\w-]{1,5}\b[\s:.–—-]*(?P<title>\S.*)", re.IGNORECASE)
_STEM = 5


def captioned_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a table by a title that its caption does not have, with the only caption that
    has all words of it."""
    named = [one for one in own_references(instrument) if one.kind == "table" and one.title and one.target]
    if not named:
        return
    captions = {
        place.passage: _stems(found["title"])
        for place in instrument.places
        if place.role != "contents" and (found := _CAPTION.fullmatch(place.passage.words))
    }
    for one in named:
        title = _stems(one.title.text) if one.title else frozenset()
        own = captions.get(one.target) if one.target else None
        if not title or own is None or title & own:
            continue
        others = [passage for passage, stems in captions.items() if title <= stems]
        if len(others) == 1:
            lack = f"“{one.title.text if one.title else ''}” is not what Table {one.number} shows."
            yield Elsewhere(one, lack, others[0])


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in plain_words(words).split())
