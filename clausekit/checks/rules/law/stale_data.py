"""CK-LAW-STALE-DATA: what the data say of something has not been compared with its authority for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.law import mentions
from clausekit.checks.rules.law._cited_provisions import cited_provisions
from clausekit.checks.rules.law._of_one_law import things_of_laws
from clausekit.checks.rules.law._periods_beside_law import periods_beside_law
from clausekit.checks.rules.law._standing import told
from clausekit.checks.words import Words

_FRESH = timedelta(days=180)


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from stale(instrument, date.today())


def stale(instrument: Instrument, today: date) -> Iterator[Hit]:
    """Yield one hit, on the first thing whose row is stale on a day, that tells of all such things."""
    used = {one.called: one for one in reversed(list(_used(instrument))) if one.is_stale(today)}
    inorder = sorted(used.values(), key=lambda one: (instrument.place_of[one.at.passage].order, one.at.start))
    if inorder:
        first, *others = inorder
        yield hit(
            first.at,
            f"What is known of “{first.called}”{_and(len(others))} was {_when(first)}: it may no longer be"
            " so.",
            f"Compare with its authority ({first.authority}), and put the day into the data.",
            related=tuple(one.at for one in others),
        )


class _Used(NamedTuple):
    """What of the data an instrument uses: its words, what it is called, and what the row says of itself."""

    at: Words
    called: str
    authority: str
    checked: date | None

    def is_stale(self, today: date) -> bool:
        return self.checked is None or today - self.checked > _FRESH


def _used(instrument: Instrument) -> Iterator[_Used]:
    """Yield the names of the past, the provisions, the periods and the things of one law that stand here."""
    for row, all_ in mentions(instrument).items():
        for mention, _ in list(told(all_, instrument))[:1]:
            yield _Used(mention.at, mention.at.text, row.authority, row.checked)
    for cited in cited_provisions(instrument):
        for number in cited.numbers:
            if one := cited.law.containing(number):
                called = f"{cited.law.called_by_number(one.number)} of the {one.law}"
                yield _Used(cited.at, called, one.authority, one.checked)
    for beside in periods_beside_law(instrument):
        fixed = beside.row
        yield _Used(beside.period.at, fixed.law, fixed.authority, fixed.checked)
    for law, name, things in things_of_laws(instrument):
        yield _Used(law.at, name, things.authority, things.checked)


def _and(others: int) -> str:
    return f" (and of {others} more {'row' if others == 1 else 'rows'} of the data)" if others else ""


def _when(one: _Used) -> str:
    day = one.checked
    return f"last checked on {day.day} {day:%B %Y}" if day else "never checked"


# The example uses a row that nobody has checked yet; once somebody has, let it use another such row.
RULE = Rule(
    id="CK-LAW-STALE-DATA",
    level="info",
    title="What is known of a piece of law or a body was not checked lately",
    why="The other rules on law are as good as their data. Where a row was not compared with its authority"
    " for 180 days, or never, somebody should do so before the instrument is relied on.",
    fails="""
1. Safeguards

1.1 Each Partner shall keep a register of the ⟦Liberty Protection Safeguards⟧ in place.
""",
    passes="""
1. Safeguards

1.1 Each Partner shall keep a register of what it has in place.
""",
    check=_check,
)
