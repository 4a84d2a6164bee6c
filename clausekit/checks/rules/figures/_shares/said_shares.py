"""Shares of sums that sentences state: "2% of £40,000, that is £900", "60% (£30,000) and 40% (£25,000)"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures
from clausekit.checks.rules.figures._sentences.mentions import mentions
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._shares.said_changes import changes_misstated
from clausekit.checks.rules.figures._shares.shares_made import share_compared
from clausekit.checks.rules.figures._shares.shares_of_before import (
    LIMIT,
    OF_WHAT_WAS_SAID,
    at_the_rate_before,
    of_its_row,
    of_its_year,
    of_the_sum_before,
    of_the_whole_before,
    of_whom,
)
from clausekit.checks.rules.figures._shares.shares_of_sums import (
    by_a_slip,
    in_brackets_after,
    of_a_stated_whole,
    of_a_sum,
    of_named_sums,
    of_which_it_is_part,
    part_of_a_sum,
)
from clausekit.checks.rules.figures._shares.shares_side_by_side import of_each, side_by_side
from clausekit.patterns import pattern

_MOST = 8
"""A sentence with more figures is rather a flattened table."""
_A_SHARE_ITSELF = pattern(r"(?:%|per cent)[ ]\($")


def said_shares(instrument: Instrument) -> tuple[Hit, ...]:
    """Return the sums in sentences that are not the share that is said of them."""
    return instrument.once(_said_shares)


def _said_shares(instrument: Instrument) -> tuple[Hit, ...]:
    return tuple({one.words: one for one in _each_said_share(instrument)}.values())


def _each_said_share(instrument: Instrument) -> Iterator[Hit]:
    counted = Counter(abs(one.value) for one in instrument.figures if one.value is not None)
    known = set(counted)
    twice = {value for value, times in counted.items() if times > 1}
    mentions_of = {mention.figure: mention for mention in mentions(instrument)}
    for said in said_figures(instrument):
        inside = [one for one in said.figures if one.kind != "number"]
        yield from of_the_whole_before(inside, said)
        yield from of_its_row(inside, known, instrument)
        yield from of_its_year(inside, known, mentions_of, instrument)
        yield from at_the_rate_before(inside, said)
        if len(inside) > _MOST or {one.kind for one in inside} != {"money", "percentage"}:
            continue
        text = said.sentence.text
        if ROUGH.search(text):
            told = list(in_brackets_after(inside, known))
        elif LIMIT.search(text):
            told = (
                list(of_a_stated_whole(inside))
                or list(in_brackets_after(inside, known))
                or list(of_a_sum(inside, twice))
                or list(of_each(inside, known))
            )
        elif said.before and OF_WHAT_WAS_SAID.match(text):
            told = list(of_the_sum_before(inside, said.before, twice))
        else:
            told = _in_sentence(inside, known, twice, said.before) or list(of_whom(said, mentions_of))
        yield from [one for one in told if not _compares_with_a_share(one)][:1]


def _compares_with_a_share(found: Hit) -> bool:
    """Tell whether a hit takes for the whole what is itself said to be a share: "45% (£16,200)"."""
    return any(_A_SHARE_ITSELF.search(words.shortly_before(10)) for words in found.related)


def _in_sentence(
    figures: Sequence[Figure],
    known: Set[Decimal],
    twice: Set[Decimal],
    before: SaidSums | None,
) -> list[Hit]:
    """Return the hits in a sentence; ``known`` are the values that stand anywhere, ``twice`` those that stand
    elsewhere too, ``before`` is the sentence before it."""
    named = list(of_named_sums(figures, before))
    beside = (*(before.money if before else ()), *figures)
    parts = {stated for stated, _, _ in named}
    return (
        list(of_a_stated_whole(figures))
        or list(side_by_side(figures, known, beside))
        or list(changes_misstated(figures))
        or [one for triple in named for one in share_compared(*triple)]
        or list(of_a_sum(figures, twice, parts))
        or list(part_of_a_sum(figures, twice))
        or list(of_which_it_is_part(figures))
        or list(in_brackets_after(figures, known))
        or list(of_each(figures, known))
        or list(by_a_slip(figures))
    )
