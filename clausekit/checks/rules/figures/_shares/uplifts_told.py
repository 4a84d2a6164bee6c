"""Uplifts told before the sums that they change, or in the sentence after the first of these: "With an uplift
of 2.5% the fee rises from £40 to £43", "The fee is £40. It shall be uplifted by 2.5% to £43".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.patterns import pattern

_UPLIFT = pattern(
    r"\b(?P<up>uplift|increas|ris(?:e|es|ing)\b|rais)\w*(?: (?:for|in) [^.;:£%]{2,20})? (?:of|by|is|at) $"
    r"|\b(?P<down>reduc|decreas|cut|lower|saving)\w*(?: (?:for|in) [^.;:£%]{2,20})? (?:of|by|is|at) $",
    re.IGNORECASE,
)
_FROM = pattern(r"\b(?:ris|increas|grow|go|fall|reduc|mov|chang|rais)\w* from $")
_WHEN = r"(?: (?:a year|per annum|in (?:20\d\d[/–-]\d\d|[Yy]ear \d)|for 20\d\d[/–-]\d\d))?"
_TO = pattern(rf"{_WHEN},? to ")
_GOES_ON = pattern(
    r"(?:[Ff]or [^.;,£%]{4,20},? )?(?:[Ii]t|[Tt]h(?:is|at)(?: (?:sum|amount|fee|contribution|price))?)\b"
)
_MORE = pattern(r"\b(?:then|again|further|each|every|from \d|minus|plus|compound\w*|up to|at least)\b")
_LEAST, _HUNDRED, _PAIR = Decimal("0.001"), 100, 2


def uplifts_told(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that an uplift does not make of those which it changes."""
    for said in said_figures(instrument):
        shares = [one for one in said.figures if one.kind == "percentage"]
        if len(shares) != 1 or ROUGH.search(said.sentence.text) or _MORE.search(said.sentence.text):
            continue
        (share,) = shares
        found = _UPLIFT.search(share.at.shortly_before(60))
        pair = (_after(said, share) or _before(said, share)) if found else None
        if found and pair:
            before, after = pair
            change = worth(share) / _HUNDRED if found["up"] else -worth(share) / _HUNDRED
            made = worth(before) * (1 + change)
            slack = max(Decimal(1), half_a_step(before) + half_a_step(after), worth(before) * _LEAST)
            yield Reckoned(after, made.quantize(Decimal(1)), slack, (before,))


def _after(said: SaidSums, share: Figure) -> tuple[Figure, Figure] | None:
    """Return the two sums of "With an uplift of 2.5% the fee rises from £40 to £43"."""
    if len(said.money) != _PAIR or share.at.start > said.money[0].at.start:
        return None
    before, after = said.money
    text = before.at.passage.text
    changes = _FROM.search(before.at.shortly_before(40))
    return (before, after) if changes and _TO.fullmatch(text, before.at.end, after.at.start) else None


def _before(said: SaidSums, share: Figure) -> tuple[Figure, Figure] | None:
    """Return the two sums of "The fee is £40. It shall be uplifted by 2.5% to £43"."""
    if said.before is None or len(said.before.figures) != 1 or len(said.before.money) != 1:
        return None
    if len(said.money) != 1 or not _GOES_ON.match(said.sentence.text):
        return None
    text, (after,) = share.at.passage.text, said.money
    return (said.before.money[0], after) if _TO.fullmatch(text, share.at.end, after.at.start) else None
