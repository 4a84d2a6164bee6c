"""CK-FIGURE-SHARE: percentages that are not what the amounts beside them make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.figures._sentences.of_percentages import percentages_reckoned
from clausekit.checks.rules.figures._shares.above_average import unlike_the_average
from clausekit.checks.rules.figures._shares.counted_shares import counted_shares
from clausekit.checks.rules.figures._shares.named_wholes import unlike_named_wholes
from clausekit.checks.rules.figures._shares.said_growth import said_growths
from clausekit.checks.rules.figures._shares.said_shares import said_shares
from clausekit.checks.rules.figures._shares.shares_of_cells import shares_of_cells
from clausekit.checks.rules.figures._shares.shares_of_numbers import shares_of_numbers
from clausekit.checks.rules.figures._shares.shares_of_rows import shares_of_rows_told
from clausekit.checks.rules.figures._shares.shares_of_that_total import shares_of_that_total
from clausekit.checks.rules.figures._shares.shares_of_those import shares_of_those
from clausekit.checks.rules.figures._shares.table_growth import table_growths
from clausekit.checks.rules.figures._tables.relations import related_shares, shares_in_labels
from clausekit.checks.rules.figures._tables.shares import (
    amounts_unlike_shares,
    amounts_unlike_shares_of_rows,
    differs,
    shares_in,
    shares_of_rows,
)
from clausekit.checks.rules.figures._tables.sheets import Entry, Sheet, sheets, words_of
from clausekit.checks.words import Words

_HAIR = Decimal("0.05")
"""A share that was agreed may differ by so much from that of a forecast."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for sheet in sheets(instrument):
        unlike = list(amounts_unlike_shares_of_rows(sheet))
        others = list(amounts_unlike_shares(sheet))
        right = [cell for amount, _, _ in unlike for cell in _percentages_beside(amount, sheet)]
        right += [entry.cell for row in sheet.rows for entry in row.entries] if others else []
        told = {words_of(cell) for cell in right if cell.words}
        for part, implied in _stated(sheet):
            if differs(part, implied) and words_of(part.cell) not in told:
                told.add(words_of(part.cell))
                yield _hit(part, implied)
        for entry, share, made in (
            *shares_in_labels(sheet),
            *others,
            *((amount, share.value or Decimal(0), made) for amount, share, made in unlike),
        ):
            yield hit(
                words_of(entry.cell),
                f"“{entry.cell.text}” is not {share.normalize():f}% of the whole: that is"
                f" {made:,.{entry.cell.decimals}f}.",
                "Correct the sum or the share.",
            )
    said = said_shares(instrument)
    yield from said
    yield from _reckoned(instrument, {found.words for found in said})
    yield from _of_named_wholes(instrument, {found.words for found in said})
    yield from counted_shares(instrument)
    yield from shares_of_that_total(instrument)
    yield from shares_of_numbers(instrument)
    yield from shares_of_those(instrument)
    yield from unlike_the_average(instrument)
    yield from _of_rows(instrument)
    yield from _grown(instrument)


def _percentages_beside(amount: Entry, sheet: Sheet) -> Iterator[GridCell]:
    """Yield the percentages of the row in which a sum stands."""
    for row in sheet.rows:
        if any(entry.cell is amount.cell for entry in row.entries):
            yield from (entry.cell for entry in row.entries if entry.cell.kind == "percentage")


def _of_rows(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each share that a sentence tells of a row of a table, and that is another one."""
    for one in shares_of_rows_told(instrument):
        yield hit(
            one.stated.at,
            f"“{one.stated.at.text}” is not the share that “{one.cell.text}” is of the total in the table:"
            f" that is {one.made:.{one.stated.decimals}f}%.",
            "Correct the percentage or the figures.",
            confidence="likely",
            related=(one.cell,),
        )


def _grown(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each growth that is not what the two sums, or the columns of a table, make."""
    for one in (*table_growths(instrument), *said_growths(instrument)):
        yield hit(
            one.stated.at,
            f"“{one.stated.at.text}” is not the growth that the figures make: that is {one.made:.2f}%.",
            "Correct the percentage or the figures.",
            confidence="likely",
            related=one.related,
        )


def _reckoned(instrument: Instrument, told: set[Words]) -> Iterator[Hit]:
    """Yield a hit for each sum that a sentence reckons out wrongly as a percentage of another."""
    for one in (*percentages_reckoned(instrument), *shares_of_cells(instrument)):
        if one.is_wrong and not told & {one.stated.at, *(figure.at for figure in one.related)}:
            yield hit(
                one.stated.at,
                f"“{one.stated.at.text}” is not what the figures beside it make, £{one.made:,.2f}.",
                "Correct the sum, or the figure that is wrong.",
                related=tuple(figure.at for figure in one.related),
            )


def _of_named_wholes(instrument: Instrument, told: set[Words]) -> Iterator[Hit]:
    """Yield a hit for each share that is another one of the whole that is given elsewhere; for its sum, if
    the share is right but for that."""
    for one in unlike_named_wholes(instrument):
        if told & {one.share.at, one.amount.at}:
            continue
        slipped = round(one.made, one.share.decimals + 1) == one.share.value
        wrong, other = (one.amount, one.share) if slipped else (one.share, one.amount)
        right = (one.share.value or Decimal(0)) * one.whole / 100
        yield hit(
            wrong.at,
            f"“{wrong.at.text}” is not {one.share.at.text} of £{one.whole:,f}: that is"
            f" £{right:,.{one.amount.decimals}f}."
            if slipped
            else f"“{wrong.at.text}” is not the share that {other.at.text} is of £{one.whole:,f}:"
            f" that is {one.made:.{one.share.decimals + 1}f}%.",
            "Correct the sum or the percentage.",
            related=(other.at, *((one.given,) if one.given else ())),
        )


def _stated(sheet: Sheet) -> Iterator[tuple[Entry, Decimal]]:
    """Yield the percentages of a table, each with what the amounts beside it make."""
    for shares in shares_in(sheet):
        yield from shares.implied()
    yield from shares_of_rows(sheet)
    yield from related_shares(sheet)


def _hit(part: Entry, implied: Decimal) -> Hit:
    share = f"{implied:.{max(part.cell.decimals, 0)}f}%"
    return hit(
        words_of(part.cell),
        f"“{part.cell.text}” is not the share that the amounts make: that is {share}.",
        "Correct the percentage or the amount, or say which of them decides.",
        confidence="doubtful" if differs(part, implied) <= _HAIR else "certain",
    )


RULE = Rule(
    id="CK-FIGURE-SHARE",
    level="error",
    title="A percentage that does not match the amounts beside it",
    why="If a table states both shares and amounts, a risk share can be worked out from either. Where they"
    " disagree the Partners will pay by different sums.",
    fails="""
1. Risk share

1.1 The Partners bear an overspend in these shares:

| Partner | Forecast cost | Share |
|---|---|---|
| Council | £300,000 | ⟦70%⟧ |
| ICB | £100,000 | ⟦30%⟧ |
| Total | £400,000 | 100% |

1.2 The host fee is 2% of the Fund of £640,000, that is ⟦£18,200⟧ a year.

1.3 In the pilot 320 of 400 people (⟦75%⟧) stayed at home.

1.4 Not more than £60,000, being ⟦5%⟧ of the Grant of £1,000,000, is spent on overheads.

1.6 The contribution rises from £400,000 to £424,000, or by ⟦5%⟧. The limit is 3% of its contribution (£9,000
for the Council and ⟦£3,100⟧ for the ICB).

1.5 Running costs are pay of £300,000, rent of £40,000 and an overhead of 5% of pay (⟦£15,500⟧).

1.7 The Training Budget is £60,000.

1.8 Travel takes £12,000, which is ⟦25%⟧ of the Training Budget.
""",
    passes="""
1. Risk share

1.1 The Partners bear an overspend in these shares:

| Partner | Forecast cost | Share |
|---|---|---|
| Council | £200,000 | 66.7% |
| ICB | £100,000 | 33.3% |
| Total | £300,000 | 100% |

1.2 The host fee is 2% of the Fund of £640,000, that is £12,800 a year.

1.3 In the pilot 320 of 400 people (80%) stayed at home; the target is 85% of the 500 who
will be seen in 2027.

1.4 The Training Budget is £60,000.

1.5 Travel takes £12,000, which is 20% of the Training Budget.
""",
    check=_check,
    yields_to=("CK-FIGURE-DISAGREES", "CK-FIGURE-PARTS", "CK-FIGURE-SUM"),
)
