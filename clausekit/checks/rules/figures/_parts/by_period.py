"""Sums told for two periods, "£1,000 a month, £12,000 a year", and the tax on a sum: "VAT at 20%"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned, reckon
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TIMES: Mapping[str, int] = {"week": 52, "month": 12, "quarter": 4}
_A_YEAR = pattern(r" (?:a year|per year|each year|per annum|annually|p\.a\.)")
_A_PERIOD = pattern(
    r" (?:a|per|each) (?P<period>month|quarter)\b|(?P<monthly> monthly)\b|(?P<quarterly> quarterly)\b"
)
_INSTALMENTS = pattern(
    r"(?: \([^()£]{1,120}\))?(?: a year| per year| per annum)[^£.;]{0,40}? (?:in|by) (?:equal )?"
    r"(?P<often>monthly|quarterly) (?:instalments|payments) of (?:about )?$"
)
_THE_SAME = pattern(
    r" [a-z.]+(?: [a-z]+)?[ ,;(–—-]*(?:(?:being|i\.e\.|that is|which is|equivalent to"
    r"|equal to|making|so)[ ,]*)?"
)
"""What stands between two sums that are one, " a month, ", " a year (being "; "or" offers another price."""
_TAX = pattern(r"\b(?:VAT|[Vv]alue added tax)\b[^£.;]{0,40}$")
_AT = pattern(r"(?:%| per cent)?,? ?\(?(?:being |of |i\.e\. )?\(?$")
_OFTEN = {"monthly": 12, "quarterly": 4}
_NEAR, _FAR = 60, 6
_CLOSE = Decimal("0.03")
"""A tax that is out by more is on another sum."""


def sums_by_period(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums of a year beside those of its months or quarters, and taxes beside what they are on."""
    by_passage: dict[Passage, list[Figure]] = {}
    for figure in instrument.figures:
        by_passage.setdefault(figure.at.passage, []).append(figure)
    for passage, figures in by_passage.items():
        money = [one for one in figures if one.kind == "money" and one.value]
        for first, second in pairwise(money):
            yield from _told_twice(passage, first, second)
    yield from _taxes(instrument)


def _told_twice(passage: Passage, first: Figure, second: Figure) -> Iterator[Reckoned]:
    between = passage.text[first.at.end : second.at.start]
    if found := _INSTALMENTS.fullmatch(between):
        yield reckon(second, (first.value or Decimal(0)) / _OFTEN[found["often"]], (first,))
        return
    if not _THE_SAME.fullmatch(between):
        return
    for part, whole in ((first, second), (second, first)):
        period = _A_PERIOD.match(passage.text, part.at.end)
        if period and _A_YEAR.match(passage.text, whole.at.end):
            often = _TIMES[period["period"]] if period["period"] else 12 if period["monthly"] else 4
            yield reckon(whole, (part.value or Decimal(0)) * often, (part,), Decimal(often))
            return


def _taxes(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the tax that is not its percentage of any sum shortly before, but nearly that of one."""
    figures = [one for one in instrument.figures if one.value]
    for at, (rate, tax) in enumerate(pairwise(figures)):
        passage = tax.at.passage
        stands = rate.kind == "percentage" and tax.kind == "money" and rate.at.passage is passage
        if not stands or not _AT.fullmatch(passage.text, rate.at.end, tax.at.start):
            continue
        if not _TAX.search(rate.at.shortly_before(_NEAR)):
            continue
        before = [one for one in figures[max(0, at - _FAR) : at] if one.kind == "money"]
        yield from _nearly(tax, rate, before)


def _nearly(tax: Figure, rate: Figure, before: Sequence[Figure]) -> Iterator[Reckoned]:
    right = [((one.value or Decimal(0)) * (rate.value or Decimal(0)) / 100, one) for one in before]
    stated = worth(tax)
    if any(abs(made - stated) < 1 for made, _ in right):
        return
    near = [(made, one) for made, one in right if abs(made - stated) <= _CLOSE * stated]
    if len(near) == 1:
        yield reckon(tax, near[0][0], (near[0][1],))
