"""CK-FIGURE-HUNDRED: shares that do not make 100 per cent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.figures._sentences.portions import Portion, portions_in, with_portions
from clausekit.checks.rules.figures._shares.ratios import ratio_cells, ratios_not_whole
from clausekit.checks.rules.figures._shares.shares_by_name import shares_by_name
from clausekit.checks.rules.figures._shares.shares_not_whole import shares_not_whole
from clausekit.checks.rules.figures._tables.shares import Shares, differs, lines_unlike_others, shares_in
from clausekit.checks.rules.figures._tables.sheets import sheets, words_of
from clausekit.checks.words import Words

_WHOLE = Decimal(100)
_TOO_FAR = Decimal(60)
"""Percentages that miss 100 by more are rather no shares."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for sheet in sheets(instrument):
        for shares in shares_in(sheet):
            yield from _in_table(shares)
        for line, made in lines_unlike_others(sheet):
            at = next(entry.cell for entry in reversed(line.entries) if entry.cell.kind == "percentage")
            yield _hit(words_of(at), made)
    for grid in instrument.grids:
        for words, made in ratio_cells(grid):
            yield _hit(words, made)
    told = set[Words]()
    for found in (
        *_of_ratios(instrument),
        *map(_of_portions, shares_not_whole(instrument)),
        *_by_name(instrument),
    ):
        if found.words not in told:
            told.add(found.words)
            yield _where_it_is_wrong(found, instrument)


def _of_ratios(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each ratio in running text that is one of parts of 100 and misses that."""
    kept = with_portions(instrument)
    for place in instrument.places:
        if place.passage in kept and place.role != "cell":
            for sentence in instrument.sentences_of(place.passage):
                for words, made in ratios_not_whole(sentence):
                    yield _hit(words, made)


def _of_portions(portions: Sequence[Portion]) -> Hit:
    made = sum((one.value for one in portions), Fraction(0))
    return _hit(portions[-1].at, _percentage(made), tuple(one.at for one in portions[:-1]))


def _by_name(instrument: Instrument) -> Iterator[Hit]:
    for portions, made in shares_by_name(instrument):
        yield _hit(portions[-1].at, _percentage(made), tuple(one.at for one in portions[:-1]))


def _where_it_is_wrong(found: Hit, instrument: Instrument) -> Hit:
    """Return a hit at the one share that stands elsewhere as it would have to be, if there is one."""
    told = sorted({found.words, *found.related}, key=lambda words: words.start)
    shares = [portion for words in told for portion in portions_in(words.passage, words.start, words.end)]
    if len(shares) != len(told) or len(told) == 1:
        return found
    excess = sum((one.value for one in shares), Fraction(0)) - 1
    elsewhere = instrument.once(_percentages) - Counter(one.value for one in shares)
    wrong = [one.at for one in shares if elsewhere[one.value - excess] and not elsewhere[one.value]]
    if len(wrong) != 1:
        return found
    return replace(
        found,
        passage=wrong[0].passage,
        start=wrong[0].start,
        end=wrong[0].end,
        related=tuple(words for words in told if words != wrong[0]),
    )


def _percentages(instrument: Instrument) -> Counter[Fraction]:
    """Return how often each percentage stands in the instrument."""
    return Counter(
        Fraction(one.value) / 100 for one in instrument.figures if one.kind == "percentage" and one.value
    )


def _in_table(shares: Shares) -> Iterator[Hit]:
    """Yield a hit if shares do not make 100; that one of them is not what its amount makes, is said by
    another rule."""
    out = abs(shares.made - _WHOLE)
    if (
        not out
        or out < _rounding(shares)
        or any(differs(part, implied) for part, implied in shares.implied())
    ):
        return
    at = shares.total or shares.parts[-1]
    related = tuple(words_of(part.cell) for part in shares.parts)
    if out <= _TOO_FAR:
        yield _hit(words_of(at.cell), shares.made, related, sure=shares.total is not None)


def _rounding(shares: Shares) -> Decimal:
    """Return by how much rounded shares may miss 100: shares that are no thirds or the like, with no
    amounts to be worked out from, were agreed as they are printed."""
    values = [part.value or Decimal(0) for part in shares.parts]
    unit = Decimal(1).scaleb(-max(part.cell.decimals for part in shares.parts))
    worked_out = bool(shares.whole) or max(values) - min(values) <= unit or unit < 1
    return unit * len(values) / 2 if worked_out else Decimal(0)


def _percentage(made: Fraction) -> Decimal:
    return round(Decimal(made.numerator * 100) / Decimal(made.denominator), 2)


def _hit(at: Words, made: Decimal, related: tuple[Words, ...] = (), *, sure: bool = False) -> Hit:
    return hit(
        at,
        f"The shares make {made.normalize():f}%, not 100%.",
        "Correct the share that is wrong.",
        confidence="certain" if sure else "likely",
        related=related,
    )


RULE = Rule(
    id="CK-FIGURE-HUNDRED",
    level="error",
    title="Shares that do not make 100 per cent",
    why="If the shares of an overspend make less than the whole, part of it is borne by nobody; if they"
    " make more, somebody is paid twice. Neither is what the parties meant.",
    fails="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Risk share

2.1 The Council bears 60% and the ICB ⟦45%⟧ of an overspend.

2.2 Any underspend is returned, 60% to the Council and ⟦30%⟧ to the ICB. Redundancy costs are shared ⟦50:40⟧,
and the audit is paid for as to two thirds by the Council and as to ⟦one half⟧ by the ICB.

The time of the Manager is divided as to 70% to visits, 20% to reviews and ⟦15%⟧ to training.

An Overspend is borne 43.4% by the Council and ⟦55.6%⟧ by the ICB, up to a limit for each of 5% of its sum.

2.3 The shares of the Programme are:

| Partner | Share |
|---|---|
| Council | 40% |
| ICB | 35% |
| Trust | 24% |
| Total | ⟦100%⟧ |

2.4 The shares by Scheme are:

| Scheme | Council % | ICB % |
|---|---|---|
| Reablement | 32.0 | 68.0 |
| Equipment | 29.5 | 70.5 |
| Carers | 59.1 | ⟦41.9⟧ |
""",
    passes="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Risk share

2.1 The Council bears 60% and the ICB 40% of an overspend. The Manager spends 60% of the week on visits
and 20% on reviews. The Council tells the ICB if spending is more than
5% above budget, and the ICB answers if it bears 10% or more. The ratio of staff to visits is 1:8, savings are
shared 60:40, and the audit is paid for one half by the Council, one quarter by the ICB and one quarter by the
Trust.

| Partner | Share |
|---|---|
| Council | 33.3% |
| ICB | 33.3% |
| Trust | 33.3% |
| Total | 100% |
""",
    check=_check,
    yields_to=("CK-FIGURE-SHARE",),
)
