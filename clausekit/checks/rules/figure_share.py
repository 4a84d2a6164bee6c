"""CK-FIGURE-SHARE: percentages that are not what the amounts beside them make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shares import differs, shares_in, shares_of_rows
from clausekit.checks.rules._sheets import Entry, sheets, words_of

_HAIR = Decimal("0.05")
"""A share that was agreed may differ by so much from that of a forecast."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for sheet in sheets(instrument):
        for shares in shares_in(sheet):
            for part, implied in shares.implied():
                if differs(part, implied):
                    yield _hit(part, implied)
        for part, implied in shares_of_rows(sheet):
            if differs(part, implied):
                yield _hit(part, implied)


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
    " disagree"
    " the Partners will pay by different sums.",
    fails="""
1. Risk share

1.1 The Partners bear an overspend in these shares:

| Partner | Forecast cost | Share |
|---|---|---|
| Council | £300,000 | ⟦70%⟧ |
| ICB | £100,000 | ⟦30%⟧ |
| Total | £400,000 | 100% |
""",
    passes="""
1. Risk share

1.1 The Partners bear an overspend in these shares:

| Partner | Forecast cost | Share |
|---|---|---|
| Council | £200,000 | 66.7% |
| ICB | £100,000 | 33.3% |
| Total | £300,000 | 100% |
""",
    check=_check,
)
