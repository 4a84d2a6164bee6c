"""Sums that tell what the table comes to which follows their sentence: "savings of £5, as follows:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import half_a_step, worth
from clausekit.checks.rules.figures._disagrees.other_sums import OTHER_SUM, SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions_in
from clausekit.checks.rules.figures._tables.amounts import amount, grand_total, has, made_in_all
from clausekit.checks.rules.figures._tables.set_out import tables_named
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_LEADS_ON = pattern(
    r"\b(?:as follows|below|thus|these|this table|(?:the )?following(?: table)?|in the table)\b"
    r"[^.;]{0,60}[:.]?\s*$"
    r"|:\s*$"
)
_CAPTION = pattern(r"(?:Table|Figure)\b", re.IGNORECASE)
_BEFORE = 3
_NEAR = Decimal("1.25")


def totals_led_to(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums that are not what the table comes to which they lead to, each with that."""
    tables = sheets(instrument)
    for sheet in tables:
        total = None if sheet.flat else grand_total(sheet)
        lead = _lead(sheet, instrument) if total else None
        if total is None or lead is None:
            continue
        said = [one for one in mentions_in(instrument, lead) if one.figure.kind == "money"]
        if len(said) == 1 and _tells_all(said[0]) and not any(has(one, said[0].figure) for one in tables):
            value, made = worth(said[0].figure), made_in_all(sheet, total)
            slack = half_a_step(said[0].figure)
            if abs(value - made) > slack and _is_near(value, amount(total, sheet)):
                yield said[0].figure, words_of(total)


def _lead(sheet: Sheet, instrument: Instrument) -> Words | None:
    """Return the last sentence before a table, if it leads to it; its title may stand between."""
    numbers = tables_named(sheet.caption)
    for place in reversed(instrument.places[max(0, sheet.place.order - _BEFORE) : sheet.place.order]):
        if _is_title(place.passage, sheet):
            continue
        if place.role != "text":
            return None
        *_, last = (None, *instrument.sentences_of(place.passage))
        leads = last and (_LEADS_ON.search(last.text) or numbers & tables_named(last.text))
        return last if leads else None
    return None


def _is_title(passage: Passage, sheet: Sheet) -> bool:
    words = passage.words.strip()
    return _CAPTION.match(words) is not None or (bool(words) and words in sheet.caption)


def _tells_all(mention: Mention) -> bool:
    """Tell whether a sum is all that is told of, and no party's part, limit or change, nor divided."""
    return (
        len(mention.parties) != 1
        and not mention.lead.startswith(" of the ")
        and not OTHER_SUM.search(mention.own)
        and not SUPPOSED.search(mention.text)
    )


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _NEAR
