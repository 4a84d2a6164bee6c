"""Where a matter is said to be settled, though another clause than the one that is named settles disputes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of
from clausekit.checks.rules.references._provisions import Elsewhere
from clausekit.patterns import pattern
from clausekit.reading import Passage

_IS_SETTLED = pattern(
    r"\b(?:dispute|disagreement|difference|matter|issue|question)s?\b[^.;]{0,80}"
    r"\b(?:resolved|settled|determined|resolution|referred(?! to (?:in|at|by|under)\b)|dealt with)\b"
    r"[^.;]{0,50}"
    r"\b(?:under|in accordance with|pursuant to|by|as|in)(?: the procedure (?:in|of|set out in))? $",
    re.IGNORECASE,
)
_SETTLES = pattern(r"\b(?:disput|disagree|differences\b|resolution\b|resolving\b|settl)", re.IGNORECASE)
_MAY_SETTLE = pattern(r"disput|disagree|escalat|mediat|expert|arbitrat|decid|determin", re.IGNORECASE)
_FAR = 180


def settled_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a clause that has nothing to do with disputes as the one under which they are
    settled, with the heading of the only clause that settles them."""
    headings = headings_of(instrument)
    settling = [one for one, title in headings.items() if not one.division and _SETTLES.search(title)]
    if len(settling) != 1:
        return
    clauses = _clauses(instrument)
    for reference in own_references(instrument):
        if reference.kind != "clause" or reference.target is None or reference.title or reference.this:
            continue
        above = instrument.place_of[reference.target].clause or reference.target
        if above is settling[0] or above.division or above not in headings:
            continue
        said = _IS_SETTLED.search(reference.phrase.shortly_before(_FAR))
        if said and not any(_MAY_SETTLE.search(words) for words in clauses.get(above, ())):
            lack = f"Disputes are not settled under clause {reference.number}, “{headings[above]}”."
            yield Elsewhere(reference, lack, settling[0])


def _clauses(instrument: Instrument) -> dict[Passage, list[str]]:
    """Return the words of each clause, by its heading."""
    found: dict[Passage, list[str]] = {}
    for place in instrument.places:
        if place.clause is not None:
            found.setdefault(place.clause, []).append(place.passage.text)
    return found
