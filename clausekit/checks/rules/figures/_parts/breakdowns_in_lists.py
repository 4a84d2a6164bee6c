"""Sums whose parts are the items of a list: the sum leads in, ends the list, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import money_in, total
from clausekit.checks.rules.figures._parts.breakdown import NO_PARTS, Breakdown, if_near
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_LEADS_TO_PARTS = pattern(
    r"\b(?:made up|comprises?|comprising|consists?|contribut\w+|spent|spend|divided|apportioned|allocated"
    r"|broken down"
    r"|split|paid|pay|payable|funded|met|shared|used|applied|namely|being|provided|distributed|drawn down"
    r"|borne|bears?|falls?|return(?:s|ed)|repaid|credited|charged)\b",
    re.IGNORECASE,
)
_OF_SUCH_A_SUM = pattern(
    r"\b(?:the|this|that|it|its|such)\b[^.;]{0,60}\b(?:grant|sum|fund|budget|contribution|total|money"
    r"|payment|allocation)\b|\bit (?:is|shall be|will be)\b",
    re.IGNORECASE,
)
_TOTAL_ITEM = pattern(
    r"(?:and )?(?:(?:a|the|in|making|making a|giving a|grand) )?(?:total\w*|in all)\b"
    r"|(?:making(?: up)?|together|amounting to|coming to|which (?:makes?|comes? to))(?=,? £)",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_LINE = 120


def breakdowns_in_lists(instrument: Instrument) -> Iterator[Breakdown]:
    """Yield the sums whose parts are the items of a list: the sum leads in, ends the list, or both."""
    lead: Place | None = None
    before: Place | None = None
    items: list[tuple[Place, Figure]] = []
    for place in instrument.places:
        figure = _only_sum(place, lead, instrument)
        if figure is not None:
            items.append((place, figure))
            continue
        if len(items) >= _FEWEST and lead is not None:
            yield from _of_list(lead, before, items, place, instrument)
        before, lead, items = lead, place, []
    if len(items) >= _FEWEST and lead is not None:
        yield from _of_list(lead, before, items, None, instrument)


def _of_list(
    lead: Place,
    before: Place | None,
    items: Sequence[tuple[Place, Figure]],
    after: Place | None,
    instrument: Instrument,
) -> Iterator[Breakdown]:
    """Yield what a list breaks down, with each sum that is said to be its total."""
    *own, last = items
    parts = tuple(figure for _, figure in items)
    if _TOTAL_ITEM.match(last[0].passage.words.strip()) and len(own) >= _FEWEST:
        parts = parts[:-1]
        yield from if_near(Breakdown(last[1], parts, total(parts)))
    elif after is not None and _TOTAL_ITEM.match(after.passage.words.strip()):
        closing = money_in(instrument).get(after.passage, [])
        if len(closing) == 1:
            yield from if_near(Breakdown(closing[0], parts, total(parts)))
    if not _LEADS_TO_PARTS.search(lead.passage.words) or any(
        NO_PARTS.search(place.passage.words) for place, _ in items
    ):
        return
    led = _sums_of_last_sentence(lead, instrument)
    if not led and before is not None and _OF_SUCH_A_SUM.search(lead.passage.words):
        led = money_in(instrument).get(before.passage, [])
    if len(led) == 1 and not NO_PARTS.search(lead.passage.words):
        yield from if_near(Breakdown(led[0], parts, total(parts)))


def _only_sum(place: Place, lead: Place | None, instrument: Instrument) -> Figure | None:
    """Return the one sum of an item of a list, numbered or set as a line of its own."""
    passage = place.passage
    may_be_item = place.role == "text" or (place.role == "heading" and not passage.label)
    found = money_in(instrument).get(passage, ()) if may_be_item and lead is not None else ()
    if len(found) != 1 or lead is None:
        return None
    lettered = bool(passage.label) and not passage.label[0].isdecimal()
    line = lead.passage.words.rstrip().endswith(":") and len(passage.words) <= _LONGEST_LINE
    if "." in passage.label.rstrip("."):
        return None  # a clause of its own, "1.11", is no item
    return found[0] if lettered or line else None


def _sums_of_last_sentence(lead: Place, instrument: Instrument) -> list[Figure]:
    *_, sentence = [Words(lead.passage, 0, 0), *instrument.sentences_of(lead.passage)]
    figures = money_in(instrument).get(lead.passage, [])
    return [one for one in figures if one.at.overlaps(sentence)] or ([*figures] if len(figures) == 1 else [])
