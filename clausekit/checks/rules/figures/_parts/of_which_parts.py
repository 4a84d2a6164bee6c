"""Parts of a sum told after "of which", which make more, or make it but for a slip of the pen in one:
"contracts worth £9.5 million in total, of which £5.3 million are for A and £2.4 million are for B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import SaidSums, said_sums, total, worth
from clausekit.checks.rules.figures._parts.breakdown import NO_PARTS, Breakdown
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.patterns import pattern

_LEADS = pattern(
    r"(?:[ ](?:a|per|each|in (?:each|every|the|any))[ ](?:[Ff]inancial )?(?:[Yy]ear|annum|month|quarter))?"
    r"(?:[ ](?:in (?:total|all)|altogether|overall))?(?:[ ](?:for|over|in)[ ][^£;.,]{2,40})?,?[ ]"
    r"\(?(?:of (?:which|this|that)|divided into|split into|split between)[ ][^£;.:]{0,60}"
)
_NEXT = pattern(r"[^£;:.]{2,90}?(?:,[ ]and|,|[ ]and|;[ ]and|;)[ ][^£;:.]{0,60}")
_ENDS = pattern(r"[^£.;]{0,90}(?:[.;)]|$)")
_MORE = pattern(r"\b(?:rest|balance|remainder|remaining|others?|reserve\w*|unallocated|only|alone|some)\b")
_WITHIN = pattern(r"\b(?:of (?:that|this|it|them|those|which)|with £)\b")
"""What tells a part of a part."""
_FEWEST = 2


def of_which_parts(instrument: Instrument) -> Iterator[Breakdown]:
    """Yield the sums that are less than their parts, or which those would make but for a slip of the pen."""
    for said in said_sums(instrument):
        if len(said.money) > _FEWEST and not ROUGH.search(said.sentence.text):
            yield from _in_sentence(said)


def _in_sentence(said: SaidSums) -> Iterator[Breakdown]:
    whole, *parts = said.money
    text, end = said.sentence.passage.text, said.sentence.end
    made = total(parts)
    lead = _LEADS.fullmatch(text, whole.at.end, parts[0].at.start)
    if (
        lead is not None
        and all(_NEXT.fullmatch(text, one.at.end, other.at.start) for one, other in pairwise(parts))
        and _ENDS.match(text, parts[-1].at.end, end)
        and not NO_PARTS.search(text[parts[0].at.start : end])
        and not _MORE.search(text[whole.at.end : end])
        and all(worth(one) < worth(whole) for one in parts)
        and not _WITHIN.search(text[parts[0].at.end : end])
        and made != worth(whole)
    ):
        lacking = worth(whole) - made
        slips = [one for one in parts if is_slip(worth(one), worth(one) + lacking)]
        if made > worth(whole) or slips or is_slip(worth(whole), made):
            yield Breakdown(whole, tuple(parts), made)
