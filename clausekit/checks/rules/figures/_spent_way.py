"""Which way an overspend and an underspend are said to go.

"Underspend means the amount by which spending exceeds the Contributions" is the wrong way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_TERM = pattern(r"(?:.* )?(?P<way>over|under)[ -]?spend(?:s|ing)?", re.IGNORECASE)
_WHAT = pattern(
    r"\b(?:(?P<spent>spend(?:ing)?|expenditure|spent|costs?|outturn)"
    r"|(?P<given>contributions?|budget|allocation|funding|contributed|resources))\b",
    re.IGNORECASE,
)
_COMPARED = pattern(
    r"\b(?:(?P<more>exceed(?:s|ed|ing)?|(?:more|greater|higher|larger) than|above|beyond|in excess of)"
    r"|(?P<less>less than|(?:falls?|falling) short of|below|smaller than|lower than))\b",
    re.IGNORECASE,
)
_DENIED = pattern(r"\b(?:not|no|nor|neither) $")
_BOTH = pattern(r"\bover[ -]?spen[^|]*\bunder[ -]?spen|\bunder[ -]?spen[^|]*\bover[ -]?spen", re.IGNORECASE)
_LISTED = ("entry", "table")
_FARTHEST = 250


def spent_the_wrong_way(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words with which the definition of an overspend says that less is spent, or that of an
    underspend that more is, each with the term; nothing where one sentence defines both."""
    for definition in instrument.definitions:
        term, meaning = _TERM.fullmatch(definition.term), definition.meaning
        if term is None or definition.kind not in _LISTED or _BOTH.search(meaning.passage.text):
            continue
        said = meaning.text[:_FARTHEST]
        first = _WHAT.search(said)
        compared = list(_COMPARED.finditer(said))
        if first is None or not compared or first.start() > compared[0].start():
            continue
        ways = {one.lastgroup for one in compared}
        if len(ways) > 1 or _DENIED.search(said[: compared[0].start()]):
            continue
        more_spent = (ways == {"more"}) == bool(first["spent"])
        if more_spent != (term["way"].lower() == "over"):
            start = meaning.start + compared[0].start()
            yield meaning.part(start, start + len(compared[0][0])), definition.term
