"""A sum that pays for so many hours, or other units, at so much for each: "The budget (£900) pays for 45
hours at £20.00 an hour"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.patterns import pattern

_PAYS_FOR = pattern(
    r"[^£;.]{0,60}?\b(?:pays?[ ]for|buys?|funds?|covers?|provides?|purchases?|secures?"
    r"|meets?[ ]the[ ]cost[ ]of"
    r"|(?:is|are)[ ](?:for|made up of)|being|represents?|equals?|is[ ]enough[ ]for|allows?[ ]for|based[ ]on"
    r"|consists?[ ]of|for)[ ](?:the[ ]|a[ ]total[ ]of[ ])?"
)
_UNITS = pattern(
    r"[ ](?P<first>[a-z-]+)(?:[ ][a-z-]+){0,5}?,?[ ]at[ ](?:an?[ ](?:[a-z]+[ ])?(?:rate|price|cost|fee"
    r"|charge)[ ]of[ ])?"
)
_PER = pattern(
    r"[ ](?:an?|per|for[ ]each|for[ ]every|for[ ]an?)[ ](?P<unit>[a-z-]+)|[ ](?P<each>each|apiece)\b"
)
_ENDS = pattern(r"(?:,?[ ](?:in|for|during|from|to|over)[ ][^.;,£]{2,40}?)?(?:[.;)]|,[ ]and[ ]|$)")
_NOT_ALL = pattern(
    r"[%]|\b(?:per cent|up to|at least|at most|and (?:£|for)|plus|balance|remainder|rest|includ\w+"
    r"|excluding|VAT|of"
    r" which|more|less|additional|further|a (?:week|month|year|day)|weekly|monthly|minimum|maximum)\b"
)
_NEAR = Decimal("0.25")
_TWO = 2


def hours_at_a_rate(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that are not what the units for which they pay cost at the price of each."""
    for said in said_figures(instrument):
        kinds = [one.kind for one in said.figures]
        if len(said.money) == _TWO and kinds[-3:] == ["money", "number", "money"]:
            yield from _in_sentence(said)


def _in_sentence(said: SaidSums) -> Iterator[Reckoned]:
    whole, count, price = said.figures[-3:]
    text, end = said.sentence.passage.text, said.sentence.end
    units = _UNITS.fullmatch(text, count.at.end, price.at.start)
    per = _PER.match(text, price.at.end, end)
    if (
        units is None
        or per is None
        or not (per["each"] or plain(per["unit"]) in plain(text[count.at.end : price.at.start]).split())
        or not _PAYS_FOR.fullmatch(text, whole.at.end, count.at.start)
        or not _ENDS.match(text, per.end(), end)
        or _NOT_ALL.search(text[whole.at.end : end])
        or ROUGH.search(said.sentence.text)
    ):
        return
    made = worth(count) * worth(price)
    slack = max(
        Decimal(1), half_a_step(whole), half_a_step(price) * worth(count) if price.scale else Decimal(0)
    )
    if abs(made - worth(whole)) <= made * _NEAR:
        yield Reckoned(whole, made, slack, (count, price))
