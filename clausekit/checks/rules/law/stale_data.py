"""CK-LAW-STALE-DATA: what the data say of a name has not been compared with its authority for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.law import Row, mentions
from clausekit.checks.rules.law._standing import told

_FRESH = timedelta(days=180)


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from stale(instrument, date.today())


def stale(instrument: Instrument, today: date) -> Iterator[Hit]:
    """Yield one hit, on the first name whose row is stale on a day, that tells of all such names."""
    used = [
        (mention.at, row)
        for row, all_ in mentions(instrument).items()
        if _is_stale(row, today)
        for mention, _ in list(told(all_, instrument))[:1]
    ]
    used.sort(key=lambda one: (instrument.place_of[one[0].passage].order, one[0].start))
    if used:
        (first, row), *others = used
        yield hit(
            first,
            f"What is known of “{first.text}”{_and(len(others))} was {_when(row)}: it may no longer be so.",
            f"Compare with its authority ({row.authority}), and put the day into the data.",
            related=tuple(words for words, _ in others),
        )


def _is_stale(row: Row, today: date) -> bool:
    return row.checked is None or today - row.checked > _FRESH


def _and(others: int) -> str:
    return f" (and of {others} more {'name' if others == 1 else 'names'})" if others else ""


def _when(row: Row) -> str:
    day = row.checked
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
