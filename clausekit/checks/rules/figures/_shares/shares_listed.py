"""Parts of a price that are told one below the other, "Instalment 1: due on 1 May (40% of the fee)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._sentences.portions import Portion, portions_in, with_portions
from clausekit.patterns import pattern
from clausekit.recognition.amounts import number_of

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_KINDS = r"(?P<kind>instalment|payment|milestone|stage|tranche|phase|part[- ]payment)"
_IN_SERIES = pattern(
    rf"(?:the )?(?:{_KINDS} (?:no\.? )?(?P<count>\d|one|two|three|four|five|six|seven|eight|[A-H])\b"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)}|last|final) {_KINDS.replace('kind', 'kind_after')}\b)",
    re.IGNORECASE,
)
_INSTALMENTS = pattern(
    r"\b(?:instalments|payments|milestones|tranches|stages)\b[^.;]{0,60}:\s*$", re.IGNORECASE
)
_OF_THE_PRICE = pattern(
    r" of (?:the |its |our )?(?:[\w’-]+ ){0,3}(?:price|fees?|grant|sum|total|value|charges?|costs?|budget"
    r"|contribution|rent|amount)\b",
    re.IGNORECASE,
)
_STANDS_ALONE = pattern(r"(?:^|[(:–—-]|\b(?:due|payable|pay|paid|worth|being)|£[\d,.]+,?)\s*$", re.IGNORECASE)
"""What stands before a percentage that is said to be of nothing."""
_NOT_OF_ONE_WHOLE = pattern(
    r"\b(?:cancel\w*|terminat\w*|late|interest|penalt\w+|discounts?|reduc\w+|increas\w+|refund\w*|up to"
    r"|at least|more than|less than|exceed\w*|over (?=[£\d])|above|below|retention|withheld|progress"
    r"|completed?|target|if|unless|where|VAT|per annum|a year|each|remain\w+|cumulative)\b",
    re.IGNORECASE,
)
_SIGNS = ("%", "cent")
_FEWEST = 2
_LONGEST = 300


def shares_listed(instrument: Instrument) -> Iterator[list[Portion]]:
    """Yield the percentages of paragraphs that follow each other, each with the one of an instalment."""
    kept = with_portions(instrument)
    lead: Place | None = None
    run: list[tuple[Place, Portion]] = []
    for place in instrument.places:
        portion = _only_portion(place) if place.passage in kept else None
        if portion is not None and (not run or place.role == run[0][0].role):
            run.append((place, portion))
            continue
        yield from _instalments(lead, run)
        lead, run = place, []
    yield from _instalments(lead, run)


def _only_portion(place: Place) -> Portion | None:
    """Return the one percentage of a short paragraph, or heading, that is not in a table."""
    passage = place.passage
    if place.role not in ("text", "heading") or len(passage.words) > _LONGEST:
        return None
    if not any(sign in passage.text for sign in _SIGNS):
        return None
    found = list(portions_in(passage, passage.typed, len(passage.text)))
    return found[0] if len(found) == 1 and found[0].is_percentage else None


def _instalments(lead: Place | None, run: Sequence[tuple[Place, Portion]]) -> Iterator[list[Portion]]:
    """Yield the percentages of a run of paragraphs, if they are instalments from the first to the last."""
    if len(run) < _FEWEST:
        return
    counts = [_count(place.passage.words) for place, _ in run]
    begins = [
        at for at in range(1, len(run)) if counts[at] == 1 or (counts[at] is None) != (counts[at - 1] is None)
    ]
    for start, end in pairwise((0, *begins, len(run))):
        led = start == 0 and lead is not None and counts[:1] == [None] and _leads(lead)
        if (led or _are_in_turn(counts[start:end])) and _are_of_one_whole(run[start:end]):
            yield [portion for _, portion in run[start:end]]


def _leads(place: Place) -> bool:
    """Tell whether a paragraph leads to a list of instalments."""
    return _INSTALMENTS.search(place.passage.words) is not None


def _are_in_turn(counts: Sequence[int | None]) -> bool:
    """Tell whether numbers go from the first to the last, which may be called so."""
    numbers = [count for count in counts if count is not None]
    return (
        len(numbers) == len(counts)
        and numbers[:1] == [1]
        and all(after in (one + 1, 0) for one, after in pairwise(numbers))
    )


def _are_of_one_whole(run: Sequence[tuple[Place, Portion]]) -> bool:
    return len(run) >= _FEWEST and all(
        (_OF_THE_PRICE.match(portion.at.after) or _STANDS_ALONE.search(portion.at.before))
        and not _NOT_OF_ONE_WHOLE.search(place.passage.words)
        for place, portion in run
    )


def _count(words: str) -> int | None:
    """Return which instalment a paragraph is of, 0 for the last; None if it is of none."""
    found = _IN_SERIES.match(words.strip())
    if found is None:
        return None
    if ordinal := (found["ordinal"] or "").lower():
        return _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else 0
    count = found["count"].lower()
    if count.isdecimal():
        return int(count)
    return ord(count) - ord("a") + 1 if len(count) == 1 else number_of(count)
